/**
 * Whether the hypervisor in memory is here: always, as nothing has to be installed for it.
 *
 * @module
 */

import type { Detection } from "../contract.ts";
import { VERSION } from "./emulators.ts";

/** Says that it is here. */
export function detect(): Promise<Detection> {
  return Promise.resolve({ state: "healthy", version: VERSION, detail: "in memory, for trying things out" });
}
