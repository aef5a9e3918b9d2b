/**
 * `<backingStore>`: the image below an image, and the one below that.
 *
 * @module
 */

import { attribute, child, lazy, merge, type Part, refine, uint32 } from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";
import { formatContent, type ImageFormat } from "./image_format.ts";
import { type Storage, storage } from "./source.ts";

/** Nothing below: the end of the chain. */
export interface ChainEnd {
  readonly type?: never;
}

/** An image below another. */
export type BackingImage = Storage & {
  readonly index?: number;
  readonly format?: ImageFormat;
  readonly backingStore?: BackingStore;
};

/** What is below an image. */
export type BackingStore = ChainEnd | BackingImage;

/** The child `<backingStore>`. */
export const backingStore: Part<BackingStore | undefined> = child(
  "backingStore",
  lazy<BackingStore>("BackingStore", () => content),
);

const image: Part<BackingImage> = refine(
  merge(
    {
      index: attribute("index", uint32(), { only: "live", ...wrong("invalid storage source index '%s'") }),
      format: child("format", formatContent),
    },
    storage(wrong("unknown storage source type '%s'")),
    { backingStore },
  ),
  ({ format, source }, fail) => {
    if (format === undefined) fail("the format is missing", wrong("missing disk backing store format"));
    if (source === undefined) fail("the source is missing", wrong("missing disk backing store source"));
  },
);

/** An element without type ends the chain. */
const content: Part<BackingStore> = {
  ...image,
  read: (reader, context) => reader.attribute("type") === undefined ? {} : image.read(reader, context),
  write(value, out): void {
    if (value.type !== undefined) image.write(value, out);
  },
  schema: (definitions) => ({
    anyOf: [{ type: "object", additionalProperties: false }, image.schema(definitions)],
  }),
};
