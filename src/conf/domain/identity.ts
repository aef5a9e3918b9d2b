/**
 * What a guest is called, and what people and programs note about it.
 *
 * @module
 */

import { VIRT_TYPES } from "../../model/virt_type.ts";
import { attribute, child, oneOf, pattern, string, textOf, uint32, uuid, type Value, verbatim } from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

/** Hypervisors that a guest can be written for, by libvirt's names. */
const virtType = oneOf(...VIRT_TYPES);

/** A generation id may be asked for without saying which. */
const uuidOrNothing: Value<string> = {
  ...uuid,
  parse: (text) => text.trim() === "" ? "" : uuid.parse(text),
  schema: { type: "string", pattern: `^$|${uuid.schema.pattern}` },
};

/** The attributes of `<domain>`. */
export const head = {
  type: attribute("type", virtType, {
    required: true,
    ...unsupported("invalid domain type %s"),
    missing: wrong("missing domain type attribute", "VIR_ERR_INTERNAL_ERROR"),
  }),
  id: attribute("id", uint32({ max: 0x7fff_ffff }), { only: "live" }),
};

/** Names, and what is noted. */
export const identity = {
  name: child(
    "name",
    textOf(pattern(/[^\n]+/, "a name on one line"), wrong("invalid char in name: \n", "VIR_ERR_XML_DETAIL")),
    {
      required: true,
      code: "VIR_ERR_NO_NAME",
      domain: "VIR_FROM_DOMAIN",
      detail: "",
    },
  ),
  uuid: child("uuid", textOf(uuid, wrong("malformed uuid element", "VIR_ERR_INTERNAL_ERROR"))),
  genid: child(
    "genid",
    textOf(uuidOrNothing, { emptyIsAbsent: false, ...wrong("malformed genid element", "VIR_ERR_INTERNAL_ERROR") }),
  ),
  title: child("title", textOf(pattern(/[^\n]+/, "a title on one line"), wrong("Domain title can't contain newlines"))),
  description: child("description", textOf(string)),
  metadata: verbatim("metadata"),
};
