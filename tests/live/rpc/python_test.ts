import assert from "node:assert/strict";
import { LIBVIRTD_SOCKET, liveTest } from "../require.ts";
import { type LiveAgent, run, startLiveAgent } from "./agent.ts";

const FOLDER = new URL("python/", import.meta.url).pathname;

/** What programs with libvirt's own Python module do, and whether they also hold for the reference. */
const PROGRAMS = [
  ["lookups.py", "objects of every kind are found and defined, and errors say what libvirt's say", true],
  ["read_only.py", "readers look and change nothing", true],
  ["events.py", "callbacks are told of everything, and of nothing after they were taken away", true],
  ["parameters.py", "typed parameters go both ways", true],
  ["many.py", "a thousand guests, threads over one connection, and a hundred connections", true],
  ["streams.py", "bytes flow both ways, with their holes", false],
] as const;

/** Runs the tests of a file in Python; what failed is what it says. */
async function runProgram(name: string, env: Readonly<Record<string, string>>): Promise<void> {
  const { code, err, out } = await run(["/usr/bin/python3", "-B", `${FOLDER}${name}`], env);
  assert.equal(code, 0, `${out}\n${err}`);
  assert.match(err, /^Ran \d+ tests? in/m);
}

function addressOf({ uri, readOnlyUri }: LiveAgent): Readonly<Record<string, string>> {
  return { INNKEEPER_URI: uri, INNKEEPER_URI_RO: readOnlyUri };
}

for (const [name, sentence, alsoReference] of PROGRAMS) {
  liveTest("python", `Python at our door: ${sentence}`, async () => {
    await using agent = await startLiveAgent();
    await runProgram(name, addressOf(agent));
  });
  if (!alsoReference) continue;
  liveTest("libvirtd", `what is expected of us holds for the reference, too: ${name}`, async () => {
    await runProgram(name, {
      INNKEEPER_URI: `test+unix:///default?socket=${LIBVIRTD_SOCKET}`,
      INNKEEPER_URI_RO: `test+unix:///default?socket=${LIBVIRTD_SOCKET}-ro`,
      INNKEEPER_REFERENCE: "1",
    });
  });
}

liveTest("python", "Python at our door: what ends with a connection ends, and a server's end is told", async () => {
  await using agent = await startLiveAgent();
  const child = new Deno.Command("/usr/bin/python3", {
    args: ["-B", `${FOLDER}lifetimes.py`],
    env: addressOf(agent),
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: AbortSignal.timeout(60_000),
  }).spawn();
  const said = new Response(child.stderr).text();
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    if (text.includes("ready")) await agent.stop();
  }
  assert.equal((await child.status).code, 0, await said);
});
