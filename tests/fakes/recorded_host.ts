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
    await mountTree(host, root, "");
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

/** Copies a real directory into a fake machine, at a path that may be empty for its root. */
export async function mountTree(host: FakeHost, directory: string, at: string): Promise<void> {
  await copyTree(host, { from: directory, to: at, root: await Deno.realPath(directory) });
}

async function copyTree(host: FakeHost, tree: { from: string; to: string; root: string }): Promise<void> {
  for await (const entry of Deno.readDir(tree.from)) {
    const [from, to] = [`${tree.from}/${entry.name}`, `${tree.to}/${entry.name}`];
    if (entry.isSymlink && await leadsInto(from, tree.root)) {
      host.files.put(to, { target: await Deno.readLink(from) });
    } else if ((await Deno.stat(from)).isFile) {
      host.files.put(to, await Deno.readFile(from));
    } else {
      host.files.put(to, { kind: "directory", mode: 0o755 });
      await copyTree(host, { from, to, root: tree.root });
    }
  }
}

/** Links that lead out of the tree have to be followed now, for there will be nothing where they lead. */
async function leadsInto(link: string, root: string): Promise<boolean> {
  try {
    return (await Deno.realPath(link)).startsWith(`${root}/`);
  } catch {
    return true;
  }
}
