/**
 * Everything that is known of CPUs, loaded when it is first needed.
 *
 * @module
 */

import { loadX86Map, type X86Map } from "./x86/model_map.ts";

/** The knowledge that this room's functions work with. Make one and keep it: the first use puts the tables together. */
export class CpuMap {
  #x86: X86Map | undefined;

  /** x86 features and models. */
  get x86(): X86Map {
    return this.#x86 ??= loadX86Map();
  }
}
