/**
 * The machine under the hypervisor: what its file says of it, and figures that libvirt's test hypervisor makes up.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { HostPart, PagesQuery } from "../contract.ts";
import { createHostCpus } from "./host_cpus.ts";
import type { Hypervisor } from "./hypervisor.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const HOST_CALLS: Partial<CallNames<HostPart>> = {
  getHostname: "virConnectGetHostname",
  getNodeInfo: "virNodeGetInfo",
  getCpuMap: "virNodeGetCPUMap",
  getCpuStats: "virNodeGetCPUStats",
  getMemoryStats: "virNodeGetMemoryStats",
  getFreeMemory: "virNodeGetFreeMemory",
  getCellsFreeMemory: "virNodeGetCellsFreeMemory",
  getFreePages: "virNodeGetFreePages",
  getSecurityModel: "virNodeGetSecurityModel",
  getSysinfo: "virConnectGetSysinfo",
  getMaxVcpus: "virConnectGetMaxVcpus",
  getCpuModelNames: "virConnectGetCPUModelNames",
  baselineCpu: "virConnectBaselineCPU",
};

/** The most virtual processors of a guest. */
export const MAX_VCPUS = 32;

/** Nanoseconds of every processor, and of all together. */
const CPU_STATS = {
  user: 9_797_400_000,
  kernel: 34_678_723_400_000,
  idle: 87_264_900_000,
  iowait: 763_600_000,
} as const;

const SYSINFO = `<sysinfo type='smbios'>
  <bios>
    <entry name='vendor'>LENOVO</entry>
    <entry name='version'>G4ETA1WW (2.61 )</entry>
    <entry name='date'>05/07/2014</entry>
    <entry name='release'>2.61</entry>
  </bios>
</sysinfo>
`;

/** The node calls of one hypervisor. */
export function createHost({ node, files }: Hypervisor): HostPart {
  const { info, cells } = node;
  return {
    getHostname: async () => (await files.readText("/proc/sys/kernel/hostname"))?.trim() ?? "localhost",
    getNodeInfo: () => Promise.resolve(info),
    getCpuMap: () => Promise.resolve({ total: 8, online: [0, 2, 4] }),
    getCpuStats: () => Promise.resolve(CPU_STATS),
    getMemoryStats: (cell) =>
      Promise.try(() => {
        const own = cell === undefined ? undefined : cells[cell];
        if (cell !== undefined && own === undefined) throw outOfRange();
        const free = own?.free ?? cells.reduce((sum, each) => sum + each.free, 0);
        return { total: own?.memory ?? info.memory, free, buffers: 0, cached: 0 };
      }),
    getFreeMemory: () => Promise.resolve(cells.reduce((sum, { free }) => sum + free, 0)),
    getCellsFreeMemory: (start, count) =>
      Promise.try(() => {
        if (start >= cells.length) throw outOfRange();
        return cells.slice(start, start + count).map(({ memory }) => memory);
      }),
    getFreePages: (query) => Promise.resolve(freePages(query)),
    getSecurityModel: () => Promise.resolve({ model: "testSecurity", doi: "" }),
    getSysinfo: () => Promise.resolve(SYSINFO),
    getMaxVcpus: () => Promise.resolve(MAX_VCPUS),
    ...createHostCpus(),
  };
}

/** Figures without a meaning, each larger than the one before. */
function freePages({ sizes, cellCount }: PagesQuery): number[] {
  const counts: number[] = [];
  for (let count = 19; counts.length < sizes.length * cellCount; count = (count * 2 + 7) >>> 0) counts.push(count);
  return counts;
}

function outOfRange(): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", "Range exceeds available cells", {
    domain: "VIR_FROM_TEST",
    hint: "virsh capabilities lists the cells",
  });
}
