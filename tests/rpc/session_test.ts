import assert from "node:assert/strict";
import { VirtError } from "../../src/model/error.ts";
import { fromRemoteError, MessageFramer, remoteError, writeCall, writeMessage } from "../../src/wire/libvirt/mod.ts";
import { struct, XdrDecoder, XdrEncoder } from "../../src/wire/xdr/mod.ts";
import { LibvirtClient } from "../../src/wire/libvirt/client/client.ts";
import { fakeDriver } from "../fakes/fake_driver.ts";
import { comeToDoor, openDoor, type RawDoor } from "./door.ts";

const REMOTE = 0x20008086;
const nothing = struct({});

/** What a client is told of a call that it makes by its numbers. */
async function errorOf(door: RawDoor, bytes: Uint8Array): Promise<VirtError> {
  const reader = door.streams.readable.getReader();
  try {
    await door.send(bytes);
    for (const message of new MessageFramer().push((await reader.read()).value!)) {
      assert.equal(message.status, "error");
      return fromRemoteError(remoteError.decode(new XdrDecoder(message.payload)));
    }
    throw new Error("No message came");
  } finally {
    reader.releaseLock();
  }
}

function callBytes(program: number, procedure: number, version = 1): Uint8Array {
  const to = new XdrEncoder();
  writeCall(to, { program, version, procedure, serial: 7 }, { codec: nothing, value: {} });
  return to.bytes();
}

async function refuses(promise: Promise<unknown>, code: VirtError["code"], message: string): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof VirtError);
    assert.equal(error.message, message);
    assert.equal(error.code, code);
    return true;
  });
}

Deno.test("a call before a hypervisor is open is refused as libvirt's daemon does", async () => {
  await using door = comeToDoor();
  const client = new LibvirtClient(door.streams);
  await refuses(
    client.call("CONNECT_GET_HOSTNAME", {}),
    "VIR_ERR_INTERNAL_ERROR",
    "internal error: hypervisor connection not open",
  );
});

Deno.test("a second open is refused, and the first stays open", async () => {
  await using opened = await openDoor();
  const { client } = opened;
  await refuses(
    client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 }),
    "VIR_ERR_INTERNAL_ERROR",
    "internal error: connection already open",
  );
  assert.deepEqual(await client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
});

Deno.test("an empty name opens what the machine has, and bits that clients leak do not make a reader", async () => {
  await using door = comeToDoor();
  const client = new LibvirtClient(door.streams);
  await client.call("CONNECT_OPEN", { name: "", flags: 6 });
  assert.deepEqual(door.opened, [undefined]);
  assert.equal(
    (await client.call("DOMAIN_DEFINE_XML", { xml: "<domain/>" }).catch((error) => error)).code ===
      "VIR_ERR_OPERATION_DENIED",
    false,
  );
});

Deno.test("a procedure, a program and a version that nobody knows are refused by their numbers", async () => {
  await using door = comeToDoor();
  const cases = [
    [callBytes(REMOTE, 9999), "unknown procedure: 9999"],
    [callBytes(0x12345678, 1), "Cannot find program 305419896 version 1"],
    [callBytes(REMOTE, 1, 2), "Cannot find program 536903814 version 2"],
  ] as const;
  for (const [bytes, text] of cases) {
    const error = await errorOf(door, bytes);
    assert.deepEqual([error.code, error.domain, error.message], ["VIR_ERR_RPC", "VIR_FROM_RPC", text]);
  }
});

Deno.test("a procedure that libvirt has and this door has not is a function that is not supported", async () => {
  await using opened = await openDoor();
  const call = opened.client.call("DOMAIN_MIGRATE_GET_MAX_SPEED", {
    dom: { name: "web", uuid: crypto.randomUUID(), id: 1 },
    flags: 0,
  });
  await refuses(
    call,
    "VIR_ERR_NO_SUPPORT",
    "this function is not supported by the connection driver: virDomainMigrateGetMaxSpeed",
  );
});

Deno.test("arguments that end too early are refused, those that go on are not, and the connection stays", async () => {
  await using door = comeToDoor();
  const error = await errorOf(door, callBytes(REMOTE, 60));
  assert.equal(error.message, "Unable to decode message payload");
  const client = new LibvirtClient(door.streams);
  await client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 });
  assert.deepEqual(await client.call("CONNECT_GET_URI", {}), { uri: "test:///default" });
});

Deno.test("a call with file descriptors is refused, and what carries them is not taken for the next message", async () => {
  await using door = comeToDoor();
  const to = new XdrEncoder();
  const header = { program: REMOTE, version: 1, procedure: 66, serial: 1, status: "ok" } as const;
  writeMessage(to, { ...header, type: "call", descriptors: 2 });
  to.putRaw(new Uint8Array(2));
  const error = await errorOf(door, to.bytes());
  assert.equal(error.code, "VIR_ERR_ARGUMENT_UNSUPPORTED");
  const client = new LibvirtClient(door.streams);
  assert.deepEqual(await client.call("AUTH_LIST", {}), { types: [0] });
});

Deno.test("bytes that are no message end the client, and nobody else", async () => {
  await using door = comeToDoor();
  await using other = await openDoor();
  await door.send(new Uint8Array(64));
  await door.ended;
  assert.deepEqual(await other.client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
});

Deno.test("closing is answered before the connection ends, and closes the hypervisor", async () => {
  const fake = fakeDriver();
  await using opened = await openDoor({ driver: fake.connection });
  await opened.client.call("CONNECT_CLOSE", {});
  await opened.door.ended;
  assert.equal(fake.closed(), true);
});

Deno.test("a client that hangs up leaves nothing open: not its hypervisor, not its listening for events", async () => {
  const fake = fakeDriver();
  await using opened = await openDoor({ driver: fake.connection });
  await opened.client.call("CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", { eventID: 0, dom: undefined });
  assert.equal(fake.listeners(), 1);
  opened.door.hangUp();
  await opened.door.ended;
  assert.equal(fake.closed(), true);
});

Deno.test("only features that the door has are said to be there", async () => {
  await using opened = await openDoor();
  const there: number[] = [];
  for (let feature = 1; feature <= 20; feature++) {
    if ((await opened.client.call("CONNECT_SUPPORTS_FEATURE", { feature })).supported === 1) there.push(feature);
  }
  assert.deepEqual(there, [9, 10, 11, 14, 15, 16]);
});

Deno.test("flags that nobody knows are refused with the name of the driver's function", async () => {
  await using opened = await openDoor();
  const dom = { name: "web", uuid: crypto.randomUUID(), id: 1 };
  await refuses(
    opened.client.call("DOMAIN_GET_XML_DESC", { dom, flags: 0x8000 }),
    "VIR_ERR_INVALID_ARG",
    "unsupported flags (0x8000) in function testDomainGetXMLDesc",
  );
});

Deno.test("another identity is taken only from root", async () => {
  const params = [{ field: "user-name", type: "string", value: "alice" }] as const;
  await using root = await openDoor();
  await root.client.call("CONNECT_SET_IDENTITY", { params, flags: 0 });
  await using other = await openDoor({
    peer: { identity: {}, process: { pid: 9, uid: 1000, gid: 1000 }, secure: true },
  });
  await refuses(
    other.client.call("CONNECT_SET_IDENTITY", { params, flags: 0 }),
    "VIR_ERR_ACCESS_DENIED",
    "access denied: 'TEST' denied access",
  );
});
