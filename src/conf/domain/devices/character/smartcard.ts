/**
 * `<smartcard>`: a reader of smart cards, with a card of the host, of certificates, or of who is connected.
 *
 * @module
 */

import {
  child,
  children,
  choice,
  type FieldsOf,
  merge,
  type Part,
  refine,
  string,
  textOf,
} from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";
import { deviceInfo } from "../device_info.ts";
import { type CharacterSource, characterSource } from "./source.ts";

const THREE = 3;

const certificates = refine({
  certificates: children("certificate", textOf(string)),
  database: child("database", textOf(string)),
}, ({ certificates, database }, fail) => {
  if (certificates?.length !== THREE) {
    fail("three certificates must be given", wrong("host-certificates mode needs exactly three certificates"));
  }
  if (database === undefined || database.startsWith("/")) return;
  fail("the database is a folder's whole path", wrong(`expecting absolute path: ${database}`));
});

const modes = choice("mode", {
  host: {},
  "host-certificates": certificates,
  passthrough: characterSource({ missing: wrong("passthrough mode requires a character device type attribute") }),
});

/** A card reader. */
export type Smartcard =
  & FieldsOf<typeof deviceInfo>
  & (
    | { readonly mode: "host" }
    | { readonly mode: "host-certificates"; readonly certificates?: readonly string[]; readonly database?: string }
    | { readonly mode: "passthrough" } & CharacterSource
  );

/** The content of `<smartcard>`. */
export const smartcard: Part<Smartcard> = merge(modes, deviceInfo) as Part<Smartcard>;
