/**
 * Jobs on disks, and devices plugged in and pulled out.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createManualClock } from "../../../src/drivers/test/mod.ts";
import { opened, refused } from "./opened.ts";

Deno.test("a pull goes on for its time, can be watched and slowed, and is told by source and by target", async () => {
  const clock = createManualClock();
  const { parts: { domainBlock }, test, told } = await opened({
    clock,
    script: [{ call: "virDomainBlockPull", jobMs: 1000 }],
  });
  assert.equal(await domainBlock.getJobInfo(test, "vda", {}), undefined);
  await domainBlock.pull(test, "vda", { bandwidth: 0, flags: {} }, {});
  await clock.advance(250);
  await domainBlock.setJobSpeed(test, "vda", { bandwidth: 5 }, {});
  const info = await domainBlock.getJobInfo(test, "/guest/diskimage1", {});
  assert.deepEqual([info?.type, info?.bandwidth, Number(info?.current) * 4], ["pull", 5, info?.end]);
  await refused(
    domainBlock.commit(test, "vda", { bandwidth: 0, flags: {} }, {}),
    "VIR_ERR_OPERATION_UNSUPPORTED: Operation not supported: disk 'vda' already in active block job",
  );
  await clock.advance(750);
  assert.equal(await domainBlock.getJobInfo(test, "vda", {}), undefined);
  assert.deepEqual(told(), ["test blockJob", "test blockJob2"]);
});

Deno.test("a copy waits to be pivoted to, and is in the document while it does", async () => {
  const { parts: { domains, domainBlock }, test } = await opened();
  const target = "<disk type='file'><source file='/guest/copy'/><driver name='qemu' type='raw'/></disk>";
  await domainBlock.copy(test, "vda", { target, parameters: {}, flags: {} }, {});
  assert.match(
    await domains.getXml(test, {}, {}),
    /<mirror .*job='copy' ready='yes'>\s*.*\s*<source file='\/guest\/copy'/,
  );
  assert.doesNotMatch(await domains.getXml(test, { inactive: true }, {}), /<mirror/);
  await domainBlock.abortJob(test, "vda", { pivot: true }, {});
  const xml = await domains.getXml(test, {}, {});
  assert.match(xml, /<source file='\/guest\/copy'\/>\s*<target dev='vda' bus='virtio'\/>/);
  assert.doesNotMatch(xml, /<mirror/);
});

Deno.test("a copy that is not ready is not pivoted to; an aborted one is told as canceled", async () => {
  const { parts: { domainBlock }, test } = await opened({
    clock: createManualClock(),
    script: [{ call: "virDomainBlockRebase", jobMs: 1000 }],
  });
  await domainBlock.rebase(test, "vda", { base: "/guest/copy", bandwidth: 0, flags: { copy: true } }, {});
  await refused(
    domainBlock.abortJob(test, "vda", { pivot: true }, {}),
    "VIR_ERR_BLOCK_COPY_ACTIVE: block copy still active: block job 'copy-vda' not ready for pivot yet",
  );
  await domainBlock.abortJob(test, "vda", {}, {});
  await refused(
    domainBlock.abortJob(test, "vda", {}, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: disk vda does not have an active block job",
  );
});

Deno.test("a disk has the size that it was given, and tells of writes beyond a threshold", async () => {
  const { parts: { domainBlock, domainStats }, test, told } = await opened();
  await domainBlock.resize(test, "vda", { size: 10, flags: {} }, {});
  assert.equal((await domainStats.getBlockInfo(test, "vda", {})).capacity, 10240);
  await domainBlock.setThreshold(test, "vda", 1000, {});
  assert.deepEqual(told(), ["test blockThreshold"]);
});

const DISK = "<disk type='file' device='disk'><source file='/guest/two'/><target dev='vdb' bus='virtio'/></disk>";

Deno.test("a disk is plugged into the running guest, changed, and pulled out by what it is called", async () => {
  const { parts: { domains, domainDevices }, test, told } = await opened();
  await domainDevices.attach(test, DISK, { live: true }, {});
  const xml = await domains.getXml(test, {}, {});
  assert.match(xml, /<target dev='vdb' bus='virtio'\/>\s*<alias name='virtio-disk0'\/>/);
  assert.doesNotMatch(await domains.getXml(test, { inactive: true }, {}), /vdb/);
  await refused(
    domainDevices.attach(test, DISK, { live: true }, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: target vdb already exists",
  );
  await domainDevices.update(test, DISK.replace("two", "three"), { live: true }, {});
  assert.match(await domains.getXml(test, {}, {}), /\/guest\/three/);
  await domainDevices.detachAlias(test, "virtio-disk0", { live: true }, {});
  assert.doesNotMatch(await domains.getXml(test, {}, {}), /vdb/);
  assert.deepEqual(told(), ["test deviceAdded", "test deviceRemoved"]);
});

Deno.test("a card is plugged into both definitions, gets an address and a name, and is pulled out by the address", async () => {
  const { parts: { domains, domainDevices, domainStats }, test } = await opened();
  const card = "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>";
  await domainDevices.attach(test, card, { live: true, config: true }, {});
  assert.match(await domains.getXml(test, { inactive: true }, {}), /52:54:00:00:00:01/);
  assert.ok(await domainStats.getInterfaceStats(test, "testnet1", {}));
  await domainDevices.detach(test, card, { live: true, config: true }, {});
  assert.doesNotMatch(await domains.getXml(test, {}, {}), /52:54:00:00:00:01/);
  await refused(
    domainDevices.detach(test, card, { live: true }, {}),
    "VIR_ERR_DEVICE_MISSING: device not found: no device matching MAC address 52:54:00:00:00:01 found",
  );
});

Deno.test("a device that cannot be read changes nothing", async () => {
  const { parts: { domains, domainDevices }, test, told } = await opened();
  const before = await domains.getXml(test, {}, {});
  await assert.rejects(domainDevices.attach(test, "<toaster/>", { live: true }, {}), /unknown device type 'toaster'/);
  await assert.rejects(domainDevices.attach(test, "<disk", { live: true }, {}));
  assert.equal(await domains.getXml(test, {}, {}), before);
  assert.deepEqual(told(), []);
});

Deno.test("closing the hypervisor ends what goes on in its guests", async () => {
  const clock = createManualClock();
  const { parts, test } = await opened({ clock, script: [{ call: "virDomainBlockPull", jobMs: 1000 }] });
  await parts.domainBlock.pull(test, "vda", { bandwidth: 0, flags: {} }, {});
  assert.equal(clock.sleepers, 1);
  await (parts as unknown as AsyncDisposable)[Symbol.asyncDispose]();
  assert.equal(clock.sleepers, 0);
});
