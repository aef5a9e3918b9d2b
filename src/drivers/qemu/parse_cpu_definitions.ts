/**
 * The CPU models of a binary: the answer to `query-cpu-definitions`.
 *
 * @module
 */

import { featureToQemu } from "../../cpu/x86/qemu_names.ts";
import type { CpuDefinition } from "./capabilities.ts";
import { fieldFlag, fieldText, readRecords, readTexts, type Reply, requireText } from "./schema.ts";

/** POWER models as the reference spells them; QEMU writes them in lower case. */
const POWER_MODELS = [
  "POWER6",
  "POWER7",
  "POWER8",
  "POWER9",
  "POWER10",
  "POWER11",
  "POWERPC_e5500",
  "POWERPC_e6500",
];

/** The models in QEMU's order; `arch` in libvirt's words. */
export function parseCpuDefinitions(reply: unknown, arch: string): CpuDefinition[] {
  return readRecords("query-cpu-definitions", reply).map((record) => parseDefinition(record, arch));
}

function parseDefinition(record: Reply, arch: string): CpuDefinition {
  const typename = fieldText(record, "typename");
  const missing = record["unavailable-features"];
  const features = Array.isArray(missing) ? readTexts("query-cpu-definitions", missing) : undefined;
  return {
    name: modelName(requireText("query-cpu-definitions", record, "name"), arch),
    ...typename && { typename },
    usable: features === undefined ? "unknown" : features.length > 0 ? "no" : "yes",
    blockers: (features ?? []).map((feature) => blockerName(feature, arch)),
    deprecated: fieldFlag(record, "deprecated") ?? false,
  };
}

function modelName(name: string, arch: string): string {
  if (arch !== "ppc64" && arch !== "ppc64le") return name;
  return POWER_MODELS.find((model) => model.toLowerCase() === name.toLowerCase()) ?? name;
}

function blockerName(feature: string, arch: string): string {
  if (arch !== "x86_64" && arch !== "i686") return feature;
  return featureToQemu(feature);
}
