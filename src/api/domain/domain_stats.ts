/**
 * Numbers about a running guest. No call waits for a job.
 *
 * @module
 */

import type {
  BlockInfo,
  ControlInfo,
  DirtyRateMode,
  DiskError,
  DomainCpuStats,
  DomainCpuStatsQuery,
  InterfaceStats,
  MemoryPeekRange,
  MemoryStats,
  PeekRange,
  SecurityLabel,
} from "../../drivers/contract.ts";
import type { DomainRef, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";

/** Statistics of one guest: `domain.stats`. For many guests at once there is {@linkcode Domains.getAllStats}. */
export class DomainStats extends Handle<DomainRef> {
  /**
   * Bytes and requests of a disk by its target or source, or of all disks for an empty text (`virDomainBlockStatsFlags`,
   * `virDomainBlockStats`).
   */
  getBlock(disk: string, options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainBlockStatsFlags", "domainStats", "getBlockStats", [disk], options);
  }

  /** Bytes and packets of an interface by its target or MAC address (`virDomainInterfaceStats`). */
  getInterface(device: string, options?: CallOptions): Promise<InterfaceStats> {
    return this.call("virDomainInterfaceStats", "domainStats", "getInterfaceStats", [device], options);
  }

  /** KiB by tag: `actualBalloon`, `unused`, `rss`, … (`virDomainMemoryStats`). */
  getMemory(options?: CallOptions): Promise<MemoryStats> {
    return this.call("virDomainMemoryStats", "domainStats", "getMemoryStats", [], options);
  }

  /** Size and use of a disk's image: bytes (`virDomainGetBlockInfo`). */
  getBlockInfo(disk: string, options?: CallOptions): Promise<BlockInfo> {
    return this.call("virDomainGetBlockInfo", "domainStats", "getBlockInfo", [disk], options);
  }

  /** Processor time in ns: totals, or one record for each host processor from `start` on (`virDomainGetCPUStats`). */
  getCpu(query: DomainCpuStatsQuery = { count: 1 }, options?: CallOptions): Promise<DomainCpuStats> {
    return this.call("virDomainGetCPUStats", "domainStats", "getCpuStats", [query], options);
  }

  /** The disks that reported an error (`virDomainGetDiskErrors`). */
  getDiskErrors(options?: CallOptions): Promise<readonly DiskError[]> {
    return this.call("virDomainGetDiskErrors", "domainStats", "getDiskErrors", [], options);
  }

  /** Whether the hypervisor can be talked to about this guest (`virDomainGetControlInfo`). */
  getControlInfo(options?: CallOptions): Promise<ControlInfo> {
    return this.call("virDomainGetControlInfo", "domainStats", "getControlInfo", [], options);
  }

  /** Its security labels, one a model (`virDomainGetSecurityLabelList`, `virDomainGetSecurityLabel`). */
  getSecurityLabels(options?: CallOptions): Promise<readonly SecurityLabel[]> {
    return this.call("virDomainGetSecurityLabelList", "domainStats", "getSecurityLabels", [], options);
  }

  /** What the owner of a confidential guest verifies (`virDomainGetLaunchSecurityInfo`). */
  getLaunchSecurityInfo(options?: CallOptions): Promise<TypedRecord> {
    return this.call("virDomainGetLaunchSecurityInfo", "domainStats", "getLaunchSecurityInfo", [], options);
  }

  /** Reads from a disk, without the guest's help (`virDomainBlockPeek`). */
  peekBlock(disk: string, range: PeekRange, options?: CallOptions): Promise<Uint8Array> {
    return this.call("virDomainBlockPeek", "domainStats", "peekBlock", [disk, range], options);
  }

  /** Reads from its memory (`virDomainMemoryPeek`). */
  peekMemory(range: MemoryPeekRange, options?: CallOptions): Promise<Uint8Array> {
    return this.call("virDomainMemoryPeek", "domainStats", "peekMemory", [range], options);
  }

  /** Starts to measure for some seconds how fast it writes pages (`virDomainStartDirtyRateCalc`). */
  startDirtyRateCalc(seconds: number, mode: DirtyRateMode = "page-sampling", options?: CallOptions): Promise<void> {
    return this.call("virDomainStartDirtyRateCalc", "domainStats", "startDirtyRateCalc", [seconds, mode], options);
  }
}
