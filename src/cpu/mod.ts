/**
 * CPUs as documents describe them: which model a host is, which CPU a guest can have, what CPUs have in common.
 *
 * @module
 */

export { type CpuFamily, cpuFamily, isNativeGuest } from "./architecture.ts";
export { baselineCpu, type BaselineOptions } from "./baseline.ts";
export { compareCpu, type Comparison } from "./compare.ts";
export { CpuMap } from "./cpu_map.ts";
export { customModels, modelNames } from "./custom_models.ts";
export { CpuError, type CpuErrorCode } from "./error.ts";
export { expandCpu } from "./expand.ts";
export { type DecodedHostCpu, decodeHostCpu, type ProcessorFacts } from "./host_cpu.ts";
export { hostModel, type HostModelInput, type HostModels } from "./host_model.ts";
export { findIgnoringCase as findPpc64Model } from "./ppc64/models.ts";
export type { CpuProperty, ExpandedModel, ModelDefinition } from "./properties.ts";
export { featureFromAnySpelling, featureFromQemu, featureToQemu } from "./x86/qemu_names.ts";
