/**
 * Several parts of one element as one object.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import { type Fields, type FieldsOf, isPart, type Part, type PartLike, type ShapeOf } from "./part.ts";

/** The fields as one part; they are written in their order. */
export function object<F extends Fields>(fields: F): Part<FieldsOf<F>> {
  const entries = Object.entries(fields);
  return {
    optional: false,
    read(reader, context): FieldsOf<F> {
      const read: Record<string, unknown> = {};
      for (const [name, part] of entries) {
        const value = part.read(reader, context);
        if (value !== undefined) read[name] = value;
      }
      return read as FieldsOf<F>;
    },
    write(value, out): void {
      for (const [name, part] of entries) {
        const given = (value as Record<string, unknown>)[name];
        if (given !== undefined) part.write(given, out);
      }
    },
    schema(definitions): JsonSchema {
      const properties = Object.fromEntries(entries.map(([name, part]) => [name, part.schema(definitions)]));
      const required = entries.filter(([, part]) => !part.optional).map(([name]) => name);
      return { type: "object", properties, ...(required.length === 0 ? {} : { required }) };
    },
  };
}

/** A record of fields as the part it stands for. */
export function toPart<P extends PartLike>(like: P): Part<ShapeOf<P>> {
  return (isPart(like) ? like : object(like as Fields)) as Part<ShapeOf<P>>;
}

/** The schema of a whole element's content: no property but those named. */
export function closed(schema: JsonSchema): JsonSchema {
  const isObject = schema.type === "object" || schema.allOf !== undefined || schema.anyOf !== undefined;
  return isObject ? { ...schema, unevaluatedProperties: false } : schema;
}
