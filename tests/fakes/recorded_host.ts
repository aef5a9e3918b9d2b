/**
 * A fake machine whose files were recorded from a real one (or written down by hand from documented formats).
 *
 * @module
 */

import type { CpuidLeaf, KvmFacts } from "../../src/host/host.ts";
import { FakeHost, type FakeHostOptions } from "./fake_host.ts";
import { parseMachineArchive } from "./machine_archive.ts";

/**
 * The machine recorded in a text archive, or in a directory that holds its files (`/sys/…` under `root/sys/…`).
 * Reads with the permissions of the test.
 */
export async function recordedHost(root: string, options: FakeHostOptions = {}): Promise<FakeHost> {
  const info = await Deno.stat(root);
  if (info.isDirectory) {
    const host = new FakeHost(options);
    await copyTree(host, root, "");
    return host;
  }
  const archive = parseMachineArchive(await Deno.readTextFile(root));
  const host = new FakeHost({
    ...archive.cpuid === undefined ? {} : { cpuid: archive.cpuid as CpuidLeaf[] },
    ...archive.kvm === undefined ? {} : { kvm: archive.kvm as KvmFacts },
    ...archive.arch === undefined ? {} : { arch: archive.arch },
    ...options,
  });
  for (const { path, ...node } of archive.entries) host.files.put(path, node);
  for (const { path, code } of archive.unreadable) host.files.faults.add({ on: "read", path, code });
  return host;
}

async function copyTree(host: FakeHost, root: string, path: string): Promise<void> {
  for await (const entry of Deno.readDir(root + path)) {
    const here = `${path}/${entry.name}`;
    if (entry.isSymlink) host.files.put(here, { target: await Deno.readLink(root + here) });
    else if (entry.isFile) host.files.put(here, await Deno.readFile(root + here));
    else {
      host.files.put(here, { kind: "directory", mode: 0o755 });
      await copyTree(host, root, here);
    }
  }
}
