/**
 * Records this machine as a text archive that tests can read host facts from.
 *
 *     deno run -A scripts/record_host.ts "A name and a sentence about the machine" > tests/fixtures/host/NAME.machine
 *
 * What is recorded is exactly what the readers of host facts look at. Files under /usr keep their names and modes but
 * not their content, which belongs to other packages; ids that name the machine are replaced.
 *
 * @module
 */

import { denoHost } from "../src/host/deno_host.ts";
import type { Files, FileStat, Host } from "../src/host/host.ts";
import { readHostFacts } from "../src/host/read_host_facts.ts";
import { type ArchiveEntry, formatMachineArchive } from "../tests/fakes/machine_archive.ts";

const NAMING: Readonly<Record<string, string>> = {
  "/etc/machine-id": "8e0bd2a4a3ed4ae1a3e5c7a9b1d3f507\n",
  "/sys/devices/virtual/dmi/id/product_uuid": "8e0bd2a4-a3ed-4ae1-a3e5-c7a9b1d3f507\n",
};

/** Paths that were looked at, and which of them could not be read. */
interface Seen {
  readonly paths: Set<string>;
  readonly denied: Map<string, "EACCES" | "EIO">;
}

if (import.meta.main) {
  const host = denoHost();
  const seen: Seen = { paths: new Set(), denied: new Map() };
  await readHostFacts({ ...host, files: watchedFiles(host.files, seen) });
  const entries: ArchiveEntry[] = [];
  for (const path of seen.paths) {
    const stat = await host.files.stat(path);
    if (stat !== undefined) entries.push(await describe(host, path, stat));
  }
  const archive = {
    arch: host.env.arch,
    entries,
    unreadable: [...seen.denied].map(([path, code]) => ({ path, code })),
    cpuid: await host.native.cpuid(),
    kvm: await host.native.kvm(),
  };
  const text = formatMachineArchive(archive, Deno.args[0] ?? "Recorded by scripts/record_host.ts");
  await Deno.stdout.write(new TextEncoder().encode(text));
}

function watchedFiles(files: Files, seen: Seen): Files {
  async function watch<T>(path: string, read: Promise<T>): Promise<T> {
    seen.paths.add(path);
    try {
      return await read;
    } catch (error) {
      seen.denied.set(path, error instanceof Deno.errors.PermissionDenied ? "EACCES" : "EIO");
      throw error;
    }
  }
  return new Proxy(files, {
    get(target, name: keyof Files) {
      switch (name) {
        case "stat":
          return (path: string) => watch(path, target.stat(path));
        case "readText":
          return (path: string, options?: { limit?: number }) => watch(path, target.readText(path, options));
        case "readBytes":
          return (path: string, options?: { length?: number }) => watch(path, target.readBytes(path, options));
        case "list":
          return async (path: string) => {
            const names = await watch(path, target.list(path));
            for (const each of names ?? []) seen.paths.add(`${path}/${each}`);
            return names;
          };
        default: {
          const member: unknown = target[name];
          return typeof member === "function" ? member.bind(target) : member;
        }
      }
    },
  });
}

async function describe(host: Host, path: string, stat: FileStat): Promise<ArchiveEntry> {
  const { kind, mode, uid, gid } = stat;
  if (kind !== "file") return { path, kind, mode, uid, gid };
  const content = NAMING[path] ?? (path.startsWith("/usr/") ? "" : await readOrNothing(host, path));
  return { path, kind, mode, uid, gid, content };
}

/** What may not be read is in the archive with its refusal; its content is not needed. */
async function readOrNothing(host: Host, path: string): Promise<string> {
  try {
    // Only the head of such files is ever read, and they differ from run to run.
    if (path === "/proc/self/smaps") return "";
    return await host.files.readText(path) ?? "";
  } catch {
    return "";
  }
}
