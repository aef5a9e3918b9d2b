/**
 * `<watchdog>`: what happens when a guest no longer says that it is well.
 *
 * @module
 */

import { attribute, object, oneOf } from "../../shape/mod.ts";
import { internal, unsupported } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";

/** The content of `<watchdog>`. */
export const watchdog = object({
  model: attribute("model", oneOf("i6300esb", "ib700", "diag288"), {
    required: true,
    missing: internal("watchdog must contain model name"),
    ...unsupported("unknown watchdog model '%s'"),
  }),
  action: attribute("action", oneOf("reset", "shutdown", "poweroff", "pause", "dump", "none", "inject-nmi"), {
    default: "reset",
    ...unsupported("unknown watchdog action '%s'"),
  }),
  ...deviceInfo,
});
