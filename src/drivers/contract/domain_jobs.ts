/**
 * What takes long: saving, restoring, dumping, and the jobs that do it.
 *
 * @module
 */

import type {
  DomainDumpFlags,
  DomainDumpFormat,
  DomainJobType,
  DomainRef,
  DomainSaveFlags,
  DomainXmlFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Saving and restoring, and the job that a guest has. */
export interface DomainSavePart {
  save?(domain: DomainRef, target: SaveTarget, options: CallOptions): Promise<void>;
  restore?(source: SaveTarget, options: CallOptions): Promise<void>;
  getSaveImageXml?(file: string, flags: DomainXmlFlags, options: CallOptions): Promise<string>;
  defineSaveImageXml?(file: string, xml: string, flags: DomainSaveFlags, options: CallOptions): Promise<void>;

  managedSave?(domain: DomainRef, flags: DomainSaveFlags, options: CallOptions): Promise<void>;
  hasManagedSave?(domain: DomainRef, options: CallOptions): Promise<boolean>;
  removeManagedSave?(domain: DomainRef, options: CallOptions): Promise<void>;
  getManagedSaveXml?(domain: DomainRef, flags: DomainXmlFlags, options: CallOptions): Promise<string>;
  defineManagedSaveXml?(domain: DomainRef, xml: string, flags: DomainSaveFlags, options: CallOptions): Promise<void>;

  coreDump?(domain: DomainRef, target: CoreDumpTarget, options: CallOptions): Promise<void>;

  getJobStats?(domain: DomainRef, query: JobStatsQuery, options: CallOptions): Promise<DomainJob>;
  abortJob?(domain: DomainRef, options: CallOptions): Promise<void>;
}

/** A file with the state of a guest. */
export interface SaveTarget {
  /** Absolute path on the host. */
  readonly file: string;
  /** Replaces the configuration in the file. */
  readonly xml?: string;
  /** How it is done, and how the guest goes on. */
  readonly flags: DomainSaveFlags;
}

/** Where the memory of a guest is written to. */
export interface CoreDumpTarget {
  /** Absolute path on the host. */
  readonly file: string;
  /** How the file is written. */
  readonly format: DomainDumpFormat;
  /** What becomes of the guest. */
  readonly flags: DomainDumpFlags;
}

/** Which job is asked about. */
export interface JobStatsQuery {
  /** The last that ended, and forgotten once it was told. */
  readonly completed?: boolean;
  /** Keeps what `completed` would forget. */
  readonly keepCompleted?: boolean;
}

/** A job; `none` where there is none. */
export interface DomainJob {
  /** Whether it is running, ended, or failed. */
  readonly type: DomainJobType;
  /** `operation`, `time_elapsed`, `data_total`, …: libvirt's field names. */
  readonly stats: TypedRecord;
}
