/**
 * Snapshots, checkpoints and backups.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createManualClock } from "../../../src/drivers/test/mod.ts";
import type { DomainSnapshotRef } from "../../../src/model/object_refs.ts";
import { FakeHost } from "../../fakes/fake_host.ts";
import { guestXml, opened, refused } from "./opened.ts";

function named(name: string): string {
  return `<domainsnapshot><name>${name}</name></domainsnapshot>`;
}

Deno.test("snapshots follow each other, and the last one is the current", async () => {
  const { parts: { domains, snapshots }, test } = await opened({ clock: createManualClock(7000) });
  const first = await snapshots.create(test, "<domainsnapshot/>", {}, {});
  assert.equal(first.name, "7", "one without a name is called after its second");
  const second = await snapshots.create(test, named("b"), {}, {});
  const names = (refs: readonly DomainSnapshotRef[]): string => refs.map(({ name }) => name).join();
  assert.equal(names(await snapshots.list(test, {}, {})), "7,b");
  assert.equal(names(await snapshots.list(test, { roots: true }, {})), "7");
  assert.equal(names(await snapshots.list(test, { leaves: true }, {})), "b");
  assert.equal(names(await snapshots.list(test, { inactive: true }, {})), "");
  assert.equal(names(await snapshots.listChildren(first, {}, {})), "b");
  assert.deepEqual(await snapshots.getParent(second, {}), first);
  assert.deepEqual(await snapshots.getCurrent(test, {}), second);
  assert.deepEqual([await snapshots.isCurrent(first, {}), await snapshots.hasMetadata(first, {})], [false, true]);
  const xml = await snapshots.getXml(second, {}, {});
  assert.match(xml, /<name>b<\/name>\s*<state>running<\/state>\s*<parent>\s*<name>7<\/name>/);
  assert.match(xml, /<memory snapshot='internal'\/>\s*<disks>\s*<disk name='vda' snapshot='internal'\/>/);
  assert.match(xml, /<domain type='test'>\s*<name>test<\/name>/);
  assert.deepEqual(await domains.list({ hasSnapshot: true }, {}), [test]);
});

Deno.test("going back to a snapshot brings the definition and the state back, and is told", async () => {
  const { parts: { domains, domainDevices, snapshots }, test, told } = await opened();
  await domains.suspend(test, {});
  const ref = await snapshots.create(test, named("a"), {}, {});
  await domainDevices.setMemory(test, 1024, {}, {});
  await domains.destroy(test, {}, {});
  told();
  await snapshots.revert(ref, {}, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "paused", reason: "fromSnapshot" });
  assert.equal((await domains.getInfo(test, {})).memory, 2097152);
  await snapshots.revert(ref, { running: true }, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "running", reason: "fromSnapshot" });
  assert.deepEqual(told(), [
    "test started fromSnapshot",
    "test suspended fromSnapshot",
    "test stopped fromSnapshot",
    "test started fromSnapshot",
  ]);
});

Deno.test("going back to a snapshot of a guest that was off stops the guest", async () => {
  const { parts: { domains, snapshots }, test, told } = await opened();
  await domains.destroy(test, {}, {});
  const ref = await snapshots.create(test, named("off"), {}, {});
  await domains.create(test, {}, {});
  told();
  await snapshots.revert(ref, {}, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "shutoff", reason: "fromSnapshot" });
  assert.deepEqual(told(), ["test stopped fromSnapshot"]);
});

Deno.test("a deleted snapshot leaves its children to its parent, unless they go with it", async () => {
  const { parts: { snapshots }, test } = await opened();
  const refs: DomainSnapshotRef[] = [];
  for (const name of ["a", "b", "c"]) refs.push(await snapshots.create(test, named(name), {}, {}));
  const [a, b, c] = refs;
  assert.ok(a && b && c);
  await snapshots.delete(b, {}, {});
  assert.deepEqual(await snapshots.getParent(c, {}), a);
  await snapshots.delete(a, { childrenOnly: true }, {});
  assert.deepEqual(await snapshots.getCurrent(test, {}), a);
  await snapshots.delete(a, { children: true }, {});
  await refused(
    snapshots.getCurrent(test, {}),
    "VIR_ERR_NO_DOMAIN_SNAPSHOT: Domain snapshot not found: the domain does not have a current snapshot",
  );
  await refused(
    snapshots.lookupByName(test, "a", {}),
    "VIR_ERR_NO_DOMAIN_SNAPSHOT: Domain snapshot not found: no domain snapshot with matching name 'a'",
  );
});

Deno.test("what is known of a snapshot can be said again, where it fits", async () => {
  const { parts: { snapshots }, test } = await opened();
  const ref = await snapshots.create(test, named("a"), {}, {});
  const xml = await snapshots.getXml(ref, {}, {});
  await snapshots.create(test, xml.replace("<state>", "<description>d</description><state>"), { redefine: true }, {});
  assert.match(await snapshots.getXml(ref, {}, {}), /<description>d<\/description>/);
  const again = (changed: string): Promise<unknown> => snapshots.create(test, changed, { redefine: true }, {});
  await refused(
    again(xml.replace("running", "shutoff").replace("internal'/>", "no'/>")),
    "VIR_ERR_INVALID_ARG: invalid argument: cannot change between online and offline snapshot state in snapshot a",
  );
  await refused(
    again(xml.replace("<creationTime>", "<parent><name>x</name></parent><creationTime>")),
    "VIR_ERR_INVALID_ARG: invalid argument: parent x for moment a not found",
  );
  await refused(
    snapshots.create(test, named("a"), {}, {}),
    "VIR_ERR_OPERATION_FAILED: operation failed: domain moment a already exists",
  );
});

Deno.test("guests of a file have the snapshots it says", async () => {
  const moment = (name: string, active: number, parent = ""): string =>
    `<test:domainsnapshot><name>${name}</name>${parent}<creationTime>1</creationTime>` +
    `<state>shutoff</state><active>${active}</active></test:domainsnapshot>`;
  const inside = moment("child", 1, "<parent><name>first</name></parent>") + moment("first", 0);
  const host = new FakeHost({
    files: {
      "/n.xml": "<node xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>" + guestXml("a", inside) + "</node>",
    },
  });
  const { parts: { snapshots }, test } = await opened({ uri: "test:///n.xml", host });
  const current = await snapshots.getCurrent(test, {});
  assert.equal(current.name, "child");
  assert.equal((await snapshots.getParent(current, {})).name, "first");
});

Deno.test("checkpoints follow each other, know their disks, and go with no snapshot", async () => {
  const { parts: { checkpoints, snapshots }, test } = await opened({ clock: createManualClock(9000) });
  const first = await checkpoints.create(test, "<domaincheckpoint/>", {}, {});
  const second = await checkpoints.create(test, "<domaincheckpoint><name>b</name></domaincheckpoint>", {}, {});
  assert.deepEqual((await checkpoints.list(test, {}, {})).map(({ name }) => name), ["9", "b"]);
  assert.deepEqual(await checkpoints.getParent(second, {}), first);
  const xml = await checkpoints.getXml(second, { noDomain: true, size: true }, {});
  assert.match(xml, /<disk name='vda' checkpoint='bitmap' bitmap='b' size='1024'\/>/);
  assert.doesNotMatch(xml, /<domain /);
  await refused(
    snapshots.create(test, named("a"), {}, {}),
    "VIR_ERR_OPERATION_UNSUPPORTED: Operation not supported: cannot create snapshot while checkpoint exists",
  );
  await checkpoints.delete(first, {}, {});
  await refused(
    checkpoints.getParent(second, {}),
    "VIR_ERR_NO_DOMAIN_CHECKPOINT: Domain checkpoint not found: checkpoint 'b' does not have a parent",
  );
});

Deno.test("a backup is a job of its own, which can be looked at and ended", async () => {
  const clock = createManualClock();
  const { parts: { checkpoints, domainSave }, test, told } = await opened({
    clock,
    script: [{ call: "virDomainBackupBegin", jobMs: 1000 }],
  });
  await refused(
    checkpoints.getBackupXml(test, {}),
    "VIR_ERR_NO_DOMAIN_BACKUP: Domain backup job id not found: no domain backup job present",
  );
  await checkpoints.beginBackup(test, { xml: "<domainbackup/>", flags: {} }, {});
  await clock.advance(500);
  assert.match(await checkpoints.getBackupXml(test, {}), /<disk name='vda' backup='yes' type='file' backupmode='full'/);
  const { type, stats } = await domainSave.getJobStats(test, {}, {});
  assert.deepEqual([type, stats.operation, stats.disk_remaining], ["bounded", 9, Number(stats.disk_total) / 2]);
  await clock.advance(500);
  assert.deepEqual(told(), ["test jobCompleted"]);
  const pull = "<domainbackup mode='pull'><server name='localhost' port='1'/></domainbackup>";
  await checkpoints.beginBackup(test, { xml: pull, flags: {} }, {});
  await clock.advance(100_000);
  assert.equal((await domainSave.getJobStats(test, {}, {})).type, "unbounded");
  await domainSave.abortJob(test, {});
  await clock.advance(0);
  assert.equal((await domainSave.getJobStats(test, { completed: true }, {})).type, "cancelled");
});
