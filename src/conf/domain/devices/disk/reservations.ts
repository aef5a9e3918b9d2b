/**
 * `<reservations>`: who carries out a guest's SCSI persistent reservations.
 *
 * @module
 */

import { attribute, child, oneOf, refine, string, yesNo } from "../../../shape/mod.ts";
import type { ErrorTerms } from "../../../xml/document_error.ts";

/** The child `<reservations>`. */
export const reservations = child(
  "reservations",
  refine({
    managed: attribute("managed", yesNo, { required: true }),
    source: child("source", {
      type: attribute("type", oneOf("unix"), {
        required: true,
        missing: said("missing connection type for <reservations/>"),
        ...said("unsupported connection type for <reservations/>: %s"),
      }),
      path: attribute("path", string, { required: true, ...said("missing path for <reservations/>") }),
      mode: attribute("mode", oneOf("client"), {
        required: true,
        missing: said("missing connection mode for <reservations/>"),
        ...said("unsupported connection mode for <reservations/>: %s"),
      }),
    }),
  }, ({ managed, source }, fail) => {
    if (managed || source !== undefined) return;
    fail("an unmanaged helper has a source", said("missing connection type for <reservations/>"));
  }),
);

function said(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_STORAGE", detail };
}
