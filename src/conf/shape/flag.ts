/**
 * A part that is an empty child whose presence says it all: `<locked/>`.
 *
 * @module
 */

import { BOOLEAN } from "../json_schema.ts";
import type { Part } from "./part.ts";

/** True where the child is there, undefined where it is not. */
export function flag(name: string): Part<boolean | undefined> {
  return {
    optional: true,
    read: (reader) => reader.children(name).length > 0 ? true : undefined,
    write(given, out): void {
      if (given) out.content((writer) => writer.element(name));
    },
    schema: () => BOOLEAN,
  };
}
