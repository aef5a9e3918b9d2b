/**
 * Promises about storage pools.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";

const POOL = "<pool type='dir'><name>contract-pool</name><target><path>/contract/pool</path></target></pool>";

/** What a driver with storage promises. */
export const storagePromises: readonly Promised[] = [
  {
    name: "a pool is defined, described, and forgotten",
    needs: "storagePools",
    async check({ open }) {
      const { storagePools } = await open();
      const pool = await storagePools.define(POOL);
      try {
        assert.equal((await storagePools.lookupByUuid(pool.uuid)).name, "contract-pool");
        assert.deepEqual([await pool.isActive(), await pool.isPersistent()], [false, true]);
        assert.match(await pool.getXml(), /<path>\/contract\/pool<\/path>/);
        await pool.setAutostart(true);
        assert.equal(await pool.getAutostart(), true);
      } finally {
        await pool.undefine();
      }
      await rejectsWith("VIR_ERR_NO_STORAGE_POOL", () => storagePools.lookupByName("contract-pool"));
    },
  },
  {
    name: "what is no pool is refused",
    needs: "storagePools",
    async check({ open }) {
      const { storagePools } = await open();
      for (const wrong of ["", "<pool", "<pool type='nonsense'/>"]) await assert.rejects(storagePools.define(wrong));
    },
  },
  {
    name: "a volume that is not there is not found",
    needs: "storageVolumes",
    async check({ open }) {
      const { storageVolumes } = await open();
      await rejectsWith("VIR_ERR_NO_STORAGE_VOL", () => storageVolumes.lookupByPath("/contract/nothing"));
    },
  },
];
