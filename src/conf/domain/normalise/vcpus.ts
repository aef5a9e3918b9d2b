/**
 * Processors one by one: each has a state, and the counts follow from them.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";

/** Refuses more processors in use than there are. */
export function checkVcpuCounts(domain: Domain): Domain {
  const { maximum, current } = domain.vcpu;
  if (maximum === 0) refuse("domain config can't have 0 maximum vCPUs");
  if (current !== undefined && current > maximum) {
    refuseUnsupported("maximum vCPU count must not be less than current vCPU count");
  }
  return domain;
}

/** Gives every processor its entry where some have one, and counts those in use. */
export function completeVcpus(domain: Domain, { accepts }: NormaliseContext): Domain {
  if (domain.vcpus === undefined) return domain;
  if (!accepts.has("individual-vcpus")) {
    refuseUnsupported("individual CPU state configuration is not supported");
  }
  const { maximum, current: _, ...rest } = domain.vcpu;
  const given = new Map(domain.vcpus.map((vcpu) => [vcpu.id, vcpu]));
  for (const id of given.keys()) {
    if (id >= maximum) refuse(`vcpu id '${id}' is out of range of maximum vcpu count`);
  }
  const vcpus = Array.from({ length: maximum }, (_, id) => {
    const { enabled, hotpluggable = !enabled, order } = given.get(id) ?? { enabled: false };
    if (!enabled && !hotpluggable) refuseUnsupported(`vcpu '${id}' is both offline and not hotpluggable`);
    return { id, enabled, hotpluggable, ...(order === undefined || order === 0 ? {} : { order }) };
  });
  const online = vcpus.filter(({ enabled }) => enabled).length;
  return { ...domain, vcpu: { ...rest, maximum, ...(online === maximum ? {} : { current: online }) }, vcpus };
}
