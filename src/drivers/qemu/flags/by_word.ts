/**
 * Flags that stand for a word in a list which QEMU gives: migration capabilities, TPM models and TPM back-ends.
 *
 * @module
 */

import type { WordRule } from "./rule.ts";

/** Of `query-migrate-capabilities`. */
export const MIGRATION_CAPABILITY_RULES: readonly WordRule[] = [
  { flag: "migrate-rdma", word: "rdma-pin-all" },
];

/** Of `query-tpm-models`. */
export const TPM_MODEL_RULES: readonly WordRule[] = [
  { flag: "tpm-tis", word: "tpm-tis" },
  { flag: "tpm-crb", word: "tpm-crb" },
  { flag: "tpm-spapr", word: "tpm-spapr" },
];

/** Of `query-tpm-types`; counted only where QEMU knows TPM models at all. */
export const TPM_TYPE_RULES: readonly WordRule[] = [
  { flag: "tpm-passthrough", word: "passthrough" },
  { flag: "tpm-emulator", word: "emulator" },
];

/** Of the names in `query-cpu-definitions`. */
export const CPU_MODEL_RULES: readonly WordRule[] = [
  { flag: "cpu-max", word: "max" },
];
