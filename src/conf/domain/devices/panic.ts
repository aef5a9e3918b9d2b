/**
 * `<panic>`: how a guest tells that it has crashed.
 *
 * @module
 */

import { attribute, object, oneOf } from "../../shape/mod.ts";
import { unsupported } from "../terms.ts";
import { deviceInfo } from "./device_info.ts";

/** The content of `<panic>`; the driver chooses a model where none is given. */
export const panic = object({
  model: attribute("model", oneOf("isa", "pseries", "hyperv", "s390"), {
    drop: ["default"],
    ...unsupported("unknown panic model '%s'"),
  }),
  ...deviceInfo,
});
