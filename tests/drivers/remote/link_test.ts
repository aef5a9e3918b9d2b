import assert from "node:assert/strict";
import { openWith } from "../../../src/api/open.ts";
import type { Connection } from "../../../src/api/connection.ts";
import { driver } from "../../../src/drivers/remote/mod.ts";
import { VirtError } from "../../../src/model/error.ts";
import { FakeHost } from "../../fakes/fake_host.ts";
import { type FakeAnswers, FakeLibvirt } from "../../fakes/fake_libvirt.ts";

const URI = "test+unix:///default?socket=/run/server";
const GUEST = { name: "a", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: 1 };

interface Meeting {
  readonly host: FakeHost;
  readonly server: FakeLibvirt;
  readonly connection: Connection;
}

async function meet(answers: FakeAnswers = {}): Promise<Meeting> {
  const host = new FakeHost();
  const server = new FakeLibvirt(answers);
  host.net.listen("/run/server", server.serve);
  return { host, server, connection: await openWith(URI, { host, drivers: [driver] }) };
}

function isCode(code: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof VirtError, String(error));
    assert.equal(error.code, code);
    return true;
  };
}

Deno.test("a server's answers and errors come back as its own", async () => {
  const { connection } = await meet({
    DOMAIN_LOOKUP_BY_NAME({ name }) {
      if (name === "a") return { dom: GUEST };
      throw new VirtError("VIR_ERR_NO_DOMAIN", `no domain with matching name '${name}'`, { domain: "VIR_FROM_TEST" });
    },
  });
  await using _ = connection;
  assert.deepEqual((await connection.domains.lookupByName("a")).reference, GUEST);
  await assert.rejects(() => connection.domains.lookupByName("b"), isCode("VIR_ERR_NO_DOMAIN"));
});

Deno.test("what a server does not know is not supported", async () => {
  const { connection } = await meet();
  await using _ = connection;
  await assert.rejects(() => connection.host.getFreeMemory(), isCode("VIR_ERR_NO_SUPPORT"));
});

Deno.test("a call fails when the server goes away, and the next one reaches the server that came back", async () => {
  const answer = Promise.withResolvers<{ hostname: string }>();
  const { host, server, connection } = await meet({ CONNECT_GET_HOSTNAME: () => answer.promise });
  await using _ = connection;
  const asked = connection.host.getHostname();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await server.drop();
  await assert.rejects(() => asked, isCode("VIR_ERR_RPC"));
  host.net.listen("/run/server", new FakeLibvirt({ CONNECT_GET_HOSTNAME: () => ({ hostname: "back" }) }).serve);
  assert.equal(await connection.host.getHostname(), "back");
  answer.resolve({ hostname: "late" });
});

Deno.test("who listens is told of events, and that some may be missing after a broken link", async () => {
  const { host, server, connection } = await meet();
  await using _ = connection;
  const seen: unknown[] = [];
  const log = connection.events({ signal: AbortSignal.timeout(5_000) })[Symbol.asyncIterator]();
  const next = log.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await server.tell("DOMAIN_EVENT_CALLBACK_LIFECYCLE", { callbackID: 0, msg: { dom: GUEST, event: 2, detail: 0 } });
  seen.push((await next).value);
  const back = new FakeLibvirt();
  host.net.listen("/run/server", back.serve);
  await server.drop();
  seen.push((await log.next()).value);
  await log.return?.(undefined);
  const text = JSON.stringify(seen);
  assert.match(text, /"change":"started","detail":"booted"/);
  assert.match(text, /"kind":"gap"/);
});

Deno.test("nobody listening there is an error that names the place and what to do", async () => {
  const host = new FakeHost();
  await assert.rejects(() => openWith(URI, { host, drivers: [driver] }), (error) => {
    assert.ok(error instanceof VirtError);
    assert.match(error.message, /\/run\/server/);
    assert.ok(error.hint);
    return true;
  });
});
