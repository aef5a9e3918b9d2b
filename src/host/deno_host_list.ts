/**
 * Names in a directory.
 *
 * The runtime hands them over one at a time, each through its event loop, and a directory of PATH holds thousands. The
 * C library gives them by the thousand; it is asked off the main thread, since a directory may lie on a network.
 *
 * @module
 */

import { parseEntries } from "./deno_host_kernel_files.ts";
import type { Libc } from "./deno_host_libc.ts";

const O_CLOEXEC = 0o2000000;
const O_DIRECTORY = 0o200000;
const BUFFER = 64 * 1024;

/** The names in order; throws the runtime's error where the directory cannot be read. */
export async function listNames(path: string, libc: Libc | undefined): Promise<string[]> {
  const names = libc && await listWithLibc(path, libc);
  if (names !== undefined) return names.sort();
  // After a failure the runtime's own call says what is wrong.
  const found: string[] = [];
  for await (const entry of Deno.readDir(path)) found.push(entry.name);
  return found.sort();
}

async function listWithLibc(path: string, libc: Libc): Promise<string[] | undefined> {
  const fd = await libc.openLater(path, O_CLOEXEC | O_DIRECTORY);
  if (fd < 0) return undefined;
  try {
    const names: string[] = [];
    const buffer = new Uint8Array(BUFFER);
    while (true) {
      const read = Number(await libc.readDirectoryLater(fd, buffer));
      if (read < 0) return undefined;
      if (read === 0) return names;
      names.push(...parseEntries(buffer.subarray(0, read)));
    }
  } finally {
    libc.close(fd);
  }
}
