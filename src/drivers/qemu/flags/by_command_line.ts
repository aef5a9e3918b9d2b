/**
 * Flags that stand for an option of the command line, or a parameter of one (`query-command-line-options`). QEMU
 * no longer extends that answer: look for another witness before adding a row.
 *
 * @module
 */

import type { OptionRule } from "./rule.ts";

/** Option to flag, in the order of the flags. */
export const COMMAND_LINE_RULES: readonly OptionRule[] = [
  { flag: "spice", option: "spice" },
  { flag: "seccomp-sandbox", option: "sandbox" },
  { flag: "spice-gl", option: "spice", parameter: "gl" },
  { flag: "spice-rendernode", option: "spice", parameter: "rendernode" },
  { flag: "fsdev.multidevs", option: "fsdev", parameter: "multidevs" },
  { flag: "vnc-power-control", option: "vnc", parameter: "power-control" },
  { flag: "machine-hpet", option: "machine", parameter: "hpet" },
  // Of later releases of the reference.
  { flag: "run-with.async-teardown", option: "run-with", parameter: "async-teardown" },
];
