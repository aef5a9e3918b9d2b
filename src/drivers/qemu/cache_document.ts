/**
 * What one cache file holds: the capabilities of a binary, what they depended on, and how they came to be.
 *
 * @module
 */

import type { ProbeInputs, QemuCapabilities } from "./capabilities.ts";

/** The content of one file under `qemu/capabilities/`. */
export interface QemuCacheDocument {
  readonly capabilities: QemuCapabilities;
  readonly inputs: ProbeInputs;
  readonly record: CacheRecord;
}

/** What the reference's files have no place for; it is in the element `<innkeeper>`. */
export interface CacheRecord {
  /** ISO 8601. */
  readonly storedAt: string;
  /** Why it was made: `new`, or the reason the one before it was discarded. */
  readonly reason: string;
  /** The facts that decide about validity: name to value. */
  readonly fingerprint: Readonly<Record<string, string>>;
  /** What else was seen, for people: not compared. */
  readonly observed: Observations;
}

/** What was seen beside the binary while it was probed; name to value, or path to value. */
export interface Observations {
  /** SHA-256 of files, lower-case hex, by path. */
  readonly digests: Readonly<Record<string, string>>;
  /** Parameters of the kvm modules: `kvm_amd.nested`. */
  readonly moduleParameters: Readonly<Record<string, string>>;
  /** Firmware descriptors by path, with what identifies their content. */
  readonly firmware: Readonly<Record<string, string>>;
  /** Versions of helper programs by path. */
  readonly helpers: Readonly<Record<string, string>>;
}

/** The version of the `<innkeeper>` element that this release writes; another one is a document of another release. */
export const RECORD_VERSION = "1";

/** The groups of {@linkcode Observations}, with the element that each entry is written as. */
export const OBSERVATION_ELEMENTS = {
  digests: "digest",
  moduleParameters: "moduleParameter",
  firmware: "firmware",
  helpers: "helper",
} as const satisfies Record<keyof Observations, string>;
