import assert from "node:assert/strict";
import type { DriverConnection, DriverStream, StreamChunk } from "../../src/drivers/contract.ts";
import { VirtError } from "../../src/model/error.ts";
import { fakeDriver, fakeStream, uuidOf } from "../fakes/fake_driver.ts";
import { openDoor } from "./door.ts";

const dom = { name: "web", uuid: uuidOf(1), id: 1 };
const vol = { pool: "images", name: "a.img", key: "/images/a.img" };
const range = { vol, offset: 0, length: 0 };

/** A hypervisor whose volumes flow through this stream. */
function withVolumes(flow: DriverStream): DriverConnection {
  const give = () => Promise.resolve(flow);
  return fakeDriver({ storageVolumes: { upload: give, download: give } as never }).connection;
}

/** A flow that takes what a client sends, as fast as a test lets it. */
function sink(written: StreamChunk[], gate: () => Promise<void> = () => Promise.resolve()): DriverStream {
  return {
    writable: new WritableStream<StreamChunk>({
      async write(chunk) {
        await gate();
        written.push(chunk);
      },
    }, { highWaterMark: 0 }),
    finish: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
}

async function readAll(readable: ReadableStream<StreamChunk>): Promise<StreamChunk[]> {
  const chunks: StreamChunk[] = [];
  for await (const chunk of readable) chunks.push(chunk);
  return chunks;
}

function sizeOf(chunks: readonly StreamChunk[]): number {
  return chunks.reduce((sum, chunk) => sum + (chunk instanceof Uint8Array ? chunk.length : chunk.hole), 0);
}

Deno.test("a download comes whole, cut into packets that every client takes, and is finished by the client", async () => {
  const calls: string[] = [];
  const data = crypto.getRandomValues(new Uint8Array(60_000));
  const many = new Uint8Array(600_000);
  for (let at = 0; at < many.length; at += data.length) many.set(data, at);
  await using opened = await openDoor({ driver: withVolumes(fakeStream([many, data], calls)) });
  const { stream } = await opened.client.open("STORAGE_VOL_DOWNLOAD", { ...range, flags: 0 });
  const chunks = await readAll(stream.readable);
  assert.equal(sizeOf(chunks), 660_000);
  assert.ok(chunks.every((chunk) => chunk instanceof Uint8Array && chunk.length <= 262120));
  await stream.finish();
  assert.deepEqual(calls, ["finish"]);
});

for (const [flags, kind] of [[1, "as a hole"], [0, "as zeros"]] as const) {
  Deno.test(`a hole of a download goes ${kind} where flags are ${flags}`, async () => {
    const flow = fakeStream([new Uint8Array([1]), { hole: 700_000 }, new Uint8Array([2])], []);
    await using opened = await openDoor({ driver: withVolumes(flow) });
    const { stream } = await opened.client.open("STORAGE_VOL_DOWNLOAD", { ...range, flags });
    const chunks = await readAll(stream.readable);
    assert.equal(sizeOf(chunks), 700_002);
    assert.equal(chunks.some((chunk) => !(chunk instanceof Uint8Array)), flags === 1);
    await stream.finish();
  });
}

Deno.test("an upload arrives in order, holes too, before its end is agreed to", async () => {
  const written: StreamChunk[] = [];
  await using opened = await openDoor({ driver: withVolumes(sink(written)) });
  const { stream } = await opened.client.open("STORAGE_VOL_UPLOAD", { ...range, flags: 1 });
  const writer = stream.writable.getWriter();
  await writer.write(new Uint8Array(300_000).fill(7));
  await writer.write({ hole: 4096 });
  await writer.close();
  assert.deepEqual(written.map((chunk) => chunk instanceof Uint8Array ? chunk.length : chunk), [
    262120,
    37880,
    { hole: 4096 },
  ]);
});

Deno.test("a hole in an upload that is not sparse is refused", async () => {
  await using opened = await openDoor({ driver: withVolumes(sink([])) });
  const { stream } = await opened.client.open("STORAGE_VOL_UPLOAD", { ...range, flags: 0 });
  const writer = stream.writable.getWriter();
  await writer.write({ hole: 4096 });
  await assert.rejects(writer.close(), { message: "Requested operation is not valid: Unexpected stream hole" });
});

Deno.test("an upload that fails in the end is told so, and the connection stays", async () => {
  const failing: DriverStream = {
    ...sink([]),
    finish: () => Promise.reject(new VirtError("VIR_ERR_OPERATION_FAILED", "no space left")),
  };
  await using opened = await openDoor({ driver: withVolumes(failing) });
  const { stream } = await opened.client.open("STORAGE_VOL_UPLOAD", { ...range, flags: 0 });
  await assert.rejects(stream.finish(), { message: "operation failed: no space left" });
  assert.deepEqual(await opened.client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
});

Deno.test("a download that breaks is told so in its place", async () => {
  const broken: DriverStream = {
    readable: ReadableStream.from((async function* () {
      yield new Uint8Array(10);
      throw new VirtError("VIR_ERR_OPERATION_FAILED", "the disk is gone");
    })()),
    finish: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  await using opened = await openDoor({ driver: withVolumes(broken) });
  const { stream } = await opened.client.open("STORAGE_VOL_DOWNLOAD", { ...range, flags: 0 });
  await assert.rejects(readAll(stream.readable), { message: "operation failed: the disk is gone" });
});

Deno.test("a client that gives up aborts the flow, and is answered", async () => {
  const calls: string[] = [];
  const endless = fakeStream([], calls);
  const driver = withVolumes({ ...endless, readable: new ReadableStream() });
  await using opened = await openDoor({ driver });
  const { stream } = await opened.client.open("STORAGE_VOL_DOWNLOAD", { ...range, flags: 0 });
  await stream.abort();
  assert.deepEqual(calls, ["abort"]);
});

Deno.test("a client that hangs up aborts its streams", async () => {
  const calls: string[] = [];
  const driver = withVolumes({ ...fakeStream([], calls), readable: new ReadableStream() });
  await using opened = await openDoor({ driver });
  await opened.client.open("STORAGE_VOL_DOWNLOAD", { ...range, flags: 0 });
  opened.door.hangUp();
  await opened.door.ended;
  assert.deepEqual(calls, ["abort"]);
});

Deno.test("a console carries both ways at the same time", async () => {
  const echo = new TransformStream<StreamChunk, StreamChunk>();
  const flow: DriverStream = {
    readable: echo.readable,
    writable: echo.writable,
    finish: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  const driver = fakeDriver({ domainStreams: { openConsole: () => Promise.resolve(flow) } }).connection;
  await using opened = await openDoor({ driver });
  const { stream } = await opened.client.open("DOMAIN_OPEN_CONSOLE", { dom, dev_name: undefined, flags: 0 });
  const writer = stream.writable.getWriter();
  await writer.write(new TextEncoder().encode("hello"));
  const reader = stream.readable.getReader();
  const { value } = await reader.read();
  assert.equal(new TextDecoder().decode(value as Uint8Array), "hello");
  await writer.close();
});

Deno.test("a slow flow holds up the client that feeds it, and no more than four packets wait", async () => {
  const written: StreamChunk[] = [];
  const gates: (() => void)[] = [];
  const driver = withVolumes(sink(written, () => new Promise((resolve) => gates.push(resolve))));
  await using opened = await openDoor({ driver });
  await using other = await openDoor({ driver });
  const { stream } = await opened.client.open("STORAGE_VOL_UPLOAD", { ...range, flags: 0 });
  const writer = stream.writable.getWriter();
  let sent = 0;
  const sending = (async () => {
    for (; sent < 40; sent++) await writer.write(new Uint8Array(262120));
  })();
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  assert.ok(sent < 12, `${sent} packets were taken though nothing was written`);
  assert.deepEqual(await other.client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
  const opening = setInterval(() => gates.splice(0).forEach((open) => open()), 1);
  await sending;
  await writer.close();
  clearInterval(opening);
  assert.equal(sizeOf(written), 40 * 262120);
});

Deno.test("a screenshot says what kind of picture it is", async () => {
  const screenshot = () => Promise.resolve({ mime: "image/png", stream: fakeStream([new Uint8Array(3)], []) });
  const driver = fakeDriver({ domainStreams: { screenshot } }).connection;
  await using opened = await openDoor({ driver });
  const { reply, stream } = await opened.client.open("DOMAIN_SCREENSHOT", { dom, screen: 0, flags: 0 });
  assert.equal(reply.mime, "image/png");
  assert.equal(sizeOf(await readAll(stream.readable)), 3);
  await stream.finish();
});
