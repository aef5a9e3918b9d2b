/**
 * Which emulator runs which guest, by name alone. The architectures, their order, and the three names that are not the
 * architecture's own are those of libvirt 9.0 (`virarch.c`, `virQEMUCapsArchToString`, `virQEMUCapsGetDefaultEmulator`).
 *
 * @module
 */

/** What the name of a system emulator begins with. */
export const EMULATOR_PREFIX = "qemu-system-";

/** Where distributions keep the one emulator that they do not name after an architecture. */
export const LIBEXEC_EMULATOR = "/usr/libexec/qemu-kvm";

/** The architectures that libvirt knows, in its order, which is that of the guests in a capabilities document. */
export const GUEST_ARCHITECTURES: readonly string[] = [
  "alpha",
  "armv6l",
  "armv7l",
  "armv7b",
  "aarch64",
  "cris",
  "i686",
  "ia64",
  "lm32",
  "m68k",
  "microblaze",
  "microblazeel",
  "mips",
  "mipsel",
  "mips64",
  "mips64el",
  "openrisc",
  "parisc",
  "parisc64",
  "ppc",
  "ppcle",
  "ppc64",
  "ppc64le",
  "ppcemb",
  "riscv32",
  "riscv64",
  "s390",
  "s390x",
  "sh4",
  "sh4eb",
  "sparc",
  "sparc64",
  "unicore32",
  "x86_64",
  "xtensa",
  "xtensaeb",
];

const TARGET_NAMES: ReadonlyMap<string, string> = new Map([
  ["i686", "i386"],
  ["armv6l", "arm"],
  ["armv7l", "arm"],
  ["openrisc", "or32"],
]);

/** What is known of one name: the path of a usable emulator, or nothing. */
export type EmulatorLookup = (name: string) => string | undefined;

/** The name of the emulator that is made for a guest architecture: `qemu-system-i386` for `i686`. */
export function emulatorName(arch: string): string {
  return EMULATOR_PREFIX + (TARGET_NAMES.get(arch) ?? arch);
}

/** True where a host runs guests of an architecture on its own CPU. */
export function isNativeGuest(host: string, guest: string): boolean {
  if (host === guest) return true;
  if (host === "x86_64") return guest === "i686";
  if (host === "aarch64") return guest === "armv7l";
  return isPower64(host) && isPower64(guest);
}

/**
 * The emulator for a guest when none is named, in libvirt's order: the 64 bit ARM one first for 32 bit guests that it
 * can run with KVM, then the guest's own, then that of the family, then the nameless one for native guests.
 */
export function chooseEmulator(
  guest: string,
  options: { readonly host: string; readonly lookup: EmulatorLookup },
): string | undefined {
  const { host, lookup } = options;
  const native = isNativeGuest(host, guest);
  const names: string[] = [];
  if (host === "aarch64" && guest === "armv7l") names.push(emulatorName(host));
  const family = native ? host : guest;
  names.push(emulatorName(guest), emulatorName(isPower64(family) ? "ppc64" : family));
  if (native) names.push(LIBEXEC_EMULATOR);
  for (const name of names) {
    const path = lookup(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** The names of the emulators that any guest architecture may be run by, those of the host's own first. */
export function knownEmulatorNames(host: string): readonly string[] {
  const native = GUEST_ARCHITECTURES.filter((guest) => isNativeGuest(host, guest));
  const foreign = GUEST_ARCHITECTURES.filter((guest) => !isNativeGuest(host, guest));
  const own = emulatorName(host);
  return [...new Set([own, ...native.map(emulatorName), LIBEXEC_EMULATOR, ...foreign.map(emulatorName)])];
}

/** True where the file name of an emulator says that it runs guests of this host natively. */
export function isNativeName(host: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path === LIBEXEC_EMULATOR) return true;
  return GUEST_ARCHITECTURES.some((guest) => isNativeGuest(host, guest) && emulatorName(guest) === name);
}

function isPower64(arch: string): boolean {
  return arch === "ppc64" || arch === "ppc64le";
}
