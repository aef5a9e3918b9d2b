/**
 * Promises about changing guests, limiting them, and counting what they do.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type Promised, rejectsWith } from "./promised.ts";
import { withGuest } from "./with_guest.ts";

/** What a driver that changes guests promises. */
export const domainChangePromises: readonly Promised[] = [
  {
    name: "the memory and the processors of a guest that is off are changed",
    needs: "domainDevices",
    check: (context) =>
      withGuest(context, async (guest) => {
        const { devices } = guest;
        const memory = 32 * 1024;
        await devices.setMemory(memory, { config: true });
        assert.equal((await guest.getInfo()).memory, memory);
        await devices.setVcpuCount(2, { config: true, maximum: true });
        assert.equal(await devices.getVcpuCount({ config: true, maximum: true }), 2);
        await devices.setVcpuCount(1, { config: true });
        assert.equal(await devices.getVcpuCount({ config: true }), 1);
        await rejectsWith("VIR_ERR_INVALID_ARG", () => devices.setVcpuCount(3, { config: true }));
      }),
  },
  {
    name: "what is meant for a running guest is refused where it is off",
    needs: "domainDevices",
    check: (context) =>
      withGuest(context, async ({ devices }) => {
        await rejectsWith("VIR_ERR_OPERATION_INVALID", () => devices.setVcpuCount(1, { live: true }));
      }),
  },
  {
    name: "the virtual processors of a running guest are told",
    needs: "domainDevices",
    check: (context) =>
      withGuest(context, async (guest) => {
        const vcpus = await guest.devices.getVcpus();
        assert.equal(vcpus.length, (await guest.getInfo()).vcpus);
        for (const [at, { number, affinity }] of vcpus.entries()) {
          assert.equal(number, at);
          assert.ok(affinity.length > 0, "it may run somewhere");
        }
      }, { running: true }),
  },
  {
    name: "a disk is plugged in and pulled out of the stored configuration",
    needs: "domainDevices",
    check: (context) =>
      withGuest(context, async (guest) => {
        const disk =
          "<disk type='file' device='disk'><source file='/contract/disk.img'/><target dev='vdy' bus='virtio'/></disk>";
        await guest.devices.attach(disk, { config: true });
        assert.match(await guest.getXml({ inactive: true }), /<target dev='vdy'/);
        await assert.rejects(guest.devices.attach(disk, { config: true }), "two disks of one target");
        await guest.devices.detach(disk, { config: true });
        assert.doesNotMatch(await guest.getXml({ inactive: true }), /vdy/);
      }),
  },
  {
    name: "limits of memory are kept with the guest",
    needs: "domainTuning",
    check: (context) =>
      withGuest(context, async ({ tuning }) => {
        await tuning.setMemory({ soft_limit: 48 * 1024 }, { config: true });
        assert.equal((await tuning.getMemory({ config: true })).soft_limit, 48 * 1024);
        await rejectsWith("VIR_ERR_ARGUMENT_UNSUPPORTED", () => tuning.setMemory({ nonsense: 1 }, { config: true }));
      }),
  },
  {
    name: "bulk statistics tell the state of every guest once",
    needs: "domainStats",
    check: (context) =>
      withGuest(context, async (guest, { domains }) => {
        const records = await domains.getAllStats({ groups: { state: true } });
        const uuids = records.map(({ domain }) => domain.uuid);
        assert.equal(new Set(uuids).size, uuids.length);
        assert.deepEqual(uuids.toSorted(), (await domains.list()).map(({ uuid }) => uuid).sort());
        assert.equal(records.find(({ domain }) => domain.uuid === guest.uuid)?.stats["state.state"], 1);
        const only = await domains.getAllStats({ groups: { state: true }, flags: { inactive: true } });
        assert.ok(!only.some(({ domain }) => domain.uuid === guest.uuid), "it runs");
      }, { running: true }),
  },
  {
    name: "a disk or an interface that the guest does not have is an argument error",
    needs: "domainStats",
    check: (context) =>
      withGuest(context, async ({ stats }) => {
        await rejectsWith("VIR_ERR_INVALID_ARG", () => stats.getBlock("vdz"));
        await rejectsWith("VIR_ERR_INVALID_ARG", () => stats.getInterface("vnet99"));
      }, { running: true }),
  },
];
