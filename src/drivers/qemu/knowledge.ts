/**
 * What is kept of one emulator, in full and in the index.
 *
 * @module
 */

import type { Observations } from "./cache_document.ts";
import type { ProbeInputs, ProbeProblem, QemuCapabilities } from "./capabilities.ts";
import type { EmulatorSummary } from "./emulator_summary.ts";

/** Everything: the content of one cache file, without what the store itself writes into it. */
export interface QemuKnowledge {
  readonly capabilities: QemuCapabilities;
  readonly inputs: ProbeInputs;
  readonly observed: Observations;
}

/** What the index keeps: enough for the host's document and for a list. */
export interface QemuKnowledgeSummary {
  readonly emulator: EmulatorSummary;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly problems: readonly ProbeProblem[];
}
