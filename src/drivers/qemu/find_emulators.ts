/**
 * Finding every system emulator of this machine: those a configuration names, those that libvirt would find, and every
 * other `qemu-system-*` in PATH. What looks like one and cannot be run is told with the reason, never skipped silently.
 *
 * @module
 */

import type { Files, Host } from "../../host/host.ts";
import { GUEST_ARCHITECTURES, isNative, targetOf } from "./guest_architectures.ts";

/** An emulator that can be started, as far as its file tells. */
export interface FoundEmulator {
  /** As it was found, symbolic links and all: what libvirt would call it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** True where its name says that it runs this host's own guests. */
  readonly native: boolean;
}

/** Something in the place of an emulator that cannot be run. */
export interface UnusableEmulator {
  readonly path: string;
  /** What is wrong with it, for people. */
  readonly reason: string;
}

/** Everything that was found, in the order in which it should be probed. */
export interface FoundEmulators {
  readonly emulators: readonly FoundEmulator[];
  readonly unusable: readonly UnusableEmulator[];
}

/** Where else to look. */
export interface FindOptions {
  /** Paths of emulators from a configuration. */
  readonly configured?: readonly string[];
}

const EMULATOR_NAME = /^qemu-system-[\w-]+$/;
/** Where distributions keep the one emulator that they do not name after an architecture. */
const LIBEXEC_EMULATOR = "/usr/libexec/qemu-kvm";
const HEAD_BYTES = 4;

/** Looks for emulators. Native ones come first, the largest file first among the others, as it takes longest. */
export async function findEmulators(host: Host, options: FindOptions = {}): Promise<FoundEmulators> {
  const directories = await distinct(host.files, searchPath(host.env.get("PATH")));
  const listings = await Promise.all(directories.map((directory) => listQuietly(host.files, directory)));
  const names = new Set(listings.flat().filter((name) => EMULATOR_NAME.test(name)));
  const candidates = [
    ...(options.configured ?? []).map((path) => ({ paths: [path], wanted: true })),
    { paths: [LIBEXEC_EMULATOR], wanted: false },
    ...[...names].map((name) => ({
      paths: directories.filter((_, index) => listings[index]?.includes(name)).map((directory) =>
        `${directory}/${name}`
      ),
      wanted: false,
    })),
  ];
  const results = await Promise.all(candidates.map(({ paths, wanted }) => firstUsable(host, paths, wanted)));
  const emulators = results.filter((result) => result !== undefined).filter((result) => "native" in result);
  const unusable = results.filter((result) => result !== undefined).filter((result) => "reason" in result);
  return { emulators: byPath(emulators).sort(probeOrder), unusable: byPath(unusable) };
}

/** True where the name of an emulator says that it runs this host's own guests. */
export function isNativeName(hostArch: string, path: string): boolean {
  if (path === LIBEXEC_EMULATOR) return true;
  const native = GUEST_ARCHITECTURES.filter(({ name }) => isNative(hostArch, name));
  return native.some(({ name }) => path.endsWith(`/qemu-system-${targetOf(name)}`));
}

/** As a shell would: the first that can be run; where none can, why the first cannot. */
async function firstUsable(
  host: Host,
  paths: readonly string[],
  wanted: boolean,
): Promise<FoundEmulator | UnusableEmulator | undefined> {
  let reason: UnusableEmulator | undefined;
  for (const path of paths) {
    const result = await examine(host, path);
    if ("native" in result) return result;
    if (result.reason !== ABSENT || wanted) reason ??= result;
  }
  return reason;
}

const ABSENT = "There is no such file";

async function examine(host: Host, path: string): Promise<FoundEmulator | UnusableEmulator> {
  try {
    return await examineFile(host, path);
  } catch (error) {
    return { path, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function examineFile(host: Host, path: string): Promise<FoundEmulator | UnusableEmulator> {
  const { files } = host;
  if (!path.startsWith("/")) return { path, reason: "The path is not absolute" };
  const stat = await files.stat(path);
  if (stat === undefined) {
    const link = await files.lstat(path);
    return {
      path,
      reason: link === undefined ? ABSENT : `It is a symbolic link to nothing: ${await files.readLink(path)}`,
    };
  }
  if (stat.kind !== "file") return { path, reason: `It is a ${stat.kind}, not a program` };
  if (!await files.access(path, "x")) return { path, reason: "It is not executable for this user" };
  const head = await files.readBytes(path, { length: HEAD_BYTES });
  if (!isProgram(head, host.env.os)) return { path, reason: "It is neither an ELF program nor a script" };
  return { path, size: stat.size, native: isNativeName(host.env.arch, path) };
}

/** A first look keeps an empty or foreign file from being handed to a shell, which is what execution falls back to. */
function isProgram(head: Uint8Array | undefined, os: Host["env"]["os"]): boolean {
  if (os !== "linux" && os !== "freebsd") return true;
  const text = String.fromCharCode(...head ?? []);
  return text.startsWith("\x7fELF") || text.startsWith("#!");
}

function searchPath(path: string | undefined): string[] {
  const directories = (path ?? "").split(":").filter((directory) => directory.startsWith("/"));
  return [...new Set(directories.map((directory) => directory.replace(/\/+$/, "")))].filter((name) => name !== "");
}

/** Without those that are another name of one before them, as /bin of /usr/bin: its programs come first anyway. */
async function distinct(files: Files, directories: readonly string[]): Promise<string[]> {
  const seen = new Set<string>();
  const stats = await Promise.all(directories.map((directory) => files.stat(directory).catch(() => undefined)));
  return directories.filter((_, index) => {
    const stat = stats[index];
    const identity = stat === undefined ? `${index}` : `${stat.dev}:${stat.ino}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

async function listQuietly(files: Files, directory: string): Promise<string[]> {
  try {
    return await files.list(directory) ?? [];
  } catch {
    // A directory of PATH that may not be read has nothing to run for this user.
    return [];
  }
}

function byPath<T extends { readonly path: string }>(found: readonly T[]): T[] {
  return [...new Map(found.map((one) => [one.path, one])).values()];
}

function probeOrder(one: FoundEmulator, other: FoundEmulator): number {
  if (one.native !== other.native) return one.native ? -1 : 1;
  return other.size - one.size || (one.path < other.path ? -1 : 1);
}
