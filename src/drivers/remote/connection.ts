/**
 * An open connection to a hypervisor behind a server: every part that the protocol can carry.
 *
 * What the server's own hypervisor lacks, the server refuses with `VIR_ERR_NO_SUPPORT` itself.
 *
 * @module
 */

import type { ConnectionUri, DriverConnection, OpenOptions } from "../contract.ts";
import { createDomainBlock } from "./domain_block.ts";
import { createDomainDevices } from "./domain_devices.ts";
import { createDomainGuest } from "./domain_guest.ts";
import { createDomainSave } from "./domain_save.ts";
import { createCheckpoints, createSnapshots } from "./domain_snapshots.ts";
import { createDomainStats } from "./domain_stats.ts";
import { createDomainStreams } from "./domain_streams.ts";
import { createDomainTuning } from "./domain_tuning.ts";
import { createDomains } from "./domains.ts";
import { createEvents } from "./events.ts";
import { createCapabilities, createHost } from "./host.ts";
import { createInterfaces, createNetworkFilters, createNodeDevices, createSecrets } from "./host_objects.ts";
import { Link } from "./link.ts";
import { createNetworks } from "./networks.ts";
import { parseTarget } from "./parse_target.ts";
import { createStoragePools, createStorageVolumes } from "./storage.ts";

/** Opens the hypervisor. Throws what is in the way: nobody there, not let in, refused by the server. */
export async function connect(uri: ConnectionUri, options: OpenOptions): Promise<DriverConnection> {
  const { host, readOnly = false, log, signal } = options;
  const target = parseTarget(uri);
  const link = new Link({ host, target, readOnly, ...(log === undefined ? {} : { log }) });
  try {
    await link.open(signal === undefined ? {} : { signal });
    const { type } = await link.call("CONNECT_GET_TYPE", {});
    return {
      driver: "remote",
      // What the caller wrote: the server's own name for it leads nowhere from here.
      uri: uri.text,
      type,
      secure: target.transport !== "tcp",
      getVersion: async (call) => (await link.call("CONNECT_GET_VERSION", {}, call)).hv_ver,
      capabilities: createCapabilities(link),
      host: createHost(link),
      domains: createDomains(link),
      domainDevices: createDomainDevices(link),
      domainTuning: createDomainTuning(link),
      domainStats: createDomainStats(link),
      domainSave: createDomainSave(link),
      domainBlock: createDomainBlock(link),
      domainGuest: createDomainGuest(link),
      domainStreams: createDomainStreams(link),
      snapshots: createSnapshots(link),
      checkpoints: createCheckpoints(link),
      networks: createNetworks(link),
      storagePools: createStoragePools(link),
      storageVolumes: createStorageVolumes(link),
      nodeDevices: createNodeDevices(link),
      interfaces: createInterfaces(link),
      networkFilters: createNetworkFilters(link),
      secrets: createSecrets(link),
      events: createEvents(link, log),
      [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
    };
  } catch (error) {
    await link[Symbol.asyncDispose]();
    throw error;
  }
}
