/**
 * Devices of the host: SCSI ones get an address, none is given twice, and none takes a disk's place.
 *
 * @module
 */

import type { HostDevice } from "../devices/hostdev/host_device.ts";
import type { Domain } from "../document.ts";
import { isSameDrive } from "./disks.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";

type Address = NonNullable<HostDevice["address"]>;
type DriveAddress = Extract<Address, { readonly type: "drive" }>;

/** Units of a SCSI controller that cannot be had, by its model. */
const UNITS: Readonly<Record<string, { readonly max?: number; readonly reserved?: number }>> = {
  "virtio-scsi": { max: 16_383 },
  "virtio-transitional": { max: 16_383 },
  "virtio-non-transitional": { max: 16_383 },
  ibmvscsi: { max: 31, reserved: 7 },
  lsisas1068: { max: 1 },
  lsisas1078: { max: 255 },
  lsilogic: { reserved: 7 },
  vmpvscsi: { reserved: 7 },
  buslogic: { reserved: 7 },
  ncr53c90: { max: 6 },
  dc390: { max: 6 },
  am53c974: { max: 6 },
};

/** Gives SCSI devices the next free unit. */
export function addressHostDevices(domain: Domain, context: NormaliseContext): Domain {
  const hostDevices: HostDevice[] = [...domain.devices.hostDevices ?? []];
  hostDevices.forEach((device, at) => {
    if (device.type === "mdev") checkMediated(device.model, device.address);
    if (device.type !== "scsi") return;
    const address = device.address ?? freeDrive({ ...domain, devices: { ...domain.devices, hostDevices } }, context);
    hostDevices[at] = { ...device, address };
    const isDisk = domain.devices.disks?.some(({ target, address: other }) =>
      target?.bus === "scsi" && address.type === "drive" && isSameDrive(other, address)
    );
    if (isDisk === true) refuse(`SCSI host address ${placeOf(address)} in use by a SCSI disk`);
  });
  return hostDevices.length === 0 ? domain : { ...domain, devices: { ...domain.devices, hostDevices } };
}

/** Refuses a device that is given twice, and two that are shown before there is a driver. */
export function checkHostDevices(domain: Domain): Domain {
  const devices = domain.devices.hostDevices ?? [];
  devices.forEach((device, at) => {
    if (devices.slice(at + 1).some((other) => isSameDevice(device, other))) {
      refuse("Hostdev already exists in the domain configuration");
    }
  });
  if (devices.filter((device) => device.type === "mdev" && device.ramFb === true).length > 1) {
    refuseUnsupported("Only one vgpu device can have 'ramfb' enabled");
  }
  const drives = devices.filter(({ type }) => type === "scsi");
  drives.forEach(({ address }, at) => {
    if (address?.type !== "drive") return;
    const isTaken = drives.slice(at + 1).some((other) => isSameDrive(other.address, address));
    // libvirt names the bus before the controller here.
    const { controller: bus, bus: controller } = address;
    const place = placeOf({ ...address, controller, bus });
    if (isTaken) refuseUnsupported(`SCSI host address ${place} in use by another SCSI host device`);
  });
  return domain;
}

/** Refuses disks whose name stands for a place that a device of the host was given. */
export function checkDrivePlaces(domain: Domain): Domain {
  for (const { target, address } of domain.devices.disks ?? []) {
    if (target?.bus !== "scsi" || address?.type !== "drive") continue;
    const drive: DriveAddress = address;
    const isTaken = domain.devices.hostDevices?.some(({ type, address: other }) =>
      type === "scsi" && isSameDrive(other, drive)
    );
    if (isTaken !== true) continue;
    const place = placeOf(drive).slice(0, -1);
    refuseUnsupported(`using disk target name '${target.dev}' conflicts with SCSI host device address ${place}`);
  }
  return domain;
}

function checkMediated(model: string, address: Address | undefined): void {
  if (address === undefined) return;
  const wanted = { "vfio-pci": "pci", "vfio-ccw": "ccw" }[model];
  if (wanted === undefined || address.type === wanted) return;
  refuse(`Unsupported address type '${address.type}' with mediated device model '${model}'`);
}

/** The first place on a SCSI controller that nothing has. */
function freeDrive({ devices }: Domain, { accepts }: NormaliseContext): DriveAddress {
  const width = accepts.has("wide-scsi") ? 16 : 7;
  const others = [...devices.disks?.filter(({ target }) => target?.bus === "scsi") ?? [], ...scsiDevices(devices)];
  for (let controller = 0;; controller += 1) {
    const model = devices.controllers?.find(({ type, index }) => type === "scsi" && index === controller)?.model ?? "";
    const { max = width, reserved } = UNITS[model] ?? {};
    for (let unit = 0; unit < width && unit <= max; unit += 1) {
      const address = { type: "drive", controller, bus: 0, target: 0, unit } as const;
      if (unit !== reserved && !others.some((other) => isSameDrive(other.address, address))) return address;
    }
  }
}

function scsiDevices(devices: Domain["devices"]): readonly HostDevice[] {
  return devices.hostDevices?.filter(({ type }) => type === "scsi") ?? [];
}

/** Whether two are the same device of the host. */
function isSameDevice(a: HostDevice, b: HostDevice): boolean {
  return a.mode === b.mode && a.type === b.type && identityOf(a) === identityOf(b);
}

/** What makes a device of the host the one it is. */
function identityOf(device: HostDevice): string {
  switch (device.type) {
    case "pci":
      return JSON.stringify(device.source.address);
    case "usb": {
      const { address, vendor, product } = device.source;
      return JSON.stringify(address ?? { vendor, product });
    }
    case "scsi": {
      const { source } = device;
      return source.protocol === "adapter"
        ? JSON.stringify([source.adapter, source.address])
        : JSON.stringify([source.name, source.host]);
    }
    case "mdev":
      return device.source.address.uuid;
    default:
      return JSON.stringify(device.source);
  }
}

function placeOf(address: Address): string {
  if (address.type !== "drive") return "";
  const { controller, bus, target, unit } = address;
  return `controller='${controller}' bus='${bus}' target='${target}' unit='${unit}'`;
}
