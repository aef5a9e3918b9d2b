import assert from "node:assert/strict";
import { i32, str, struct, XdrDecoder, XdrEncoder } from "../xdr/mod.ts";
import { MessageFramer } from "./framer.ts";
import type { Message } from "./message.ts";
import { MAX_MESSAGE_BYTES, PROGRAMS } from "./programs.ts";
import { writeMessage } from "./write_message.ts";

const HEADER = { program: PROGRAMS.remote, version: 1, procedure: 23, type: "call", serial: 5, status: "ok" } as const;
const body = struct({ name: str, id: i32 });

/** A plain call, one with two descriptors and the bytes that carry those, an event without payload. */
function sample(): Uint8Array<ArrayBuffer> {
  const encoder = new XdrEncoder();
  writeMessage(encoder, HEADER, (to) => body.encode(to, { name: "a", id: 1 }));
  writeMessage(encoder, { ...HEADER, serial: 6, descriptors: 2 }, (to) => body.encode(to, { name: "b", id: 2 }));
  encoder.putRaw(Uint8Array.of(0, 0));
  writeMessage(encoder, { ...HEADER, type: "event", serial: 0 });
  return encoder.bytes().slice();
}

const EXPECTED = [
  { ...HEADER, descriptors: undefined, payload: "a" },
  { ...HEADER, serial: 6, descriptors: 2, payload: "b" },
  { ...HEADER, type: "event", serial: 0, descriptors: undefined, payload: "" },
];

function read(chunks: readonly Uint8Array[]): unknown[] {
  const framer = new MessageFramer();
  const messages: unknown[] = [];
  for (const chunk of chunks) {
    const lent = chunk.slice();
    for (const message of framer.push(lent)) messages.push(described(message));
    // A reader uses its buffer again.
    lent.fill(0xff);
  }
  assert.equal(framer.midMessage, false);
  return messages;
}

function described(message: Message): unknown {
  const { payload } = message;
  return { ...message, payload: payload.length === 0 ? "" : body.decode(new XdrDecoder(payload)).name };
}

Deno.test("messages are cut out of one chunk, with the bytes that carry descriptors left out", () => {
  assert.deepEqual(read([sample()]), EXPECTED);
});

Deno.test("messages are the same wherever what arrives is split", () => {
  const bytes = sample();
  for (let first = 0; first <= bytes.length; first++) {
    for (let second = first; second <= bytes.length; second += 5) {
      assert.deepEqual(read([bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)]), EXPECTED);
    }
  }
});

Deno.test("messages are the same when they arrive byte by byte", () => {
  assert.deepEqual(read(Array.from(sample(), (byte) => Uint8Array.of(byte))), EXPECTED);
});

function withLength(length: number): Uint8Array {
  const bytes = new Uint8Array(28);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

const BROKEN: readonly { name: string; bytes: Uint8Array; message: string }[] = [
  {
    name: "no room for its own length",
    bytes: withLength(3),
    message: "packet 3 bytes received from server too small, want 4",
  },
  { name: "no room for a header", bytes: withLength(27), message: "Unable to decode message header" },
  {
    name: "more bytes than a message may have",
    bytes: withLength(MAX_MESSAGE_BYTES + 1),
    message: "packet 33554433 bytes received from server too large, want 33554432",
  },
  { name: "an unknown type", bytes: changed(19, 9), message: "Unable to decode message header" },
  { name: "an unknown status", bytes: changed(27, 3), message: "Unable to decode message header" },
  {
    name: "a count of descriptors missing",
    bytes: changed(19, 4).fill(28, 3, 4).slice(0, 28),
    message: "Unable to decode number of FDs",
  },
  {
    name: "too many descriptors",
    bytes: changed(19, 4).fill(33, 31, 32),
    message: "Received too many FDs 33, expected 32 maximum",
  },
];

/** The first message of the sample with one byte changed. */
function changed(at: number, to: number): Uint8Array {
  return sample().slice(0, 40).fill(to, at, at + 1);
}

for (const { name, bytes, message } of BROKEN) {
  Deno.test(`a message with ${name} ends the connection`, () => {
    assert.throws(() => [...new MessageFramer().push(bytes)], { code: "VIR_ERR_RPC", domain: "VIR_FROM_RPC", message });
    const framer = new MessageFramer();
    assert.throws(() => {
      for (const byte of bytes) [...framer.push(Uint8Array.of(byte))];
    }, { message });
  });
}

Deno.test("a message that was only announced takes no memory", () => {
  // A thousand connections that each announce 32 MiB and send nothing: 32 GiB, were it believed.
  const framers = Array.from({ length: 1000 }, () => new MessageFramer());
  for (const framer of framers) assert.deepEqual([...framer.push(withLength(MAX_MESSAGE_BYTES).slice(0, 20))], []);
  assert.ok(framers.every((framer) => framer.midMessage));
});

Deno.test("a large message in many chunks arrives whole", () => {
  const encoder = new XdrEncoder();
  const data = new Uint8Array(1_000_000).map((_, index) => index);
  writeMessage(encoder, { ...HEADER, type: "stream", status: "continue" }, (to) => to.putRaw(data));
  const bytes = encoder.bytes().slice();
  const framer = new MessageFramer();
  const found: Message[] = [];
  for (let at = 0; at < bytes.length; at += 65536) found.push(...framer.push(bytes.slice(at, at + 65536)));
  assert.deepEqual(found[0]?.payload, data);
});
