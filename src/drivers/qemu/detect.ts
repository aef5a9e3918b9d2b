/**
 * Whether QEMU is here, without starting any of it: by the names of programs and the state of /dev/kvm.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import { readKvmAccess } from "../../host/read_kvm.ts";
import type { Detection, DetectOptions } from "../contract.ts";
import { targetOf } from "./guest_architectures.ts";

const EMULATOR_NAME = /^qemu-system-[\w-]+$/;
const LIBEXEC_EMULATOR = "/usr/libexec/qemu-kvm";

/** Looks for emulators in the search path. */
export async function detect(host: Host, options: DetectOptions): Promise<Detection> {
  options.signal?.throwIfAborted();
  const directories = (host.env.get("PATH") ?? "").split(":").filter((directory) => directory.startsWith("/"));
  const [listings, libexec, kvm] = await Promise.all([
    Promise.all([...new Set(directories)].map((directory) => listQuietly(host, directory))),
    host.files.stat(LIBEXEC_EMULATOR),
    readKvmAccess(host, { problems: [] }),
  ]);
  const names = new Set(listings.flat().filter((name) => EMULATOR_NAME.test(name)));
  if (libexec !== undefined) names.add(LIBEXEC_EMULATOR);
  if (names.size === 0) return { state: "absent", reason: "There is no qemu-system-* program in the search path" };
  const count = names.size === 1 ? "one emulator" : `${names.size} emulators`;
  const native = names.has(`qemu-system-${targetOf(host.env.arch)}`) || names.has(LIBEXEC_EMULATOR);
  if (!native) return { state: "healthy", detail: `${count}, none for guests of this host's own architecture` };
  const kvmText = kvm.present ? kvm.usable ? "KVM usable" : "KVM present but not usable" : "no KVM";
  return { state: "healthy", detail: `${count}, ${kvmText}` };
}

async function listQuietly(host: Host, directory: string): Promise<readonly string[]> {
  try {
    return await host.files.list(directory) ?? [];
  } catch {
    // A directory that may not be read has nothing to run for this user.
    return [];
  }
}
