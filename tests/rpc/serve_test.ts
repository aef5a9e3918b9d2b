import assert from "node:assert/strict";
import { openWith } from "../../src/api/open.ts";
import { silentLog } from "../../src/base/log.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import type { Host } from "../../src/host/host.ts";
import { type RpcServer, type ServeOptions, serveRpc } from "../../src/rpc/serve.ts";
import { LibvirtClient } from "../../src/wire/libvirt/client/client.ts";
import { fakeDriver } from "../fakes/fake_driver.ts";

const none = { kind: "none" } as const;

/** A door in a directory of its own. */
async function withDoor(
  options: (folder: string) => Partial<ServeOptions>,
  use: (door: { readonly server: RpcServer; readonly folder: string; readonly warned: string[] }) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-rpc-" });
  const warned: string[] = [];
  const host = denoHost();
  const { driver } = fakeDriver();
  try {
    await using server = await serveRpc({
      host,
      log: { ...silentLog, warn: (text) => void warned.push(text) },
      open: (uri, { readOnly, identity, signal }) =>
        openWith(uri, { drivers: [driver], host, readOnly, identity, signal }),
      ...options(folder),
    });
    await use({ server, folder, warned });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A client of a unix socket that has opened a hypervisor. */
async function connect(path: string): Promise<LibvirtClient> {
  const conn = await Deno.connect({ transport: "unix", path });
  const client = new LibvirtClient({ readable: conn.readable, writable: conn.writable });
  await client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 });
  return client;
}

Deno.test("a socket has the mode that was asked for, serves, and is gone when the door is closed", async () => {
  let path = "";
  await withDoor(
    (folder) => ({ unix: [{ path: path = `${folder}/sock`, mode: 0o660, authentication: none }] }),
    async () => {
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o660);
      await using client = await connect(path);
      assert.deepEqual(await client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
    },
  );
  assert.equal(await Deno.stat(path).catch(() => undefined), undefined);
});

Deno.test("clients of a readers' socket may only read", async () => {
  await withDoor((folder) => ({
    unix: [{ path: `${folder}/ro`, readOnly: true, authentication: none }],
  }), async ({ folder }) => {
    await using client = await connect(`${folder}/ro`);
    await assert.rejects(client.call("DOMAIN_DEFINE_XML", { xml: "<domain/>" }), {
      message: "operation forbidden: read only access prevents virDomainDefineXML",
    });
  });
});

Deno.test("who is at the other end of a unix socket is known: root is asked nothing by polkit", async () => {
  const asked: number[] = [];
  const authentication = {
    kind: "polkit",
    ask: ({ uid }: { uid: number }) => Promise.resolve(void asked.push(uid)),
  } as const;
  await withDoor((folder) => ({ unix: [{ path: `${folder}/sock`, authentication }] }), async ({ folder }) => {
    const conn = await Deno.connect({ transport: "unix", path: `${folder}/sock` });
    await using client = new LibvirtClient({ readable: conn.readable, writable: conn.writable });
    const { types } = await client.call("AUTH_LIST", {});
    if (Deno.uid() === 0) return assert.deepEqual(types, [0]);
    assert.deepEqual(types, [2]);
    await client.call("AUTH_POLKIT", {});
    assert.deepEqual(asked, [Deno.uid()]);
  });
});

Deno.test("where nobody can be known a door that has to know them does not open, and another says so", async () => {
  const host: Host = { ...denoHost(), native: { ...denoHost().native, socketPeer: () => undefined } };
  const polkit = { kind: "polkit", ask: () => Promise.resolve() } as const;
  await assert.rejects(
    withDoor(
      (folder) => ({ host, unix: [{ path: `${folder}/sock`, authentication: polkit }] }),
      () => Promise.resolve(),
    ),
    /^Error: Cannot ask polkit about clients/,
  );
  const lying: Host = { ...host, native: { ...host.native, socketPeer: () => ({ pid: 1, uid: 0, gid: 0 }) } };
  await withDoor(
    (folder) => ({ host: lying, unix: [{ path: `${folder}/sock`, authentication: none }] }),
    ({ warned }) => {
      assert.deepEqual(warned, ["Clients of unix sockets stay unknown: access rests on the modes of the sockets"]);
      return Promise.resolve();
    },
  );
});

Deno.test("more clients than there may be are turned away, until one leaves", async () => {
  await withDoor((folder) => ({
    limits: { clients: 2 },
    unix: [{ path: `${folder}/sock`, authentication: none }],
  }), async ({ folder, server }) => {
    const path = `${folder}/sock`;
    await using _first = await connect(path);
    const second = await connect(path);
    await assert.rejects(connect(path), { code: "VIR_ERR_RPC" });
    await second[Symbol.asyncDispose]();
    while (server.clients > 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await using _third = await connect(path);
  });
});

Deno.test("closing the door ends its clients and closes what they had open", async () => {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-rpc-" });
  try {
    const fake = fakeDriver();
    const host = denoHost();
    const server = await serveRpc({
      host,
      open: (uri) => openWith(uri, { drivers: [fake.driver], host }),
      unix: [{ path: `${folder}/sock`, authentication: none }],
    });
    await using client = await connect(`${folder}/sock`);
    await server.stop();
    await client.closed;
    assert.deepEqual([fake.closed(), server.clients], [true, 0]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("without TLS only loopback is listened on", async () => {
  const tcp = { hostname: "0.0.0.0", port: 0, authentication: none };
  await assert.rejects(withDoor(() => ({ tcp }), () => Promise.resolve()), /only loopback addresses are served so/);
  await withDoor(() => ({ tcp: { ...tcp, hostname: "127.0.0.1" } }), async ({ server }) => {
    const port = Number(/^127\.0\.0\.1:(\d+)$/.exec(server.places[0]!)?.[1]);
    const conn = await Deno.connect({ hostname: "127.0.0.1", port });
    await using client = new LibvirtClient({ readable: conn.readable, writable: conn.writable });
    await client.call("CONNECT_OPEN", { name: "test:///default", flags: 0 });
    // What goes over TCP can be read by others.
    assert.deepEqual(await client.call("CONNECT_IS_SECURE", {}), { secure: 0 });
  });
});

Deno.test("a socket that another program serves is left to it", async () => {
  await withDoor((folder) => ({ unix: [{ path: `${folder}/sock`, authentication: none }] }), async ({ folder }) => {
    const host = denoHost();
    await assert.rejects(
      serveRpc({
        host,
        open: () => Promise.reject(new Error("unused")),
        unix: [{ path: `${folder}/sock`, authentication: none }],
      }),
      /another program answers there/,
    );
    await using client = await connect(`${folder}/sock`);
    assert.deepEqual(await client.call("CONNECT_GET_TYPE", {}), { type: "TEST" });
  });
});
