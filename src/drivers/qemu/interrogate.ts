/**
 * The conversation with a QEMU that was started to be probed: which questions, in which dependence. Whatever does not
 * depend on another answer is asked without waiting, so that QEMU is never idle; what others depend on is asked first.
 *
 *     version, commands, options ────────────▶ schema, unless a sister was asked
 *     target, kvm, types, machines ──────────┬─▶ properties of types and machines
 *     lists, platform                        └─▶ expansions of the host's CPU
 *
 * @module
 */

import type { QmpSession } from "../../wire/qmp/session.ts";
import type {
  Accelerator,
  CpuDefinition,
  GicCapability,
  HypervCapability,
  MachineType,
  ProbeProblem,
  SevCapability,
  SgxCapability,
} from "./capabilities.ts";
import { Conversation } from "./conversation.ts";
import { deriveFlags } from "./flags/derive_flags.ts";
import { schemaFlags } from "./flags/by_schema_path.ts";
import { CPU_MODEL_RULES } from "./flags/by_word.ts";
import { askHostCpu, type HostCpuAnswer } from "./host_cpu_questions.ts";
import { parseCpuDefinitions } from "./parse_cpu_definitions.ts";
import { parseCommandLineOptions, parseCommands, parseKvmState, parseMigrationCapabilities } from "./parse_lists.ts";
import { parseObjectTypes, parseTpmNames } from "./parse_lists.ts";
import { parseMachines } from "./parse_machines.ts";
import { parseGic, parseSev, parseSgx } from "./parse_platform.ts";
import { archOfTarget, parseTarget, parseVersion, type QemuVersion } from "./parse_version.ts";
import { askDeviceProperties, askMachineProperties, askObjectProperties } from "./property_questions.ts";
import { parseQmpSchema } from "./qmp_schema.ts";
import type { SchemaShelf } from "./schema_shelf.ts";

/** What a run of the emulator with every accelerator it can use said. */
export interface FullInterrogation {
  readonly version: number;
  readonly package?: string;
  /** In libvirt's words; QEMU's own word where libvirt has none. */
  readonly arch: string;
  /** QEMU's own target name. */
  readonly target: string;
  /** Derived, in the reference's order. */
  readonly flags: readonly string[];
  /** What the accelerator of this run offers. */
  readonly accelerator: Accelerator;
  /** True where guests could run without an accelerator as well: a second run with `accel=tcg` has more to tell. */
  readonly needsTcgRun: boolean;
  readonly gic: readonly GicCapability[];
  readonly sev?: SevCapability;
  readonly sgx?: SgxCapability;
  readonly hyperv?: HypervCapability;
  readonly problems: readonly ProbeProblem[];
}

/** What a run of the same emulator with `accel=tcg` added. */
export interface TcgInterrogation {
  readonly accelerator: Accelerator;
  /** Flags that this run alone shows. */
  readonly flags: readonly string[];
  readonly problems: readonly ProbeProblem[];
}

/** How to ask. */
export interface FullOptions {
  readonly phase: "full";
  /** QOM types that are not asked about, because this binary does not survive the question. */
  readonly deniedTypes?: readonly string[];
  /** Versions before this one are refused: major * 1 000 000 + minor * 1 000 + micro. @default {6002000} */
  readonly oldestVersion?: number;
  /** What the schemas of binaries probed before said, and the folder that this one is in: saves a third of the time. */
  readonly sisters?: { readonly shelf: SchemaShelf; readonly folder: string };
}

/** How to ask the second run. */
export interface TcgOptions {
  readonly phase: "tcg";
  /** What the first run called the architecture. */
  readonly arch: string;
}

/** QEMU's words for "there is no such thing", where a binary may well not have it. */
const ABSENT = ["CommandNotFound", "GenericError"];

/**
 * Asks a QEMU that is past its greeting everything there is to know.
 *
 * Throws {@linkcode OldVersionError} for a QEMU before 6.2, {@linkcode QmpError} or {@linkcode MalformedReplyError}
 * when not even version and target can be learnt, and what the session throws when it breaks. Every other failure is
 * in `problems`.
 */
export function interrogate(session: QmpSession, options: FullOptions): Promise<FullInterrogation>;
/** Asks the second run what differs without an accelerator. Throws what the session throws when it breaks. */
export function interrogate(session: QmpSession, options: TcgOptions): Promise<TcgInterrogation>;
export function interrogate(
  session: QmpSession,
  options: FullOptions | TcgOptions,
): Promise<FullInterrogation | TcgInterrogation> {
  const conversation = new Conversation(session);
  return options.phase === "tcg" ? askAgain(conversation, options) : askEverything(conversation, options);
}

