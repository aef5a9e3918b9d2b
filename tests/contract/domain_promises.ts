/**
 * Promises about guests: found, described, started, stopped.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";
import { withGuest } from "./with_guest.ts";

const NOBODY = "00000000-0000-4000-8000-00000000beef";

/** What a driver with guests promises. */
export const domainPromises: readonly Promised[] = [
  {
    name: "a defined guest is off, and is found by its name and by its UUID",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        assert.equal(guest.id, -1);
        assert.deepEqual(await guest.getState(), { state: "shutoff", reason: "unknown" });
        assert.equal((await domains.lookupByName(guest.name)).uuid, guest.uuid);
        assert.equal((await domains.lookupByUuid(guest.uuid)).name, guest.name);
        assert.ok((await domains.list({ inactive: true })).some(({ uuid }) => uuid === guest.uuid));
        assert.ok(!(await domains.list({ active: true })).some(({ uuid }) => uuid === guest.uuid));
      }),
  },
  {
    name: "a guest's own description defines it again, and changes nothing",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        const xml = await guest.getXml({ inactive: true });
        assert.equal((await domains.define(xml)).uuid, guest.uuid);
        assert.equal(await guest.getXml({ inactive: true }), xml);
        const document = await guest.getDocument({ inactive: true });
        assert.deepEqual([document.name, document.uuid], [guest.name, guest.uuid]);
      }),
  },
  {
    name: "a started guest runs under a number until it is stopped",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        await guest.create();
        assert.ok(guest.id > 0);
        assert.equal((await domains.lookupById(guest.id)).uuid, guest.uuid);
        const { state, vcpus, memory, maxMemory } = await guest.getInfo();
        assert.equal(state, "running");
        assert.ok(vcpus > 0 && memory > 0 && memory <= maxMemory);
        await rejectsWith("VIR_ERR_OPERATION_INVALID", () => guest.rename("contract-renamed"));
        await guest.destroy();
        assert.deepEqual(await guest.getState(), { state: "shutoff", reason: "destroyed" });
      }),
  },
  {
    name: "a guest pauses and goes on",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest) => {
        await guest.suspend();
        assert.equal((await guest.getState()).state, "paused");
        await guest.resume();
        assert.equal((await guest.getState()).state, "running");
      }, { running: true }),
  },
  {
    name: "a guest that is not defined is gone when it stops",
    needs: "domains",
    async check({ open, guestXml }) {
      const { domains } = await open();
      const guest = await domains.createXml(await guestXml("contract-brief"));
      assert.deepEqual([await guest.isPersistent(), await guest.isActive()], [false, true]);
      await guest.destroy();
      await rejectsWith("VIR_ERR_NO_DOMAIN", () => guest.getState());
    },
  },
  {
    name: "a guest gets another name while it is off",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        await guest.rename("contract-renamed");
        assert.equal((await domains.lookupByName("contract-renamed")).uuid, guest.uuid);
        await rejectsWith("VIR_ERR_NO_DOMAIN", () => domains.lookupByName("contract-guest"));
      }),
  },
  {
    name: "whether a guest starts with the host, its title and other programs' notes are kept",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest) => {
        for (const autostart of [true, false]) {
          await guest.setAutostart(autostart);
          assert.equal(await guest.getAutostart(), autostart);
        }
        await guest.setMetadata({ type: "title", value: "A title" });
        assert.equal(await guest.getMetadata({ type: "title" }), "A title");
        const note = { type: "element", uri: "urn:innkeeper:contract" } as const;
        await rejectsWith("VIR_ERR_NO_DOMAIN_METADATA", () => guest.getMetadata(note));
        await guest.setMetadata({ ...note, key: "c", value: "<note>1</note>" });
        assert.equal(await guest.getMetadata(note), "<note>1</note>");
      }),
  },
  {
    name: "what is no guest is refused, and leaves the guests as they were",
    needs: "domains",
    async check({ open, guestXml }) {
      const { domains } = await open();
      const before = (await domains.list()).map(({ uuid }) => uuid);
      const xml = await guestXml("contract-guest");
      for (
        const wrong of [
          "",
          "<domain",
          "<network/>",
          xml.replace(/<name>.*<\/name>/, ""),
          xml.replace(/<os>[^]*<\/os>/, ""),
        ]
      ) {
        await assert.rejects(domains.define(wrong), `defined ${wrong}`);
      }
      assert.deepEqual((await domains.list()).map(({ uuid }) => uuid), before);
    },
  },
  {
    name: "a name and a UUID belong to one guest",
    needs: "domains",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        const other = (await context.guestXml("contract-other")).replace(
          "</name>",
          `</name><uuid>${guest.uuid}</uuid>`,
        );
        await rejectsWith("VIR_ERR_OPERATION_FAILED", () => domains.define(other));
        await rejectsWith("VIR_ERR_OPERATION_FAILED", async () => domains.define(await context.guestXml(guest.name)));
      }),
  },
  {
    name: "a guest that is not there is not found, however it is asked for",
    needs: "domains",
    async check({ open }) {
      const { domains } = await open();
      await rejectsWith("VIR_ERR_NO_DOMAIN", () => domains.lookupByName("contract-nobody"));
      await rejectsWith("VIR_ERR_NO_DOMAIN", () => domains.lookupByUuid(NOBODY));
      await rejectsWith("VIR_ERR_NO_DOMAIN", () => domains.lookupById(2 ** 31 - 1));
      const nobody = domains.from({ name: "contract-nobody", uuid: NOBODY, id: -1 });
      for (
        const ask of [() => nobody.getXml(), () => nobody.getInfo(), () => nobody.create(), () => nobody.undefine()]
      ) {
        await rejectsWith("VIR_ERR_NO_DOMAIN", ask);
      }
    },
  },
  {
    name: "a read-only connection defines and starts nothing",
    needs: "domains",
    async check({ open, guestXml }) {
      const { domains } = await open({ readOnly: true });
      const xml = await guestXml("contract-guest");
      await rejectsWith("VIR_ERR_OPERATION_DENIED", () => domains.define(xml));
      await rejectsWith("VIR_ERR_OPERATION_DENIED", () => domains.createXml(xml));
    },
  },
];
