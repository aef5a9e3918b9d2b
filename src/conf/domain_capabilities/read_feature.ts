/**
 * Reads one row of `<features>` in domain capabilities.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { DomainFeature, HypervDefaults, SevFeature, SgxFeature } from "./document.ts";
import { FEATURES_WITH_ENUMS } from "./features_with_enums.ts";
import { isSupported, readEnums } from "./read_supported.ts";

/** Reads a feature of any name. */
export function readFeature(feature: ElementReader): DomainFeature {
  const { name } = feature;
  const supported = isSupported(feature);
  return defined({
    name,
    supported,
    enums: supported && FEATURES_WITH_ENUMS.includes(name) ? readEnums(feature) : undefined,
    sev: supported && name === "sev" ? readSev(feature) : undefined,
    sgx: supported && name === "sgx" ? readSgx(feature) : undefined,
    hypervDefaults: name === "hyperv" ? readHypervDefaults(feature) : undefined,
  });
}

function readSev(sev: ElementReader): SevFeature {
  return defined({
    cbitpos: sev.requiredChild("cbitpos").textInteger(),
    reducedPhysBits: sev.requiredChild("reducedPhysBits").textInteger(),
    maxGuests: sev.child("maxGuests")?.textInteger(),
    maxEsGuests: sev.child("maxESGuests")?.textInteger(),
    cpu0Id: sev.childText("cpu0Id"),
  });
}

function readSgx(sgx: ElementReader): SgxFeature {
  const sectionSize = sgx.requiredChild("section_size");
  sectionSize.requiredOneOf("unit", ["KiB"]);
  return {
    flc: sgx.requiredChild("flc").textOneOf(["yes", "no"]) === "yes",
    sgx1: sgx.requiredChild("sgx1").textOneOf(["yes", "no"]) === "yes",
    sgx2: sgx.requiredChild("sgx2").textOneOf(["yes", "no"]) === "yes",
    sectionSizeKiB: sectionSize.textInteger(),
    sections: (sgx.child("sections")?.children("section") ?? []).map((section) => {
      section.requiredOneOf("unit", ["KiB"]);
      return { node: section.requiredInteger("node"), sizeKiB: section.requiredInteger("size") };
    }),
  };
}

function readHypervDefaults(hyperv: ElementReader): HypervDefaults | undefined {
  const defaults = hyperv.child("defaults");
  if (defaults === undefined) return undefined;
  return defined({
    spinlocks: defaults.child("spinlocks")?.textInteger(),
    stimerDirect: readSwitch(defaults.child("stimer_direct")),
    tlbflushDirect: readSwitch(defaults.child("tlbflush_direct")),
    tlbflushExtended: readSwitch(defaults.child("tlbflush_extended")),
    vendorId: defaults.childText("vendor_id"),
  });
}

function readSwitch(element: ElementReader | undefined): boolean | undefined {
  return element === undefined ? undefined : element.textOneOf(["on", "off"]) === "on";
}
