/**
 * Who is calling: what comes before everything else.
 *
 * @module
 */

import { array, charWords, i32, str } from "../../xdr/mod.ts";
import { p } from "./procedure.ts";

/** Who is calling: what comes before everything else. */
export const authProcedures = {
  AUTH_LIST: p(66, {}, { types: array(i32, 20) }, { priority: "high" }),
  AUTH_SASL_INIT: p(67, {}, { mechlist: str }, { priority: "high" }),
  AUTH_SASL_START: p(68, { mech: str, nil: i32, data: charWords(65536) }, {
    complete: i32,
    nil: i32,
    data: charWords(65536),
  }, { priority: "high" }),
  AUTH_SASL_STEP: p(69, { nil: i32, data: charWords(65536) }, { complete: i32, nil: i32, data: charWords(65536) }, {
    priority: "high",
  }),
  AUTH_POLKIT: p(70, {}, { complete: i32 }, { priority: "high" }),
};
