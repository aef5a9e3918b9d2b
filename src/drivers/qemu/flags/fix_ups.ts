/**
 * What is decided after the tables: flags that follow from other flags, and flags that the platform takes back.
 *
 * @module
 */

import type { FlagEvidence } from "./derive_flags.ts";

/** A flag that is set when all of the others are. */
interface Implication {
  readonly flag: string;
  readonly when: readonly string[];
  /** Only for these architectures. */
  readonly architectures?: readonly string[];
}

/** Applied top down: a row may rest on an earlier one. */
const IMPLICATIONS: readonly Implication[] = [
  { flag: "cpu-cache", when: ["query-cpu-model-expansion"], architectures: ["i686", "x86_64"] },
  { flag: "canonical-cpu-features", when: ["cpu-unavailable-features"] },
  { flag: "incremental-backup", when: ["blockdev-reopen", "migration-param.block-bitmap-mapping"] },
  // The option "-compat" is in no list; QAPI objects came in the same release.
  { flag: "compat-deprecated", when: ["object.qapified"] },
];

/** Sets what follows from other flags and clears what the platform or a newer way of doing it takes back. */
export function applyFixUps(flags: Set<string>, evidence: Pick<FlagEvidence, "arch" | "sev" | "sgx">): void {
  if (!evidence.sev) {
    flags.delete("sev-guest");
    flags.delete("sev-snp-guest");
  }
  if (!evidence.sgx) flags.delete("sgx-epc");
  for (const { flag, when, architectures } of IMPLICATIONS) {
    if (architectures !== undefined && !architectures.includes(evidence.arch)) continue;
    if (when.every((other) => flags.has(other))) flags.add(flag);
  }
  // The machine property replaced the option.
  if (flags.has("machine-hpet")) flags.delete("no-hpet");
}
