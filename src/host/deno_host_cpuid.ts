/**
 * Executing the CPUID instruction: a few bytes of machine code in a page of memory of their own.
 *
 * @module
 */

import { enumerateCpuid } from "./cpuid_leaves.ts";
import type { Libc } from "./deno_host_libc.ts";
import type { CpuidLeaf } from "./host.ts";

const PAGE = 4096n;

/**
 * A function of (leaf, sub-leaf, pointer to four words) in the System V calling convention of x86_64.
 * EBX belongs to the caller, hence the push and the pop.
 */
const CODE = [
  ...[0x53], //                   push rbx
  ...[0x49, 0x89, 0xd0], //       mov  r8, rdx
  ...[0x89, 0xf8], //             mov  eax, edi
  ...[0x89, 0xf1], //             mov  ecx, esi
  ...[0x0f, 0xa2], //             cpuid
  ...[0x41, 0x89, 0x00], //       mov  [r8], eax
  ...[0x41, 0x89, 0x58, 0x04], // mov  [r8+4], ebx
  ...[0x41, 0x89, 0x48, 0x08], // mov  [r8+8], ecx
  ...[0x41, 0x89, 0x50, 0x0c], // mov  [r8+12], edx
  ...[0x5b], //                   pop  rbx
  ...[0xc3], //                   ret
];

/** Every leaf the processor has; undefined where the system allows no executable memory. */
export function executeCpuid(libc: Libc): CpuidLeaf[] | undefined {
  const memory = libc.mapMemory(PAGE);
  if (memory === null) return undefined;
  try {
    new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(memory, CODE.length)).set(CODE);
    if (libc.makeExecutable(memory, PAGE) !== 0) return undefined;
    const instruction = new Deno.UnsafeFnPointer(memory, { parameters: ["u32", "u32", "buffer"], result: "void" });
    const words = new Uint32Array(4);
    return enumerateCpuid((eaxIn, ecxIn) => {
      instruction.call(eaxIn, ecxIn, words);
      const [eax = 0, ebx = 0, ecx = 0, edx = 0] = words;
      return { eaxIn, ecxIn, eax, ebx, ecx, edx };
    });
  } finally {
    libc.unmapMemory(memory, PAGE);
  }
}
