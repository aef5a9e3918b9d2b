/**
 * Promises about the machine under the hypervisor and what is plugged into it.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";

/** What a driver that knows its machine promises. */
export const hostPromises: readonly Promised[] = [
  {
    name: "the machine has a name, memory and processors",
    needs: "host",
    async check({ open }) {
      const { host } = await open();
      assert.match(await host.getHostname(), /\S/);
      const { memory, cpus, nodes, sockets, cores, threads } = await host.getInfo();
      assert.ok(memory > 0);
      assert.ok(cpus > 0 && cpus <= nodes * sockets * cores * threads);
    },
  },
  {
    name: "processors that are online are among those there are",
    needs: "host",
    async check({ open }) {
      const { total, online } = await (await open()).host.getCpuMap();
      assert.ok(online.length > 0);
      assert.ok(online.every((cpu) => cpu >= 0 && cpu < total));
    },
  },
  {
    name: "devices of the host are found by name, and lead to their root",
    needs: "nodeDevices",
    async check({ open }) {
      const { nodeDevices } = await open();
      for (const device of await nodeDevices.list()) {
        assert.equal((await nodeDevices.lookupByName(device.name)).name, device.name);
        assert.match(await device.getXml(), /^<device>/);
        const parent = await device.getParent();
        if (parent !== undefined) await nodeDevices.lookupByName(parent);
      }
      await rejectsWith("VIR_ERR_NO_NODE_DEVICE", () => nodeDevices.lookupByName("contract_nothing"));
    },
  },
  {
    name: "interfaces of the host are found by name, and described",
    needs: "interfaces",
    async check({ open }) {
      const { interfaces } = await open();
      for (const each of await interfaces.list()) {
        assert.equal((await interfaces.lookupByName(each.name)).mac, each.mac);
        assert.match(await each.getXml(), /^<interface /);
      }
      await rejectsWith("VIR_ERR_NO_INTERFACE", () => interfaces.lookupByName("contract0"));
    },
  },
];
