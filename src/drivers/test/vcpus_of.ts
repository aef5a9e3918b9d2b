/**
 * The virtual processors of a guest: how many there are, which are online, where each may run.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { parseCpuSet } from "../../conf/shape/mod.ts";

/** How many there can be. */
export function maxVcpus({ vcpu }: Domain): number {
  return vcpu.maximum;
}

/** Numbers of those that are online, ascending: named one by one, or so many from the first. */
export function onlineVcpus({ vcpu, vcpus }: Domain): number[] {
  const all = Array.from({ length: vcpu.maximum }, (_, id) => id);
  if (vcpus === undefined) return all.slice(0, vcpu.current ?? vcpu.maximum);
  const enabled = new Set(vcpus.filter((each) => each.enabled).map(({ id }) => id));
  return all.filter((id) => enabled.has(id));
}

/** Host processors that a virtual one may run on; of a machine with so many. */
export function affinityOf({ vcpu, cputune }: Domain, id: number, hostCpus: number): number[] {
  const set = cputune?.vcpuPins?.find((pin) => pin.vcpu === id)?.cpuset ?? vcpu.cpuset;
  return cpusIn(set, hostCpus);
}

/** The members of a set; all processors of the machine where there is no set. */
export function cpusIn(set: string | undefined, hostCpus: number): number[] {
  const members = set === undefined ? undefined : parseCpuSet(set);
  return members === undefined ? Array.from({ length: hostCpus }, (_, cpu) => cpu) : [...members].sort((a, b) => a - b);
}
