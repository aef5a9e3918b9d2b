/**
 * `<pool>`: where volumes are kept.
 *
 * @module
 */

import { sanitizePath } from "../../base/sanitize_path.ts";
import { defined } from "../../base/defined.ts";
import { storagePermissions } from "../parts/storage_permissions.ts";
import {
  attribute,
  child,
  children,
  element,
  type Fail,
  mapped,
  namespace,
  oneOf,
  path,
  refine,
  type ShapeOf,
  size,
  string,
  textOf,
  uuid,
  yesNo,
} from "../shape/mod.ts";
import { checkAdapter } from "./adapter.ts";
import { POOL_TYPES, type PoolTypeName, poolTypeOf } from "./pool_types.ts";
import { type PoolSource, poolSource, sourceOfType } from "./source.ts";
import { unsupported, wrong } from "./terms.ts";

const FS = "http://libvirt.org/schemas/storagepool/fs/1.0";
const RBD = "http://libvirt.org/schemas/storagepool/rbd/1.0";

const types = Object.keys(POOL_TYPES) as PoolTypeName[];
const bytes = size({ unit: "bytes" });

const rbdOption = refine({
  name: attribute("name", string, { required: true, missing: wrong("no rbd option name specified") }),
  value: attribute("value", string),
}, ({ name, value }, fail) => {
  if (name === "") fail("the name is empty", wrong("empty rbd option name specified"));
  if (value === undefined) fail("the value is missing", wrong(`no rbd option value specified for name '${name}'`));
  if (value === "") fail("the value is empty", wrong(`empty rbd option value specified for name '${name}'`));
});

const written = {
  type: attribute("type", oneOf(...types), { required: true, domain: "VIR_FROM_XML" }),
  name: child("name", textOf(string)),
  uuid: child("uuid", textOf(uuid, wrong("malformed uuid element"))),
  capacity: child("capacity", bytes, { default: 0, only: "live" }),
  allocation: child("allocation", bytes, { default: 0, only: "live" }),
  available: child("available", bytes, { default: 0, only: "live" }),
  copyOnWrite: path("features/cow", attribute("state", yesNo)),
  source: child("source", poolSource, { default: {}, empty: "block" }),
  target: child("target", { path: child("path", textOf(string)), permissions: storagePermissions }, { empty: "block" }),
  refresh: path(
    "refresh/volume",
    attribute("allocation", oneOf("default", "capacity"), {
      drop: [""],
      ...unsupported("unknown storage pool volume refresh allocation type %s"),
    }),
  ),
  mountOptions: namespace("fs", FS, {
    options: path(
      "fs:mount_opts",
      children(
        "fs:option",
        attribute("name", string, {
          required: true,
          missing: wrong("no fs mount option name specified"),
        }),
      ),
    ),
  }),
  rbdOptions: namespace("rbd", RBD, {
    options: path("rbd:config_opts", children("rbd:option", rbdOption)),
  }),
};

type Written = ShapeOf<typeof written>;

/** A storage pool as an object; also its JSON form. */
export type StoragePool = Omit<Written, "name"> & { readonly name: string };

/** A pool's document. */
export const storagePool = element("pool", mapped(written, { parse: checked, format: (value): Written => value }), {
  namespaces: { fs: FS, rbd: RBD },
});

/** One of the sources that were found on a host or a server. */
export const storagePoolSources = element("sources", {
  sources: children("source", poolSource, { empty: "block" }),
}, { empty: "block" });

/** Sources that were found. */
export type StoragePoolSources = ShapeOf<typeof storagePoolSources>;

/** A source that is asked about. */
export function storagePoolSource(type: PoolTypeName): typeof poolSourceElement {
  return {
    ...poolSourceElement,
    ...mapped(poolSource, { parse: (source, fail) => sourceOfType(source, type, fail), format: (source) => source }),
  };
}

const poolSourceElement = element("source", poolSource);

function checked(value: Written, fail: Fail): StoragePool {
  const { type } = value;
  const { source: parts } = poolTypeOf(type);
  const given = sourceOfType(value.source, type, fail);
  const hasName = parts.includes("name");
  const name = value.name ?? (hasName ? given.name : undefined);
  if (name === undefined) return fail("the name is missing", wrong("missing pool source name element"));
  if (name.includes("/")) fail("no / in a name", wrong(`name ${name} cannot contain '/'`));
  if (value.copyOnWrite !== undefined && type !== "fs" && type !== "dir") {
    const detail = "cow feature may only be used for 'fs' and 'dir' pools";
    fail("only files are copied on write", { code: "VIR_ERR_NO_SUPPORT", domain: "VIR_FROM_STORAGE", detail });
  }
  const source = hasName ? withName(given, name) : given;
  checkSource(source, type, fail);
  const { target: _, mountOptions, rbdOptions, ...rest } = value;
  const target = parts.includes("network") ? undefined : targetOf(value, source, fail);
  if (type === "iscsi-direct" && source.initiator === undefined) {
    fail("the initiator is missing", unsupported("missing initiator IQN"));
  }
  return defined({
    ...rest,
    name,
    source,
    target,
    refresh: value.refresh,
    mountOptions: type === "fs" || type === "netfs" ? mountOptions : undefined,
    rbdOptions: type === "rbd" ? rbdOptions : undefined,
  }) as StoragePool;
}

/** The source's own name, in its place, is the pool's where it has none. */
function withName({ hosts, devices, dir, adapter, name, ...rest }: PoolSource, own: string): PoolSource {
  return defined({ hosts, devices, dir, adapter, name: name ?? own, ...rest }) as PoolSource;
}

function checkSource(source: PoolSource, type: PoolTypeName, fail: Fail): void {
  const { source: parts } = poolTypeOf(type);
  if (parts.includes("host") && source.hosts === undefined) {
    fail("no host", wrong("missing storage pool source host name"));
  }
  if (parts.includes("dir") && source.dir === undefined) {
    fail("no directory", wrong("missing storage pool source path"));
  }
  if (parts.includes("adapter")) checkAdapter(source.adapter, fail);
  if (parts.length === 1 && parts[0] === "device" && source.devices === undefined) {
    fail("no device", wrong("missing storage pool source device name"));
  }
}

function targetOf({ type, target }: Written, { name }: PoolSource, fail: Fail): StoragePool["target"] {
  const own = type === "logical" ? `/dev/${name}` : type === "zfs" ? `/dev/zvol/${name}` : target?.path;
  if (own === undefined) return fail("no path", wrong("missing storage pool target path"));
  return defined({ path: sanitizePath(own), permissions: target?.permissions });
}
