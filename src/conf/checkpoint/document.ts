/**
 * `<domaincheckpoint>`: a moment from which changes of a domain's disks are remembered.
 *
 * @module
 */

import { NAMESPACES } from "../domain/namespaces.ts";
import { embeddedDomain } from "../parts/embedded_domain.ts";
import { momentName, momentPlace } from "../parts/moment.ts";
import {
  attribute,
  child,
  children,
  element,
  oneOf,
  path,
  pattern,
  type ShapeOf,
  string,
  textOf,
  uint64,
} from "../shape/mod.ts";

/** libvirt holds such a document to the schema, whoever asks. */
const SCHEMA = { code: "VIR_ERR_XML_INVALID_SCHEMA" } as const;

/** A checkpoint's document. */
export const checkpoint = element("domaincheckpoint", {
  ...momentName,
  name: child("name", textOf(pattern(/[\w-][\w.-]*/, "a name of letters, digits, _, - and ."), SCHEMA)),
  ...momentPlace,
  disks: path(
    "disks",
    children("disk", {
      name: attribute("name", string, { required: true, ...SCHEMA }),
      checkpoint: attribute("checkpoint", oneOf("no", "bitmap"), { default: "bitmap", ...SCHEMA }),
      bitmap: attribute("bitmap", string),
      size: attribute("size", uint64, { only: "live" }),
    }),
  ),
  domain: embeddedDomain("domain"),
}, { namespaces: NAMESPACES });

/** A checkpoint as an object; also its JSON form. */
export type Checkpoint = ShapeOf<typeof checkpoint>;
