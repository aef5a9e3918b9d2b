/**
 * Sets of processors as bits: processor 0 is the lowest bit of the first byte.
 *
 * @module
 */

/** The set of the bits, which end with the last that is set. */
export function cpusOf(map: Uint8Array): readonly number[] {
  const cpus: number[] = [];
  for (let cpu = 0; cpu < 8 * map.length; cpu++) {
    if (((map[cpu >> 3] ?? 0) >> (cpu & 7) & 1) === 1) cpus.push(cpu);
  }
  return cpus;
}

/** The bits of a set in so many bytes; processors beyond have no place. */
export function cpuMapOf(cpus: readonly number[], bytes: number): Uint8Array {
  const map = new Uint8Array(bytes);
  for (const cpu of cpus) map[cpu >> 3]! |= 1 << (cpu & 7);
  return map;
}

/** The maps of several sets, one behind the other. */
export function cpuMapsOf(sets: readonly (readonly number[])[], bytes: number): Uint8Array {
  const maps = new Uint8Array(sets.length * bytes);
  for (const [index, cpus] of sets.entries()) maps.set(cpuMapOf(cpus, bytes), index * bytes);
  return maps;
}

/** The sets of several maps of one length, one behind the other. */
export function cpuSetsOf(maps: Uint8Array, bytes: number): readonly (readonly number[])[] {
  if (bytes === 0) return [];
  return Array.from({ length: Math.floor(maps.length / bytes) }, (_, index) => {
    return cpusOf(maps.subarray(index * bytes, (index + 1) * bytes));
  });
}

/** How many bytes hold the bits of these processors; 1 at least. */
export function cpuMapBytes(cpus: readonly number[]): number {
  return (Math.max(0, ...cpus) >> 3) + 1;
}
