/**
 * A guest's devices as the calls ask for them: by target, by source, by MAC address.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { type ElementReader, readDocument } from "../../conf/xml/mod.ts";

/** The devices that calls ask for. */
export interface Devices {
  readonly disks: readonly DiskView[];
  readonly interfaces: readonly InterfaceView[];
  readonly hostdevs: readonly { readonly rawio: boolean }[];
  /** Consoles, serial and parallel ports, by alias. */
  readonly hasBalloon: boolean;
}

/** A disk. */
export interface DiskView {
  /** `vda`. */
  readonly target: string;
  /** `file`, `block`, … */
  readonly type: string;
  readonly device: string;
  readonly path?: string;
  readonly rawio: boolean;
}

/** A network interface. */
export interface InterfaceView {
  readonly type: string;
  readonly mac: string;
  /** `testnet0`. */
  readonly target?: string;
  /** The virtual network it is on. */
  readonly network?: string;
  readonly script?: string;
}

const views = new WeakMap<Domain, Devices>();

/** The devices of a definition. */
export function devicesOf(definition: Domain): Devices {
  let view = views.get(definition);
  if (view === undefined) {
    view = readDocument(definition.devices ?? "<devices/>", readDevices, { root: "devices", unknown: "ignore" });
    views.set(definition, view);
  }
  return view;
}

/** The disk with this target or this source. */
export function findDisk(definition: Domain, name: string): DiskView | undefined {
  return devicesOf(definition).disks.find(({ target, path }) => target === name || path === name);
}

/** The interface with this target or this MAC address. */
export function findInterface(definition: Domain, name: string): InterfaceView | undefined {
  const mac = name.toLowerCase();
  return devicesOf(definition).interfaces.find((each) => each.mac === mac || each.target === name);
}

function readDevices(devices: ElementReader): Devices {
  return {
    disks: devices.children("disk").map(readDisk),
    interfaces: devices.children("interface").map(readInterface),
    hostdevs: devices.children("hostdev").map((each) => ({ rawio: each.attribute("rawio") === "yes" })),
    hasBalloon: devices.child("memballoon")?.attribute("model") !== "none",
  };
}

function readDisk(disk: ElementReader): DiskView {
  const source = disk.child("source");
  const path = source?.attribute("file") ?? source?.attribute("dev") ?? source?.attribute("dir");
  return {
    target: disk.child("target")?.attribute("dev") ?? "",
    type: disk.attribute("type") ?? "file",
    device: disk.attribute("device") ?? "disk",
    rawio: disk.attribute("rawio") === "yes",
    ...(path === undefined ? {} : { path }),
  };
}

function readInterface(net: ElementReader): InterfaceView {
  const target = net.child("target")?.attribute("dev");
  const network = net.child("source")?.attribute("network");
  const script = net.child("script")?.attribute("path");
  return {
    type: net.attribute("type") ?? "",
    mac: net.child("mac")?.attribute("address")?.toLowerCase() ?? "",
    ...(target === undefined ? {} : { target }),
    ...(network === undefined ? {} : { network }),
    ...(script === undefined ? {} : { script }),
  };
}
