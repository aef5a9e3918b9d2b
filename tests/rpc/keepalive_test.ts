import assert from "node:assert/strict";
import { keepaliveKind, MessageFramer, writeCall, writeKeepalive } from "../../src/wire/libvirt/mod.ts";
import { i32, struct, XdrEncoder } from "../../src/wire/xdr/mod.ts";
import { FakeClock } from "../fakes/fake_clock.ts";
import { comeToDoor } from "./door.ts";

const REMOTE = 0x20008086;

/** Says that the client answers pings. */
function announce(): Uint8Array {
  const to = new XdrEncoder();
  const header = { program: REMOTE, version: 1, procedure: 60, serial: 0 };
  writeCall(to, header, { codec: struct({ feature: i32 }), value: { feature: 10 } });
  return to.bytes();
}

function keepalive(kind: "ping" | "pong"): Uint8Array {
  const to = new XdrEncoder();
  writeKeepalive(to, kind);
  return to.bytes();
}

/** What the door sends, as words: `ping`, `pong`, or the type of the message. */
function listen(readable: ReadableStream<Uint8Array>): string[] {
  const heard: string[] = [];
  void (async () => {
    const framer = new MessageFramer();
    for await (const chunk of readable) {
      for (const message of framer.push(chunk)) heard.push(keepaliveKind(message) ?? message.type);
    }
  })().catch(() => {});
  return heard;
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("a ping is answered at once, before anything is open", async () => {
  await using door = comeToDoor();
  const heard = listen(door.streams.readable);
  await door.send(keepalive("ping"));
  await settle();
  assert.deepEqual(heard, ["pong"]);
});

Deno.test("a client that never said that it answers pings is not pinged", async () => {
  const clock = new FakeClock(0);
  await using door = comeToDoor({ clock });
  const heard = listen(door.streams.readable);
  await clock.advance(120_000);
  await settle();
  assert.deepEqual(heard, []);
});

Deno.test("a silent client is pinged after five seconds, and left when it misses five", async () => {
  const clock = new FakeClock(0);
  await using door = comeToDoor({ clock });
  const heard = listen(door.streams.readable);
  await door.send(announce());
  await settle();
  for (let count = 1; count <= 5; count++) {
    await clock.advance(5_000);
    await settle();
    assert.deepEqual(heard, ["reply", ...Array(count).fill("ping")]);
  }
  await clock.advance(5_000);
  await door.ended;
});

Deno.test("a client that says anything at all stays", async () => {
  const clock = new FakeClock(0);
  await using door = comeToDoor({ clock });
  const heard = listen(door.streams.readable);
  await door.send(announce());
  await settle();
  for (let count = 0; count < 20; count++) {
    await clock.advance(5_000);
    await door.send(keepalive("pong"));
    await settle();
  }
  assert.deepEqual(heard, ["reply", "ping"]);
  await door.send(keepalive("ping"));
  await settle();
  assert.equal(heard.at(-1), "pong");
});
