/**
 * A domain's disks: sizes, statistics, jobs, limits.
 *
 * @module
 */

import { array, i32, i64, opaque, optStr, str, u32, u64 } from "../../xdr/mod.ts";
import { diskError, domain } from "../objects.ts";
import { p, parameters } from "./procedure.ts";

/** A domain's disks: sizes, statistics, jobs, limits. */
export const domainBlockProcedures = {
  DOMAIN_BLOCK_STATS: p(64, { dom: domain, path: str }, {
    rd_req: i64,
    rd_bytes: i64,
    wr_req: i64,
    wr_bytes: i64,
    errs: i64,
  }),
  DOMAIN_BLOCK_PEEK: p(
    103,
    { dom: domain, path: str, offset: u64, size: u32, flags: u32 },
    { buffer: opaque(4194304) },
    { writes: true },
  ),
  DOMAIN_GET_BLOCK_INFO: p(194, { dom: domain, path: str, flags: u32 }, {
    allocation: u64,
    capacity: u64,
    physical: u64,
  }),
  DOMAIN_BLOCK_JOB_ABORT: p(237, { dom: domain, path: str, flags: u32 }, {}, { writes: true }),
  DOMAIN_GET_BLOCK_JOB_INFO: p(238, { dom: domain, path: str, flags: u32 }, {
    found: i32,
    type: i32,
    bandwidth: u64,
    cur: u64,
    end: u64,
  }),
  DOMAIN_BLOCK_JOB_SET_SPEED: p(239, { dom: domain, path: str, bandwidth: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_BLOCK_PULL: p(240, { dom: domain, path: str, bandwidth: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_BLOCK_STATS_FLAGS: p(243, { dom: domain, path: str, nparams: i32, flags: u32 }, {
    params: parameters(16),
    nparams: i32,
  }),
  DOMAIN_BLOCK_RESIZE: p(251, { dom: domain, disk: str, size: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_SET_BLOCK_IO_TUNE: p(252, { dom: domain, disk: str, params: parameters(32), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_GET_BLOCK_IO_TUNE: p(253, { dom: domain, disk: optStr, nparams: i32, flags: u32 }, {
    params: parameters(32),
    nparams: i32,
  }),
  DOMAIN_GET_DISK_ERRORS: p(263, { dom: domain, maxerrors: u32, flags: u32 }, {
    errors: array(diskError, 256),
    nerrors: i32,
  }),
  DOMAIN_BLOCK_REBASE: p(266, { dom: domain, path: str, base: optStr, bandwidth: u64, flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_BLOCK_COMMIT: p(290, { dom: domain, disk: str, base: optStr, top: optStr, bandwidth: u64, flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_BLOCK_COPY: p(345, { dom: domain, path: str, destxml: str, params: parameters(16), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_SET_BLOCK_THRESHOLD: p(386, { dom: domain, dev: str, threshold: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_SET_THROTTLE_GROUP: p(451, { dom: domain, group: str, params: parameters(32), flags: u32 }, {}, {
    writes: true,
  }),
  DOMAIN_DEL_THROTTLE_GROUP: p(452, { dom: domain, group: optStr, flags: u32 }, {}, { writes: true }),
};
