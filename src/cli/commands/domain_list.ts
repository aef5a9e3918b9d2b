/**
 * The commands that list guests and say what they are and how they are.
 *
 * @module
 */

import type { Connection, Domain, DomainState } from "../../api/mod.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import { activity, type Answer, byName, fields, table, value, yesNo } from "../objects/answer.ts";
import { flag } from "../objects/arguments.ts";
import { unlessUnsupported } from "../objects/unless_unsupported.ts";
import { DOMAIN } from "../objects/kinds.ts";
import { on, onConnection } from "../objects/object_command.ts";
import type { Words } from "../objects/words.ts";
import { REASONS, STATES } from "../objects/state_words.ts";

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  list: onConnection({
    arguments: [
      flag("inactive", "Those that do not run"),
      flag("all", "Those that run and those that do not"),
      flag("transient", "Those that are gone when they stop"),
      flag("persistent", "Those that stay when they stop"),
      flag("with-snapshot", "Those with snapshots"),
      flag("without-snapshot", "Those without"),
      flag("with-checkpoint", "Those with checkpoints"),
      flag("without-checkpoint", "Those without"),
      flag("state-running", "Those that run"),
      flag("state-paused", "Those that are paused"),
      flag("state-shutoff", "Those that are off"),
      flag("state-other", "Those in another state"),
      flag("autostart", "Those that start with the host"),
      flag("no-autostart", "Those that do not"),
      flag("with-managed-save", "Those with a saved state"),
      flag("without-managed-save", "Those without"),
      flag("uuid", "UUIDs only"),
      flag("name", "Names only"),
      flag("id", "Numbers only"),
      flag("table", "The table, which is what is printed otherwise, too"),
      flag("managed-save", "Say in the table which have a saved state"),
      flag("title", "With their titles"),
    ],
    failure: "Failed to list domains",
    run: list,
  }),
  dominfo: on(DOMAIN, { failure: "Failed to get information of", run: dominfo }),
  domid: on(DOMAIN, { run: ({ id }) => Promise.resolve(value(id < 0 ? "-" : id, id)) }),
  domname: on(DOMAIN, { run: ({ name }) => Promise.resolve(value(name)) }),
  domuuid: on(DOMAIN, { run: ({ uuid }) => Promise.resolve(value(uuid)) }),
  domstate: on(DOMAIN, {
    arguments: [flag("reason", "With the reason for it")],
    failure: "Failed to get the state of",
    run: async (domain, { words }) => {
      const info = await domain.getState();
      const state = STATES[info.state];
      const reasons: Readonly<Record<string, string>> = REASONS[info.state];
      return value(words.has("reason") ? `${state} (${reasons[info.reason] ?? "unknown"})` : state, info);
    },
  }),
  domcontrol: on(DOMAIN, {
    failure: "Failed to get the control interface of",
    run: async (domain) => {
      const info = await domain.stats.getControlInfo();
      const detail = info.details === "none" ? "" : `: ${CONTROL_DETAILS[info.details]}`;
      const since = info.state === "ok" || info.state === "error"
        ? ""
        : ` (${(Number(info.stateTime) / 1000).toFixed(3)}s)`;
      return value(`${CONTROL_STATES[info.state]}${info.state === "error" ? detail : ""}${since}`, info);
    },
  }),
};

const CONTROL_STATES = { ok: "ok", job: "background job", occupied: "occupied", error: "error" } as const;
const CONTROL_DETAILS = {
  none: "",
  unknown: "unknown error",
  monitor: "monitor failure",
  internal: "internal (locking) error",
} as const;

async function list({ domains }: Connection, { words }: { words: Words }): Promise<Answer> {
  const found = await domains.list(filterOf(words));
  const guests = await Promise.all(found.map((domain) => look(domain, words)));
  const kept = guests.filter((guest) => guest !== undefined).toSorted(inOrder);
  const only = ["uuid", "name", "id"].filter((name) => words.has(name));
  if (words.has("table") && only.length > 0) {
    throw new UsageError(`Only one of --table, --name, --uuid and --id can be given`);
  }
  if (only.length > 0) return { text: kept.map((guest) => bare(guest, words)).join(""), json: kept };
  const head = ["Id", "Name", "State", ...(words.has("title") ? ["Title"] : [])];
  const rows = kept.map((guest) => [
    guest.id < 0 ? "-" : `${guest.id}`,
    guest.name,
    words.has("managed-save") && guest.managedSave ? "saved" : STATES[guest.state],
    ...(words.has("title") ? [guest.title ?? ""] : []),
  ]);
  return table(head, rows, kept);
}

