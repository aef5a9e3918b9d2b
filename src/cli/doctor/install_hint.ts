/**
 * How to install something on this distribution.
 *
 * Package names are those of the distributions' own archives (Debian 12, Fedora 40, openSUSE Leap 15, Arch, Alpine 3.20).
 *
 * @module
 */

import type { Host } from "../../host/host.ts";

/** What can be missing. */
export type Installable = "emulator" | "firmware" | "swtpm";

/** One family of distributions. */
interface Family {
  /** Values of ID and ID_LIKE in os-release. */
  readonly ids: readonly string[];
  readonly command: string;
  readonly packages: Readonly<Record<Installable, string>>;
}

const FAMILIES: readonly Family[] = [
  {
    ids: ["debian", "ubuntu"],
    command: "apt-get install",
    packages: { emulator: "qemu-system", firmware: "ovmf", swtpm: "swtpm swtpm-tools" },
  },
  {
    ids: ["fedora", "rhel", "centos"],
    command: "dnf install",
    packages: { emulator: "qemu-kvm", firmware: "edk2-ovmf", swtpm: "swtpm swtpm-tools" },
  },
  {
    ids: ["suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed", "sles"],
    command: "zypper install",
    packages: { emulator: "qemu", firmware: "qemu-ovmf-x86_64", swtpm: "swtpm" },
  },
  {
    ids: ["arch"],
    command: "pacman -S",
    packages: { emulator: "qemu-full", firmware: "edk2-ovmf", swtpm: "swtpm" },
  },
  {
    ids: ["alpine"],
    command: "apk add",
    packages: { emulator: "qemu-system-x86_64", firmware: "ovmf", swtpm: "swtpm" },
  },
];

/** Gives the command that installs it here, or words where the distribution is not known. */
export async function installHint(host: Host, what: Installable): Promise<string> {
  const text = await host.files.readText("/etc/os-release") ?? await host.files.readText("/usr/lib/os-release") ?? "";
  const ids = parseOsReleaseIds(text);
  const family = FAMILIES.find((candidate) => candidate.ids.some((id) => ids.includes(id)));
  if (family !== undefined) return `${family.command} ${family.packages[what]}`;
  const words = { emulator: "QEMU", firmware: "OVMF (edk2)", swtpm: "swtpm" };
  return `install ${words[what]} with the package manager of this system`;
}

/** Gives the identifiers in an os-release file: its own first, then those it is like. */
export function parseOsReleaseIds(text: string): string[] {
  const value = (name: string): string => new RegExp(`^${name}=["']?([^"'\\n]*)["']?\\s*$`, "m").exec(text)?.[1] ?? "";
  return [value("ID"), ...value("ID_LIKE").split(/\s+/)].filter((id) => id !== "");
}
