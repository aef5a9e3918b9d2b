/**
 * virsh's words for states of guests and the reasons for them.
 *
 * @module
 */

import type { DomainState } from "../../model/mod.ts";

/** A guest's state in words. */
export const STATES: Readonly<Record<DomainState, string>> = {
  nostate: "no state",
  running: "running",
  blocked: "idle",
  paused: "paused",
  shutdown: "in shutdown",
  shutoff: "shut off",
  crashed: "crashed",
  pmsuspended: "pmsuspended",
};

/** The reason for a state in words. */
export const REASONS: Readonly<Record<DomainState, Readonly<Record<string, string>>>> = {
  nostate: { unknown: "unknown" },
  running: {
    unknown: "unknown",
    booted: "booted",
    migrated: "migrated",
    restored: "restored",
    fromSnapshot: "from snapshot",
    unpaused: "unpaused",
    migrationCanceled: "migration canceled",
    saveCanceled: "save canceled",
    wakeup: "event wakeup",
    crashed: "crashed",
    postcopy: "post-copy",
    postcopyFailed: "post-copy failed",
  },
  blocked: { unknown: "unknown" },
  paused: {
    unknown: "unknown",
    user: "user",
    migration: "migrating",
    save: "saving",
    dump: "dumping",
    ioError: "I/O error",
    watchdog: "watchdog",
    fromSnapshot: "from snapshot",
    shuttingDown: "shutting down",
    snapshot: "creating snapshot",
    crashed: "crashed",
    startingUp: "starting up",
    postcopy: "post-copy",
    postcopyFailed: "post-copy failed",
    apiError: "api error",
  },
  shutdown: { unknown: "unknown", user: "user" },
  shutoff: {
    unknown: "unknown",
    shutdown: "shutdown",
    destroyed: "destroyed",
    crashed: "crashed",
    migrated: "migrated",
    saved: "saved",
    failed: "failed",
    fromSnapshot: "from snapshot",
    daemon: "daemon",
  },
  crashed: { unknown: "unknown", panicked: "panicked" },
  pmsuspended: { unknown: "unknown" },
};
