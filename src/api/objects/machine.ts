/**
 * The machine that a hypervisor runs on.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  HypervisorCpuQuery,
  NodeCpuMap,
  NodeInfo,
  NodeSuspend,
  PagesQuery,
  PagesRequest,
  SecurityModel,
} from "../../drivers/contract.ts";
import type { CpuBaselineFlags, CpuCompareFlags, CpuCompareResult, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Section } from "../handle.ts";

/** The machine, as libvirt's node calls describe it: `connection.host`. */
export class Machine extends Section {
  /** Its name (`virConnectGetHostname`). */
  getHostname(options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectGetHostname", "host", "getHostname", [], options);
  }

  /** Its kind, memory (KiB), and how many processors of which shape (`virNodeGetInfo`). */
  getInfo(options?: CallOptions): Promise<NodeInfo> {
    return this.session.invoke("virNodeGetInfo", "host", "getNodeInfo", [], options);
  }

  /** Which processors it has, and which are online (`virNodeGetCPUMap`). */
  getCpuMap(options?: CallOptions): Promise<NodeCpuMap> {
    return this.session.invoke("virNodeGetCPUMap", "host", "getCpuMap", [], options);
  }

  /** Nanoseconds by kind (`kernel`, `user`, `idle`, …) of one processor, or of all together (`virNodeGetCPUStats`). */
  getCpuStats(cpu?: number, options?: CallOptions): Promise<Readonly<Record<string, Integer64>>> {
    return this.session.invoke("virNodeGetCPUStats", "host", "getCpuStats", [cpu], options);
  }

  /** KiB by kind (`total`, `free`, …) of one NUMA cell, or of the machine (`virNodeGetMemoryStats`). */
  getMemoryStats(cell?: number, options?: CallOptions): Promise<Readonly<Record<string, Integer64>>> {
    return this.session.invoke("virNodeGetMemoryStats", "host", "getMemoryStats", [cell], options);
  }

  /** Free memory: bytes (`virNodeGetFreeMemory`). */
  getFreeMemory(options?: CallOptions): Promise<Integer64> {
    return this.session.invoke("virNodeGetFreeMemory", "host", "getFreeMemory", [], options);
  }

  /** Free memory of so many NUMA cells from one on: bytes (`virNodeGetCellsFreeMemory`). */
  getCellsFreeMemory(start: number, count: number, options?: CallOptions): Promise<readonly Integer64[]> {
    return this.session.invoke("virNodeGetCellsFreeMemory", "host", "getCellsFreeMemory", [start, count], options);
  }

  /** Free pages: for each cell in order, one count for each page size (`virNodeGetFreePages`). */
  getFreePages(query: PagesQuery, options?: CallOptions): Promise<readonly Integer64[]> {
    return this.session.invoke("virNodeGetFreePages", "host", "getFreePages", [query], options);
  }

  /** Changes the pools of huge pages, and gives how many pools were changed (`virNodeAllocPages`). */
  allocPages(request: PagesRequest, options?: CallOptions): Promise<number> {
    return this.session.invoke("virNodeAllocPages", "host", "allocPages", [request], options);
  }

  /** How it shares equal pages of memory: `shm_pages_to_scan`, … (`virNodeGetMemoryParameters`). */
  getMemoryParameters(options?: CallOptions): Promise<TypedRecord> {
    return this.session.invoke("virNodeGetMemoryParameters", "host", "getMemoryParameters", [], options);
  }

  /** Sets what {@linkcode Machine.getMemoryParameters} gives (`virNodeSetMemoryParameters`). */
  setMemoryParameters(parameters: TypedRecord, options?: CallOptions): Promise<void> {
    return this.session.invoke("virNodeSetMemoryParameters", "host", "setMemoryParameters", [parameters], options);
  }

  /** Its first security model; empty words where it has none (`virNodeGetSecurityModel`). */
  getSecurityModel(options?: CallOptions): Promise<SecurityModel> {
    return this.session.invoke("virNodeGetSecurityModel", "host", "getSecurityModel", [], options);
  }

  /** What a machine with AMD SEV tells owners of guests (`virNodeGetSEVInfo`). */
  getSevInfo(options?: CallOptions): Promise<TypedRecord> {
    return this.session.invoke("virNodeGetSEVInfo", "host", "getSevInfo", [], options);
  }

  /** Its SMBIOS tables as `<sysinfo>` (`virConnectGetSysinfo`). */
  getSysinfo(options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectGetSysinfo", "host", "getSysinfo", [], options);
  }

  /** The most virtual processors a guest of a type (`kvm`, …) can have (`virConnectGetMaxVcpus`). */
  getMaxVcpus(type?: string, options?: CallOptions): Promise<number> {
    return this.session.invoke("virConnectGetMaxVcpus", "host", "getMaxVcpus", [type], options);
  }

  /** Lets the machine sleep for some seconds (`virNodeSuspendForDuration`). */
  suspendForDuration(request: NodeSuspend, options?: CallOptions): Promise<void> {
    return this.session.invoke("virNodeSuspendForDuration", "host", "suspendForDuration", [request], options);
  }

  /** The CPU models that are known for an architecture (`virConnectGetCPUModelNames`). */
  getCpuModelNames(arch: string, options?: CallOptions): Promise<readonly string[]> {
    return this.session.invoke("virConnectGetCPUModelNames", "host", "getCpuModelNames", [arch], options);
  }

  /** How a CPU (`<cpu>` as XML) relates to the machine's (`virConnectCompareCPU`). */
  compareCpu(xml: string, flags: CpuCompareFlags = {}, options?: CallOptions): Promise<CpuCompareResult> {
    return this.session.invoke("virConnectCompareCPU", "host", "compareCpu", [xml, flags], options);
  }

  /** The CPU that all of these have in common, as XML (`virConnectBaselineCPU`). */
  baselineCpu(cpus: readonly string[], flags: CpuBaselineFlags = {}, options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectBaselineCPU", "host", "baselineCpu", [cpus, flags], options);
  }

  /** How a CPU relates to the one that an emulator can give (`virConnectCompareHypervisorCPU`). */
  compareHypervisorCpu(query: HypervisorCpuQuery<string>, options?: CallOptions): Promise<CpuCompareResult> {
    return this.session.invoke("virConnectCompareHypervisorCPU", "host", "compareHypervisorCpu", [query], options);
  }

  /** The CPU that an emulator could give on all of these, as XML (`virConnectBaselineHypervisorCPU`). */
  baselineHypervisorCpu(query: HypervisorCpuQuery<readonly string[]>, options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectBaselineHypervisorCPU", "host", "baselineHypervisorCpu", [query], options);
  }
}
