/**
 * `<disk>` of a snapshot: what becomes of it, and where what is written afterwards goes.
 *
 * @module
 */

import { imageFormat, metadataCacheSize } from "../domain/devices/disk/image_format.ts";
import { type Storage, storage } from "../domain/devices/disk/source.ts";
import {
  attribute,
  child,
  type Fail,
  type FieldsOf,
  flag,
  mapped,
  merge,
  oneOf,
  type Part,
  refine,
  string,
} from "../shape/mod.ts";
import { wrong } from "./terms.ts";

/** How something is kept. */
export const SNAPSHOT_LOCATIONS = ["no", "internal", "external", "manual"] as const;

const fields = {
  name: attribute("name", string, {
    required: true,
    missing: wrong("missing name from disk snapshot element", "VIR_ERR_INTERNAL_ERROR"),
  }),
  snapshot: attribute("snapshot", oneOf(...SNAPSHOT_LOCATIONS)),
  deleteInProgress: flag("snapshotDeleteInProgress"),
  driver: child("driver", {
    type: attribute("type", imageFormat, {
      drop: [""],
      ...wrong("unknown disk snapshot driver '%s'", "VIR_ERR_CONFIG_UNSUPPORTED"),
    }),
    metadataCacheSize,
  }, { empty: "omit" }),
} as const;

type Written = FieldsOf<typeof fields> & Storage;

/** A disk of a snapshot; one that is not kept outside has neither type nor source. */
export type SnapshotDisk =
  & FieldsOf<typeof fields>
  & (Storage | { readonly type?: undefined; readonly source?: undefined });

const storagePart = storage({ default: "file", first: false });

/** The type with its source, where there is any. */
const place: Part<Storage | { readonly type?: undefined; readonly source?: undefined }> = {
  ...storagePart,
  write(value, out): void {
    if (value.type !== undefined) storagePart.write(value, out);
  },
  schema: (definitions) => ({ anyOf: [storagePart.schema(definitions), { type: "object" }] }),
};

const written: Part<SnapshotDisk> = mapped(merge(fields, place), { parse: checked, format: (value) => value });

/** The content of `<disk>`. */
export const snapshotDisk: Part<SnapshotDisk> = refine(written, ({ type, source }: SnapshotDisk, fail, { lenient }) => {
  // libvirt reads it as it does in a domain; its schema does not have it.
  if (lenient || type === undefined || source === undefined || !("startupPolicy" in source)) return;
  fail('unknown attribute "startupPolicy"');
});

function checked(value: SnapshotDisk, fail: Fail): SnapshotDisk {
  const { type, source, ...rest } = value as Written;
  if (type === "volume" || type === "dir") fail("no such type here", wrong(`unsupported disk snapshot type '${type}'`));
  const path = pathOf({ type, source } as Storage);
  if (path !== undefined && !path.startsWith("/")) {
    fail("the path is not absolute", wrong(`disk snapshot image path '${path}' must be absolute`));
  }
  if (source === undefined && rest.driver?.type === undefined) {
    const { driver: _, ...bare } = rest;
    return bare;
  }
  const { name, snapshot = "external", ...others } = rest;
  return { name, snapshot, ...others, type, ...(source === undefined ? {} : { source }) } as SnapshotDisk;
}

/** The path of a file or device on this host. */
export function pathOf(
  storage: Storage | { readonly type?: undefined; readonly source?: undefined },
): string | undefined {
  switch (storage.type) {
    case "file":
      return storage.source?.file;
    case "block":
      return storage.source?.dev;
    case "dir":
      return storage.source?.dir;
    default:
      return undefined;
  }
}
