/**
 * What `query-version` and `query-target` say a binary is.
 *
 * @module
 */

import { fieldText, MalformedReplyError, readRecord, requireCount, requireText } from "./schema.ts";

/** The oldest QEMU whose answers this driver understands. */
export const OLDEST_VERSION = 6_002_000;

/** The version of one binary. */
export interface QemuVersion {
  /** major * 1 000 000 + minor * 1 000 + micro. */
  readonly version: number;
  /** The packager's text, absent when empty. */
  readonly package?: string;
}

/** A QEMU that is too old to be driven. */
export class OldVersionError extends Error {
  /** As {@linkcode QemuVersion.version}. */
  readonly version: number;

  constructor(version: number, oldest: number) {
    super(`Cannot use QEMU ${versionText(version)}: ${versionText(oldest)} or later is needed`);
    this.name = "OldVersionError";
    this.version = version;
  }
}

/** The answer to `query-version`. Throws {@linkcode OldVersionError} for a version before `oldest`. */
export function parseVersion(reply: unknown, oldest = OLDEST_VERSION): QemuVersion {
  const record = readRecord("query-version", reply);
  const qemu = readRecord("query-version", record["qemu"], 'an object in "qemu"');
  const [major, minor, micro] = ["major", "minor", "micro"].map((part) => requireCount("query-version", qemu, part));
  if (major === undefined || minor === undefined || micro === undefined || minor > 999 || micro > 999) {
    throw new MalformedReplyError("query-version", "a version of three small numbers");
  }
  const version = major * 1_000_000 + minor * 1_000 + micro;
  if (version < oldest) throw new OldVersionError(version, oldest);
  const text = fieldText(record, "package");
  return text ? { version, package: text } : { version };
}

/** QEMU's name of its own target: the answer to `query-target`. */
export function parseTarget(reply: unknown): string {
  return requireText("query-target", readRecord("query-target", reply), "arch");
}

/** The guest architecture in libvirt's words; QEMU's own word where libvirt has none. */
export function archOfTarget(target: string): string {
  switch (target) {
    case "i386":
      return "i686";
    case "arm":
      return "armv7l";
    case "or32":
      return "openrisc";
    default:
      return target;
  }
}

/** A version number as people write it: `7.2.22`. */
export function versionText(version: number): string {
  return [Math.floor(version / 1_000_000), Math.floor(version / 1_000) % 1_000, version % 1_000].join(".");
}
