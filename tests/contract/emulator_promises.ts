/**
 * Promises about probing emulators and about what is kept of the answers.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../src/api/connection.ts";
import type { EmulatorState } from "../../src/drivers/contract.ts";
import { type Promised, rejectsWith } from "./promised.ts";

/** What a driver with emulators, or with a cache, promises. */
export const emulatorPromises: readonly Promised[] = [
  {
    name: "a probe yields every emulator once, and all are known afterwards",
    needs: "emulators",
    async check({ open }) {
      const connection = await open();
      const before = (await connection.listEmulators()).map(({ path }) => path);
      const probed = await probeAll(connection);
      assert.deepEqual([...probed.keys()].sort(), before.sort());
      for (const { path, state } of await connection.listEmulators()) {
        assert.ok(state === "ready" || state === "failed", `${path} is ${state}`);
      }
    },
  },
  {
    name: "a second probe finds everything valid, a forced one makes everything anew",
    needs: "emulators",
    async check({ open }) {
      const connection = await open();
      const ready = [...(await probeAll(connection)).values()].filter(({ state }) => state === "ready");
      const paths = ready.map(({ path }) => path).slice(0, 2);
      for (const [options, cached] of [[{}, true], [{ force: true }, false]] as const) {
        const again = await probeAll(connection, { ...options, emulators: paths });
        assert.deepEqual([...again.keys()].sort(), paths.toSorted());
        for (const state of again.values()) assert.equal(state.cached, cached, `${state.path} cached`);
      }
    },
  },
  {
    name: "a probe that was given up on ends with the reason",
    needs: "emulators",
    async check({ open }) {
      const connection = await open();
      const signal = AbortSignal.abort();
      await rejectsWith("VIR_ERR_OPERATION_ABORTED", () => probeAll(connection, { signal, force: true }));
    },
  },
  {
    name: "what was learnt is kept, explained, shown, and forgotten when asked",
    needs: "cache",
    async check({ open }) {
      const connection = await open();
      const ready = [...(await probeAll(connection)).values()].find(({ state }) => state === "ready");
      assert.ok(ready, "no emulator is ready");
      await checkKept(connection, ready.path);
    },
  },
];

async function checkKept(connection: Connection, key: string): Promise<void> {
  const entry = (await connection.listCache()).find((one) => one.key === key);
  assert.equal(entry?.state, "valid");
  assert.ok(entry.file?.startsWith(connection.getCacheDirectory()));
  assert.equal((await connection.whyCached(key)).state, "valid");
  assert.ok((await connection.showCache(key))?.includes(key));
  assert.deepEqual(await connection.purgeCache([key]), [key]);
  assert.equal((await connection.whyCached(key)).state, "absent");
  assert.equal(await connection.showCache(key), undefined);
  const { hits, makes } = connection.getCacheCounters();
  assert.ok(hits + makes > 0);
}

/** All that a probe yields, by path. */
export async function probeAll(
  connection: Connection,
  options: Parameters<Connection["probe"]>[0] = {},
): Promise<ReadonlyMap<string, EmulatorState>> {
  const states = new Map<string, EmulatorState>();
  for await (const state of connection.probe(options)) {
    assert.ok(!states.has(state.path), `${state.path} was yielded twice`);
    states.set(state.path, state);
  }
  return states;
}
