/**
 * All that a program can name when it uses the API: `mod.ts` at the top gives it to the world.
 *
 * @module
 */

export type { AccessPolicy, AccessRequest, Identity } from "./access.ts";
export type { AccessTarget } from "./access_target.ts";
export type { CallOptions } from "./call_options.ts";
export { Connection, type ConnectionOptions } from "./connection.ts";
export { Domain } from "./domain/domain.ts";
export { DomainBlockJobs } from "./domain/domain_block_jobs.ts";
export { DomainCheckpoint } from "./domain/domain_checkpoint.ts";
export { DomainCheckpoints } from "./domain/domain_checkpoints.ts";
export { DomainDevices, type IoThreadTuning } from "./domain/domain_devices.ts";
export { DomainGuest } from "./domain/domain_guest.ts";
export { DomainSaving } from "./domain/domain_saving.ts";
export { DomainSnapshot } from "./domain/domain_snapshot.ts";
export { DomainSnapshots } from "./domain/domain_snapshots.ts";
export { DomainStats } from "./domain/domain_stats.ts";
export { DomainStreams, type ScreenshotStream } from "./domain/domain_streams.ts";
export { type DeviceTuning, DomainTuning } from "./domain/domain_tuning.ts";
export { Domains, type SaveImageChange } from "./domain/domains.ts";
export type { EventFilter } from "./event_cursor.ts";
export type { EventOptions } from "./event_feed.ts";
export { type EventGap, type EventItem, EventLog, type EventLogOptions, type NumberedEvent } from "./event_log.ts";
export { Handle, Section } from "./handle.ts";
export { HypervisorPool } from "./hypervisor_pool.ts";
export { Interface } from "./objects/interface.ts";
export { Interfaces } from "./objects/interfaces.ts";
export { Machine } from "./objects/machine.ts";
export { Network } from "./objects/network.ts";
export { NetworkFilter } from "./objects/network_filter.ts";
export { NetworkFilterBinding } from "./objects/network_filter_binding.ts";
export { NetworkFilterBindings } from "./objects/network_filter_bindings.ts";
export { NetworkFilters } from "./objects/network_filters.ts";
export { NetworkPort } from "./objects/network_port.ts";
export { Networks } from "./objects/networks.ts";
export { NodeDevice } from "./objects/node_device.ts";
export { NodeDevices } from "./objects/node_devices.ts";
export { Secret } from "./objects/secret.ts";
export { Secrets } from "./objects/secrets.ts";
export { StoragePool, type VolumeSource } from "./objects/storage_pool.ts";
export { StoragePools } from "./objects/storage_pools.ts";
export { StorageVolume } from "./objects/storage_volume.ts";
export { StorageVolumes } from "./objects/storage_volumes.ts";
export { type LocalOpenOptions } from "./open.ts";
export type * from "./documents.ts";
export { parseUri } from "./parse_uri.ts";
export { PART_NAMES, type PartName } from "./parts.ts";
export type { SessionOptions } from "./session.ts";
export { Stream } from "./stream.ts";

export type { BitTable, FlagsOf } from "../base/bit_flags.ts";
export type { Integer64 } from "../base/integer64.ts";
export type * from "../base/log.ts";
export type { CacheCounters, InvalidReason } from "../cache/contract.ts";
export type {
  AgentCommand,
  AuthorizedKeysChange,
  BackupRequest,
  BlockBandwidth,
  BlockCommit,
  BlockCopy,
  BlockInfo,
  BlockJobInfo,
  BlockPull,
  BlockRebase,
  BlockResize,
  CacheEntryState,
  ConnectionUri,
  ControlInfo,
  CoreDumpTarget,
  CpuSet,
  DhcpLease,
  DirtyRateMode,
  DiskError,
  DomainCapabilitiesQuery,
  DomainCpuStats,
  DomainCpuStatsQuery,
  DomainInfo,
  DomainJob,
  DomainMessageKinds,
  DomainPmSuspend,
  DomainStateInfo,
  DomainStatsQuery,
  DomainStatsRecord,
  DriverSettings,
  EmulatorState,
  GuestAddress,
  GuestFilesystem,
  GuestInterface,
  GuestNameSource,
  GuestTime,
  HypervisorCpuQuery,
  InterfaceStats,
  IoThreadInfo,
  JobStatsQuery,
  KeyPresses,
  LifecycleActionChange,
  MemoryPeekRange,
  MemoryStats,
  MetadataChange,
  MetadataQuery,
  NetworkUpdate,
  NodeCpuMap,
  NodeInfo,
  NodeSuspend,
  PagesQuery,
  PagesRequest,
  PasswordChange,
  PeekRange,
  ProbeOptions,
  ReadOptions,
  SaveTarget,
  SchedulerType,
  SecurityLabel,
  SecurityModel as NodeSecurityModel,
  StoragePoolInfo,
  StorageVolumeInfo,
  StreamChunk,
  TrimRequest,
  VcpuChange,
  VcpuInfo,
  VcpuPin,
  VolumeRange,
} from "../drivers/contract.ts";
export * from "../model/mod.ts";
