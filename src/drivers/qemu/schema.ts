/**
 * The edge at which QEMU's answers become ours: narrow checks, only of the fields that are used, tolerant of the rest.
 * Written by hand because they run on the way to the first answer, where a schema library costs more than the probe.
 *
 * @module
 */

/** A JSON object out of QEMU. */
export type Reply = Readonly<Record<string, unknown>>;

/** Answers that are longer than this are cut off: no QEMU comes near, and a hostile one must not fill the memory. */
const LIST_LIMIT = 20_000;

/** Texts that are longer than this are none of those that are asked for; the longest, SEV's certificates, take 4 KiB. */
const TEXT_LIMIT = 65_536;

/** QEMU answered, but not with what the command promises. */
export class MalformedReplyError extends Error {
  /** The command that was answered so. */
  readonly command: string;

  constructor(command: string, expected: string) {
    super(`Cannot read the answer to "${command}": ${expected} was expected`);
    this.name = "MalformedReplyError";
    this.command = command;
  }
}

/** Whether the value is a JSON object. */
export function isRecord(value: unknown): value is Reply {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object. Throws {@linkcode MalformedReplyError} when it is none. */
export function readRecord(command: string, value: unknown, what = "an object"): Reply {
  if (!isRecord(value)) throw new MalformedReplyError(command, what);
  return value;
}

/** The objects of a list. Throws {@linkcode MalformedReplyError} when the value is no list; skips other entries. */
export function readRecords(command: string, value: unknown): Reply[] {
  if (!Array.isArray(value)) throw new MalformedReplyError(command, "a list");
  return value.slice(0, LIST_LIMIT).filter(isRecord);
}

/** The strings of a list. Throws {@linkcode MalformedReplyError} when the value is no list; skips other entries. */
export function readTexts(command: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw new MalformedReplyError(command, "a list");
  return value.slice(0, LIST_LIMIT).filter(isText);
}

/** The string in a field, `undefined` where it is missing or something else. */
export function fieldText(record: Reply, key: string): string | undefined {
  const value = record[key];
  return isText(value) ? value : undefined;
}

/** Whether the value is a text of bearable length. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= TEXT_LIMIT;
}

/** The string in a field. Throws {@linkcode MalformedReplyError} where it is missing. */
export function requireText(command: string, record: Reply, key: string): string {
  const value = fieldText(record, key);
  if (value === undefined) throw new MalformedReplyError(command, `text in "${key}"`);
  return value;
}

/** The whole number in a field, not negative. Throws {@linkcode MalformedReplyError} where it is missing. */
export function requireCount(command: string, record: Reply, key: string): number {
  const value = record[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new MalformedReplyError(command, `a whole number in "${key}"`);
  }
  return value;
}

/** The truth value in a field, `undefined` where it is missing or something else. */
export function fieldFlag(record: Reply, key: string): boolean | undefined {
  const value = record[key];
  return typeof value === "boolean" ? value : undefined;
}
