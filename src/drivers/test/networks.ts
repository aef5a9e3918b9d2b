/**
 * Virtual networks: found, read, and the calls of their life.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import { type Network, network } from "../../conf/network/document.ts";
import { applyNetworkUpdate } from "../../conf/network/update_network.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { NetworkLifecycleEventName } from "../../model/event_lifecycle.ts";
import type { ListNetworksFlags } from "../../model/list_filters.ts";
import { NETWORK_XML_FLAGS } from "../../model/network.ts";
import type { NetworkRef } from "../../model/object_refs.ts";
import type { NetworksPart, NetworkUpdate } from "../contract.ts";
import type { Guests } from "./domain_state.ts";
import { failure } from "./errors.ts";
import { passesGroups } from "./filter_groups.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { leasesOf } from "./network_leases.ts";
import { type NetworkList, type NetworkRecord, networkRef, parseNetwork, store } from "./network_list.ts";
import { parsing } from "./parsing.ts";
import { refuseFlags } from "./refuse_flags.ts";
import type { CallNames } from "./with_script.ts";

/** libvirt's functions for the calls of the part. */
export const NETWORKS_CALLS: Partial<CallNames<NetworksPart>> = {
  list: "virConnectListAllNetworks",
  lookupByName: "virNetworkLookupByName",
  lookupByUuid: "virNetworkLookupByUUID",
  getXml: "virNetworkGetXMLDesc",
  isActive: "virNetworkIsActive",
  isPersistent: "virNetworkIsPersistent",
  getBridgeName: "virNetworkGetBridgeName",
  define: "virNetworkDefineXML",
  undefine: "virNetworkUndefine",
  createXml: "virNetworkCreateXML",
  create: "virNetworkCreate",
  destroy: "virNetworkDestroy",
  update: "virNetworkUpdate",
  getAutostart: "virNetworkGetAutostart",
  setAutostart: "virNetworkSetAutostart",
  getDhcpLeases: "virNetworkGetDHCPLeases",
};

/** What the part is made over. */
export interface NetworksOptions {
  readonly hypervisor: Hypervisor;
  readonly list: NetworkList;
  /** Whose cards are plugged in. */
  readonly guests: Guests;
}

/** The part, without ports. */
export function createNetworks({ hypervisor, list, guests }: NetworksOptions): NetworksPart {
  const tell = (ref: NetworkRef, change: NetworkLifecycleEventName): void => {
    hypervisor.emit({ kind: "network", event: "lifecycle", network: { name: ref.name, uuid: ref.uuid }, change });
  };
  return {
    list: (filter) => Promise.try(() => [...list.values().filter((each) => passes(each, filter)).map(networkRef)]),
    lookupByName: (name) => Promise.try(() => networkRef(list.byName(name))),
    lookupByUuid: (uuid) => Promise.try(() => networkRef(list.byUuid(uuid))),
    getXml: (ref, flags) =>
      Promise.try(() => {
        refuseFlags(flags, { table: NETWORK_XML_FLAGS, allowed: [], function: "testNetworkGetXMLDesc" });
        return formatShape(network, list.byName(ref.name).definition);
      }),
    isActive: (ref) => Promise.try(() => list.byUuid(ref.uuid).active),
    isPersistent: (ref) => Promise.try(() => list.byUuid(ref.uuid).persistent),
    getBridgeName: (ref) =>
      Promise.try(() => {
        const { bridge } = list.byName(ref.name).definition;
        if (bridge?.name !== undefined) return bridge.name;
        throw failure("VIR_ERR_INTERNAL_ERROR", `network '${ref.name}' does not have a bridge name.`);
      }),
    define: (xml, { validate = false }) =>
      Promise.try(() => {
        const record = list.assign(parseNetwork(hypervisor, xml, { validate }));
        tell(record, "defined");
        return networkRef(record);
      }),
    undefine: (ref) =>
      Promise.try(() => {
        const record = list.byName(ref.name);
        if (record.active) throw failure("VIR_ERR_OPERATION_INVALID", `Network '${ref.name}' is still running`);
        tell(ref, "undefined");
        list.remove(record);
      }),
    createXml: (xml, { validate = false }) =>
      Promise.try(() => {
        const record = list.assign(parseNetwork(hypervisor, xml, { validate }), { live: true });
        record.active = true;
        tell(record, "started");
        return networkRef(record);
      }),
    create: (ref) =>
      Promise.try(() => {
        const record = list.byName(ref.name);
        if (record.active) throw failure("VIR_ERR_OPERATION_INVALID", `Network '${ref.name}' is already running`);
        record.active = true;
        tell(record, "started");
      }),
    destroy: (ref) =>
      Promise.try(() => {
        const record = list.byName(ref.name);
        record.active = false;
        record.ports.clear();
        tell(record, "stopped");
        if (!record.persistent) list.remove(record);
      }),
    update: (ref, change) => Promise.try(() => update(list.byUuid(ref.uuid), change)),
    getAutostart: (ref) => Promise.try(() => list.byName(ref.name).autostart),
    setAutostart: (ref, autostart) => Promise.try(() => void (list.byName(ref.name).autostart = autostart)),
    getDhcpLeases: (ref, mac) =>
      Promise.try(() =>
        leasesOf(list.byUuid(ref.uuid), guests).filter((lease) => mac === undefined || lease.mac === mac)
      ),
  };
}

function passes({ active, persistent, autostart }: NetworkRecord, filter: ListNetworksFlags): boolean {
  return passesGroups(
    [[filter.active, active], [filter.inactive, !active]],
    [[filter.persistent, persistent], [filter.transient, !persistent]],
    [[filter.autostart, autostart], [filter.noAutostart, !autostart]],
  );
}

/** Changes what runs, what is stored, or both; nothing where one of them cannot be. */
function update(record: NetworkRecord, { flags, ...change }: NetworkUpdate): void {
  const { live = false, config = false } = flags.live || flags.config
    ? flags
    : { live: record.active, config: !record.active };
  if (live && !record.active) throw invalid("network is not running");
  if (config && !record.persistent) throw invalid("cannot change persistent config of a transient network");
  const running = live ? changed(record.definition, change) : undefined;
  const stored = config ? changed(record.stored ?? record.definition, change) : undefined;
  if (stored !== undefined) store(record, stored);
  if (running !== undefined) record.definition = running;
}

/** The definition after the change, which has to be one that could have been written. */
function changed(definition: Network, change: Omit<NetworkUpdate, "flags">): Network {
  return parsing("the change", () => {
    const next = applyNetworkUpdate(definition, change);
    return defined(parseShape(network, formatShape(network, next), { unknown: "ignore" })) as Network;
  });
}

function invalid(detail: string): Error {
  return failure("VIR_ERR_OPERATION_INVALID", detail, { domain: "VIR_FROM_NETWORK" });
}
