/**
 * The parts that an open hypervisor offers, each made over the one state they share.
 *
 * @module
 */

import type { DriverConnection } from "../contract.ts";
import { domainDocument, hostDocument } from "./capabilities.ts";
import { CHECKPOINTS_CALLS, createCheckpoints } from "./domain_checkpoints.ts";
import { createDomainDevices, DOMAIN_DEVICES_CALLS } from "./domain_devices.ts";
import { createDomainGuest, DOMAIN_GUEST_CALLS } from "./domain_guest.ts";
import { createDomainStreams, DOMAIN_STREAMS_CALLS } from "./domain_streams.ts";
import { createDomains, DOMAINS_CALLS } from "./domains.ts";
import { createDomainSave, DOMAIN_SAVE_CALLS } from "./domain_save.ts";
import { createDomainTuning, DOMAIN_TUNING_CALLS } from "./domain_tuning.ts";
import { createSnapshots, SNAPSHOTS_CALLS } from "./domain_snapshots.ts";
import { createDomainStats, DOMAIN_STATS_CALLS } from "./domain_stats.ts";
import { createEmulators } from "./emulators.ts";
import { findAddresses } from "./guest_addresses.ts";
import { createHost, HOST_CALLS } from "./host.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { openDomains } from "./open_domains.ts";
import { withScript } from "./with_script.ts";

/** libvirt's test hypervisor is of version 0.0.2. */
const VERSION = 2;

/** Everything that the hypervisor can do. */
export function connect(hypervisor: Hypervisor): DriverConnection {
  const { script } = hypervisor;
  const guests = openDomains(hypervisor);
  const addressesOf = findAddresses(hypervisor.node.networks);
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
    domainGuest: withScript(createDomainGuest(guests, addressesOf), DOMAIN_GUEST_CALLS, script),
    domainStreams: withScript(createDomainStreams(guests), DOMAIN_STREAMS_CALLS, script),
    domainSave: withScript(createDomainSave(guests), DOMAIN_SAVE_CALLS, script),
    domainStats: withScript(createDomainStats(guests), DOMAIN_STATS_CALLS, script),
    snapshots: withScript(createSnapshots(guests), SNAPSHOTS_CALLS, script),
    checkpoints: withScript(createCheckpoints(guests), CHECKPOINTS_CALLS, script),
    events: hypervisor.events.part,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
