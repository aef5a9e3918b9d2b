/**
 * The commands on storage volumes.
 *
 * @module
 */

import type { StoragePool, StorageVolume, StorageVolumeWipeAlgorithm } from "../../api/mod.ts";
import { toInteger64 } from "../../base/integer64.ts";
import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type Answer, byName, document, done, fields, table, value, verbatim } from "../objects/answer.ts";
import { file, flag, maybe, named, VALIDATE, word } from "../objects/arguments.ts";
import { findVolume, POOL, VOLUME } from "../objects/kinds.ts";
import { type Call, on } from "../objects/object_command.ts";
import { parseSize, prettySize } from "../objects/sizes.ts";
import type { Words } from "../objects/words.ts";
import { download, upload } from "../objects/volume_data.ts";

const IN_POOL = maybe("pool", "Name or UUID of its pool");
const PREALLOCATE = flag("prealloc-metadata", "Make its tables now, as qcow2 can");
const REFLINK = flag("reflink", "Share the blocks with the one it is made from");
const PRINT = flag("print-xml", "Print the document, and do nothing");

const RANGE = [
  named("offset", "Where to begin, in bytes", { type: "size" }),
  named("length", "How much, in bytes; 0 is all", { type: "size" }),
  flag("sparse", "Carry holes as holes"),
];

/** libvirt's words for how a volume is wiped. */
const ALGORITHMS = ["zero", "nnsa", "dod", "bsi", "gutmann", "schneier", "pfitzner7", "pfitzner33", "random", "trim"];

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "vol-list": on(POOL, {
    arguments: [flag("details", "With types and sizes")],
    failure: "Failed to list the volumes of",
    run: async (pool, { words }) => {
      const found = (await pool.listVolumes()).toSorted(byName);
      const volumes = await Promise.all(found.map((volume) => look(volume, words)));
      if (!words.has("details")) return table(["Name", "Path"], volumes.map(({ name, path }) => [name, path]), volumes);
      const rows = volumes.map(({ name, path, info }) => [
        name,
        path,
        info?.type ?? "unknown",
        prettySize(info?.capacity ?? 0),
        prettySize(info?.allocation ?? 0),
      ]);
      return table(["Name", "Path", "Type", "Capacity", "Allocation"], rows, volumes);
    },
  }),
  "vol-info": on(VOLUME, {
    arguments: [IN_POOL, flag("bytes", "Sizes in bytes"), flag("physical", "Its size on the disk, not its allocation")],
    failure: "Failed to get information of",
    run: async (volume, { words }) => {
      const physical = words.has("physical");
      const info = await volume.getInfo(physical ? { getPhysical: true } : undefined);
      const size = words.has("bytes")
        ? (bytes: number | bigint) => `${bytes} bytes`
        : (bytes: number | bigint) => prettySize(bytes);
      return fields([
        ["Name:", volume.name],
        ["Type:", info.type],
        ["Capacity:", size(info.capacity)],
        [physical ? "Physical:" : "Allocation:", size(info.allocation)],
      ], { ...volume.reference, ...info });
    },
  }),
  "vol-name": on(VOLUME, { run: ({ name }) => Promise.resolve(value(name)) }),
  "vol-key": on(VOLUME, { arguments: [IN_POOL], run: ({ key }) => Promise.resolve(value(key)) }),
  "vol-path": on(VOLUME, { arguments: [IN_POOL], run: async (volume) => value(await volume.getPath()) }),
  "vol-pool": on(VOLUME, {
    arguments: [flag("uuid", "The UUID of the pool, not its name")],
    failure: "Failed to get the pool of",
    run: async (volume, { connection, words }) => {
      const pool = await connection.storagePools.lookupByVolume(volume.reference);
      return value(words.has("uuid") ? pool.uuid : pool.name, pool.reference);
    },
  }),
  "vol-dumpxml": on(VOLUME, {
    arguments: [IN_POOL],
    failure: "Failed to read",
    run: async (volume, { words }) => document("storage-volume", await volume.getXml(), words),
  }),
  "vol-create": on(POOL, {
    arguments: [file("volume"), PREALLOCATE, VALIDATE],
    failure: "Failed to create a vol in",
    run: async (pool, { words }) => {
      const flags = words.flags({ preallocMetadata: "prealloc-metadata", validate: "validate" });
      const volume = await pool.createVolume(await words.file("file"), flags);
      return done(`Vol ${volume.name} created from ${words.required("file")}`, volume.reference);
    },
  }),
  "vol-create-as": on(POOL, {
    arguments: [
      word("name", "Its name"),
      word("capacity", "Its size, as 10G", { type: "size" }),
      maybe("allocation", "How much of it is taken at once", { type: "size" }),
      maybe("format", "Its format, as raw or qcow2"),
      maybe("backing-vol", "The volume that it lies on"),
      maybe("backing-vol-format", "The format of that one"),
      PREALLOCATE,
      PRINT,
    ],
    failure: "Failed to create a vol in",
    run: createAs,
  }),
  "vol-create-from": on(POOL, {
    arguments: [
      file("volume"),
      word("vol", "Name, key or path of the volume that it is made from"),
      maybe("inputpool", "The pool of that one"),
      PREALLOCATE,
      REFLINK,
      VALIDATE,
    ],
    failure: "Failed to create a vol in",
    run: async (pool, call) => {
      const { words } = call;
      const source = await findVolume(call, words.required("vol"), words.text("inputpool"));
      const flags = words.flags({ preallocMetadata: "prealloc-metadata", reflink: "reflink", validate: "validate" });
      const made = await pool.createVolumeFrom({ xml: await words.file("file"), volume: source.reference }, flags);
      return done(`Vol ${made.name} created from input vol ${source.name}`, made.reference);
    },
  }),
  "vol-clone": on(VOLUME, {
    arguments: [word("newname", "The name of the copy"), IN_POOL, PREALLOCATE, REFLINK, PRINT],
    failure: "Failed to clone",
    run: async (volume, { connection, words }) => {
      const pool = await connection.storagePools.lookupByVolume(volume.reference);
      const xml = renamed(await volume.getXml(), words.required("newname"));
      if (words.has("print-xml")) return verbatim(xml);
      const flags = words.flags({ preallocMetadata: "prealloc-metadata", reflink: "reflink" });
      const made = await pool.createVolumeFrom({ xml, volume: volume.reference }, flags);
      return done(`Vol ${made.name} cloned from ${volume.name}`, made.reference);
    },
  }),
  "vol-delete": on(VOLUME, {
    arguments: [IN_POOL, flag("delete-snapshots", "With its snapshots")],
    failure: "Failed to delete",
    run: async (volume, { words }) => {
      await volume.delete(words.flags({ withSnapshots: "delete-snapshots" }));
      return done(`Vol ${volume.name} deleted`);
    },
  }),
  "vol-wipe": on(VOLUME, {
    arguments: [IN_POOL, maybe("algorithm", "How it is wiped", { choices: ALGORITHMS })],
    failure: "Failed to wipe",
    run: async (volume, { words }) => {
      await volume.wipe(words.text("algorithm") as StorageVolumeWipeAlgorithm | undefined);
      return done(`Vol ${volume.name} wiped`);
    },
  }),
  "vol-resize": on(VOLUME, {
    arguments: [
      word("capacity", "Its new size, as 10G"),
      IN_POOL,
      flag("allocate", "Take the space at once"),
      flag("delta", "The size is a change of the present one"),
      flag("shrink", "It may become smaller"),
    ],
    failure: "Failed to resize",
    run: resize,
  }),
  "vol-download": on(VOLUME, {
    arguments: [word("file", "Where to write it; - is standard output"), IN_POOL, ...RANGE],
    failure: "Failed to download",
    run: download,
  }),
  "vol-upload": on(VOLUME, {
    arguments: [word("file", "What to read; - is standard input"), IN_POOL, ...RANGE],
    failure: "Failed to upload",
    run: upload,
  }),
};

