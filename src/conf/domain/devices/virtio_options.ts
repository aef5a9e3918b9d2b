/**
 * What the `<driver>` of every virtio device may have.
 *
 * @module
 */

import { attribute, onOff } from "../../shape/mod.ts";

/** Fields of the `<driver>` of a virtio device. */
export const virtioOptions = {
  iommu: attribute("iommu", onOff),
  ats: attribute("ats", onOff),
  packed: attribute("packed", onOff),
  pagePerVq: attribute("page_per_vq", onOff),
} as const;
