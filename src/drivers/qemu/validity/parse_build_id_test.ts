import assert from "node:assert/strict";
import { parseBuildId } from "./parse_build_id.ts";

/** A file with one note segment, of either width and byte order. */
function elf(kind: { wide: boolean; little: boolean }, id: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  const { wide, little } = kind;
  function address(at: number, value: number): void {
    if (wide) view.setBigUint64(at, BigInt(value), little);
    else view.setUint32(at, value, little);
  }
  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2]);
  address(wide ? 32 : 28, 64);
  view.setUint16(wide ? 54 : 42, wide ? 56 : 32, little);
  view.setUint16(wide ? 56 : 44, 1, little);
  view.setUint32(64, 4, little);
  address(64 + (wide ? 8 : 4), 160);
  address(64 + (wide ? 32 : 16), 60);
  // A note of another kind goes before.
  view.setUint32(160, 4, little);
  view.setUint32(164, 4, little);
  view.setUint32(168, 1, little);
  bytes.set([0x47, 0x4e, 0x55, 0], 172);
  view.setUint32(180, 4, little);
  view.setUint32(184, id.length, little);
  view.setUint32(188, 3, little);
  bytes.set([0x47, 0x4e, 0x55, 0, ...id], 192);
  return bytes;
}

Deno.test("the build id is found in files of both widths and byte orders", () => {
  for (const wide of [true, false]) {
    for (const little of [true, false]) {
      assert.equal(parseBuildId(elf({ wide, little }, [0xde, 0xad, 0xbe, 0xef])), "deadbeef");
    }
  }
});

Deno.test("a script, an empty file and a file without the note have none", () => {
  assert.equal(parseBuildId(new TextEncoder().encode("#!/bin/sh\n")), undefined);
  assert.equal(parseBuildId(new Uint8Array(0)), undefined);
  assert.equal(parseBuildId(elf({ wide: true, little: true }, [])), undefined);
});

Deno.test("a file that is cut anywhere, or made of garbage behind its magic, does no harm", () => {
  const whole = elf({ wide: true, little: true }, [1, 2, 3, 4]);
  for (let length = 0; length < 200; length++) {
    const found = parseBuildId(whole.slice(0, length));
    assert.ok(found === undefined || found === "01020304", `length ${length}`);
  }
  for (let seed = 1; seed < 50; seed++) {
    const garbage = whole.map((byte, at) => at < 6 ? byte : (byte * 31 + at * seed * 17) & 0xff);
    const found = parseBuildId(garbage);
    assert.ok(found === undefined || /^[\da-f]+$/.test(found));
  }
});
