/**
 * What the page shows, collected.
 *
 * @module
 */

import type { Agent } from "../../agent/agent.ts";
import type { Watch } from "../../agent/watch.ts";
import type { DetectedDriver } from "../../api/detect_drivers.ts";
import type { CapabilitiesDocument } from "../../conf/capabilities/document.ts";
import type { EmulatorState } from "../../drivers/contract.ts";

/** One hypervisor on the page. */
export interface PageHypervisor {
  readonly uri: string;
  readonly type: string;
  readonly state: "probing" | "ready";
  readonly checkedAt?: number;
  readonly problem?: string;
  readonly emulators: readonly EmulatorState[];
  /** Absent while it is not known. */
  readonly capabilities?: CapabilitiesDocument;
}

/** What the page shows. */
export interface PageFacts {
  readonly version: string;
  readonly hypervisors: readonly PageHypervisor[];
  readonly drivers: readonly DetectedDriver[];
  /** Why no hypervisor could be opened. */
  readonly problem?: string;
}

/** Collects it; what is not known yet is left out. */
export async function gatherPage(
  agent: Agent,
  { version, signal }: { readonly version: string; readonly signal: AbortSignal },
): Promise<PageFacts> {
  const [watches, drivers] = await Promise.all([agent.watches(), agent.detect({ signal })]);
  const hypervisors = await Promise.all(watches.map((watch) => gatherHypervisor(watch, signal)));
  const problem = watches.length === 0 ? agent.problem?.message : undefined;
  return { version, hypervisors, drivers, ...(problem === undefined ? {} : { problem }) };
}

async function gatherHypervisor(watch: Watch, signal: AbortSignal): Promise<PageHypervisor> {
  const { connection, uri, checkedAt, problem } = watch;
  await watch.known();
  const emulators = await watch.emulators({ signal });
  const capabilities = watch.state === "ready" && connection.supports("capabilities")
    ? await connection.getCapabilities({ signal, allowStale: true }).catch(() => undefined)
    : undefined;
  return {
    uri,
    type: connection.getType(),
    state: watch.probing ? "probing" : watch.state,
    emulators,
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(problem === undefined ? {} : { problem: problem.message }),
    ...(capabilities === undefined ? {} : { capabilities }),
  };
}
