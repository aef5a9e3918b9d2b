/**
 * Flags that stand for the presence of a QMP command.
 *
 * @module
 */

import type { CommandRule } from "./rule.ts";

/** Command to flag, in the order of the flags. */
export const COMMAND_RULES: readonly CommandRule[] = [
  { flag: "vnc", command: "query-vnc" },
  { flag: "rtc-reset-reinjection", command: "rtc-reset-reinjection" },
  { flag: "query-hotpluggable-cpus", command: "query-hotpluggable-cpus" },
  { flag: "query-cpu-model-expansion", command: "query-cpu-model-expansion" },
  { flag: "query-cpu-definitions", command: "query-cpu-definitions" },
  { flag: "query-cpu-model-baseline", command: "query-cpu-model-baseline" },
  { flag: "query-cpu-model-comparison", command: "query-cpu-model-comparison" },
  { flag: "blockdev-reopen", command: "blockdev-reopen" },
  { flag: "block-export-add", command: "block-export-add" },
  { flag: "set-action", command: "set-action" },
  { flag: "query-dirty-rate", command: "query-dirty-rate" },
  { flag: "sev-inject-launch-secret", command: "sev-inject-launch-secret" },
  { flag: "calc-dirty-rate", command: "calc-dirty-rate" },
  { flag: "query-stats", command: "query-stats" },
  { flag: "query-stats-schemas", command: "query-stats-schemas" },
  // Of later releases of the reference.
  { flag: "display-reload", command: "display-reload" },
  { flag: "blockdev-set-active", command: "blockdev-set-active" },
  { flag: "qom-list-get", command: "qom-list-get" },
  { flag: "query-accelerators", command: "query-accelerators" },
];
