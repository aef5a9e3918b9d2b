/**
 * Moving domains between hosts, in all the versions of that conversation.
 *
 * @module
 */

import { i32, optStr, str, u32, u64 } from "../../xdr/mod.ts";
import { domain } from "../objects.ts";
import { cookie, p, parameters } from "./procedure.ts";

/** Moving domains between hosts, in all the versions of that conversation. */
export const domainMigrationProcedures = {
  DOMAIN_MIGRATE_PREPARE: p(61, { uri_in: optStr, flags: u64, dname: optStr, resource: u64 }, {
    cookie,
    uri_out: optStr,
  }, { writes: true }),
  DOMAIN_MIGRATE_PERFORM: p(62, { dom: domain, cookie, uri: str, flags: u64, dname: optStr, resource: u64 }, {}, {
    writes: true,
  }),
  DOMAIN_MIGRATE_FINISH: p(63, { dname: str, cookie, uri: str, flags: u64 }, { ddom: domain }, { writes: true }),
  DOMAIN_MIGRATE_PREPARE2: p(108, { uri_in: optStr, flags: u64, dname: optStr, resource: u64, dom_xml: str }, {
    cookie,
    uri_out: optStr,
  }, { writes: true }),
  DOMAIN_MIGRATE_FINISH2: p(109, { dname: str, cookie, uri: str, flags: u64, retcode: i32 }, { ddom: domain }, {
    writes: true,
  }),
  DOMAIN_MIGRATE_PREPARE_TUNNEL: p(148, { flags: u64, dname: optStr, resource: u64, dom_xml: str }, {}, {
    stream: "upload",
    writes: true,
  }),
  DOMAIN_MIGRATE_SET_MAX_DOWNTIME: p(166, { dom: domain, downtime: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_MIGRATE_SET_MAX_SPEED: p(207, { dom: domain, bandwidth: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_MIGRATE_BEGIN3: p(213, { dom: domain, xmlin: optStr, flags: u64, dname: optStr, resource: u64 }, {
    cookie_out: cookie,
    xml: str,
  }, { writes: true }),
  DOMAIN_MIGRATE_PREPARE3: p(
    214,
    { cookie_in: cookie, uri_in: optStr, flags: u64, dname: optStr, resource: u64, dom_xml: str },
    { cookie_out: cookie, uri_out: optStr },
    { writes: true },
  ),
  DOMAIN_MIGRATE_PREPARE_TUNNEL3: p(
    215,
    { cookie_in: cookie, flags: u64, dname: optStr, resource: u64, dom_xml: str },
    { cookie_out: cookie },
    { stream: "upload", writes: true },
  ),
  DOMAIN_MIGRATE_PERFORM3: p(
    216,
    {
      dom: domain,
      xmlin: optStr,
      cookie_in: cookie,
      dconnuri: optStr,
      uri: optStr,
      flags: u64,
      dname: optStr,
      resource: u64,
    },
    { cookie_out: cookie },
    { writes: true },
  ),
  DOMAIN_MIGRATE_FINISH3: p(
    217,
    { dname: str, cookie_in: cookie, dconnuri: optStr, uri: optStr, flags: u64, cancelled: i32 },
    { dom: domain, cookie_out: cookie },
    { writes: true },
  ),
  DOMAIN_MIGRATE_CONFIRM3: p(218, { dom: domain, cookie_in: cookie, flags: u64, cancelled: i32 }, {}, { writes: true }),
  DOMAIN_MIGRATE_GET_MAX_SPEED: p(242, { dom: domain, flags: u32 }, { bandwidth: u64 }, { writes: true }),
  DOMAIN_MIGRATE_GET_COMPRESSION_CACHE: p(299, { dom: domain, flags: u32 }, { cacheSize: u64 }),
  DOMAIN_MIGRATE_SET_COMPRESSION_CACHE: p(300, { dom: domain, cacheSize: u64, flags: u32 }, {}, { writes: true }),
  DOMAIN_MIGRATE_BEGIN3_PARAMS: p(302, { dom: domain, params: parameters(64), flags: u32 }, {
    cookie_out: cookie,
    xml: str,
  }, { writes: true }),
  DOMAIN_MIGRATE_PREPARE3_PARAMS: p(303, { params: parameters(64), cookie_in: cookie, flags: u32 }, {
    cookie_out: cookie,
    uri_out: optStr,
  }, { writes: true }),
  DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS: p(304, { params: parameters(64), cookie_in: cookie, flags: u32 }, {
    cookie_out: cookie,
  }, { stream: "upload", writes: true }),
  DOMAIN_MIGRATE_PERFORM3_PARAMS: p(
    305,
    { dom: domain, dconnuri: optStr, params: parameters(64), cookie_in: cookie, flags: u32 },
    { cookie_out: cookie },
    { writes: true },
  ),
  DOMAIN_MIGRATE_FINISH3_PARAMS: p(306, { params: parameters(64), cookie_in: cookie, flags: u32, cancelled: i32 }, {
    dom: domain,
    cookie_out: cookie,
  }, { writes: true }),
  DOMAIN_MIGRATE_CONFIRM3_PARAMS: p(
    307,
    { dom: domain, params: parameters(64), cookie_in: cookie, flags: u32, cancelled: i32 },
    {},
    { writes: true },
  ),
  DOMAIN_MIGRATE_START_POST_COPY: p(364, { dom: domain, flags: u32 }, {}, { writes: true }),
  DOMAIN_MIGRATE_GET_MAX_DOWNTIME: p(387, { dom: domain, flags: u32 }, { downtime: u64 }),
};
