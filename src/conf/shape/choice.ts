/**
 * Parts of which an element holds one or another.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import { valueTerms } from "./attribute.ts";
import { toPart } from "./object.ts";
import type { Fields, Part, PartLike, ShapeOf } from "./part.ts";
import { failValue, type ValueTerms } from "./value.ts";
import { oneOf } from "./words.ts";

/** The union that a choice stands for. */
export type ChoiceOf<D extends string, C> = {
  [K in keyof C & string]: { readonly [P in D]: K } & ShapeOf<C[K]>;
}[keyof C & string];

/** How a choice is read. */
export interface ChoiceOptions<K extends string> extends ValueTerms {
  /** What an element without the attribute is. Default: an error. */
  readonly default?: K;
  /** Does not write the attribute for the default. @default {false} */
  readonly omitDefault?: boolean;
  /** Writes the attribute ahead of those of the parts before this one, which may write children too. @default {false} */
  readonly first?: boolean;
  /** What libvirt says where the attribute is missing and that is not what it says about a bad value. */
  readonly missing?: ValueTerms;
}

/** What an element holds depends on one of its attributes, which becomes the property of the same name. */
export function choice<D extends string, C extends Readonly<Record<string, PartLike>>>(
  name: D,
  cases: C,
  options: ChoiceOptions<keyof C & string> = {},
): Part<ChoiceOf<D, C>> {
  const parts = new Map(Object.entries(cases).map(([word, content]) => [word, toPart(content)]));
  const value = oneOf(...parts.keys());
  const terms = valueTerms(options);
  return {
    optional: false,
    read(reader, context): ChoiceOf<D, C> {
      const word = reader.attribute(name) ?? options.default;
      if (word === undefined) {
        const detail = options.detail ?? `Missing required attribute '${name}' in element '${reader.name}'`;
        return reader.fail(`the attribute "${name}" is missing`, name, { ...terms, detail, ...options.missing });
      }
      const part = parts.get(word) ?? failValue(reader, { value, text: word, attribute: name, terms });
      return { [name]: word, ...part.read(reader, context) as object } as ChoiceOf<D, C>;
    },
    write(given, out): void {
      const word = (given as Record<string, string>)[name] ?? "";
      if (options.omitDefault !== true || word !== options.default) {
        if (options.first === true) out.firstAttribute(name, word);
        else out.attribute(name, word);
      }
      parts.get(word)?.write(given, out);
    },
    schema: (definitions): JsonSchema => ({
      anyOf: [...parts].map(([word, part]) => withProperty(part.schema(definitions), name, { const: word })),
    }),
  };
}

/** The union that alternatives stand for. */
export type AlternativesOf<F> = {
  [K in keyof F]: { readonly [P in K]: Exclude<ShapeOf<F[K]>, undefined> };
}[keyof F];

/** Exactly one of the fields; where several are given the first counts for libvirt, and is an error here. */
export function alternatives<F extends Fields>(fields: F, terms: ValueTerms = {}): Part<AlternativesOf<F>> {
  const entries = Object.entries(fields);
  return {
    optional: false,
    read(reader, context): AlternativesOf<F> {
      const found = entries.map(([name, part]) => [name, part.read(reader, context)] as const)
        .filter(([, value]) => value !== undefined);
      const [first, second] = found;
      const names = entries.map(([name]) => name).join(", ");
      if (first === undefined) return reader.fail(`one of ${names} must be given`, undefined, valueTerms(terms));
      if (second !== undefined && !context.lenient) reader.fail(`only one of ${names} may be given`, undefined, terms);
      return { [first[0]]: first[1] } as AlternativesOf<F>;
    },
    write(value, out): void {
      for (const [name, part] of entries) {
        const given = (value as Record<string, unknown>)[name];
        if (given !== undefined) part.write(given, out);
      }
    },
    schema: (definitions): JsonSchema => ({
      anyOf: entries.map(([name, part]) => withProperty({ type: "object" }, name, part.schema(definitions))),
    }),
  };
}

type Merged<P extends readonly PartLike[]> = P extends readonly [infer H, ...infer R extends readonly PartLike[]]
  ? ShapeOf<H> & Merged<R>
  : unknown;

/** One object of several parts, for what cannot be a record of fields: a choice beside common fields. */
export function merge<P extends readonly PartLike[]>(...likes: P): Part<Merged<P>> {
  const parts = likes.map((like) => toPart(like));
  return {
    optional: false,
    read: (reader, context) => Object.assign({}, ...parts.map((part) => part.read(reader, context))),
    write(value, out): void {
      for (const part of parts) part.write(value, out);
    },
    schema: (definitions): JsonSchema => ({ allOf: parts.map((part) => part.schema(definitions)) }),
  };
}

/** The object schema with one more required property. */
function withProperty(schema: JsonSchema, name: string, property: JsonSchema): JsonSchema {
  if (schema.type !== "object") {
    return { allOf: [{ type: "object", properties: { [name]: property }, required: [name] }, schema] };
  }
  const properties = { [name]: property, ...schema.properties };
  return { ...schema, properties, required: [name, ...schema.required ?? []] };
}
