/**
 * `<volume>`: a piece of storage in a pool, whose type says which formats there are.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { storageEncryption } from "../parts/storage_encryption.ts";
import { storagePermissions } from "../parts/storage_permissions.ts";
import {
  attribute,
  child,
  children,
  type Element,
  element,
  type Fail,
  flag,
  mapped,
  nonZero,
  object,
  oneOf,
  path,
  pattern,
  type ShapeOf,
  size,
  string,
  textOf,
  uint64,
} from "../shape/mod.ts";
import { type PoolTypeName, poolTypeOf } from "../storage_pool/pool_types.ts";
import { unsupported, wrong } from "../storage_pool/terms.ts";

const bytes = size({ unit: "bytes", ...wrong("malformed capacity element") });
const time = textOf(pattern(/\d+(\.\d+)?/, "seconds since 1970, with a fraction"));

/** What is known of a volume's file, or of the one beneath it. */
const file = object({
  path: child("path", textOf(string)),
  format: path("format", attribute("type", string, { drop: [""] })),
  permissions: storagePermissions,
  timestamps: child("timestamps", {
    atime: child("atime", time),
    mtime: child("mtime", time),
    ctime: child("ctime", time),
    btime: child("btime", time),
  }, { only: "live" }),
  encryption: child("encryption", storageEncryption, { empty: "block" }),
  compat: child("compat", textOf(string)),
  clusterSize: nonZero(child("clusterSize", size({ unit: "B" }))),
  features: child("features", { lazy_refcounts: flag("lazy_refcounts"), extended_l2: flag("extended_l2") }),
  noCopyOnWrite: flag("nocow"),
});

const written = {
  type: attribute("type", oneOf("file", "block", "dir", "network", "netdir", "ploop"), {
    default: "file",
    drop: [""],
    ...unsupported("unknown volume type '%s'"),
  }),
  name: child("name", textOf(string), { required: true, ...wrong("missing volume name element") }),
  key: child("key", textOf(string)),
  devices: path(
    "source",
    children("device", {
      path: attribute("path", string, { required: true }),
      extents: children("extent", {
        start: attribute("start", uint64, { required: true }),
        end: attribute("end", uint64, { required: true }),
      }),
    }, { only: "live" }),
  ),
  capacity: child("capacity", bytes),
  allocation: child("allocation", bytes),
  physical: nonZero(child("physical", bytes, { only: "live" })),
  target: child("target", file, { default: {}, empty: "block" }),
  backingStore: child("backingStore", file, { empty: "block" }),
};

type Written = ShapeOf<typeof written>;

/** A storage volume as an object; also its JSON form. */
export type StorageVolume = Omit<Written, "capacity" | "allocation"> & {
  readonly capacity: NonNullable<Written["capacity"]>;
  readonly allocation: NonNullable<Written["allocation"]>;
};

/** How a volume's document is read. */
export interface StorageVolumeOptions {
  /** Whether the capacity may be missing: never, where there is a backing store, or always. @default {"required"} */
  readonly capacity?: "required" | "unlessBacked" | "optional";
}

/** A volume's document in a pool of the type. */
export function storageVolumeIn(type: PoolTypeName, options: StorageVolumeOptions = {}): Element<StorageVolume> {
  const { volumeFormats } = poolTypeOf(type);
  const formatOf = (given: string | undefined, fail: Fail): string | undefined => {
    if (volumeFormats === undefined) return undefined;
    const format = given ?? volumeFormats.default;
    const isFile = volumeFormats.default === "raw";
    if (volumeFormats.known.includes(format) && !(isFile && format === "none")) return format;
    return fail("no such format", unsupported(`unknown volume format type ${format}`));
  };
  return element(
    "volume",
    mapped(written, {
      parse: (value, fail): StorageVolume => complete(value, { fail, formatOf, ...options }),
      format: (value): Written => value,
    }),
  );
}

interface Completion extends StorageVolumeOptions {
  readonly fail: Fail;
  readonly formatOf: (given: string | undefined, fail: Fail) => string | undefined;
}

function complete(value: Written, { fail, formatOf, capacity = "required" }: Completion): StorageVolume {
  const { target, backingStore, ...rest } = value;
  const backing = backingStore?.path === undefined ? undefined : backingOf(backingStore, { fail, formatOf });
  const mayLack = capacity === "optional" || (capacity === "unlessBacked" && backing !== undefined);
  if (value.capacity === undefined && !mayLack) fail("the capacity is missing", wrong("missing capacity element"));
  const size = value.capacity ?? 0;
  if (target.compat !== undefined && !/^\d+\.\d+$/.test(target.compat)) {
    fail("no version", wrong("forbidden characters in 'compat' attribute"));
  }
  const { path, format: _, permissions, timestamps, encryption, compat, ...others } = target;
  const version = compat ?? (target.features === undefined ? undefined : "1.1");
  const own = { path, format: formatOf(target.format, fail), permissions, timestamps, encryption, compat: version };
  return defined({
    ...rest,
    capacity: size,
    allocation: value.allocation ?? size,
    target: defined({ ...own, ...others }),
    backingStore: backing,
  }) as StorageVolume;
}

/** Of what is beneath only place, format and permissions count. */
function backingOf(
  { path, format, permissions, timestamps }: NonNullable<Written["backingStore"]>,
  { fail, formatOf }: Completion,
): NonNullable<Written["backingStore"]> {
  return defined({ path, format: formatOf(format, fail), permissions, timestamps });
}
