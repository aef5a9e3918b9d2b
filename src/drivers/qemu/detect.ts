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

/** Looks for an emulator of the host's own architecture, and for any other where there is none. */
export async function detect(host: Host, options: DetectOptions): Promise<Detection> {
  options.signal?.throwIfAborted();
  const path = (host.env.get("PATH") ?? "").split(":").filter((directory) => directory.startsWith("/"));
  const directories = [...new Set(path)];
  const native = `qemu-system-${targetOf(host.env.arch)}`;
  if (await isAnyThere(host, [LIBEXEC_EMULATOR, ...directories.map((directory) => `${directory}/${native}`)])) {
    const kvm = await readKvmAccess(host, { problems: [] });
    return { state: "healthy", detail: kvm.usable ? "KVM usable" : kvm.present ? "KVM not usable" : "no KVM" };
  }
  const listings = await Promise.all(directories.map((directory) => listQuietly(host, directory)));
  const names = new Set(listings.flat().filter((name) => EMULATOR_NAME.test(name)));
  if (names.size === 0) return { state: "absent", reason: "There is no qemu-system-* program in the search path" };
  return { state: "healthy", detail: "emulators of foreign architectures only" };
}

async function isAnyThere(host: Host, paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => host.files.stat(path).catch(() => undefined)));
  return found.some((stat) => stat !== undefined);
}

async function listQuietly(host: Host, directory: string): Promise<readonly string[]> {
  try {
    return await host.files.list(directory) ?? [];
  } catch {
    // A directory that may not be read has nothing to run for this user.
    return [];
  }
}
