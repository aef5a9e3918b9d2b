/**
 * Parts that hold themselves.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import { toPart } from "./object.ts";
import type { Part, PartLike } from "./part.ts";

/** A part that is looked up when it is used; in the JSON schema it stands under this name in `$defs`. */
export function lazy<T>(name: string, get: () => Part<T> | PartLike): Part<T> {
  const part = (): Part<T> => toPart(get()) as Part<T>;
  return {
    optional: false,
    read: (reader, context) => part().read(reader, context),
    write: (value, out) => part().write(value, out),
    schema(definitions): JsonSchema {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, part().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}
