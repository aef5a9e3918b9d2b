/**
 * The best CPU that several CPUs have in common.
 *
 * @module
 */

import type { CpuDocument } from "../conf/cpu/document.ts";
import { cpuFamily } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { CpuError } from "./error.ts";
import { expandCpu } from "./expand.ts";
import { baselinePpc64 } from "./ppc64/baseline.ts";
import type { ModelDefinition } from "./properties.ts";
import { baselineX86 } from "./x86/baseline.ts";
import { isNeverPassedOn } from "./x86/features.ts";

/** How to compute a baseline. */
export interface BaselineOptions {
  /** The models that the hypervisor offers; all where absent. */
  readonly models?: readonly ModelDefinition[];
  /** The features that the hypervisor can give to a guest; all where absent. */
  readonly features?: readonly string[];
  /** Leave out features that keep a guest from being migrated. Default: false. */
  readonly migratable?: boolean;
  /** List the features of the model too, sorted by name. Default: false. */
  readonly expandFeatures?: boolean;
  /** Leave out features that no hypervisor takes (`osxsave`, `ospke`, resource monitoring). Default: false. */
  readonly onlyPassedOn?: boolean;
}

/**
 * Computes the guest CPU that each of the CPUs can run. Throws {@linkcode CpuError} where there is none, and for
 * unknown names and architectures without rules.
 */
export function baselineCpu(
  map: CpuMap,
  input: { readonly arch?: string; readonly cpus: readonly CpuDocument[] },
  options: BaselineOptions = {},
): CpuDocument {
  const { cpus } = input;
  if (cpus.length === 0) throw new CpuError("invalid", "no CPUs given");
  const nameless = cpus.findIndex((cpu) => cpu.model?.name === undefined);
  if (nameless >= 0) throw new CpuError("invalid", `no CPU model specified at index ${nameless}`);
  const arch = input.arch ?? cpus[0]!.arch ?? "";
  const common = baselineOf(map, arch, { cpus, options });
  const isX86 = cpuFamily(arch) === "x86";
  const kept = isX86 && options.onlyPassedOn === true
    ? { ...common, features: common.features.filter(({ name }) => !isNeverPassedOn(name)) }
    : common;
  return options.expandFeatures === true ? expandCpu(map, arch, kept) : kept;
}

function baselineOf(map: CpuMap, arch: string, context: {
  readonly cpus: readonly CpuDocument[];
  readonly options: BaselineOptions;
}): CpuDocument {
  const { cpus, options } = context;
  switch (cpuFamily(arch)) {
    case "x86":
      return baselineX86(map.x86, cpus, options);
    case "ppc64":
      return baselinePpc64(cpus);
    case "arm":
      return {
        mode: "custom",
        match: "exact",
        model: { name: cpus[0]!.model!.name!, fallback: "allow" },
        features: [],
      };
    case "s390":
      throw new CpuError("unsupported", `cannot compute baseline CPU of ${arch} architecture`);
    default:
      throw new CpuError("unsupported", `'${arch}' architecture is not supported by CPU driver`);
  }
}
