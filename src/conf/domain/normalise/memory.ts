/**
 * How memory sizes depend on each other: what NUMA nodes have is the total where none is given, and nobody starts with
 * more than there is.
 *
 * @module
 */

import { type Integer64, toInteger64 } from "../../../base/integer64.ts";
import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";

/** Fills in total and current memory. */
export function completeMemory(domain: Domain): Domain {
  const given = BigInt(domain.memory?.size ?? 0);
  const numa = given === 0n ? numaMemory(domain) : 0n;
  const plugged = pluggedMemory(domain);
  const total = numa === 0n ? given : numa + plugged;
  if (plugged > total) refuse("Total size of memory devices exceeds the total memory size");
  if (total === plugged) {
    refuse("Memory size must be specified via <memory> or in the <numa> configuration");
  }
  const current = BigInt(domain.currentMemory ?? 0);
  const size = toInteger64(total);
  return {
    ...domain,
    memory: { ...domain.memory, size },
    currentMemory: current === 0n || current > total ? size : toInteger64(current),
  };
}

/** Refuses room for more memory that makes no sense, or that the driver cannot plug. */
export function checkMaxMemory(domain: Domain, { accepts }: NormaliseContext): Domain {
  const { slots = 0, size = 0 } = domain.maxMemory ?? {};
  if (slots === 0 && size === 0) return domain;
  if (slots === 0 || size === 0) refuse("both maximum memory size and memory slot count must be specified");
  if (size < (domain.memory?.size ?? 0)) {
    refuse("maximum memory size must be equal or greater than the actual memory size");
  }
  if (!accepts.has("memory-hotplug")) {
    refuseUnsupported("memory hotplug tunables <maxMemory> are not supported by this hypervisor driver");
  }
  return domain;
}

/** What memory devices have is part of the total. */
function pluggedMemory(domain: Domain): bigint {
  return (domain.devices.memories ?? []).reduce((sum, { target }) => sum + BigInt(target.size), 0n);
}

function numaMemory(domain: Domain): bigint {
  const sizes: readonly Integer64[] = domain.cpu?.numa?.cells.map(({ memory }) => memory) ?? [];
  return sizes.reduce<bigint>((sum, size) => sum + BigInt(size), 0n);
}
