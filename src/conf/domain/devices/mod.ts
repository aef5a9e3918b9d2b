/**
 * `<devices>`: what a guest finds when it looks around.
 *
 * @module
 */

import { child, children, object, type ShapeOf, string, textOf } from "../../shape/mod.ts";
import { internal, wrong } from "../terms.ts";
import { audio } from "./audio.ts";
import { channel } from "./character/channel.ts";
import { guestConsole } from "./character/console.ts";
import { parallel } from "./character/parallel.ts";
import { serial } from "./character/serial.ts";
import { smartcard } from "./character/smartcard.ts";
import { controller } from "./controller.ts";
import { disks } from "./disk/disk.ts";
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
import { redirectionFilter } from "./redirection_filter.ts";
import { rng } from "./rng.ts";
import { sharedMemory } from "./shared_memory.ts";
import { sound } from "./sound.ts";
import { tpm } from "./tpm.ts";
import { video } from "./video.ts";
import { vsock } from "./vsock.ts";
import { watchdog } from "./watchdog.ts";

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
  inputs: children("input", input),
  tpms: children("tpm", tpm),
  graphics: children("graphics", graphics),
  sounds: children("sound", sound),
  audios: children("audio", audio),
  videos: children("video", video, { empty: "block" }),
  hostDevices: children("hostdev", hostDevice),
  redirectedDevices: children("redirdev", redirectedDevice, { empty: "block" }),
  redirectionFilter,
  hubs: children("hub", hub),
  watchdog: child("watchdog", watchdog, { once: internal("only a single watchdog device is supported") }),
  memoryBalloon: child("memballoon", memoryBalloon, {
    once: internal("only a single memory balloon device is supported"),
  }),
  rngs: children("rng", rng, { empty: "block" }),
  nvram: child("nvram", nvramDevice, {
    empty: "block",
    once: internal("only a single nvram device is supported"),
  }),
  panics: children("panic", panic, { empty: "omit" }),
  sharedMemories: children("shmem", sharedMemory, { empty: "block" }),
  memories: children("memory", memoryDevice, { empty: "block" }),
  iommu: child("iommu", iommu, { once: wrong("only a single IOMMU device is supported") }),
  vsock: child("vsock", vsock, { once: wrong("only a single vsock device is supported") }),
});

/** What a guest finds when it looks around. */
export type Devices = ShapeOf<typeof devices>;
