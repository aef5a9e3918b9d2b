/**
 * Who may do what: one policy for every call.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { AccessRequest } from "../../src/api/access.ts";
import { Connection } from "../../src/api/connection.ts";
import { fakeDriver, uuidOf } from "../fakes/fake_driver.ts";
import { rejectsWith } from "./rejects.ts";

const WEB = { name: "web", uuid: uuidOf(1), id: 1 };

function connectWith(access: (request: AccessRequest) => boolean | Promise<boolean>) {
  const fake = fakeDriver({ domainDevices: { attach: () => Promise.resolve() } });
  const identity = { "unix-user-name": "ada" };
  return { fake, connection: new Connection(fake.connection, { access, identity }) };
}

Deno.test("the policy is told who calls what on which object, and a denial has libvirt's words", async () => {
  const asked: AccessRequest[] = [];
  const { fake, connection } = connectWith((request) => {
    asked.push(request);
    return false;
  });
  const error = await rejectsWith("VIR_ERR_ACCESS_DENIED", () => connection.domains.from(WEB).destroy());
  assert.equal(error.message, "access denied: 'TEST' denied access");
  assert.equal(error.domain, "VIR_FROM_ACCESS");
  assert.deepEqual(asked, [{
    identity: { "unix-user-name": "ada" },
    driver: "TEST",
    call: "virDomainDestroy",
    permission: "domain.stop",
    target: WEB,
  }]);
  assert.deepEqual(fake.calls, []);
});

Deno.test("a policy that fails denies, whether it throws or rejects", async () => {
  for (const access of [() => Promise.reject(new Error("Broken")), () => assert.fail("broken")]) {
    const { connection } = connectWith(access);
    await rejectsWith("VIR_ERR_ACCESS_DENIED", () => connection.domains.from(WEB).getInfo());
  }
});

Deno.test("lists leave out what may not be seen, and lookups do not give it", async () => {
  const { connection } = connectWith(({ permission, target }) =>
    permission !== "domain.getattr" || target?.name === "web"
  );
  assert.deepEqual((await connection.domains.list()).map(({ name }) => name), ["web"]);
  assert.equal((await connection.domains.lookupByName("web")).name, "web");
  await rejectsWith("VIR_ERR_ACCESS_DENIED", () => connection.domains.lookupByName("db"));
});

Deno.test("what flags ask for is asked for, and nothing else", async () => {
  const asked: string[] = [];
  const { connection } = connectWith(({ permission }) => {
    asked.push(permission);
    return Promise.resolve(true);
  });
  const web = connection.domains.from(WEB);
  const asking = async (act: () => Promise<unknown>): Promise<string[]> => {
    await act();
    return asked.splice(0);
  };
  assert.deepEqual(await asking(() => web.getXml()), ["domain.read"]);
  assert.deepEqual(await asking(() => web.getXml({ secure: true })), ["domain.read", "domain.read-secure"]);
  assert.deepEqual(await asking(() => web.devices.attach("<disk/>", { live: true })), ["domain.write"]);
  for (const flags of [{}, { config: true }, { live: true, config: true }]) {
    assert.deepEqual(await asking(() => web.devices.attach("<disk/>", flags)), ["domain.write", "domain.save"]);
  }
});

Deno.test("what is not there yet is known by what its configuration calls it", async () => {
  const seen: unknown[] = [];
  const { connection } = connectWith(({ target }) => {
    seen.push(target);
    return true;
  });
  await connection.domains.createXml(`<!-- <a> --><domain><name>new</name><uuid>${uuidOf(9)}</uuid></domain>`);
  await connection.domains.createXml("<domain><name>a</name><name>b</name></domain>");
  const named = { name: "new", uuid: uuidOf(9) };
  assert.deepEqual(seen, [named, named, undefined, undefined]);
});
