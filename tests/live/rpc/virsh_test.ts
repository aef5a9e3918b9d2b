import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { freePort, run, startLiveAgent, virsh } from "./agent.ts";

liveTest(
  "virsh",
  "virsh finds the guests of the test hypervisor, and what it changes stays while the agent runs",
  async () => {
    await using agent = await startLiveAgent();
    assert.match((await virsh(agent.uri, "list", "--all")).out, /^1 +test +running$/);
    assert.equal((await virsh(agent.uri, "destroy", "test")).code, 0);
    assert.match((await virsh(agent.uri, "list", "--all")).out, /^- +test +shut off$/);
    assert.match((await virsh(agent.uri, "version")).out, /Running hypervisor: TEST 0\.0\.2$/);
    assert.deepEqual(await virsh(agent.uri, "start", "nobody"), {
      code: 1,
      out: "",
      err: "error: failed to get domain 'nobody'",
    });
  },
);

liveTest("virsh", "virsh may look through the readers' socket, and change nothing", async () => {
  await using agent = await startLiveAgent();
  assert.match((await virsh(agent.readOnlyUri, "list")).out, /running$/);
  const refused = await virsh(agent.readOnlyUri, "destroy", "test");
  assert.match(refused.err, /operation forbidden: read only access prevents virDomainDestroy/);
});

liveTest("virsh", "virsh sees the events of another virsh", async () => {
  await using agent = await startLiveAgent();
  const events = run(["virsh", "-q", "-c", agent.uri, "event", "--event", "lifecycle", "--timeout", "20"]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await virsh(agent.uri, "suspend", "test");
  assert.match((await events).out, /event 'lifecycle' for domain 'test': Suspended Paused/);
});

liveTest("virsh", "virsh sends a volume's content and fetches it again, holes too", async () => {
  await using agent = await startLiveAgent();
  const data = new Uint8Array(3 * 1024 * 1024);
  crypto.getRandomValues(data.subarray(0, 65536));
  crypto.getRandomValues(data.subarray(2 * 1024 * 1024, 2 * 1024 * 1024 + 65536));
  const [source, fetched, sparse] = ["source", "fetched", "sparse"].map((name) => `${agent.folder}/${name}`);
  await Deno.writeFile(source!, data);
  const pool = ["--pool", "default-pool"];
  const steps = [
    ["vol-create-as", "default-pool", "a.img", "4M"],
    ["vol-upload", "a.img", source!, ...pool],
    ["vol-download", "a.img", fetched!, ...pool],
    ["vol-upload", "a.img", source!, ...pool, "--sparse"],
    ["vol-download", "a.img", sparse!, ...pool, "--sparse"],
  ];
  for (const step of steps) {
    const { code, err } = await virsh(agent.uri, ...step);
    assert.equal(code, 0, `${step[0]}: ${err}`);
  }
  for (const path of [fetched!, sparse!]) {
    assert.deepEqual((await Deno.readFile(path)).subarray(0, data.length), data, path);
  }
});

liveTest("virsh", "virsh comes in over TCP on loopback where that is asked for", async () => {
  const port = freePort();
  await using agent = await startLiveAgent({
    "libvirt.listen_tcp": `127.0.0.1:${port}`,
    "libvirt.auth_tcp": "none",
  });
  assert.ok(agent);
  assert.match((await virsh(`test+tcp://127.0.0.1:${port}/default`, "list")).out, /running$/);
});
