/**
 * What a driver is. Presence of a part is the claim of support: what is not there answers `VIR_ERR_NO_SUPPORT`.
 *
 * One file an object, in `contract/`; everybody imports this one.
 *
 * @module
 */

export type * from "./contract/cache_part.ts";
export type * from "./contract/call_options.ts";
export type * from "./contract/capabilities_part.ts";
export type * from "./contract/connection.ts";
export type * from "./contract/domain_block.ts";
export type * from "./contract/domain_devices.ts";
export type * from "./contract/domain_guest.ts";
export type * from "./contract/domain_jobs.ts";
export type * from "./contract/domain_snapshots.ts";
export type * from "./contract/domain_stats.ts";
export type * from "./contract/domain_streams.ts";
export type * from "./contract/domain_tuning.ts";
export type * from "./contract/domains.ts";
export type * from "./contract/driver.ts";
export type * from "./contract/emulators_part.ts";
export type * from "./contract/events.ts";
export type * from "./contract/host_part.ts";
export type * from "./contract/interfaces.ts";
export type * from "./contract/network_filters.ts";
export type * from "./contract/networks.ts";
export type * from "./contract/node_devices.ts";
export type * from "./contract/secrets.ts";
export type * from "./contract/storage.ts";
export type * from "./contract/stream.ts";
