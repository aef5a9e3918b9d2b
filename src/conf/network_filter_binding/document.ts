/**
 * `<filterbinding>`: a filter in use on a guest's port.
 *
 * @module
 */

import { filterReference } from "../parts/filter_reference.ts";
import { attribute, child, element, mac, type ShapeOf, string, textOf, uuid } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** A binding's document. */
export const networkFilterBinding = element("filterbinding", {
  owner: child("owner", {
    name: child("name", textOf(string), { required: true, ...wrong("filter binding has no owner name") }),
    uuid: child("uuid", textOf(uuid, wrong("Unable to parse UUID '%s'")), {
      required: true,
      ...wrong("filter binding has no owner UUID"),
    }),
  }, { required: true, ...wrong("filter binding has no owner name") }),
  portDev: child("portdev", named("filter binding has no port dev name"), {
    required: true,
    ...wrong("filter binding has no port dev name"),
  }),
  linkDev: child("linkdev", named("filter binding has no link dev name")),
  mac: child("mac", {
    address: attribute("address", mac, {
      required: true,
      ...wrong("Unable to parse MAC '%s'"),
      missing: wrong("filter binding has no MAC address"),
    }),
  }, { required: true, ...wrong("filter binding has no MAC address") }),
  filterReference: child("filterref", filterReference(wrong("filter binding has no filter reference")), {
    required: true,
    ...wrong("filter binding has no filter reference"),
  }),
});

/** A binding as an object; also its JSON form. */
export type NetworkFilterBinding = ShapeOf<typeof networkFilterBinding>;

function named(detail: string) {
  return { name: attribute("name", string, { required: true, drop: [""], missing: wrong(detail) }) };
}

function wrong(detail: string): ErrorTerms {
  return { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_NWFILTER", detail };
}
