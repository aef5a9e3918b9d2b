/**
 * Which of the emulators found on a host serves a guest architecture, chosen as libvirt chooses it: by the name of the
 * program, in the order of the search path.
 *
 * @module
 */

import { isNative, isPpc64, targetOf } from "./guest_architectures.ts";

const RHEL_EMULATOR = "/usr/libexec/qemu-kvm";

/** The emulator for guests of an architecture, out of `emulators` in the order of the search path. */
export function defaultEmulator<T extends { readonly emulator: string }>(
  emulators: readonly T[],
  guestArch: string,
  options: { readonly hostArch: string },
): T | undefined {
  const { hostArch } = options;
  const native = isNative(hostArch, guestArch);
  const words = [targetOf(guestArch), targetOf(fallbackArch(native ? hostArch : guestArch))];
  // KVM runs 32-bit ARM guests only with the program for 64-bit ones.
  if (hostArch === "aarch64" && guestArch === "armv7l") words.unshift("aarch64");
  for (const word of words) {
    const found = emulators.find(({ emulator }) => emulator.endsWith(`/qemu-system-${word}`));
    if (found !== undefined) return found;
  }
  return native ? emulators.find(({ emulator }) => emulator === RHEL_EMULATOR) : undefined;
}

function fallbackArch(arch: string): string {
  return isPpc64(arch) ? "ppc64" : arch;
}
