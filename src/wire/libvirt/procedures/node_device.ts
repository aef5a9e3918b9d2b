/**
 * The host's devices.
 *
 * @module
 */

import { array, i32, optStr, str, u32 } from "../../xdr/mod.ts";
import { nodeDevice } from "../objects.ts";
import { p } from "./procedure.ts";

/** The host's devices. */
export const nodeDeviceProcedures = {
  NODE_NUM_OF_DEVICES: p(111, { cap: optStr, flags: u32 }, { num: i32 }, { priority: "high" }),
  NODE_LIST_DEVICES: p(112, { cap: optStr, maxnames: i32, flags: u32 }, { names: array(str, 65536) }, {
    priority: "high",
  }),
  NODE_DEVICE_LOOKUP_BY_NAME: p(113, { name: str }, { dev: nodeDevice }, { priority: "high" }),
  NODE_DEVICE_GET_XML_DESC: p(114, { name: str, flags: u32 }, { xml: str }),
  NODE_DEVICE_GET_PARENT: p(115, { name: str }, { parentName: optStr }, { priority: "high" }),
  NODE_DEVICE_NUM_OF_CAPS: p(116, { name: str }, { num: i32 }, { priority: "high" }),
  NODE_DEVICE_LIST_CAPS: p(117, { name: str, maxnames: i32 }, { names: array(str, 65536) }, { priority: "high" }),
  NODE_DEVICE_DETTACH: p(118, { name: str }, {}, { writes: true }),
  NODE_DEVICE_RE_ATTACH: p(119, { name: str }, {}, { writes: true }),
  NODE_DEVICE_RESET: p(120, { name: str }, {}, { writes: true }),
  NODE_DEVICE_CREATE_XML: p(123, { xml_desc: str, flags: u32 }, { dev: nodeDevice }, { writes: true }),
  NODE_DEVICE_DESTROY: p(124, { name: str }, {}, { priority: "high", writes: true }),
  CONNECT_LIST_ALL_NODE_DEVICES: p(285, { need_results: i32, flags: u32 }, {
    devices: array(nodeDevice, 65536),
    ret: u32,
  }, { priority: "high" }),
  NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN: p(297, { wwnn: str, wwpn: str, flags: u32 }, { dev: nodeDevice }, {
    priority: "high",
  }),
  NODE_DEVICE_DETACH_FLAGS: p(301, { name: str, driverName: optStr, flags: u32 }, {}, { writes: true }),
  NODE_DEVICE_DEFINE_XML: p(428, { xml_desc: str, flags: u32 }, { dev: nodeDevice }, { writes: true }),
  NODE_DEVICE_UNDEFINE: p(429, { name: str, flags: u32 }, {}, { priority: "high", writes: true }),
  NODE_DEVICE_CREATE: p(430, { name: str, flags: u32 }, {}, { priority: "high", writes: true }),
  NODE_DEVICE_GET_AUTOSTART: p(433, { name: str }, { autostart: i32 }, { priority: "high", writes: true }),
  NODE_DEVICE_SET_AUTOSTART: p(434, { name: str, autostart: i32 }, {}, { priority: "high", writes: true }),
  NODE_DEVICE_IS_PERSISTENT: p(435, { name: str }, { persistent: i32 }, { priority: "high" }),
  NODE_DEVICE_IS_ACTIVE: p(436, { name: str }, { active: i32 }, { priority: "high" }),
  NODE_DEVICE_UPDATE: p(447, { name: str, xml_desc: str, flags: u32 }, {}, { priority: "high", writes: true }),
};
