/**
 * One QMP message, told apart by the member that it has. Member names are those of QEMU's QMP specification.
 *
 * @module
 */

import { QmpBrokenError } from "./broken.ts";

/** What QEMU says first. */
export interface QmpGreeting {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
  readonly package: string;
  /** What can be negotiated: `oob`. */
  readonly capabilities: readonly string[];
}

/** Something that happened without being asked for. */
export interface QmpEvent {
  /** `SHUTDOWN`, `STOP`, … */
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Microseconds since 1970; 0 where QEMU did not say. */
  readonly timestampUs: number;
}

/** Anything a monitor sends. An answer without an id is one to a line that QEMU could not read. */
export type QmpMessage =
  | { readonly type: "greeting"; readonly greeting: QmpGreeting }
  | { readonly type: "return"; readonly id: unknown; readonly value: unknown }
  | { readonly type: "error"; readonly id: unknown; readonly errorClass: string; readonly description: string }
  | { readonly type: "event"; readonly event: QmpEvent };

/** Reads one message. Throws {@linkcode QmpBrokenError} for text that is not JSON or not QMP. */
export function parseMessage(text: string): QmpMessage {
  const message = parseJson(text);
  if (isRecord(message)) {
    if ("return" in message) return { type: "return", id: message["id"], value: message["return"] };
    if (isRecord(message["error"])) return parseError(message["error"], message["id"]);
    if (typeof message["event"] === "string") return parseEvent(message["event"], message);
    if (isRecord(message["QMP"])) return { type: "greeting", greeting: parseGreeting(message["QMP"]) };
  }
  throw new QmpBrokenError("garbage", `Expected a QMP message, got ${excerpt(text)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new QmpBrokenError("garbage", `QEMU sent what is not JSON: ${excerpt(text)}`, { cause });
  }
}

function parseError(error: Record<string, unknown>, id: unknown): QmpMessage {
  const { class: errorClass, desc } = error;
  return {
    type: "error",
    id,
    errorClass: typeof errorClass === "string" ? errorClass : "GenericError",
    description: typeof desc === "string" ? desc : "no description",
  };
}

function parseEvent(event: string, message: Record<string, unknown>): QmpMessage {
  const data = isRecord(message["data"]) ? message["data"] : {};
  const time = isRecord(message["timestamp"]) ? message["timestamp"] : {};
  const timestampUs = numberOr(time["seconds"], 0) * 1_000_000 + numberOr(time["microseconds"], 0);
  return { type: "event", event: { event, data, timestampUs: Math.max(0, timestampUs) } };
}

function parseGreeting(greeting: Record<string, unknown>): QmpGreeting {
  const version = isRecord(greeting["version"]) ? greeting["version"] : {};
  const qemu = isRecord(version["qemu"]) ? version["qemu"] : {};
  const capabilities = Array.isArray(greeting["capabilities"]) ? greeting["capabilities"] : [];
  return {
    major: numberOr(qemu["major"], 0),
    minor: numberOr(qemu["minor"], 0),
    micro: numberOr(qemu["micro"], 0),
    package: typeof version["package"] === "string" ? version["package"] : "",
    capabilities: capabilities.filter((name) => typeof name === "string"),
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
