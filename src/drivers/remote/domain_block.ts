/**
 * Jobs on disks of the server's guests.
 *
 * @module
 */

import { flagsToNumber } from "../../base/bit_flags.ts";
import { wordOf } from "../../base/number_table.ts";
import {
  BLOCK_COMMIT_FLAGS,
  BLOCK_COPY_FLAGS,
  BLOCK_COPY_PARAMETERS,
  BLOCK_JOB_ABORT_FLAGS,
  BLOCK_JOB_SPEED_FLAGS,
  BLOCK_JOB_TYPES,
  BLOCK_PULL_FLAGS,
  BLOCK_REBASE_FLAGS,
  BLOCK_RESIZE_FLAGS,
} from "../../model/mod.ts";
import type { DomainBlockPart } from "../contract.ts";
import type { Link } from "./link.ts";
import { parametersOf } from "./parameters.ts";

/** Jobs on disks. */
export function createDomainBlock(link: Link): DomainBlockPart {
  return {
    async resize(dom, disk, { size, flags }, options) {
      const args = { dom, disk, size, flags: flagsToNumber(BLOCK_RESIZE_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_RESIZE", args, options);
    },
    async pull(dom, path, { bandwidth, flags }, options) {
      const args = { dom, path, bandwidth, flags: flagsToNumber(BLOCK_PULL_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_PULL", args, options);
    },
    async rebase(dom, path, { base, bandwidth, flags }, options) {
      const args = { dom, path, base, bandwidth, flags: flagsToNumber(BLOCK_REBASE_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_REBASE", args, options);
    },
    async commit(dom, disk, { base, top, bandwidth, flags }, options) {
      const args = { dom, disk, base, top, bandwidth, flags: flagsToNumber(BLOCK_COMMIT_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_COMMIT", args, options);
    },
    async copy(dom, path, { target, parameters, flags }, options) {
      const params = parametersOf(BLOCK_COPY_PARAMETERS, parameters);
      const args = { dom, path, destxml: target, params, flags: flagsToNumber(BLOCK_COPY_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_COPY", args, options);
    },
    async getJobInfo(dom, path, options) {
      const info = await link.call("DOMAIN_GET_BLOCK_JOB_INFO", { dom, path, flags: 0 }, options);
      if (info.found === 0) return undefined;
      return {
        type: wordOf(BLOCK_JOB_TYPES, info.type) ?? "unknown",
        bandwidth: info.bandwidth,
        current: info.cur,
        end: info.end,
      };
    },
    async setJobSpeed(dom, path, { bandwidth, bytes = false }, options) {
      const flags = flagsToNumber(BLOCK_JOB_SPEED_FLAGS, { bandwidthBytes: bytes });
      await link.call("DOMAIN_BLOCK_JOB_SET_SPEED", { dom, path, bandwidth, flags }, options);
    },
    async abortJob(dom, path, flags, options) {
      const args = { dom, path, flags: flagsToNumber(BLOCK_JOB_ABORT_FLAGS, flags) };
      await link.call("DOMAIN_BLOCK_JOB_ABORT", args, options);
    },
    async setThreshold(dom, dev, threshold, options) {
      await link.call("DOMAIN_SET_BLOCK_THRESHOLD", { dom, dev, threshold, flags: 0 }, options);
    },
  };
}
