/**
 * `<vsock>`: sockets between host and guest without a network.
 *
 * @module
 */

import { attribute, child, object, oneOf, type ShapeOf, uint32, yesNo } from "../../shape/mod.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

/** The content of `<vsock>`. */
export const vsock = object({
  model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional"), { drop: ["default"] }),
  cid: child("cid", { auto: attribute("auto", yesNo), address: attribute("address", uint32({ min: 1 })) }, {
    empty: "omit",
  }),
  ...deviceInfo,
  driver: child("driver", virtioOptions, { empty: "omit" }),
});

/** Sockets between host and guest. */
export type Vsock = ShapeOf<typeof vsock>;
