import assert from "node:assert/strict";
import { allBits, flagNames, flagsToNumber, numberToFlags, unknownBits } from "./bit_flags.ts";

const TABLE = { paused: 1, autodestroy: 2, last: 0x8000_0000 } as const;

Deno.test("flags become a number and the number becomes the flags", () => {
  assert.equal(flagsToNumber(TABLE, { paused: true, autodestroy: false, last: true }), 0x8000_0001);
  assert.deepEqual(numberToFlags(TABLE, 0x8000_0001), { paused: true, last: true });
  assert.deepEqual(flagNames(TABLE, 3), ["paused", "autodestroy"]);
});

Deno.test("bits without a name are told, the highest one too", () => {
  assert.equal(unknownBits(0xf000_0001, TABLE), 0x7000_0000);
  assert.equal(unknownBits(0xf000_0001, TABLE, { other: 0x7000_0000 }), 0);
  assert.equal(allBits(TABLE), 0x8000_0003);
});
