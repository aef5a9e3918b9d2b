/**
 * Checks and changes of values that their text alone does not show.
 *
 * @module
 */

import type { ErrorTerms } from "../xml/document_error.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { toPart } from "./object.ts";
import type { Part, PartLike, ReadContext, ShapeOf } from "./part.ts";

/** Throws a `DocumentError` about the element, or about one of its attributes. */
export type Fail = (problem: string, terms?: ErrorTerms & { readonly attribute?: string }) => never;

/** The part, refused where the check calls `fail`; a check may be stricter where the context is not lenient. */
export function refine<P extends PartLike>(
  like: P,
  check: (value: Exclude<ShapeOf<P>, undefined>, fail: Fail, context: ReadContext) => void,
): Part<ShapeOf<P>> {
  const part = toPart(like);
  return {
    ...part,
    read(reader, context): ShapeOf<P> {
      const value = part.read(reader, context);
      if (value !== undefined) check(value as Exclude<ShapeOf<P>, undefined>, failFor(reader), context);
      return value;
    },
  };
}

/** How a part becomes a value of another type and back. */
export interface Mapping<T, U> {
  /** Undefined: the part counts as absent. */
  parse(value: T, fail: Fail): U;
  /** Undefined: nothing is written. */
  format(value: Exclude<U, undefined>): T | undefined;
  /** The JSON form where it is another. */
  readonly schema?: Part<U>["schema"];
}

/** The part as a value of another type, or put into the form that libvirt writes. */
export function mapped<P extends PartLike, U>(like: P, mapping: Mapping<ShapeOf<P>, U>): Part<U> {
  const part = toPart(like);
  return {
    ...part,
    read: (reader, context) => mapping.parse(part.read(reader, context), failFor(reader)),
    write(value, out): void {
      const given = mapping.format(value);
      if (given !== undefined) part.write(given as Exclude<ShapeOf<P>, undefined>, out);
    },
    schema: mapping.schema ?? part.schema,
  };
}

function failFor(reader: ElementReader): Fail {
  return (problem, { attribute, ...terms } = {}) => reader.fail(problem, attribute, terms);
}
