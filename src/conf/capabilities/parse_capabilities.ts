/**
 * The host `<capabilities>` from text.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  readCounter,
  readFeatures,
  readMaxPhysAddr,
  readSignature,
  readTopology as readCpuTopology,
} from "../cpu/read_cpu_parts.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { readDocument, type ReadDocumentOptions } from "../xml/read_document.ts";
import type { CapabilitiesDocument, HostCapabilities, HostCpu, SecurityModel } from "./document.ts";
import { readGuest } from "./read_guest.ts";
import { readQuantity } from "./read_quantity.ts";
import { readCache, readMemoryBandwidth } from "./read_resources.ts";
import { readTopology } from "./read_topology.ts";

const SUSPEND_TARGETS = ["suspend_mem", "suspend_disk", "suspend_hybrid"] as const;

/**
 * Reads one document.
 *
 * @throws {DocumentError} The text is not such a document.
 */
export function parseCapabilities(
  text: string,
  options: Pick<ReadDocumentOptions, "unknown"> = {},
): CapabilitiesDocument {
  return readDocument(text, readCapabilities, { ...options, root: "capabilities" });
}

function readCapabilities(root: ElementReader): CapabilitiesDocument {
  const pool = root.child("pool")?.requiredChild("enum");
  pool?.requiredOneOf("name", ["type"]);
  return defined({
    host: readHost(root.requiredChild("host")),
    guests: root.children("guest").map(readGuest),
    storagePoolTypes: pool?.children("value").map((value) => value.text()),
  });
}

function readHost(host: ElementReader): HostCapabilities {
  const cpu = host.child("cpu");
  const topology = host.child("topology");
  const cache = host.child("cache");
  const memoryBandwidth = host.child("memory_bandwidth");
  return defined({
    uuid: host.childText("uuid"),
    cpu: cpu === undefined ? undefined : readHostCpu(cpu),
    powerManagement: readPowerManagement(host),
    iommu: host.child("iommu")?.yesNo("support"),
    migration: readMigration(host),
    netPrefix: host.childText("netprefix"),
    topology: topology === undefined ? undefined : readTopology(topology),
    cache: cache === undefined ? undefined : readCache(cache),
    memoryBandwidth: memoryBandwidth === undefined ? undefined : readMemoryBandwidth(memoryBandwidth),
    securityModels: host.children("secmodel").map(readSecurityModel),
  });
}

function readHostCpu(cpu: ElementReader): HostCpu {
  return defined({
    arch: cpu.requiredChild("arch").text(),
    flags: cpu.child("features")?.elements().map((flag) => flag.name),
    model: cpu.childText("model"),
    vendor: cpu.childText("vendor"),
    microcode: cpu.child("microcode")?.requiredInteger("version"),
    signature: readSignature(cpu),
    counter: readCounter(cpu),
    topology: readCpuTopology(cpu),
    maxPhysAddr: readMaxPhysAddr(cpu),
    features: readFeatures(cpu),
    pages: cpu.children("pages").map((pages) => readQuantity(pages, "size")),
  });
}

function readPowerManagement(host: ElementReader): HostCapabilities["powerManagement"] {
  const element = host.child("power_management");
  if (element === undefined) return undefined;
  return SUSPEND_TARGETS.filter((target) => element.child(target) !== undefined);
}

function readMigration(host: ElementReader): HostCapabilities["migration"] {
  const migration = host.child("migration_features");
  if (migration === undefined) return undefined;
  const transports = migration.child("uri_transports")?.children("uri_transport") ?? [];
  return {
    live: migration.child("live") !== undefined,
    uriTransports: transports.map((transport) => transport.text()),
  };
}

function readSecurityModel(model: ElementReader): SecurityModel {
  return {
    model: model.requiredChild("model").text(),
    doi: model.requiredChild("doi").text(),
    baseLabels: model.children("baselabel").map((label) => ({
      type: label.requiredAttribute("type"),
      label: label.text(),
    })),
  };
}
