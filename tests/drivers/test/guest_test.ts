/**
 * What a guest's agent answers, and the flows of bytes to and from a guest.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { DriverStream } from "../../../src/drivers/contract.ts";
import { guestXml, opened, refused } from "./opened.ts";

Deno.test("a guest has a name, two file systems and the network's addresses", async () => {
  const { parts: { domainGuest }, test } = await opened();
  assert.equal(await domainGuest.getHostname(test, {}, {}), "testhost");
  await refused(
    domainGuest.getHostname(test, { lease: true }, {}),
    "VIR_ERR_INVALID_ARG: unsupported flags (0x1) in function testDomainGetHostname",
  );
  assert.deepEqual(await domainGuest.getFilesystems(test, {}), [
    { mountPoint: "/", name: "vda1", type: "ext4", disks: ["vda"] },
    { mountPoint: "/boot", name: "vda2", type: "ext4", disks: ["vda"] },
  ]);
  assert.deepEqual(await domainGuest.getInterfaceAddresses(test, "lease", {}), [{
    name: "testnet0",
    mac: "aa:bb:cc:dd:ee:ff",
    addresses: [{ type: "ipv4", address: "192.168.122.3", prefix: 24 }],
  }]);
  const info = await domainGuest.getInfo(test, {}, {});
  assert.deepEqual([info["os.id"], info["fs.count"], info["if.0.addr.0.addr"]], ["test", 2, "192.168.122.3"]);
  assert.deepEqual(await domainGuest.getInfo(test, { timezone: true }, {}), {
    "timezone.name": "UTC",
    "timezone.offset": 0,
  });
});

Deno.test("file systems are frozen and thawed, each once", async () => {
  const { parts: { domainGuest }, test } = await opened();
  assert.equal(await domainGuest.freezeFilesystems(test, ["/boot", "/boot"], {}), 1);
  assert.equal(await domainGuest.freezeFilesystems(test, [], {}), 1);
  assert.equal(await domainGuest.thawFilesystems(test, [], {}), 2);
  await refused(
    domainGuest.trimFilesystems(test, { mountPoint: "/home", minimum: 0 }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: mount point not found: /home",
  );
});

Deno.test("a guest keeps its time, and a strange time shows how a lost hypervisor looks", async () => {
  const { parts: { domainGuest, domainStats }, test } = await opened();
  assert.deepEqual(await domainGuest.getTime(test, {}), { seconds: 627319920, nanoseconds: 0 });
  assert.equal((await domainStats.getControlInfo(test, {})).state, "ok");
  await domainGuest.setTime(test, { seconds: 30_002, nanoseconds: 5 }, {}, {});
  assert.deepEqual(await domainStats.getControlInfo(test, {}), { state: "error", details: "monitor", stateTime: 2 });
});

Deno.test("keys, processors and commands are the guest's own", async () => {
  const { parts: { domainGuest }, test } = await opened();
  const set = (keys: string[], mode: "set" | "append" | "remove"): Promise<void> =>
    domainGuest.setAuthorizedKeys(test, { user: "root", keys, mode }, {});
  await set(["a", "b"], "set");
  await set(["b", "c"], "append");
  await set(["a"], "remove");
  assert.deepEqual(await domainGuest.getAuthorizedKeys(test, "root", {}), ["b", "c"]);
  await domainGuest.setVcpus(test, "1", false, {});
  assert.deepEqual(await domainGuest.getVcpus(test, {}), { vcpus: "0-1", online: "0", offlinable: "1" });
  await assert.rejects(domainGuest.setVcpus(test, "0", false, {}), /can't be offlined/);
  const send = (text: string): Promise<string> => domainGuest.sendCommand(test, { text, timeout: -1 }, {});
  assert.equal(await send('{"execute":"guest-get-host-name"}'), '{"return":{"host-name":"testhost"}}');
  await assert.rejects(send('{"execute":"guest-shutdown"}'), /unable to execute QEMU agent command 'guest-shutdown'/);
  await assert.rejects(send("{"), /cannot parse json/);
});

Deno.test("nothing is asked of a guest that is off", async () => {
  const { parts: { domains, domainGuest }, test } = await opened();
  await domains.destroy(test, {}, {});
  const off = "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: domain is not running";
  for (
    const call of [domainGuest.getHostname(test, {}, {}), domainGuest.getTime(test, {}), domainGuest.getVcpus(test, {})]
  ) {
    await refused(call, off);
  }
});

const CONSOLE = "<devices><console type='pty'/><channel type='unix'>" +
  "<target type='virtio' name='org.qemu.guest_agent.0'/></channel></devices>";

Deno.test("a console greets, and sends back what it is sent", async () => {
  const { parts: { domains, domainStreams } } = await opened();
  const ref = await domains.createXml(guestXml("talker", CONSOLE), {}, {});
  const stream = await domainStreams.openConsole(ref, undefined, {}, {});
  const writer = stream.writable?.getWriter();
  await writer?.write(new TextEncoder().encode("hello"));
  await writer?.close();
  assert.equal(await textOf(stream), "Connected to talker\r\nhello");
});

Deno.test("a console is one person's, until another insists or the guest stops", async () => {
  const { parts: { domains, domainStreams }, test } = await opened();
  const ref = await domains.createXml(guestXml("talker", CONSOLE), {}, {});
  const first = await domainStreams.openConsole(ref, "console0", {}, {});
  await refused(
    domainStreams.openConsole(ref, undefined, {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: Active console session exists for this domain",
  );
  const second = await domainStreams.openConsole(ref, undefined, { force: true }, {});
  assert.equal(await textOf(first), "Connected to talker\r\n");
  await domains.destroy(ref, {}, {});
  assert.equal(await textOf(second), "Connected to talker\r\n");
  await refused(
    domainStreams.openConsole(test, undefined, {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: cannot find character device <null>",
  );
});

Deno.test("a channel is opened by its name, and can be aborted", async () => {
  const { parts: { domains, domainStreams } } = await opened();
  const ref = await domains.createXml(guestXml("talker", CONSOLE), {}, {});
  const stream = await domainStreams.openChannel(ref, "org.qemu.guest_agent.0", {}, {});
  await stream.abort(new Error("Enough"));
  await assert.rejects(textOf(stream), /Enough/);
  await (await domainStreams.openChannel(ref, undefined, {}, {})).finish();
});

Deno.test("a screenshot is a PNG file", async () => {
  const { parts: { domainStreams }, test } = await opened();
  const { mime, stream } = await domainStreams.screenshot(test, 0, {});
  assert.equal(mime, "image/png");
  assert.match(await textOf(stream), /^.PNG\r\n/);
});

async function textOf({ readable }: DriverStream): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of readable ?? []) text += chunk instanceof Uint8Array ? decoder.decode(chunk) : "";
  return text;
}
