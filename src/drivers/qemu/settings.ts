/**
 * What a driver was told, with what follows where it was not.
 *
 * @module
 */

import type { Env, Host } from "../../host/host.ts";
import type { DriverSettings } from "../contract.ts";

/** How a QEMU driver is made. */
export interface QemuDriverOptions extends DriverSettings {
  /** Where the machine's `/proc`, `/sys` and `/dev` are: for machines that were recorded. @default {""} */
  readonly root?: string;
}

/** All that is needed to find, probe and remember emulators. */
export interface QemuSettings {
  readonly cacheDirectory: string;
  readonly probeDeadlineMs: number;
  readonly probeWorkers: number;
  readonly probeUser?: string;
  readonly extraEmulators: readonly string[];
  readonly root: string;
}

/** One more process at work than there are processors: while one waits for the disk, another computes. */
const EXTRA_WORKERS = 1;
const DEADLINE_MS = 10_000;

/** Completes the settings; those of a connection count over those of the driver. */
export function completeSettings(host: Host, given: QemuDriverOptions): QemuSettings {
  return {
    cacheDirectory: given.cacheDirectory ?? defaultCacheDirectory(host.env),
    probeDeadlineMs: given.probeDeadlineMs ?? DEADLINE_MS,
    probeWorkers: given.probeWorkers ?? host.env.cpuCount + EXTRA_WORKERS,
    ...(given.probeUser === undefined ? {} : { probeUser: given.probeUser }),
    extraEmulators: given.extraEmulators ?? [],
    root: given.root ?? "",
  };
}

/**
 * `/var/cache/innkeeper` for root; `$XDG_CACHE_HOME/innkeeper` or `~/.cache/innkeeper` for others.
 * Source of the latter: the XDG base directory specification, which ignores relative paths. A user without a home gets
 * the private directory of the session.
 */
export function defaultCacheDirectory(env: Env): string {
  if (env.uid === 0) return "/var/cache/innkeeper";
  const cache = env.get("XDG_CACHE_HOME");
  if (cache?.startsWith("/")) return `${cache.replace(/\/+$/, "")}/innkeeper`;
  const home = env.get("HOME");
  return home?.startsWith("/")
    ? `${home.replace(/\/+$/, "")}/.cache/innkeeper`
    : `/run/user/${env.uid}/innkeeper/cache`;
}
