/**
 * Firmware that is installed for guests.
 *
 * A descriptor of one name in a later directory takes the place of those before it, and an empty one takes the name
 * away. What is left counts in the order of the names, the first that fits a guest being the best.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { FirmwareDescriptor } from "./facts.ts";
import type { Host } from "./host.ts";
import { parseFirmware } from "./parse_firmware.ts";

// A descriptor is some KiB; more is not one.
const LONGEST = 1024 * 1024;

/** The directories, the weakest first; a user's own counts for users only, as libvirt has it. */
export function firmwareDirectories(host: Host): string[] {
  const directories = ["/usr/share/qemu/firmware", "/etc/qemu/firmware"];
  if (host.env.uid === 0) return directories;
  const home = host.env.get("HOME");
  const config = host.env.get("XDG_CONFIG_HOME") ?? (home === undefined ? undefined : `${home}/.config`);
  return config === undefined ? directories : [...directories, `${config}/qemu/firmware`];
}

/** Paths of the descriptors that count, in their order. */
export async function listFirmware(host: Host, options: FactOptions = {}): Promise<string[]> {
  const files = new FactFiles(host, options);
  const winners = new Map<string, { path: string; size: number }>();
  for (const directory of firmwareDirectories(host)) {
    for (const name of await files.list(directory) ?? []) {
      if (name.startsWith(".")) continue;
      const stat = await files.stat(`${directory}/${name}`);
      if (stat?.kind === "file") winners.set(name, { path: `${directory}/${name}`, size: stat.size });
    }
  }
  return [...winners].filter(([, file]) => file.size > 0).sort(([one], [other]) => one < other ? -1 : 1)
    .map(([, file]) => file.path);
}

/** The descriptors that count, in their order. One that cannot be understood is a problem, and is left out. */
export async function readFirmware(host: Host, options: FactOptions = {}): Promise<FirmwareDescriptor[]> {
  const files = new FactFiles(host, options);
  const descriptors: FirmwareDescriptor[] = [];
  for (const path of await listFirmware(host, options)) {
    const descriptor = await files.parsed(path, (text) => parseFirmware(text, path), { limit: LONGEST });
    if (descriptor) descriptors.push(descriptor);
  }
  return descriptors;
}
