/**
 * `<iommu>`: what keeps a guest's devices apart.
 *
 * @module
 */

import { attribute, child, nonZero, object, oneOf, onOff, type ShapeOf, uint32 } from "../../shape/mod.ts";
import { deviceInfo } from "./device_info.ts";

/** The content of `<iommu>`. */
export const iommu = object({
  model: attribute("model", oneOf("intel", "smmuv3", "virtio"), { required: true }),
  driver: child("driver", {
    interruptRemapping: attribute("intremap", onOff),
    cachingMode: attribute("caching_mode", onOff),
    extendedInterrupts: attribute("eim", onOff),
    ioTlb: attribute("iotlb", onOff),
    addressBits: nonZero(attribute("aw_bits", uint32())),
  }, { empty: "omit" }),
  ...deviceInfo,
});

/** What keeps devices apart. */
export type Iommu = ShapeOf<typeof iommu>;
