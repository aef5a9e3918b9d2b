/**
 * The listen calls, over real sockets.
 *
 * @module
 */

import assert from "node:assert/strict";
import { startAgent } from "../../src/agent/agent.ts";
import { driver } from "../../src/drivers/test/mod.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import type { Host } from "../../src/host/host.ts";
import { type HttpServer, serveHttp, type ServeOptions } from "../../src/http/serve.ts";
import { TOKEN } from "./door.ts";

async function withServer(
  options: (directory: string) => Partial<ServeOptions>,
  use: (server: HttpServer, directory: string, host: Host) => Promise<void>,
): Promise<void> {
  const host = denoHost();
  const directory = await host.files.makeTempDirectory({ prefix: "innkeeper-serve-" });
  try {
    await using agent = startAgent({ host, drivers: [driver], revalidateMs: 0 });
    await using server = await serveHttp({ agent, version: "0.0.0-test", ...options(directory) });
    await use(server, directory, host);
  } finally {
    await host.files.remove(directory, { recursive: true });
  }
}

async function ask(socket: string, path: string): Promise<Response> {
  using client = Deno.createHttpClient({ proxy: { transport: "unix", path: socket } });
  const response = await fetch(`http://localhost${path}`, { client });
  const body = await response.text();
  return new Response(body, { status: response.status, headers: response.headers });
}

Deno.test("the socket answers, is its owner's only, and is gone when the agent has stopped", async () => {
  await withServer(
    (directory) => ({ socket: { path: `${directory}/run/i.sock` } }),
    async (server, directory, host) => {
      const path = `${directory}/run/i.sock`;
      assert.equal(server.socket, path);
      assert.equal((await host.files.stat(path))?.mode, 0o600);
      assert.equal((await host.files.stat(`${directory}/run`))?.mode, 0o700);
      assert.equal(await (await ask(path, "/livez")).text(), "ok\n");
      assert.equal((await ask(path, "/v1/capabilities?wait=5")).headers.get("content-type"), "application/xml");
      await server.stop();
      assert.deepEqual(await host.files.list(`${directory}/run`), []);
    },
  );
});

Deno.test("the socket can be given to a group", async () => {
  const { gid } = denoHost().env;
  await withServer(
    (directory) => ({ socket: { path: `${directory}/i.sock`, mode: 0o660, gid } }),
    async (server, _, host) => {
      const stat = await host.files.stat(server.socket ?? "");
      assert.deepEqual([stat?.mode, stat?.gid], [0o660, gid]);
    },
  );
});

Deno.test("a socket that an earlier run left behind is replaced", async () => {
  await withServer((directory) => {
    const path = `${directory}/i.sock`;
    const left = Deno.listen({ transport: "unix", path: `${path}.left` });
    Deno.renameSync(`${path}.left`, path);
    left.close();
    return { socket: { path } };
  }, async (server) => assert.equal((await ask(server.socket ?? "", "/livez")).status, 200));
});

Deno.test("a socket that someone answers on is left alone, and so is what is not a socket", async () => {
  await withServer((directory) => ({ socket: { path: `${directory}/i.sock` } }), async (server, directory, host) => {
    await using agent = startAgent({ host, drivers: [driver], revalidateMs: 0 });
    const second = serveHttp({ agent, version: "0", socket: { path: server.socket ?? "" } });
    await assert.rejects(second, /another program answers there/);
    assert.equal((await ask(server.socket ?? "", "/livez")).status, 200);
    const path = `${directory}/precious`;
    await host.files.write(path, "data");
    await assert.rejects(serveHttp({ agent, version: "0", socket: { path } }), /a file is there/);
    assert.equal(await host.files.readText(path), "data");
  });
});

Deno.test("a socket path that the kernel would cut off is refused", async () => {
  await using agent = startAgent({ host: denoHost(), drivers: [driver], revalidateMs: 0 });
  const path = `/tmp/${"x".repeat(120)}`;
  await assert.rejects(serveHttp({ agent, version: "0", socket: { path } }), /choose a shorter one/);
});

Deno.test("over TCP only loopback is listened on, and only who has the token is answered", async () => {
  await withServer(() => ({ tcp: { hostname: "127.0.0.1", port: 0, token: TOKEN } }), async ({ url = "" }) => {
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    const closed = await fetch(`${url}v1/emulators`);
    await closed.body?.cancel();
    assert.equal(closed.status, 401);
    const open = await fetch(`${url}v1/emulators`, { headers: { authorization: `Bearer ${TOKEN}` } });
    await open.body?.cancel();
    assert.equal(open.status, 200);
  });
  await using agent = startAgent({ host: denoHost(), drivers: [driver], revalidateMs: 0 });
  for (const hostname of ["0.0.0.0", "::", "192.168.1.2", "example.org"]) {
    const tcp = { hostname, port: 0, token: TOKEN };
    await assert.rejects(serveHttp({ agent, version: "0", tcp }), /only loopback/);
  }
});

Deno.test("what was begun is undone when the second listener cannot start", async () => {
  await using agent = startAgent({ host: denoHost(), drivers: [driver], revalidateMs: 0 });
  const host = denoHost();
  const directory = await host.files.makeTempDirectory();
  const tcp = { hostname: "127.0.0.1", port: 0, token: "short" };
  await assert.rejects(serveHttp({ agent, version: "0", socket: { path: `${directory}/i.sock` }, tcp }), /at least 16/);
  assert.deepEqual(await host.files.list(directory), []);
  await host.files.remove(directory, { recursive: true });
});
