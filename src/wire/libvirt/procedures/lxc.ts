/**
 * The program of calls that only containers have.
 *
 * @module
 */

import { u32 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { p } from "./procedure.ts";

/** The program of calls that only containers have. */
export const lxcProcedures = {
  LXC_DOMAIN_OPEN_NAMESPACE: p(1, { dom: domain, flags: u32 }, {}, {
    descriptors: "to-client",
    program: "lxc",
    writes: true,
  }),
};
