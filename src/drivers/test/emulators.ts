/**
 * The one emulator of the hypervisor in memory. Probing it is remembering that it was asked.
 *
 * @module
 */

import type { Clock } from "../../host/host.ts";
import type { EmulatorsPart, EmulatorState, ProbeOptions } from "../contract.ts";

/** The path the emulator says it has; no such file is ever looked for. */
export const EMULATOR = "/usr/bin/test-hv";

/** The architecture of its guests. */
export const ARCH = "i686";

/** The version it reports: that of libvirt's test hypervisor. */
export const VERSION = "0.0.2";

/** Makes the part, with a memory of its own. */
export function createEmulators(clock: Clock): EmulatorsPart {
  let known: EmulatorState = { path: EMULATOR, state: "unprobed", arch: ARCH };

  async function* probe({ force = false, emulators, signal }: ProbeOptions = {}): AsyncGenerator<EmulatorState> {
    await Promise.resolve();
    signal?.throwIfAborted();
    if (emulators !== undefined && !emulators.includes(EMULATOR)) return;
    const fresh = known.state !== "ready";
    known = fresh || force ? probed(clock, fresh ? "new" : "forced") : { ...known, cached: true };
    yield known;
  }

  return { list: () => Promise.resolve([known]), probe };
}

function probed(clock: Clock, reason: string): EmulatorState {
  return {
    path: EMULATOR,
    state: "ready",
    arch: ARCH,
    version: VERSION,
    accelerators: [],
    machineCount: 0,
    cached: false,
    reason,
    durationMs: 0,
    probedAt: new Date(clock.now()).toISOString(),
    partial: false,
    problems: [],
  };
}
