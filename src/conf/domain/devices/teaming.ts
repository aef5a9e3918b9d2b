/**
 * `<teaming>`: two interfaces of which the guest makes one, so that it can be migrated.
 *
 * @module
 */

import { attribute, child, oneOf, refine, string } from "../../shape/mod.ts";
import { unsupported } from "../terms.ts";

const content = refine({
  type: attribute("type", oneOf("persistent", "transient"), unsupported("unknown teaming type '%s'")),
  persistent: attribute("persistent", string),
}, ({ type, persistent }, fail) => {
  if (type !== undefined || persistent === undefined) return;
  fail("a type must be given", { attribute: "type", ...unsupported("unknown teaming type '(null)'") });
});

/** The child `<teaming>`. */
export const teaming = child("teaming", content, { empty: "omit" });
