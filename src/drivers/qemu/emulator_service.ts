/**
 * The emulators of this machine: found, known, probed when that is needed, and each answer as soon as it is there.
 *
 * @module
 */

import { inParallel } from "../../base/in_parallel.ts";
import { type Log, silentLog } from "../../base/log.ts";
import { defined } from "../../base/defined.ts";
import { VERSION, versionNumber } from "../../base/version.ts";
import {
  type AskOptions,
  type CacheAnswer,
  CachedFailureError,
  type CacheDocumentAnswer,
  CacheKeyGoneError,
  CacheStore,
  type CacheVerdict,
  type MakeContext,
} from "../../cache/mod.ts";
import type { Host } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { EmulatorsPart, EmulatorState, ProbeOptions, ReadOptions } from "../contract.ts";
import type { ProbeInputs, QemuCapabilities } from "./capabilities.ts";
import { createCodec, scopeOf } from "./codec.ts";
import { failedState, readyState, stateOf, unusableState } from "./emulator_state.ts";
import { EmulatorFacts } from "./fingerprint.ts";
import type { QemuKnowledge, QemuKnowledgeSummary } from "./knowledge.ts";
import type { EmulatorsFound, Prober } from "./prober.ts";
import type { QemuSettings } from "./settings.ts";
import { ctimeSeconds } from "./validity/read_binary_facts.ts";

/** What the service is made of. */
export interface EmulatorServiceParts {
  readonly host: Host;
  readonly settings: QemuSettings;
  readonly prober: Prober;
  readonly log?: Log;
}

type Verdict = CacheVerdict<QemuKnowledgeSummary>;

/** What one look at the machine found, and what is thought of each emulator. */
interface Survey {
  readonly found: EmulatorsFound;
  /** Without those that were made anew since. */
  readonly verdicts: Map<string, Verdict>;
  /** By the clock that never goes back. */
  readonly madeAt: number;
}

/** Milliseconds for which callers that allow an old answer are not worth another look. */
const SURVEY_MS = 1_000;

/** Finds, remembers and probes emulators. */
export class EmulatorService implements EmulatorsPart, AsyncDisposable {
  /** What is known, and the files it is in. */
  readonly store: CacheStore<QemuKnowledge, QemuKnowledgeSummary>;
  readonly #host: Host;
  readonly #settings: QemuSettings;
  readonly #prober: Prober;
  readonly #facts: EmulatorFacts;
  /** The last look. */
  #survey: Survey | undefined;

