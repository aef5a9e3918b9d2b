/**
 * Whether this process may use a file, worked out from its mode bits: for where the C library may not be asked.
 * Access lists and read-only file systems are not seen this way.
 *
 * @module
 */

/** Whether the process may use the path with `bits` (4 read, 2 write, 1 execute or search). */
export async function accessByMode(path: string, bits: number): Promise<boolean> {
  try {
    const info = await Deno.stat(path);
    const mode = info.mode ?? 0;
    if (Deno.uid() === 0) return (bits & 1) === 0 || info.isDirectory || (mode & 0o111) !== 0;
    const shift = info.uid === Deno.uid() ? 6 : info.gid !== null && (await processGroups()).has(info.gid) ? 3 : 0;
    return ((mode >> shift) & bits) === bits;
  } catch {
    return false;
  }
}

async function processGroups(): Promise<ReadonlySet<number>> {
  const groups = new Set<number>();
  const own = Deno.gid();
  if (own !== null) groups.add(own);
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  for (const group of /^Groups:\s*(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? []) {
    if (group !== "") groups.add(Number(group));
  }
  return groups;
}
