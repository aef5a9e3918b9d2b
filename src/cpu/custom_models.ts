/**
 * The named models that a guest may ask for.
 *
 * @module
 */

import type { CustomCpuModel } from "../conf/domain_capabilities/document.ts";
import { cpuFamily } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { PPC64_MODELS } from "./ppc64/models.ts";
import type { ModelDefinition } from "./properties.ts";

/**
 * Lists the named models for the domain capabilities, in the hypervisor's order: those of its models that clients can
 * name in a document. Empty where custom CPUs are not supported.
 */
export function customModels(
  map: CpuMap,
  arch: string,
  definitions: readonly ModelDefinition[],
): readonly CustomCpuModel[] {
  const known = knownModels(map, arch);
  return definitions
    .filter(({ name }) => name !== "host" && known !== "none" && (known === "any" || known.has(name)))
    .map(({ name, usable, deprecated, blockers }) => ({
      name,
      usable,
      vendor: (typeof known === "string" ? undefined : known.get(name)) ?? "unknown",
      ...(deprecated ? { deprecated } : {}),
      blockers,
    }));
}

/**
 * Lists the names of all models that documents for an architecture may use, oldest first; `"any"` where every name of
 * the hypervisor will do, `undefined` where CPUs of the architecture have no rules.
 */
export function modelNames(map: CpuMap, arch: string): readonly string[] | "any" | undefined {
  const known = knownModels(map, arch);
  if (known === "none") return undefined;
  return known === "any" ? known : [...known.keys()];
}

/** Names and vendors; any name will do where only the hypervisor knows its models. */
function knownModels(map: CpuMap, arch: string): ReadonlyMap<string, string | undefined> | "any" | "none" {
  switch (cpuFamily(arch)) {
    case "x86":
      return new Map(map.x86.models.map((model) => [model.name, model.vendor]));
    case "ppc64":
      return new Map(PPC64_MODELS.map((model) => [model.name, model.vendor]));
    case undefined:
      return "none";
    default:
      return "any";
  }
}
