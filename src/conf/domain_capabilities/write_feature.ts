/**
 * Writes one row of `<features>` in domain capabilities.
 *
 * @module
 */

import type { FormatOptions } from "../level.ts";
import { onOff, type XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { DomainFeature, HypervDefaults, SevFeature, SgxFeature } from "./document.ts";
import { FEATURES_WITH_ENUMS } from "./features_with_enums.ts";
import { knows, writeEnums } from "./write_supported.ts";

/** Writes a feature of any name. */
export function writeFeature(writer: XmlWriter, feature: DomainFeature, options: FormatOptions): void {
  const { name, supported, enums = [], sev, sgx, hypervDefaults } = feature;
  const place = `features/${name}`;
  if (!knows(place, options)) return;
  const attributes = { supported: yesNo(supported) };
  if (!supported || !(FEATURES_WITH_ENUMS.includes(name) || sev !== undefined || sgx !== undefined)) {
    return writer.element(name, attributes);
  }
  writer.block(name, attributes, () => {
    writeEnums(writer, { place, enums }, options);
    if (sev !== undefined) writeSev(writer, sev);
    if (sgx !== undefined) writeSgx(writer, sgx);
    if (hypervDefaults !== undefined && knows("features/hyperv/defaults", options)) {
      writeHypervDefaults(writer, hypervDefaults);
    }
  });
}

function writeSev(writer: XmlWriter, sev: SevFeature): void {
  writer.element("cbitpos", {}, sev.cbitpos);
  writer.element("reducedPhysBits", {}, sev.reducedPhysBits);
  if (sev.maxGuests !== undefined) writer.element("maxGuests", {}, sev.maxGuests);
  if (sev.maxEsGuests !== undefined) writer.element("maxESGuests", {}, sev.maxEsGuests);
  if (sev.cpu0Id !== undefined) writer.element("cpu0Id", {}, sev.cpu0Id);
}

function writeSgx(writer: XmlWriter, sgx: SgxFeature): void {
  writer.element("flc", {}, yesNo(sgx.flc));
  writer.element("sgx1", {}, yesNo(sgx.sgx1));
  writer.element("sgx2", {}, yesNo(sgx.sgx2));
  writer.element("section_size", { unit: "KiB" }, sgx.sectionSizeKiB);
  writer.unlessEmpty("sections", {}, () => {
    for (const { node, sizeKiB } of sgx.sections) writer.element("section", { node, size: sizeKiB, unit: "KiB" });
  });
}

function writeHypervDefaults(writer: XmlWriter, defaults: HypervDefaults): void {
  const rows = {
    spinlocks: defaults.spinlocks,
    stimer_direct: onOff(defaults.stimerDirect),
    tlbflush_direct: onOff(defaults.tlbflushDirect),
    tlbflush_extended: onOff(defaults.tlbflushExtended),
    vendor_id: defaults.vendorId,
  };
  writer.element("defaults", {}, () => {
    for (const [name, value] of Object.entries(rows)) if (value !== undefined) writer.element(name, {}, value);
  });
}
