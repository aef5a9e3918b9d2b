/**
 * Which release this program is.
 *
 * @module
 */

import project from "../../deno.json" with { type: "json" };

/** The release: `0.1.0`. */
export const VERSION: string = project.version;

/** A release as one number, in the way libvirt counts its own: major * 1 000 000 + minor * 1 000 + micro. */
export function versionNumber(version: string): number {
  const [major = 0, minor = 0, micro = 0] = version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
  return major * 1_000_000 + minor * 1_000 + micro;
}
