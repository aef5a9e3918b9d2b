/**
 * The text archive of a recorded machine: one readable file a machine, good to review in a diff.
 *
 *     # A comment
 *     arch x86_64
 *     file 0444 0:0 /proc/version
 *     |Linux version 6.1 …              a line of the content
 *     >no newline after this            a last line without a newline
 *     dir 0755 0:0 /sys/kernel/empty
 *     link /sys/class/x -> ../y
 *     node character 0660 0:104 /dev/kvm
 *     deny EACCES /sys/secret            there, but reading it fails
 *     native cpuid                       JSON follows in lines of content
 *
 * @module
 */

import type { FileKind } from "../../src/host/host.ts";

/** A file, directory, link or device. */
export interface ArchiveEntry {
  readonly path: string;
  readonly kind: FileKind;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly content?: string;
  readonly target?: string;
}

/** A whole machine. */
export interface MachineArchive {
  readonly arch?: string;
  readonly entries: readonly ArchiveEntry[];
  readonly unreadable: readonly { readonly path: string; readonly code: "EACCES" | "EIO" }[];
  /** As {@linkcode Native.cpuid} gave it. */
  readonly cpuid?: unknown;
  /** As {@linkcode Native.kvm} gave it. */
  readonly kvm?: unknown;
}

const FILE = /^file ([0-7]{4,5}) (\d+):(\d+) (\/.*)$/;
const DIRECTORY = /^dir ([0-7]{4,5}) (\d+):(\d+) (\/.*)$/;
const LINK = /^link (\/.*?) -> (.*)$/;
const NODE = /^node (socket|fifo|block|character) ([0-7]{4,5}) (\d+):(\d+) (\/.*)$/;
const DENY = /^deny (EACCES|EIO) (\/.*)$/;

/** Reads an archive. Throws with the line number where it is not one. */
export function parseMachineArchive(text: string): MachineArchive {
  const entries: ArchiveEntry[] = [];
  const unreadable: { path: string; code: "EACCES" | "EIO" }[] = [];
  const native: Record<string, unknown> = {};
  let arch: string | undefined;
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line === "" || line.startsWith("#")) continue;
    let match: RegExpExecArray | null;
    if ((match = FILE.exec(line))) {
      const [content, next] = readContent(lines, at + 1);
      entries.push({ kind: "file", ...ownership(match), path: match[4] ?? "", content });
      at = next - 1;
    } else if ((match = DIRECTORY.exec(line))) {
      entries.push({ kind: "directory", ...ownership(match), path: match[4] ?? "" });
    } else if ((match = LINK.exec(line))) {
      entries.push({ kind: "symlink", mode: 0o777, uid: 0, gid: 0, path: match[1] ?? "", target: match[2] ?? "" });
    } else if ((match = NODE.exec(line))) {
      const [, kind, mode, uid, gid, path = ""] = match;
      entries.push({ kind: kind as FileKind, mode: parseInt(mode ?? "", 8), uid: Number(uid), gid: Number(gid), path });
    } else if ((match = DENY.exec(line))) {
      unreadable.push({ code: match[1] as "EACCES" | "EIO", path: match[2] ?? "" });
    } else if (line.startsWith("arch ")) {
      arch = line.slice("arch ".length);
    } else if (line === "native cpuid" || line === "native kvm") {
      const [content, next] = readContent(lines, at + 1);
      native[line.slice("native ".length)] = JSON.parse(content);
      at = next - 1;
    } else {
      throw new SyntaxError(`Line ${at + 1} of the machine archive is not understood: ${JSON.stringify(line)}`);
    }
  }
  return { ...(arch === undefined ? {} : { arch }), entries, unreadable, ...native };
}

/** Writes an archive; paths in ascending order. */
export function formatMachineArchive(archive: MachineArchive, comment: string): string {
  const parts = comment.split("\n").map((line) => `# ${line}`.trimEnd());
  if (archive.arch !== undefined) parts.push(`arch ${archive.arch}`);
  for (const entry of [...archive.entries].sort((a, b) => a.path < b.path ? -1 : 1)) parts.push(...formatEntry(entry));
  for (const { code, path } of archive.unreadable) parts.push(`deny ${code} ${path}`);
  for (const name of ["cpuid", "kvm"] as const) {
    if (archive[name] !== undefined) parts.push(`native ${name}`, ...contentLines(formatNative(archive[name])));
  }
  return `${parts.join("\n")}\n`;
}

function formatEntry(entry: ArchiveEntry): string[] {
  const owned = `${entry.mode.toString(8).padStart(4, "0")} ${entry.uid}:${entry.gid} ${entry.path}`;
  switch (entry.kind) {
    case "file":
      return [`file ${owned}`, ...contentLines(entry.content ?? "")];
    case "directory":
      return [`dir ${owned}`];
    case "symlink":
      return [`link ${entry.path} -> ${entry.target}`];
    default:
      return [`node ${entry.kind} ${owned}`];
  }
}

/** One array element a line, so that a changed leaf is a changed line. */
function formatNative(value: unknown): string {
  if (!Array.isArray(value)) return `${JSON.stringify(value, undefined, 1)}\n`;
  return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;
}

function contentLines(content: string): string[] {
  const lines = content.split("\n");
  const last = lines.pop() ?? "";
  return [...lines.map((line) => `|${line}`), ...(last === "" ? [] : [`>${last}`])];
}

function readContent(lines: readonly string[], from: number): [string, number] {
  let content = "";
  let at = from;
  for (; lines[at]?.startsWith("|"); at++) content += `${lines[at]?.slice(1)}\n`;
  if (lines[at]?.startsWith(">")) content += lines[at++]?.slice(1);
  return [content, at];
}

function ownership(match: RegExpExecArray): { mode: number; uid: number; gid: number } {
  return { mode: parseInt(match[1] ?? "", 8), uid: Number(match[2]), gid: Number(match[3]) };
}
