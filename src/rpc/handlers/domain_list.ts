/**
 * Guests in bulk: lists, the older pairs of counting and naming, and their statistics.
 *
 * @module
 */

import { unknownBits } from "../../base/bit_flags.ts";
import {
  ALL_DOMAIN_STATS_FLAGS,
  DOMAIN_STATS,
  DOMAIN_STATS_GROUPS,
  type DomainRef,
  LIST_DOMAINS_FLAGS,
  type ListDomainsFlags,
  type ParameterTable,
  VirtError,
} from "../../model/mod.ts";
import { numberToFlags } from "../../base/bit_flags.ts";
import type { Call } from "../call.ts";
import type { Handlers } from "../handler.ts";
import { atMost, namesOf, wanted } from "./replies.ts";
import { parametersOf } from "./typed_parameters.ts";

/** The parameters of every group. */
const ALL_STATS: ParameterTable = Object.assign({}, ...Object.values(DOMAIN_STATS));

const ACTIVE: ListDomainsFlags = { active: true };
const INACTIVE: ListDomainsFlags = { inactive: true };

/** Guests in bulk. */
export const domainListHandlers = {
  async CONNECT_LIST_ALL_DOMAINS(call, { need_results, flags }) {
    const domains = await list(call, call.flags(LIST_DOMAINS_FLAGS, flags));
    return { domains: wanted(need_results, domains), ret: domains.length };
  },

  CONNECT_NUM_OF_DOMAINS: async (call) => ({ num: (await list(call, ACTIVE)).length }),
  CONNECT_NUM_OF_DEFINED_DOMAINS: async (call) => ({ num: (await list(call, INACTIVE)).length }),
  CONNECT_LIST_DOMAINS: async (call, { maxids }) => ({
    ids: atMost(maxids, await list(call, ACTIVE)).map(({ id }) => id),
  }),
  CONNECT_LIST_DEFINED_DOMAINS: async (call, { maxnames }) => ({
    names: namesOf(maxnames, await list(call, INACTIVE)),
  }),

  async CONNECT_GET_ALL_DOMAIN_STATS(call, { doms, stats, flags }) {
    const query = {
      domains: doms,
      groups: numberToFlags(DOMAIN_STATS_GROUPS, stats),
      flags: call.flags(ALL_DOMAIN_STATS_FLAGS, flags),
    };
    const unknown = unknownBits(stats, DOMAIN_STATS_GROUPS);
    if (unknown !== 0 && query.flags.enforceStats) {
      const detail = `Stats types bits 0x${unknown.toString(16)} are not supported by this daemon`;
      throw new VirtError("VIR_ERR_ARGUMENT_UNSUPPORTED", detail, { domain: call.driverDomain });
    }
    const name = doms.length === 0 ? "virConnectGetAllDomainStats" : "virDomainListGetStats";
    const records = await call.session.invoke(name, "domainStats", "getAllStats", [query]);
    return {
      retStats: records.map(({ domain, stats: record }) => ({
        dom: domain,
        params: parametersOf(ALL_STATS, record),
      })),
    };
  },
} satisfies Handlers;

function list(call: Call, filter: ListDomainsFlags): Promise<readonly DomainRef[]> {
  return call.invoke("domains", "list", [filter]);
}
