/**
 * Devices of any kind in a guest's document: put in, found again, exchanged, taken out.
 *
 * @module
 */

import { type Device, type DeviceKind, formatDevice } from "../../conf/domain/devices/device_document.ts";
import type { Devices } from "../../conf/domain/devices/mod.ts";
import type { Domain } from "../../conf/domain/document.ts";

/** Where devices of a kind are, by the name of their element. */
const LISTS = {
  disk: "disks",
  controller: "controllers",
  lease: "leases",
  filesystem: "filesystems",
  interface: "interfaces",
  smartcard: "smartcards",
  serial: "serials",
  parallel: "parallels",
  console: "consoles",
  channel: "channels",
  input: "inputs",
  tpm: "tpms",
  graphics: "graphics",
  sound: "sounds",
  audio: "audios",
  video: "videos",
  hostdev: "hostDevices",
  redirdev: "redirectedDevices",
  hub: "hubs",
  watchdog: "watchdog",
  memballoon: "memoryBalloon",
  rng: "rngs",
  nvram: "nvram",
  panic: "panics",
  shmem: "sharedMemories",
  memory: "memories",
  iommu: "iommu",
  vsock: "vsock",
} as const satisfies Readonly<Record<DeviceKind, keyof Devices>>;

/** Kinds of which a guest has one at most. */
const SINGLE: ReadonlySet<DeviceKind> = new Set<DeviceKind>(["watchdog", "memballoon", "nvram", "iommu", "vsock"]);

/** A device as the calls below look at it: whatever it is, it may have these. */
export interface AnyDevice {
  readonly alias?: string;
  readonly target?: unknown;
  readonly mac?: { readonly address?: string };
}

/** The devices of a kind. */
export function listOf({ devices = {} }: Domain, kind: DeviceKind): readonly AnyDevice[] {
  const found: unknown = devices[LISTS[kind]];
  if (found === undefined) return [];
  return (Array.isArray(found) ? found : [found]) as AnyDevice[];
}

/** The guest with these devices of a kind. */
export function withList(definition: Domain, kind: DeviceKind, list: readonly AnyDevice[]): Domain {
  const { [LISTS[kind]]: _old, ...rest } = definition.devices ?? {};
  const value = isSingle(kind) ? list[0] : list.length === 0 ? undefined : list;
  return { ...definition, devices: (value === undefined ? rest : { ...rest, [LISTS[kind]]: value }) as Devices };
}

/** Whether a guest has one device of a kind at most. */
export function isSingle(kind: DeviceKind): boolean {
  return SINGLE.has(kind);
}

/** Every kind with its devices. */
export function everyList(definition: Domain): [kind: DeviceKind, list: readonly AnyDevice[]][] {
  return (Object.keys(LISTS) as DeviceKind[]).map((kind) => [kind, listOf(definition, kind)]);
}

/** Which device of the guest another one describes: by target, by address, by alias, else by all that it says. */
export function findDevice(definition: Domain, { kind, device }: Device): AnyDevice | undefined {
  const wanted: AnyDevice = device as AnyDevice;
  const all = listOf(definition, kind);
  if (kind === "disk") return all.find((each) => targetOf(each) === targetOf(wanted));
  if (kind === "interface" && wanted.mac?.address !== undefined) {
    return all.find((each) => each.mac?.address === wanted.mac?.address);
  }
  if (wanted.alias !== undefined) return all.find(({ alias }) => alias === wanted.alias);
  const text = plainText({ kind, device } as Device);
  return all.find((each) => plainText({ kind, device: each } as unknown as Device) === text);
}

/** The target of a disk: `vda`. */
export function targetOf({ target }: AnyDevice): string | undefined {
  return (target as { readonly dev?: string } | undefined)?.dev;
}

/** A device without its place in the guest, which who asks for it need not know. */
function plainText({ kind, device }: Device): string {
  const { alias: _alias, address: _address, ...rest } = device as AnyDevice & { readonly address?: unknown };
  return formatDevice({ kind, device: rest } as unknown as Device, { live: false });
}
