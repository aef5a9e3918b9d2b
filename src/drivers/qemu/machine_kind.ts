/**
 * Families of machine types, told from their names as libvirt tells them.
 *
 * @module
 */

import { isPpc64, isX86 } from "./guest_architectures.ts";

/** A machine type of an architecture. */
export interface Machine {
  readonly machine: string;
  readonly arch: string;
}

/** The PC with PCI Express. */
export function isQ35({ machine, arch }: Machine): boolean {
  return isX86(arch) && (machine === "q35" || machine.startsWith("pc-q35-"));
}

/** The older PC. */
export function isI440fx({ machine, arch }: Machine): boolean {
  return isX86(arch) && (machine === "pc" || /^(pc-0\.|pc-1\.|pc-i440fx-|rhel)/.test(machine));
}

/** The board made for guests on ARM. */
export function isArmVirt({ machine, arch }: Machine): boolean {
  return ["armv6l", "armv7l", "aarch64"].includes(arch) && (machine === "virt" || machine.startsWith("virt-"));
}

/** The POWER server. */
export function isPseries({ machine, arch }: Machine): boolean {
  return isPpc64(arch) && (machine === "pseries" || machine.startsWith("pseries-"));
}

/** Whether the board itself has an IDE controller. */
export function hasIde(machine: Machine): boolean {
  return isI440fx(machine) || ["malta", "sun4u", "g3beige"].includes(machine.machine);
}
