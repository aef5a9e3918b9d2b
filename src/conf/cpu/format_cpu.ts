/**
 * Writes `<cpu>` of a guest definition or of a host.
 *
 * @module
 */

import { onOff, XmlWriter } from "../xml/xml_writer.ts";
import type { CpuDocument } from "./document.ts";
import { writeCpuParts } from "./write_cpu_parts.ts";

/** The text of one CPU, with a line end. */
export function formatCpu(cpu: CpuDocument): string {
  const writer = new XmlWriter();
  const { mode, match, check, migratable, arch, model } = cpu;
  writer.element("cpu", { mode, match, check, migratable: onOff(migratable) }, () => {
    if (arch !== undefined) writer.element("arch", {}, arch);
    if (model !== undefined) {
      writer.element("model", { fallback: model.fallback, vendor_id: model.vendorId }, model.name ?? "");
    }
    writeCpuParts(writer, cpu);
  });
  return writer.toString();
}
