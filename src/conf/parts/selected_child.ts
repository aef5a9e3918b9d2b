/**
 * One of several children of the same name, chosen by an attribute: `<capability type='vpd'>`.
 *
 * @module
 */

import { ElementOut, type EmptyStyle } from "../shape/element_out.ts";
import { closed, toPart } from "../shape/object.ts";
import type { Part, PartLike, ShapeOf } from "../shape/mod.ts";

/** Which child is meant. */
export interface Selection {
  /** The name of the child. */
  readonly child: string;
  /** The attribute that tells it from others of the name, and is written first. */
  readonly by: string;
  /** What the attribute has to be. */
  readonly word: string;
  /** What becomes of an element that holds nothing. @default {"close"} */
  readonly empty?: EmptyStyle;
}

/** The first child that is meant. */
export function selectedChild<P extends PartLike>(selection: Selection, content: P): Part<ShapeOf<P> | undefined> {
  const { child, by, word, empty } = selection;
  const part = toPart(content);
  return {
    optional: true,
    read(reader, context): ShapeOf<P> | undefined {
      const found = reader.children(child).find((each) => each.attribute(by) === word);
      return found === undefined ? undefined : part.read(found, context);
    },
    write(value, out): void {
      const inner = new ElementOut(out.context);
      inner.attribute(by, word);
      part.write(value as Exclude<ShapeOf<P>, undefined>, inner);
      out.content((writer) => inner.flush(writer, child, empty));
    },
    schema: (definitions) => closed(part.schema(definitions)),
  };
}
