/**
 * What a cache file says an accelerator offers: the host's CPU, the CPU models and the machine types.
 *
 * @module
 */

import type { Accelerator, AcceleratorType, CpuDefinition, CpuProperty, MachineType } from "./capabilities.ts";
import { readNumber, requireAttribute } from "./read_cached_values.ts";
import { attributeOf, childOf, childrenOf, foreign, type ScannedElement } from "./scan_elements.ts";

/** Of the elements that have the accelerator as their type. Throws {@linkcode ForeignDocumentError}. */
export function parseAccelerator(type: AcceleratorType, elements: readonly ScannedElement[]): Accelerator {
  const host = elements.find((element) => element.name === "hostCPU");
  const deprecated = host && childOf(host, "deprecatedFeatures");
  const hostDeprecated = host && childOf(host, "hostDeprecatedFeatures");
  return {
    type,
    ...host !== undefined && {
      hostCpu: {
        name: requireAttribute(host, "model"),
        migratability: attributeOf(host, "migratability") === "yes",
        properties: childrenOf(host, "property").map(parseProperty),
        ...deprecated !== undefined && { deprecatedFeatures: parseNames(deprecated) },
        ...hostDeprecated !== undefined && { hostDeprecatedFeatures: parseNames(hostDeprecated) },
      },
    },
    cpus: elements.filter((element) => element.name === "cpu").map(parseCpu),
    machines: elements.filter((element) => element.name === "machine").map(parseMachine),
  };
}

function parseNames(element: ScannedElement): string[] {
  return childrenOf(element, "property").map((property) => requireAttribute(property, "name"));
}

function parseProperty(element: ScannedElement): CpuProperty {
  const name = requireAttribute(element, "name");
  const value = parseValue(element);
  const migratable = attributeOf(element, "migratable");
  return migratable === undefined ? { name, value } : { name, value, migratable: migratable === "yes" };
}

function parseValue(element: ScannedElement): CpuProperty["value"] {
  const type = attributeOf(element, "type");
  switch (type) {
    case "boolean":
      return attributeOf(element, "value") === "true";
    case "string":
      return requireAttribute(element, "value");
    case "number":
      return readNumber(element, "value");
    default:
      throw foreign(`a CPU property cannot be "${type}"`);
  }
}

function parseCpu(element: ScannedElement): CpuDefinition {
  const typename = attributeOf(element, "typename");
  const usable = attributeOf(element, "usable");
  return {
    name: requireAttribute(element, "name"),
    ...typename !== undefined && { typename },
    usable: usable === "yes" || usable === "no" ? usable : "unknown",
    blockers: childrenOf(element, "blocker").map((blocker) => requireAttribute(blocker, "name")),
    deprecated: attributeOf(element, "deprecated") === "yes",
  };
}

function parseMachine(element: ScannedElement): MachineType {
  const alias = attributeOf(element, "alias");
  const defaultCpu = attributeOf(element, "defaultCPU");
  const defaultRamId = attributeOf(element, "defaultRAMid");
  const acpi = attributeOf(element, "acpi");
  return {
    name: requireAttribute(element, "name"),
    ...alias !== undefined && { alias },
    isDefault: attributeOf(element, "default") === "yes",
    maxCpus: readNumber(element, "maxCpus"),
    hotplugCpus: attributeOf(element, "hotplugCpus") === "yes",
    numaMemSupported: attributeOf(element, "numaMemSupported") === "yes",
    ...defaultCpu !== undefined && { defaultCpu },
    ...defaultRamId !== undefined && { defaultRamId },
    deprecated: attributeOf(element, "deprecated") === "yes",
    ...acpi !== undefined && { acpi: acpi === "yes" },
  };
}
