/**
 * What the hypervisor keeps of one guest.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { Backup } from "../../conf/backup/document.ts";
import type { Domain } from "../../conf/domain/document.ts";
import type { DomainStateAndReason } from "../../model/domain_state_reason.ts";
import type { BlockJob } from "./block_job.ts";
import { createGuestSystem, type GuestSystem } from "./guest_system.ts";
import type { Job, JobResult } from "./job.ts";
import { MomentTree } from "./moments.ts";
import type { Named } from "./object_store.ts";
import type { CheckpointRecord, SnapshotRecord } from "./moment_records.ts";

/** One guest. */
export interface DomainRecord extends Named {
  readonly uuid: string;
  name: string;
  /** What runs; what is stored, where nothing runs. */
  definition: Domain;
  /** What is stored, while a guest runs that is more than transient. */
  stored: Domain | undefined;
  /** Its number while it runs, else -1. */
  id: number;
  state: DomainStateAndReason;
  persistent: boolean;
  autostart: boolean;
  /** Whether it was saved by `virDomainManagedSave`. */
  managedSave: Domain | undefined;
  /** Words of libvirt for what makes it hard to support. */
  readonly taints: Set<string>;
  readonly deprecations: string[];
  /** Polling of its I/O threads, by their numbers. */
  readonly ioThreads: Map<number, IoThreadPolling>;
  readonly guest: GuestSystem;
  readonly snapshots: MomentTree<SnapshotRecord>;
  readonly checkpoints: MomentTree<CheckpointRecord>;
  readonly blockJobs: Map<string, BlockJob>;
  /** Bytes of disks that were given another size, by target. */
  readonly diskSizes: Map<string, Integer64>;
  /** Bytes beyond which somebody wants to know of writes, by target. */
  readonly thresholds: Map<string, Integer64>;
  /** Consoles and channels that somebody has, by alias, with what ends each. */
  readonly openDevices: Map<string, () => void>;
  job: Job | undefined;
  /** The backup that the job makes. */
  backup: Backup | undefined;
  /** The job that ended last. */
  lastJob: JobResult | undefined;
  /** When a measurement of its dirty rate was begun, and for how long. */
  dirtyRate: DirtyRate | undefined;
  /** Its share of the processors, beside 50 of every other guest. */
  schedulerWeight: number;
}

/** How an I/O thread polls. */
export interface IoThreadPolling {
  readonly maxNs: number | bigint;
  readonly grow: number;
  readonly shrink: number;
}

/** A measurement of how fast pages are written. */
export interface DirtyRate {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Seconds. */
  readonly period: number;
  readonly mode: string;
}

/** The share of a guest that nobody tuned. */
const DEFAULT_WEIGHT = 50;

/** A guest that was just put in, and is off. */
export function createDomainRecord(definition: Domain): DomainRecord {
  return {
    uuid: definition.uuid ?? "",
    name: definition.name,
    definition,
    stored: undefined,
    id: -1,
    state: { state: "shutoff", reason: "unknown" },
    persistent: false,
    autostart: false,
    managedSave: undefined,
    taints: new Set(),
    deprecations: [],
    ioThreads: new Map(),
    guest: createGuestSystem(),
    snapshots: new MomentTree(),
    checkpoints: new MomentTree(),
    blockJobs: new Map(),
    diskSizes: new Map(),
    thresholds: new Map(),
    openDevices: new Map(),
    job: undefined,
    backup: undefined,
    lastJob: undefined,
    dirtyRate: undefined,
    schedulerWeight: DEFAULT_WEIGHT,
  };
}
