import assert from "node:assert/strict";
import { makeHome } from "./run_innkeeper.ts";
import { serve } from "./serving.ts";

async function get(socket: string, path: string): Promise<string> {
  using connection = await Deno.connect({ transport: "unix", path: socket });
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  return await new Response(connection.readable).text();
}

async function modeOf(path: string): Promise<number> {
  return ((await Deno.stat(path)).mode ?? 0) & 0o777;
}

const TEST = ["-c", "test:///default"] as const;

Deno.test("an agent serves its socket, to its owner only, and takes it away when it is stopped", async () => {
  await using home = await makeHome();
  const socket = home.env.INNKEEPER_AGENT_SOCKET!;
  await using agent = serve(home, ["agent", ...TEST]);
  await agent.says(/"message":"Serving"/);
  assert.equal(await modeOf(socket), 0o600);
  assert.match(await get(socket, "/livez"), /^HTTP\/1\.1 200 /);
  assert.match(await get(socket, "/openapi.json"), /"openapi":\s*"3\.1/);
  assert.equal(await agent.stop("SIGTERM"), 0, agent.stderr());
  await assert.rejects(Deno.stat(socket), Deno.errors.NotFound);
  for (const line of agent.stderr().trimEnd().split("\n")) assert.ok(JSON.parse(line).time, line);
});

Deno.test("an agent stops as cleanly at Ctrl-C", async () => {
  await using home = await makeHome();
  await using agent = serve(home, ["agent", ...TEST, "--set", "log.format=text"]);
  await agent.says(/^innkeeper: Serving \(.*socket=/m);
  assert.equal(await agent.stop("SIGINT"), 0);
  await assert.rejects(Deno.stat(home.env.INNKEEPER_AGENT_SOCKET!), Deno.errors.NotFound);
});

Deno.test("loopback answers to the token only, and the token's file is its owner's only", async () => {
  await using home = await makeHome();
  await using agent = serve(home, ["agent", ...TEST, "--listen", "127.0.0.1:0"]);
  const url = (await agent.says(/"url":"(http:\/\/127\.0\.0\.1:\d+\/)"/))[1]!;
  const file = `${home.path}/run/innkeeper.token`;
  assert.equal(await modeOf(file), 0o600);
  const token = (await Deno.readTextFile(file)).trim();
  const status = async (headers: Record<string, string>): Promise<number> => {
    const response = await fetch(`${url}openapi.json`, { headers });
    await response.body?.cancel();
    return response.status;
  };
  assert.equal(await status({}), 401);
  assert.equal(await status({ authorization: `Bearer ${token}x` }), 401);
  assert.equal(await status({ authorization: `Bearer ${token}` }), 200);
  assert.ok(!agent.stderr().includes(token), "the token is not logged");
});

Deno.test("a token that others may read is refused", async () => {
  await using home = await makeHome();
  const file = `${home.path}/token`;
  await Deno.writeTextFile(file, "0123456789abcdef0123456789abcdef\n", { mode: 0o644 });
  const args = ["agent", ...TEST, "--listen", "127.0.0.1:0", "--token-file", file];
  const open = await home.run(args);
  assert.equal(open.code, 3);
  assert.match(open.stderr, /token" as the token: its mode is 0644, so others may use it; chmod 0600 it\n$/);
  await Deno.chmod(file, 0o600);
  await Deno.writeTextFile(file, "short\n");
  const short = await home.run(args);
  assert.equal(short.code, 3);
  assert.match(short.stderr, /has to hold 16 to 512 letters and digits/);
  await Deno.remove(file);
  await Deno.mkdir(file);
  assert.match((await home.run(args)).stderr, /no file but a directory/);
});

Deno.test("a second agent on the same socket is refused; one that was killed leaves its place to the next", async () => {
  await using home = await makeHome();
  await using first = serve(home, ["agent", ...TEST]);
  await first.says(/"Serving"/);
  const second = await home.run(["agent", ...TEST]);
  assert.equal(second.code, 1);
  assert.match(second.stderr, /Cannot listen on ".*innkeeper\.sock": another program answers there/);
  await first.stop("SIGKILL");
  await using third = serve(home, ["agent", ...TEST]);
  await third.says(/"Serving"/);
  assert.equal(await third.stop(), 0);
});

Deno.test("an agent that cannot have its socket says why", async () => {
  await using home = await makeHome();
  await Deno.writeTextFile(home.env.INNKEEPER_AGENT_SOCKET!, "not a socket");
  const occupied = await home.run(["agent", ...TEST]);
  assert.equal(occupied.code, 1);
  assert.match(occupied.stderr, /innkeeper\.sock": a file is there/);
  const long = await home.run(["agent", ...TEST, "--socket", `${home.path}/${"x".repeat(120)}.sock`]);
  assert.match(long.stderr, /is longer than \d+ bytes/);
  const group = await home.run(["agent", ...TEST, "--set", "agent.socket_group=no-such-group"]);
  assert.equal(group.code, 3);
  assert.match(group.stderr, /there is no such group/);
  const nowhere = await home.run(["agent", ...TEST, "--socket", "/proc/innkeeper.sock"]);
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.stderr, /^innkeeper: Cannot listen on the socket "\/proc\/innkeeper\.sock"; choose another/);
});

Deno.test("start prints an address that opens, and the page behind it", async () => {
  await using home = await makeHome();
  await using first = serve(home, ["start", "--listen", "127.0.0.1:0"]);
  const address = (await first.says(/http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}/))[0];
  const entry = await fetch(address, { redirect: "manual" });
  await entry.body?.cancel();
  assert.equal(entry.status, 303);
  const cookie = entry.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await fetch(new URL("/", address), { headers: { cookie } });
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<title>.*Innkeeper<\/title>/);
  await first.says(/\n\d+ emulators?: /);
  assert.equal(await first.stop("SIGINT"), 0);
});

Deno.test("start takes a free port where its own is taken, and says so where a port was named", async () => {
  await using home = await makeHome();
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    const { port } = taken.addr as Deno.NetAddr;
    const { code, stderr } = await home.run(["start", "--listen", `127.0.0.1:${port}`]);
    assert.equal(code, 1);
    assert.match(stderr, /^innkeeper: Cannot listen on the address 127\.0\.0\.1:\d+; choose another.*in use/);
  } finally {
    taken.close();
  }
  await using first = serve(home, ["start"]);
  await using second = serve(home, ["start"]);
  const addresses = [await first.says(/http:\/\/127\.0\.0\.1:\d+/), await second.says(/http:\/\/127\.0\.0\.1:\d+/)];
  assert.notEqual(addresses[0]?.[0], addresses[1]?.[0]);
});