async function askEverything(conversation: Conversation, options: FullOptions): Promise<FullInterrogation> {
  const denied = options.deniedTypes ?? [];
  const version = conversation.require(
    { command: "query-version" },
    (reply) => parseVersion(reply, options.oldestVersion),
  );
  const target = conversation.require({ command: "query-target" }, parseTarget);
  const kvm = conversation.ask({ command: "query-kvm", absentWhen: ABSENT }, parseKvmState);
  const types = conversation.ask({ command: "qom-list-types" }, parseObjectTypes).then((found) =>
    found ?? new Set<string>()
  );
  // After the types: to list them QEMU loads its modules, and these bring options along.
  const witnesses = askWitnesses(conversation, version, options);
  const machines = askMachines(conversation, target.then(archOfTarget));
  const lists = askLists(conversation, target.then(archOfTarget));
  const properties = Promise.all([
    types.then((known) => askDeviceProperties(conversation, known, denied)),
    types.then((known) => askObjectProperties(conversation, known, denied)),
    machines.then((known) => askMachineProperties(conversation, known)),
  ]);
  const cpu = Promise.all([target.then(archOfTarget), kvm]).then((
    [arch, accelerated],
  ): Promise<HostCpuAnswer> | HostCpuAnswer =>
    // Only a run on the host's CPU knows it; for others the reference has no host CPU either.
    accelerated === true ? askHostCpu(conversation, { arch, accelerated }) : {}
  );
  // One gathering point: whichever question breaks the session, no other is left unheard.
  const [about, targetAnswer, witness, usesKvm, typeNames, machineList, list, [devices, objects, boards], hostCpu] =
    await Promise.all([version, target, witnesses, kvm, types, machines, lists, properties, cpu]);
  const arch = archOfTarget(targetAnswer);
  const flags = deriveFlags({
    ...list,
    ...witness,
    version: about.version,
    arch,
    kvm: usesKvm === true,
    types: typeNames,
    deviceProperties: devices,
    objectProperties: objects,
    machineProperties: boards,
    cpuModels: new Set(list.cpus.map(({ name }) => name)),
    sev: list.sevFacts !== undefined,
    sgx: list.sgxFacts !== undefined,
  });
  return {
    ...about,
    arch,
    target: targetAnswer,
    flags,
    accelerator: accelerator(usesKvm ? "kvm" : "tcg", hostCpu, list.cpus, machineList),
    needsTcgRun: usesKvm === true && flags.includes("tcg"),
    gic: list.gic,
    ...(flags.includes("sev-guest") || flags.includes("sev-snp-guest")) && list.sevFacts !== undefined &&
      { sev: list.sevFacts },
    ...flags.includes("sgx-epc") && list.sgxFacts !== undefined && { sgx: list.sgxFacts },
    ...hostCpu.hyperv !== undefined && { hyperv: hostCpu.hyperv },
    problems: conversation.problems,
  };
}

/** Commands and options, and the schema: of a sister where there is one. */
async function askWitnesses(conversation: Conversation, version: Promise<QemuVersion>, { sisters }: FullOptions) {
  const askSchema = () =>
    conversation.ask({ command: "query-qmp-schema" }, (reply) => schemaFlags(parseQmpSchema(reply)));
  const early = sisters === undefined ? askSchema() : undefined;
  const [about, commands = new Set<string>(), options = new Map<string, ReadonlySet<string>>(), own] = await Promise
    .all([
      version,
      conversation.ask({ command: "query-commands" }, parseCommands),
      conversation.ask({ command: "query-command-line-options" }, parseCommandLineOptions),
      early,
    ]);
  const flags = sisters === undefined
    ? own
    : await sisters.shelf.take({ ...about, folder: sisters.folder, commands, options }, askSchema);
  return { commands, options, schemaFlags: flags ?? new Set<string>() };
}

/** Everything that depends on no other answer, but the architecture for reading it. */
async function askLists(conversation: Conversation, arch: Promise<string>) {
  const answers = await Promise.all([
    askCpus(conversation, arch),
    conversation.ask({ command: "query-migrate-capabilities" }, parseMigrationCapabilities),
    conversation.ask({ command: "query-tpm-models", absentWhen: ABSENT }, parseTpmNames),
    conversation.ask({ command: "query-tpm-types", absentWhen: ABSENT }, parseTpmNames),
    conversation.ask({ command: "query-gic-capabilities", absentWhen: ABSENT }, parseGic),
    conversation.ask({ command: "query-sev-capabilities", absentWhen: ABSENT }, parseSev),
    conversation.ask({ command: "query-sgx-capabilities", absentWhen: ABSENT }, parseSgx),
  ]);
  const [cpus, migrationCapabilities, tpmModels, tpmTypes, gic, sevFacts, sgxFacts] = answers;
  return {
    cpus,
    migrationCapabilities: migrationCapabilities ?? new Set<string>(),
    ...tpmModels !== undefined && { tpmModels },
    tpmTypes: tpmTypes ?? new Set<string>(),
    gic: gic ?? [],
    sevFacts,
    sgxFacts,
  };
}

async function askAgain(conversation: Conversation, { arch }: TcgOptions): Promise<TcgInterrogation> {
  const [hostCpu, cpus, machines] = await Promise.all([
    askHostCpu(conversation, { arch, accelerated: false }),
    askCpus(conversation, Promise.resolve(arch)),
    askMachines(conversation, Promise.resolve(arch)),
  ]);
  const flags = CPU_MODEL_RULES.filter(({ word }) => cpus.some(({ name }) => name === word)).map(({ flag }) => flag);
  return { accelerator: accelerator("tcg", hostCpu, cpus, machines), flags, problems: conversation.problems };
}

async function askCpus(conversation: Conversation, arch: Promise<string>): Promise<readonly CpuDefinition[]> {
  // Some architectures list the command and then refuse it.
  const reply = conversation.ask({ command: "query-cpu-definitions", absentWhen: ABSENT }, (value) => value);
  const [value, name] = await Promise.all([reply, arch]);
  return value === undefined
    ? []
    : conversation.read("query-cpu-definitions", () => parseCpuDefinitions(value, name)) ?? [];
}

async function askMachines(conversation: Conversation, arch: Promise<string>): Promise<readonly MachineType[]> {
  const reply = conversation.ask({ command: "query-machines" }, (value) => value);
  const [value, name] = await Promise.all([reply, arch]);
  return value === undefined ? [] : conversation.read("query-machines", () => parseMachines(value, name)) ?? [];
}

function accelerator(
  type: Accelerator["type"],
  { hostCpu }: HostCpuAnswer,
  cpus: readonly CpuDefinition[],
  machines: readonly MachineType[],
): Accelerator {
  return { type, ...hostCpu !== undefined && { hostCpu }, cpus, machines };
}
