/**
 * The facts of one binary's file.
 *
 * @module
 */

import type { Fingerprint } from "../../../cache/contract.ts";
import type { Files, FileStat } from "../../../host/host.ts";
import { parseBuildId } from "./parse_build_id.ts";

/** Linkers put the notes into the first pages. */
const HEAD_BYTES = 64 * 1024;
/** A longer file without a build id is known by its two ends: nothing that long is read at each change. */
const LONGEST_HASHED = 128 * 1024 * 1024;

/**
 * Change time, identity and content of the binary; undefined where there is nothing. The content is read only when
 * the identity is not the stored one. A path that cannot be looked at has its error as identity, so that it is tried
 * again when that changes.
 */
export async function readBinaryFacts(
  files: Files,
  path: string,
  stored?: Fingerprint,
): Promise<Fingerprint | undefined> {
  let stat: FileStat | undefined;
  try {
    stat = await files.stat(path);
  } catch (error) {
    return { "binary-identity": `unreadable: ${error instanceof Error ? error.name : "unknown"}` };
  }
  if (stat === undefined) return undefined;
  const facts = {
    "binary-ctime": String(stat.ctimeNs),
    "binary-identity": `${stat.kind} ${stat.dev}:${stat.ino} ${stat.size} ${stat.mtimeNs}`,
  };
  const content = stored?.["binary-content"];
  if (content !== undefined && sameFile(stored, facts)) return { ...facts, "binary-content": content };
  return { ...facts, "binary-content": await readContent(files, path, stat) };
}

/** Seconds since 1970 of the binary's change time, as the reference keeps it. */
export function ctimeSeconds(facts: Fingerprint): number {
  return Number(BigInt(facts["binary-ctime"] ?? "0") / 1_000_000_000n);
}

function sameFile(stored: Fingerprint | undefined, facts: Fingerprint): boolean {
  return stored?.["binary-ctime"] === facts["binary-ctime"] && stored?.["binary-identity"] === facts["binary-identity"];
}

async function readContent(files: Files, path: string, stat: FileStat): Promise<string> {
  if (stat.kind !== "file") return stat.kind;
  try {
    const head = await files.readBytes(path, { length: Math.min(HEAD_BYTES, stat.size) });
    const buildId = head === undefined ? undefined : parseBuildId(head);
    if (buildId !== undefined) return `build-id:${buildId}`;
    if (stat.size <= LONGEST_HASHED) return `sha256:${await files.sha256(path)}`;
    return `long:${stat.size}`;
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.name : "unknown"}`;
  }
}
