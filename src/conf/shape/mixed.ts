/**
 * A list of children of several names whose order in the document matters.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import type { ChoiceOf } from "./choice.ts";
import { ElementOut, type EmptyStyle } from "./element_out.ts";
import { closed, toPart } from "./object.ts";
import type { Part, PartLike } from "./part.ts";

/** How a mixed list is written. */
export interface MixedOptions {
  /** What becomes of an element that holds nothing. @default {"close"} */
  readonly empty?: EmptyStyle;
}

/** The children of these names in document order; `key` is the property that says which element each one is. */
export function mixed<D extends string, C extends Readonly<Record<string, PartLike>>>(
  key: D,
  cases: C,
  options: MixedOptions = {},
): Part<readonly ChoiceOf<D, C>[] | undefined> {
  const parts = new Map(Object.entries(cases).map(([name, content]) => [name, toPart(content)]));
  return {
    optional: true,
    read(reader, context): readonly ChoiceOf<D, C>[] | undefined {
      const found = reader.childrenOf((name) => parts.has(name));
      if (found.length === 0) return undefined;
      return found.map((each) => {
        const value = parts.get(each.name)?.read(each, context) as object;
        return { [key]: each.name, ...value } as ChoiceOf<D, C>;
      });
    },
    write(values, out): void {
      for (const value of values) {
        const name = (value as Record<string, string>)[key] ?? "";
        const inner = new ElementOut(out.context);
        parts.get(name)?.write(value, inner);
        out.content((writer) => inner.flush(writer, name, options.empty));
      }
    },
    schema(definitions): JsonSchema {
      const items = [...parts].map(([name, part]): JsonSchema => ({
        allOf: [
          { type: "object", properties: { [key]: { const: name } }, required: [key] },
          part.schema(definitions),
        ],
      }));
      return { type: "array", items: closed({ anyOf: items }) };
    },
  };
}
