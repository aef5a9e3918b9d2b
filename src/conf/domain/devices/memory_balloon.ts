/**
 * `<memballoon>`: how a guest gives memory back.
 *
 * @module
 */

import {
  attribute,
  child,
  cNumber,
  type FieldsOf,
  mapped,
  object,
  oneOf,
  onOff,
  type Part,
  path,
} from "../../shape/mod.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

const period = attribute("period", cNumber({ min: -0x8000_0000, max: 0x7fff_ffff }));

const fields = {
  model: attribute("model", oneOf("virtio", "xen", "none", "virtio-transitional", "virtio-non-transitional"), {
    required: true,
  }),
  autodeflate: attribute("autodeflate", onOff),
  freePageReporting: attribute("freePageReporting", onOff),
  /** Seconds between two readings of the guest's statistics; never where it is not said. */
  statsPeriod: mapped(path("stats", period), {
    parse: (seconds): number | undefined => seconds !== undefined && seconds > 0 ? seconds : undefined,
    format: (seconds) => seconds,
  }),
  ...deviceInfo,
  driver: child("driver", virtioOptions, { empty: "omit" }),
} as const;

/** A memory balloon, or that there is none. */
export interface MemoryBalloon extends FieldsOf<typeof fields> {}

/** The content of `<memballoon>`; what is none has no address. */
export const memoryBalloon: Part<MemoryBalloon> = mapped(object(fields), {
  parse(given): MemoryBalloon {
    if (given.model !== "none") return given;
    const { alias: _alias, acpiIndex: _acpiIndex, address: _address, ...rest } = given;
    return rest;
  },
  format: (given) => given,
});
