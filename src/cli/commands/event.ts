/**
 * The commands that wait for events and print them.
 *
 * @module
 */

import type { EventItem, EventKind } from "../../api/mod.ts";
import type { Connection } from "../../api/connection.ts";
import { type EventObject, eventObject } from "../../model/event.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../failure.ts";
import type { Answer } from "../objects/answer.ts";
import { flag, maybe, named } from "../objects/arguments.ts";
import { describeEvent, EVENT_NAMES, eventName } from "../objects/event_lines.ts";
import { formatJsonLine } from "../objects/json.ts";
import { type Call, onConnection } from "../objects/object_command.ts";

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  event: eventCommand("domain", "domain", "Name or UUID of the guest"),
  "net-event": eventCommand("network", "network", "Name or UUID of the network"),
  "pool-event": eventCommand("storagePool", "pool", "Name or UUID of the pool"),
  "nodedev-event": eventCommand("nodeDevice", "device", "Name of the device"),
  "secret-event": eventCommand("secret", "secret", "UUID of the secret"),
};

function eventCommand(kind: EventKind, argument: string, doc: string): Command {
  return onConnection({
    arguments: [
      named(argument, `Only of this one: ${doc.toLowerCase()}`),
      maybe("event", "Only these events, separated by commas"),
      flag("all", "All events"),
      flag("loop", "Go on after the first"),
      named("timeout", "Stop after so many seconds", { type: "number" }),
      named("since", "Those after this number first, as far as they are kept", { type: "number" }),
      flag("list", "List the events that there are"),
      flag("timestamp", "With the time of each"),
    ],
    details: [
      "Ends after the first event, or with --loop after the time or Ctrl-C. With --json each event is one line, with " +
      "its number for --since. What was lost on the way is said as a gap.",
    ],
    failure: "Failed to wait for events",
    run: (connection, call) => listen({ kind, argument, connection, call }),
  });
}

interface Listening {
  readonly kind: EventKind;
  readonly argument: string;
  readonly connection: Connection;
  readonly call: Call;
}

async function listen({ kind, argument, connection, call }: Listening): Promise<Answer | undefined> {
  const { words, terminal } = call;
  const names = EVENT_NAMES[kind];
  if (words.has("list")) return { text: names.map((name) => `${name}\n`).join(""), json: names };
  const wanted = (words.text("event") ?? "").split(",").filter((name) => name !== "");
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no event "${unknown}": there are ${names.join(", ")}`);
  if (wanted.length === 0 && !words.has("all") && kind === "domain") {
    throw new UsageError("one of --list, --all, or --event <type> is required");
  }
  const only = words.text(argument)?.toLowerCase();
  const stop = new AbortController();
  const seconds = words.number("timeout");
  const timer = seconds === undefined ? undefined : setTimeout(() => stop.abort(), seconds * 1000);
  const since = words.number("since");
  let count = 0;
  try {
    const feed = connection.events({
      kinds: [kind],
      signal: AbortSignal.any([stop.signal, call.signal]),
      ...(since !== undefined && { since }),
    });
    for await (const item of feed) {
      if (item.kind === "event" && !isWanted(item, { wanted, only })) continue;
      terminal.out(words.has("json") ? formatJsonLine(item) : lineOf(item, words.has("timestamp")));
      if (item.kind === "gap") continue;
      count++;
      if (!words.has("loop")) break;
    }
  } finally {
    clearTimeout(timer);
  }
  if (!words.has("json")) {
    if (stop.signal.aborted) terminal.out("event loop timed out\n");
    terminal.out(`events received: ${count}\n\n`);
  }
  return count > 0 ? undefined : { text: "", silent: true, exitCode: 1 };
}

function isWanted(
  { event }: EventItem & { kind: "event" },
  { wanted, only }: { readonly wanted: readonly string[]; readonly only: string | undefined },
): boolean {
  if (wanted.length > 0 && !wanted.includes(eventName(event.event))) return false;
  const { name, uuid }: EventObject = eventObject(event);
  return only === undefined || only === name?.toLowerCase() || only === uuid;
}

function lineOf(item: EventItem, stamped: boolean): string {
  // As virsh does: the time of UTC, whatever the zone.
  const stamp = stamped ? `${new Date().toISOString().replace("T", " ").replace("Z", "+0000")}: ` : "";
  if (item.kind === "gap") {
    return `${stamp}events ${item.from} to ${item.to} are missing${item.reason ? `: ${item.reason}` : ""}\n`;
  }
  return `${stamp}${describeEvent(item.event)}`;
}
