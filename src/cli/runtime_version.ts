/**
 * Which versions of the runtime this program runs on.
 *
 * @module
 */

/** The oldest Deno that runs this program from source. */
export const OLDEST_DENO = "2.8.1";

/** The oldest runtime inside a compiled program: `deno compile` of 2.8 and later may carry this one. */
export const OLDEST_EMBEDDED_DENO = "2.7.11";

/** Gives what is wrong with the runtime, or undefined. */
export function checkRuntime(version: string, standalone: boolean): string | undefined {
  const oldest = standalone ? OLDEST_EMBEDDED_DENO : OLDEST_DENO;
  if (compareVersions(version, oldest) >= 0) return undefined;
  return `Deno ${version} is too old for this program, which needs ${oldest} or newer: ` +
    "run it with npx -y deno@2.9.6";
}

/** Compares the three numbers of two versions; what follows them does not count. */
function compareVersions(left: string, right: string): number {
  const [lefts, rights] = [numbersOf(left), numbersOf(right)];
  for (let part = 0; part < 3; part++) {
    const difference = (lefts[part] ?? 0) - (rights[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
}
