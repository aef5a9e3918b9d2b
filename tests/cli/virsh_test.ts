/**
 * Beside virsh, over the same libvirtd: what only reads prints the same bytes.
 *
 * @module
 */

import assert from "node:assert/strict";
import { makeHome } from "./run_innkeeper.ts";

const SOCKET = "/var/run/libvirt/libvirt-sock";

/** Where both look, and at what; numbers that move are left out. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  [`test+unix:///default?socket=${SOCKET}`]: [
    "list --all",
    "list --name --uuid",
    "list --all --title",
    "domid test",
    "domuuid test",
    "domstate test --reason",
    "dumpxml test",
    "dumpxml test --inactive",
    "vcpucount test",
    "vcpupin test",
    "emulatorpin test",
    "iothreadinfo test",
    "domblklist test --details",
    "domiflist test",
    "domblkinfo test vda",
    "domblkinfo test --all",
    "memtune test",
    "blkiotune test",
    "numatune test",
    "domstats --state",
    "domfsinfo test",
    "domifaddr test",
    "snapshot-list test",
    "checkpoint-list test",
    "net-list --all",
    "net-info default",
    "net-dumpxml default",
    "pool-list --details",
    "pool-info default-pool",
    "pool-info default-pool --bytes",
    "vol-list default-pool --details",
    "iface-list --all",
    "nodedev-info computer",
    "nodeinfo",
    "nodecpumap",
    "freecell --all",
    "cpu-models x86_64",
    "uri",
    "hostname",
  ],
  [`qemu+unix:///system?socket=${SOCKET}`]: [
    "list --all",
    "net-list --all",
    "pool-list --all --details",
    "nwfilter-list",
    "nwfilter-dumpxml clean-traffic",
    "nodedev-list",
    "nodedev-list --tree",
    "iface-list --all",
    "secret-list",
    "pool-capabilities",
  ],
};

async function answers(): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("virsh", { args: ["-c", "test:///default", "uri"], stderr: "null" })
      .output();
    (await Deno.connect({ transport: "unix", path: SOCKET })).close();
    return success;
  } catch {
    return false;
  }
}

const ignore = !await answers();

for (const [uri, lines] of Object.entries(LOOKS)) {
  Deno.test({
    name: `the same bytes as virsh's, over ${uri}`,
    ignore,
    fn: async () => {
      await using home = await makeHome();
      for (const line of lines) {
        const args = ["-c", uri, ...line.split(" ")];
        const virsh = await new Deno.Command("virsh", { args, env: { LC_ALL: "C.UTF-8" } }).output();
        const ours = await home.run(args);
        assert.equal(ours.stdout, new TextDecoder().decode(virsh.stdout), `${line}\n${ours.stderr}`);
        assert.equal(ours.code, virsh.code, line);
      }
    },
  });
}
