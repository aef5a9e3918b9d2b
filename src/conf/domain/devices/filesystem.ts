/**
 * `<filesystem>`: a folder, image or volume of the host that the guest may mount.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type Fail,
  type FieldsOf,
  flag,
  int32,
  mapped,
  merge,
  nonZero,
  oneOf,
  onOff,
  type Part,
  path,
  refine,
  type ShapeOf,
  size,
  string,
  uint64,
  type Value,
} from "../../shape/mod.ts";
import { required, unsupported, wrong } from "../terms.ts";
import { cleanPath } from "./clean_path.ts";
import { bootableInfo } from "./device_info.ts";
import { imageFormat } from "./disk/image_format.ts";
import { virtioOptions } from "./virtio_options.ts";

/** Permissions of new files, in octal. */
const mode: Value<number> = {
  parse: (text) =>
    /^[0-7]{1,4}$/.test(text) && Number.parseInt(text, 8) <= 0o777 ? Number.parseInt(text, 8) : undefined,
  format: (number) => number.toString(8).padStart(4, "0"),
  schema: { type: "integer", minimum: 0, maximum: 0o777 },
  expected: "an octal number up to 777",
  complaint: "Expected non-negative integer value",
};

const driver = child(
  "driver",
  {
    type: attribute("type", oneOf("path", "handle", "loop", "nbd", "ploop", "virtiofs"), { drop: ["default"] }),
    format: attribute("format", imageFormat, unsupported("unknown driver format value '%s'")),
    writePolicy: attribute("wrpolicy", oneOf("immediate"), { drop: ["default"] }),
    queue: nonZero(attribute("queue", uint64, wrong("cannot parse queue size '%s' for virtiofs"))),
    ...virtioOptions,
  },
  { empty: "omit" },
);

const binary = child("binary", {
  path: attribute("path", cleanPath, { drop: [""] }),
  xattr: attribute("xattr", onOff),
  cache: path("cache", attribute("mode", oneOf("none", "always"))),
  sandbox: path("sandbox", attribute("mode", oneOf("namespace", "chroot"))),
  lock: child("lock", { posix: attribute("posix", onOff), flock: attribute("flock", onOff) }, { empty: "omit" }),
  threadPoolSize: path(
    "thread_pool",
    attribute("size", int32({ min: 0 }), wrong("cannot parse thread pool size '%s' for virtiofs")),
  ),
}, { empty: "omit" });

const folder = { source: child("source", { dir: attribute("dir", string), socket: attribute("socket", string) }) };

const sources = choice("type", {
  mount: folder,
  bind: folder,
  block: { source: child("source", { dev: attribute("dev", string) }) },
  file: { source: child("source", { file: attribute("file", string) }) },
  template: { source: child("source", { name: attribute("name", string) }) },
  ram: {
    source: child("source", {
      usage: size({
        attribute: "usage",
        unitAttribute: "units",
        unit: "KiB",
        ...wrong("cannot parse usage '%s' for RAM filesystem"),
      }),
    }, required("missing 'usage' attribute for RAM filesystem")),
  },
  volume: { source: child("source", { pool: attribute("pool", string), volume: attribute("volume", string) }) },
}, { default: "mount", first: true });

const beforeSource = {
  accessMode: attribute("accessmode", oneOf("passthrough", "mapped", "squash"), { drop: [""] }),
  model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional")),
  multiDevices: attribute("multidevs", oneOf("remap", "forbid", "warn"), { drop: ["default"] }),
  fileMode: nonZero(attribute("fmode", mode)),
  directoryMode: nonZero(attribute("dmode", mode)),
  driver,
  binary,
} as const;

const afterSource = {
  target: path("target", attribute("dir", string, { drop: [""] })),
  readonly: flag("readonly"),
  ...bootableInfo,
  spaceHardLimit: nonZero(child("space_hard_limit", size({ unit: "bytes" }))),
  spaceSoftLimit: nonZero(child("space_soft_limit", size({ unit: "bytes" }))),
} as const;

/** What a file system of any type has. */
export interface FilesystemFields extends FieldsOf<typeof beforeSource>, FieldsOf<typeof afterSource> {}

/** A file system that the guest may mount. */
export type Filesystem = FilesystemFields & ShapeOf<typeof sources>;

const given: Part<Filesystem> = refine(merge(beforeSource, sources, afterSource), checkSource);

/** The content of `<filesystem>`. */
export const filesystem: Part<Filesystem> = mapped(given, { parse: completed, format: (value) => value });

function checkSource({ type, source, target }: Filesystem, fail: Fail): void {
  if (type === "ram") return;
  if (type === "volume") {
    if ((source?.pool === undefined) === (source?.volume === undefined)) return;
    const detail = "'pool' and 'volume' must be specified together for 'pool' type source";
    fail("pool and volume come together", wrong(detail));
  }
  if (source !== undefined && Object.keys(source).length > 0) return;
  fail("the source is missing", wrong(target ?? "", "VIR_ERR_NO_SOURCE"));
}

/** In libvirt's form: a driver without type has no settings of one, and only virtiofs has a program of its own. */
function completed(value: Filesystem): Filesystem {
  const { driver, binary, accessMode, ...rest } = value;
  const socket = "source" in value && value.source !== undefined && "socket" in value.source;
  const access = accessMode ?? (socket ? undefined : "passthrough");
  return {
    ...rest,
    ...(access === undefined ? {} : { accessMode: access }),
    ...(driver === undefined ? {} : driverOf(driver)),
    ...(binary === undefined || driver?.type !== "virtiofs" ? {} : { binary }),
  };
}

function driverOf(driver: NonNullable<Filesystem["driver"]>): Pick<Filesystem, "driver"> {
  const { type, format: _format, writePolicy: _policy, queue, ...virtio } = driver;
  if (type === undefined) return Object.keys(virtio).length === 0 ? {} : { driver: virtio };
  if (type === "virtiofs" || queue === undefined) return { driver };
  const { queue: _queue, ...others } = driver;
  return { driver: others };
}
