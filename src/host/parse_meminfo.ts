/**
 * Memory sizes from /proc/meminfo and a NUMA node's meminfo (proc_meminfo(5)).
 *
 * @module
 */

/** Total memory in KiB, of `MemTotal: 1 kB` or `Node 0 MemTotal: 1 kB`. */
export function parseMemTotal(text: string): number {
  const match = /^(?:Node \d+ )?MemTotal:\s*(\d{1,15}) kB$/m.exec(text);
  if (match === null) throw new SyntaxError("Expected a line MemTotal");
  return Number(match[1]);
}

/** Size of an ordinary page in KiB, from the first bytes of /proc/self/smaps. */
export function parseKernelPageSize(text: string): number | undefined {
  const match = /^KernelPageSize:\s*(\d{1,6}) kB$/m.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** Size in KiB that the name of a directory of huge pages tells: `hugepages-2048kB`. */
export function parseHugePageName(name: string): number | undefined {
  const match = /^hugepages-(\d{1,12})kB$/i.exec(name);
  return match === null ? undefined : Number(match[1]);
}
