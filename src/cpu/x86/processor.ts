/**
 * What is known of one x86 processor, real or virtual: its features, vendor and signature, read from CPUID, from
 * QEMU's expansion of a model, or from /proc/cpuinfo.
 *
 * @module
 */

import type { CpuidLeaf, MsrValue } from "../../host/host.ts";
import type { CpuProperty } from "../properties.ts";
import { FeatureSet } from "./feature_set.ts";
import type { FeatureRegister } from "./features.ts";
import { X86_VENDORS, type X86Map } from "./model_map.ts";
import { featuresFromProcFlag } from "./proc_flags.ts";
import { featureFromQemu } from "./qemu_names.ts";

/** Family, model and stepping as people write them, the extended parts added in. */
export interface Signature {
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
}

/** One processor. */
export interface X86Processor {
  readonly features: FeatureSet;
  /** Absent where the vendor string is none that is known. */
  readonly vendor?: string;
  /** Absent where nothing is known of it, as in the result of set arithmetic. */
  readonly signature?: Signature;
}

/** Reads a processor from the answers of the CPUID instruction and the registers that hold features. */
export function processorFromCpuid(
  map: X86Map,
  leaves: readonly CpuidLeaf[],
  msrs: readonly MsrValue[] = [],
): X86Processor {
  const cpuid = new Map(leaves.map((leaf) => [`${leaf.eaxIn}/${leaf.ecxIn}`, leaf]));
  const registers = new Map(msrs.map((msr) => [msr.index, msr]));
  const features = new FeatureSet(map.features.length);
  for (const feature of map.features) {
    if (readRegister(feature.register, cpuid, registers) >>> feature.bit & 1) features.add(feature.index);
  }
  const first = cpuid.get("0/0");
  const vendor = first === undefined ? undefined : vendorName(vendorString(first));
  return {
    features,
    ...(vendor === undefined ? {} : { vendor }),
    signature: decodeSignature(cpuid.get("1/0")?.eax ?? 0),
  };
}

/** Reads a processor from the properties that QEMU's expansion of a model has. */
export function processorFromProperties(
  map: X86Map,
  properties: readonly CpuProperty[],
  options: { readonly migratable?: boolean } = {},
): X86Processor {
  const features = new FeatureSet(map.features.length);
  const numbers = new Map<string, number>();
  let vendor: string | undefined;
  for (const { name, value, migratable } of properties) {
    if (typeof value === "number") numbers.set(name, value);
    else if (typeof value === "string") vendor = name === "vendor" ? vendorName(value) : vendor;
    else if (value && !(options.migratable === true && migratable === false)) {
      const feature = map.featureByName.get(featureFromQemu(name));
      if (feature !== undefined) features.add(feature.index);
    }
  }
  return {
    features,
    ...(vendor === undefined ? {} : { vendor }),
    signature: {
      family: numbers.get("family") ?? 0,
      model: numbers.get("model") ?? 0,
      stepping: numbers.get("stepping") ?? 0,
    },
  };
}

/** Reads a processor from the fields of /proc/cpuinfo, for hosts where CPUID cannot be executed. */
export function processorFromProcFlags(map: X86Map, cpuinfo: {
  readonly vendorId: string;
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
  readonly flags: readonly string[];
}): X86Processor {
  const vendor = vendorName(cpuinfo.vendorId);
  const features = new FeatureSet(map.features.length);
  for (const flag of cpuinfo.flags) {
    for (const name of featuresFromProcFlag(flag, vendor)) {
      const feature = map.featureByName.get(name);
      if (feature !== undefined) features.add(feature.index);
    }
  }
  return {
    features,
    ...(vendor === undefined ? {} : { vendor }),
    signature: { family: cpuinfo.family, model: cpuinfo.model, stepping: cpuinfo.stepping },
  };
}

/** Takes a signature apart as CPUID leaf 1 gives it in EAX. Source: Intel SDM volume 2, CPUID. */
export function decodeSignature(eax: number): Signature {
  return {
    family: (eax >>> 20 & 0xff) + (eax >>> 8 & 0xf),
    model: (eax >>> 12 & 0xf0) + (eax >>> 4 & 0xf),
    stepping: eax & 0xf,
  };
}

function vendorName(text: string): string | undefined {
  return Object.hasOwn(X86_VENDORS, text) ? X86_VENDORS[text] : undefined;
}

function readRegister(
  register: FeatureRegister,
  cpuid: ReadonlyMap<string, CpuidLeaf>,
  registers: ReadonlyMap<number, MsrValue>,
): number {
  if (register.kind === "msr") return registers.get(register.index)?.[register.output] ?? 0;
  return cpuid.get(`${register.leaf}/${register.subleaf}`)?.[register.output] ?? 0;
}

/** The vendor's twelve letters: EBX, EDX, ECX, low byte first. */
function vendorString(leaf: CpuidLeaf): string {
  return [leaf.ebx, leaf.edx, leaf.ecx]
    .map((word) => String.fromCharCode(word & 0xff, word >>> 8 & 0xff, word >>> 16 & 0xff, word >>> 24 & 0xff))
    .join("");
}
