/**
 * Configuration documents: XML to typed objects and back.
 *
 * @module
 */

export * from "./capabilities/document.ts";
export { formatCapabilities } from "./capabilities/format_capabilities.ts";
export { parseCapabilities } from "./capabilities/parse_capabilities.ts";
export * from "./cpu/document.ts";
export { formatCpu } from "./cpu/format_cpu.ts";
export { parseCpu } from "./cpu/parse_cpu.ts";
export * from "./domain_capabilities/document.ts";
export { formatDomainCapabilities } from "./domain_capabilities/format_domain_capabilities.ts";
export { parseDomainCapabilities } from "./domain_capabilities/parse_domain_capabilities.ts";
export type { FormatOptions } from "./level.ts";
export { type InterfaceDocument, interfaceDocument } from "./interface/document.ts";
export { type Network, network } from "./network/document.ts";
export { type NetworkHost, prepareNetwork } from "./network/prepare_network.ts";
export { applyNetworkUpdate, type NetworkChange } from "./network/update_network.ts";
export { type NetworkFilter, networkFilter } from "./network_filter/document.ts";
export { type NetworkFilterBinding, networkFilterBinding } from "./network_filter_binding/document.ts";
export { type NetworkPort, networkPort } from "./network_port/document.ts";
export {
  type NewNodeDevice,
  newNodeDevice,
  type NodeDevice,
  nodeDevice,
  type NodeDeviceCapability,
} from "./node_device/document.ts";
export { type Secret, secret } from "./secret/document.ts";
export { formatShape, jsonSchemaOf, parseShape } from "./shape/mod.ts";
export {
  type StoragePool,
  storagePool,
  storagePoolSource,
  type StoragePoolSources,
  storagePoolSources,
} from "./storage_pool/document.ts";
export {
  type StoragePoolCapabilities,
  storagePoolCapabilities,
  storagePoolCapabilitiesOf,
} from "./storage_pool_capabilities/document.ts";
export { type StorageVolume, storageVolumeIn, type StorageVolumeOptions } from "./storage_volume/document.ts";
export { alignBackupDisks } from "./backup/align_disks.ts";
export { type Backup, backup, type BackupDisk } from "./backup/document.ts";
export {
  alignCheckpointDisks,
  newCheckpoint,
  redefinedCheckpoint,
  withBitmapNames,
} from "./checkpoint/complete_checkpoint.ts";
export { type Checkpoint, checkpoint } from "./checkpoint/document.ts";
export { type HostSysinfo, hostSysinfo } from "./host_sysinfo/document.ts";
export { type AlignOptions, alignSnapshotDisks } from "./snapshot/align_disks.ts";
export { isExternal, newSnapshot, type NewSnapshotOptions, redefinedSnapshot } from "./snapshot/complete_snapshot.ts";
export type { SnapshotDisk } from "./snapshot/disk.ts";
export { type Snapshot, snapshot, snapshotRequest, type SnapshotState } from "./snapshot/document.ts";
export { type Domain, domain } from "./domain/document.ts";
export { COMMON_STEPS, normalise, type NormaliseContext } from "./domain/normalise/mod.ts";
