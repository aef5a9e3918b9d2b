import assert from "node:assert/strict";
import { toHex } from "../../base/hex.ts";
import { VirtError } from "../../model/error.ts";
import {
  array,
  bool,
  charText,
  charTextFixed,
  charWords,
  type Codec,
  f64,
  i32,
  i64,
  opaque,
  opaqueFixed,
  optional,
  optStr,
  str,
  struct,
  u32,
  u64,
  union,
  uuid,
  word16,
  word8,
  XdrDecoder,
  XdrEncoder,
} from "./mod.ts";

const point = struct({ name: str, x: i32 }, { noun: "point" });
const parameter = union({ field: str }, { int: [1, i32], string: [7, str] });
const ID = "0f0e0d0c-0b0a-0908-0706-050403020100";

const ROWS: readonly { name: string; codec: Codec<unknown>; value: unknown; hex: string }[] = [
  { name: "a negative int", codec: i32, value: -2, hex: "fffffffe" },
  { name: "an unsigned int", codec: u32, value: 0xfffffffe, hex: "fffffffe" },
  { name: "a hyper that a number holds", codec: i64, value: -5_000_000_000, hex: "fffffffed5fa0e00" },
  { name: "the smallest exact hyper", codec: i64, value: Number.MIN_SAFE_INTEGER, hex: "ffe0000000000001" },
  { name: "a hyper just too small for a number", codec: i64, value: -(2n ** 53n), hex: "ffe0000000000000" },
  { name: "an unsigned hyper that a number holds", codec: u64, value: 2 ** 53 - 1, hex: "001fffffffffffff" },
  { name: "an unsigned hyper that a number does not hold", codec: u64, value: 2n ** 64n - 1n, hex: "ffffffffffffffff" },
  { name: "a double", codec: f64, value: -1.5, hex: "bff8000000000000" },
  { name: "a truth", codec: bool, value: true, hex: "00000001" },
  { name: "a char in a word of its own", codec: word8, value: 255, hex: "000000ff" },
  { name: "a short in a word of its own", codec: word16, value: 65535, hex: "0000ffff" },
  { name: "a text", codec: str, value: "abcde", hex: "000000056162636465000000" },
  { name: "a text of UTF-8", codec: str, value: "é€", hex: "00000005c3a9e282ac000000" },
  { name: "a long text", codec: str, value: "a".repeat(64), hex: `00000040${"61".repeat(64)}` },
  { name: "no text", codec: optStr, value: undefined, hex: "00000000" },
  { name: "an optional text", codec: optStr, value: "", hex: "0000000100000000" },
  { name: "a UUID", codec: uuid, value: ID, hex: "0f0e0d0c0b0a09080706050403020100" },
  { name: "bytes", codec: opaque(5), value: Uint8Array.of(1, 2), hex: "0000000201020000" },
  { name: "a fixed number of bytes", codec: opaqueFixed(3), value: Uint8Array.of(1, 2, 3), hex: "01020300" },
  { name: "chars in words", codec: charWords(9), value: Uint8Array.of(1, 0x80), hex: "0000000200000001ffffff80" },
  { name: "a text in words", codec: charText(9), value: "a", hex: "000000020000006100000000" },
  { name: "a text in a fixed number of words", codec: charTextFixed(3), value: "a", hex: "000000610000000000000000" },
  { name: "a list", codec: array(i32, 2), value: [1, 2], hex: "000000020000000100000002" },
  { name: "a record", codec: point, value: { name: "a", x: 1 }, hex: "000000016100000000000001" },
  {
    name: "a union",
    codec: parameter,
    value: { field: "a", type: "string", value: "b" },
    hex: "0000000161000000000000070000000162000000",
  },
];

function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const encoder = new XdrEncoder();
  codec.encode(encoder, value);
  return encoder.bytes();
}

for (const { name, codec, value, hex } of ROWS) {
  Deno.test(`${name} is written as RFC 4506 says and read back as itself`, () => {
    const bytes = encode(codec, value);
    assert.equal(toHex(bytes), hex);
    const decoder = new XdrDecoder(bytes);
    assert.deepEqual(codec.decode(decoder), value);
    assert.equal(decoder.remaining, 0);
  });

  Deno.test(`${name} cut off anywhere is refused in libvirt's words`, () => {
    const bytes = encode(codec, value);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => codec.decode(new XdrDecoder(bytes.slice(0, length))), {
        code: "VIR_ERR_RPC",
        domain: "VIR_FROM_RPC",
        message: "Unable to decode message payload",
      });
    }
  });
}

