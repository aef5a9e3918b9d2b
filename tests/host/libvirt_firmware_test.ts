/**
 * The firmware descriptors that libvirt tests itself with, read from where its source is unpacked.
 *
 * @module
 */

import assert from "node:assert/strict";
import { listFirmware, readFirmware } from "../../src/host/read_firmware.ts";
import { FakeHost, mountTree } from "../fakes/fake_host.ts";

const SOURCE = Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0";
const DATA = `${SOURCE}/tests/qemufirmwaredata`;

Deno.test("libvirt's firmware descriptors take each other's places as libvirt expects", async () => {
  const host = new FakeHost({ uid: 1000, env: { XDG_CONFIG_HOME: "/home/user/.config" } });
  try {
    await mountTree(host, DATA, "");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return console.log(`SKIP libvirt's firmware descriptors: none at ${DATA}; set LIBVIRT_SOURCE`);
  }
  assert.deepEqual(await listFirmware(host), [
    "/usr/share/qemu/firmware/40-bios.json",
    "/etc/qemu/firmware/40-ovmf-sb-keys.json",
    "/usr/share/qemu/firmware/45-ovmf-sev-stateless.json",
    "/usr/share/qemu/firmware/50-ovmf-sb-keys.json",
    "/usr/share/qemu/firmware/55-ovmf-sb-combined.json",
    "/usr/share/qemu/firmware/61-ovmf.json",
    "/usr/share/qemu/firmware/70-aavmf.json",
  ]);
  const descriptors = await readFirmware(host);
  assert.equal(descriptors.length, 7);
  assert.deepEqual(
    descriptors.map(({ mapping }) => mapping.device === "flash" ? mapping.mode : mapping.device),
    ["memory", "split", "stateless", "split", "combined", "split", "split"],
  );
});
