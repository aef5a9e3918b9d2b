/**
 * `<hyperv>`: what a guest that expects Microsoft's hypervisor finds.
 *
 * @module
 */

import { attribute, child, oneOf, onOff, type Part, path, pattern, refine, uint32 } from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

/** The content of `<hyperv>`, in libvirt's order. */
export const hyperv = {
  mode: attribute("mode", oneOf("custom", "passthrough"), { default: "custom" }),
  relaxed: state("relaxed"),
  vapic: state("vapic"),
  spinlocks: child(
    "spinlocks",
    refine({ ...switched(), retries: attribute("retries", uint32()) }, ({ state, retries }, fail) => {
      if (!state || (retries ?? 0) >= 4095) return;
      fail("there must be at least 4095 retries", {
        attribute: "retries",
        ...(retries === undefined
          ? wrong("Missing required attribute 'retries' in element 'spinlocks'")
          : wrong("HyperV spinlock retry count must be at least 4095")),
      });
    }),
  ),
  vpindex: state("vpindex"),
  runtime: state("runtime"),
  synic: state("synic"),
  stimer: child("stimer", { ...switched(), direct: path("direct", attribute("state", onOff, { required: true })) }),
  reset: state("reset"),
  vendorId: child("vendor_id", {
    ...switched(),
    value: attribute("value", pattern(/[^,]{0,12}/, "up to 12 characters without commas"), {
      ...wrong("HyperV vendor_id value is invalid"),
    }),
  }),
  frequencies: state("frequencies"),
  reenlightenment: state("reenlightenment"),
  tlbflush: state("tlbflush"),
  ipi: state("ipi"),
  evmcs: state("evmcs"),
  avic: state("avic"),
};

function state(name: string): Part<boolean | undefined> {
  return path(name, attribute("state", onOff, { required: true, ...unsupported(`invalid state of '${name}'`) }));
}

function switched() {
  return { state: attribute("state", onOff, { required: true }) };
}
