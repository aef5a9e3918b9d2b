/**
 * Ports of virtual networks.
 *
 * @module
 */

import { i32, str, u32, uuid } from "../../xdr/mod.ts";
import { network, networkPort } from "../objects.ts";
import { list, p, parameters } from "./procedure.ts";

/** Ports of virtual networks. */
export const networkPortProcedures = {
  NETWORK_LIST_ALL_PORTS: p(404, { network, need_results: i32, flags: u32 }, { ports: list(networkPort), ret: u32 }, {
    priority: "high",
  }),
  NETWORK_PORT_LOOKUP_BY_UUID: p(405, { network, uuid }, { port: networkPort }, { priority: "high" }),
  NETWORK_PORT_CREATE_XML: p(406, { network, xml: str, flags: u32 }, { port: networkPort }, { writes: true }),
  NETWORK_PORT_GET_PARAMETERS: p(407, { port: networkPort, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  NETWORK_PORT_SET_PARAMETERS: p(408, { port: networkPort, params: parameters(16), flags: u32 }, {}, { writes: true }),
  NETWORK_PORT_GET_XML_DESC: p(409, { port: networkPort, flags: u32 }, { xml: str }),
  NETWORK_PORT_DELETE: p(410, { port: networkPort, flags: u32 }, {}, { writes: true }),
};
