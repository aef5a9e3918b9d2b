/**
 * Jobs on the disks of running guests.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { toInteger64 } from "../../base/integer64.ts";
import { parseDevice } from "../../conf/domain/devices/device_document.ts";
import type { Disk } from "../../conf/domain/devices/disk/disk.ts";
import type { DomainRef } from "../../model/object_refs.ts";
import type { BlockBandwidth, DomainBlockPart } from "../contract.ts";
import { diskTarget, findDisk } from "./devices_of.ts";
import { abortBlockJob, blockJobInfo, requireBlockJob, startBlockJob } from "./disk_jobs.ts";
import type { DomainRecord } from "./domain_record.ts";
import { domainRef } from "./domain_ref.ts";
import { type Guests, requireRunning } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { BLOCK_INFO } from "./made_up.ts";
import { parsing } from "./parsing.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const DOMAIN_BLOCK_CALLS: Partial<CallNames<DomainBlockPart>> = {
  resize: "virDomainBlockResize",
  pull: "virDomainBlockPull",
  rebase: "virDomainBlockRebase",
  commit: "virDomainBlockCommit",
  copy: "virDomainBlockCopy",
  getJobInfo: "virDomainGetBlockJobInfo",
  setJobSpeed: "virDomainBlockJobSetSpeed",
  abortJob: "virDomainBlockJobAbort",
  setThreshold: "virDomainSetBlockThreshold",
};

const BYTES_PER_KIB = 1024n;
const BYTES_PER_MIB = 1024n * 1024n;

/** The part. */
export function createDomainBlock(guests: Guests): DomainBlockPart {
  const { hypervisor, list } = guests;
  const find = (ref: DomainRef, name: string): { readonly record: DomainRecord; readonly disk: Disk } => {
    const record = list.require(ref);
    requireRunning(record);
    const disk = findDisk(record.definition, name);
    if (disk === undefined) {
      throw failure("VIR_ERR_INVALID_ARG", `disk '${name}' not found in domain`, { domain: "VIR_FROM_QEMU" });
    }
    return { record, disk };
  };
  return {
    resize: (ref, name, { size, flags }) =>
      Promise.try(() => {
        const { record, disk } = find(ref, name);
        record.diskSizes.set(diskTarget(disk), toInteger64(BigInt(size) * (flags.bytes ? 1n : BYTES_PER_KIB)));
      }),
    pull: (ref, name, { bandwidth, flags }) =>
      Promise.try(() =>
        startBlockJob(guests, find(ref, name), {
          call: "virDomainBlockPull",
          type: "pull",
          bandwidth: bytesPerSecond({ bandwidth, bytes: flags.bandwidthBytes ?? false }),
        })
      ),
    rebase: (ref, name, { base, bandwidth, flags }) =>
      Promise.try(() => {
        const given = bytesPerSecond({ bandwidth, bytes: flags.bandwidthBytes ?? false });
        const found = find(ref, name);
        if (!flags.copy) {
          return startBlockJob(guests, found, { call: "virDomainBlockRebase", type: "pull", bandwidth: given });
        }
        if (base === undefined) throw failure("VIR_ERR_INVALID_ARG", "base must be given for a copy");
        const copy = { ...found.disk, type: "file", source: { file: base } } as Disk;
        startBlockJob(guests, found, { call: "virDomainBlockRebase", type: "copy", bandwidth: given, copy });
      }),
    commit: (ref, name, { top, bandwidth, flags }) =>
      Promise.try(() =>
        startBlockJob(guests, find(ref, name), {
          call: "virDomainBlockCommit",
          type: top === undefined || flags.active ? "activeCommit" : "commit",
          bandwidth: bytesPerSecond({ bandwidth, bytes: flags.bandwidthBytes ?? false }),
        })
      ),
    copy: (ref, name, { target, parameters }) =>
      Promise.try(() => {
        const found = find(ref, name);
        const parsed = parsing("the copy's disk", () => parseDevice(asTarget(target, name), { unknown: "ignore" }));
        if (parsed.kind !== "disk") {
          throw failure("VIR_ERR_XML_ERROR", `expecting root element of 'disk', not '${parsed.kind}'`);
        }
        const copy = { ...parsed.device, target: found.disk.target } as Disk;
        const bandwidth = (parameters.bandwidth ?? 0) as Integer64;
        startBlockJob(guests, found, { call: "virDomainBlockCopy", type: "copy", bandwidth, copy });
      }),
    getJobInfo: (ref, name) =>
      Promise.try(() => {
        const { record, disk } = find(ref, name);
        return blockJobInfo(hypervisor.clock, record.blockJobs.get(diskTarget(disk)));
      }),
    setJobSpeed: (ref, name, speed) =>
      Promise.try(() => {
        const { record, disk } = find(ref, name);
        requireBlockJob(record, diskTarget(disk)).bandwidth = bytesPerSecond(speed);
      }),
    abortJob: (ref, name, flags) =>
      Promise.try(() => {
        const { record, disk } = find(ref, name);
        abortBlockJob(guests, record, { target: diskTarget(disk), pivot: flags.pivot ?? false });
      }),
    setThreshold: (ref, name, bytes) =>
      Promise.try(() => {
        const { record, disk } = find(ref, name.replace(/\[\d+\]$/, ""));
        const excess = BigInt(BLOCK_INFO.allocation) - BigInt(bytes);
        record.thresholds.set(diskTarget(disk), bytes);
        // Every guest has written as far as it ever will, so that it is beyond now or never.
        if (excess <= 0n || BigInt(bytes) === 0n) return;
        record.thresholds.delete(diskTarget(disk));
        hypervisor.emit({
          kind: "domain",
          event: "blockThreshold",
          domain: domainRef(record),
          device: name,
          path: disk.type === "file" ? disk.source?.file : undefined,
          threshold: bytes,
          excess: toInteger64(excess),
        });
      }),
  };
}

/** A copy's document need not name the target: it takes the place of the disk that is copied. */
function asTarget(xml: string, name: string): string {
  return /<target\b/.test(xml) ? xml : xml.replace(/<\/disk>\s*$/, `<target dev='${name.replace(/\W/g, "")}'/></disk>`);
}

function bytesPerSecond({ bandwidth, bytes }: BlockBandwidth): Integer64 {
  return toInteger64(BigInt(bandwidth) * (bytes ? 1n : BYTES_PER_MIB));
}
