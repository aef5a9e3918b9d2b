/**
 * Network filters and where they are in use.
 *
 * @module
 */

import { i32, str, u32, uuid } from "../../xdr/mod.ts";
import { nwfilter, nwfilterBinding } from "../objects.ts";
import { list, p } from "./procedure.ts";

/** Network filters and where they are in use. */
export const nwfilterProcedures = {
  NWFILTER_LOOKUP_BY_NAME: p(175, { name: str }, { nwfilter }, { priority: "high" }),
  NWFILTER_LOOKUP_BY_UUID: p(176, { uuid }, { nwfilter }, { priority: "high" }),
  NWFILTER_GET_XML_DESC: p(177, { nwfilter, flags: u32 }, { xml: str }, { priority: "high" }),
  CONNECT_NUM_OF_NWFILTERS: p(178, {}, { num: i32 }, { priority: "high" }),
  CONNECT_LIST_NWFILTERS: p(179, { maxnames: i32 }, { names: list(str) }, { priority: "high" }),
  NWFILTER_DEFINE_XML: p(180, { xml: str }, { nwfilter }, { priority: "high", writes: true }),
  NWFILTER_UNDEFINE: p(181, { nwfilter }, {}, { priority: "high", writes: true }),
  CONNECT_LIST_ALL_NWFILTERS: p(286, { need_results: i32, flags: u32 }, { filters: list(nwfilter), ret: u32 }, {
    priority: "high",
  }),
  NWFILTER_BINDING_LOOKUP_BY_PORT_DEV: p(397, { name: str }, { nwfilter: nwfilterBinding }, { priority: "high" }),
  NWFILTER_BINDING_GET_XML_DESC: p(398, { nwfilter: nwfilterBinding, flags: u32 }, { xml: str }, { priority: "high" }),
  NWFILTER_BINDING_CREATE_XML: p(399, { xml: str, flags: u32 }, { nwfilter: nwfilterBinding }, {
    priority: "high",
    writes: true,
  }),
  NWFILTER_BINDING_DELETE: p(400, { nwfilter: nwfilterBinding }, {}, { priority: "high", writes: true }),
  CONNECT_LIST_ALL_NWFILTER_BINDINGS: p(401, { need_results: i32, flags: u32 }, {
    bindings: list(nwfilterBinding),
    ret: u32,
  }, { priority: "high" }),
  NWFILTER_DEFINE_XML_FLAGS: p(431, { xml: str, flags: u32 }, { nwfilter }, { priority: "high", writes: true }),
};
