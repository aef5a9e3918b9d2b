/**
 * The jobs of disks: begun, watched, ready or done after their time, ended.
 *
 * @module
 */

import { type Integer64, toInteger64 } from "../../base/integer64.ts";
import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import type { Clock } from "../../host/host.ts";
import type { BlockJobStatus, BlockJobType } from "../../model/domain_block_job.ts";
import type { BlockJobInfo } from "../contract.ts";
import type { BlockJob } from "./block_job.ts";
import { imagePath } from "../../conf/domain/find_disk.ts";
import { diskTarget, findDisk, withDisk } from "./devices_of.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { BLOCK_INFO } from "./made_up.ts";

const BYTES_PER_MIB = 1024n * 1024n;

/** What is to be done with a disk. */
export interface BlockJobRequest {
  /** libvirt's function, for the script. */
  readonly call: string;
  readonly type: BlockJobType;
  /** Bytes a second; 0: as fast as it can. */
  readonly bandwidth: Integer64;
  /** What the disk is once somebody pivots to a copy. */
  readonly copy?: Disk;
}

/**
 * Begins a job, which is done at once where the script gives it no time.
 *
 * @throws VirtError where the disk has one
 */
export function startBlockJob(
  guests: Guests,
  { record, disk }: { readonly record: DomainRecord; readonly disk: Disk },
  { call, type, bandwidth, copy }: BlockJobRequest,
): void {
  const { clock, script } = guests.hypervisor;
  const target = diskTarget(disk);
  if (record.blockJobs.has(target)) {
    throw failure("VIR_ERR_OPERATION_UNSUPPORTED", `disk '${target}' already in active block job`, {
      domain: "VIR_FROM_QEMU",
      hint: "Wait for the job, or abort it",
    });
  }
  const job: BlockJob = {
    type,
    disk: target,
    path: imagePath(disk),
    start: clock.monotonic(),
    duration: script.jobMs(call, record.name),
    size: Number(BLOCK_INFO.capacity),
    bandwidth,
    ready: false,
    end: new AbortController(),
    copy,
  };
  record.blockJobs.set(target, job);
  if (copy !== undefined) setMirror(record, target, copy);
  if (job.duration === 0) return proceed(guests, record, job);
  clock.sleep(job.duration, { signal: job.end.signal }).then(() => proceed(guests, record, job), () => undefined);
}

/** How a job stands; undefined where there is none. */
export function blockJobInfo(clock: Clock, job: BlockJob | undefined): BlockJobInfo | undefined {
  if (job === undefined) return undefined;
  const share = job.ready ? 1 : Math.min(1, (clock.monotonic() - job.start) / job.duration);
  // The contract counts in MiB, rounded up as libvirt rounds.
  const bandwidth = toInteger64((BigInt(job.bandwidth) + BYTES_PER_MIB - 1n) / BYTES_PER_MIB);
  return { type: job.type, bandwidth, current: Math.floor(job.size * share), end: job.size };
}

/**
 * The job of a disk.
 *
 * @throws VirtError where it has none
 */
export function requireBlockJob({ blockJobs }: DomainRecord, target: string): BlockJob {
  const job = blockJobs.get(target);
  if (job !== undefined) return job;
  throw failure("VIR_ERR_INVALID_ARG", `disk ${target} does not have an active block job`, { domain: "VIR_FROM_QEMU" });
}

/**
 * Ends a job: the guest stays with its disk, or goes over to the copy.
 *
 * @throws VirtError where the copy is not ready
 */
export function abortBlockJob(
  guests: Guests,
  record: DomainRecord,
  { target, pivot }: { readonly target: string; readonly pivot: boolean },
): void {
  const job = requireBlockJob(record, target);
  if (pivot && !job.ready) {
    const name = `${job.type === "copy" ? "copy" : "commit"}-${target}`;
    throw failure("VIR_ERR_BLOCK_COPY_ACTIVE", `block job '${name}' not ready for pivot yet`, {
      domain: "VIR_FROM_QEMU",
    });
  }
  job.end.abort();
  record.blockJobs.delete(target);
  setMirror(record, target, undefined);
  const disk = findDisk(record.definition, target);
  if (pivot && disk !== undefined && job.copy !== undefined) {
    record.definition = withDisk(record.definition, disk, job.copy);
  }
  tell(guests, record, { job, status: pivot ? "completed" : "canceled" });
}

/** What a job does when its time is over: some are done, some wait to be ended. */
function proceed(guests: Guests, record: DomainRecord, job: BlockJob): void {
  if (job.type === "copy" || job.type === "activeCommit") {
    job.ready = true;
    if (job.copy !== undefined) setMirror(record, job.disk, job.copy, true);
    return tell(guests, record, { job, status: "ready" });
  }
  record.blockJobs.delete(job.disk);
  tell(guests, record, { job, status: "completed" });
}

/** Events name the disk by its source and by its target, as there are clients for either. */
function tell(
  { hypervisor }: Guests,
  record: DomainRecord,
  { job, status }: { readonly job: BlockJob; readonly status: BlockJobStatus },
): void {
  const told = { kind: "domain", domain: domainRef(record), type: job.type, status } as const;
  if (job.path !== undefined) hypervisor.emit({ ...told, event: "blockJob", disk: job.path });
  hypervisor.emit({ ...told, event: "blockJob2", disk: job.disk });
}

/** Says in the running document where the disk is copied to. */
function setMirror(record: DomainRecord, target: string, copy: Disk | undefined, ready = false): void {
  const disk = findDisk(record.definition, target);
  if (disk === undefined) return;
  const { mirror: _mirror, ...rest } = disk;
  const mirror = { job: "copy", ...(ready ? { ready: "yes" } : {}), type: copy?.type, source: copy?.source };
  record.definition = withDisk(record.definition, disk, (copy === undefined ? rest : { ...rest, mirror }) as Disk);
}
