/**
 * The commands on snapshots of guests.
 *
 * @module
 */

import type { Domain, DomainSnapshot } from "../../api/mod.ts";
import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Command } from "../command.ts";
import { CliError, UsageError } from "../failure.ts";
import { type Answer, document, done, fields, remark, table, verbatim, yesNo } from "../objects/answer.ts";
import { flag, maybe, named } from "../objects/arguments.ts";
import { buildDiskSpecs } from "../objects/disk_specs.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { localTime } from "../objects/local_time.ts";
import { type Call, on } from "../objects/object_command.ts";
import { parentOf, type PointFacts, readPoint, sortPoints } from "../objects/points.ts";
import { formatTree } from "../objects/tree.ts";
import { readInput, type Words } from "../objects/words.ts";

const NAME = maybe("snapshotname", "Name of the snapshot");
const CURRENT = flag("current", "The current snapshot");

const HOW = [
  flag("no-metadata", "Forget it at once"),
  flag("halt", "Stop the guest afterwards"),
  flag("disk-only", "Of the disks, not of the memory"),
  flag("reuse-external", "Use files that are there"),
  flag("quiesce", "Freeze the file systems meanwhile"),
  flag("atomic", "All disks or none"),
  flag("live", "The guest runs on meanwhile"),
  flag("validate", "Hold the document to its schema"),
];

const FILTERS = {
  leaves: "leaves",
  noLeaves: "no-leaves",
  metadata: "metadata",
  noMetadata: "no-metadata",
  inactive: "inactive",
  active: "active",
  diskOnly: "disk-only",
  internal: "internal",
  external: "external",
} as const;

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "snapshot-create": on(DOMAIN, {
    arguments: [
      maybe("xmlfile", "File with the <domainsnapshot>; left out, everything is chosen"),
      flag("redefine", "Say one again that was there"),
      flag("current", "It becomes the current one"),
      ...HOW,
    ],
    failure: "Failed to take a snapshot of",
    run: async (domain, { words }) => {
      const path = words.text("xmlfile");
      const xml = path === undefined ? "<domainsnapshot/>" : new TextDecoder().decode(await readInput(path));
      const made = await domain.snapshots.create(xml, {
        ...how(words),
        ...words.flags({ redefine: "redefine", current: "current" }),
      });
      return remark(
        `Domain snapshot ${made.name} created${path === undefined ? "" : ` from '${path}'`}`,
        made.reference,
      );
    },
  }),
  "snapshot-create-as": on(DOMAIN, {
    arguments: [
      maybe("name", "Its name"),
      maybe("description", "What it is"),
      flag("print-xml", "Print the document, and do nothing"),
      ...HOW,
      named("memspec", "Where its memory goes: file=PATH or snapshot=external,file=PATH"),
      maybe("diskspec", "What becomes of a disk: vda,snapshot=external,file=PATH", { repeat: true }),
    ],
    failure: "Failed to take a snapshot of",
    run: async (domain, { words }) => {
      const xml = buildSnapshot(words);
      if (words.has("print-xml")) return verbatim(xml);
      const made = await domain.snapshots.create(xml, how(words));
      return remark(`Domain snapshot ${made.name} created`, made.reference);
    },
  }),
  "snapshot-list": on(DOMAIN, {
    arguments: [
      flag("parent", "With their parents"),
      flag("roots", "Those without parents"),
      ...Object.values(FILTERS).map((name) => flag(name, `Those that are ${name}`)),
      flag("tree", "As a tree"),
      named("from", "Those below this one"),
      flag("current", "Those below the current one"),
      flag("descendants", "With --from: all below it, not only its children"),
      flag("name", "Names only"),
      flag("topological", "Parents before children"),
    ],
    failure: "Failed to list the snapshots of",
    run: list,
  }),
  "snapshot-current": on(DOMAIN, {
    arguments: [flag("name", "Its name only"), flag("security-info", "With passwords")],
    failure: "Failed to get the current snapshot of",
    run: async (domain, { words }) => {
      if (!await domain.snapshots.hasCurrent()) throw new CliError(`Domain '${domain.name}' has no current snapshot`);
      const snapshot = await domain.snapshots.getCurrent();
      if (words.has("name")) return { text: snapshot.name, json: snapshot.reference };
      return await document("snapshot", await snapshot.getXml(words.flags({ secure: "security-info" })), words);
    },
  }),
  "snapshot-info": on(DOMAIN, {
    arguments: [NAME, CURRENT],
    failure: "Failed to get information of a snapshot of",
    run: async (domain, { words }) => {
      const snapshot = await find(domain, words);
      const [point, current, parent, children, descendants, metadata] = await Promise.all([
        snapshot.getXml().then(readPoint),
        snapshot.isCurrent(),
        parentOf(snapshot),
        snapshot.listChildren(),
        snapshot.listChildren({ descendants: true }),
        snapshot.hasMetadata(),
      ]);
      return fields([
        ["Name:", snapshot.name],
        ["Domain:", domain.name],
        ["Current:", yesNo(current)],
        ["State:", point.state ?? ""],
        ["Location:", point.external ? "external" : "internal"],
        ["Parent:", parent ?? "-"],
        ["Children:", children.length],
        ["Descendants:", descendants.length],
        ["Metadata:", yesNo(metadata)],
      ], { ...point, current, metadata, children: children.map(({ name }) => name), descendants: descendants.length });
    },
  }),
  "snapshot-dumpxml": on(DOMAIN, {
    arguments: [NAME, flag("security-info", "With passwords")],
    failure: "Failed to read a snapshot of",
    run: async (domain, { words }) => {
      const snapshot = await find(domain, words);
      return await document("snapshot", await snapshot.getXml(words.flags({ secure: "security-info" })), words);
    },
  }),
  "snapshot-parent": on(DOMAIN, {
    arguments: [NAME, CURRENT],
    failure: "Failed to get the parent of a snapshot of",
    run: async (domain, { words }) => {
      const snapshot = await find(domain, words);
      const parent = await parentOf(snapshot);
      if (parent === undefined) throw new CliError(`snapshot '${snapshot.name}' has no parent`);
      return { text: parent, json: { name: parent } };
    },
  }),
  "snapshot-revert": on(DOMAIN, {
    arguments: [
      NAME,
      CURRENT,
      flag("running", "It runs afterwards"),
      flag("paused", "It is paused afterwards"),
      flag("force", "Even where that is risky"),
      flag("reset-nvram", "Make its firmware variables anew from the template"),
    ],
    failure: "Failed to go back to a snapshot of",
    run: async (domain, { words }) => {
      words.exclusive("running", "paused");
      const snapshot = await find(domain, words);
      await snapshot.revert(
        words.flags({ running: "running", paused: "paused", force: "force", resetNvram: "reset-nvram" }),
      );
      return done(`Domain snapshot ${snapshot.name} reverted`, snapshot.reference);
    },
  }),
  "snapshot-delete": on(DOMAIN, {
    arguments: [
      NAME,
      CURRENT,
      flag("children", "With all below it"),
      flag("children-only", "All below it, and not itself"),
      flag("metadata", "Forget it, and leave its data"),
    ],
    failure: "Failed to delete a snapshot of",
    run: async (domain, { words }) => {
      const snapshot = await find(domain, words);
      const only = words.has("children-only");
      await snapshot.delete(
        words.flags({ children: "children", childrenOnly: "children-only", metadataOnly: "metadata" }),
      );
      return done(`Domain snapshot ${snapshot.name} ${only ? "children deleted" : "deleted"}`, snapshot.reference);
    },
  }),
};

