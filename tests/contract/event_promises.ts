/**
 * Promises about events: what happened is told, in order, and only to those who want to know.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { EventItem } from "../../src/api/mod.ts";
import type { Promised } from "./promised.ts";
import { withGuest } from "./with_guest.ts";

/** What a driver with events promises. */
export const eventPromises: readonly Promised[] = [
  {
    name: "every change of a guest's life is told, in order",
    needs: "events",
    async check(context) {
      const told: string[] = [];
      await withGuest(context, async (guest, connection) => {
        const end = connection.subscribe((item) => told.push(...wordsOf(item)), { domain: guest });
        await guest.create();
        await guest.suspend();
        await guest.resume();
        await guest.destroy();
        await guest.undefine();
        end();
      });
      assert.deepEqual(told, [
        "started booted",
        "suspended paused",
        "resumed unpaused",
        "stopped destroyed",
        "undefined removed",
      ]);
    },
  },
  {
    name: "a change that is refused is not told",
    needs: "events",
    async check(context) {
      await withGuest(context, async (guest, connection) => {
        const told: string[] = [];
        const end = connection.subscribe((item) => told.push(...wordsOf(item)), { domain: guest });
        await assert.rejects(guest.resume());
        await assert.rejects(guest.destroy());
        end();
        assert.deepEqual(told, []);
      });
    },
  },
];

function wordsOf(item: EventItem): string[] {
  if (item.kind === "gap" || item.event.kind !== "domain" || item.event.event !== "lifecycle") return [];
  return [`${item.event.change} ${item.event.detail}`];
}
