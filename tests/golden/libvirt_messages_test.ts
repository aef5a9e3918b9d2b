/**
 * Conversations of the real virsh with the real libvirtd: every message is read whole, and written again it has the
 * same bytes.
 *
 * @module
 */

import assert from "node:assert/strict";
import { toHex } from "../../src/base/hex.ts";
import {
  fromRemoteError,
  type Message,
  MessageFramer,
  parseStreamPacket,
  payloadCodec,
  procedureName,
  readPayload,
  remoteError,
  toRemoteError,
  writeMessage,
} from "../../src/wire/libvirt/mod.ts";
import { XdrEncoder } from "../../src/wire/xdr/mod.ts";

const FOLDER = new URL("../fixtures/libvirt_rpc/", import.meta.url);

interface Recorded {
  readonly from: string;
  readonly hex: string;
}

async function readRecording(name: string): Promise<Recorded[]> {
  const text = await Deno.readTextFile(new URL(name, FOLDER));
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => ({
    from: line.slice(0, 1),
    hex: line.slice(2),
  }));
}

function parse({ hex }: Recorded): Message {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  const [message] = new MessageFramer().push(bytes);
  assert.ok(message !== undefined, hex);
  return message;
}

function valueOf(message: Message): unknown {
  const codec = payloadCodec(message);
  return codec === undefined ? message.payload : readPayload(codec, message.payload);
}

const RECORDINGS = [...Deno.readDirSync(FOLDER)].map(({ name }) => name).filter((name) => name.endsWith(".txt")).sort();

for (const name of RECORDINGS) {
  Deno.test(`every message of ${name} is known, and written again it is the same`, async () => {
    const recorded = await readRecording(name);
    assert.ok(recorded.length > 10);
    const encoder = new XdrEncoder();
    for (const line of recorded) {
      const message = parse(line);
      assert.ok(procedureName(message) !== undefined, line.hex);
      const codec = payloadCodec(message);
      encoder.reset();
      writeMessage(encoder, message, (to) => {
        if (codec === undefined) to.putRaw(message.payload);
        else codec.encode(to, readPayload(codec, message.payload));
      });
      assert.equal(toHex(encoder.bytes()), line.hex);
    }
  });
}

Deno.test("virsh's list is read as what virsh printed", async () => {
  const messages = (await readRecording("list.txt")).map(parse);
  const reply = messages.find((message) =>
    procedureName(message) === "CONNECT_LIST_ALL_DOMAINS" && message.type === "reply"
  );
  assert.ok(reply !== undefined);
  assert.deepEqual(valueOf(reply), {
    domains: [{ name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: 1 }],
    ret: 1,
  });
});

Deno.test("a domain's life is read from the events that libvirtd sent", async () => {
  const messages = (await readRecording("event.txt")).map(parse);
  const life = messages.filter((message) => procedureName(message) === "DOMAIN_EVENT_CALLBACK_LIFECYCLE").map((
    message,
  ) => (valueOf(message) as { msg: { event: number } }).msg.event);
  // Defined, started, suspended, resumed, stopped, undefined.
  assert.deepEqual(life, [0, 2, 3, 4, 5, 1]);
});

Deno.test("an upload's holes and ends are read from what virsh sent", async () => {
  const recorded = await readRecording("vol_sparse.txt");
  const packets = recorded.map((line) => ({ from: line.from, message: parse(line) }))
    .filter(({ message }) => procedureName(message) === "STORAGE_VOL_UPLOAD" && /stream|hole/.test(message.type))
    .map(({ from, message }) => ({ from, packet: parseStreamPacket(message) }));
  const holes = packets.flatMap(({ packet }) => packet.kind === "hole" ? [Number(packet.length)] : []);
  const bytes = packets.flatMap(({ packet }) => packet.kind === "data" ? [packet.bytes.length] : []);
  assert.ok(holes.length > 0);
  assert.equal([...holes, ...bytes].reduce((sum, length) => sum + length), 300 * 1024);
  assert.deepEqual(packets.slice(-2).map(({ from, packet }) => [from, packet.kind]), [["C", "finish"], [
    "S",
    "finish",
  ]]);
});

Deno.test("refusals are read with libvirt's texts, and given on they are the same", async () => {
  const messages = (await readRecording("errors.txt")).map(parse);
  const errors = messages.filter(({ status }) => status === "error").map(({ payload }) =>
    readPayload(remoteError, payload)
  );
  assert.deepEqual([...new Set(errors.map(({ code, message }) => `${code} ${message}`))], [
    "42 Domain not found",
    "43 Network not found: no network with matching name 'nobody'",
    "50 Storage volume not found: no storage vol with matching name 'nobody'",
    "50 Storage volume not found: no storage vol with matching key 'nobody'",
    "50 Storage volume not found: no storage vol with matching path 'nobody'",
  ]);
  for (const error of errors) assert.deepEqual(toRemoteError(fromRemoteError(error)), error);
});
