/**
 * `<cpu>` as compare and baseline take it: of a guest definition, or of a host.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { readDocument, type ReadDocumentOptions } from "../xml/read_document.ts";
import type { CpuDocument } from "./document.ts";
import { readCounter, readFeatures, readMaxPhysAddr, readSignature, readTopology } from "./read_cpu_parts.ts";

/**
 * Reads one CPU. Its `<numa>` (a matter of the guest) and `<pages>` (of the host) say nothing of the processor and are
 * passed over.
 *
 * @throws {DocumentError} The text is not such a document.
 */
export function parseCpu(text: string, options: Pick<ReadDocumentOptions, "unknown"> = {}): CpuDocument {
  return readDocument(text, readCpu, { ...options, root: "cpu" });
}

function readCpu(cpu: ElementReader): CpuDocument {
  for (const passed of [...cpu.children("numa"), ...cpu.children("pages")]) passed.ignoreRest();
  return defined({
    mode: cpu.oneOf("mode", ["custom", "host-model", "host-passthrough", "maximum"]),
    match: cpu.oneOf("match", ["minimum", "exact", "strict"]),
    check: cpu.oneOf("check", ["none", "partial", "full"]),
    migratable: cpu.onOff("migratable"),
    arch: cpu.childText("arch"),
    model: readModel(cpu),
    vendor: cpu.childText("vendor"),
    microcode: cpu.child("microcode")?.requiredInteger("version"),
    signature: readSignature(cpu),
    counter: readCounter(cpu),
    topology: readTopology(cpu),
    cache: readCache(cpu),
    maxPhysAddr: readMaxPhysAddr(cpu),
    features: readFeatures(cpu),
  });
}

function readModel(cpu: ElementReader): CpuDocument["model"] {
  const model = cpu.child("model");
  if (model === undefined) return undefined;
  const name = model.text().trim();
  return defined({
    name: name === "" ? undefined : name,
    fallback: model.oneOf("fallback", ["allow", "forbid"]),
    vendorId: model.attribute("vendor_id"),
  });
}

function readCache(cpu: ElementReader): CpuDocument["cache"] {
  const cache = cpu.child("cache");
  if (cache === undefined) return undefined;
  return defined({
    level: cache.integer("level", { min: 1, max: 3 }),
    mode: cache.requiredOneOf("mode", ["emulate", "passthrough", "disable"]),
  });
}
