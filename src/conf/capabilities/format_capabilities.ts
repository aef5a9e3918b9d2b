/**
 * The host `<capabilities>` as text, byte for byte as virsh prints it.
 *
 * @module
 */

import { writeCpuParts } from "../cpu/write_cpu_parts.ts";
import { type FormatOptions, isKnown } from "../level.ts";
import { XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { CapabilitiesDocument, HostCapabilities, HostCpu, SecurityModel } from "./document.ts";
import { CAPABILITIES_SINCE } from "./since.ts";
import { writeGuest } from "./write_guest.ts";
import { writeCache, writeMemoryBandwidth } from "./write_resources.ts";
import { writeTopology } from "./write_topology.ts";

/** The text of one document, with a line end. */
export function formatCapabilities(document: CapabilitiesDocument, options: FormatOptions = {}): string {
  const writer = new XmlWriter();
  const { host, guests, storagePoolTypes } = document;
  writer.block("capabilities", {}, () => {
    writer.blankLine();
    writer.block("host", {}, () => writeHost(writer, host, options));
    writer.blankLine();
    for (const guest of guests) {
      writeGuest(writer, guest, options);
      writer.blankLine();
    }
    if (storagePoolTypes === undefined) return;
    writer.block("pool", {}, () => {
      writer.block("enum", { name: "type" }, () => {
        for (const type of storagePoolTypes) writer.element("value", {}, type);
      });
    });
    writer.blankLine();
  });
  return writer.toString();
}

function writeHost(writer: XmlWriter, host: HostCapabilities, options: FormatOptions): void {
  const { uuid, cpu, powerManagement, iommu, migration, netPrefix, topology, cache, memoryBandwidth } = host;
  if (uuid !== undefined) writer.element("uuid", {}, uuid);
  if (cpu !== undefined) writer.block("cpu", {}, () => writeHostCpu(writer, cpu, options));
  if (powerManagement !== undefined) {
    writer.element("power_management", {}, () => {
      for (const target of powerManagement) writer.element(target);
    });
  }
  if (iommu !== undefined) writer.element("iommu", { support: yesNo(iommu) });
  if (migration !== undefined) writeMigration(writer, migration);
  if (netPrefix !== undefined) writer.element("netprefix", {}, netPrefix);
  if (topology !== undefined) writeTopology(writer, topology, options);
  if (cache !== undefined) writeCache(writer, cache);
  if (memoryBandwidth !== undefined) writeMemoryBandwidth(writer, memoryBandwidth);
  for (const model of host.securityModels) writeSecurityModel(writer, model);
}

function writeHostCpu(writer: XmlWriter, cpu: HostCpu, options: FormatOptions): void {
  const { arch, flags, model, pages } = cpu;
  writer.element("arch", {}, arch);
  if (flags !== undefined) {
    writer.block("features", {}, () => {
      for (const flag of flags) writer.element(flag);
    });
  }
  if (model !== undefined) writer.element("model", {}, model);
  writeCpuParts(writer, cpu, {
    withoutClusters: !isKnown(CAPABILITIES_SINCE, "host/cpu/topology/clusters", options),
    withoutLimit: !isKnown(CAPABILITIES_SINCE, "host/cpu/maxphysaddr/limit", options),
  });
  for (const { unit, value } of pages) writer.element("pages", { unit, size: value });
}

function writeMigration(writer: XmlWriter, migration: NonNullable<HostCapabilities["migration"]>): void {
  writer.block("migration_features", {}, () => {
    if (migration.live) writer.element("live");
    writer.unlessEmpty("uri_transports", {}, () => {
      for (const transport of migration.uriTransports) writer.element("uri_transport", {}, transport);
    });
  });
}

function writeSecurityModel(writer: XmlWriter, security: SecurityModel): void {
  const { model, doi, baseLabels } = security;
  writer.block("secmodel", {}, () => {
    writer.text("model", model);
    writer.text("doi", doi);
    for (const { type, label } of baseLabels) writer.element("baselabel", { type }, label);
  });
}
