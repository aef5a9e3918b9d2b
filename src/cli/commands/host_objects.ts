/**
 * The commands on interfaces and secrets of the host, and on network filters with their bindings.
 *
 * @module
 */

import type { SecretUsageType } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { activity, byName, document, done, table, value } from "../objects/answer.ts";
import { file, flag, maybe, VALIDATE, WHICH } from "../objects/arguments.ts";
import { BINDING, FILTER, INTERFACE, SECRET } from "../objects/kinds.ts";
import { on, onConnection } from "../objects/object_command.ts";
import { readInput } from "../objects/words.ts";

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "iface-list": onConnection({
    arguments: WHICH,
    failure: "Failed to list interfaces",
    run: async ({ interfaces }, { words }) => {
      const found = (await interfaces.list(activity(words))).toSorted(byName);
      const states = await Promise.all(
        found.map(async (one) => ({ ...one.reference, active: await one.isActive() })),
      );
      const rows = states.map(({ name, mac, active }) => [name, active ? "active" : "inactive", mac]);
      return table(["Name", "State", "MAC Address"], rows, states);
    },
  }),
  "iface-name": on(INTERFACE, { run: ({ name }) => Promise.resolve(value(name)) }),
  "iface-mac": on(INTERFACE, { run: ({ mac }) => Promise.resolve(value(mac)) }),
  "iface-dumpxml": on(INTERFACE, {
    arguments: [flag("inactive", "As it is kept")],
    failure: "Failed to read",
    run: async (one, { words }) =>
      document("interface", await one.getXml(words.flags({ inactive: "inactive" })), words),
  }),
  "iface-define": onConnection({
    arguments: [file("interface"), VALIDATE],
    failure: "Failed to define interface",
    run: async ({ interfaces }, { words }) => {
      const made = await interfaces.define(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Interface ${made.name} defined from ${words.required("file")}`, made.reference);
    },
  }),
  "iface-undefine": on(INTERFACE, {
    failure: "Failed to undefine",
    run: async (one) => {
      await one.undefine();
      return done(`Interface ${one.name} undefined`);
    },
  }),
  "iface-start": on(INTERFACE, {
    failure: "Failed to start",
    run: async (one) => {
      await one.create();
      return done(`Interface ${one.name} started`);
    },
  }),
  "iface-destroy": on(INTERFACE, {
    failure: "Failed to destroy",
    run: async (one) => {
      await one.destroy();
      return done(`Interface ${one.name} destroyed`);
    },
  }),
  "iface-begin": onConnection({
    failure: "Failed to begin network config change transaction",
    run: async ({ interfaces }) => {
      await interfaces.beginChange();
      return done("Network config change transaction started", { transaction: "started" });
    },
  }),
  "iface-commit": onConnection({
    failure: "Failed to commit network config change transaction",
    run: async ({ interfaces }) => {
      await interfaces.commitChange();
      return done("Network config change transaction committed", { transaction: "committed" });
    },
  }),
  "iface-rollback": onConnection({
    failure: "Failed to rollback network config change transaction",
    run: async ({ interfaces }) => {
      await interfaces.rollbackChange();
      return done("Network config change transaction rolled back", { transaction: "rolled back" });
    },
  }),
  "secret-list": onConnection({
    arguments: [
      flag("ephemeral", "Those that are never written to the disk"),
      flag("no-ephemeral", "Those that are kept"),
      flag("private", "Those that nobody gets the value of"),
      flag("no-private", "The others"),
    ],
    failure: "Failed to list secrets",
    run: async ({ secrets }, { words }) => {
      const filter = words.flags({
        ephemeral: "ephemeral",
        noEphemeral: "no-ephemeral",
        private: "private",
        noPrivate: "no-private",
      });
      const found = (await secrets.list(filter)).map(({ reference }) => reference).toSorted((a, b) =>
        a.uuid < b.uuid ? -1 : 1
      );
      const rows = found.map(({ uuid, usageType, usageId }) => [uuid, usageWords(usageType, usageId)]);
      return table(["UUID", "Usage"], rows, found);
    },
  }),
  "secret-dumpxml": on(SECRET, {
    failure: "Failed to read",
    run: async (secret, { words }) => document("secret", await secret.getXml(), words),
  }),
  "secret-define": onConnection({
    arguments: [file("secret"), VALIDATE],
    failure: "Failed to set attributes",
    run: async ({ secrets }, { words }) => {
      const secret = await secrets.define(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Secret ${secret.uuid} created`, secret.reference);
    },
  }),
  "secret-undefine": on(SECRET, {
    failure: "Failed to delete",
    run: async (secret) => {
      await secret.undefine();
      return done(`Secret ${secret.uuid} deleted`);
    },
  }),
  "secret-set-value": on(SECRET, {
    arguments: [
      maybe("file", "File with the value; - is standard input, and what is read without a file"),
      flag("plain", "The value is as it is in the file, and not base64"),
    ],
    details: ["A value is never taken from the command line: every process of the host could read it there."],
    failure: "Failed to set the value of",
    run: async (secret, { words }) => {
      const given = await readInput(words.text("file") ?? "-");
      await secret.setValue(words.has("plain") ? given : decode(new TextDecoder().decode(given)));
      return done("Secret value set");
    },
  }),
  "secret-get-value": on(SECRET, {
    arguments: [flag("plain", "The value as it is, and not base64")],
    failure: "Failed to get the value of",
    run: async (secret, { words }) => {
      const bytes = await secret.getValue();
      const text = words.has("plain")
        ? new TextDecoder().decode(bytes)
        : btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      return { text, json: { ...secret.reference, value: bytes }, verbatim: true };
    },
  }),
  "nwfilter-list": onConnection({
    failure: "Failed to list network filters",
    run: async ({ networkFilters }) => {
      const found = (await networkFilters.list()).map(({ reference }) => reference).toSorted(byName);
      return table(["UUID", "Name"], found.map(({ uuid, name }) => [uuid, name]), found);
    },
  }),
  "nwfilter-dumpxml": on(FILTER, {
    failure: "Failed to read",
    run: async (filter, { words }) => document("network-filter", await filter.getXml(), words),
  }),
  "nwfilter-define": onConnection({
    arguments: [file("filter"), VALIDATE],
    failure: "Failed to define network filter",
    run: async ({ networkFilters }, { words }) => {
      const filter = await networkFilters.define(
        await words.file("file"),
        words.has("validate") ? { validate: true } : undefined,
      );
      return done(`Network filter ${filter.name} defined from ${words.required("file")}`, filter.reference);
    },
  }),
  "nwfilter-undefine": on(FILTER, {
    failure: "Failed to undefine",
    run: async (filter) => {
      await filter.undefine();
      return done(`Network filter ${filter.name} undefined`);
    },
  }),
  "nwfilter-binding-list": onConnection({
    failure: "Failed to list network filter bindings",
    run: async ({ networkFilters }) => {
      const found = (await networkFilters.bindings.list()).map(({ reference }) => reference)
        .toSorted((left, right) => left.portDevice < right.portDevice ? -1 : 1);
      return table(["Port Dev", "Filter"], found.map(({ portDevice, filterName }) => [portDevice, filterName]), found);
    },
  }),
  "nwfilter-binding-dumpxml": on(BINDING, {
    failure: "Failed to read",
    run: async (binding, { words }) => document("network-filter-binding", await binding.getXml(), words),
  }),
  "nwfilter-binding-create": onConnection({
    arguments: [file("filterbinding"), VALIDATE],
    failure: "Failed to create network filter binding",
    run: async ({ networkFilters }, { words }) => {
      const made = await networkFilters.bindings.createXml(
        await words.file("file"),
        words.flags({ validate: "validate" }),
      );
      return done(
        `Network filter binding on ${made.portDevice} created from ${words.required("file")}`,
        made.reference,
      );
    },
  }),
  "nwfilter-binding-delete": on(BINDING, {
    failure: "Failed to delete",
    run: async (binding) => {
      await binding.delete();
      return done(`Network filter binding on ${binding.portDevice} deleted`);
    },
  }),
};

function usageWords(type: SecretUsageType, id: string): string {
  return type === "none" ? "Unused" : `${type} ${id}`;
}

function decode(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  } catch {
    throw new UsageError("The value is no base64; with --plain it is taken as it is");
  }
}
