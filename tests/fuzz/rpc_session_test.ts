/**
 * libvirt's door under a client that says anything: whole messages, messages with wrong bytes, cut and glued anywhere,
 * in any state. The door answers or ends the connection; it never fails in a way that nobody foresaw.
 *
 * `RPC_FUZZ_ROUNDS=100000 deno test --allow-env tests/fuzz/rpc_session_test.ts` does more of it; `RPC_FUZZ_SEED`
 * repeats one.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { DriverStream } from "../../src/drivers/contract.ts";
import { handlers } from "../../src/rpc/handlers/mod.ts";
import { MessageFramer, type ProcedureName, procedures, PROGRAMS, writeMessage } from "../../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../../src/wire/xdr/mod.ts";
import { fakeDriver } from "../fakes/fake_driver.ts";
import { comeToDoor, type RawDoor } from "../rpc/door.ts";
import { openAccount } from "./account.ts";
import { type Dice, diceOf, randomValue } from "./random_value.ts";

const ROUNDS = Number(Deno.env.get("RPC_FUZZ_ROUNDS") ?? 300);
const SEED = Number(Deno.env.get("RPC_FUZZ_SEED") ?? 20260601);
const MESSAGES_A_ROUND = 12;

const NAMES = Object.keys(handlers) as ProcedureName[];
const TYPES = ["call", "call", "call", "call", "reply", "event", "stream", "hole"] as const;
const STATUSES = ["ok", "ok", "ok", "ok", "error", "continue"] as const;

/** A flow that takes and gives a little. */
function flow(): Promise<DriverStream> {
  const both = new TransformStream();
  const { readable, writable } = both;
  return Promise.resolve({ readable, writable, finish: () => Promise.resolve(), abort: () => Promise.resolve() });
}

/** Messages, one behind the other, that a client might send. */
function conversation(dice: Dice): Uint8Array {
  const to = new XdrEncoder();
  if (dice(4) > 0) {
    const open = procedures.CONNECT_OPEN;
    const header = { program: PROGRAMS.remote, version: 1, procedure: open.number, serial: 0 } as const;
    const value = { name: "test:///default", flags: dice(2) };
    writeMessage(to, { ...header, type: "call", status: "ok" }, () => open.arguments.encode(to, value));
  }
  for (let count = dice(MESSAGES_A_ROUND); count > 0; count--) {
    const row = procedures[NAMES[dice(NAMES.length)]!];
    const type = TYPES[dice(TYPES.length)]!;
    writeMessage(to, {
      program: dice(20) === 0 ? dice(2 ** 32) : PROGRAMS[row.program],
      version: dice(20) === 0 ? dice(3) : 1,
      procedure: dice(20) === 0 ? dice(1000) : row.number,
      type,
      // Few of them, so that packets meet streams that are there.
      serial: dice(6),
      status: STATUSES[dice(STATUSES.length)]!,
      descriptors: type === "call" && dice(30) === 0 ? dice(4) : undefined,
    }, () => row.arguments.encode(to, randomValue(row.arguments, dice) as never));
  }
  const bytes = to.bytes().slice();
  for (let wrong = dice(3) === 0 ? 1 + dice(3) : 0; wrong > 0; wrong--) bytes[dice(bytes.length)] = dice(256);
  return bytes;
}

async function send(door: RawDoor, bytes: Uint8Array, dice: Dice): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const length = 1 + dice(dice(3) === 0 ? 40 : 4000);
    await door.send(bytes.subarray(at, at + length)).catch(() => {});
    at += length;
  }
}

/** Reads what the door says, which is messages and nothing else. */
async function listen(door: RawDoor): Promise<void> {
  const framer = new MessageFramer();
  try {
    for await (const chunk of door.streams.readable) {
      for (const message of framer.push(chunk)) assert.notEqual(message.type, "call");
    }
  } catch (error) {
    // The door hangs up in the middle of what nobody can read.
    if (error instanceof assert.AssertionError) throw error;
  }
}

Deno.test(`${ROUNDS} clients that say anything, from seed ${SEED}, meet answers or an end, and nothing unforeseen`, async () => {
  const dice = diceOf(SEED);
  const account = openAccount({ name: "clients that say anything", inputs: ROUNDS, seed: SEED });
  for (let round = 0; round < ROUNDS; round++) {
    account.input(round);
    const seed = dice(2 ** 31);
    const own = diceOf(seed);
    const give = flow;
    const { connection } = fakeDriver({
      domainStreams: { openConsole: give, openChannel: give },
      storageVolumes: { upload: give, download: give } as never,
    });
    const door = comeToDoor({ driver: connection });
    const listening = listen(door);
    await send(door, conversation(own), own);
    door.hangUp();
    await door.ended;
    const unforeseen = door.logged.filter((line) => line.startsWith("A call failed in an unforeseen way"));
    assert.deepEqual(unforeseen, [], `seed ${seed}`);
    await door[Symbol.asyncDispose]();
    await listening;
  }
  account.close();
});
