/**
 * Promises about virtual networks, filters and secrets.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";

const NETWORK = `<network>
  <name>contract-network</name>
  <ip address='198.51.100.1' netmask='255.255.255.0'>
    <dhcp><range start='198.51.100.10' end='198.51.100.20'/></dhcp>
  </ip>
</network>`;

const FILTER = "<filter name='contract-filter' chain='root'><rule action='drop' direction='in'/></filter>";

const SECRET =
  "<secret ephemeral='yes' private='no'><usage type='volume'><volume>/contract/volume</volume></usage></secret>";

/** What a driver with networks, filters or secrets promises. */
export const networkPromises: readonly Promised[] = [
  {
    name: "a network is defined, described, and forgotten",
    needs: "networks",
    async check({ open }) {
      const { networks } = await open();
      const network = await networks.define(NETWORK);
      try {
        assert.equal((await networks.lookupByUuid(network.uuid)).name, "contract-network");
        assert.deepEqual([await network.isActive(), await network.isPersistent()], [false, true]);
        assert.match(await network.getXml(), /<range start='198\.51\.100\.10' end='198\.51\.100\.20'/);
        await network.setAutostart(true);
        assert.equal(await network.getAutostart(), true);
      } finally {
        await network.undefine();
      }
      await rejectsWith("VIR_ERR_NO_NETWORK", () => networks.lookupByName("contract-network"));
    },
  },
  {
    name: "what is no network is refused",
    needs: "networks",
    async check({ open }) {
      const { networks } = await open();
      for (const wrong of ["", "<network", "<domain/>", "<network/>"]) await assert.rejects(networks.define(wrong));
    },
  },
  {
    name: "a filter is found by its name until it is forgotten",
    needs: "networkFilters",
    async check({ open }) {
      const { networkFilters } = await open();
      const filter = await networkFilters.define(FILTER);
      assert.equal((await networkFilters.lookupByName("contract-filter")).uuid, filter.uuid);
      await filter.undefine();
      await rejectsWith("VIR_ERR_NO_NWFILTER", () => networkFilters.lookupByName("contract-filter"));
    },
  },
  {
    name: "a secret keeps its value, and is found by what it is for",
    needs: "secrets",
    async check({ open }) {
      const { secrets } = await open();
      const secret = await secrets.define(SECRET);
      try {
        await rejectsWith("VIR_ERR_NO_SECRET", () => secret.getValue());
        await secret.setValue(Uint8Array.of(1, 2, 0, 255));
        assert.deepEqual([...await secret.getValue()], [1, 2, 0, 255]);
        assert.equal((await secrets.lookupByUsage("volume", "/contract/volume")).uuid, secret.uuid);
      } finally {
        await secret.undefine();
      }
      await rejectsWith("VIR_ERR_NO_SECRET", () => secrets.lookupByUuid(secret.uuid));
    },
  },
];
