/**
 * The host's network interfaces.
 *
 * @module
 */

import { i32, str, u32 } from "../../xdr/mod.ts";
import { hostInterface } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** The host's network interfaces. */
export const interfaceProcedures = {
  CONNECT_NUM_OF_INTERFACES: p(126, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_INTERFACES: p(127, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  INTERFACE_LOOKUP_BY_NAME: p(128, { name: str }, { iface: hostInterface }, { priority: "high" }),
  INTERFACE_LOOKUP_BY_MAC_STRING: p(129, { mac: str }, { iface: hostInterface }, { priority: "high" }),
  INTERFACE_GET_XML_DESC: p(130, { iface: hostInterface, flags: u32 }, { xml: str }),
  INTERFACE_DEFINE_XML: p(131, { xml: str, flags: u32 }, { iface: hostInterface }, { priority: "high", writes: true }),
  INTERFACE_UNDEFINE: p(132, { iface: hostInterface }, {}, { priority: "high", writes: true }),
  INTERFACE_CREATE: p(133, { iface: hostInterface, flags: u32 }, {}, { writes: true }),
  INTERFACE_DESTROY: p(134, { iface: hostInterface, flags: u32 }, {}, { priority: "high", writes: true }),
  CONNECT_NUM_OF_DEFINED_INTERFACES: p(137, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_DEFINED_INTERFACES: p(138, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  INTERFACE_IS_ACTIVE: p(156, { iface: hostInterface }, { active: i32 }, { priority: "high" }),
  INTERFACE_CHANGE_BEGIN: p(220, { flags: u32 }, {}, { writes: true }),
  INTERFACE_CHANGE_COMMIT: p(221, { flags: u32 }, {}, { writes: true }),
  INTERFACE_CHANGE_ROLLBACK: p(222, { flags: u32 }, {}, { writes: true }),
  CONNECT_LIST_ALL_INTERFACES: p(284, { need_results: i32, flags: u32 }, { ifaces: list(hostInterface), ret: u32 }, {
    priority: "high",
  }),
};
