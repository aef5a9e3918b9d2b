/**
 * One device as a document of its own, as it is attached to a guest, changed, or detached.
 *
 * @module
 */

import {
  type Element,
  element,
  type FormatOptions,
  formatShape,
  type ParseOptions,
  type ShapeOf,
} from "../../shape/mod.ts";
import { DEVICE_TITLE } from "../../xml/document_titles.ts";
import { readDocument } from "../../xml/read_document.ts";
import { unsupported } from "../terms.ts";
import { audio } from "./audio.ts";
import { channel } from "./character/channel.ts";
import { guestConsole } from "./character/console.ts";
import { parallel } from "./character/parallel.ts";
import { serial } from "./character/serial.ts";
import { smartcard } from "./character/smartcard.ts";
import { controller } from "./controller.ts";
import { disk } from "./disk/disk.ts";
import { filesystem } from "./filesystem.ts";
import { graphics } from "./graphics/graphics.ts";
import { hostDevice } from "./hostdev/host_device.ts";
import { hub } from "./hub.ts";
import { input } from "./input.ts";
import { networkInterface } from "./interface/interface.ts";
import { iommu } from "./iommu.ts";
import { lease } from "./lease.ts";
import { memoryBalloon } from "./memory_balloon.ts";
import { memoryDevice } from "./memory_device.ts";
import { nvramDevice } from "./nvram_device.ts";
import { panic } from "./panic.ts";
import { redirectedDevice } from "./redirected_device.ts";
import { rng } from "./rng.ts";
import { sharedMemory } from "./shared_memory.ts";
import { sound } from "./sound.ts";
import { tpm } from "./tpm.ts";
import { video } from "./video.ts";
import { vsock } from "./vsock.ts";
import { watchdog } from "./watchdog.ts";

/** The devices that can stand alone, by the name of their element. */
export const deviceElements = {
  disk: element("disk", disk),
  controller: element("controller", controller),
  lease: element("lease", lease),
  filesystem: element("filesystem", filesystem),
  interface: element("interface", networkInterface),
  smartcard: element("smartcard", smartcard),
  serial: element("serial", serial, { empty: "block" }),
  parallel: element("parallel", parallel, { empty: "block" }),
  console: element("console", guestConsole, { empty: "block" }),
  channel: element("channel", channel, { empty: "block" }),
  input: element("input", input),
  tpm: element("tpm", tpm),
  graphics: element("graphics", graphics),
  sound: element("sound", sound),
  audio: element("audio", audio),
  video: element("video", video, { empty: "block" }),
  hostdev: element("hostdev", hostDevice),
  redirdev: element("redirdev", redirectedDevice, { empty: "block" }),
  hub: element("hub", hub),
  watchdog: element("watchdog", watchdog),
  memballoon: element("memballoon", memoryBalloon),
  rng: element("rng", rng, { empty: "block" }),
  nvram: element("nvram", nvramDevice, { empty: "block" }),
  panic: element("panic", panic, { empty: "omit" }),
  shmem: element("shmem", sharedMemory, { empty: "block" }),
  memory: element("memory", memoryDevice, { empty: "block" }),
  iommu: element("iommu", iommu),
  vsock: element("vsock", vsock),
} as const;

/** The name of a device's element. */
export type DeviceKind = keyof typeof deviceElements;

/** A device, and which one it is. */
export type Device = {
  [K in DeviceKind]: { readonly kind: K; readonly device: ShapeOf<(typeof deviceElements)[K]> };
}[DeviceKind];

/**
 * Text to a typed device.
 *
 * @throws {DocumentError} With the place of the mistake and libvirt's code for it.
 */
export function parseDevice(text: string, options: ParseOptions = {}): Device {
  const context = { lenient: options.unknown === "ignore", live: options.live ?? true };
  return readDocument(text, (reader) => {
    const kind = reader.name;
    if (!isDeviceKind(kind)) {
      return reader.fail(`<${kind}> is no device`, undefined, unsupported(`unknown device type '${kind}'`));
    }
    return { kind, device: deviceElements[kind].read(reader, context) } as Device;
  }, { ...options, about: DEVICE_TITLE });
}

/** Typed device to text, byte for byte as libvirt writes it. */
export function formatDevice(device: Device, options: FormatOptions = {}): string {
  const shape: Element<unknown> = deviceElements[device.kind];
  return formatShape(shape, device.device, options);
}

function isDeviceKind(name: string): name is DeviceKind {
  return Object.hasOwn(deviceElements, name);
}
