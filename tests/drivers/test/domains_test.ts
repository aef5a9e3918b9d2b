/**
 * A guest's life: what it is found by, what it goes through, what is told of it.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createManualClock } from "../../../src/drivers/test/mod.ts";
import { FakeHost } from "../../fakes/fake_host.ts";
import { guestXml, opened, refused } from "./opened.ts";

Deno.test("test:///default runs one guest, found by number, name and UUID", async () => {
  const { parts: { domains }, test } = await opened();
  assert.deepEqual(test, { name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: 1 });
  assert.deepEqual(await domains.lookupById(1, {}), test);
  assert.deepEqual(await domains.lookupByName("test", {}), test);
  assert.deepEqual(await domains.lookupByUuid(test.uuid, {}), test);
  assert.deepEqual(await domains.getState(test, {}), { state: "running", reason: "unknown" });
  for (const lookup of [domains.lookupById(7, {}), domains.lookupByName("x", {}), domains.lookupByUuid("x", {})]) {
    await refused(lookup, "VIR_ERR_NO_DOMAIN: Domain not found");
  }
});

Deno.test("a guest is defined, started, paused, resumed, stopped and undefined, and each is told", async () => {
  const { parts: { domains }, told } = await opened();
  const ref = await domains.define(guestXml("web"), {}, {});
  assert.equal(ref.id, -1);
  assert.deepEqual(await domains.getState(ref, {}), { state: "shutoff", reason: "unknown" });
  await domains.define(guestXml("web").replace("<memory>", `<uuid>${ref.uuid}</uuid><memory>`), {}, {});
  const { id } = await domains.create(ref, {}, {});
  assert.equal(id, 2);
  await domains.suspend(ref, {});
  assert.deepEqual(await domains.getState(ref, {}), { state: "paused", reason: "user" });
  await domains.resume(ref, {});
  assert.deepEqual(await domains.getState(ref, {}), { state: "running", reason: "unpaused" });
  await domains.shutdown(ref, {}, {});
  assert.deepEqual(await domains.getState(ref, {}), { state: "shutoff", reason: "shutdown" });
  await domains.undefine(ref, {}, {});
  await refused(
    domains.getState(ref, {}),
    `VIR_ERR_NO_DOMAIN: Domain not found: no domain with matching uuid '${ref.uuid}' (web)`,
  );
  assert.deepEqual(told(), [
    "web defined added",
    "web defined updated",
    "web started booted",
    "web suspended paused",
    "web resumed unpaused",
    "web stopped shutdown",
    "web undefined removed",
  ]);
});

Deno.test("a transient guest is gone when it stops, a defined one stays", async () => {
  const { parts: { domains }, test, told } = await opened();
  const ref = await domains.createXml(guestXml("brief"), {}, {});
  assert.equal(await domains.isPersistent(ref, {}), false);
  await domains.destroy(ref, {}, {});
  await domains.destroy(test, {}, {});
  assert.deepEqual((await domains.list({}, {})).map(({ name, id }) => [name, id]), [["test", -1]]);
  assert.deepEqual(told(), ["brief started booted", "brief stopped destroyed", "test stopped destroyed"]);
});

Deno.test("an undefined guest that runs lives on as a transient one", async () => {
  const { parts: { domains }, test } = await opened();
  await domains.undefine(test, {}, {});
  assert.equal(await domains.isPersistent(test, {}), false);
  await domains.shutdown(test, {}, {});
  assert.deepEqual(await domains.list({}, {}), []);
});

Deno.test("what a guest does when it powers off or reboots can be chosen", async () => {
  const { parts: { domains }, test, told } = await opened();
  await domains.reboot(test, {}, {});
  assert.equal((await domains.getState(test, {})).state, "running");
  await domains.setLifecycleAction(test, { type: "reboot", action: "destroy", flags: {} }, {});
  await domains.reboot(test, {}, {});
  assert.equal((await domains.getState(test, {})).state, "shutoff");
  assert.deepEqual(told(), ["test stopped shutdown"]);
  await refused(
    domains.setLifecycleAction(test, { type: "reboot", action: "coredumpRestart", flags: {} }, {}),
    "VIR_ERR_CONFIG_UNSUPPORTED: unsupported configuration: Lifecycle event 'reboot' doesn't support 'coredump-restart' action",
  );
});

Deno.test("a renamed guest is found by its new name only, and both names are told", async () => {
  const { parts: { domains }, test, told } = await opened();
  await domains.destroy(test, {}, {});
  told();
  await domains.rename(test, "best", {});
  assert.equal((await domains.lookupByName("best", {})).uuid, test.uuid);
  await refused(domains.lookupByName("test", {}), "VIR_ERR_NO_DOMAIN: Domain not found");
  assert.match(await domains.getXml(test, {}, {}), /<name>best<\/name>/);
  assert.deepEqual(told(), ["test undefined renamed", "best defined renamed"]);
});

Deno.test("calls that a guest's state does not allow are refused in libvirt's words", async () => {
  const { parts: { domains }, test } = await opened();
  await refused(domains.resume(test, {}), "VIR_ERR_INTERNAL_ERROR: internal error: domain 'test' not paused");
  await refused(
    domains.create(test, {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: Domain 'test' is already running",
  );
  await refused(
    domains.rename(test, "x", {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: cannot rename active domain",
  );
  await refused(
    domains.createXml(guestXml("test").replace("<memory>", `<uuid>${test.uuid}</uuid><memory>`), {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: domain 'test' is already active",
  );
  await refused(
    domains.define(guestXml("test"), {}, {}),
    `VIR_ERR_OPERATION_FAILED: operation failed: domain 'test' already exists with uuid ${test.uuid}`,
  );
  await refused(
    domains.define(guestXml("other").replace("<memory>", `<uuid>${test.uuid}</uuid><memory>`), {}, {}),
    `VIR_ERR_OPERATION_FAILED: operation failed: domain 'test' is already defined with uuid ${test.uuid}`,
  );
  await refused(
    domains.create(test, { paused: true }, {}),
    "VIR_ERR_INVALID_ARG: unsupported flags (0x1) in function testDomainCreateWithFlags",
  );
  await domains.destroy(test, {}, {});
  for (const off of [domains.destroy(test, {}, {}), domains.reboot(test, {}, {}), domains.reset(test, {})]) {
    await refused(off, "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: domain is not running");
  }
  await refused(domains.shutdown(test, {}, {}), "VIR_ERR_INTERNAL_ERROR: internal error: domain 'test' not running");
  await refused(domains.suspend(test, {}), "VIR_ERR_INTERNAL_ERROR: internal error: domain 'test' not running");
});

Deno.test("a list is narrowed by groups, of which each must fit", async () => {
  const { parts: { domains }, test } = await opened();
  await domains.define(guestXml("off"), {}, {});
  await domains.suspend(await domains.createXml(guestXml("brief"), {}, {}), {});
  await domains.setAutostart(test, true, {});
  const names = async (filter: Parameters<typeof domains.list>[0]): Promise<string> =>
    (await domains.list(filter, {})).map(({ name }) => name).join();
  assert.equal(await names({}), "test,off,brief");
  assert.equal(await names({ active: true }), "test,brief");
  assert.equal(await names({ active: true, inactive: true, transient: true }), "brief");
  assert.equal(await names({ running: true, paused: true, persistent: true }), "test");
  assert.equal(await names({ autostart: true }), "test");
  assert.equal(await names({ hasSnapshot: true }), "");
});

Deno.test("metadata is kept by namespace, on the running or the stored guest, and told", async () => {
  const { parts: { domains }, test, told } = await opened();
  const uri = "urn:x";
  await domains.setMetadata(
    test,
    { type: "element", uri, key: "x", value: "<a b='1'><c/></a>", flags: { live: true } },
    {},
  );
  assert.match(await domains.getXml(test, {}, {}), /<x:a xmlns:x="urn:x" b="1">\s*<x:c\/>\s*<\/x:a>/);
  assert.equal(await domains.getMetadata(test, { type: "element", uri, flags: {} }, {}), '<a b="1">\n  <c/>\n</a>');
  const missing = "VIR_ERR_NO_DOMAIN_METADATA: metadata not found: Requested metadata element is not present";
  await refused(domains.getMetadata(test, { type: "element", uri, flags: { config: true } }, {}), missing);
  await domains.setMetadata(test, { type: "title", value: "Hello", flags: { config: true } }, {});
  assert.equal(await domains.getMetadata(test, { type: "title", flags: { config: true } }, {}), "Hello");
  await domains.setMetadata(test, { type: "element", uri, flags: {} }, {});
  await refused(domains.getMetadata(test, { type: "element", uri, flags: {} }, {}), missing);
  assert.deepEqual(told(), ["test metadataChange", "test metadataChange", "test metadataChange"]);
});

Deno.test("a guest sleeps in memory until it is woken, or on disk until it is started", async () => {
  const { parts: { domains }, test, told } = await opened();
  await domains.pmSuspend(test, { target: "mem", duration: 0 }, {});
  assert.equal((await domains.getState(test, {})).state, "pmsuspended");
  await domains.pmWakeup(test, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "running", reason: "wakeup" });
  await domains.pmSuspend(test, { target: "disk", duration: 0 }, {});
  assert.equal(await domains.isActive(test, {}), false);
  assert.deepEqual(told(), [
    "test pmSuspend",
    "test pmsuspended memory",
    "test pmWakeup",
    "test started wakeup",
    "test pmSuspendDisk",
    "test stopped shutdown",
  ]);
});

Deno.test("a guest's processor time follows the clock that was handed in", async () => {
  const { parts: { domains }, test } = await opened({ clock: createManualClock(5) });
  const info = await domains.getInfo(test, {});
  assert.deepEqual(info, { state: "running", maxMemory: 8388608, memory: 2097152, vcpus: 2, cpuTime: 5_000_000 });
});

Deno.test("guests of a file begin as it says, and what is wrong with them is known", async () => {
  const host = new FakeHost({
    files: {
      "/n.xml": "<node xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>" +
        guestXml("asleep", "<test:runstate>3</test:runstate>") +
        guestXml("saved", "<test:runstate>5</test:runstate><test:hasmanagedsave/>") +
        guestXml("brief", "<test:transient/><cpu mode='custom'><model>Deprecated-Test</model></cpu>") + "</node>",
    },
  });
  const { parts: { domains } } = await opened({ uri: "test:///n.xml", host });
  const [asleep, saved, brief] = await domains.list({}, {});
  assert.ok(asleep && saved && brief);
  assert.deepEqual(await domains.getState(asleep, {}), { state: "paused", reason: "unknown" });
  assert.deepEqual(await domains.list({ managedSave: true }, {}), [saved]);
  assert.equal(await domains.isPersistent(brief, {}), false);
  assert.deepEqual(await domains.getMessages(brief, {}, {}), [
    "tainted: use of deprecated configuration settings",
    "deprecated configuration: CPU model Deprecated-Test",
  ]);
});

Deno.test("the same hypervisor gives new guests the same UUIDs in every run", async () => {
  const ids = await Promise.all([1, 2].map(async () => {
    const { parts: { domains } } = await opened();
    return (await domains.define(guestXml("web"), {}, {})).uuid;
  }));
  assert.equal(ids[0], ids[1]);
});
