/**
 * The kernel's lists of numbers, as it writes CPUs and nodes: `0-3,8,10-11`.
 *
 * @module
 */

// More than any machine has; keeps a hostile list from filling memory.
const HIGHEST = 65_535;

/** The numbers of a list in ascending order; an empty text is an empty list. Throws on anything else. */
export function parseCpuList(text: string): number[] {
  const numbers = new Set<number>();
  const trimmed = text.trim();
  if (trimmed === "") return [];
  for (const part of trimmed.split(",")) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || last < first || last > HIGHEST) {
      throw new SyntaxError(`Expected a list such as 0-3,8, found ${JSON.stringify(text.slice(0, 80))}`);
    }
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return [...numbers].sort((one, other) => one - other);
}

/** The list as the kernel and libvirt write it. */
export function formatCpuList(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at];
    while (sorted[at + 1] === (sorted[at] ?? NaN) + 1) at++;
    parts.push(first === sorted[at] ? `${first}` : `${first}-${sorted[at]}`);
  }
  return parts.join(",");
}
