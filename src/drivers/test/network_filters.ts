/**
 * Network filters, as libvirt's own daemon for them keeps them: its test hypervisor has none.
 *
 * @module
 */

import { networkFilter } from "../../conf/network_filter/document.ts";
import { formatShape } from "../../conf/shape/mod.ts";
import type { NetworkFilterRef } from "../../model/object_refs.ts";
import type { NetworkFiltersPart } from "../contract.ts";
import { failure } from "./errors.ts";
import { assignFilter, type FilterList, type FilterRecord, parseFilter, usesOf } from "./filter_list.ts";
import type { Hypervisor } from "./hypervisor.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const NETWORK_FILTERS_CALLS: Partial<CallNames<NetworkFiltersPart>> = {
  list: "virConnectListAllNWFilters",
  lookupByName: "virNWFilterLookupByName",
  lookupByUuid: "virNWFilterLookupByUUID",
  getXml: "virNWFilterGetXMLDesc",
  define: "virNWFilterDefineXML",
  undefine: "virNWFilterUndefine",
};

/** The part, without bindings. */
export function createNetworkFilters(hypervisor: Hypervisor, list: FilterList): NetworkFiltersPart {
  const { filters } = list;
  const found = (record: FilterRecord | undefined, what: string): FilterRecord => {
    if (record !== undefined) return record;
    throw failure("VIR_ERR_NO_NWFILTER", `no nwfilter with matching ${what}`, {
      domain: "VIR_FROM_NWFILTER",
      hint: "List the network filters",
    });
  };
  const byUuid = (uuid: string): FilterRecord => found(filters.byUuid(uuid), `uuid '${uuid}'`);
  return {
    list: () => Promise.try(() => [...filters.values().map(filterRef)]),
    lookupByName: (name) => Promise.try(() => filterRef(found(filters.byName(name), `name '${name}'`))),
    lookupByUuid: (uuid) => Promise.try(() => filterRef(byUuid(uuid))),
    getXml: (ref) => Promise.try(() => formatShape(networkFilter, byUuid(ref.uuid).definition)),
    define: (xml, { validate = false }) =>
      Promise.try(() => {
        const record = parseFilter(hypervisor, xml, { validate });
        assignFilter(list, record);
        return filterRef(record);
      }),
    undefine: (ref) =>
      Promise.try(() => {
        const record = byUuid(ref.uuid);
        if (isBound(list, record)) {
          throw failure("VIR_ERR_OPERATION_INVALID", "nwfilter is in use", {
            domain: "VIR_FROM_NWFILTER",
            hint: "Delete the bindings that use it first",
          });
        }
        filters.delete(record);
      }),
  };
}

/** Whether some binding uses a filter, directly or by way of others. */
function isBound({ filters, bindings, hasDevice }: FilterList, { name }: FilterRecord): boolean {
  return [...bindings.values()].some(({ portDev, filterReference: { filter } }) => {
    if (!hasDevice(portDev.name)) return false;
    const bound = filters.byName(filter);
    return filter === name || (bound !== undefined && usesOf(bound, filters).has(name));
  });
}

function filterRef({ name, uuid }: FilterRecord): NetworkFilterRef {
  return { name, uuid };
}
