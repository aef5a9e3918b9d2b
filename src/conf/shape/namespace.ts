/**
 * Parts in an XML namespace of their own, which is declared on the element that holds them.
 *
 * @module
 */

import { object } from "./object.ts";
import type { Fields, FieldsOf, Part } from "./part.ts";

/** Fields whose elements are named with this prefix, which the document's `namespaces` bind; absent where unused. */
export function namespace<F extends Fields>(prefix: string, uri: string, fields: F): Part<FieldsOf<F> | undefined> {
  const part = object(fields);
  return {
    optional: true,
    read(reader, context): FieldsOf<F> | undefined {
      const value = part.read(reader, context);
      return Object.keys(value as object).length === 0 ? undefined : value;
    },
    write(value, out): void {
      out.attribute(`xmlns:${prefix}`, uri);
      part.write(value as Exclude<FieldsOf<F>, undefined>, out);
    },
    schema: (definitions) => ({ ...part.schema(definitions), unevaluatedProperties: false }),
  };
}
