/**
 * Settings that only virtio devices have.
 *
 * @module
 */

import { refuseUnsupported } from "./step.ts";

/** The settings in libvirt's order, with what it says of them elsewhere. */
const SETTINGS = {
  iommu: "iommu driver option is only supported for virtio devices",
  ats: "ats driver option is only supported for virtio devices",
  packed: "packed driver option is only supported for virtio devices",
  pagePerVq: "page_per_vq option is only supported for virtio devices",
} as const;

/** Refuses them for a device that is none. */
export function refuseVirtioOptions(driver: { readonly [K in keyof typeof SETTINGS]?: boolean } | undefined): void {
  for (const [name, detail] of Object.entries(SETTINGS)) {
    if (driver?.[name as keyof typeof SETTINGS] !== undefined) refuseUnsupported(detail);
  }
}
