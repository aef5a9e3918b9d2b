/**
 * The parts that an open hypervisor offers, each made over the one state they share.
 *
 * @module
 */

import type { DriverConnection } from "../contract.ts";
import { domainDocument, hostDocument } from "./capabilities.ts";
import { createDomainBlock, DOMAIN_BLOCK_CALLS } from "./domain_block.ts";
import { CHECKPOINTS_CALLS, createCheckpoints } from "./domain_checkpoints.ts";
import { createDomainDevices, DOMAIN_DEVICES_CALLS } from "./domain_devices.ts";
import { type AddressesOf, createDomainGuest, DOMAIN_GUEST_CALLS } from "./domain_guest.ts";
import { createDomainStreams, DOMAIN_STREAMS_CALLS } from "./domain_streams.ts";
import { createDomains, DOMAINS_CALLS } from "./domains.ts";
import { createDomainSave, DOMAIN_SAVE_CALLS } from "./domain_save.ts";
import { createDomainTuning, DOMAIN_TUNING_CALLS } from "./domain_tuning.ts";
import { createSnapshots, SNAPSHOTS_CALLS } from "./domain_snapshots.ts";
import { createDomainStats, DOMAIN_STATS_CALLS } from "./domain_stats.ts";
import { endWork } from "./domain_state.ts";
import { createEmulators } from "./emulators.ts";
import { openDevices } from "./device_list.ts";
import { createFibrePorts } from "./fibre_ports.ts";
import { openFilters } from "./filter_list.ts";
import { guestAddresses } from "./guest_addresses.ts";
import { createHost, HOST_CALLS } from "./host.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { createInterfaces, INTERFACES_CALLS } from "./interfaces.ts";
import { createNetworkFilterBindings, NETWORK_FILTER_BINDINGS_CALLS } from "./network_filter_bindings.ts";
import { createNetworkFilters, NETWORK_FILTERS_CALLS } from "./network_filters.ts";
import { openNetworks } from "./network_list.ts";
import { createNetworkPorts, NETWORK_PORTS_CALLS } from "./network_ports.ts";
import { createNetworks, NETWORKS_CALLS } from "./networks.ts";
import { createNodeDevices, NODE_DEVICES_CALLS } from "./node_devices.ts";
import { openDomains } from "./open_domains.ts";
import { openPools } from "./pool_list.ts";
import { createSecrets, SECRETS_CALLS } from "./secrets.ts";
import { createStoragePools, STORAGE_POOLS_CALLS } from "./storage_pools.ts";
import { createStorageVolumes, STORAGE_VOLUMES_CALLS } from "./storage_volumes.ts";
import { withScript } from "./with_script.ts";

/** libvirt's test hypervisor is of version 0.0.2. */
const VERSION = 2;

/** Everything that the hypervisor can do. */
export function connect(hypervisor: Hypervisor): DriverConnection {
  const { script } = hypervisor;
  const guests = openDomains(hypervisor);
  const networks = openNetworks(hypervisor);
  const addressesOf: AddressesOf = (name, offset) => guestAddresses(networks.byName(name).definition, offset);
  const devices = openDevices(hypervisor);
  const ports = createFibrePorts(hypervisor, devices);
  const pools = openPools(hypervisor);
  const filters = openFilters(guests);
  return {
    driver: "test",
    uri: hypervisor.uri,
    type: "TEST",
    getVersion: () => Promise.resolve(VERSION),
    capabilities: {
      host: () => Promise.resolve(hostDocument(hypervisor.node.cells)),
      domain: (query) => Promise.try(domainDocument, query),
    },
    emulators: createEmulators(hypervisor.clock),
    host: withScript(createHost(hypervisor), HOST_CALLS, script),
    domains: withScript(createDomains(guests), DOMAINS_CALLS, script),
    domainDevices: withScript(createDomainDevices(guests), DOMAIN_DEVICES_CALLS, script),
    domainTuning: withScript(createDomainTuning(guests), DOMAIN_TUNING_CALLS, script),
    domainBlock: withScript(createDomainBlock(guests), DOMAIN_BLOCK_CALLS, script),
    domainGuest: withScript(createDomainGuest(guests, addressesOf), DOMAIN_GUEST_CALLS, script),
    domainStreams: withScript(createDomainStreams(guests), DOMAIN_STREAMS_CALLS, script),
    domainSave: withScript(createDomainSave(guests), DOMAIN_SAVE_CALLS, script),
    domainStats: withScript(createDomainStats(guests), DOMAIN_STATS_CALLS, script),
    snapshots: withScript(createSnapshots(guests), SNAPSHOTS_CALLS, script),
    checkpoints: withScript(createCheckpoints(guests), CHECKPOINTS_CALLS, script),
    networks: {
      ...withScript(createNetworks({ hypervisor, list: networks, guests }), NETWORKS_CALLS, script),
      ports: withScript(createNetworkPorts(networks), NETWORK_PORTS_CALLS, script),
    },
    storagePools: withScript(createStoragePools({ hypervisor, list: pools, ports }), STORAGE_POOLS_CALLS, script),
    storageVolumes: withScript(createStorageVolumes(hypervisor, pools), STORAGE_VOLUMES_CALLS, script),
    nodeDevices: withScript(createNodeDevices({ hypervisor, devices, ports }), NODE_DEVICES_CALLS, script),
    interfaces: withScript(createInterfaces(hypervisor), INTERFACES_CALLS, script),
    networkFilters: {
      ...withScript(createNetworkFilters(hypervisor, filters), NETWORK_FILTERS_CALLS, script),
      bindings: withScript(createNetworkFilterBindings(filters), NETWORK_FILTER_BINDINGS_CALLS, script),
    },
    secrets: withScript(createSecrets(hypervisor), SECRETS_CALLS, script),
    events: hypervisor.events.part,
    // Nobody is left who could hear how they end.
    [Symbol.asyncDispose]: () => Promise.resolve(guests.list.values().forEach(endWork)),
  };
}
