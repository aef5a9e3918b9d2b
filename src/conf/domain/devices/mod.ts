/**
 * `<devices>`: what a guest finds when it looks around.
 *
 * @module
 */

import { child, children, object, type ShapeOf, string, textOf, verbatims } from "../../shape/mod.ts";
import { disk } from "./disk/disk.ts";

/** The content of `<devices>`, in the order in which libvirt writes it. */
export const devices = object({
  emulator: child("emulator", textOf(string)),
  disks: children("disk", disk),
  controllers: verbatims("controller"),
  leases: verbatims("lease"),
  filesystems: verbatims("filesystem"),
  interfaces: verbatims("interface"),
  smartcards: verbatims("smartcard"),
  serials: verbatims("serial"),
  parallels: verbatims("parallel"),
  consoles: verbatims("console"),
  channels: verbatims("channel"),
  inputs: verbatims("input"),
  tpms: verbatims("tpm"),
  graphics: verbatims("graphics"),
  sounds: verbatims("sound"),
  audios: verbatims("audio"),
  videos: verbatims("video"),
  hostDevices: verbatims("hostdev"),
  redirectedDevices: verbatims("redirdev"),
  redirectionFilter: verbatims("redirfilter"),
  hubs: verbatims("hub"),
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
