/**
 * Jobs on the disks of running guests.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import {
  BLOCK_COMMIT_FLAGS,
  BLOCK_COPY_FLAGS,
  BLOCK_COPY_PARAMETERS,
  BLOCK_JOB_ABORT_FLAGS,
  BLOCK_JOB_INFO_FLAGS,
  BLOCK_JOB_SPEED_FLAGS,
  BLOCK_JOB_TYPES,
  BLOCK_PULL_FLAGS,
  BLOCK_REBASE_FLAGS,
  BLOCK_RESIZE_FLAGS,
  toCheckedRecord,
  type TypedRecord,
} from "../../model/mod.ts";
import type { Integer64 } from "../../base/integer64.ts";
import type { Handlers } from "../handler.ts";

const MEBIBYTE = 1048576n;

/** Jobs on disks. */
export const domainBlockHandlers = {
  DOMAIN_BLOCK_RESIZE: (call, { dom, disk, size, flags }) =>
    call.invoke("domainBlock", "resize", [dom, disk, { size, flags: call.flags(BLOCK_RESIZE_FLAGS, flags) }]),

  DOMAIN_BLOCK_PULL: (call, { dom, path, bandwidth, flags }) =>
    call.invoke("domainBlock", "pull", [dom, path, { bandwidth, flags: call.flags(BLOCK_PULL_FLAGS, flags) }]),
  DOMAIN_BLOCK_REBASE: (call, { dom, path, base, bandwidth, flags }) =>
    call.invoke("domainBlock", "rebase", [
      dom,
      path,
      { ...defined({ base }), bandwidth, flags: call.flags(BLOCK_REBASE_FLAGS, flags) },
    ]),
  DOMAIN_BLOCK_COMMIT: (call, { dom, disk, base, top, bandwidth, flags }) =>
    call.invoke("domainBlock", "commit", [
      dom,
      disk,
      { ...defined({ base, top }), bandwidth, flags: call.flags(BLOCK_COMMIT_FLAGS, flags) },
    ]),
  DOMAIN_BLOCK_COPY: (call, { dom, path, destxml, params, flags }) =>
    call.invoke("domainBlock", "copy", [dom, path, {
      target: destxml,
      parameters: toCheckedRecord(BLOCK_COPY_PARAMETERS, params) as TypedRecord,
      flags: call.flags(BLOCK_COPY_FLAGS, flags),
    }]),

  async DOMAIN_GET_BLOCK_JOB_INFO(call, { dom, path, flags }) {
    const { bandwidthBytes } = call.flags(BLOCK_JOB_INFO_FLAGS, flags);
    const job = await call.invoke("domainBlock", "getJobInfo", [dom, path]);
    if (job === undefined) return { found: 0, type: 0, bandwidth: 0, cur: 0, end: 0 };
    const bandwidth = bandwidthBytes ? inBytes(job.bandwidth) : job.bandwidth;
    return { found: 1, type: BLOCK_JOB_TYPES[job.type], bandwidth, cur: job.current, end: job.end };
  },
  DOMAIN_BLOCK_JOB_SET_SPEED(call, { dom, path, bandwidth, flags }) {
    const { bandwidthBytes } = call.flags(BLOCK_JOB_SPEED_FLAGS, flags);
    return call.invoke("domainBlock", "setJobSpeed", [dom, path, { bandwidth, ...defined({ bytes: bandwidthBytes }) }]);
  },
  DOMAIN_BLOCK_JOB_ABORT: (call, { dom, path, flags }) =>
    call.invoke("domainBlock", "abortJob", [dom, path, call.flags(BLOCK_JOB_ABORT_FLAGS, flags)]),

  async DOMAIN_SET_BLOCK_THRESHOLD(call, { dom, dev, threshold, flags }) {
    call.noFlags(flags);
    await call.invoke("domainBlock", "setThreshold", [dom, dev, threshold]);
  },
} satisfies Handlers;

function inBytes(mebibytes: Integer64): Integer64 {
  return BigInt(mebibytes) * MEBIBYTE;
}
