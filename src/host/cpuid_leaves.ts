/**
 * Which leaves and sub-leaves of CPUID there are to ask for. How a leaf tells its sub-leaves is from the instruction's
 * description in the Intel 64 and IA-32 manual (volume 2A) and in AMD's manual (volume 3).
 *
 * @module
 */

import type { CpuidLeaf } from "./host.ts";

/** One execution of the instruction. */
export type ExecuteCpuid = (eaxIn: number, ecxIn: number) => CpuidLeaf;

// A processor says how far its leaves go; a broken hypervisor might say anything.
const MOST_LEAVES = 0x100;
const MOST_SUBLEAVES = 64;

const BASES = [0x0000_0000, 0x4000_0000, 0x8000_0000, 0x8086_0000, 0xc000_0000];

/** Every leaf with its sub-leaves, of the basic, hypervisor, extended and vendor ranges, in ascending order. */
export function enumerateCpuid(execute: ExecuteCpuid): CpuidLeaf[] {
  const leaves: CpuidLeaf[] = [];
  for (const base of BASES) {
    const highest = execute(base, 0).eax;
    if (highest < base || highest - base >= MOST_LEAVES) continue;
    for (let leaf = base; leaf <= highest; leaf++) leaves.push(...leafWithSubleaves(leaf, execute));
  }
  return leaves;
}

function leafWithSubleaves(leaf: number, execute: ExecuteCpuid): CpuidLeaf[] {
  const first = execute(leaf, 0);
  switch (leaf) {
    case 0x04:
    case 0x8000_001d:
      // Caches: until a type of zero.
      return takeWhile(first, execute, (answer) => (answer.eax & 0x1f) !== 0);
    case 0x0b:
    case 0x1f:
    case 0x8000_0026:
      // Topology levels: until a level type of zero.
      return takeWhile(first, execute, (answer) => (answer.ecx & 0xff00) !== 0);
    case 0x07:
    case 0x14:
    case 0x17:
    case 0x18:
    case 0x1d:
    case 0x20:
    case 0x24:
      // The first sub-leaf holds the number of the last.
      return [first, ...subleaves(leaf, range(1, first.eax), execute)];
    case 0x0d: {
      const second = execute(leaf, 1);
      const components = [...bits(first.eax | second.ecx, 0), ...bits(first.edx | second.edx, 32)];
      return [first, second, ...subleaves(leaf, components.filter((index) => index >= 2), execute)];
    }
    case 0x0f:
      return [first, ...subleaves(leaf, bits(first.edx, 0).filter((index) => index > 0), execute)];
    case 0x10:
      return [first, ...subleaves(leaf, bits(first.ebx, 0).filter((index) => index > 0), execute)];
    case 0x12:
      // Sub-leaf 1 holds attributes; memory sections follow until a type of zero.
      return (first.eax & 1) === 0 ? [first] : [
        first,
        execute(leaf, 1),
        ...takeWhile(execute(leaf, 2), execute, (answer) => (answer.eax & 0xf) !== 0).filter((answer) =>
          (answer.eax & 0xf) !== 0
        ),
      ];
    default:
      return [first];
  }
}

/** The first answer, and those after it until one that is not wanted. */
function takeWhile(first: CpuidLeaf, execute: ExecuteCpuid, wanted: (answer: CpuidLeaf) => boolean): CpuidLeaf[] {
  const answers = [first];
  let answer = first;
  while (wanted(answer) && answers.length < MOST_SUBLEAVES) {
    answer = execute(first.eaxIn, first.ecxIn + answers.length);
    if (wanted(answer)) answers.push(answer);
  }
  return answers;
}

function subleaves(leaf: number, indexes: readonly number[], execute: ExecuteCpuid): CpuidLeaf[] {
  return indexes.slice(0, MOST_SUBLEAVES).map((index) => execute(leaf, index));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST_SUBLEAVES)) }, (_, index) => from + index);
}

function bits(word: number, offset: number): number[] {
  return range(0, 31).filter((bit) => (word >>> bit) & 1).map((bit) => bit + offset);
}
