/**
 * `<mirror>`: where a running block job copies the disk to.
 *
 * @module
 */

import { attribute, child, type FieldsOf, mapped, merge, oneOf, type Part, string } from "../../../shape/mod.ts";
import { unsupported, wrong } from "../../terms.ts";
import { type BackingStore, backingStore } from "./backing_store.ts";
import { formatContent, imageFormat } from "./image_format.ts";
import { type Storage, storage } from "./source.ts";

/** What an old client reads, and could once write. */
const oldFields = {
  file: attribute("file", string),
  oldFormat: attribute("format", imageFormat, wrong("unknown storage source format '%s'")),
} as const;

const fields = {
  job: attribute("job", oneOf("copy", "active-commit"), {
    default: "copy",
    ...unsupported("unknown mirror job type '%s'"),
  }),
  ready: attribute("ready", oneOf("yes", "abort", "pivot"), {
    drop: ["none"],
    ...wrong("unknown mirror ready state %s"),
  }),
  format: child("format", formatContent),
} as const;

/** The block job's target. */
export type Mirror = FieldsOf<typeof fields> & Storage & { readonly backingStore?: BackingStore };

const given: Part<Mirror & FieldsOf<typeof oldFields>> = merge(
  oldFields,
  fields,
  storage({ default: "file", ...wrong("unknown storage source type '%s'") }),
  { backingStore },
);

/** The attributes `file` and `format` repeat what a copy's source says. */
const content: Part<Mirror> = mapped(given, {
  parse({ file, oldFormat, ...rest }, fail): Mirror {
    if (rest.source !== undefined) return rest;
    if (file === undefined) return fail("the source is missing", wrong("mirror requires source element"));
    const format = oldFormat === undefined ? {} : { format: { type: oldFormat } };
    const { job, ready } = rest;
    return { job, ...(ready === undefined ? {} : { ready }), ...format, type: "file", source: { file } };
  },
  format(value): Mirror & FieldsOf<typeof oldFields> {
    if (value.type !== "file" || value.job !== "copy") return value;
    const file = value.source?.file;
    const old = value.format?.type;
    return { ...value, ...(file === undefined ? {} : { file }), ...(old === undefined ? {} : { oldFormat: old }) };
  },
});

/** The child `<mirror>` of a running domain's disk. */
export const mirror: Part<Mirror | undefined> = child("mirror", content, { only: "live" });
