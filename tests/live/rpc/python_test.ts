import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { run, startLiveAgent } from "./agent.ts";

const CLIENT = new URL("client.py", import.meta.url).pathname;

liveTest("python", "a Python program with libvirt's own module finds everything as it should be", async () => {
  await using agent = await startLiveAgent();
  const answer = await run(["/usr/bin/python3", CLIENT, agent.uri, agent.readOnlyUri]);
  assert.deepEqual(answer, { code: 0, out: "", err: "" });
});