async function find(domain: Domain, words: Words): Promise<DomainSnapshot> {
  const name = words.text("snapshotname");
  if (words.has("current")) {
    if (name !== undefined) throw new UsageError("Options --snapshotname and --current are mutually exclusive");
    return await domain.snapshots.getCurrent();
  }
  if (name === undefined) throw new UsageError("--snapshotname or --current is required");
  return await domain.snapshots.lookupByName(name);
}

function how(words: Words): Parameters<Domain["snapshots"]["create"]>[1] {
  return words.flags({
    noMetadata: "no-metadata",
    halt: "halt",
    diskOnly: "disk-only",
    reuseExt: "reuse-external",
    quiesce: "quiesce",
    atomic: "atomic",
    live: "live",
    validate: "validate",
  });
}

function buildSnapshot(words: Words): string {
  const [name, description, memory] = [words.text("name"), words.text("description"), words.text("memspec")];
  const element = (tag: string, text: string | undefined): string =>
    text === undefined ? "" : `  <${tag}>${escapeXml(text)}</${tag}>\n`;
  return `<domainsnapshot>\n${element("name", name)}${element("description", description)}` +
    (memory === undefined ? "" : buildMemory(memory)) + buildDiskSpecs(words.all("diskspec"), "snapshot") +
    "</domainsnapshot>\n";
}

function buildMemory(text: string): string {
  const parts = new Map(
    text.split(",").map((part) => part.includes("=") ? part.split("=", 2) as [string, string] : ["file", part]),
  );
  const [kind, path] = [parts.get("snapshot"), parts.get("file")];
  if (kind === undefined && path === undefined) throw new UsageError(`"--memspec" takes file=PATH, but got "${text}"`);
  const attribute = (name: string, value: string | undefined): string =>
    value === undefined ? "" : ` ${name}='${escapeXml(value)}'`;
  return `  <memory${attribute("snapshot", kind)}${attribute("file", path)}/>\n`;
}

async function list(domain: Domain, { words }: Call): Promise<Answer> {
  words.exclusive("tree", "name");
  words.exclusive("tree", "parent");
  const from = words.text("from");
  const filter = words.flags({ ...FILTERS, topological: "topological" });
  const top = words.has("current")
    ? await domain.snapshots.getCurrent()
    : from === undefined
    ? undefined
    : await domain.snapshots.lookupByName(from);
  const found = top === undefined
    ? await domain.snapshots.list({ ...filter, ...words.flags({ roots: "roots" }) })
    : await top.listChildren({
      ...filter,
      ...words.flags({ descendants: words.has("tree") ? "tree" : "descendants" }),
    });
  const points = sortPoints(await Promise.all(found.map(facts)), words.has("topological"));
  if (words.has("tree")) {
    const names = new Set(points.map(({ name }) => name));
    const nodes = points.map(({ name, parent }) => ({
      name,
      ...(parent !== undefined && names.has(parent) && { parent }),
    }));
    return { text: formatTree(nodes), json: points };
  }
  if (words.has("name")) return { text: points.map(({ name }) => `${name}\n`).join(""), json: points };
  const head = ["Name", "Creation Time", "State", ...(words.has("parent") ? ["Parent"] : [])];
  const rows = points.map((point) => [
    point.name,
    localTime(point.creationTime, { zone: true }),
    point.state ?? "",
    ...(words.has("parent") ? [point.parent ?? ""] : []),
  ]);
  return table(head, rows, points);
}

async function facts(snapshot: DomainSnapshot): Promise<PointFacts> {
  return readPoint(await snapshot.getXml());
}
