/**
 * Promises about going back: saved guests, snapshots, checkpoints, and the jobs that take time.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";
import { withGuest } from "./with_guest.ts";

/** What a driver that keeps earlier moments promises. */
export const domainHistoryPromises: readonly Promised[] = [
  {
    name: "a saved guest is off and known as saved until it starts",
    needs: "domainSave",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        await guest.saving.managedSave();
        assert.deepEqual(await guest.getState(), { state: "shutoff", reason: "saved" });
        assert.equal(await guest.saving.hasManagedSave(), true);
        assert.ok((await domains.list({ managedSave: true })).some(({ uuid }) => uuid === guest.uuid));
        await rejectsWith("VIR_ERR_OPERATION_INVALID", () => guest.undefine());
        await guest.create();
        assert.equal(await guest.saving.hasManagedSave(), false);
      }, { running: true }),
  },
  {
    name: "a guest without a job says so, and has none to abort",
    needs: "domainSave",
    check: (context) =>
      withGuest(context, async ({ saving }) => {
        assert.equal((await saving.getJobStats()).type, "none");
        await rejectsWith("VIR_ERR_OPERATION_INVALID", () => saving.abortJob());
      }, { running: true }),
  },
  {
    name: "snapshots follow each other, are gone back to, and are deleted",
    needs: "snapshots",
    check: (context) =>
      withGuest(context, async (guest) => {
        const { snapshots } = guest;
        assert.equal(await snapshots.hasCurrent(), false);
        const [first, second] = [await snapshots.create(named("one")), await snapshots.create(named("two"))];
        assert.deepEqual((await snapshots.list()).map(({ name }) => name).sort(), ["one", "two"]);
        assert.equal((await second.getParent()).name, "one");
        assert.equal((await snapshots.getCurrent()).name, "two");
        assert.match(await first.getXml(), /<name>one<\/name>/);
        await first.revert();
        assert.equal((await snapshots.getCurrent()).name, "one");
        await first.delete();
        await rejectsWith("VIR_ERR_NO_DOMAIN_SNAPSHOT", () => snapshots.lookupByName("one"));
        await rejectsWith("VIR_ERR_NO_DOMAIN_SNAPSHOT", () => second.getParent());
      }),
  },
  {
    name: "a guest with snapshots is not undefined by mistake",
    needs: "snapshots",
    check: (context) =>
      withGuest(context, async (guest) => {
        await guest.snapshots.create(named("one"));
        await rejectsWith("VIR_ERR_OPERATION_INVALID", () => guest.undefine());
      }),
  },
  {
    name: "checkpoints are not made of a guest that is off",
    needs: "checkpoints",
    check: (context) =>
      withGuest(context, async ({ checkpoints }) => {
        assert.deepEqual(await checkpoints.list(), []);
        await rejectsWith(
          "VIR_ERR_OPERATION_UNSUPPORTED",
          () => checkpoints.create("<domaincheckpoint><name>one</name></domaincheckpoint>"),
        );
      }),
  },
];

function named(name: string): string {
  return `<domainsnapshot><name>${name}</name></domainsnapshot>`;
}
