/**
 * Virtual networks.
 *
 * @module
 */

import { array, i32, optStr, str, u32, uuid } from "../../xdr/mod.ts";
import { dhcpLease, network } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Virtual networks. */
export const networkProcedures = {
  CONNECT_LIST_DEFINED_NETWORKS: p(36, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  CONNECT_LIST_NETWORKS: p(38, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  NETWORK_CREATE: p(39, { net: network }, {}, { writes: true }),
  NETWORK_CREATE_XML: p(40, { xml: str }, { net: network }, { writes: true }),
  NETWORK_DEFINE_XML: p(41, { xml: str }, { net: network }, { priority: "high", writes: true }),
  NETWORK_DESTROY: p(42, { net: network }, {}, { priority: "high", writes: true }),
  NETWORK_GET_XML_DESC: p(43, { net: network, flags: u32 }, { xml: str }, { priority: "high" }),
  NETWORK_GET_AUTOSTART: p(44, { net: network }, { autostart: i32 }, { priority: "high" }),
  NETWORK_GET_BRIDGE_NAME: p(45, { net: network }, { name: str }, { priority: "high" }),
  NETWORK_LOOKUP_BY_NAME: p(46, { name: str }, { net: network }, { priority: "high" }),
  NETWORK_LOOKUP_BY_UUID: p(47, { uuid }, { net: network }, { priority: "high" }),
  NETWORK_SET_AUTOSTART: p(48, { net: network, autostart: i32 }, {}, { priority: "high", writes: true }),
  NETWORK_UNDEFINE: p(49, { net: network }, {}, { priority: "high", writes: true }),
  CONNECT_NUM_OF_DEFINED_NETWORKS: p(50, {}, { num: i32 }, { priority: "high" }),
  CONNECT_NUM_OF_NETWORKS: p(52, {}, { num: i32 }, { priority: "high" }),
  NETWORK_IS_ACTIVE: p(152, { net: network }, { active: i32 }, { priority: "high" }),
  NETWORK_IS_PERSISTENT: p(153, { net: network }, { persistent: i32 }, { priority: "high" }),
  CONNECT_LIST_ALL_NETWORKS: p(283, { need_results: i32, flags: u32 }, { nets: list(network), ret: u32 }, {
    priority: "high",
  }),
  NETWORK_UPDATE: p(291, { net: network, command: u32, section: u32, parentIndex: i32, xml: str, flags: u32 }, {}, {
    priority: "high",
    writes: true,
  }),
  NETWORK_GET_DHCP_LEASES: p(341, { net: network, mac: optStr, need_results: i32, flags: u32 }, {
    leases: array(dhcpLease, 65536),
    ret: u32,
  }),
  NETWORK_DEFINE_XML_FLAGS: p(432, { xml: str, flags: u32 }, { net: network }, { priority: "high", writes: true }),
  NETWORK_CREATE_XML_FLAGS: p(437, { xml: str, flags: u32 }, { net: network }, { priority: "high", writes: true }),
  NETWORK_SET_METADATA: p(444, { network, type: i32, metadata: optStr, key: optStr, uri: optStr, flags: u32 }, {}, {
    writes: true,
  }),
  NETWORK_GET_METADATA: p(445, { network, type: i32, uri: optStr, flags: u32 }, { metadata: str }),
};
