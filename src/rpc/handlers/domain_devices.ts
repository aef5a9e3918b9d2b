/**
 * What guests are made of, changed while they exist: devices, memory, virtual processors, I/O threads.
 *
 * @module
 */

import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_DEVICE_FLAGS,
  DOMAIN_MEMORY_FLAGS,
  DOMAIN_VCPU_FLAGS,
  IOTHREAD_PARAMETERS,
  toCheckedRecord,
  VCPU_STATES,
} from "../../model/mod.ts";
import type { Handlers } from "../handler.ts";
import { cpuMapOf, cpuMapsOf, cpusOf } from "../../wire/libvirt/cpu_maps.ts";
import { atMost } from "./replies.ts";

/** Bytes of one processor map: 16384 processors. */
const MAX_MAP_BYTES = 2048;

/** What guests are made of. */
export const domainDevicesHandlers = {
  DOMAIN_ATTACH_DEVICE: (call, { dom, xml }) => call.invoke("domainDevices", "attach", [dom, xml, {}]),
  DOMAIN_ATTACH_DEVICE_FLAGS: (call, { dom, xml, flags }) =>
    call.invoke("domainDevices", "attach", [dom, xml, call.flags(DOMAIN_DEVICE_FLAGS, flags)]),
  DOMAIN_DETACH_DEVICE: (call, { dom, xml }) => call.invoke("domainDevices", "detach", [dom, xml, {}]),
  DOMAIN_DETACH_DEVICE_FLAGS: (call, { dom, xml, flags }) =>
    call.invoke("domainDevices", "detach", [dom, xml, call.flags(DOMAIN_AFFECT_FLAGS, flags)]),
  DOMAIN_DETACH_DEVICE_ALIAS: (call, { dom, alias, flags }) =>
    call.invoke("domainDevices", "detachAlias", [dom, alias, call.flags(DOMAIN_AFFECT_FLAGS, flags)]),
  DOMAIN_UPDATE_DEVICE_FLAGS: (call, { dom, xml, flags }) =>
    call.invoke("domainDevices", "update", [dom, xml, call.flags(DOMAIN_DEVICE_FLAGS, flags)]),

  DOMAIN_GET_MAX_MEMORY: async (call, { dom }) => ({
    memory: await call.invoke("domainDevices", "getMaxMemory", [dom]),
  }),
  DOMAIN_SET_MAX_MEMORY: (call, { dom, memory }) =>
    call.invoke("domainDevices", "setMemory", [dom, memory, { maximum: true }]),
  DOMAIN_SET_MEMORY: (call, { dom, memory }) =>
    call.invoke("domainDevices", "setMemory", [dom, memory, { live: true }]),
  DOMAIN_SET_MEMORY_FLAGS: (call, { dom, memory, flags }) =>
    call.invoke("domainDevices", "setMemory", [dom, memory, call.flags(DOMAIN_MEMORY_FLAGS, flags)]),
  DOMAIN_SET_MEMORY_STATS_PERIOD: (call, { dom, period, flags }) =>
    call.invoke("domainDevices", "setMemoryStatsPeriod", [dom, period, call.flags(DOMAIN_AFFECT_FLAGS, flags)]),

  DOMAIN_GET_MAX_VCPUS: async (call, { dom }) => ({ num: await call.invoke("domainDevices", "getMaxVcpus", [dom]) }),
  DOMAIN_GET_VCPUS_FLAGS: async (call, { dom, flags }) => ({
    num: await call.invoke("domainDevices", "getVcpuCount", [dom, call.flags(DOMAIN_VCPU_FLAGS, flags)]),
  }),
  DOMAIN_SET_VCPUS: (call, { dom, nvcpus }) =>
    call.invoke("domainDevices", "setVcpuCount", [dom, nvcpus, { live: true }]),
  DOMAIN_SET_VCPUS_FLAGS: (call, { dom, nvcpus, flags }) =>
    call.invoke("domainDevices", "setVcpuCount", [dom, nvcpus, call.flags(DOMAIN_VCPU_FLAGS, flags)]),
  DOMAIN_SET_VCPU: (call, { dom, cpumap, state, flags }) =>
    call.invoke("domainDevices", "setVcpus", [
      dom,
      { vcpus: cpumap, enabled: state !== 0 },
      call.flags(DOMAIN_AFFECT_FLAGS, flags),
    ]),

  async DOMAIN_GET_VCPUS(call, { dom, maxinfo, maplen }) {
    const bytes = call.within("maplen", maplen, MAX_MAP_BYTES);
    const vcpus = atMost(maxinfo, await call.invoke("domainDevices", "getVcpus", [dom]));
    return {
      info: vcpus.map(({ number, state, cpuTime, cpu }) => ({
        number,
        state: VCPU_STATES[state],
        cpu_time: cpuTime,
        cpu,
      })),
      cpumaps: cpuMapsOf(vcpus.map(({ affinity }) => affinity), bytes),
    };
  },

  async DOMAIN_GET_VCPU_PIN_INFO(call, { dom, ncpumaps, maplen, flags }) {
    const bytes = call.within("maplen", maplen, MAX_MAP_BYTES);
    const affect = call.flags(DOMAIN_AFFECT_FLAGS, flags);
    const pins = atMost(ncpumaps, await call.invoke("domainDevices", "getVcpuPins", [dom, affect]));
    return { cpumaps: cpuMapsOf(pins, bytes), num: pins.length };
  },

  DOMAIN_PIN_VCPU: (call, { dom, vcpu, cpumap }) =>
    call.invoke("domainDevices", "pinVcpu", [dom, { vcpu, cpus: cpusOf(cpumap) }, {}]),
  DOMAIN_PIN_VCPU_FLAGS: (call, { dom, vcpu, cpumap, flags }) =>
    call.invoke("domainDevices", "pinVcpu", [
      dom,
      { vcpu, cpus: cpusOf(cpumap) },
      call.flags(DOMAIN_AFFECT_FLAGS, flags),
    ]),

  async DOMAIN_GET_EMULATOR_PIN_INFO(call, { dom, maplen, flags }) {
    const bytes = call.within("maplen", maplen, MAX_MAP_BYTES);
    const pin = await call.invoke("domainDevices", "getEmulatorPin", [dom, call.flags(DOMAIN_AFFECT_FLAGS, flags)]);
    return { cpumaps: cpuMapOf(pin, bytes), ret: 1 };
  },
  DOMAIN_PIN_EMULATOR: (call, { dom, cpumap, flags }) =>
    call.invoke("domainDevices", "pinEmulator", [dom, cpusOf(cpumap), call.flags(DOMAIN_AFFECT_FLAGS, flags)]),

  async DOMAIN_GET_IOTHREAD_INFO(call, { dom, flags }) {
    const threads = await call.invoke("domainDevices", "getIoThreads", [dom, call.flags(DOMAIN_AFFECT_FLAGS, flags)]);
    const highest = Math.max(0, ...threads.flatMap(({ cpus }) => cpus));
    const info = threads.map(({ id, cpus }) => ({ iothread_id: id, cpumap: cpuMapOf(cpus, (highest >> 3) + 1) }));
    return { info, ret: info.length };
  },
  DOMAIN_ADD_IOTHREAD: (call, { dom, iothread_id, flags }) =>
    call.invoke("domainDevices", "addIoThread", [dom, iothread_id, call.flags(DOMAIN_AFFECT_FLAGS, flags)]),
  DOMAIN_DEL_IOTHREAD: (call, { dom, iothread_id, flags }) =>
    call.invoke("domainDevices", "deleteIoThread", [dom, iothread_id, call.flags(DOMAIN_AFFECT_FLAGS, flags)]),
  DOMAIN_PIN_IOTHREAD: (call, { dom, iothreads_id, cpumap, flags }) =>
    call.invoke("domainDevices", "pinIoThread", [
      dom,
      { id: iothreads_id, cpus: cpusOf(cpumap) },
      call.flags(DOMAIN_AFFECT_FLAGS, flags),
    ]),
  DOMAIN_SET_IOTHREAD_PARAMS: (call, { dom, iothread_id, params, flags }) =>
    call.invoke("domainDevices", "setIoThreadParameters", [dom, {
      id: iothread_id,
      parameters: toCheckedRecord(IOTHREAD_PARAMETERS, params),
      flags: call.flags(DOMAIN_AFFECT_FLAGS, flags),
    }]),
} satisfies Handlers;