  /** Nothing is read before the first question. */
  constructor({ host, settings, prober, log = silentLog }: EmulatorServiceParts) {
    this.#host = host;
    this.#settings = settings;
    this.#prober = prober;
    this.#facts = new EmulatorFacts(host, async () => ({
      root: settings.root,
      version: VERSION,
      ...defined({ account: await prober.account() }),
    }));
    this.store = new CacheStore(createCodec(this.#facts, { hostArch: host.env.arch }), {
      host,
      directory: settings.cacheDirectory,
      log,
    });
  }

  /** Looks for emulators. */
  async find(options: Pick<ReadOptions, "allowStale"> = {}): Promise<EmulatorsFound> {
    return (options.allowStale ? this.#recentSurvey()?.found : undefined) ?? await this.#prober.find();
  }

  /** What is known of each emulator now, in the order in which they are probed. */
  async list(options: ReadOptions = {}): Promise<readonly EmulatorState[]> {
    options.signal?.throwIfAborted();
    const { found: { emulators, unusable }, verdicts } = await this.#look();
    return [
      ...emulators.map(({ path }) => stateOf(path, verdicts.get(path), { probing: this.store.isMaking(path) })),
      ...unusable.map(({ path, reason }) => unusableState(path, reason)),
    ];
  }

  /** Probes what is not valid, or everything with `force`; yields each emulator as its answer is there. */
  async *probe(options: ProbeOptions = {}): AsyncGenerator<EmulatorState, void, void> {
    const { force = false, emulators: wanted } = options;
    const survey = options.allowStale && wanted === undefined ? this.#recentSurvey() : undefined;
    const found = survey?.found ?? await this.find();
    const unknown = wanted?.filter((path) => !isFound(found, path)) ?? [];
    const paths = [
      ...found.emulators.map(({ path }) => path).filter((path) => wanted?.includes(path) ?? true),
      ...unknown,
    ];
    const verdicts = survey?.verdicts ?? await this.store.check(paths);
    for (const { path, reason } of found.unusable) {
      if (wanted?.includes(path) ?? true) yield unusableState(path, reason);
    }
    const work = (path: string, stop: AbortSignal): Promise<EmulatorState> =>
      this.#probeOne(path, { force, signal: either(stop, options.signal), verdict: verdicts.get(path) });
    yield* inParallel(paths, work, { workers: this.#settings.probeWorkers });
    // Who asked for a probe is told, too, when it could not be kept.
    await this.store.written();
  }

  /** The summaries of every emulator that can be probed; those that cannot are left out. */
  async summaries(options: ReadOptions = {}): Promise<readonly QemuKnowledgeSummary[]> {
    const survey = options.allowStale ? this.#recentSurvey() : undefined;
    const { found: { emulators }, verdicts } = isSettled(survey) ? survey : await this.#look();
    const paths = emulators.map(({ path }) => path);
    const found = new Map<string, QemuKnowledgeSummary>();
    const work = async (path: string, stop: AbortSignal): Promise<void> => {
      const signal = either(stop, options.signal);
      const answer = await this.#tryOne(path, { ...options, signal, verdict: verdicts.get(path) });
      if ("row" in answer) found.set(path, answer.row.summary);
    };
    for await (const _ of inParallel(paths, work, { workers: this.#settings.probeWorkers })) continue;
    return paths.flatMap((path) => found.get(path) ?? []);
  }

  /** Everything that is known of one emulator. Throws {@linkcode VirtError} where it cannot be probed. */
  async knowledge(
    path: string,
    options: ReadOptions = {},
  ): Promise<CacheDocumentAnswer<QemuKnowledge, QemuKnowledgeSummary>> {
    try {
      return await this.store.get(path, (context) => this.#make(context), { ...options, beforeWritten: true });
    } catch (error) {
      throw explain(error);
    }
  }

  /** Stops what is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.store[Symbol.asyncDispose]();
  }

  async #look(): Promise<Survey> {
    const found = await this.find();
    const verdicts = await this.store.check(found.emulators.map(({ path }) => path));
    this.#survey = { found, verdicts, madeAt: this.#host.clock.monotonic() };
    return this.#survey;
  }

  /** The last look, where it is a moment ago. */
  #recentSurvey(): Survey | undefined {
    const survey = this.#survey;
    if (survey === undefined || this.#host.clock.monotonic() - survey.madeAt > SURVEY_MS) return undefined;
    return survey;
  }

  async #probeOne(path: string, options: AskOptions<QemuKnowledgeSummary>): Promise<EmulatorState> {
    const answer = await this.#tryOne(path, options);
    if ("row" in answer) return readyState(answer.row, { cached: answer.cached });
    return answer instanceof CachedFailureError ? failedState(answer.failure) : unusableState(path, answer.message);
  }

  /** An answer, or why there is none; only the caller's own giving up is thrown. */
  async #tryOne(
    path: string,
    options: AskOptions<QemuKnowledgeSummary>,
  ): Promise<CacheAnswer<QemuKnowledgeSummary> | CachedFailureError | CacheKeyGoneError> {
    try {
      return await this.store.summary(path, (context) => this.#make(context), { ...options, beforeWritten: true });
    } catch (error) {
      if (error instanceof CachedFailureError || error instanceof CacheKeyGoneError) return error;
      throw error;
    }
  }

  async #make(context: MakeContext<QemuKnowledge>): Promise<QemuKnowledge> {
    const { key: path, reason, signal, fingerprint } = context;
    this.#survey?.verdicts.delete(path);
    const { cpuid, nested, secureGuest, ...accelerator } = await this.#facts.accelerator();
    const capabilities = await this.#prober.probe({
      path,
      reason,
      signal,
      kvmSupportsNesting: nested,
      kvmSupportsSecureGuest: secureGuest,
      deniedTypes: await knownDenied(context),
      ...defined({ cpuid }),
    });
    return {
      capabilities,
      inputs: await this.#inputs(capabilities, context),
      observed: {
        digests: defined({ [path]: fingerprint["binary-content"] }) as Record<string, string>,
        moduleParameters: accelerator.moduleParameters,
        firmware: accelerator.firmware,
        helpers: accelerator.helpers,
      },
    };
  }

  /** As the reference keeps them: what an accelerator depends on only where there is one. */
  async #inputs(capabilities: QemuCapabilities, context: MakeContext): Promise<ProbeInputs> {
    const { selfCtime, moduleDirMtime } = await this.#facts.common();
    const inputs = {
      qemuCtime: ctimeSeconds(context.fingerprint),
      ...defined({ moduleDirMtime }),
      selfCtime,
      selfVersion: versionNumber(VERSION),
    };
    if (scopeOf(capabilities, { hostArch: this.#host.env.arch }) !== "accelerated") return inputs;
    const { signature, microcode, kernel, cpuid } = await this.#facts.accelerator();
    const msrs = this.#settings.root === "" ? (await this.#host.native.kvm())?.msrs ?? [] : [];
    return {
      ...inputs,
      ...defined({
        microcodeVersion: microcode,
        hostCpuSignature: signature,
        kernelVersion: kernel,
        cpuData: cpuid === undefined ? undefined : { cpuid, msrs },
      }),
    };
  }
}

/** Whether a look found nothing to do, and nothing was made anew since. */
function isSettled(survey: Survey | undefined): survey is Survey {
  return survey !== undefined &&
    survey.found.emulators.every(({ path }) => survey.verdicts.get(path)?.state === "valid");
}

/** Device types that killed the same binary before; another binary may have learnt to live with them. */
async function knownDenied({ fingerprint, key, previous }: MakeContext<QemuKnowledge>): Promise<readonly string[]> {
  const before = await previous();
  const same = before?.observed.digests[key] === fingerprint["binary-content"];
  return same ? before?.capabilities.probe.deniedTypes ?? [] : [];
}

function either(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? one : AbortSignal.any([one, other]);
}

function isFound(found: EmulatorsFound, path: string): boolean {
  return [...found.emulators, ...found.unusable].some((each) => each.path === path);
}

function explain(error: unknown): unknown {
  if (error instanceof CachedFailureError) {
    const { key, detail, retryAt } = error.failure;
    return new VirtError("VIR_ERR_INTERNAL_ERROR", `Failed to probe QEMU binary ${key}: ${detail.message}`, {
      domain: "VIR_FROM_QEMU",
      step: detail.step,
      hint: `See what is wrong with: innkeeper cache why ${key}; it is tried again at ${retryAt} or when it changes`,
      cause: error,
    });
  }
  if (error instanceof CacheKeyGoneError) {
    return new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", `QEMU binary ${error.key} does not exist`, {
      domain: "VIR_FROM_QEMU",
      hint: "Install it, or name another",
      cause: error,
    });
  }
  return error;
}
