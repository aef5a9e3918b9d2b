/**
 * The network filters of a hypervisor, and which of them uses which.
 *
 * @module
 */

import { type NetworkFilter, networkFilter } from "../../conf/network_filter/document.ts";
import type { NetworkFilterBinding } from "../../conf/network_filter_binding/document.ts";
import { parseShape } from "../../conf/shape/mod.ts";
import { interfacesOf } from "./devices_of.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { type Named, ObjectStore } from "./object_store.ts";
import { parsing } from "./parsing.ts";

/** One filter. */
export interface FilterRecord extends Named {
  readonly definition: NetworkFilter;
}

/** Filters, and the bindings that use them. */
export interface FilterList {
  readonly filters: ObjectStore<FilterRecord>;
  /** By the device they are on. */
  readonly bindings: Map<string, NetworkFilterBinding>;
  /** Whether a device is there that packets go through; a binding without one filters nothing. */
  hasDevice(name: string): boolean;
}

/** The filters that a hypervisor begins with. */
export function openFilters({ hypervisor, list: guests }: Guests): FilterList {
  const list: FilterList = {
    filters: new ObjectStore(),
    bindings: new Map(),
    hasDevice: (name) =>
      name === "lo" ||
      [...guests.values()].some(({ id, definition }) =>
        id !== -1 && interfacesOf(definition).some((card) => card.target?.dev === name)
      ),
  };
  for (const xml of hypervisor.node.networkFilters) assignFilter(list, parseFilter(hypervisor, xml));
  return list;
}

/** The definition that a text is. */
export function parseFilter({ ids }: Hypervisor, xml: string, { validate = false } = {}): FilterRecord {
  const unknown = validate ? "error" : "ignore";
  const given = parsing("the filter", () => parseShape(networkFilter, xml, { unknown }));
  const definition = { ...given, uuid: given.uuid ?? ids.uuid() };
  return { name: definition.name, uuid: definition.uuid, definition };
}

/**
 * Puts a filter in, in the place of the one it is.
 *
 * @throws VirtError where its name or its UUID is another's, or it would use itself
 */
export function assignFilter({ filters }: FilterList, record: FilterRecord): void {
  const old = filters.byUuid(record.uuid);
  const twin = filters.byName(record.name);
  if (old !== undefined && old.name !== record.name) {
    throw refused(`filter with same UUID but different name ('${old.name}') already exists`);
  }
  if (old === undefined && twin !== undefined) {
    throw refused(`filter '${record.name}' already exists with uuid ${twin.uuid}`);
  }
  if (usesOf(record, filters).has(record.name)) throw refused("filter would introduce a loop");
  filters.set(record);
}

/** The names of all filters that one uses, directly or not. */
export function usesOf(record: FilterRecord, filters: ObjectStore<FilterRecord>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [record];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    for (const entry of each.definition.entries ?? []) {
      if (entry.element !== "filterref" || found.has(entry.filter)) continue;
      found.add(entry.filter);
      const next = filters.byName(entry.filter);
      if (next !== undefined) open.push(next);
    }
  }
  return found;
}

function refused(detail: string): Error {
  return failure("VIR_ERR_OPERATION_FAILED", detail, { domain: "VIR_FROM_NWFILTER" });
}
