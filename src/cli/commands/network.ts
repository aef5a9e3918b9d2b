/**
 * The commands on virtual networks, their ports and their leases.
 *
 * @module
 */

import type { Network, NetworkUpdateSection } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { activity, type Answer, byName, document, done, fields, table, value, yesNo } from "../objects/answer.ts";
import { AFFECT, file, flag, KEPT, maybe, named, VALIDATE, WHICH, word } from "../objects/arguments.ts";
import { localTime } from "../objects/local_time.ts";
import { NETWORK } from "../objects/kinds.ts";
import { type Call, on, onConnection } from "../objects/object_command.ts";
import { readInput } from "../objects/words.ts";

const COMMANDS = {
  add: "addLast",
  "add-last": "addLast",
  "add-first": "addFirst",
  delete: "delete",
  modify: "modify",
} as const;

/** virsh's words for the parts of a network. */
const SECTIONS: Readonly<Record<string, NetworkUpdateSection>> = {
  bridge: "bridge",
  domain: "domain",
  ip: "ip",
  "ip-dhcp-host": "ipDhcpHost",
  "ip-dhcp-range": "ipDhcpRange",
  forward: "forward",
  "forward-interface": "forwardInterface",
  "forward-pf": "forwardPf",
  portgroup: "portgroup",
  "dns-host": "dnsHost",
  "dns-txt": "dnsTxt",
  "dns-srv": "dnsSrv",
};

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  "net-list": onConnection({
    arguments: [...WHICH, ...KEPT, flag("uuid", "UUIDs only"), flag("name", "Names only"), flag("table", "The table")],
    failure: "Failed to list networks",
    run: async ({ networks }, { words }) => {
      const kept = words.flags({
        persistent: "persistent",
        transient: "transient",
        autostart: "autostart",
        noAutostart: "no-autostart",
      });
      const found = await networks.list({ ...activity(words), ...kept });
      if (words.has("uuid") || words.has("name")) {
        const names = found.toSorted(byName);
        const text = names.map(({ name, uuid }) => `${words.has("uuid") ? uuid : name}\n`).join("");
        return { text, json: names.map(({ reference }) => reference) };
      }
      const states = (await Promise.all(found.map(stateOf))).toSorted(byName);
      const rows = states.map(({ name, active, autostart, persistent }) => [
        name,
        active ? "active" : "inactive",
        yesNo(autostart),
        yesNo(persistent),
      ]);
      return table(["Name", "State", "Autostart", "Persistent"], rows, states);
    },
  }),
  "net-info": on(NETWORK, {
    failure: "Failed to get information of",
    run: async (network) => {
      const state = await stateOf(network);
      const bridge = await network.getBridgeName().catch(() => undefined);
      return fields([
        ["Name:", state.name],
        ["UUID:", state.uuid],
        ["Active:", yesNo(state.active)],
        ["Persistent:", yesNo(state.persistent)],
        ["Autostart:", yesNo(state.autostart)],
        ...(bridge === undefined ? [] : [["Bridge:", bridge] as const]),
      ], { ...state, bridge });
    },
  }),
  "net-name": on(NETWORK, { run: ({ name }) => Promise.resolve(value(name)) }),
  "net-uuid": on(NETWORK, { run: ({ uuid }) => Promise.resolve(value(uuid)) }),
  "net-dumpxml": on(NETWORK, {
    arguments: [flag("inactive", "As it is kept")],
    failure: "Failed to read",
    run: async (network, { words }) =>
      document("network", await network.getXml(words.flags({ inactive: "inactive" })), words),
  }),
  "net-define": onConnection({
    arguments: [file("network"), VALIDATE],
    failure: "Failed to define network",
    run: async ({ networks }, { words }) => {
      const network = await networks.define(await words.file("file"), validate(words.has("validate")));
      return done(`Network ${network.name} defined from ${words.required("file")}`, network.reference);
    },
  }),
  "net-create": onConnection({
    arguments: [file("network"), VALIDATE],
    failure: "Failed to create network",
    run: async ({ networks }, { words }) => {
      const network = await networks.createXml(await words.file("file"), validate(words.has("validate")));
      return done(`Network ${network.name} created from ${words.required("file")}`, network.reference);
    },
  }),
  "net-start": on(NETWORK, {
    failure: "Failed to start",
    run: async (network) => {
      await network.create();
      return done(`Network ${network.name} started`);
    },
  }),
  "net-destroy": on(NETWORK, {
    failure: "Failed to destroy",
    run: async (network) => {
      await network.destroy();
      return done(`Network ${network.name} destroyed`);
    },
  }),
  "net-undefine": on(NETWORK, {
    failure: "Failed to undefine",
    run: async (network) => {
      await network.undefine();
      return done(`Network ${network.name} has been undefined`);
    },
  }),
  "net-autostart": on(NETWORK, {
    arguments: [flag("disable", "Start it with the host no more")],
    failure: "Failed to change the autostart of",
    run: async (network, { words }) => {
      await network.setAutostart(!words.has("disable"));
      return done(`Network ${network.name} ${words.has("disable") ? "unmarked" : "marked"} as autostarted`);
    },
  }),
  "net-update": on(NETWORK, {
    arguments: [
      word("command", "What is done", { choices: Object.keys(COMMANDS) }),
      word("section", "Which part", { choices: Object.keys(SECTIONS) }),
      word("xml", "The element, or a file with it"),
      named("parent-index", "Which of several parents, from 0", { type: "number" }),
      ...AFFECT,
    ],
    failure: "Failed to update",
    run: update,
  }),
  "net-dhcp-leases": on(NETWORK, {
    arguments: [maybe("mac", "Those of this MAC address only")],
    failure: "Failed to get leases info for",
    run: async (network, { words }) => {
      const leases = (await network.getDhcpLeases(words.text("mac"))).toSorted((left, right) =>
        `${left.mac} ${left.address}`.localeCompare(`${right.mac} ${right.address}`)
      );
      const rows = leases.map((lease) => [
        localTime(lease.expiryTime),
        lease.mac ?? "",
        lease.type,
        `${lease.address}/${lease.prefix}`,
        lease.hostname ?? "-",
        lease.clientId ?? lease.iaid ?? "-",
      ]);
      return table(
        ["Expiry Time", "MAC address", "Protocol", "IP address", "Hostname", "Client ID or DUID"],
        rows,
        leases,
      );
    },
  }),
  "net-port-list": on(NETWORK, {
    arguments: [flag("uuid", "UUIDs only"), flag("table", "The table")],
    failure: "Failed to list the ports of",
    run: async (network, { words }) => {
      const ports = (await network.listPorts()).map(({ uuid }) => ({ uuid })).toSorted((a, b) =>
        a.uuid < b.uuid ? -1 : 1
      );
      if (words.has("uuid")) return { text: ports.map(({ uuid }) => `${uuid}\n`).join(""), json: ports };
      return table(["UUID"], ports.map(({ uuid }) => [uuid]), ports);
    },
  }),
  "net-port-create": on(NETWORK, {
    arguments: [file("networkport"), VALIDATE],
    failure: "Failed to create a port of",
    run: async (network, { words }) => {
      const port = await network.createPort(await words.file("file"), words.flags({ validate: "validate" }));
      return done(`Network port ${port.uuid} created from ${words.required("file")}`, port.reference);
    },
  }),
  "net-port-dumpxml": on(NETWORK, {
    arguments: [word("port", "UUID of the port")],
    failure: "Failed to read a port of",
    run: async (network, { words }) => {
      const port = await network.lookupPort(words.required("port"));
      return await document("network-port", await port.getXml(), words);
    },
  }),
  "net-port-delete": on(NETWORK, {
    arguments: [word("port", "UUID of the port")],
    failure: "Failed to delete a port of",
    run: async (network, { words }) => {
      const port = await network.lookupPort(words.required("port"));
      await port.delete();
      return done(`Network port ${port.uuid} deleted`, port.reference);
    },
  }),
};

