/**
 * Numbers about guests.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createManualClock } from "../../../src/drivers/test/mod.ts";
import { guestXml, opened, refused } from "./opened.ts";

Deno.test("without groups the state is told, as libvirt's test hypervisor does", async () => {
  const { parts: { domainStats }, test } = await opened();
  assert.deepEqual(await domainStats.getAllStats({ domains: [], groups: {}, flags: {} }, {}), [
    { domain: test, stats: { "state.state": 1, "state.reason": 0 } },
  ]);
});

Deno.test("every group that is asked for is told", async () => {
  const { parts: { domainStats } } = await opened({ clock: createManualClock(3_000_000) });
  const groups = { cpuTotal: true, balloon: true, vcpu: true, block: true, dirtyRate: true, interface: true } as const;
  const [record] = await domainStats.getAllStats({ domains: [], groups, flags: {} }, {});
  const stats = record?.stats ?? {};
  assert.equal(stats["cpu.time"], 48772617035);
  assert.equal(stats["balloon.maximum"], 8388608);
  assert.equal(stats["balloon.last-update"], 627319920);
  assert.equal(stats["vcpu.1.time"], 300_000_000);
  assert.equal(stats["block.0.name"], "vda");
  assert.equal(stats["block.0.path"], "/guest/diskimage1");
  assert.equal(stats["net.count"], 1);
  assert.equal(stats["dirtyrate.calc_status"], 0);
});

Deno.test("a group that is not there is refused where it is insisted on", async () => {
  const { parts: { domainStats } } = await opened();
  await refused(
    domainStats.getAllStats({ domains: [], groups: { memory: true }, flags: { enforceStats: true } }, {}),
    "VIR_ERR_ARGUMENT_UNSUPPORTED: argument unsupported: Stats types bits 0x100 are not supported by this daemon",
  );
});

Deno.test("a thousand guests are listed and counted in no time", async () => {
  const { parts: { domains, domainStats } } = await opened();
  for (let at = 0; at < 1000; at++) await domains.createXml(guestXml(`guest${at}`), {}, {});
  const start = performance.now();
  assert.equal((await domains.list({ active: true }, {})).length, 1001);
  const groups = { state: true, vcpu: true, block: true, balloon: true } as const;
  assert.equal((await domainStats.getAllStats({ domains: [], groups, flags: {} }, {})).length, 1001);
  const all = await domains.list({}, {});
  for (const { name } of all) await domains.lookupByName(name, {});
  const elapsed = performance.now() - start;
  assert.ok(elapsed < 500, `took ${elapsed} ms`);
});

Deno.test("the dirty rate is measured for as long as was asked", async () => {
  const clock = createManualClock(10_000);
  const { parts: { domainStats }, test } = await opened({ clock });
  const status = async (): Promise<unknown> =>
    (await domainStats.getAllStats({ domains: [], groups: { dirtyRate: true }, flags: {} }, {}))[0]
      ?.stats["dirtyrate.calc_status"];
  await domainStats.startDirtyRateCalc(test, 2, "dirty-ring", {});
  assert.equal(await status(), 1);
  await clock.advance(2000);
  assert.equal(await status(), 2);
});

Deno.test("disks and interfaces are named as libvirt names them", async () => {
  const { parts: { domainStats }, test } = await opened();
  assert.equal((await domainStats.getBlockInfo(test, "vda", {})).capacity, 1099506450432);
  assert.equal((await domainStats.getBlockInfo(test, "/guest/diskimage1", {})).capacity, 1099506450432);
  assert.ok((await domainStats.getInterfaceStats(test, "AA:BB:CC:DD:EE:FF", {})).rxBytes);
  await refused(domainStats.getBlockStats(test, "vdz", {}), "VIR_ERR_INVALID_ARG: invalid argument: invalid path: vdz");
  await refused(
    domainStats.getInterfaceStats(test, "x", {}),
    "VIR_ERR_INVALID_ARG: invalid argument: 'x' is not a known interface",
  );
});

Deno.test("memory and disks are peeked at; a byte is the lowest of its address", async () => {
  const { parts: { domainStats }, test } = await opened();
  const bytes = await domainStats.peekMemory(test, { offset: 254, size: 4, space: "physical" }, {});
  assert.deepEqual([...bytes], [254, 255, 0, 1]);
  await assert.rejects(domainStats.peekBlock(test, "vda", { offset: 0, size: 2 ** 30 }, {}), /larger than/);
});

Deno.test("processor time is told in all, or for each processor of the machine", async () => {
  const { parts: { domainStats }, test } = await opened();
  const { records, cpuCount } = await domainStats.getCpuStats(test, { start: 1, count: 5 }, {});
  assert.deepEqual([cpuCount, records.length], [2, 1]);
  assert.equal((await domainStats.getCpuStats(test, { count: 1 }, {})).records[0]?.cpu_time, 48772617035);
  await refused(
    domainStats.getCpuStats(test, { start: 2, count: 1 }, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: start_cpu 2 larger than maximum of 1",
  );
});
