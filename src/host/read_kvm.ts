/**
 * The kernel's hypervisor: its device, its modules and their parameters.
 *
 * @module
 */

import { defined } from "../base/defined.ts";
import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { KvmDeviceFacts, ModuleFacts } from "./facts.ts";
import type { FileStat, Host } from "./host.ts";

const DEVICE = "/dev/kvm";
const MODULES = "/sys/module";

/** In libvirt's order; the first that answers yes decides. */
const NESTING_MODULES = ["kvm_intel", "kvm_amd", "kvm_hv", "kvm"];

/** The device and what it says; asking it needs foreign functions, and is done for the real root only. */
export async function readKvmDevice(
  host: Host,
  options: FactOptions & {
    /** Asks for the time stamp counter, too. @default {false} */
    readonly tsc?: boolean;
  } = {},
): Promise<KvmDeviceFacts> {
  const device = await readKvmAccess(host, options);
  const answer = device.usable && !options.root ? await host.native.kvm({ tsc: options.tsc ?? false }) : undefined;
  if (answer === undefined) return device;
  const { apiVersion, maxVcpus, msrs, tsc } = answer;
  return { ...device, apiVersion, maxVcpus, ...defined({ msrs, tsc }) };
}

/** The device without opening it: whether it is there, whose it is, and whether this process may use it. */
export async function readKvmAccess(host: Host, options: FactOptions = {}): Promise<KvmDeviceFacts> {
  const files = new FactFiles(host, options);
  const stat = await files.stat(DEVICE);
  if (stat === undefined) return { present: false, usable: false };
  const { mode, uid, gid, ctimeNs } = stat;
  return { present: true, mode, uid, gid, ctimeNs, usable: await files.access(DEVICE, "rw") };
}

/** Whether a user of these ids may read and write a file with this mode, by its bits alone. */
export function mayReadAndWrite(
  file: Pick<FileStat, "mode" | "uid" | "gid">,
  user: { readonly uid: number; readonly gids: readonly number[] },
): boolean {
  if (user.uid === 0) return true;
  const shift = file.uid === user.uid ? 6 : user.gids.includes(file.gid) ? 3 : 0;
  return ((file.mode >> shift) & 0o6) === 0o6;
}

/** Every kvm module with every parameter of it. */
export async function readKvmModules(host: Host, options: FactOptions = {}): Promise<ModuleFacts[]> {
  const files = new FactFiles(host, options);
  const names = (await files.list(MODULES) ?? []).filter((name) => /^kvm(_|$)/.test(name));
  return await Promise.all(names.map((name) => readModule(files, name)));
}

async function readModule(files: FactFiles, name: string): Promise<ModuleFacts> {
  const directory = `${MODULES}/${name}/parameters`;
  const values = await Promise.all((await files.list(directory) ?? []).map(async (parameter) => {
    const value = await files.text(`${directory}/${parameter}`);
    return value === undefined ? [] : [[parameter, value] as const];
  }));
  return { name, parameters: Object.fromEntries(values.flat()) };
}

/** Whether guests may be hypervisors themselves. */
export async function readNesting(host: Host, options: FactOptions = {}): Promise<boolean> {
  const files = new FactFiles(host, options);
  for (const name of NESTING_MODULES) {
    if (isOn(await files.text(`${MODULES}/${name}/parameters/nested`))) return true;
  }
  return false;
}

/** Whether a module's parameter says yes: `Y`, `y` or `1`. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && /^[Yy1]/.test(value);
}
