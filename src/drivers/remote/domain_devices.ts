/**
 * What guests of the server are made of.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_DEVICE_FLAGS,
  DOMAIN_MEMORY_FLAGS,
  DOMAIN_VCPU_FLAGS,
  type DomainAffectFlags,
  IOTHREAD_PARAMETERS,
  VCPU_STATES,
} from "../../model/mod.ts";
import { cpuMapBytes, cpuMapOf, cpuSetsOf, cpusOf } from "../../wire/libvirt/mod.ts";
import type { CallOptions, CpuSet, DomainDevicesPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { parametersOf } from "./parameters.ts";

function affectNumber(flags: DomainAffectFlags): number {
  return flagsToNumber(DOMAIN_AFFECT_FLAGS, flags);
}

function mapOf(cpus: CpuSet): Uint8Array {
  return cpuMapOf(cpus, cpuMapBytes(cpus));
}

/** What guests of the server are made of. */
export function createDomainDevices(link: Link): DomainDevicesPart {
  /** Bytes that the server's processors take in a map. */
  async function mapBytes(options: CallOptions): Promise<number> {
    const { ret } = await link.call("NODE_GET_CPU_MAP", { need_map: 0, need_online: 0, flags: 0 }, options);
    return Math.max(1, Math.ceil(ret / 8));
  }
  return {
    async attach(dom, xml, flags, options) {
      const args = { dom, xml, flags: flagsToNumber(DOMAIN_DEVICE_FLAGS, flags) };
      await link.call("DOMAIN_ATTACH_DEVICE_FLAGS", args, options);
    },
    async detach(dom, xml, flags, options) {
      await link.call("DOMAIN_DETACH_DEVICE_FLAGS", { dom, xml, flags: affectNumber(flags) }, options);
    },
    async detachAlias(dom, alias, flags, options) {
      await link.call("DOMAIN_DETACH_DEVICE_ALIAS", { dom, alias, flags: affectNumber(flags) }, options);
    },
    async update(dom, xml, flags, options) {
      const args = { dom, xml, flags: flagsToNumber(DOMAIN_DEVICE_FLAGS, flags) };
      await link.call("DOMAIN_UPDATE_DEVICE_FLAGS", args, options);
    },

    getMaxMemory: async (dom, options) => (await link.call("DOMAIN_GET_MAX_MEMORY", { dom }, options)).memory,
    async setMemory(dom, memory, flags, options) {
      const args = { dom, memory, flags: flagsToNumber(DOMAIN_MEMORY_FLAGS, flags) };
      await link.call("DOMAIN_SET_MEMORY_FLAGS", args, options);
    },
    async setMemoryStatsPeriod(dom, period, flags, options) {
      await link.call("DOMAIN_SET_MEMORY_STATS_PERIOD", { dom, period, flags: affectNumber(flags) }, options);
    },

    getMaxVcpus: async (dom, options) => (await link.call("DOMAIN_GET_MAX_VCPUS", { dom }, options)).num,
    async getVcpuCount(dom, flags, options) {
      const args = { dom, flags: flagsToNumber(DOMAIN_VCPU_FLAGS, flags) };
      return (await link.call("DOMAIN_GET_VCPUS_FLAGS", args, options)).num;
    },
    async setVcpuCount(dom, nvcpus, flags, options) {
      const args = { dom, nvcpus, flags: flagsToNumber(DOMAIN_VCPU_FLAGS, flags) };
      await link.call("DOMAIN_SET_VCPUS_FLAGS", args, options);
    },
    async setVcpus(dom, { vcpus, enabled }, flags, options) {
      const args = { dom, cpumap: vcpus, state: enabled ? 1 : 0, flags: affectNumber(flags) };
      await link.call("DOMAIN_SET_VCPU", args, options);
    },
    async getVcpus(dom, options) {
      const [bytes, { num }] = await Promise.all([
        mapBytes(options),
        link.call("DOMAIN_GET_MAX_VCPUS", { dom }, options),
      ]);
      const { info, cpumaps } = await link.call("DOMAIN_GET_VCPUS", { dom, maxinfo: num, maplen: bytes }, options);
      const sets = cpuSetsOf(cpumaps, bytes);
      return info.map(({ number, state, cpu_time, cpu }, index) => ({
        number,
        state: wordOf(VCPU_STATES, state) ?? "offline",
        cpuTime: cpu_time,
        cpu,
        affinity: sets[index] ?? [],
      }));
    },
    async getVcpuPins(dom, flags, options) {
      const [bytes, { num }] = await Promise.all([
        mapBytes(options),
        link.call("DOMAIN_GET_MAX_VCPUS", { dom }, options),
      ]);
      const args = { dom, ncpumaps: num, maplen: bytes, flags: affectNumber(flags) };
      const { cpumaps, num: got } = await link.call("DOMAIN_GET_VCPU_PIN_INFO", args, options);
      return cpuSetsOf(cpumaps, bytes).slice(0, got);
    },
    async pinVcpu(dom, { vcpu, cpus }, flags, options) {
      const args = { dom, vcpu, cpumap: mapOf(cpus), flags: affectNumber(flags) };
      await link.call("DOMAIN_PIN_VCPU_FLAGS", args, options);
    },
    async getEmulatorPin(dom, flags, options) {
      const args = { dom, maplen: await mapBytes(options), flags: affectNumber(flags) };
      return cpusOf((await link.call("DOMAIN_GET_EMULATOR_PIN_INFO", args, options)).cpumaps);
    },
    async pinEmulator(dom, cpus, flags, options) {
      await link.call("DOMAIN_PIN_EMULATOR", { dom, cpumap: mapOf(cpus), flags: affectNumber(flags) }, options);
    },

    async getIoThreads(dom, flags, options) {
      const { info } = await link.call("DOMAIN_GET_IOTHREAD_INFO", { dom, flags: affectNumber(flags) }, options);
      return info.map(({ iothread_id, cpumap }) => ({ id: iothread_id, cpus: cpusOf(cpumap) }));
    },
    async addIoThread(dom, iothread_id, flags, options) {
      await link.call("DOMAIN_ADD_IOTHREAD", { dom, iothread_id, flags: affectNumber(flags) }, options);
    },
    async deleteIoThread(dom, iothread_id, flags, options) {
      await link.call("DOMAIN_DEL_IOTHREAD", { dom, iothread_id, flags: affectNumber(flags) }, options);
    },
    async pinIoThread(dom, { id, cpus }, flags, options) {
      const args = { dom, iothreads_id: id, cpumap: mapOf(cpus), flags: affectNumber(flags) };
      await link.call("DOMAIN_PIN_IOTHREAD", args, options);
    },
    async setIoThreadParameters(dom, { id, parameters, flags }, options) {
      const params = parametersOf(IOTHREAD_PARAMETERS, parameters);
      const args = { dom, iothread_id: id, params, flags: affectNumber(flags) };
      await link.call("DOMAIN_SET_IOTHREAD_PARAMS", args, options);
    },
  };
}
