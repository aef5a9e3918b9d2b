/**
 * `<lease>`: what a lock manager keeps others from using.
 *
 * @module
 */

import { attribute, child, nonZero, object, string, textOf, uint64 } from "../../shape/mod.ts";
import { required } from "../terms.ts";

/** The content of `<lease>`. */
export const lease = object({
  lockspace: child("lockspace", textOf(string), { required: true }),
  key: child("key", textOf(string), required("Missing 'key' element for lease")),
  target: child("target", {
    path: attribute("path", string, required("Missing 'path' attribute to 'target' element for lease")),
    offset: nonZero(attribute("offset", uint64)),
  }, required("Missing 'target' element for lease")),
});
