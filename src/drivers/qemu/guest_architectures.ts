/**
 * The guest architectures libvirt has a name for, in the order in which it lists guests, and the word QEMU uses for
 * each in the name of its program. Source: libvirt's list of architectures (release 9.0) and QEMU's targets.
 *
 * @module
 */

/** One architecture. */
export interface GuestArchitecture {
  /** libvirt's name. */
  readonly name: string;
  /** Bits of a machine word, as libvirt counts them. */
  readonly wordSize: 32 | 64;
  /** QEMU's word where it is another one: `qemu-system-<target>`. */
  readonly target?: string;
}

/** In libvirt's order. */
export const GUEST_ARCHITECTURES: readonly GuestArchitecture[] = [
  { name: "alpha", wordSize: 64 },
  { name: "armv6l", wordSize: 32, target: "arm" },
  { name: "armv7l", wordSize: 32, target: "arm" },
  { name: "armv7b", wordSize: 32 },
  { name: "aarch64", wordSize: 64 },
  { name: "cris", wordSize: 32 },
  { name: "i686", wordSize: 32, target: "i386" },
  { name: "ia64", wordSize: 64 },
  { name: "lm32", wordSize: 32 },
  { name: "m68k", wordSize: 32 },
  { name: "microblaze", wordSize: 32 },
  { name: "microblazeel", wordSize: 32 },
  { name: "mips", wordSize: 32 },
  { name: "mipsel", wordSize: 32 },
  { name: "mips64", wordSize: 64 },
  { name: "mips64el", wordSize: 64 },
  { name: "openrisc", wordSize: 32, target: "or32" },
  { name: "parisc", wordSize: 32 },
  { name: "parisc64", wordSize: 64 },
  { name: "ppc", wordSize: 32 },
  { name: "ppcle", wordSize: 32 },
  { name: "ppc64", wordSize: 64 },
  { name: "ppc64le", wordSize: 64 },
  { name: "ppcemb", wordSize: 32 },
  { name: "riscv32", wordSize: 32 },
  { name: "riscv64", wordSize: 64 },
  { name: "s390", wordSize: 32 },
  { name: "s390x", wordSize: 64 },
  { name: "sh4", wordSize: 32 },
  { name: "sh4eb", wordSize: 64 },
  { name: "sparc", wordSize: 32 },
  { name: "sparc64", wordSize: 64 },
  { name: "unicore32", wordSize: 32 },
  { name: "x86_64", wordSize: 64 },
  { name: "xtensa", wordSize: 32 },
  { name: "xtensaeb", wordSize: 32 },
];

/** QEMU targets without a libvirt name whose registers are 64 bits wide; QEMU's others are of 32. */
const WIDE_TARGETS: readonly string[] = ["loongarch64"];

/** QEMU's word for a libvirt architecture; other words are QEMU's already. */
export function targetOf(arch: string): string {
  const known = GUEST_ARCHITECTURES.find(({ name }) => name === arch);
  return known?.target ?? arch;
}

/** Bits of a machine word of a guest architecture, by libvirt's name or by QEMU's where libvirt has none. */
export function wordSizeOf(arch: string): number {
  const known = GUEST_ARCHITECTURES.find(({ name }) => name === arch);
  return known?.wordSize ?? (WIDE_TARGETS.includes(arch) ? 64 : 32);
}

/** Whether libvirt has a name for it. */
export function isKnownArchitecture(arch: string): boolean {
  return GUEST_ARCHITECTURES.some(({ name }) => name === arch);
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
