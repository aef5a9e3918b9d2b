/**
 * The CPU that `mode='host-model'` stands for: as shown, as guests that may be migrated get it, and with everything
 * that either the hypervisor or the processor itself has.
 *
 * @module
 */

import type { CpuDocument, CpuFeature } from "../conf/cpu/document.ts";
import type { HostModelCpu } from "../conf/domain_capabilities/document.ts";
import { cpuFamily, isNativeGuest } from "./architecture.ts";
import type { CpuMap } from "./cpu_map.ts";
import { updateFeatures } from "./document.ts";
import { CpuError } from "./error.ts";
import { expandCpu } from "./expand.ts";
import { decodeHostAsGuest, type ProcessorFacts } from "./host_cpu.ts";
import type { ExpandedModel, ModelDefinition } from "./properties.ts";
import { decodeX86 } from "./x86/decode.ts";
import { isNeverPassedOn } from "./x86/features.ts";
import type { X86Map } from "./x86/model_map.ts";
import { processorFromProperties } from "./x86/processor.ts";

/** What the host model of one accelerator of one emulator follows from. */
export interface HostModelInput {
  /** The host's architecture in libvirt's words. */
  readonly hostArch: string;
  /** The guest's. */
  readonly guestArch: string;
  /** Whether the processor runs the guest (KVM, HVF), rather than an emulation. */
  readonly accelerated: boolean;
  /** The hypervisor's expansion of `host`, or of `max` without acceleration; absent where it has none. */
  readonly expanded?: ExpandedModel;
  /** The named models that the hypervisor offers; none means that it does not say. */
  readonly definitions: readonly ModelDefinition[];
  /** What the host says of its processor; absent where it is of no use or not known. */
  readonly processor?: ProcessorFacts;
  /** Whether the hypervisor tells which features it could not give (QEMU's capability `unavailable-features`). */
  readonly reportsUnavailable: boolean;
}

/** The three readings of the host model; those that few ask for are worked out when they are asked for. */
export interface HostModels {
  /** As the domain capabilities show it. */
  readonly reported: HostModelCpu;
  /** As a guest that may be migrated gets it. */
  migratable(): HostModelCpu;
  /** With all that the processor has, for comparisons; `undefined` where that is not known. */
  full(): HostModelCpu | undefined;
}

/** Works out the host model; `undefined` where there is none for such guests on this host. */
export function hostModel(map: CpuMap, input: HostModelInput): HostModels | undefined {
  if (!isNativeGuest(input.hostArch, input.guestArch)) return undefined;
  switch (cpuFamily(input.guestArch)) {
    case "x86":
      return input.expanded === undefined ? fromProcessor(map, input) : fromExpansion(map, input, input.expanded);
    case "s390":
      return input.expanded && s390Model(input.expanded);
    case "ppc64":
      return fromProcessor(map, input);
    default:
      // QEMU's expansion of an ARM host says which features it has, but not which model it is.
      return undefined;
  }
}

function fromExpansion(map: CpuMap, input: HostModelInput, expanded: ExpandedModel): HostModels | undefined {
  const reported = decodeExpansion(map.x86, input, { expanded, migratable: false });
  if (reported === undefined) return undefined;
  const taken = (cpu: HostModelCpu): HostModelCpu => input.reportsUnavailable ? cpu : withoutRegisters(map.x86, cpu);
  return {
    reported: taken(reported),
    migratable: () => {
      const asked = expanded.migratability
        ? decodeExpansion(map.x86, input, { expanded, migratable: true })
        : undefined;
      return taken(asked ?? onlyMigratable(map.x86, reported));
    },
    full: () => {
      const full = input.accelerated ? withProcessor(map, input, reported) : undefined;
      return full && taken(full);
    },
  };
}

function decodeExpansion(map: X86Map, input: HostModelInput, how: {
  readonly expanded: ExpandedModel;
  readonly migratable: boolean;
}): HostModelCpu | undefined {
  const processor = processorFromProperties(map, how.expanded.properties, { migratable: how.migratable });
  const offered = input.definitions.length > 0 ? { models: input.definitions } : {};
  try {
    const { model, vendor, features } = decodeX86(map, processor, { type: "guest", ...offered });
    return { model, fallback: "forbid", ...(vendor === undefined ? {} : { vendor }), features };
  } catch (error) {
    if (error instanceof CpuError && error.code === "incompatible") return undefined;
    throw error;
  }
}

/** The processor's own features, and those that the hypervisor emulates on top of them. */
function withProcessor(map: CpuMap, input: HostModelInput, reported: HostModelCpu): HostModelCpu | undefined {
  const own = input.processor && decodeHostAsGuest(map, input.processor);
  if (own === undefined) return undefined;
  const document: CpuDocument = { mode: "custom", model: { name: reported.model }, features: reported.features };
  const emulated = expandCpu(map, input.guestArch, document).features.filter(({ policy }) => policy === "require");
  return { ...own, fallback: "allow", features: updateFeatures(own.features, emulated) };
}

/** Hypervisors that do not describe the host get the processor's own description, as far as they take it. */
function fromProcessor(map: CpuMap, input: HostModelInput): HostModels | undefined {
  const models = input.definitions.length > 0 ? input.definitions : undefined;
  const own = input.processor && decodeHostAsGuest(map, input.processor, models);
  if (own === undefined) return undefined;
  const reported: HostModelCpu = {
    ...own,
    fallback: "allow",
    features: own.features.filter(({ name }) => !isNeverPassedOn(name)),
  };
  const isX86 = cpuFamily(input.guestArch) === "x86";
  const shown = isX86 && !input.reportsUnavailable ? withoutRegisters(map.x86, reported) : reported;
  return {
    reported: shown,
    migratable: () => isX86 ? onlyMigratable(map.x86, shown) : shown,
    full: () => undefined,
  };
}

function onlyMigratable(map: X86Map, cpu: HostModelCpu): HostModelCpu {
  return { ...cpu, features: cpu.features.filter(({ name }) => !map.nonMigratable.has(name)) };
}

/** Old hypervisors do not tell that they lack a feature of a model specific register, so none is asked for. */
function withoutRegisters(map: X86Map, cpu: HostModelCpu): HostModelCpu {
  return {
    ...cpu,
    features: cpu.features.filter(({ name }) => map.featureByName.get(name)?.register.kind !== "msr"),
  };
}

/** On s390 the hypervisor's model and features are the answer as they are. */
function s390Model(expanded: ExpandedModel): HostModels {
  const read = (migratable: boolean): HostModelCpu => ({
    model: expanded.name,
    fallback: "forbid",
    features: expanded.properties.flatMap((property): CpuFeature[] => {
      if (typeof property.value !== "boolean") return [];
      const kept = property.value && !(migratable && property.migratable === false);
      return [{ policy: kept ? "require" : "disable", name: property.name }];
    }),
  });
  return { reported: read(false), migratable: () => read(expanded.migratability), full: () => undefined };
}
