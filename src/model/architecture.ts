/**
 * The processor architectures that libvirt 9.0 has names for, in its order, with the bits of a machine word as it
 * counts them. Source: libvirt's list of architectures.
 *
 * @module
 */

/** Bits of a machine word by architecture. */
export const WORD_SIZES = {
  alpha: 64,
  armv6l: 32,
  armv7l: 32,
  armv7b: 32,
  aarch64: 64,
  cris: 32,
  i686: 32,
  ia64: 64,
  lm32: 32,
  m68k: 32,
  microblaze: 32,
  microblazeel: 32,
  mips: 32,
  mipsel: 32,
  mips64: 64,
  mips64el: 64,
  openrisc: 32,
  parisc: 32,
  parisc64: 64,
  ppc: 32,
  ppcle: 32,
  ppc64: 64,
  ppc64le: 64,
  ppcemb: 32,
  riscv32: 32,
  riscv64: 64,
  s390: 32,
  s390x: 64,
  sh4: 32,
  sh4eb: 64,
  sparc: 32,
  sparc64: 64,
  unicore32: 32,
  x86_64: 64,
  xtensa: 32,
  xtensaeb: 32,
} as const satisfies Readonly<Record<string, 32 | 64>>;

/** An architecture by libvirt's name. */
export type Architecture = keyof typeof WORD_SIZES;

/** Whether libvirt has that name. */
export function isArchitecture(name: string): name is Architecture {
  return Object.hasOwn(WORD_SIZES, name);
}
