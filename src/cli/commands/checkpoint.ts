/**
 * The commands on checkpoints of guests, and on the backups that start from them.
 *
 * @module
 */

import type { Domain, DomainCheckpoint } from "../../api/mod.ts";
import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Command } from "../command.ts";
import { CliError, UsageError } from "../failure.ts";
import { type Answer, document, done, fields, remark, table, verbatim } from "../objects/answer.ts";
import { flag, maybe, named } from "../objects/arguments.ts";
import { buildDiskSpecs } from "../objects/disk_specs.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { localTime } from "../objects/local_time.ts";
import { type Call, on } from "../objects/object_command.ts";
import { parentOf, readPoint, sortPoints } from "../objects/points.ts";
import { formatTree } from "../objects/tree.ts";
import { readInput, type Words } from "../objects/words.ts";

const NAME = maybe("checkpointname", "Name of the checkpoint");
const QUIESCE = flag("quiesce", "Freeze the file systems meanwhile");

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "checkpoint-create": on(DOMAIN, {
    arguments: [
      maybe("xmlfile", "File with the <domaincheckpoint>; left out, everything is chosen"),
      flag("redefine", "Say one again that was there"),
      flag("redefine-validate", "And look whether its data are there"),
      QUIESCE,
    ],
    failure: "Failed to make a checkpoint of",
    run: async (domain, { words }) => {
      const path = words.text("xmlfile");
      const xml = path === undefined ? "<domaincheckpoint/>" : await textOf(path);
      const flags = words.flags({ redefine: "redefine", redefineValidate: "redefine-validate", quiesce: "quiesce" });
      const made = await domain.checkpoints.create(xml, flags);
      return remark(
        `Domain checkpoint ${made.name} created${path === undefined ? "" : ` from '${path}'`}`,
        made.reference,
      );
    },
  }),
  "checkpoint-create-as": on(DOMAIN, {
    arguments: [
      maybe("name", "Its name"),
      maybe("description", "What it is"),
      flag("print-xml", "Print the document, and do nothing"),
      QUIESCE,
      maybe("diskspec", "What becomes of a disk: vda,checkpoint=bitmap,bitmap=NAME", { repeat: true }),
    ],
    failure: "Failed to make a checkpoint of",
    run: async (domain, { words }) => {
      const [name, description] = [words.text("name"), words.text("description")];
      const element = (tag: string, text: string | undefined): string =>
        text === undefined ? "" : `  <${tag}>${escapeXml(text)}</${tag}>\n`;
      const xml = `<domaincheckpoint>\n${element("name", name)}${element("description", description)}` +
        `${buildDiskSpecs(words.all("diskspec"), "checkpoint")}</domaincheckpoint>\n`;
      if (words.has("print-xml")) return verbatim(xml);
      const made = await domain.checkpoints.create(xml, words.flags({ quiesce: "quiesce" }));
      return remark(`Domain checkpoint ${made.name} created`, made.reference);
    },
  }),
  "checkpoint-list": on(DOMAIN, {
    arguments: [
      flag("parent", "With their parents"),
      flag("roots", "Those without parents"),
      flag("leaves", "Those without children"),
      flag("no-leaves", "Those with children"),
      flag("tree", "As a tree"),
      named("from", "Those below this one"),
      flag("descendants", "With --from: all below it, not only its children"),
      flag("name", "Names only"),
      flag("topological", "Parents before children"),
    ],
    failure: "Failed to list the checkpoints of",
    run: list,
  }),
  "checkpoint-info": on(DOMAIN, {
    arguments: [NAME],
    failure: "Failed to get information of a checkpoint of",
    run: async (domain, { words }) => {
      const checkpoint = await find(domain, words);
      const [parent, children, descendants] = await Promise.all([
        parentOf(checkpoint),
        checkpoint.listChildren(),
        checkpoint.listChildren({ descendants: true }),
      ]);
      return fields([
        ["Name:", checkpoint.name],
        ["Domain:", domain.name],
        ["Parent:", parent ?? "-"],
        ["Children:", children.length],
        ["Descendants:", descendants.length],
      ], {
        name: checkpoint.name,
        parent,
        children: children.map(({ name }) => name),
        descendants: descendants.length,
      });
    },
  }),
  "checkpoint-dumpxml": on(DOMAIN, {
    arguments: [
      NAME,
      flag("security-info", "With passwords"),
      flag("no-domain", "Without the guest's document"),
      flag("size", "With how much was written since"),
    ],
    failure: "Failed to read a checkpoint of",
    run: async (domain, { words }) => {
      const flags = words.flags({ secure: "security-info", noDomain: "no-domain", size: "size" });
      return await document("checkpoint", await (await find(domain, words)).getXml(flags), words);
    },
  }),
  "checkpoint-parent": on(DOMAIN, {
    arguments: [NAME],
    failure: "Failed to get the parent of a checkpoint of",
    run: async (domain, { words }) => {
      const checkpoint = await find(domain, words);
      const parent = await parentOf(checkpoint);
      if (parent === undefined) throw new CliError(`checkpoint '${checkpoint.name}' has no parent`);
      return { text: parent, json: { name: parent } };
    },
  }),
  "checkpoint-delete": on(DOMAIN, {
    arguments: [
      NAME,
      flag("children", "With all below it"),
      flag("children-only", "All below it, and not itself"),
      flag("metadata", "Forget it, and leave its data"),
    ],
    failure: "Failed to delete a checkpoint of",
    run: async (domain, { words }) => {
      const checkpoint = await find(domain, words);
      await checkpoint.delete(
        words.flags({ children: "children", childrenOnly: "children-only", metadataOnly: "metadata" }),
      );
      const what = words.has("children-only") ? "children deleted" : "deleted";
      return done(`Domain checkpoint ${checkpoint.name} ${what}`, checkpoint.reference);
    },
  }),
  "backup-begin": on(DOMAIN, {
    arguments: [
      maybe("backupxml", "File with the <domainbackup>; left out, everything is chosen"),
      maybe("checkpointxml", "File with a <domaincheckpoint> to make at the same moment"),
      flag("reuse-external", "Use files that are there"),
    ],
    failure: "Failed to begin a backup of",
    run: async (domain, { words }) => {
      const [backup, checkpoint] = [words.text("backupxml"), words.text("checkpointxml")];
      await domain.checkpoints.beginBackup({
        xml: backup === undefined ? "<domainbackup/>" : await textOf(backup),
        ...(checkpoint === undefined ? {} : { checkpoint: await textOf(checkpoint) }),
        flags: words.flags({ reuseExternal: "reuse-external" }),
      });
      return { text: "Backup started\n" };
    },
  }),
  "backup-dumpxml": on(DOMAIN, {
    failure: "Failed to read the backup of",
    run: async (domain, { words }) => document("backup", await domain.checkpoints.getBackupXml(), words),
  }),
};

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readInput(path));
}

