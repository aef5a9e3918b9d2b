/**
 * Events in virsh's words.
 *
 * @module
 */

import type { ConnectionEvent, DomainEvent, EventKind, TypedParameter } from "../../api/mod.ts";
import { type EventObject, eventObject } from "../../model/event.ts";
import { DOMAIN_EVENT_IDS } from "../../model/event_ids.ts";
import { dashed } from "./answer.ts";
import { parameterText } from "./parameter_lines.ts";

/** The events of each kind of object, by virsh's names. */
export const EVENT_NAMES: Readonly<Record<EventKind, readonly string[]>> = {
  domain: Object.keys(DOMAIN_EVENT_IDS).map(eventName),
  network: ["lifecycle"],
  storagePool: ["lifecycle", "refresh"],
  nodeDevice: ["lifecycle", "update"],
  secret: ["lifecycle", "value-changed"],
};

const KIND_WORDS = {
  network: "network",
  storagePool: "storage pool",
  nodeDevice: "node device",
  secret: "secret",
} as const;

/** virsh's words for how guests came to what they are, where they are not the API's. */
const DETAILS: Readonly<Record<string, string>> = {
  fromSnapshot: "Snapshot",
  wakeup: "Event wakeup",
  ioError: "I/O Error",
  apiError: "API error",
  postcopy: "Post-copy",
  postcopyFailed: "Post-copy Error",
  finished: "Finished",
  guest: "Finished after guest request",
  host: "Finished after host request",
};

/** How an event is called on the command line. */
export function eventName(event: string): string {
  return dashed(event).replace("block-job2", "block-job-2");
}

/** One event, with a line's end. */
export function describeEvent(event: ConnectionEvent): string {
  if (event.kind === "domain") {
    return `event '${eventName(event.event)}' for domain '${event.domain.name}'${domainPart(event)}`;
  }
  const { name, uuid }: EventObject = eventObject(event);
  const about = `event '${dashed(event.event)}' for ${KIND_WORDS[event.kind]} ${name ?? uuid}`;
  return event.event === "lifecycle" ? `${about}: ${capital(event.change)}\n` : `${about}\n`;
}

function domainPart(event: DomainEvent): string {
  switch (event.event) {
    case "lifecycle":
      return `: ${event.change === "pmsuspended" ? "PMSuspended" : capital(event.change)} ${
        DETAILS[event.detail] ?? capital(event.detail)
      }\n`;
    case "rtcChange":
      return `: ${event.utcOffset}\n`;
    case "watchdog":
      return `: ${dashed(event.action)}\n`;
    case "ioError":
      return `: ${event.sourcePath} (${event.alias}) ${event.action}\n`;
    case "ioErrorReason":
      return `: ${event.sourcePath} (${event.alias}) ${event.action} due to ${event.reason}\n`;
    case "blockJob":
    case "blockJob2":
      return `: ${JOBS[event.type]} for ${event.disk} ${event.status}\n`;
    case "diskChange": {
      const what = event.reason === "changeMissingOnStart" ? "changed" : "dropped";
      return ` disk ${event.alias}: ${event.oldSourcePath ?? ""} -> ${event.newSourcePath ?? ""}: ${what}\n`;
    }
    case "trayChange":
      return ` disk ${event.alias}: ${event.reason === "open" ? "opened" : "closed"}\n`;
    case "balloonChange":
      return `: ${event.actual}KiB\n`;
    case "deviceAdded":
    case "deviceRemoved":
    case "deviceRemovalFailed":
      return `: ${event.alias}\n`;
    case "tunable":
    case "jobCompleted":
      return `:\n${parameters(event.parameters)}`;
    case "agentLifecycle":
      return `: state: '${event.state}' reason: '${
        event.reason === "domainStarted" ? "domain started" : event.reason
      }'\n`;
    case "migrationIteration":
      return `: iteration: '${event.iteration}'\n`;
    case "metadataChange":
      return `: type ${event.type}, uri ${event.namespaceUri ?? "<null>"}\n`;
    case "blockThreshold":
      return `: dev: ${event.device}(${event.path ?? "<null>"}) ${event.threshold} ${event.excess}\n`;
    case "memoryFailure":
      return `:\nrecipient: ${event.recipient}\naction: ${event.action}\nflags:\n` +
        `\taction required: ${event.flags.actionRequired ? 1 : 0}\n\trecursive: ${event.flags.recursive ? 1 : 0}\n`;
    case "memoryDeviceSizeChange":
      return `:\nalias: ${event.alias}\nsize: ${event.size}\n`;
    case "nicMacChange":
      return `: ${event.alias} ${event.oldMac} -> ${event.newMac}\n`;
    case "graphics":
      return graphics(event);
    default:
      return "\n";
  }
}

function graphics({ phase, local, remote, authScheme, subject }: DomainEvent & { event: "graphics" }): string {
  const families = { ipv4: "IPv4", ipv6: "IPv6", unix: "unix" } as const;
  const end = ({ family, node, service }: typeof local): string => `[${families[family]} ${node} ${service}]`;
  return ` ${phase} local${end(local)} remote${end(remote)} ${authScheme}\n` +
    subject.map(({ type, name }) => `\t${type}=${name}\n`).join("");
}

const JOBS = {
  unknown: "Unknown job",
  pull: "Block Pull",
  copy: "Block Copy",
  commit: "Block Commit",
  activeCommit: "Active Block Commit",
  backup: "Backup",
} as const;

function parameters(found: readonly TypedParameter[]): string {
  return found.map(({ field, value }) => `\t${field}: ${parameterText(value)}\n`).join("");
}

function capital(word: string): string {
  return `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`;
}
