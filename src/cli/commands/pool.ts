/**
 * The commands on storage pools.
 *
 * @module
 */

import type { Integer64, StoragePool, StoragePoolInfo } from "../../api/mod.ts";
import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Command } from "../command.ts";
import {
  activity,
  type Answer,
  byName,
  document,
  done,
  fields,
  table,
  value,
  verbatim,
  yesNo,
} from "../objects/answer.ts";
import { type ArgumentSpec, file, flag, KEPT, maybe, VALIDATE, WHICH, word } from "../objects/arguments.ts";
import { POOL } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { prettySize } from "../objects/sizes.ts";
import { readInput, type Words } from "../objects/words.ts";

const OVERWRITE = [
  flag("no-overwrite", "Keep what is there"),
  flag("overwrite", "Write over what is there"),
];
const BUILD = [flag("build", "Make what it needs on the disk"), ...OVERWRITE];

/** What pool-define-as and pool-create-as are told, and where it goes in the document. */
const PARTS: readonly ArgumentSpec[] = [
  word("name", "Its name"),
  word("type", "Its type, as dir, fs, netfs or logical"),
  maybe("source-host", "Host of its source"),
  maybe("source-path", "Path of its source"),
  maybe("source-dev", "Device of its source"),
  maybe("source-name", "Name of its source"),
  maybe("target", "Where it is on this host"),
  maybe("source-format", "Format of its source"),
  flag("print-xml", "Print the document, and do nothing"),
];

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "pool-list": onConnection({
    arguments: [
      ...WHICH,
      ...KEPT,
      maybe("type", "Those of these types only, separated by commas"),
      flag("details", "With sizes"),
      flag("uuid", "UUIDs only"),
      flag("name", "Names only"),
    ],
    failure: "Failed to list pools",
    run: async ({ storagePools }, { words }) => {
      const kept = words.flags({
        persistent: "persistent",
        transient: "transient",
        autostart: "autostart",
        noAutostart: "no-autostart",
      });
      const types = (words.text("type") ?? "").split(",").filter((type) => type !== "");
      const ofType = Object.fromEntries(types.map((type) => [type === "iscsi-direct" ? "iscsiDirect" : type, true]));
      const found = (await storagePools.list({ ...activity(words), ...kept, ...ofType })).toSorted(byName);
      if (words.has("uuid") || words.has("name")) {
        return { text: found.map((pool) => bare(pool, words)).join(""), json: found.map(({ reference }) => reference) };
      }
      const pools = await Promise.all(found.map(stateOf));
      if (!words.has("details")) {
        const rows = pools.map((
          { name, active, autostart },
        ) => [name, active ? "active" : "inactive", yesNo(autostart)]);
        return table(["Name", "State", "Autostart"], rows, pools);
      }
      const head = ["Name", "State", "Autostart", "Persistent", "Capacity", "Allocation", "Available"];
      return table(head, pools.map(detailed), pools);
    },
  }),
  "pool-info": on(POOL, {
    arguments: [flag("bytes", "Sizes in bytes")],
    failure: "Failed to get information of",
    run: async (pool, { words }) => {
      const state = await stateOf(pool);
      const size = words.has("bytes") ? String : (bytes: Integer64) => prettySize(bytes);
      return fields([
        ["Name:", state.name],
        ["UUID:", state.uuid],
        ["State:", state.state],
        ["Persistent:", yesNo(state.persistent)],
        ["Autostart:", yesNo(state.autostart)],
        ...(!hasSizes(state) ? [] : [
          ["Capacity:", size(state.capacity)],
          ["Allocation:", size(state.allocation)],
          ["Available:", size(state.available)],
        ] as const),
      ], state);
    },
  }),
  "pool-name": on(POOL, { run: ({ name }) => Promise.resolve(value(name)) }),
  "pool-uuid": on(POOL, { run: ({ uuid }) => Promise.resolve(value(uuid)) }),
  "pool-dumpxml": on(POOL, {
    arguments: [flag("inactive", "As it is kept")],
    failure: "Failed to read",
    run: async (pool, { words }) =>
      document("storage-pool", await pool.getXml(words.flags({ inactive: "inactive" })), words),
  }),
  "pool-define": onConnection({
    arguments: [file("pool"), VALIDATE],
    failure: "Failed to define pool",
    run: async ({ storagePools }, { words }) => {
      const pool = await storagePools.define(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Pool ${pool.name} defined from ${words.required("file")}`, pool.reference);
    },
  }),
  "pool-define-as": onConnection({
    arguments: PARTS,
    failure: "Failed to define pool",
    run: async ({ storagePools }, { words }) => {
      const xml = buildPool(words);
      if (words.has("print-xml")) return verbatim(xml);
      const pool = await storagePools.define(xml);
      return done(`Pool ${pool.name} defined`, pool.reference);
    },
  }),
  "pool-create": onConnection({
    arguments: [file("pool"), ...BUILD],
    failure: "Failed to create pool",
    run: async ({ storagePools }, { words }) => {
      const pool = await storagePools.createXml(await words.file("file"), buildFlags(words));
      return done(`Pool ${pool.name} created from ${words.required("file")}`, pool.reference);
    },
  }),
  "pool-create-as": onConnection({
    arguments: [...PARTS, ...BUILD],
    failure: "Failed to create pool",
    run: async ({ storagePools }, { words }) => {
      const xml = buildPool(words);
      if (words.has("print-xml")) return verbatim(xml);
      const pool = await storagePools.createXml(xml, buildFlags(words));
      return done(`Pool ${pool.name} created`, pool.reference);
    },
  }),
  "pool-start": changing("started", "Failed to start", (pool, words) => pool.create(buildFlags(words)), BUILD),
  "pool-build": changing("built", "Failed to build", (pool, words) => {
    words.exclusive("overwrite", "no-overwrite");
    return pool.build(words.flags({ overwrite: "overwrite", noOverwrite: "no-overwrite" }));
  }, OVERWRITE),
  "pool-destroy": changing("destroyed", "Failed to destroy", (pool) => pool.destroy()),
  "pool-delete": changing("deleted", "Failed to delete", (pool) => pool.delete()),
  "pool-refresh": changing("refreshed", "Failed to refresh", (pool) => pool.refresh()),
  "pool-undefine": changing("has been undefined", "Failed to undefine", (pool) => pool.undefine()),
  "pool-autostart": on(POOL, {
    arguments: [flag("disable", "Start it with the host no more")],
    failure: "Failed to change the autostart of",
    run: async (pool, { words }) => {
      await pool.setAutostart(!words.has("disable"));
      return done(`Pool ${pool.name} ${words.has("disable") ? "unmarked" : "marked"} as autostarted`);
    },
  }),
  "find-storage-pool-sources": onConnection({
    arguments: [word("type", "The type of pool"), maybe("srcSpec", "File with the <source> to look in")],
    failure: "Failed to find any pool sources",
    run: async ({ storagePools }, { words }) => {
      const path = words.text("srcSpec");
      const source = path === undefined ? undefined : new TextDecoder().decode(await readInput(path));
      return await document(
        "storage-pool-sources",
        await storagePools.findSources(words.required("type"), source),
        words,
      );
    },
  }),
  "pool-capabilities": onConnection({
    failure: "Failed to get storage pool capabilities",
    run: async ({ storagePools }, { words }) => {
      const answer = await document("storage-pool-capabilities", await storagePools.getCapabilities(), words);
      // virsh ends the document twice.
      return { ...answer, text: `${answer.text}\n` };
    },
  }),
};

/** A command that changes a pool and says so. */
function changing(
  what: string,
  failure: string,
  change: (pool: StoragePool, words: Words) => Promise<void>,
  specs: readonly ArgumentSpec[] = [],
): Command {
  return on(POOL, {
    arguments: specs,
    failure,
    run: async (pool: StoragePool, { words }: Call): Promise<Answer> => {
      await change(pool, words);
      return done(`Pool ${pool.name} ${what}`);
    },
  });
}

interface PoolState extends StoragePoolInfo {
  readonly name: string;
  readonly uuid: string;
  readonly active: boolean;
  readonly persistent: boolean;
  readonly autostart: boolean;
}

async function stateOf(pool: StoragePool): Promise<PoolState> {
  const [info, active, persistent, autostart] = await Promise.all([
    pool.getInfo(),
    pool.isActive(),
    pool.isPersistent(),
    pool.getAutostart(),
  ]);
  return { ...pool.reference, ...info, active, persistent, autostart };
}

function hasSizes({ state }: PoolState): boolean {
  return state === "running" || state === "degraded";
}

function detailed(pool: PoolState): string[] {
  const sizes = [pool.capacity, pool.allocation, pool.available];
  return [
    pool.name,
    pool.state,
    yesNo(pool.autostart),
    yesNo(pool.persistent),
    ...sizes.map((size) => hasSizes(pool) ? prettySize(size) : "-"),
  ];
}

function bare({ name, uuid }: StoragePool, words: Words): string {
  const number = words.has("uuid") ? uuid.padEnd(36) : "";
  if (!words.has("name")) return `${number}\n`;
  return `${number}${number === "" ? "" : " "}${name.padEnd(20)}\n`;
}

function buildFlags(words: Words): { readonly withBuild?: boolean } {
  words.exclusive("overwrite", "no-overwrite");
  return words.flags({ withBuild: "build", withBuildOverwrite: "overwrite", withBuildNoOverwrite: "no-overwrite" });
}

/** The document of what was said. */
function buildPool(words: Words): string {
  const part = (name: string, write: (text: string) => string): string => {
    const text = words.text(name);
    return text === undefined ? "" : write(escapeXml(text));
  };
  const source = part("source-host", (text) => `    <host name='${text}'/>\n`) +
    part("source-path", (text) => `    <dir path='${text}'/>\n`) +
    part("source-dev", (text) => `    <device path='${text}'/>\n`) +
    part("source-name", (text) => `    <name>${text}</name>\n`) +
    part("source-format", (text) => `    <format type='${text}'/>\n`);
  return `<pool type='${escapeXml(words.required("type"))}'>\n  <name>${escapeXml(words.required("name"))}</name>\n` +
    (source === "" ? "" : `  <source>\n${source}  </source>\n`) +
    part("target", (text) => `  <target>\n    <path>${text}</path>\n  </target>\n`) + "</pool>\n";
}
