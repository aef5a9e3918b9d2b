/**
 * Clients with a hypervisor behind the door, several at a time: what they say mostly makes sense, so that guests start
 * and end, events are told and bytes flow, and any of it is damaged, out of order, left half-way, or cut off.
 *
 * `RPC_FUZZ_INPUTS=1000000 deno test --allow-env tests/fuzz/rpc_hypervisor_test.ts` does more of it; `RPC_FUZZ_SEED`
 * repeats one.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { DriverConnection } from "../../src/drivers/contract.ts";
import { handlers } from "../../src/rpc/handlers/mod.ts";
import { MessageFramer, type ProcedureName, procedures, PROGRAMS, writeMessage } from "../../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../../src/wire/xdr/mod.ts";
import { guestXml, opened } from "../drivers/test/opened.ts";
import { comeToDoor, type RawDoor } from "../rpc/door.ts";
import { openAccount } from "./account.ts";
import { damageXml } from "./damage_xml.ts";
import { SAMPLES } from "./document_samples.ts";
import { type Dice, diceOf, randomValue } from "./random_value.ts";

const INPUTS = Number(Deno.env.get("RPC_FUZZ_INPUTS") ?? 6000);
const SEED = Number(Deno.env.get("RPC_FUZZ_SEED") ?? 20261124);
/** Messages before all clients of a round are gone. */
const INPUTS_A_ROUND = 40;
/** Rounds after which the hypervisor is another one: it keeps what clients define. */
const ROUNDS_A_HYPERVISOR = 10;
const DEADLINE_MS = 20_000;

const NAMES: readonly ProcedureName[] = (Object.keys(handlers) as ProcedureName[]).filter((name) =>
  name !== "CONNECT_CLOSE"
);
/** Calls that change in which state a session is; they come more often than others. */
const TURNS: readonly ProcedureName[] = NAMES.filter((name) =>
  /OPEN|STREAM|UPLOAD|DOWNLOAD|SCREENSHOT|EVENT|DEFINE|CREATE|DESTROY|SUSPEND|RESUME|METADATA/.test(name)
);
const GUESTS = ["test", "a", "b"];
const A = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f";
const GUEST_A = guestXml("a", `<uuid>${A}</uuid><devices><console type='pty'/></devices>`);
const VOLUMES = ["<volume><name>v</name><capacity>1000000</capacity></volume>"];
const OTHERS = Object.values(SAMPLES);
/** Objects that are there; what is random besides is not. */
const OBJECTS: Readonly<Record<string, unknown>> = {
  dom: { name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: 1 },
  net: { name: "default", uuid: "dd8fe884-6c02-601e-7551-cca97df1c5df" },
  pool: { name: "default-pool", uuid: "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566" },
  vol: { pool: "default-pool", name: "v", key: "/default-pool/v" },
};
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  name: [...GUESTS, "default", "default-pool", "v"],
  xml: [
    guestXml("a", `<uuid>${A}</uuid><devices><console type='pty'/></devices>`),
    guestXml("b"),
    ...VOLUMES,
    ...OTHERS,
  ],
  path: ["vda", "/default-pool/v", "eth0"],
  disk: ["vda"],
};

/** How many messages of each type and status came. */
type Heard = Record<string, number>;

interface Session {
  readonly door: RawDoor;
  readonly listening: Promise<void>;
  serial: number;
  /** Serials of calls that may have opened a stream, with their procedures. */
  readonly streams: { readonly serial: number; readonly procedure: number }[];
}

/** What all clients share. */
interface House {
  readonly driver: DriverConnection;
  readonly heard: Heard;
}

/** The hypervisor, which stays when a client goes. */
async function makeHypervisor(): Promise<DriverConnection> {
  const { parts } = await opened();
  await parts.domains.create(await parts.domains.define(GUEST_A, {}, {}), {}, {});
  const [pool] = await parts.storagePools.list({}, {});
  await parts.storageVolumes.createXml(pool!, VOLUMES[0]!, {}, {});
  return Object.create(parts as unknown as DriverConnection, {
    [Symbol.asyncDispose]: { value: () => Promise.resolve() },
  });
}

function comeIn({ driver, heard }: House, dice: Dice): Session {
  const door = comeToDoor({ driver, readOnly: dice(12) === 0 });
  return { door, listening: listen(door, heard), serial: 1, streams: [] };
}

async function listen(door: RawDoor, heard: Heard): Promise<void> {
  const framer = new MessageFramer();
  try {
    for await (const chunk of door.streams.readable) {
      for (const { type, status } of framer.push(chunk)) {
        assert.notEqual(type, "call");
        heard[`${type} ${status}`] = (heard[`${type} ${status}`] ?? 0) + 1;
      }
    }
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
}

/** Words that mean something, where the codec's shape has their names. */
function sensible(value: unknown, key: string, dice: Dice): unknown {
  if (key === "dev_name" && dice(4) > 0) return undefined;
  if (typeof value === "string") {
    const texts = TEXTS[key];
    const text = texts === undefined ? value : texts[dice(texts.length)]!;
    return key === "xml" && dice(4) === 0 ? damageXml(text, dice) : text;
  }
  if (key === "flags") return dice(3) === 0 ? dice(16) : 0;
  if (key === "dom" && value !== undefined && dice(2) === 0) return { name: "a", uuid: A, id: dice(2) === 0 ? -1 : 2 };
  if (key in OBJECTS && value !== undefined && dice(8) > 0) return OBJECTS[key];
  // An event, a callback, a count, an offset: of most there are few.
  if (typeof value === "number" && dice(4) > 0) return dice(24);
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sensible(each, name, dice)]));
}

