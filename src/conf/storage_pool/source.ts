/**
 * `<source>` of a storage pool: where its bytes come from.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { sanitizePath } from "../../base/sanitize_path.ts";
import { storageAuth } from "../parts/storage_auth.ts";
import {
  attribute,
  child,
  children,
  type Fail,
  int32,
  object,
  path,
  type ShapeOf,
  string,
  textOf,
  uint64,
  yesNo,
} from "../shape/mod.ts";
import { adapter } from "./adapter.ts";
import { type PoolTypeName, poolTypeOf, type SourcePart } from "./pool_types.ts";
import { unsupported, wrong } from "./terms.ts";

/** Everything that a source of any type may have, in the order it is written. */
export const poolSource = object({
  hosts: children("host", {
    name: attribute("name", string, { required: true, missing: wrong("missing storage pool host name") }),
    port: attribute("port", int32(), { drop: ["0"] }),
  }),
  devices: children("device", {
    path: attribute("path", string, { required: true, missing: wrong("missing storage pool source device path") }),
    partSeparator: attribute("part_separator", yesNo),
    freeExtents: children("freeExtent", {
      start: attribute("start", uint64, { required: true }),
      end: attribute("end", uint64, { required: true }),
    }, { only: "live" }),
  }),
  dir: path("dir", attribute("path", string, { drop: [""] })),
  adapter,
  name: child("name", textOf(string)),
  initiator: path("initiator/iqn", attribute("name", string, { drop: [""] })),
  format: path("format", attribute("type", string, { drop: [""] })),
  auth: child("auth", storageAuth),
  protocolVersion: path("protocol", attribute("ver", string, { drop: [""] })),
  vendor: path("vendor", attribute("name", string, { drop: [""] })),
  product: path("product", attribute("name", string, { drop: [""] })),
});

/** Where a pool's bytes come from. */
export type PoolSource = ShapeOf<typeof poolSource>;

const KEPT = {
  host: "hosts",
  device: "devices",
  dir: "dir",
  adapter: "adapter",
  name: "name",
  initiator: "initiator",
} as const satisfies Partial<Record<SourcePart, keyof PoolSource>>;

/** What a source of the type has, with its format, or an error; what the type has no use for is dropped. */
export function sourceOfType(source: PoolSource, type: PoolTypeName, fail: Fail): PoolSource {
  const { source: parts, formats } = poolTypeOf(type);
  if (type === "rbd" && source.name === undefined) {
    fail("the name is missing", wrong("element 'name' is mandatory for RBD pool"));
  }
  const format = formats === undefined ? undefined : source.format ?? formats.default;
  if (format !== undefined && formats?.known.includes(format) === false) {
    fail("no such format", unsupported(`unknown pool format type ${format}`));
  }
  if (source.auth !== undefined && source.auth.type === undefined) {
    fail("the type is missing", unsupported("storage pool missing auth type"));
  }
  checkVersion(source.protocolVersion, format, fail);
  const dir = source.dir === undefined ? (type === "gluster" ? "/" : undefined) : sanitizePath(source.dir);
  const kept: Record<string, unknown> = { ...source, dir };
  for (const [part, field] of Object.entries(KEPT)) {
    if (!parts.includes(part as SourcePart)) delete kept[field];
  }
  return defined({ ...kept as PoolSource, format }) as PoolSource;
}

function checkVersion(version: string | undefined, format: string | undefined, fail: Fail): void {
  if (version === undefined) return;
  if (format === "glusterfs" || format === "cifs") {
    fail("only NFS has versions", unsupported(`storage pool protocol ver unsupported for pool type '${format}'`));
  }
  if (!version.includes(",")) return;
  const detail = `storage pool protocol ver '${version}' must not contain ','`;
  fail("no comma in a version", { code: "VIR_ERR_XML_DETAIL", domain: "VIR_FROM_STORAGE", detail });
}
