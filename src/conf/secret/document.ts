/**
 * `<secret>`: what a secret is for; its value is never in the document.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  element,
  type Part,
  type ShapeOf,
  string,
  textOf,
  uuid,
  yesNo,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** What the secret unlocks; each kind names it in an element of its own. */
const usage = choice("type", {
  volume: { volume: named("volume", "volume usage specified, but volume path is missing") },
  ceph: { name: named("name", "Ceph usage specified, but name is missing") },
  iscsi: { target: named("target", "iSCSI usage specified, but target is missing") },
  tls: { name: named("name", "TLS usage specified, but name is missing") },
  vtpm: { name: named("name", "vTPM usage specified, but name is missing") },
}, { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_SECRET", detail: "unknown secret usage type %s" });

/** A secret's document. */
export const secret = element("secret", {
  ephemeral: attribute("ephemeral", yesNo, { default: false, ...invalid("invalid value of 'ephemeral'") }),
  private: attribute("private", yesNo, { default: false, ...invalid("invalid value of 'private'") }),
  uuid: child(
    "uuid",
    textOf(uuid, { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_SECRET", detail: "malformed uuid element" }),
  ),
  description: child("description", textOf(string)),
  usage: child("usage", usage),
});

/** A secret's document as an object; also its JSON form. */
export type Secret = ShapeOf<typeof secret>;

function named(name: string, missing: string): Part<string> {
  const terms = { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_SECRET", detail: missing } as const;
  return child(name, textOf(string), { required: true, ...terms });
}

function invalid(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_SECRET", detail };
}
