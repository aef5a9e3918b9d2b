/**
 * `<nvram>` among the devices: memory of a PowerPC guest that outlives a start.
 *
 * @module
 */

import { object } from "../../shape/mod.ts";
import { deviceInfo } from "./device_info.ts";

/** The content of `<nvram>`. */
export const nvramDevice = object(deviceInfo);