async function find(domain: Domain, words: Words): Promise<DomainCheckpoint> {
  const name = words.text("checkpointname");
  if (name === undefined) throw new UsageError("--checkpointname is required");
  return await domain.checkpoints.lookupByName(name);
}

async function list(domain: Domain, { words }: Call): Promise<Answer> {
  words.exclusive("tree", "name");
  words.exclusive("tree", "parent");
  const from = words.text("from");
  const filter = words.flags({ leaves: "leaves", noLeaves: "no-leaves", topological: "topological" });
  const found = from === undefined
    ? await domain.checkpoints.list({ ...filter, ...words.flags({ roots: "roots" }) })
    : await (await domain.checkpoints.lookupByName(from)).listChildren({
      ...filter,
      ...words.flags({ descendants: words.has("tree") ? "tree" : "descendants" }),
    });
  const read = await Promise.all(
    found.map(async (checkpoint) => readPoint(await checkpoint.getXml({ noDomain: true }))),
  );
  const points = sortPoints(read, words.has("topological")).map(({ external: _, ...point }) => point);
  if (words.has("tree")) {
    const names = new Set(points.map(({ name }) => name));
    const nodes = points.map(({ name, parent }) => ({
      name,
      ...(parent !== undefined && names.has(parent) && { parent }),
    }));
    return { text: formatTree(nodes), json: points };
  }
  if (words.has("name")) return { text: points.map(({ name }) => `${name}\n`).join(""), json: points };
  const head = ["Name", "Creation Time", ...(words.has("parent") ? ["Parent"] : [])];
  const rows = points.map((point) => [
    point.name,
    localTime(point.creationTime, { zone: true }),
    ...(words.has("parent") ? [point.parent ?? ""] : []),
  ]);
  return table(head, rows, points);
}
