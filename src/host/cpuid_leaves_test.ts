import assert from "node:assert/strict";
import { enumerateCpuid } from "./cpuid_leaves.ts";
import type { CpuidLeaf } from "./host.ts";

type Words = Partial<Pick<CpuidLeaf, "eax" | "ebx" | "ecx" | "edx">>;

/** A processor with these answers (`leaf.subleaf` in hexadecimal), zero for all others. */
function processor(answers: Readonly<Record<string, Words>>): (eaxIn: number, ecxIn: number) => CpuidLeaf {
  return (eaxIn, ecxIn) => ({
    eaxIn,
    ecxIn,
    eax: 0,
    ebx: 0,
    ecx: 0,
    edx: 0,
    ...answers[`${eaxIn.toString(16)}.${ecxIn.toString(16)}`],
  });
}

function asked(leaves: readonly CpuidLeaf[], leaf: number): number[] {
  return leaves.filter((each) => each.eaxIn === leaf).map((each) => each.ecxIn);
}

Deno.test("leaves go as far as the processor says, in the basic and the extended range", () => {
  const leaves = enumerateCpuid(processor({ "0.0": { eax: 3 }, "80000000.0": { eax: 0x8000_0001 } }));
  assert.deepEqual(leaves.map((leaf) => leaf.eaxIn), [0, 1, 2, 3, 0x8000_0000, 0x8000_0001]);
});

Deno.test("caches and topology levels are asked for until there is none", () => {
  const leaves = enumerateCpuid(processor({
    "0.0": { eax: 0xb },
    "4.0": { eax: 0x121 },
    "4.1": { eax: 0x143 },
    "b.0": { ecx: 0x100 },
    "b.1": { ecx: 0x201 },
  }));
  assert.deepEqual(asked(leaves, 4), [0, 1]);
  assert.deepEqual(asked(leaves, 0xb), [0, 1]);
});

Deno.test("a leaf that counts its sub-leaves is asked for so many", () => {
  assert.deepEqual(asked(enumerateCpuid(processor({ "0.0": { eax: 7 }, "7.0": { eax: 2 } })), 7), [0, 1, 2]);
});

Deno.test("state components are asked for where either of their masks has them", () => {
  const leaves = enumerateCpuid(processor({
    "0.0": { eax: 0xd },
    "d.0": { eax: 0b111, edx: 1 },
    "d.1": { ecx: 0b1000_0000_0000 },
  }));
  assert.deepEqual(asked(leaves, 0xd), [0, 1, 2, 11, 32]);
});

Deno.test("a processor that claims endless leaves or sub-leaves is not believed", () => {
  assert.deepEqual(enumerateCpuid(processor({ "0.0": { eax: 0xffff_ffff } })), []);
  const endless = enumerateCpuid((eaxIn, ecxIn) => ({
    eaxIn,
    ecxIn,
    eax: eaxIn === 0 ? 4 : 0xff,
    ebx: 0,
    ecx: 0xff00,
    edx: 0,
  }));
  assert.ok(endless.length < 200);
});