/** A guest as the list shows it. */
interface Listed {
  readonly id: number;
  readonly name: string;
  readonly uuid: string;
  readonly state: DomainState;
  readonly managedSave?: boolean;
  readonly title?: string;
}

/** A guest that has gone since is left out. */
async function look(domain: Domain, words: Words): Promise<Listed | undefined> {
  try {
    const { state } = await domain.getState();
    return {
      id: domain.id,
      name: domain.name,
      uuid: domain.uuid,
      state,
      ...(words.has("managed-save")
        ? { managedSave: state === "shutoff" && await domain.saving.hasManagedSave() }
        : {}),
      ...(words.has("title") ? { title: await titleOf(domain) } : {}),
    };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "VIR_ERR_NO_DOMAIN") return undefined;
    throw error;
  }
}

async function titleOf(domain: Domain): Promise<string> {
  try {
    return await domain.getMetadata({ type: "title" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "VIR_ERR_NO_DOMAIN_METADATA") return "";
    throw error;
  }
}

/** Those that run first, by number; the others by name, whatever the case. */
function inOrder(left: Listed, right: Listed): number {
  if (left.id >= 0 || right.id >= 0) {
    return left.id < 0 ? 1 : right.id < 0 ? -1 : left.id - right.id;
  }
  return byName(left, right);
}

function bare(guest: Listed, words: Words): string {
  const id = words.has("id") ? guest.id < 0 ? "-" : `${guest.id}` : undefined;
  const parts = [words.has("uuid") ? guest.uuid : undefined, words.has("name") ? guest.name : undefined, id];
  return `${parts.filter((part) => part !== undefined).join(" ")}\n`;
}

function filterOf(words: Words): Parameters<Connection["domains"]["list"]>[0] {
  // A guest that is off is none that runs: asking for it asks for those that do not.
  const which = words.has("state-shutoff") && !words.has("all") ? {} : activity(words);
  return {
    ...which,
    ...words.flags({
      transient: "transient",
      persistent: "persistent",
      hasSnapshot: "with-snapshot",
      noSnapshot: "without-snapshot",
      hasCheckpoint: "with-checkpoint",
      noCheckpoint: "without-checkpoint",
      running: "state-running",
      paused: "state-paused",
      shutoff: "state-shutoff",
      other: "state-other",
      autostart: "autostart",
      noAutostart: "no-autostart",
      managedSave: "with-managed-save",
      noManagedSave: "without-managed-save",
    }),
  };
}

async function dominfo(domain: Domain, { connection }: { connection: Connection }): Promise<Answer> {
  const [osType, info, persistent, autostart, managedSave, security, messages] = await Promise.all([
    domain.getOsType(),
    domain.getInfo(),
    domain.isPersistent(),
    unlessUnsupported(domain.getAutostart()),
    unlessUnsupported(domain.saving.hasManagedSave()),
    unlessUnsupported(connection.host.getSecurityModel()),
    unlessUnsupported(domain.getMessages()),
  ]);
  const labels = security?.model ? await domain.stats.getSecurityLabels() : [];
  const rows: (readonly [string, unknown])[] = [
    ["Id:", domain.id < 0 ? "-" : domain.id],
    ["Name:", domain.name],
    ["UUID:", domain.uuid],
    ["OS Type:", osType],
    ["State:", STATES[info.state]],
    ["CPU(s):", info.vcpus],
    ...(Number(info.cpuTime) === 0 ? [] : [["CPU time:", `${(Number(info.cpuTime) / 1e9).toFixed(1)}s`] as const]),
    ["Max memory:", `${info.maxMemory} KiB`],
    ["Used memory:", `${info.memory} KiB`],
    ["Persistent:", yesNo(persistent)],
    ...(autostart === undefined ? [] : [["Autostart:", autostart ? "enable" : "disable"] as const]),
    ["Managed save:", managedSave === undefined ? "unknown" : yesNo(managedSave)],
    ...(security?.model ? [["Security model:", security.model], ["Security DOI:", security.doi]] as const : []),
    ...labels.filter(({ label }) => label !== "").slice(0, 1).map(({ label, enforcing }) =>
      ["Security label:", `${label} (${enforcing ? "enforcing" : "permissive"})`] as const
    ),
    ...(messages ?? []).map((message, index) => [index === 0 ? "Messages:" : "", message] as const),
  ];
  return fields(rows, {
    ...domain.reference,
    osType,
    ...info,
    persistent,
    autostart,
    managedSave,
    security: security?.model ? { ...security, labels } : undefined,
    messages,
  });
}
