/**
 * Parts that are other elements: one child, a list of them, or something further down.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { type Only, valueTerms } from "./attribute.ts";
import { ElementOut, type EmptyStyle } from "./element_out.ts";
import { closed, toPart } from "./object.ts";
import type { Part, PartLike, ReadContext, ShapeOf } from "./part.ts";
import type { ValueTerms } from "./value.ts";

/** How a child is read and written; it is optional unless told. */
export interface ChildOptions<T> extends ValueTerms, Only {
  /** Its absence is an error. @default {false} */
  readonly required?: boolean;
  /** What its absence means; it is then always written. */
  readonly default?: T;
  /** What becomes of it when it holds nothing. @default {"close"} */
  readonly empty?: EmptyStyle;
  /** What libvirt says where it is given twice. Default: the first counts where unknown elements are overlooked. */
  readonly once?: ValueTerms;
}

/** A child that is always there once the document is read. */
export function child<P extends PartLike>(
  name: string,
  content: P,
  options: ChildOptions<ShapeOf<P>> & ({ readonly required: true } | { readonly default: ShapeOf<P> }),
): Part<Exclude<ShapeOf<P>, undefined>>;
/** A child that may be absent. */
export function child<P extends PartLike>(
  name: string,
  content: P,
  options?: ChildOptions<ShapeOf<P>>,
): Part<ShapeOf<P> | undefined>;
export function child<P extends PartLike>(
  name: string,
  content: P,
  options: ChildOptions<ShapeOf<P>> = {},
): Part<ShapeOf<P> | undefined> {
  const part = toPart(content);
  return {
    optional: options.required !== true && options.default === undefined,
    read(reader, context): ShapeOf<P> | undefined {
      const found = only(reader, name, { context, once: options.once });
      if (found !== undefined && part.isAbsent?.(found) !== true) {
        const value = part.read(found, context);
        const counts = (options.only !== "live" || context.live) && !(options.empty === "omit" && isNothing(value));
        if (counts) return value;
      }
      if (options.required !== true) return options.default;
      return reader.fail(`the element <${name}> is missing`, undefined, valueTerms(options));
    },
    write(value, out): void {
      if (options.only !== undefined && !out.context[options.only]) return;
      const inner = new ElementOut(out.context);
      part.write(value as Exclude<ShapeOf<P>, undefined>, inner);
      out.content((writer) => inner.flush(writer, name, options.empty));
    },
    schema: (definitions) => closed(part.schema(definitions)),
  };
}

/** How a list is read and written. */
export interface ChildrenOptions extends ValueTerms, Only {
  /** Fewer are an error. @default {0} */
  readonly min?: number;
  /** More are an error. */
  readonly max?: number;
  /** What becomes of an element that holds nothing. @default {"close"} */
  readonly empty?: EmptyStyle;
}

/** Every child of this name, in order; undefined where there is none. */
export function children<P extends PartLike>(
  name: string,
  content: P,
  options: ChildrenOptions & { readonly min: 1 },
): Part<readonly ShapeOf<P>[]>;
export function children<P extends PartLike>(
  name: string,
  content: P,
  options?: ChildrenOptions,
): Part<readonly ShapeOf<P>[] | undefined>;
export function children<P extends PartLike>(
  name: string,
  content: P,
  options: ChildrenOptions = {},
): Part<readonly ShapeOf<P>[] | undefined> {
  const part = toPart(content);
  const { min = 0, max = Infinity } = options;
  return {
    optional: min === 0,
    read(reader, context): readonly ShapeOf<P>[] | undefined {
      const found = reader.children(name);
      if (found.length < min) reader.fail(`at least ${min} <${name}> must be given`, undefined, valueTerms(options));
      if (found.length > max) found[max]?.fail(`at most ${max} <${name}> may be given`, undefined, valueTerms(options));
      const values = found.map((each) => part.read(each, context));
      return values.length === 0 || (options.only === "live" && !context.live) ? undefined : values;
    },
    write(values, out): void {
      if (options.only !== undefined && !out.context[options.only]) return;
      for (const value of values) {
        const inner = new ElementOut(out.context);
        part.write(value as Exclude<ShapeOf<P>, undefined>, inner);
        out.content((writer) => inner.flush(writer, name, options.empty));
      }
    },
    schema: (definitions): JsonSchema => ({
      type: "array",
      items: closed(part.schema(definitions)),
      ...(min === 0 ? {} : { minItems: min }),
    }),
  };
}

/**
 * Something that stands in a child of its own and is no object for that: `path("vcpus", children("vcpu", vcpu))` is a
 * list, `path("os/nvram", …)` what the inner element holds. A wrapper without content is left out unless told.
 */
export function path<P extends PartLike>(
  names: string,
  content: P,
  options: Pick<ChildOptions<never>, "empty" | "once"> = {},
): Part<ShapeOf<P> | undefined> {
  const [name = "", ...rest] = names.split("/");
  const part = rest.length === 0 ? toPart(content) : path(rest.join("/"), content, options) as Part<ShapeOf<P>>;
  return {
    optional: true,
    read(reader, context): ShapeOf<P> | undefined {
      const found = only(reader, name, { context, once: options.once });
      return found === undefined ? undefined : part.read(found, context);
    },
    write(value, out): void {
      const inner = new ElementOut(out.context);
      part.write(value as Exclude<ShapeOf<P>, undefined>, inner);
      out.content((writer) => inner.flush(writer, name, options.empty ?? "omit"));
    },
    schema: (definitions) => closed(part.schema(definitions)),
  };
}

/** Whether an object has no property at all. */
function isNothing(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The child of this name. */
function only(
  reader: ElementReader,
  name: string,
  { context, once }: { readonly context: ReadContext; readonly once?: ValueTerms | undefined },
): ElementReader | undefined {
  const [first, second] = reader.children(name);
  if (second === undefined || (context.lenient && once === undefined)) return first;
  return second.fail(`<${name}> may be given once only`, undefined, once ?? { code: "VIR_ERR_XML_INVALID_SCHEMA" });
}
