/**
 * Which family of CPU rules an architecture follows, and which guests a host runs natively.
 *
 * @module
 */

/** A family of architectures whose CPUs are described alike. */
export type CpuFamily = "x86" | "arm" | "ppc64" | "s390";

const FAMILIES: Readonly<Record<string, CpuFamily>> = {
  i686: "x86",
  x86_64: "x86",
  armv6l: "arm",
  armv7b: "arm",
  armv7l: "arm",
  aarch64: "arm",
  ppc64: "ppc64",
  ppc64le: "ppc64",
  s390: "s390",
  s390x: "s390",
};

/** Gives the family of an architecture in libvirt's words; `undefined` where CPUs of it have no rules. */
export function cpuFamily(arch: string): CpuFamily | undefined {
  return Object.hasOwn(FAMILIES, arch) ? FAMILIES[arch] : undefined;
}

/** Guest architectures that a host's processor runs besides its own. */
const ALSO_NATIVE: Readonly<Record<string, readonly string[]>> = {
  x86_64: ["i686"],
  aarch64: ["armv7l"],
  armv7l: ["armv6l"],
  ppc64: ["ppc64le"],
  ppc64le: ["ppc64"],
};

/** Whether the host's processor itself can run guests of an architecture. */
export function isNativeGuest(hostArch: string, guestArch: string): boolean {
  return hostArch === guestArch ||
    (Object.hasOwn(ALSO_NATIVE, hostArch) && ALSO_NATIVE[hostArch]!.includes(guestArch));
}
