import assert from "node:assert/strict";
import { toHex } from "../../base/hex.ts";
import { opaque, str, XdrDecoder, XdrEncoder } from "../xdr/mod.ts";
import { remoteError } from "./error_struct.ts";
import { keepaliveKind, writeKeepalive } from "./keepalive.ts";
import { type Message, parseMessage } from "./message.ts";
import { MAX_MESSAGE_BYTES, PROGRAMS } from "./programs.ts";
import {
  parseStreamPacket,
  writeStreamAbort,
  writeStreamData,
  writeStreamError,
  writeStreamFinish,
  writeStreamHole,
} from "./stream.ts";
import { writeCall, writeErrorReply, writeEvent, writeMessage, writeReply } from "./write_message.ts";

const CALL = { program: PROGRAMS.remote, version: 1, procedure: 59, serial: 3 };
const ERROR = {
  code: 42,
  domain: 10,
  message: "Domain not found: x",
  level: 2,
  dom: undefined,
  str1: "Domain not found: %s",
  str2: "x",
  str3: undefined,
  int1: -1,
  int2: -1,
  net: undefined,
};

function written(write: (to: XdrEncoder) => void): Message {
  const encoder = new XdrEncoder();
  write(encoder);
  return parseMessage(encoder.bytes());
}

Deno.test("a reply has the length, the call's numbers and the value", () => {
  const encoder = new XdrEncoder();
  writeReply(encoder, CALL, { codec: str, value: "a" });
  assert.equal(
    toHex(encoder.bytes()),
    "00000024" + "20008086" + "00000001" + "0000003b" + "00000001" + "00000003" + "00000000" + "0000000161000000",
  );
});

Deno.test("calls, events and refusals say what they are", () => {
  assert.deepEqual(
    [
      written((to) => writeCall(to, CALL, { codec: str, value: "" })),
      written((to) => writeEvent(to, CALL, { codec: str, value: "" })),
      written((to) => writeErrorReply(to, CALL, ERROR)),
    ].map(({ type, serial, status }) => ({ type, serial, status })),
    [
      { type: "call", serial: 3, status: "ok" },
      { type: "event", serial: 0, status: "ok" },
      { type: "reply", serial: 3, status: "error" },
    ],
  );
});

Deno.test("an error arrives as it was sent", () => {
  const { payload } = written((to) => writeErrorReply(to, CALL, ERROR));
  assert.deepEqual(remoteError.decode(new XdrDecoder(payload)), ERROR);
});

Deno.test("a message that cannot be written leaves no trace, so that an error can take its place", () => {
  const encoder = new XdrEncoder();
  writeKeepalive(encoder, "ping");
  const before = toHex(encoder.bytes());
  assert.throws(() => writeReply(encoder, CALL, { codec: opaque(2), value: new Uint8Array(3) }), {
    message: "Too many bytes '3' for limit '2'",
  });
  assert.equal(toHex(encoder.bytes()), before);
});

Deno.test("a message that is too large is refused before its memory is taken", () => {
  const encoder = new XdrEncoder();
  const megabyte = new Uint8Array(1024 * 1024);
  assert.throws(
    () =>
      writeMessage(encoder, { ...CALL, type: "reply", status: "ok" }, (to) => {
        for (;;) to.putRaw(megabyte);
      }),
    { message: "Unable to encode message payload", step: `a message of more than ${MAX_MESSAGE_BYTES} bytes` },
  );
  assert.equal(encoder.length, 0);
});

Deno.test("each packet of a stream is read as what was written", () => {
  const packets = [
    written((to) => writeStreamData(to, CALL, Uint8Array.of(1, 2, 3))),
    written((to) => writeStreamData(to, CALL, new Uint8Array())),
    written((to) => writeStreamHole(to, CALL, 2 ** 40)),
    written((to) => writeStreamFinish(to, CALL)),
    written((to) => writeStreamAbort(to, CALL)),
    written((to) => writeStreamError(to, CALL, ERROR)),
  ];
  assert.deepEqual(packets.map(parseStreamPacket), [
    { kind: "data", bytes: Uint8Array.of(1, 2, 3) },
    { kind: "data", bytes: new Uint8Array() },
    { kind: "hole", length: 2 ** 40 },
    { kind: "finish" },
    { kind: "abort" },
    { kind: "error", error: ERROR },
  ]);
  assert.deepEqual(packets.map(({ type }) => type), ["stream", "stream", "hole", "stream", "stream", "stream"]);
  assert.ok(packets.every(({ procedure, serial }) => procedure === 59 && serial === 3));
});

Deno.test("a hole that goes backwards is refused", () => {
  const hole = written((to) =>
    writeMessage(to, { ...CALL, type: "hole", status: "continue" }, () => {
      to.putI64(-1);
      to.putU32(0);
    })
  );
  assert.throws(() => parseStreamPacket(hole), { message: "Unable to decode message payload" });
});

Deno.test("stream data that no message can hold is refused with the room there is", () => {
  assert.throws(() => writeStreamData(new XdrEncoder(), CALL, new Uint8Array(MAX_MESSAGE_BYTES)), {
    message: "Stream data too long to send (33554436 bytes needed, 33554408 bytes available)",
  });
});

Deno.test("keepalive messages are told apart, and from everything else", () => {
  assert.equal(keepaliveKind(written((to) => writeKeepalive(to, "ping"))), "ping");
  assert.equal(keepaliveKind(written((to) => writeKeepalive(to, "pong"))), "pong");
  assert.equal(keepaliveKind(written((to) => writeStreamFinish(to, CALL))), undefined);
});
