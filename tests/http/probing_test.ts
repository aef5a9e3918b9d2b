import assert from "node:assert/strict";
import { VirtError } from "../../src/model/error.ts";
import { jsonOf, openDoor, problemIn } from "./door.ts";
import { SlowHypervisor } from "./slow_hypervisor.ts";

const JSON_ONLY = { headers: { accept: "application/json" } };

interface List {
  readonly state: string;
  readonly checkedAt?: string;
  readonly emulators: readonly { readonly path: string; readonly state: string }[];
}

Deno.test("while emulators are probed the host document says what is known and when to ask again", async () => {
  const hypervisor = new SlowHypervisor("/bin/a", "/bin/b");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  hypervisor.finish("/bin/a");
  const asked = door.app.request("/v1/capabilities");
  await until(() => door.host.clock.waiting === 2);
  await door.host.clock.advance(250);
  const response = await asked;
  assert.equal(response.headers.get("retry-after"), "1");
  const problem = await problemIn(response, 503);
  assert.equal(problem.state, "probing");
  assert.deepEqual(problem.emulators, [
    { path: "/bin/a", state: "ready", arch: "i686", version: "1.2.3" },
    { path: "/bin/b", state: "probing" },
  ]);
});

Deno.test("a caller who waits gets the document when the last probe ends", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  const answers = [
    door.app.request("/v1/capabilities?wait=10", JSON_ONLY),
    door.app.request("/v1/capabilities", { headers: { ...JSON_ONLY.headers, prefer: "respond-async, wait=10" } }),
  ];
  await door.host.clock.advance(5_000);
  hypervisor.finish("/bin/a");
  for (const answer of answers) assert.ok((await jsonOf(await answer)).host);
});

Deno.test("a caller who waits is told that it is still probing when the time is over", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  const answer = door.app.request("/v1/capabilities?wait=2");
  await until(() => door.host.clock.waiting === 2);
  await door.host.clock.advance(2_000);
  await problemIn(await answer, 503);
});

Deno.test("domain capabilities of an emulator are given as soon as its own probe has ended", async () => {
  const hypervisor = new SlowHypervisor("/bin/a", "/bin/b");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  hypervisor.finish("/bin/a");
  const known = await jsonOf(await door.app.request("/v1/domain-capabilities?emulator=/bin/a", JSON_ONLY));
  assert.equal(known.path, "/bin/a");
  const unknown = door.app.request("/v1/domain-capabilities?emulator=/bin/b", JSON_ONLY);
  await until(() => door.host.clock.waiting === 3);
  await door.host.clock.advance(250);
  assert.equal((await problemIn(await unknown, 503)).state, "probing");
  assert.equal((await door.agent.watch()).state, "probing");
});

Deno.test("the list of emulators never waits unless it is asked to", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  const before = await jsonOf<List>(await door.app.request("/v1/emulators"));
  assert.equal(before.state, "probing");
  assert.notEqual(before.emulators[0]?.state, "ready");
  hypervisor.finish("/bin/a");
  const after = await jsonOf<List>(await door.app.request("/v1/emulators?wait=5"));
  assert.equal(after.state, "ready");
  assert.equal(after.emulators[0]?.state, "ready");
  assert.ok(after.checkedAt);
});

Deno.test("the program is alive from the start, and ready when everything was looked at", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  assert.equal((await door.app.request("/livez")).status, 200);
  const waiting = await door.app.request("/readyz");
  assert.equal(waiting.status, 503);
  assert.equal(await waiting.text(), "probing slow:///here\n");
  hypervisor.finish("/bin/a");
  await door.agent.settled(1_000);
  assert.equal((await door.app.request("/readyz")).status, 200);
});

Deno.test("what is probed again is answered from before meanwhile", async () => {
  const hypervisor = new SlowHypervisor("/bin/a");
  hypervisor.finish("/bin/a");
  await using door = openDoor({ drivers: [hypervisor.driver] });
  await door.agent.settled(1_000);
  hypervisor.invalidate("/bin/a");
  await jsonOf(await door.app.request("/v1/refresh", { method: "POST" }), 202);
  const response = await door.app.request("/v1/capabilities", JSON_ONLY);
  assert.equal(response.headers.get("innkeeper-state"), "probing");
  assert.ok((await jsonOf(response)).host);
});

Deno.test("a refresh asks for what the body names", async () => {
  const hypervisor = new SlowHypervisor("/bin/a", "/bin/b");
  for (const path of ["/bin/a", "/bin/b"]) hypervisor.finish(path);
  await using door = openDoor({ drivers: [hypervisor.driver] });
  await door.agent.settled(1_000);
  const body = JSON.stringify({ force: true, emulators: ["/bin/b"] });
  const init = { method: "POST", body, headers: { "content-type": "application/json" } };
  const list = await jsonOf<List>(await door.app.request("/v1/refresh?wait=5", init), 202);
  assert.equal(list.state, "ready");
  const { force, emulators } = hypervisor.asked.at(-1) ?? {};
  assert.deepEqual({ force, emulators }, { force: true, emulators: ["/bin/b"] });
});

Deno.test("an error that nobody foresaw is logged, and tells the caller nothing of our insides", async () => {
  const hypervisor = new SlowHypervisor();
  await using door = openDoor({ drivers: [hypervisor.driver] });
  hypervisor.trouble = new TypeError("secret.path is undefined");
  const problem = await problemIn(await door.app.request("/v1/capabilities"), 500);
  assert.equal(problem.code, "VIR_ERR_INTERNAL_ERROR");
  assert.ok(!JSON.stringify(problem).includes("stack"));
  assert.ok(door.log.includes("error: Cannot answer a request"));
});

Deno.test("an error of the driver keeps its step and its hint", async () => {
  const hypervisor = new SlowHypervisor();
  await using door = openDoor({ drivers: [hypervisor.driver] });
  hypervisor.trouble = new VirtError("VIR_ERR_OPERATION_TIMEOUT", "no answer", { step: "query-cpus", hint: "Wait" });
  const problem = await problemIn(await door.app.request("/v1/capabilities"), 504);
  assert.deepEqual([problem.step, problem.hint, problem.type], [
    "query-cpus",
    "Wait",
    "urn:libvirt:error:VIR_ERR_OPERATION_TIMEOUT",
  ]);
});

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn++) await new Promise((resolve) => setTimeout(resolve));
  assert.ok(condition(), "it never came about");
}
