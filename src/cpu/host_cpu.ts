/**
 * Describes the processor of the host: the model, vendor and features that the host capabilities show.
 *
 * @module
 */

import type { HostCpu } from "../conf/capabilities/document.ts";
import type { CpuidLeaf, MsrValue } from "../host/host.ts";
import { decodeArm } from "./arm/decode.ts";
import { cpuFamily } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { CpuError } from "./error.ts";
import { findByVersion } from "./ppc64/models.ts";
import type { ModelDefinition } from "./properties.ts";
import { decodeX86 } from "./x86/decode.ts";
import type { X86Map } from "./x86/model_map.ts";
import { processorFromCpuid, processorFromProcFlags, type X86Processor } from "./x86/processor.ts";

/** What the host says of its processor, in the terms of its architecture. */
export interface ProcessorFacts {
  /** The host's architecture in libvirt's words. */
  readonly arch: string;
  /** x86: answers of the CPUID instruction. */
  readonly cpuid?: readonly CpuidLeaf[];
  /** x86: registers that hold features; only IA32_ARCH_CAPABILITIES is of use. */
  readonly msrs?: readonly MsrValue[];
  /** x86: fields of /proc/cpuinfo, used where there is no CPUID. */
  readonly cpuinfo?: {
    readonly vendorId: string;
    readonly family: number;
    readonly model: number;
    readonly stepping: number;
    readonly flags: readonly string[];
  };
  /** ARM: the main identification register's fields and the kernel's feature names. */
  readonly arm?: { readonly implementer: number; readonly part: number; readonly features: readonly string[] };
  /** POWER: the processor version register. */
  readonly pvr?: number;
}

/** The part of the host capabilities that follows from the processor alone. */
export type DecodedHostCpu = Pick<HostCpu, "arch" | "model" | "vendor" | "signature" | "features">;

/** Index of IA32_ARCH_CAPABILITIES. Source: Intel SDM volume 4. */
const ARCH_CAPABILITIES = 0x10a;

/** Describes the host's processor; without a model where the facts are missing or point at none that is known. */
export function decodeHostCpu(map: CpuMap, facts: ProcessorFacts): DecodedHostCpu {
  const { arch } = facts;
  switch (cpuFamily(arch)) {
    case "x86": {
      const processor = readX86(map.x86, facts);
      return processor === undefined ? { arch, features: [] } : describeX86Host(map.x86, arch, processor);
    }
    case "arm":
      return { arch, ...(facts.arm && decodeArm(facts.arm)), features: facts.arm?.features.map(named) ?? [] };
    case "ppc64": {
      const model = facts.pvr === undefined ? undefined : findByVersion(facts.pvr);
      return { arch, ...(model && { model: model.name, vendor: model.vendor }), features: [] };
    }
    default:
      return { arch, features: [] };
  }
}

/** Reads the x86 processor out of the facts; `undefined` where they hold neither CPUID nor /proc/cpuinfo. */
export function readX86(map: X86Map, facts: ProcessorFacts): X86Processor | undefined {
  if (facts.cpuid !== undefined && facts.cpuid.length > 0) {
    // Without the CPUID bit the register does not exist, whatever a hypervisor claims to offer in its place.
    const exists = facts.cpuid.some((leaf) => leaf.eaxIn === 7 && leaf.ecxIn === 0 && (leaf.edx >>> 29 & 1) === 1);
    const msrs = exists ? facts.msrs?.filter((msr) => msr.index === ARCH_CAPABILITIES) : [];
    return processorFromCpuid(map, facts.cpuid, msrs);
  }
  return facts.cpuinfo && processorFromProcFlags(map, facts.cpuinfo);
}

/** Decodes the host's processor as a guest CPU, for hypervisors that do not describe it themselves. */
export function decodeHostAsGuest(
  map: CpuMap,
  facts: ProcessorFacts,
  models?: readonly ModelDefinition[],
): { readonly model: string; readonly vendor?: string; readonly features: HostCpu["features"] } | undefined {
  if (cpuFamily(facts.arch) === "x86") {
    const processor = readX86(map.x86, facts);
    if (processor === undefined) return undefined;
    const decoded = attempt(() => decodeX86(map.x86, processor, { type: "guest", ...(models && { models }) }));
    return decoded && { model: decoded.model, ...vendorOf(decoded.vendor), features: decoded.features };
  }
  const { model, vendor, features } = decodeHostCpu(map, facts);
  if (model === undefined || (models !== undefined && !models.some(({ name }) => name === model))) return undefined;
  return { model, ...vendorOf(vendor), features: features.map(({ name }) => ({ policy: "require", name })) };
}

function describeX86Host(map: X86Map, arch: string, processor: X86Processor): DecodedHostCpu {
  const decoded = attempt(() => decodeX86(map, processor, { type: "host" }));
  if (decoded === undefined) return { arch, ...vendorOf(processor.vendor), features: [] };
  const { model, signature, features } = decoded;
  return { arch, model, ...vendorOf(decoded.vendor), ...(signature && { signature }), features };
}

/** No model that fits is an answer, not a failure: a processor may be older than every model. */
function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof CpuError && error.code === "incompatible") return undefined;
    throw error;
  }
}

function vendorOf(vendor: string | undefined): { readonly vendor?: string } {
  return vendor === undefined ? {} : { vendor };
}

function named(name: string): { readonly name: string } {
  return { name };
}
