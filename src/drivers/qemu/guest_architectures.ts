/**
 * The guest architectures libvirt has a name for, in the order in which it lists guests, and the word QEMU uses for
 * each in the name of its program. Source: libvirt's list of architectures (release 9.0) and QEMU's targets.
 *
 * @module
 */

import { isArchitecture, WORD_SIZES } from "../../model/architecture.ts";

/** One architecture. */
export interface GuestArchitecture {
  /** libvirt's name. */
  readonly name: string;
  /** QEMU's word where it is another one: `qemu-system-<target>`. */
  readonly target?: string;
}

const TARGETS: Readonly<Record<string, string>> = { armv6l: "arm", armv7l: "arm", i686: "i386", openrisc: "or32" };

/** In libvirt's order. */
export const GUEST_ARCHITECTURES: readonly GuestArchitecture[] = Object.keys(WORD_SIZES).map((name) =>
  name in TARGETS ? { name, target: TARGETS[name]! } : { name }
);

/** QEMU targets without a libvirt name whose registers are 64 bits wide; QEMU's others are of 32. */
const WIDE_TARGETS: readonly string[] = ["loongarch64"];

/** QEMU's word for a libvirt architecture; other words are QEMU's already. */
export function targetOf(arch: string): string {
  return Object.hasOwn(TARGETS, arch) ? TARGETS[arch]! : arch;
}

/** Bits of a machine word of a guest architecture, by libvirt's name or by QEMU's where libvirt has none. */
export function wordSizeOf(arch: string): number {
  if (isArchitecture(arch)) return WORD_SIZES[arch];
  return WIDE_TARGETS.includes(arch) ? 64 : 32;
}

/** Whether it is x86 of either width. */
export function isX86(arch: string): boolean {
  return arch === "x86_64" || arch === "i686";
}

/** Whether it is 64-bit POWER of either byte order. */
export function isPpc64(arch: string): boolean {
  return arch === "ppc64" || arch === "ppc64le";
}

/** Whether it is s390 of either width. */
export function isS390(arch: string): boolean {
  return arch === "s390x" || arch === "s390";
}

/** Whether it is any POWER. */
export function isPpc(arch: string): boolean {
  return arch.startsWith("ppc");
}

/** Whether it is any ARM. */
export function isArm(arch: string): boolean {
  return arch.startsWith("armv") || arch === "aarch64";
}

/** Whether the host's processor can run the guest's code itself. */
export function isNative(hostArch: string, guestArch: string): boolean {
  return hostArch === guestArch || (hostArch === "x86_64" && guestArch === "i686") ||
    (hostArch === "aarch64" && guestArch === "armv7l") || (isPpc64(hostArch) && isPpc64(guestArch));
}
