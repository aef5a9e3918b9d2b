/**
 * libvirt's messages: what was written is read as itself, and damaged bytes give values or one clean error, wherever
 * they are split. Every one of the table's rows takes part.
 *
 * `XDR_FUZZ_ROUNDS=1000000 deno test --allow-env tests/fuzz/xdr_test.ts` does more of it; `XDR_FUZZ_SEED` repeats one.
 *
 * @module
 */

import assert from "node:assert/strict";
import { VirtError } from "../../src/model/error.ts";
import {
  eventProcedures,
  type Message,
  MessageFramer,
  type MessageHeader,
  parseStreamPacket,
  payloadCodec,
  procedures,
  PROGRAMS,
  readPayload,
  remoteError,
  writeMessage,
} from "../../src/wire/libvirt/mod.ts";
import { type Codec, XdrEncoder } from "../../src/wire/xdr/mod.ts";
import { openAccount } from "./account.ts";
import { type Dice, diceOf, randomValue } from "./random_value.ts";

const ROUNDS = Number(Deno.env.get("XDR_FUZZ_ROUNDS") ?? 5000);
const SEED = Number(Deno.env.get("XDR_FUZZ_SEED") ?? 20261122);

interface Kind {
  readonly name: string;
  readonly header: MessageHeader;
  readonly codec: Codec<unknown>;
}

const KINDS: readonly Kind[] = [
  ...Object.entries(procedures).flatMap(([name, row]): Kind[] => {
    const header = { program: PROGRAMS[row.program], version: 1, procedure: row.number, serial: 7 };
    return [
      { name: `${name} call`, header: { ...header, type: "call", status: "ok" }, codec: row.arguments },
      {
        name: `${name} reply`,
        header: { ...header, type: "reply", status: "ok" },
        codec: row.reply as Codec<unknown>,
      },
      { name: `${name} refusal`, header: { ...header, type: "reply", status: "error" }, codec: remoteError },
    ];
  }),
  ...Object.entries(eventProcedures).map(([name, row]): Kind => ({
    name,
    header: {
      program: PROGRAMS[row.program],
      version: 1,
      procedure: row.number,
      serial: 0,
      type: "event",
      status: "ok",
    },
    codec: row.message,
  })),
];

function written(encoder: XdrEncoder, { header, codec }: Kind, value: unknown): Uint8Array {
  encoder.reset();
  writeMessage(encoder, header, (to) => codec.encode(to, value));
  return encoder.bytes().slice();
}

Deno.test(`every call, reply and event comes back as it was written (seed ${SEED})`, () => {
  const dice = diceOf(SEED);
  const encoder = new XdrEncoder();
  for (const kind of KINDS) {
    for (let round = 0; round < 5; round++) {
      const value = randomValue(kind.codec, dice);
      const bytes = written(encoder, kind, value);
      const [message] = new MessageFramer().push(bytes);
      assert.ok(message !== undefined, kind.name);
      const codec = payloadCodec(message);
      assert.equal(codec, kind.codec, kind.name);
      const again = readPayload(kind.codec, message.payload);
      assert.deepEqual(again, value, kind.name);
      assert.deepEqual(written(encoder, kind, again), bytes, kind.name);
    }
  }
});

Deno.test(`damaged messages in any pieces give values or clean errors (${ROUNDS} rounds, seed ${SEED})`, () => {
  const dice = diceOf(SEED);
  const encoder = new XdrEncoder();
  const seen = { read: 0, refused: 0, broken: 0, incomplete: 0 };
  const account = openAccount({ name: "damaged messages", inputs: ROUNDS, seed: SEED });
  for (let round = 0; round < ROUNDS; round++) {
    account.input(round);
    const kind = KINDS[dice(KINDS.length)]!;
    const bytes = damaged(written(encoder, kind, randomValue(kind.codec, dice)), dice);
    try {
      seen[readAll(bytes, dice)]++;
    } catch (error) {
      assert.ok(error instanceof VirtError && error.code === "VIR_ERR_RPC", `round ${round}, ${kind.name}: ${error}`);
      seen.broken++;
    }
  }
  account.close();
  assert.ok(Object.values(seen).every((count) => count > 0), JSON.stringify(seen));
});

Deno.test("a message that is split at any of its bytes is the message", () => {
  const dice = diceOf(SEED);
  const encoder = new XdrEncoder();
  for (const kind of KINDS) {
    const bytes = written(encoder, kind, randomValue(kind.codec, dice));
    for (let at = 1; at < bytes.length; at++) {
      const framer = new MessageFramer();
      const pieces = [bytes.slice(0, at), bytes.slice(at)];
      const messages = pieces.flatMap((piece) => [...framer.push(piece)].map(({ payload }) => payload.slice()));
      assert.equal(messages.length, 1, `${kind.name} at ${at}`);
      assert.deepEqual(messages[0], bytes.subarray(bytes.length - messages[0]!.length), `${kind.name} at ${at}`);
    }
  }
});

/** One to three bytes changed, or the end cut off, or two ends swapped. */
function damaged(bytes: Uint8Array, dice: Dice): Uint8Array {
  if (dice(8) === 0) return bytes.slice(0, dice(bytes.length));
  if (dice(8) === 0) bytes.copyWithin(dice(bytes.length), dice(bytes.length));
  for (let count = 1 + dice(3); count > 0; count--) bytes[dice(bytes.length)] = INTERESTING[dice(INTERESTING.length)]!;
  return bytes;
}

const INTERESTING = [0, 1, 2, 4, 6, 7, 0x20, 0x40, 0x7f, 0x80, 0xff];

function readAll(bytes: Uint8Array, dice: Dice): "read" | "refused" | "incomplete" {
  const framer = new MessageFramer();
  let outcome: "read" | "refused" | "incomplete" = "incomplete";
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + dice(40);
    for (const message of framer.push(bytes.slice(at, end))) outcome = readOne(message);
    at = end;
  }
  return outcome;
}

function readOne(message: Message): "read" | "refused" {
  try {
    const codec = payloadCodec(message);
    if (codec !== undefined) readPayload(codec, message.payload);
    if (message.type === "stream" || message.type === "hole") parseStreamPacket(message);
    return "read";
  } catch (error) {
    // A payload that makes no sense is refused alone: the connection goes on.
    assert.ok(error instanceof VirtError && error.message === "Unable to decode message payload", String(error));
    return "refused";
  }
}