interface Listed {
  readonly name: string;
  readonly key: string;
  readonly pool: string;
  readonly path: string;
  readonly info?: Awaited<ReturnType<StorageVolume["getInfo"]>>;
}

async function look(volume: StorageVolume, words: Words): Promise<Listed> {
  const [path, info] = await Promise.all([volume.getPath(), words.has("details") ? volume.getInfo() : undefined]);
  return { ...volume.reference, path, ...(info && { info }) };
}

async function createAs(pool: StoragePool, call: Call): Promise<Answer> {
  const { words } = call;
  const backing = words.text("backing-vol");
  const below = backing === undefined ? undefined : await findVolume(call, backing, pool.name);
  const format = (name: string): string => {
    const text = words.text(name);
    return text === undefined ? "" : `    <format type='${escapeXml(text)}'/>\n`;
  };
  const target = format("format");
  const allocation = words.bytes("allocation", 1);
  const xml = `<volume>\n  <name>${escapeXml(words.required("name"))}</name>\n` +
    `  <capacity>${words.bytes("capacity", 1)}</capacity>\n` +
    (allocation === undefined ? "" : `  <allocation>${allocation}</allocation>\n`) +
    (target === "" ? "" : `  <target>\n${target}  </target>\n`) +
    (below === undefined ? "" : `  <backingStore>\n    <path>${escapeXml(await below.getPath())}</path>\n` +
      `${format("backing-vol-format")}  </backingStore>\n`) +
    "</volume>\n";
  if (words.has("print-xml")) return verbatim(xml);
  const volume = await pool.createVolume(xml, words.flags({ preallocMetadata: "prealloc-metadata" }));
  return done(`Vol ${volume.name} created`, volume.reference);
}

/** The same document with another name, and without the place and the key of the old one. */
function renamed(xml: string, name: string): string {
  return xml.replace(/<name>[^<]*<\/name>/, () => `<name>${escapeXml(name)}</name>`)
    .replace(/\s*<key>[^<]*<\/key>/, "")
    .replace(/(<target>\s*)<path>[^<]*<\/path>\s*/, "$1");
}

async function resize(volume: StorageVolume, { words }: Call): Promise<Answer> {
  const text = words.required("capacity");
  const less = text.startsWith("-");
  const bytes = parseSize(less ? text.slice(1) : text, 1);
  if (bytes === undefined) throw new UsageError(`"--capacity" takes a size as 512M or 2GiB, but got "${text}"`);
  if (less && !(words.has("delta") && words.has("shrink"))) {
    throw new UsageError("A negative capacity needs both --delta and --shrink");
  }
  await volume.resize(bytes, words.flags({ allocate: "allocate", delta: "delta", shrink: "shrink" }));
  const what = words.has("delta") ? `by ${text}` : `to ${text}`;
  return done(`Size of volume '${volume.name}' successfully changed ${what}`, {
    ...volume.reference,
    capacity: toInteger64(BigInt(bytes)),
  });
}
