import assert from "node:assert/strict";
import { CALLS } from "../../src/api/call_facts.ts";
import type { ApiName } from "../../src/model/api_permissions.ts";
import { VirtError } from "../../src/model/error.ts";
import { handlers } from "../../src/rpc/handlers/mod.ts";
import { functionName, type ProcedureName, procedures } from "../../src/wire/libvirt/mod.ts";
import { diceOf, randomValue } from "../fuzz/random_value.ts";
import { openDoor } from "./door.ts";

const names = Object.keys(handlers) as ProcedureName[];

Deno.test("every procedure with a handler stands for a function that permissions are known of", () => {
  const unknown = names.filter((name) => !name.startsWith("AUTH_")).filter((name) => {
    const called = functionName(name);
    return called === undefined || !Object.hasOwn(CALLS, called);
  });
  assert.deepEqual(unknown, []);
  assert.ok(names.length > 300, `${names.length} handlers`);
});

for (const [how, options] of [["its flag", { flags: 1 }], ["its socket", { readOnly: true }]] as const) {
  Deno.test(`a connection that may only read, by ${how}, is refused everything that writes`, async () => {
    await using opened = await openDoor(options);
    const dice = diceOf(20260501);
    let refused = 0;
    for (const name of names) {
      const called = functionName(name);
      if (called === undefined || !CALLS[called as ApiName].writes) continue;
      const args = randomValue(procedures[name].arguments, dice);
      const error = await opened.client.call(name, args as never).then(() => undefined, (thrown) => thrown);
      assert.ok(error instanceof VirtError, `${name} was not refused`);
      assert.equal(error.message, `operation forbidden: read only access prevents ${called}`, name);
      refused++;
    }
    assert.ok(refused > 120, `${refused} refused`);
  });
}

Deno.test("a reader may not ask for what is secret, and may ask for the rest", async () => {
  await using opened = await openDoor({ flags: 1 });
  const { domains } = await opened.client.call("CONNECT_LIST_ALL_DOMAINS", { need_results: 1, flags: 0 });
  const dom = domains[0]!;
  await assert.rejects(opened.client.call("DOMAIN_GET_XML_DESC", { dom, flags: 1 }), (error) => {
    return error instanceof VirtError && error.code === "VIR_ERR_OPERATION_DENIED";
  });
  assert.equal((await opened.client.call("DOMAIN_GET_STATE", { dom, flags: 0 })).state, 1);
});

Deno.test("whatever arguments a client makes up, it is answered, and stays", async () => {
  await using opened = await openDoor();
  const dice = diceOf(7);
  const kept = new Set<ProcedureName>(["CONNECT_CLOSE"]);
  for (const name of names) {
    if (kept.has(name)) continue;
    for (let round = 0; round < 3; round++) {
      const args = randomValue(procedures[name].arguments, dice);
      await opened.client.call(name, args as never).catch((error) => {
        assert.ok(error instanceof VirtError, `${name}: ${error}`);
        assert.notEqual(error.message, "the server closed the connection", name);
      });
    }
  }
  assert.deepEqual(await opened.client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
  const unforeseen = opened.door.logged.filter((line) => line.startsWith("A call failed in an unforeseen way"));
  assert.deepEqual(unforeseen, []);
});
