import assert from "node:assert/strict";
import type { CpuidLeaf } from "./host.ts";
import { stableCpuid } from "./stable_cpuid.ts";

const AMD = { ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65 };

function leaf(eaxIn: number, words: Partial<CpuidLeaf>): CpuidLeaf {
  return { eaxIn, ecxIn: 0, eax: 0, ebx: 0, ecx: 0, edx: 0, ...words };
}

Deno.test("two readings on different cores of one machine are equal", () => {
  const core = (id: number) => [
    leaf(0x8000_001e, { eax: id, ebx: id }),
    leaf(0x0b, { ebx: 2, edx: id }),
    leaf(1, { eax: 0x00a0_0f11, ebx: id * 2 ** 24 + 0x0002_0800 }),
    leaf(0, { eax: 0x10, ...AMD }),
  ];
  assert.deepEqual(stableCpuid(core(0)), stableCpuid(core(0xff)));
});

Deno.test("leaves are sorted and those without a bit are left out", () => {
  const leaves = stableCpuid([leaf(7, { ecxIn: 1, eax: 1 }), leaf(7, { ebx: 1 }), leaf(5, {}), leaf(0, { eax: 7 })]);
  assert.deepEqual(leaves.map((each) => [each.eaxIn, each.ecxIn]), [[0, 0], [7, 0], [7, 1]]);
});

Deno.test("the leaf of AMD's cores is kept on processors of others", () => {
  assert.equal(stableCpuid([leaf(0, { eax: 1, ebx: 0x756e_6547 }), leaf(0x8000_001e, { eax: 9 })]).length, 2);
  assert.equal(stableCpuid([leaf(0, { eax: 1, ...AMD }), leaf(0x8000_001e, { eax: 9 })]).length, 1);
});

Deno.test("a register with its highest bit set stays a positive number", () => {
  assert.equal(stableCpuid([leaf(0x0b, { edx: 0xffff_ffff })])[0]?.edx, 0xffff_ff00);
});
