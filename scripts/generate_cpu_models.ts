/**
 * Regenerates the data of `src/cpu/x86/` from running programs:
 *
 *     deno run -A scripts/generate_cpu_models.ts [--qemu=PATH]… [--reference=URI]
 *
 * Each QEMU (default: `qemu-system-x86_64`) is asked what its named models consist of, and that is written to
 * `qemu_models.ts`; a model that several know is taken from the first that does. The reference implementation behind
 * the URI (default: `qemu:///system`) is then asked, through its public CPU calls only, what the same names mean to
 * its clients, and where it differs that is written to `model_deviations.ts`. With `--reference=` (empty) that file
 * stays as it is.
 *
 * @module
 */

import { FeatureSet, listFeatures } from "../src/cpu/x86/feature_set.ts";
import { featureFromQemu } from "../src/cpu/x86/qemu_names.ts";

const DATA = new URL("../src/cpu/x86/", import.meta.url);
const FEATURES = listFeatures();
const INDEX = new Map(FEATURES.map((feature) => [feature.name, feature.index]));
const VENDORS: Readonly<Record<string, string>> = {
  GenuineIntel: "Intel",
  AuthenticAMD: "AMD",
  HygonGenuine: "Hygon",
};

/**
 * Names of an old distribution's QEMU that no CPU is described by: `virsh capabilities` shows a host as kvm64 that
 * cpu64-rhel6 would fit better.
 */
const NEVER_CHOSEN: readonly string[] = ["cpu64-rhel5", "cpu64-rhel6"];

interface QemuModel {
  readonly name: string;
  readonly vendor: string;
  readonly signature: string;
  readonly features: FeatureSet;
}

interface ReferenceModel {
  readonly name: string;
  readonly vendor: string;
  readonly guest: boolean;
  readonly features: FeatureSet;
  readonly removed: readonly string[];
}

