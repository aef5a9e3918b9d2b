import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { hostSysinfo } from "./document.ts";

Deno.test("what the firmware says comes back in libvirt's order", () => {
  const text = `<sysinfo type='smbios'>
  <memory_device><entry name='type'>DDR4</entry><entry name='size'>8 GB</entry></memory_device>
  <bios><entry name='version'>1</entry></bios>
</sysinfo>`;
  const document = parseShape(hostSysinfo, text);
  assert.deepEqual(document, {
    type: "smbios",
    bios: { version: "1" },
    memoryDevices: [{ size: "8 GB", type: "DDR4" }],
  });
  assert.match(formatShape(hostSysinfo, document), /<bios>[^]*<memory_device>\n {4}<entry name='size'>/);
});
