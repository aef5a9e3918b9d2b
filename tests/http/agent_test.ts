/**
 * The agent on a machine in memory.
 *
 * @module
 */

import assert from "node:assert/strict";
import { startAgent } from "../../src/agent/agent.ts";
import type { Driver } from "../../src/drivers/contract.ts";
import { driver as testDriver } from "../../src/drivers/test/mod.ts";
import { FakeHost } from "../fakes/fake_host.ts";
import { SlowHypervisor } from "./slow_hypervisor.ts";

const MINUTE = 60_000;

Deno.test("what is at home is watched, and the stand-in only where nothing is", async () => {
  const here = new SlowHypervisor();
  await using agent = startAgent({ host: new FakeHost(), drivers: [testDriver, here.driver] });
  assert.deepEqual((await agent.watches()).map(({ uri }) => uri), ["slow:///here"]);
  await using alone = startAgent({ host: new FakeHost(), drivers: [testDriver] });
  assert.deepEqual((await alone.watches()).map(({ uri }) => uri), ["test:///default"]);
});

Deno.test("a URI that is configured is the only one watched", async () => {
  const drivers = [new SlowHypervisor().driver, testDriver];
  await using agent = startAgent({ host: new FakeHost(), drivers, uri: "test:///default" });
  assert.deepEqual((await agent.watches()).map(({ uri }) => uri), ["test:///default"]);
});

Deno.test("a hypervisor that cannot be opened is reported, and the others are watched", async () => {
  const broken: Driver = {
    ...new SlowHypervisor().driver,
    id: "xen",
    uriSchemes: ["broken"],
    localUri: () => "broken:///here",
    open: () => Promise.reject(new Error("No privcmd")),
  };
  await using agent = startAgent({ host: new FakeHost(), drivers: [broken, new SlowHypervisor().driver] });
  assert.deepEqual((await agent.watches()).map(({ uri }) => uri), ["slow:///here"]);
  assert.match(agent.problem?.message ?? "", /No privcmd/);
});

Deno.test("a hypervisor that is installed later is found on the clock, and the stand-in makes room for it", async () => {
  const host = new FakeHost();
  const hypervisor = new SlowHypervisor();
  let state: "absent" | "healthy" = "absent";
  const detect: Driver["detect"] = () =>
    Promise.resolve(state === "absent" ? { state, reason: "not installed" } : { state });
  const drivers = [{ ...hypervisor.driver, detect }, testDriver];
  await using agent = startAgent({ host, drivers, revalidateMs: MINUTE });
  const [standIn] = await agent.watches();
  assert.equal(standIn?.uri, "test:///default");
  state = "healthy";
  await host.clock.advance(MINUTE);
  assert.deepEqual((await agent.watches()).map(({ uri }) => uri), ["slow:///here"]);
  assert.throws(() => standIn.connection.getUri(), /invalid connection/);
});

Deno.test("an agent with nothing to watch never becomes ready, and says why", async () => {
  await using agent = startAgent({ host: new FakeHost(), drivers: [testDriver], uri: "nosuch:///x" });
  assert.equal(await agent.settled(0), false);
  await assert.rejects(agent.watch(), /no connection driver available/);
});

Deno.test("a start where all is valid probes nothing", async () => {
  const hypervisor = new SlowHypervisor();
  await using agent = startAgent({ host: new FakeHost(), drivers: [hypervisor.driver] });
  assert.equal(await agent.settled(0), true);
  assert.deepEqual(hypervisor.asked, []);
});

Deno.test("what is no longer valid is found on the clock and probed again", async () => {
  const host = new FakeHost();
  const hypervisor = new SlowHypervisor("/bin/a");
  hypervisor.finish("/bin/a");
  await using agent = startAgent({ host, drivers: [hypervisor.driver], revalidateMs: MINUTE });
  assert.equal(await agent.settled(1_000), true);
  await host.clock.advance(MINUTE);
  assert.equal(hypervisor.asked.length, 1, "nothing changed, so nothing is probed");
  hypervisor.invalidate("/bin/a");
  hypervisor.finish("/bin/a", { version: "2.0.0" });
  await host.clock.advance(MINUTE);
  const watch = await agent.watch();
  await watch.idle(1_000);
  assert.equal(hypervisor.asked.length, 2);
  assert.equal((await watch.emulators())[0]?.version, "2.0.0");
});

Deno.test("a failed emulator is tried again when its wait is over, and not before", async () => {
  const host = new FakeHost();
  const hypervisor = new SlowHypervisor("/bin/a");
  const retryAt = new Date(host.clock.now() + 3 * MINUTE).toISOString();
  hypervisor.finish("/bin/a", { state: "failed", retryAt });
  await using agent = startAgent({ host, drivers: [hypervisor.driver], revalidateMs: MINUTE });
  await agent.settled(1_000);
  await host.clock.advance(2 * MINUTE);
  assert.equal(hypervisor.asked.length, 1);
  await host.clock.advance(MINUTE);
  assert.equal(hypervisor.asked.length, 2);
});

Deno.test("stopping ends the probe that runs, closes the hypervisor, and stopping again does nothing", async () => {
  const host = new FakeHost();
  const hypervisor = new SlowHypervisor("/bin/a");
  const agent = startAgent({ host, drivers: [hypervisor.driver] });
  await agent.settled(0);
  await agent.stop();
  await agent.stop();
  assert.equal(hypervisor.closed, 1);
  assert.equal(hypervisor.asked[0]?.signal?.aborted, true);
  assert.equal(host.clock.waiting, 0);
});

Deno.test("a second refresh waits for the first", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  await using agent = startAgent({ host: new FakeHost(), drivers: [hypervisor.driver] });
  await agent.settled(0);
  await agent.refresh({ force: true });
  assert.equal(hypervisor.asked.length, 1);
  hypervisor.finish("/bin/a");
  await (await agent.watch()).idle(1_000);
  assert.deepEqual(hypervisor.asked.map(({ force }) => force ?? false), [false, true]);
});

Deno.test("an agent that has nothing to do gives its memory back, and not again at once", async () => {
  const host = new FakeHost();
  await using agent = startAgent({ host, drivers: [testDriver], revalidateMs: 0 });
  await agent.settled(1_000);
  await host.clock.advance(1_400);
  agent.noteWork();
  await host.clock.advance(1_400);
  assert.equal(host.native.released, 0, "it was at work");
  await host.clock.advance(1_000);
  const once = host.native.released;
  assert.ok(once > 0);
  agent.noteWork();
  await host.clock.advance(20_000);
  assert.equal(host.native.released, once, "it was done a moment ago");
  await host.clock.advance(20_000);
  assert.ok(host.native.released > once);
});

Deno.test("memory is not given back in the middle of a probe, but soon after it", async () => {
  const host = new FakeHost();
  const hypervisor = new SlowHypervisor("/bin/a");
  await using agent = startAgent({ host, drivers: [hypervisor.driver], revalidateMs: 0 });
  await agent.watches();
  agent.noteWork();
  await host.clock.advance(5_000);
  assert.equal(host.native.released, 0);
  hypervisor.finish("/bin/a");
  await (await agent.watch()).idle(1_000);
  await host.clock.advance(2_000);
  assert.ok(host.native.released > 0);
});
