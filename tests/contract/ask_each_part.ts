/**
 * One question to each part a driver can have.
 *
 * @module
 */

import type { Connection } from "../../src/api/connection.ts";
import type { PartName } from "../../src/api/parts.ts";

const UUID = "00000000-0000-4000-8000-000000000000";

/** A call of every part, whatever it answers where the part is there. */
export function askEachPart(connection: Connection): Readonly<Record<PartName, () => Promise<unknown>>> {
  const domain = connection.domains.from({ name: "nobody", uuid: UUID, id: -1 });
  const network = connection.networks.from({ name: "nowhere", uuid: UUID });
  return {
    capabilities: () => connection.getCapabilities(),
    emulators: () => connection.listEmulators(),
    cache: () => connection.listCache(),
    host: () => connection.host.getInfo(),
    domains: () => connection.domains.list(),
    domainDevices: () => domain.devices.getMaxMemory(),
    domainTuning: () => domain.tuning.getMemory(),
    domainStats: () => domain.stats.getMemory(),
    domainSave: () => domain.saving.hasManagedSave(),
    domainBlock: () => domain.blockJobs.getInfo("vda"),
    domainGuest: () => domain.guest.getHostname(),
    domainStreams: () => domain.streams.openConsole(),
    snapshots: () => domain.snapshots.list(),
    checkpoints: () => domain.checkpoints.list(),
    networks: () => connection.networks.list(),
    networkPorts: () => network.listPorts(),
    storagePools: () => connection.storagePools.list(),
    storageVolumes: () => connection.storageVolumes.lookupByPath("/nowhere"),
    nodeDevices: () => connection.nodeDevices.list(),
    interfaces: () => connection.interfaces.list(),
    networkFilters: () => connection.networkFilters.list(),
    networkFilterBindings: () => connection.networkFilters.bindings.list(),
    secrets: () => connection.secrets.list(),
    events: () => Promise.try(() => connection.events()),
  };
}
