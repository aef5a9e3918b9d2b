/**
 * `<devices>`: what a guest finds when it looks around.
 *
 * @module
 */

import { child, children, object, type ShapeOf, string, textOf, verbatims } from "../../shape/mod.ts";
import { channel } from "./character/channel.ts";
import { guestConsole } from "./character/console.ts";
import { parallel } from "./character/parallel.ts";
import { serial } from "./character/serial.ts";
import { smartcard } from "./character/smartcard.ts";
import { controller } from "./controller.ts";
import { disks } from "./disk/disk.ts";
import { filesystem } from "./filesystem.ts";
import { hostDevice } from "./hostdev/host_device.ts";
import { hub } from "./hub.ts";
import { networkInterface } from "./interface/interface.ts";
import { lease } from "./lease.ts";
import { redirectedDevice } from "./redirected_device.ts";
import { redirectionFilter } from "./redirection_filter.ts";

/** The content of `<devices>`, in the order in which libvirt writes it. */
export const devices = object({
  emulator: child("emulator", textOf(string)),
  disks,
  controllers: children("controller", controller),
  leases: children("lease", lease),
  filesystems: children("filesystem", filesystem),
  interfaces: children("interface", networkInterface),
  smartcards: children("smartcard", smartcard),
  serials: children("serial", serial, { empty: "block" }),
  parallels: children("parallel", parallel, { empty: "block" }),
  consoles: children("console", guestConsole, { empty: "block" }),
  channels: children("channel", channel, { empty: "block" }),
  inputs: verbatims("input"),
  tpms: verbatims("tpm"),
  graphics: verbatims("graphics"),
  sounds: verbatims("sound"),
  audios: verbatims("audio"),
  videos: verbatims("video"),
  hostDevices: children("hostdev", hostDevice),
  redirectedDevices: children("redirdev", redirectedDevice, { empty: "block" }),
  redirectionFilter,
  hubs: children("hub", hub),
  watchdogs: verbatims("watchdog"),
  memballoon: verbatims("memballoon"),
  rngs: verbatims("rng"),
  nvram: verbatims("nvram"),
  panics: verbatims("panic"),
  sharedMemories: verbatims("shmem"),
  memories: verbatims("memory"),
  iommu: verbatims("iommu"),
  vsock: verbatims("vsock"),
});

/** What a guest finds when it looks around. */
export type Devices = ShapeOf<typeof devices>;
