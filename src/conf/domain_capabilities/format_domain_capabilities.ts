/**
 * `<domainCapabilities>` as text, byte for byte as virsh prints it.
 *
 * @module
 */

import type { FormatOptions } from "../level.ts";
import { XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { DomainCapabilitiesDocument, OsCapabilities } from "./document.ts";
import { writeCpu } from "./write_cpu.ts";
import { writeFeature } from "./write_feature.ts";
import { knows, writeEnums, writeSupported } from "./write_supported.ts";

/** The text of one document, with a line end. */
export function formatDomainCapabilities(document: DomainCapabilitiesDocument, options: FormatOptions = {}): string {
  const writer = new XmlWriter();
  writer.block("domainCapabilities", {}, () => {
    const { path, domain, machine, arch, vcpuMax, iothreads, os, memoryBacking } = document;
    if (path !== undefined) writer.element("path", {}, path);
    writer.element("domain", {}, domain);
    if (machine !== undefined) writer.element("machine", {}, machine);
    writer.element("arch", {}, arch);
    if (vcpuMax !== undefined) writer.element("vcpu", { max: vcpuMax });
    if (iothreads !== undefined) writer.element("iothreads", { supported: yesNo(iothreads) });
    if (os !== undefined) writeOs(writer, os, options);
    writeCpu(writer, document.cpu, options);
    if (memoryBacking !== undefined) {
      writeSupported(writer, { name: "memoryBacking", place: "memoryBacking", part: memoryBacking }, options);
    }
    writer.block("devices", {}, () => {
      for (const device of document.devices) {
        writeSupported(writer, { name: device.name, place: `devices/${device.name}`, part: device }, options);
      }
    });
    writer.unlessEmpty("features", {}, () => {
      for (const feature of document.features) writeFeature(writer, feature, options);
    });
  });
  return writer.toString();
}

function writeOs(writer: XmlWriter, os: OsCapabilities, options: FormatOptions): void {
  if (!os.supported) return writer.element("os", { supported: "no" });
  const { firmwareFeatures, loader, varstore } = os;
  writer.block("os", { supported: "yes" }, () => {
    writeEnums(writer, { place: "os", enums: os.enums }, options);
    if (firmwareFeatures !== undefined) {
      const place = "os/firmwareFeatures";
      writeSupported(writer, { name: "firmwareFeatures", place, part: firmwareFeatures }, options);
    }
    if (loader !== undefined) {
      writeSupported(writer, { name: "loader", place: "os/loader", part: loader, values: loader.values }, options);
    }
    if (varstore !== undefined && knows("os/varstore", options)) {
      writer.element("varstore", { supported: yesNo(varstore) });
    }
  });
}
