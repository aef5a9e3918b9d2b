import assert from "node:assert/strict";
import { QmpBrokenError } from "./broken.ts";
import { QmpFramer } from "./framer.ts";

const COMPACT = '{"return": {"é": "a{b}"}}';
const PRETTY = '{\n    "return": {\n        "a": [\n        ]\n    }\n}';
const STREAM = new TextEncoder().encode(`${COMPACT}\r\n\r\n${PRETTY}\r\n{"return": 1}\n`);
const WHOLE = [COMPACT, PRETTY.replaceAll("\n", ""), '{"return": 1}'];

function push(framer: QmpFramer, bytes: Uint8Array): string[] {
  return [...framer.push(bytes)];
}

function kindOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof QmpBrokenError);
    return error.kind;
  }
  return "none";
}

Deno.test("messages come out whole wherever the bytes are cut in two", () => {
  for (let cut = 0; cut <= STREAM.length; cut++) {
    const framer = new QmpFramer();
    const messages = [...push(framer, STREAM.subarray(0, cut)), ...push(framer, STREAM.subarray(cut))];
    assert.deepEqual(messages, WHOLE, `cut at ${cut}`);
    assert.equal(framer.midMessage, false);
  }
});

Deno.test("messages come out whole when each byte comes alone", () => {
  const framer = new QmpFramer();
  const messages = [...STREAM].flatMap((byte) => push(framer, Uint8Array.of(byte)));
  assert.deepEqual(messages, WHOLE);
});

Deno.test("what is cut off is known to be unfinished", () => {
  const framer = new QmpFramer();
  assert.deepEqual(push(framer, new TextEncoder().encode('{"return": {"a')), []);
  assert.equal(framer.midMessage, true);
});

Deno.test("garbage is refused at its first byte, before any line feed", () => {
  assert.equal(kindOf(() => push(new QmpFramer(), new TextEncoder().encode("qemu: no such"))), "garbage");
  assert.equal(kindOf(() => push(new QmpFramer(), Uint8Array.of(0))), "garbage");
  assert.equal(kindOf(() => push(new QmpFramer(), new TextEncoder().encode('{"return" oops\n'))), "garbage");
  assert.equal(kindOf(() => push(new QmpFramer(), Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d, 0x0a))), "garbage");
});

Deno.test("a message beyond the bound is refused while it comes, in either style", () => {
  const long = new TextEncoder().encode(`{"return": "${"x".repeat(200)}`);
  assert.equal(kindOf(() => push(new QmpFramer({ maxMessageBytes: 100 }), long)), "too-long");
  const lines = new TextEncoder().encode(`{\n${"  1,\n".repeat(100)}`);
  assert.equal(kindOf(() => push(new QmpFramer({ maxMessageBytes: 100 }), lines)), "too-long");
  const fits = new QmpFramer({ maxMessageBytes: 300 });
  assert.equal([...push(fits, long), ...push(fits, new TextEncoder().encode('"}\n'))].length, 1);
});
