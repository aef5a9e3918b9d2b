/**
 * Guests saved, restored and dumped, and the jobs of a script that can be watched and ended.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createManualClock } from "../../../src/drivers/test/mod.ts";
import { guestXml, opened, refused } from "./opened.ts";

Deno.test("a saved guest comes back from its file", async () => {
  const { parts: { domains, domainSave }, test, told } = await opened();
  await domainSave.save(test, { file: "/tmp/image", flags: {} }, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "shutoff", reason: "saved" });
  assert.match(await domainSave.getSaveImageXml("/tmp/image", {}, {}), /<name>test<\/name>/);
  await domainSave.restore({ file: "/tmp/image", flags: {} }, {});
  assert.deepEqual(await domains.getState(test, {}), { state: "running", reason: "restored" });
  assert.deepEqual(told(), ["test stopped saved", "test started restored"]);
  await refused(
    domainSave.restore({ file: "/tmp/image", flags: {} }, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: domain 'test' is already active",
  );
  await refused(
    domainSave.restore({ file: "/tmp/nothing", flags: {} }, {}),
    "VIR_ERR_SYSTEM_ERROR: cannot read domain image '/tmp/nothing': No such file or directory",
  );
});

Deno.test("a managed save is known until the guest starts, and keeps it from being undefined", async () => {
  const { parts: { domains, domainSave }, test } = await opened();
  await domainSave.managedSave(test, {}, {});
  assert.equal(await domainSave.hasManagedSave(test, {}), true);
  await refused(
    domains.undefine(test, {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: Refusing to undefine while domain managed save image exists",
  );
  await domains.create(test, {}, {});
  assert.equal(await domainSave.hasManagedSave(test, {}), false);
  const brief = await domains.createXml(guestXml("brief"), {}, {});
  await refused(
    domainSave.managedSave(brief, {}, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: cannot do managed save for transient domain",
  );
});

Deno.test("a dump is written, and ends the guest where it is asked to", async () => {
  const { parts: { domains, domainSave }, test, told, host } = await opened();
  await domainSave.coreDump(test, { file: "/tmp/core", format: "raw", flags: { crash: true } }, {});
  assert.equal(await host.files.readText("/tmp/core"), "TestGuestMagic\0");
  assert.deepEqual(await domains.getState(test, {}), { state: "shutoff", reason: "crashed" });
  assert.deepEqual(told(), ["test stopped crashed"]);
});

Deno.test("a job that takes long can be watched, keeps nobody from reading, and is told when it is done", async () => {
  const clock = createManualClock();
  const { parts: { domains, domainSave }, test, told } = await opened({
    clock,
    script: [{ call: "virDomainSave", jobMs: 4000 }],
  });
  const saved = domainSave.save(test, { file: "/tmp/image", flags: {} }, {});
  await clock.advance(1000);
  const { type, stats } = await domainSave.getJobStats(test, {}, {});
  const bytes = 8388608 * 1024;
  assert.equal(type, "bounded");
  assert.deepEqual([stats.operation, stats.time_elapsed, stats.time_remaining], [2, 1000, 3000]);
  assert.deepEqual([stats.data_total, stats.data_remaining], [bytes, bytes * 0.75]);
  assert.equal((await domains.getState(test, {})).state, "running");
  await clock.advance(3000);
  await saved;
  assert.deepEqual(told(), ["test stopped saved", "test jobCompleted"]);
  assert.equal((await domainSave.getJobStats(test, { completed: true, keepCompleted: true }, {})).type, "completed");
  assert.equal((await domainSave.getJobStats(test, { completed: true }, {})).stats.success, true);
  assert.equal((await domainSave.getJobStats(test, { completed: true }, {})).type, "none");
});

Deno.test("an aborted job leaves the guest as it was", async () => {
  const clock = createManualClock();
  const { parts: { domains, domainSave }, test, told } = await opened({
    clock,
    script: [{ call: "virDomainManagedSave", jobMs: 4000 }],
  });
  await refused(
    domainSave.abortJob(test, {}),
    "VIR_ERR_OPERATION_INVALID: Requested operation is not valid: no job is active on the domain",
  );
  const saved = domainSave.managedSave(test, {}, {});
  await clock.advance(1000);
  await domainSave.abortJob(test, {});
  await refused(saved, "VIR_ERR_OPERATION_ABORTED: operation aborted: domain save job: canceled by client");
  assert.equal((await domains.getState(test, {})).state, "running");
  assert.deepEqual(await domainSave.getJobStats(test, {}, {}), { type: "none", stats: {} });
  assert.deepEqual(told(), ["test jobCompleted"]);
});

Deno.test("who wants to change a guest waits for its job, but not for ever", async () => {
  const clock = createManualClock();
  const { parts: { domains, domainSave }, test } = await opened({
    clock,
    script: [{ call: "virDomainCoreDump", jobMs: 60_000 }],
  });
  const dumped = domainSave.coreDump(test, { file: "/tmp/core", format: "raw", flags: {} }, {});
  await clock.advance(0);
  const impatient = domains.suspend(test, {});
  await clock.advance(30_000);
  await refused(
    impatient,
    "VIR_ERR_OPERATION_TIMEOUT: Timed out during operation: cannot acquire state change lock",
  );
  const patient = domains.suspend(test, {});
  await clock.advance(30_000);
  await Promise.all([dumped, patient]);
  assert.equal((await domains.getState(test, {})).state, "paused");
});

Deno.test("ending a guest ends its job", async () => {
  const clock = createManualClock();
  const { parts: { domains, domainSave }, test } = await opened({
    clock,
    script: [{ call: "virDomainSave", jobMs: 4000 }],
  });
  const saved = domainSave.save(test, { file: "/tmp/image", flags: {} }, {});
  await clock.advance(1);
  await domains.destroy(test, {}, {});
  await refused(saved, "VIR_ERR_OPERATION_ABORTED: operation aborted: domain save job: canceled by client");
  assert.deepEqual(await domains.getState(test, {}), { state: "shutoff", reason: "destroyed" });
});
