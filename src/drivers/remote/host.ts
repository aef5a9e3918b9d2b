/**
 * The server's machine, and what can be said of CPUs there.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import type { Integer64 } from "../../base/integer64.ts";
import { wordOf } from "../../base/number_table.ts";
import { parseCapabilities } from "../../conf/capabilities/parse_capabilities.ts";
import { parseDomainCapabilities } from "../../conf/domain_capabilities/parse_domain_capabilities.ts";
import {
  ALLOCATE_PAGES_FLAGS,
  CPU_BASELINE_FLAGS,
  CPU_COMPARE_FLAGS,
  CPU_COMPARE_RESULTS,
  type CpuCompareResult,
  NODE_MEMORY_PARAMETERS,
  SUSPEND_TARGETS,
} from "../../model/mod.ts";
import { cpusOf } from "../../wire/libvirt/mod.ts";
import type { CapabilitiesPart, DomainCapabilitiesQuery, HostPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { askParameters, parametersOf, STRINGS } from "./parameters.ts";

/** A server may be newer than this program, and its documents have elements that nobody here knows. */
const LENIENT = { unknown: "ignore" } as const;

/** The two capability documents. */
export function createCapabilities(link: Link): CapabilitiesPart {
  return {
    async host(options) {
      return parseCapabilities((await link.call("CONNECT_GET_CAPABILITIES", {}, options)).capabilities, LENIENT);
    },
    async domain(query, options) {
      const args = { ...emulatorArguments(query), flags: 0 };
      return parseDomainCapabilities(
        (await link.call("CONNECT_GET_DOMAIN_CAPABILITIES", args, options)).capabilities,
        LENIENT,
      );
    },
  };
}

function emulatorArguments({ emulator, arch, machine, virtType }: DomainCapabilitiesQuery): {
  emulatorbin: string | undefined;
  arch: string | undefined;
  machine: string | undefined;
  virttype: string | undefined;
} {
  return { emulatorbin: emulator, arch, machine, virttype: virtType };
}

/** The server's machine. */
export function createHost(link: Link): HostPart {
  return {
    getHostname: async (options) => (await link.call("CONNECT_GET_HOSTNAME", {}, options)).hostname,
    getNodeInfo: (options) => link.call("NODE_GET_INFO", {}, options),
    async getCpuMap(options) {
      const { cpumap, ret } = await link.call(
        "NODE_GET_CPU_MAP",
        { need_map: 1, need_online: 1, flags: 0 },
        options,
      );
      return { total: ret, online: cpusOf(cpumap) };
    },
    async getCpuStats(cpu, options) {
      const ask = (nparams: number) =>
        link.call("NODE_GET_CPU_STATS", { cpuNum: cpu ?? -1, nparams, flags: 0 }, options);
      return recordOf((await ask((await ask(0)).nparams)).params);
    },
    async getMemoryStats(cell, options) {
      const ask = (nparams: number) =>
        link.call("NODE_GET_MEMORY_STATS", { nparams, cellNum: cell ?? -1, flags: 0 }, options);
      return recordOf((await ask((await ask(0)).nparams)).params);
    },
    getFreeMemory: async (options) => (await link.call("NODE_GET_FREE_MEMORY", {}, options)).freeMem,
    async getCellsFreeMemory(startCell, maxcells, options) {
      return (await link.call("NODE_GET_CELLS_FREE_MEMORY", { startCell, maxcells }, options)).cells;
    },
    async getFreePages({ sizes, startCell, cellCount }, options) {
      const args = { pages: sizes, startCell, cellCount, flags: 0 };
      return (await link.call("NODE_GET_FREE_PAGES", args, options)).counts;
    },
    async allocPages({ pools, startCell, cellCount, mode }, options) {
      const args = {
        pageSizes: pools.map(({ size }) => size),
        pageCounts: pools.map(({ count }) => count),
        startCell,
        cellCount,
        flags: flagsToNumber(ALLOCATE_PAGES_FLAGS, { set: mode === "set" }),
      };
      return (await link.call("NODE_ALLOC_PAGES", args, options)).ret;
    },
    getMemoryParameters: (options) =>
      askParameters((nparams) => link.call("NODE_GET_MEMORY_PARAMETERS", { nparams, flags: STRINGS }, options)),
    async setMemoryParameters(record, options) {
      const params = parametersOf(NODE_MEMORY_PARAMETERS, record);
      await link.call("NODE_SET_MEMORY_PARAMETERS", { params, flags: 0 }, options);
    },
    getSecurityModel: (options) => link.call("NODE_GET_SECURITY_MODEL", {}, options),
    getSevInfo: (options) =>
      askParameters((nparams) => link.call("NODE_GET_SEV_INFO", { nparams, flags: STRINGS }, options)),
    getSysinfo: async (options) => (await link.call("CONNECT_GET_SYSINFO", { flags: 0 }, options)).sysinfo,
    getMaxVcpus: async (type, options) => (await link.call("CONNECT_GET_MAX_VCPUS", { type }, options)).max_vcpus,
    async suspendForDuration({ target, duration }, options) {
      const args = { target: SUSPEND_TARGETS[target], duration, flags: 0 };
      await link.call("NODE_SUSPEND_FOR_DURATION", args, options);
    },
    async getCpuModelNames(arch, options) {
      return (await link.call("CONNECT_GET_CPU_MODEL_NAMES", { arch, need_results: 1, flags: 0 }, options)).models;
    },
    async compareCpu(xml, flags, options) {
      const args = { xml, flags: flagsToNumber(CPU_COMPARE_FLAGS, flags) };
      return comparison((await link.call("CONNECT_COMPARE_CPU", args, options)).result);
    },
    async baselineCpu(xmlCPUs, flags, options) {
      const args = { xmlCPUs, flags: flagsToNumber(CPU_BASELINE_FLAGS, flags) };
      return (await link.call("CONNECT_BASELINE_CPU", args, options)).cpu;
    },
    async compareHypervisorCpu({ cpu, flags, ...query }, options) {
      const { emulatorbin: emulator, ...rest } = emulatorArguments(query);
      const args = { emulator, ...rest, xmlCPU: cpu, flags: flagsToNumber(CPU_COMPARE_FLAGS, flags) };
      return comparison((await link.call("CONNECT_COMPARE_HYPERVISOR_CPU", args, options)).result);
    },
    async baselineHypervisorCpu({ cpu, flags, ...query }, options) {
      const { emulatorbin: emulator, ...rest } = emulatorArguments(query);
      const args = { emulator, ...rest, xmlCPUs: cpu, flags: flagsToNumber(CPU_BASELINE_FLAGS, flags) };
      return (await link.call("CONNECT_BASELINE_HYPERVISOR_CPU", args, options)).cpu;
    },
  };
}

function recordOf(
  params: readonly { readonly field: string; readonly value: Integer64 }[],
): Readonly<Record<string, Integer64>> {
  return Object.fromEntries(params.map(({ field, value }) => [field, value]));
}

function comparison(result: number): CpuCompareResult {
  return wordOf(CPU_COMPARE_RESULTS, result) ?? "error";
}