const UNREADABLE: readonly { name: string; codec: Codec<unknown>; hex: string }[] = [
  { name: "a text above the limit", codec: str, hex: "00400001" },
  { name: "a text that is not UTF-8", codec: str, hex: "00000002c3280000" },
  { name: "a text that C would cut", codec: str, hex: "0000000361006200" },
  { name: "a list above the limit", codec: array(i32, 2), hex: "00000003000000010000000200000003" },
  { name: "an arm that the union does not have", codec: parameter, hex: "0000000161000000000000090000000162000000" },
  { name: "a char that is too large", codec: word8, hex: "00000100" },
];

Deno.test("a value is there for everything but 0, as in C", () => {
  const bytes = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 7);
  assert.equal(optional(i32).decode(new XdrDecoder(bytes)), 7);
});

for (const { name, codec, hex } of UNREADABLE) {
  Deno.test(`${name} is not read`, () => {
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
    assert.throws(() => codec.decode(new XdrDecoder(bytes)), (error) => {
      assert.ok(error instanceof VirtError);
      return error.message === "Unable to decode message payload" && error.step !== undefined;
    });
  });
}

const UNWRITABLE: readonly { name: string; codec: Codec<unknown>; value: unknown; message?: string }[] = [
  { name: "a number that is too large", codec: i32, value: 2 ** 31 },
  { name: "a negative number where there is no sign", codec: u32, value: -1 },
  { name: "a fraction", codec: u64, value: 0.5 },
  { name: "a number that is not exact", codec: u64, value: 2 ** 60 },
  { name: "a bigint of more than 64 bits", codec: u64, value: 2n ** 64n },
  { name: "a text above the limit", codec: str, value: "a".repeat(4194305) },
  { name: "a text that C would cut", codec: str, value: "a\0b" },
  { name: "what is no UUID", codec: uuid, value: "x" },
  { name: "a UUID with another letter", codec: uuid, value: ID.replace("f", "g") },
  { name: "a UUID with a dash elsewhere", codec: uuid, value: ID.replace("c-0", "-c0") },
  { name: "a UUID that goes on", codec: uuid, value: `${ID}0` },
  { name: "more than fits", codec: charTextFixed(2), value: "ab" },
  { name: "a list above the limit", codec: array(i32, 1), value: [1, 2], message: "Too many items '2' for limit '1'" },
  {
    name: "a list of something above the limit",
    codec: array(point, 0),
    value: [{ name: "", x: 0 }],
    message: "Too many points '1' for limit '0'",
  },
];

for (const { name, codec, value, message } of UNWRITABLE) {
  Deno.test(`${name} is not written`, () => {
    assert.throws(() => encode(codec, value), {
      code: "VIR_ERR_RPC",
      message: message ?? "Unable to encode message payload",
    });
  });
}

Deno.test("an announced count takes no memory", () => {
  const bytes = encode(u32, 16384);
  assert.throws(() => array(point, 16384).decode(new XdrDecoder(bytes)), VirtError);
  assert.throws(() => charWords(65536).decode(new XdrDecoder(bytes)), VirtError);
});

Deno.test("bytes that were read stay when the message's memory is used again", () => {
  const bytes = encode(opaque(4), Uint8Array.of(1, 2));
  const value = opaque(4).decode(new XdrDecoder(bytes));
  bytes.fill(0xff);
  assert.deepEqual(value, Uint8Array.of(1, 2));
});

Deno.test("an encoder is used again, and gives up memory that only one large message needed", () => {
  const encoder = new XdrEncoder();
  encoder.putRaw(new Uint8Array(3 * 1024 * 1024));
  assert.ok(encoder.bytes().buffer.byteLength >= 3 * 1024 * 1024);
  encoder.reset();
  encoder.putI32(7);
  assert.equal(toHex(encoder.bytes()), "00000007");
  assert.ok(encoder.bytes().buffer.byteLength <= 4096);
});

Deno.test("any value may be the one for which an encoder grows", () => {
  const writers: readonly ((to: XdrEncoder) => void)[] = [
    (to) => to.putI32(-7),
    (to) => to.putU32(7),
    (to) => to.putI64(-(2n ** 60n)),
    (to) => to.putU64(2n ** 60n),
    (to) => to.putU64(7),
    (to) => to.putF64(0.5),
    (to) => to.putText("seven", 16),
    (to) => to.putPadded(Uint8Array.of(7)),
  ];
  for (const write of writers) {
    const [full, fresh] = [new XdrEncoder(), new XdrEncoder()];
    full.putRaw(new Uint8Array(full.bytes().buffer.byteLength));
    const begin = full.length;
    write(full);
    write(fresh);
    assert.equal(toHex(full.bytes().subarray(begin)), toHex(fresh.bytes()));
  }
});
