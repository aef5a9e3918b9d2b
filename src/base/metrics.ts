/**
 * Counts and durations, and their text for Prometheus (exposition format 0.0.4).
 *
 * @module
 */

/** What a sample is of: `{ reason: "microcode" }`. */
export type Labels = Readonly<Record<string, string>>;

/** One family of samples as it is written down. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly MetricSample[];
}

/** One line of a family. */
export interface MetricSample {
  /** Appended to the family's name: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
  readonly labels?: Labels;
  readonly value: number;
}

/** A count that only grows, by label. */
export class Counter {
  readonly #values = new Map<string, { labels: Labels; value: number }>();

  /** Adds to the count of these labels. */
  add(labels: Labels = {}, amount = 1): void {
    const key = formatLabels(labels);
    const row = this.#values.get(key);
    if (row === undefined) this.#values.set(key, { labels, value: amount });
    else row.value += amount;
  }

  /** The counts so far. */
  samples(): MetricSample[] {
    return [...this.#values.values()].map(({ labels, value }) => ({ labels, value }));
  }
}

/** How often a quantity was at most each bound. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** Takes the bounds in ascending order. */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  /** Takes one measurement in. */
  observe(value: number): void {
    this.#sum += value;
    this.#count++;
    this.#bounds.forEach((bound, index) => {
      if (value <= bound) this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    });
  }

  /** The cumulative buckets, the sum and the count. */
  samples(): MetricSample[] {
    const buckets = this.#bounds.map((bound, index) => bucket(String(bound), this.#counts[index] ?? 0));
    return [
      ...buckets,
      bucket("+Inf", this.#count),
      { suffix: "_sum", value: this.#sum },
      { suffix: "_count", value: this.#count },
    ];
  }
}

/** The text of these families. */
export function formatMetrics(families: readonly MetricFamily[]): string {
  return families.map(formatFamily).join("");
}

function formatFamily({ name, help, type, samples }: MetricFamily): string {
  const lines = samples.map(({ suffix = "", labels = {}, value }) =>
    `${name}${suffix}${formatLabels(labels)} ${Number.isFinite(value) ? value : 0}\n`
  );
  return `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n# TYPE ${name} ${type}\n${
    lines.join("")
  }`;
}

function formatLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeValue(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function bucket(bound: string, value: number): MetricSample {
  return { suffix: "_bucket", labels: { le: bound }, value };
}
