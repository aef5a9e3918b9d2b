/**
 * Writes the elements that host CPUs, guest CPUs and the host-model answer have in common.
 *
 * @module
 */

import { type XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { CpuCounter, CpuFeature, CpuSignature, CpuTopology, MaxPhysAddr } from "./document.ts";

/** What there may be. */
export interface CpuParts {
  readonly vendor?: string;
  readonly microcode?: number;
  readonly signature?: CpuSignature;
  readonly counter?: CpuCounter;
  readonly topology?: CpuTopology;
  readonly cache?: { readonly level?: number; readonly mode: string };
  readonly maxPhysAddr?: MaxPhysAddr;
  readonly features: readonly CpuFeature[];
}

/** What the document's version does not know. */
export interface CpuPartsOptions {
  readonly withoutClusters?: boolean;
  readonly withoutLimit?: boolean;
}

/** Writes the parts in libvirt's order. */
export function writeCpuParts(writer: XmlWriter, parts: CpuParts, options: CpuPartsOptions = {}): void {
  const { vendor, microcode, signature, counter, topology, cache, maxPhysAddr } = parts;
  if (vendor !== undefined) writer.element("vendor", {}, vendor);
  if (microcode !== undefined) writer.element("microcode", { version: microcode });
  if (signature !== undefined) {
    const { family, model, stepping } = signature;
    writer.element("signature", { family, model, stepping });
  }
  if (counter !== undefined) {
    const { name, frequency, scaling } = counter;
    writer.element("counter", { name, frequency, scaling: yesNo(scaling) });
  }
  if (topology !== undefined) {
    const { sockets, dies, cores, threads } = topology;
    const clusters = options.withoutClusters === true ? undefined : topology.clusters;
    writer.element("topology", { sockets, dies, clusters, cores, threads });
  }
  if (cache !== undefined) writer.element("cache", { level: cache.level, mode: cache.mode });
  if (maxPhysAddr !== undefined) {
    const { mode, bits } = maxPhysAddr;
    writer.element("maxphysaddr", { mode, bits, limit: options.withoutLimit === true ? undefined : maxPhysAddr.limit });
  }
  for (const { policy, name } of parts.features) writer.element("feature", { policy, name });
}
