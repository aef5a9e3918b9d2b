import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { freePort, run, startLiveAgent, virsh } from "./agent.ts";

const GO_PROGRAM = new URL("go/main.go", import.meta.url).pathname;

liveTest("virt-install", "virt-install makes a disk and a guest on it, and virt-xml changes the guest", async () => {
  await using agent = await startLiveAgent();
  const connect = ["--connect", agent.uri];
  const installed = await run([
    "virt-install",
    ...connect,
    ...["--name", "installed", "--memory", "256", "--disk", "size=1,pool=default-pool", "--import"],
    ...["--osinfo", "detect=on,require=off", "--noautoconsole", "--graphics", "vnc"],
  ], { HOME: agent.folder });
  assert.match(installed.out, /Domain creation completed\.$/, installed.err);
  assert.match((await virsh(agent.uri, "list")).out, /installed +running$/);
  assert.match((await virsh(agent.uri, "vol-list", "default-pool")).out, /installed\.qcow2/);
  const changed = await run(["virt-xml", ...connect, "installed", "--edit", "--memory", "128"], { HOME: agent.folder });
  assert.equal(changed.code, 0, changed.err);
  assert.match(
    (await virsh(agent.uri, "dumpxml", "installed", "--inactive")).out,
    /<currentMemory unit='KiB'>131072</,
  );
});

liveTest("exporter", "the Prometheus exporter finds the guest with its disk and its interface", async () => {
  await using agent = await startLiveAgent();
  const address = `127.0.0.1:${freePort()}`;
  const exporter = new Deno.Command("prometheus-libvirt-exporter", {
    args: [`--web.listen-address=${address}`, `--libvirt.uri=${agent.uri}`],
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    const metrics = await scrape(`http://${address}/metrics`);
    assert.match(metrics, /^libvirt_up 1$/m);
    assert.match(metrics, /^libvirt_domain_info_virtual_cpus\{domain="test",.*\} 2$/m);
    assert.match(metrics, /^libvirt_domain_block_stats_read_bytes_total\{domain="test",.*target_device="vda"/m);
    assert.match(metrics, /^libvirt_domain_interface_stats_receive_bytes_total\{domain="test"/m);
  } finally {
    exporter.kill("SIGTERM");
    await exporter.status;
  }
});

liveTest(
  "go-libvirt",
  "a Go program that speaks the protocol by itself finds guests, hears of them, and moves bytes",
  async () => {
    await using agent = await startLiveAgent();
    const { out, err } = await run(["go", "run", GO_PROGRAM, `${agent.folder}/libvirt-sock`], {
      GO111MODULE: "off",
      GOPATH: "/usr/share/gocode",
      GOCACHE: `${agent.folder}/go`,
    });
    assert.equal(out, "9000000 1 test\ntest 3 0\nDomain not found true\ntrue\n2 state.state", err);
  },
);

/** What the exporter says, once it listens. */
async function scrape(url: string): Promise<string> {
  for (let attempt = 0;; attempt++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
