/**
 * CPUID through /dev/cpu/0/cpuid, the kernel's cpuid driver: position = leaf + sub-leaf * 2^32, 16 bytes an answer.
 *
 * @module
 */

import { enumerateCpuid } from "./cpuid_leaves.ts";
import type { CpuidLeaf } from "./host.ts";

const DEVICE = "/dev/cpu/0/cpuid";

/** Every leaf of the first processor; undefined where the device is not there or may not be read. */
export async function readCpuidDevice(): Promise<CpuidLeaf[] | undefined> {
  try {
    using device = await Deno.open(DEVICE, { read: true });
    const words = new Uint32Array(4);
    const bytes = new Uint8Array(words.buffer);
    return enumerateCpuid((eaxIn, ecxIn) => {
      device.seekSync(BigInt(eaxIn) | (BigInt(ecxIn) << 32n), Deno.SeekMode.Start);
      if (device.readSync(bytes) !== bytes.length) throw new Error(`Cannot read leaf ${eaxIn} from "${DEVICE}"`);
      const [eax = 0, ebx = 0, ecx = 0, edx = 0] = words;
      return { eaxIn, ecxIn, eax, ebx, ecx, edx };
    });
  } catch {
    return undefined;
  }
}
