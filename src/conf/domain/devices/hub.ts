/**
 * `<hub>`: more ports for USB devices.
 *
 * @module
 */

import { attribute, object, oneOf } from "../../shape/mod.ts";
import { internal, unsupported } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";

/** The content of `<hub>`. */
export const hub = object({
  type: attribute("type", oneOf("usb"), {
    required: true,
    missing: internal("missing hub device type"),
    ...unsupported("unknown hub device type '%s'"),
  }),
  ...deviceInfo,
});
