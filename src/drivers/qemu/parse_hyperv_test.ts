import assert from "node:assert/strict";
import { parseHyperv } from "./parse_hyperv.ts";

Deno.test("enlightenments that are on come in libvirt's order and by its names", () => {
  const hyperv = parseHyperv([
    { name: "hv-vendor-id", value: "" },
    { name: "hv-vapic", value: true },
    { name: "hv-relaxed", value: true },
    { name: "hv-synic", value: false },
    { name: "hv-spinlocks", value: 0xffffffff },
    { name: "hv-unheard-of", value: true },
    { name: "vapic", value: true },
  ]);
  assert.deepEqual(hyperv, { supported: true, features: ["relaxed", "vapic", "spinlocks", "vendor_id"] });
});

Deno.test("settings of enlightenments are kept where QEMU has them", () => {
  const hyperv = parseHyperv([
    { name: "hv-spinlocks", value: 4095 },
    { name: "hv-stimer-direct", value: true },
    { name: "hv-tlbflush-direct", value: false },
    { name: "hv-tlbflush-ext", value: true },
    { name: "hv-vendor-id", value: "Microsoft Hv" },
  ]);
  assert.deepEqual(hyperv, {
    supported: true,
    features: ["spinlocks", "vendor_id"],
    spinlocks: 4095,
    stimerDirect: true,
    tlbflushDirect: false,
    tlbflushExtended: true,
    vendorId: "Microsoft Hv",
  });
});

Deno.test("a QEMU that turns none on was not able to tell", () => {
  assert.equal(parseHyperv([{ name: "hv-vapic", value: false }, { name: "hv-spinlocks", value: 0 }]), undefined);
});
