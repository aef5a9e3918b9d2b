/**
 * The system inside a guest that behaves well: what its agent would keep.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";

/** What a guest keeps while it runs. */
export interface GuestSystem {
  /** Seconds since 1970, and nanoseconds, as they were set last. */
  seconds: Integer64;
  nanoseconds: number;
  /** Mount points that are frozen. */
  readonly frozen: Set<string>;
  /** Keys that may log in, by account. */
  readonly authorizedKeys: Map<string, readonly string[]>;
  /** Virtual processors that the guest has put out of use. */
  readonly offlineVcpus: Set<number>;
  /** Seconds that the agent is waited for; -2 for ever, -1 the default, 0 not at all. */
  responseTimeout: number;
}

/** The moment at which every guest's clock begins: the 17th of November 1989, as in libvirt's test hypervisor. */
const FIRST_SECOND = 627_319_920;

/** File systems of every guest that has a disk. */
export const MOUNT_POINTS = ["/", "/boot"] as const;

/** The system of a guest that was just made. */
export function createGuestSystem(): GuestSystem {
  return {
    seconds: FIRST_SECOND,
    nanoseconds: 0,
    frozen: new Set(),
    authorizedKeys: new Map(),
    offlineVcpus: new Set(),
    responseTimeout: -2,
  };
}
