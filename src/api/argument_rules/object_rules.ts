/**
 * What the calls about the machine, its storage and its networks ask of their arguments.
 *
 * @module
 */

import type { StorageVolumeResizeFlags } from "../../model/storage_volume.ts";
import type { ApiName } from "../../model/api_permissions.ts";
import { nonNegative, nonZero, notNull, positive, refuse, type Rule } from "./rule.ts";

/** Rules by call. */
export const OBJECT_RULES: { readonly [Name in ApiName]?: readonly Rule[] } = {
  virConnectBaselineCPU: [notNull(0, "xmlCPUs")],
  virConnectBaselineHypervisorCPU: [notNull([0, "cpu"], "xmlCPUs")],
  virNodeGetCellsFreeMemory: [positive(1, "maxCells"), nonNegative(0, "startCell")],
  virNodeGetFreePages: [nonZero([0, "sizes"], "npages"), nonZero([0, "cellCount"], "cellCount")],
  virNodeAllocPages: [nonZero([0, "pools"], "npages"), nonZero([0, "cellCount"], "cellCount")],
  virStorageVolResize: [checkCapacity],
};

/** A size of nothing is only a change of nothing, or as small as can be. */
function checkCapacity(args: readonly unknown[], context: Parameters<Rule>[1]): void {
  const flags = args[2] as StorageVolumeResizeFlags;
  if (Number(args[1]) !== 0 || flags.delta || flags.shrink) return;
  const text = `capacity in ${context.function} cannot be zero without 'delta' or 'shrink' flags set`;
  refuse("capacity", text, context);
}
