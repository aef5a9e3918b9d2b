/**
 * Writes the `<cpu>` part of domain capabilities.
 *
 * @module
 */

import { writeCpuParts } from "../cpu/write_cpu_parts.ts";
import type { FormatOptions } from "../level.ts";
import { type XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { CpuCapabilities, CustomCpuModel, HostModelCpu, SupportedPart } from "./document.ts";
import { knows, writeEnums } from "./write_supported.ts";

/** Writes `<cpu>`. */
export function writeCpu(writer: XmlWriter, cpu: CpuCapabilities, options: FormatOptions): void {
  writer.block("cpu", {}, () => {
    writeMode(writer, { name: "host-passthrough", part: cpu.hostPassthrough }, options);
    if (cpu.maximum !== undefined) writeMode(writer, { name: "maximum", part: cpu.maximum }, options);
    writeHostModel(writer, cpu.hostModel, options);
    writeCustom(writer, cpu.custom, options);
  });
}

function writeMode(writer: XmlWriter, mode: { name: string; part: SupportedPart }, options: FormatOptions): void {
  const { name, part } = mode;
  const attributes = { name, supported: yesNo(part.supported) };
  writer.element("mode", attributes, () => writeEnums(writer, { place: `cpu/${name}`, enums: part.enums }, options));
}

function writeHostModel(writer: XmlWriter, cpu: HostModelCpu | undefined, options: FormatOptions): void {
  if (cpu === undefined) return writer.element("mode", { name: "host-model", supported: "no" });
  const { maxPhysAddr, ...parts } = cpu;
  const withAddress = maxPhysAddr !== undefined && knows("cpu/host-model/maxphysaddr", options);
  writer.block("mode", { name: "host-model", supported: "yes" }, () => {
    writer.element("model", { fallback: cpu.fallback }, cpu.model);
    writeCpuParts(writer, withAddress ? { ...parts, maxPhysAddr } : parts);
  });
}

function writeCustom(writer: XmlWriter, models: readonly CustomCpuModel[] | undefined, options: FormatOptions): void {
  if (models === undefined || models.length === 0) return writer.element("mode", { name: "custom", supported: "no" });
  const withCanonical = knows("cpu/custom/canonical", options);
  const withBlockers = knows("cpu/custom/blockers", options);
  writer.block("mode", { name: "custom", supported: "yes" }, () => {
    for (const { name, usable, deprecated, vendor = "unknown", canonical, blockers } of models) {
      writer.element("model", {
        usable,
        deprecated: yesNo(deprecated),
        vendor,
        canonical: withCanonical ? canonical : undefined,
      }, name);
      if (!withBlockers || blockers.length === 0) continue;
      writer.element("blockers", { model: name }, () => {
        for (const blocker of blockers) writer.element("feature", { name: blocker });
      });
    }
  });
}
