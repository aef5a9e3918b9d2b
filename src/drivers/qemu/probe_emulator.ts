/**
 * Everything that one binary can tell: a run with every accelerator it has and, where that found one, a run without.
 * Where an accelerator is likely both run at the same time.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import type { QmpSession } from "../../wire/qmp/mod.ts";
import type { ProbeProblem, QemuCapabilities } from "./capabilities.ts";
import { type FullInterrogation, interrogate, type TcgInterrogation } from "./interrogate.ts";
import { mergeInterrogations } from "./merge_interrogations.ts";
import { archOfTarget, parseTarget } from "./parse_version.ts";
import { ProbeError } from "./probe_failure.ts";
import { converse, type ProbeRun } from "./probe_process.ts";
import type { ProbeOrder } from "./prober.ts";
import type { SchemaShelf } from "./schema_shelf.ts";
import { SpareSession } from "./spare_session.ts";
import { type Converse, survive } from "./survive.ts";

/** How to probe. */
export interface ProbeEmulatorOptions
  extends Pick<ProbeRun, "deadlineMs" | "account" | "turnstile" | "privileged" | "afterwards"> {
  /** True where the run without an accelerator is worth starting before it is known that there is one. */
  readonly expectAccelerator?: boolean;
  /** What the schemas of other binaries said. */
  readonly schemas?: SchemaShelf;
}

/** The accelerators that are asked for; one that a binary or a host does not have is passed over by QEMU. */
const ACCELERATORS: Partial<Record<Host["env"]["os"], string>> = { linux: "kvm:tcg", darwin: "hvf:tcg" };

/** Probes one binary. Throws {@linkcode ProbeError} when it gave nothing; what failed in part is in the result. */
export async function probeEmulator(
  host: Host,
  order: ProbeOrder,
  options: ProbeEmulatorOptions,
): Promise<QemuCapabilities> {
  const begin = host.clock.monotonic();
  const startedAt = new Date(host.clock.now()).toISOString();
  const denied = new Set(order.deniedTypes);
  const stop = new AbortController();
  const signal = AbortSignal.any([order.signal, stop.signal]);
  const runs = (accelerators: string): Converse => (talk) =>
    converse(host, { ...options, path: order.path, accelerators, signal }, talk);
  const spare = new SpareSession();
  // Sisters have the schema from each other.
  if (options.schemas?.isEmpty === false) spare.release();
  const bare = (): Promise<TcgRun> => askWithoutAccelerator(runs("tcg"), { denied, spare });
  const first = survive(
    runs(ACCELERATORS[host.env.os] ?? "tcg"),
    (session) => askEverything(spare.relieve(session), denied, { order, options }),
    { denied },
  ).finally(() => spare.release());
  const early = options.expectAccelerator === true ? bare() : undefined;
  let full: FullInterrogation;
  try {
    full = await first;
  } catch (error) {
    stop.abort();
    await early;
    throw error;
  }
  if (!full.needsTcgRun) stop.abort();
  const { tcg, problems } = full.needsTcgRun ? await (early ?? bare()) : NO_RUN;
  await early;
  return mergeInterrogations(
    {
      emulator: order.path,
      kvmSupportsNesting: order.kvmSupportsNesting,
      kvmSupportsSecureGuest: order.kvmSupportsSecureGuest,
      ...order.cpuid !== undefined && { cpuid: order.cpuid },
      log: {
        startedAt,
        durationMs: Math.round(host.clock.monotonic() - begin),
        reason: order.reason,
        partial: problems.length > 0,
        problems,
        deniedTypes: [...denied].sort(),
      },
    },
    full,
    tcg,
  );
}

interface TcgRun {
  readonly tcg?: TcgInterrogation;
  readonly problems: readonly ProbeProblem[];
}

const NO_RUN: TcgRun = { problems: [] };

function askEverything(
  session: QmpSession,
  denied: ReadonlySet<string>,
  { order, options }: { readonly order: ProbeOrder; readonly options: ProbeEmulatorOptions },
): Promise<FullInterrogation> {
  const folder = order.path.slice(0, order.path.lastIndexOf("/"));
  return interrogate(session, {
    phase: "full",
    deniedTypes: [...denied],
    ...options.schemas !== undefined && { sisters: { shelf: options.schemas, folder } },
  });
}

/** Never throws: what the first run told is worth keeping without it. */
async function askWithoutAccelerator(
  converse: Converse,
  { denied, spare }: { readonly denied: Set<string>; readonly spare: SpareSession },
): Promise<TcgRun> {
  try {
    const tcg = await survive(converse, (session) =>
      spare.lend(session, async () => {
        const arch = archOfTarget(parseTarget(await session.execute("query-target")));
        return await interrogate(session, { phase: "tcg", arch });
      }), { denied });
    return { tcg, problems: [] };
  } catch (error) {
    const step = error instanceof ProbeError ? error.step : "start";
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [{ step: `accel=tcg: ${step}`, message }] };
  }
}
