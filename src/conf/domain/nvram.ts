/**
 * `<nvram>`: where the firmware keeps its variables.
 *
 * @module
 */

import { attribute, merge, object, type Part, string, textIfAny } from "../shape/mod.ts";
import { type Storage, storage } from "./devices/disk/source.ts";

/** What new variables are copied from. */
const template = { template: attribute("template", string) };
const asFile = object({ ...template, path: textIfAny(string) });
const asStorage = merge(template, storage({ first: false }));

/** Variables in a file of the host. */
export interface NvramFile {
  /** What it is copied from where it is not there. */
  readonly template?: string;
  readonly path?: string;
}

/** Where the firmware keeps its variables: in a file, or in any storage that a disk can be on. */
export type Nvram = NvramFile | (NvramFile & { readonly path?: never } & Storage);

/** The content of `<nvram>`; one with a type is on storage. */
export const nvram: Part<Nvram> = {
  optional: false,
  read: (reader, context) => (reader.attribute("type") === undefined ? asFile : asStorage).read(reader, context),
  write(value, out): void {
    if ("type" in value) asStorage.write(value, out);
    else asFile.write(value, out);
  },
  schema: (definitions) => ({ anyOf: [asFile.schema(definitions), asStorage.schema(definitions)] }),
};
