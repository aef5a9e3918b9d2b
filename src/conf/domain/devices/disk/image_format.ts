/**
 * Formats of disk images, and how much of their metadata is kept in memory.
 *
 * @module
 */

import { IMAGE_FORMATS } from "../../../parts/image_formats.ts";
import { attribute, child, nonZero, oneOf, path, type ShapeOf, size } from "../../../shape/mod.ts";
import { wrong } from "../../terms.ts";

/** Formats of disk images. */
export const imageFormat = oneOf(...IMAGE_FORMATS);

/** `<metadata_cache>`: how much of an image's metadata is kept in memory, in bytes. */
export const metadataCacheSize = path("metadata_cache", child("max_size", nonZero(size({ unit: "bytes" }))));

/** The content of `<format>`, of an image that is not the disk's own. */
export const formatContent = {
  type: attribute("type", imageFormat, {
    required: true,
    missing: wrong("missing disk backing store format"),
    ...wrong("unknown storage source format '%s'"),
  }),
  metadataCacheSize,
} as const;

/** The format of an image that is not the disk's own. */
export type ImageFormat = ShapeOf<typeof formatContent>;
