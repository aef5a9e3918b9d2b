/**
 * Virtual processors: how many, which of them, and where they run.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { formatCpuSet, parseCpuSet } from "../../conf/shape/mod.ts";
import { DOMAIN_AFFECT_FLAGS, DOMAIN_VCPU_FLAGS } from "../../model/domain_affect.ts";
import type { DomainDevicesPart, VcpuChange, VcpuInfo } from "../contract.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { MAX_VCPUS } from "./host.ts";
import { vcpuTime } from "./made_up.ts";
import { pickAll, pickOne } from "./pick_definition.ts";
import { refuseFlags } from "./refuse_flags.ts";
import { affinityOf, cpusIn, maxVcpus, onlineVcpus } from "./vcpus_of.ts";

/** The calls. */
export function createVcpus(
  { hypervisor: { clock, node }, list }: Guests,
): Required<
  Pick<
    DomainDevicesPart,
    | "getMaxVcpus"
    | "getVcpuCount"
    | "setVcpuCount"
    | "setVcpus"
    | "getVcpus"
    | "getVcpuPins"
    | "pinVcpu"
    | "getEmulatorPin"
    | "pinEmulator"
  >
> {
  const { nodes, sockets, cores, threads } = node.info;
  const hostCpus = nodes * sockets * cores * threads;
  return {
    getMaxVcpus: (ref) => Promise.try(() => maxVcpus(pickOne(list.require(ref), { live: true }).definition)),
    getVcpuCount: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, {
          table: DOMAIN_VCPU_FLAGS,
          allowed: ["live", "config", "maximum"],
          function: "testDomainGetVcpusFlags",
        });
        const { definition } = pickOne(list.require(ref), flags);
        return flags.maximum ? maxVcpus(definition) : onlineVcpus(definition).length;
      }),
    setVcpuCount: (ref, count, flags) =>
      Promise.try(() => {
        refuseFlags(flags, {
          table: DOMAIN_VCPU_FLAGS,
          allowed: ["live", "config", "maximum"],
          function: "testDomainSetVcpusFlags",
        });
        if (count > MAX_VCPUS) {
          const detail = `requested cpu amount exceeds maximum supported amount (${count} > ${MAX_VCPUS})`;
          throw failure("VIR_ERR_INVALID_ARG", detail);
        }
        const picked = pickAll(list.require(ref), flags);
        for (const { definition, live } of picked) {
          const max = maxVcpus(definition);
          if ((live || !flags.maximum) && max < count) {
            throw failure("VIR_ERR_INVALID_ARG", `requested cpu amount exceeds maximum (${count} > ${max})`);
          }
        }
        for (const { definition, live, change } of picked) {
          change(flags.maximum && !live ? withMaximum(definition, count) : withOnline(definition, firstOf(count)));
        }
      }),
    setVcpus: (ref, change, flags) =>
      Promise.try(() => {
        for (const { definition, change: put } of pickAll(list.require(ref), flags)) {
          put(withSingle(definition, change));
        }
      }),
    getVcpus: (ref) =>
      Promise.try(() => {
        const { id, definition } = list.require(ref);
        if (id === -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot list vcpus for an inactive domain");
        return onlineVcpus(definition).map((number): VcpuInfo => {
          const affinity = affinityOf(definition, number, hostCpus);
          return { number, state: "running", cpuTime: vcpuTime(clock), cpu: affinity.at(-1) ?? -1, affinity };
        });
      }),
    getVcpuPins: (ref, flags) =>
      Promise.try(() => {
        const { definition } = pickOne(list.require(ref), flags);
        return firstOf(maxVcpus(definition)).map((id) => affinityOf(definition, id, hostCpus));
      }),
    pinVcpu: (ref, { vcpu, cpus }, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: DOMAIN_AFFECT_FLAGS, allowed: [], function: "testDomainPinVcpuFlags" });
        const record = list.require(ref);
        const { definition } = record;
        if (record.id === -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot pin vcpus on an inactive domain");
        if (!onlineVcpus(definition).includes(vcpu)) {
          throw failure("VIR_ERR_INVALID_ARG", `requested vcpu '${vcpu}' is not present in the domain`);
        }
        const others = definition.cputune?.vcpuPins?.filter((pin) => pin.vcpu !== vcpu) ?? [];
        const vcpuPins = [...others, { vcpu, cpuset: formatCpuSet(new Set(cpus)) }].sort((a, b) => a.vcpu - b.vcpu);
        record.definition = { ...definition, cputune: { ...definition.cputune, vcpuPins } };
      }),
    getEmulatorPin: (ref, flags) =>
      Promise.try(() => {
        const { definition: { cputune, vcpu } } = pickOne(list.require(ref), flags);
        return cpusIn(cputune?.emulatorPin?.cpuset ?? vcpu.cpuset, hostCpus);
      }),
    pinEmulator: (ref, cpus, flags) =>
      Promise.try(() => {
        const { definition, change } = pickOne(list.require(ref), flags);
        if (cpus.length === 0) throw failure("VIR_ERR_INVALID_ARG", "Empty cpu list for pinning");
        const emulatorPin = { cpuset: formatCpuSet(new Set(cpus)) };
        change({ ...definition, cputune: { ...definition.cputune, emulatorPin } });
      }),
  };
}

function firstOf(count: number): number[] {
  return Array.from({ length: count }, (_, id) => id);
}

/** The guest with just these processors online. */
function withOnline(definition: Domain, online: readonly number[]): Domain {
  const { current: _, ...vcpu } = definition.vcpu;
  const counted = online.length === vcpu.maximum ? vcpu : { ...vcpu, current: online.length };
  if (definition.vcpus === undefined) return { ...definition, vcpu: counted };
  const vcpus = definition.vcpus.map((each) => ({ ...each, enabled: online.includes(each.id) }));
  return { ...definition, vcpu: counted, vcpus };
}

/** The guest with so many processors at most; those that are new are offline. */
function withMaximum(definition: Domain, maximum: number): Domain {
  const online = onlineVcpus(definition).filter((id) => id < maximum);
  const known = definition.vcpus?.filter(({ id }) => id < maximum);
  const added = firstOf(maximum).slice(definition.vcpus?.length).map((id) => ({
    id,
    enabled: false,
    hotpluggable: true,
  }));
  const vcpus = known === undefined ? {} : { vcpus: [...known, ...added] };
  return withOnline({ ...definition, ...vcpus, vcpu: { ...definition.vcpu, maximum } }, online);
}

/** The guest with single processors plugged or unplugged. */
function withSingle(definition: Domain, { vcpus, enabled }: VcpuChange): Domain {
  const wanted = parseCpuSet(vcpus);
  if (wanted === undefined || wanted.size === 0) {
    throw failure("VIR_ERR_INVALID_ARG", `Failed to parse bitmap '${vcpus}'`, { domain: "VIR_FROM_NONE" });
  }
  const max = maxVcpus(definition);
  const missing = [...wanted].find((id) => id >= max);
  if (missing !== undefined) {
    throw failure("VIR_ERR_INVALID_ARG", `vcpu '${missing}' is not present in domain definition`);
  }
  if (!enabled && wanted.has(0)) throw failure("VIR_ERR_INVALID_ARG", "vCPU '0' can't be modified");
  const online = new Set(onlineVcpus(definition));
  for (const id of wanted) enabled ? online.add(id) : online.delete(id);
  const before = definition.vcpus;
  const all = firstOf(max).map((id) => before?.[id] ?? { id, enabled: false, hotpluggable: id !== 0 });
  return withOnline({ ...definition, vcpus: all }, [...online].sort((a, b) => a - b));
}