function validate(wanted: boolean): { readonly validate: true } | undefined {
  return wanted ? { validate: true } : undefined;
}

async function stateOf(network: Network): Promise<NetworkState> {
  const [active, persistent, autostart] = await Promise.all([
    network.isActive(),
    network.isPersistent(),
    network.getAutostart(),
  ]);
  return { ...network.reference, active, persistent, autostart };
}

interface NetworkState {
  readonly name: string;
  readonly uuid: string;
  readonly active: boolean;
  readonly persistent: boolean;
  readonly autostart: boolean;
}

async function update(network: Network, { words }: Call): Promise<Answer> {
  const given = words.required("xml");
  const xml = given.trimStart().startsWith("<") ? given : new TextDecoder().decode(await readInput(given));
  const affect = words.affect();
  await network.update({
    command: COMMANDS[words.required("command") as keyof typeof COMMANDS],
    section: SECTIONS[words.required("section")] ?? "none",
    parentIndex: words.number("parent-index") ?? -1,
    xml,
    flags: affect,
  });
  const live = affect.live || (!affect.config && await network.isActive());
  const what = affect.config
    ? live ? "persistent config and live state" : "persistent config"
    : live
    ? "live state"
    : "persistent config";
  return done(`Updated network ${network.name} ${what}`);
}
