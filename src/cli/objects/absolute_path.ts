/**
 * Paths that a hypervisor is told: it does not know where this program runs.
 *
 * @module
 */

import { resolve } from "node:path/posix";

/** The path from the root on. */
export function absolutePath(path: string): string {
  return path.startsWith("/") ? path : resolve(Deno.cwd(), path);
}