/** A client mostly opens, asks for events, and then does anything. */
function nextCall({ serial }: Session, dice: Dice): ProcedureName {
  if (serial === 1 && dice(10) > 0) return "CONNECT_OPEN";
  if (serial < 4 && dice(3) > 0) return "CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY";
  const names = dice(2) === 0 ? TURNS : NAMES;
  return names[dice(names.length)]!;
}

/** One message of a client. */
function say(session: Session, to: XdrEncoder, dice: Dice): void {
  const stream = session.streams[dice(session.streams.length + 1)];
  if (stream !== undefined && dice(2) === 0) {
    const status = (["continue", "continue", "continue", "ok", "error"] as const)[dice(5)]!;
    const type = dice(5) === 0 ? "hole" : "stream";
    return writeMessage(
      to,
      { program: PROGRAMS.remote, version: 1, ...stream, type, status },
      () => dice(6) > 0 && to.putRaw(new Uint8Array(4 * dice(300))),
    );
  }
  const name = nextCall(session, dice);
  const row = procedures[name];
  const header = { program: PROGRAMS[row.program], version: 1, procedure: row.number, serial: session.serial++ };
  if (TURNS.includes(name)) session.streams.push({ serial: header.serial, procedure: row.number });
  const args = name === "CONNECT_OPEN"
    ? { name: "test:///default", flags: dice(8) === 0 ? 1 : 0 }
    : sensible(randomValue(row.arguments, dice), "", dice);
  writeMessage(to, { ...header, type: "call", status: "ok" }, () => row.arguments.encode(to, args as never));
}

async function send({ door }: Session, bytes: Uint8Array, dice: Dice): Promise<void> {
  if (dice(40) === 0) bytes[dice(bytes.length)] = dice(256);
  const end = dice(60) === 0 ? dice(bytes.length) : bytes.length;
  const middle = dice(end);
  await door.send(bytes.subarray(0, middle)).catch(() => {});
  await door.send(bytes.subarray(middle, end)).catch(() => {});
}

/** One round: up to three clients at the same time. */
async function play(house: House, dice: Dice): Promise<readonly string[]> {
  const sessions: Session[] = [comeIn(house, dice)];
  const gone: Session[] = [];
  const to = new XdrEncoder();
  for (let input = 0; input < INPUTS_A_ROUND; input++) {
    if (sessions.length < 3 && dice(20) === 0) sessions.push(comeIn(house, dice));
    const at = dice(sessions.length);
    const session = sessions[at]!;
    to.reset();
    try {
      say(session, to, dice);
    } catch {
      // Too long for a message.
      continue;
    }
    await send(session, to.bytes().slice(), dice);
    if (sessions.length > 1 && dice(20) === 0) {
      if (dice(2) === 0) session.door.hangUp();
      else await session.door[Symbol.asyncDispose]();
      gone.push(...sessions.splice(at, 1));
    }
  }
  for (const { door } of sessions) door.hangUp();
  const all = [...gone, ...sessions];
  for (const { door, listening } of all) {
    await door.ended;
    await door[Symbol.asyncDispose]();
    await listening;
  }
  return all.flatMap(({ door }) => door.logged);
}

/** Ends a wait that takes too long. */
async function soon<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It hangs: ${what}`)), DEADLINE_MS);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

Deno.test(`${INPUTS} messages of clients of a hypervisor, from seed ${SEED}, meet answers or an end`, async () => {
  const dice = diceOf(SEED);
  const rounds = Math.ceil(INPUTS / INPUTS_A_ROUND);
  const account = openAccount({ name: "clients of a hypervisor", inputs: INPUTS, seed: SEED });
  const heard: Heard = {};
  let driver = await makeHypervisor();
  for (let round = 0; round < rounds; round++) {
    account.input(round * INPUTS_A_ROUND);
    if (round % ROUNDS_A_HYPERVISOR === 0) driver = await makeHypervisor();
    const seed = dice(2 ** 31);
    const logged = await soon(play({ driver, heard }, diceOf(seed)), `seed ${SEED}, round ${round}`);
    const unforeseen = logged.filter((line) => line.startsWith("A call failed in an unforeseen way"));
    assert.deepEqual(unforeseen, [], `seed ${SEED}, round ${round}`);
  }
  account.close();
  for (const kind of ["reply ok", "reply error", "event ok", "stream continue", "stream ok", "stream error"]) {
    assert.ok((heard[kind] ?? 0) > 0, `no ${kind} among ${JSON.stringify(heard)}`);
  }
});
