/**
 * QEMU's description of its own protocol (`query-qmp-schema`), indexed once, and the small path language in which the
 * flag tables ask about it.
 *
 * @module
 */

import { fieldText, isRecord, MalformedReplyError, type Reply } from "./schema.ts";

/** Types looked at for one path, at most: a schema may go in circles, and alternatives multiply. */
const VISIT_LIMIT = 1_000;

/** What is left of {@linkcode VISIT_LIMIT} on one path. */
interface Budget {
  left: number;
}

/** The schema of one binary. */
export class QmpSchema {
  readonly #entries: ReadonlyMap<string, Reply>;

  constructor(entries: ReadonlyMap<string, Reply>) {
    this.#entries = entries;
  }

  /**
   * Whether the path leads somewhere. It begins with a command or an event; `arg-type` and `ret-type` step into its
   * types, a plain word into a member of an object, `*word` into an optional one, `+word` into a variant; `^word` asks
   * for a value of an enumeration, `$word` for a feature, `!word` for a basic JSON type. Arrays are looked through.
   */
  has(path: string): boolean {
    const [name = "", ...steps] = path.split("/");
    return this.#follow(name, steps, { left: VISIT_LIMIT });
  }

  #follow(name: string, steps: readonly string[], budget: Budget): boolean {
    const entry = this.#entries.get(name);
    if (entry === undefined || budget.left-- <= 0) return false;
    if (steps.length === 0) return true;
    switch (entry["meta-type"]) {
      case "array":
        return this.#into(entry["element-type"], steps, budget);
      case "alternate":
        return entries(entry, "members").some((member) => this.#into(member["type"], steps, budget));
      case "command":
      case "event":
        return this.#ofCommand(entry, steps, budget);
      case "object":
        return this.#ofObject(entry, steps, budget);
      case "enum":
        return hasValue(entry, steps);
      case "builtin":
        return steps.length === 1 && steps[0] === `!${fieldText(entry, "json-type")}`;
      default:
        return false;
    }
  }

  #into(type: unknown, steps: readonly string[], budget: Budget): boolean {
    return typeof type === "string" && this.#follow(type, steps, budget);
  }

  #ofCommand(entry: Reply, [step = "", ...rest]: readonly string[], budget: Budget): boolean {
    if (step.startsWith("$")) return rest.length === 0 && hasFeature(entry, step.slice(1));
    return this.#into(entry[step], rest, budget);
  }

  #ofObject(entry: Reply, [step = "", ...rest]: readonly string[], budget: Budget): boolean {
    const word = step.slice(1);
    if (step.startsWith("$")) return rest.length === 0 && hasFeature(entry, word);
    if (step.startsWith("+")) return this.#intoNamed(entries(entry, "variants"), "case", word, rest, budget);
    const members = entries(entry, "members");
    if (!step.startsWith("*")) return this.#intoNamed(members, "name", step, rest, budget);
    return this.#intoNamed(members.filter((member) => "default" in member), "name", word, rest, budget);
  }

  #intoNamed(
    candidates: readonly Reply[],
    key: string,
    name: string,
    rest: readonly string[],
    budget: Budget,
  ): boolean {
    const found = candidates.find((candidate) => candidate[key] === name);
    return found !== undefined && this.#into(found["type"], rest, budget);
  }
}

/** Indexes the answer to `query-qmp-schema`. Throws {@linkcode MalformedReplyError} when it is not a list. */
export function parseQmpSchema(reply: unknown): QmpSchema {
  if (!Array.isArray(reply)) throw new MalformedReplyError("query-qmp-schema", "a list");
  const index = new Map<string, Reply>();
  for (const entry of reply) {
    if (isRecord(entry) && typeof entry["name"] === "string") index.set(entry["name"], entry);
  }
  return new QmpSchema(index);
}

function entries(entry: Reply, key: string): readonly Reply[] {
  const list = entry[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function hasFeature(entry: Reply, feature: string): boolean {
  const features = entry["features"];
  return Array.isArray(features) && features.includes(feature);
}

function hasValue(entry: Reply, [step = "", feature, ...rest]: readonly string[]): boolean {
  if (!step.startsWith("^") || rest.length > 0) return false;
  const value = step.slice(1);
  const member = entries(entry, "members").find((candidate) => candidate["name"] === value);
  if (feature !== undefined) {
    return member !== undefined && feature.startsWith("$") && hasFeature(member, feature.slice(1));
  }
  if (member !== undefined) return true;
  const values = entry["values"];
  return Array.isArray(values) && values.includes(value);
}