/** Runs a program on some input and gives what it printed; refuses a failed run that printed nothing. */
async function run(argv: readonly string[], input: string): Promise<{ stdout: string; stderr: string }> {
  const child = new Deno.Command(argv[0]!, { args: argv.slice(1), stdin: "piped", stdout: "piped", stderr: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  if (!success && stdout.length === 0) throw new Error(`Cannot run ${argv.join(" ")}: ${decoder.decode(stderr)}`);
  return { stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Puts known names in a set. */
function setOf(names: Iterable<string>): FeatureSet {
  const set = new FeatureSet(FEATURES.length);
  for (const name of names) {
    const index = INDEX.get(name);
    if (index !== undefined) set.add(index);
  }
  return set;
}

/** Lists the names in a set, in document order. */
function namesOf(set: FeatureSet): string[] {
  return set.indexes().map((index) => FEATURES[index]!.name);
}

/** Talks QMP with one disposable QEMU and gives the values of all returns in order. */
async function askQemu(binary: string, commands: readonly object[]): Promise<unknown[]> {
  const input = [{ execute: "qmp_capabilities" }, ...commands, { execute: "quit" }];
  const { stdout } = await run(
    // deno-fmt-ignore
    [...binary.split(" "), "-S", "-no-user-config", "-nodefaults", "-display", "none", "-machine", "none,accel=tcg",
      "-qmp", "stdio"],
    input.map((command) => JSON.stringify(command)).join("\n") + "\n",
  );
  const replies = stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  return replies.filter((reply) => "return" in reply || "error" in reply).map((reply) => reply.return).slice(1);
}

/** Asks one QEMU for its named models. */
async function readQemuModels(binary: string): Promise<QemuModel[]> {
  const [definitions] = await askQemu(binary, [{ execute: "query-cpu-definitions" }]) as [{ name: string }[]];
  const names = definitions.map((row) => row.name)
    .filter((name) => !/-v\d+$/.test(name) && !["max", "host", "base"].includes(name)).sort();
  const answers = await askQemu(
    binary,
    names.map((name) => ({
      execute: "query-cpu-model-expansion",
      arguments: { type: "static", model: { name } },
    })),
  ) as { model: { props: Record<string, unknown> } }[];
  return names.map((name, at) => {
    const props = answers[at]!.model.props;
    // Every model shows "hypervisor": the accelerator's doing, not the model's.
    const on = Object.keys(props).filter((key) => props[key] === true && key !== "hypervisor").map(featureFromQemu);
    return {
      name,
      vendor: VENDORS[String(props.vendor)] ?? String(props.vendor),
      signature: `${props.family}/${props.model}/${props.stepping}`,
      features: setOf(on),
    };
  });
}

/** Spells how a set differs from another. */
function spellChange(set: FeatureSet, from: FeatureSet): string[] {
  return [
    ...namesOf(set.subtract(from)).map((added) => `+${added}`),
    ...namesOf(from.subtract(set)).map((dropped) => `-${dropped}`),
  ];
}

/** Spells a set as its difference from the closest of the sets already spelt, or from nothing. */
function spell(set: FeatureSet, known: ReadonlyMap<string, FeatureSet>): string[] {
  let best = spellChange(set, setOf([]));
  for (const [name, other] of known) {
    const words = [`=${name}`, ...spellChange(set, other)];
    if (words.length < best.length) best = words;
  }
  return best;
}

/** A conversation with the reference: one virsh for many questions. */
class Reference {
  readonly #uri: string;
  readonly #directory: string;

  constructor(uri: string, directory: string) {
    this.#uri = uri;
    this.#directory = directory;
  }

  async models(): Promise<string[]> {
    const { stdout } = await run(["virsh", "-q", "-c", this.#uri, "cpu-models", "x86_64"], "");
    return stdout.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  }

  /** Asks for the baseline of each list of CPUs and gives the answers, errors included, as text. */
  async baselines(questions: readonly (readonly string[])[], flags: string): Promise<string[]> {
    const commands: string[] = [];
    for (const [at, cpus] of questions.entries()) {
      const file = `${this.#directory}/q${at}.xml`;
      await Deno.writeTextFile(file, cpus.join("\n"));
      commands.push(`echo @@@; echo --err @@@; cpu-baseline ${flags} ${file}`);
    }
    const { stdout, stderr } = await run(["virsh", "-q", "-c", this.#uri], commands.join("\n") + "\n");
    const refusals = stderr.split(/@@@\n/).slice(1);
    return stdout.split(/\n@@@\n?/).slice(1).map((answer, at) => answer + (refusals[at] ?? ""));
  }
}

/** Writes a host CPU as the reference reads it. */
function hostCpu(model: string, features: readonly string[] = [], vendor?: string): string {
  return `<cpu><arch>x86_64</arch><model>${model}</model>${vendor ? `<vendor>${vendor}</vendor>` : ""}` +
    features.map((name) => `<feature name='${name}'/>`).join("") + "</cpu>";
}

/** Reads the features of one policy from an answer. */
function featuresWith(policy: string, answer: string): string[] {
  return [...answer.matchAll(/<feature policy='(\w+)' name='([^']+)'/g)].filter((hit) => hit[1] === policy)
    .map((hit) => hit[2]!);
}

/** Asks the reference what its models mean. */
async function readReferenceModels(uri: string): Promise<ReferenceModel[]> {
  const directory = await Deno.makeTempDir();
  try {
    const reference = new Reference(uri, directory);
    const names = await reference.models();
    const expanded = await reference.baselines(names.map((name) => [hostCpu(name)]), "--features");
    const plain = await reference.baselines(names.map((name) => [hostCpu(name)]), "");
    const vendors = await reference.baselines(
      names.map((name) => [hostCpu("486"), hostCpu(name, [], "nobody")]),
      "",
    );
    const sets = expanded.map((answer) => setOf(featuresWith("require", answer)));
    return names.map((name, at) => {
      return {
        name,
        vendor: /CPU vendor (\w+) of model/.exec(vendors[at]!)?.[1] ?? "-",
        // The only name given is kept, unless the model is one that is never chosen for guests.
        guest: plain[at]!.includes(`>${name}</model>`),
        features: sets[at]!,
        removed: featuresWith("disable", plain[at]!),
      };
    });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** Writes a module of data rows. */
async function writeRows(file: string, head: string, rows: readonly string[]): Promise<void> {
  const body = rows.map((row) => `  ${JSON.stringify(row)},\n`).join("");
  await Deno.writeTextFile(new URL(file, DATA), `${head}export const ROWS: readonly string[] = [\n${body}];\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const binaries = args.filter((arg) => arg.startsWith("--qemu=")).map((arg) => arg.slice("--qemu=".length));
  const uri = args.find((arg) => arg.startsWith("--reference="))?.slice("--reference=".length) ?? "qemu:///system";
  const models = new Map<string, QemuModel>();
  for (const binary of binaries.length > 0 ? binaries : ["qemu-system-x86_64"]) {
    for (const model of await readQemuModels(binary)) if (!models.has(model.name)) models.set(model.name, model);
  }
  const spelt = new Map<string, FeatureSet>();
  const rows: string[] = [];
  for (const model of models.values()) {
    rows.push([model.name, model.vendor, model.signature, ...spell(model.features, spelt)].join(" "));
    spelt.set(model.name, model.features);
  }
  await writeRows("qemu_models.ts", QEMU_HEAD, rows);
  if (uri === "") return;
  const known = new Map([...models].map(([name, model]) => [name, model.features]));
  const deviations: string[] = [];
  for (const model of await readReferenceModels(uri)) {
    const own = models.get(model.name)?.features;
    const change = own === undefined ? spell(model.features, known) : spellChange(model.features, own);
    const removed = model.removed.map((name) => `~${name}`);
    const use = model.guest ? "guest" : NEVER_CHOSEN.includes(model.name) ? "never" : "host";
    deviations.push([model.name, model.vendor, use, ...change, ...removed].join(" "));
    known.set(model.name, model.features);
  }
  await writeRows("model_deviations.ts", REFERENCE_HEAD, deviations);
}

const QEMU_HEAD = `/**
 * What QEMU's named x86 models consist of, as QEMU itself reports it. Written by scripts/generate_cpu_models.ts.
 *
 * A row is the model's name, vendor, family/model/stepping, and its features: \`=other\` starts from an earlier row,
 * \`+x\` adds and \`-x\` takes away. Features that the feature table does not hold are left out.
 *
 * @module
 */

// deno-fmt-ignore
/** One model a row. */
`;

const REFERENCE_HEAD = `/**
 * What model names mean to clients of the reference implementation, measured through its public CPU calls, in its
 * order. Written by scripts/generate_cpu_models.ts; the decision on x86 model deviations says why it is needed.
 *
 * A row is the model's name, its vendor (\`-\` for none), where it may be chosen for a given set of features (\`host\`:
 * only for host CPUs; \`guest\`: for both; \`never\`), and how its features differ from QEMU's report: \`+x\`, \`-x\`, or
 * \`=other\` for a model that QEMU does not have. \`~x\` was once part of the model, so guest CPUs spell it out as disabled.
 *
 * @module
 */

// deno-fmt-ignore
/** One model a row. */
`;

if (import.meta.main) await main(Deno.args);
