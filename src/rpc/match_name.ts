/**
 * Names that are allowed by patterns, as libvirt's configuration has them: `*` for any text, `?` for one character.
 *
 * @module
 */

/** Whether a pattern allows the name. */
export function matchesName(pattern: string, name: string): boolean {
  // Greedy with one step back, so that no pattern takes longer than the product of both lengths.
  let [at, from] = [0, 0];
  let star = -1;
  let resume = 0;
  while (from < name.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = from;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
