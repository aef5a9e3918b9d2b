/**
 * What is known of an emulator, in the words of the driver contract.
 *
 * @module
 */

import type { CacheFailure, CacheRow, CacheVerdict } from "../../cache/contract.ts";
import type { EmulatorState } from "../contract.ts";
import type { QemuKnowledgeSummary } from "./knowledge.ts";
import { versionText } from "./parse_version.ts";

/** What a list says of an emulator that may be being probed right now. */
export function stateOf(
  path: string,
  verdict: CacheVerdict<QemuKnowledgeSummary> | undefined,
  options: { readonly probing: boolean },
): EmulatorState {
  if (options.probing) return { path, state: "probing" };
  switch (verdict?.state) {
    case "valid":
      return readyState(verdict.row, { cached: true });
    case "failed":
      return failedState(verdict.failure);
    default:
      return { path, state: "unprobed", ...(verdict?.state === "invalid" ? { reason: verdict.reason } : {}) };
  }
}

/** An emulator that is known. */
export function readyState(
  row: CacheRow<QemuKnowledgeSummary>,
  options: { readonly cached: boolean },
): EmulatorState {
  const { emulator, durationMs, problems, startedAt } = row.summary;
  return {
    path: row.key,
    state: "ready",
    arch: emulator.arch,
    version: versionText(emulator.version),
    ...(emulator.package === undefined ? {} : { package: emulator.package }),
    accelerators: emulator.accelerators,
    machineCount: emulator.machines.length,
    cached: options.cached,
    reason: row.reason,
    durationMs,
    probedAt: startedAt,
    partial: emulator.partial === true,
    problems,
  };
}

/** An emulator whose last probe failed. */
export function failedState({ key, detail, retryAt, reason, failedAt }: CacheFailure): EmulatorState {
  return { path: key, state: "failed", error: detail, retryAt, reason, probedAt: failedAt };
}

/** Something in an emulator's place that cannot be run at all. */
export function unusableState(path: string, message: string): EmulatorState {
  return { path, state: "failed", error: { step: "find", message } };
}
