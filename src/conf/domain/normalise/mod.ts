/**
 * Completes a guest's document as libvirt does before any driver looks at it.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { checkAliases } from "./aliases.ts";
import { completeBootOrder } from "./boot_order.ts";
import { checkCharacterBackends, checkCharacterDevices } from "./character_rules.ts";
import { checkFirmwareDate, matchSystemUuid } from "./firmware_tables.ts";
import { checkControllerRules } from "./controller_rules.ts";
import {
  addControllers,
  addHostDeviceControllers,
  checkControllers,
  numberControllers,
  orderControllers,
} from "./controllers.ts";
import { completeConsoles } from "./consoles.ts";
import { checkDiskFiles, checkDiskRules } from "./disk_rules.ts";
import { addressDisks, checkDisks, shareIoTune } from "./disks.ts";
import { checkDisplays, checkSounds, closeIdleSpice } from "./displays.ts";
import { addressHostDevices, checkDrivePlaces, checkHostDevices } from "./host_devices.ts";
import { checkInputs, checkUsbDevices, completeInputs } from "./inputs.ts";
import { completeInterfaces } from "./interfaces.ts";
import { checkIoThreads, completeIoThreads } from "./io_threads.ts";
import { checkMaxMemory, completeMemory } from "./memory.ts";
import { checkMemoryDevices, completeMemoryDevices } from "./memory_devices.ts";
import { giveIds, refuseSlash } from "./names.ts";
import { completeMetadata, keepOwnNamespace } from "./namespaces.ts";
import { checkHugePages, checkMemnodes, checkNumaCpus, completeHugePages, completePlacement } from "./numa.ts";
import { checkFirmware, checkStart, completeArch, completeFirmware } from "./os.ts";
import { checkIommu, checkOtherDevices, checkPanics, completeOtherDevices } from "./other_devices.ts";
import { checkPorts, numberPorts } from "./ports.ts";
import { completeResctrl } from "./resctrl.ts";
import type { NormaliseContext, Step } from "./step.ts";
import { checkLabels, checkLifecycle, checkLimits, checkTimers, checkTopology, completePins } from "./tuning.ts";
import { checkPrimaryVideo, checkVideos, completePrimaryVideo, completeVideos, orderVideos } from "./videos.ts";
import { checkVcpuCounts, completeVcpus } from "./vcpus.ts";

export { mirrorConsole } from "./consoles.ts";
export type { Acceptance, NormaliseContext, Step } from "./step.ts";

/** What libvirt does for every driver, in its order: what it reads, what it completes, what it refuses. */
export const COMMON_STEPS: readonly Step[] = [
  matchSystemUuid,
  giveIds,
  completeArch,
  checkLabels,
  checkVcpuCounts,
  completeIoThreads,
  completePins,
  checkIoThreads,
  completeResctrl,
  checkNumaCpus,
  completePlacement,
  checkMemnodes,
  checkFirmwareDate,
  orderControllers,
  addHostDeviceControllers,
  completeInterfaces,
  completeInputs,
  orderVideos,
  checkUsbDevices,
  keepOwnNamespace,
  numberControllers,
  addressDisks,
  checkDrivePlaces,
  shareIoTune,
  checkDiskFiles,
  addressHostDevices,
  numberPorts,
  checkPorts,
  completeVideos,
  completeOtherDevices,
  completeMemoryDevices,
  completeVcpus,
  completeMemory,
  checkMaxMemory,
  completeFirmware,
  completeHugePages,
  checkControllers,
  checkPanics,
  completeBootOrder,
  completeMetadata,
  closeIdleSpice,
  checkTimers,
  completeConsoles,
  addControllers,
  completePrimaryVideo,
  refuseSlash,
  checkDiskRules,
  checkSounds,
  checkVideos,
  checkControllerRules,
  checkCharacterDevices,
  checkInputs,
  checkCharacterBackends,
  checkMemoryDevices,
  checkOtherDevices,
  checkDisplays,
  checkDisks,
  checkHostDevices,
  checkTopology,
  checkAliases,
  checkIommu,
  checkLifecycle,
  checkHugePages,
  checkFirmware,
  checkStart,
  checkPrimaryVideo,
  checkLimits,
];

/** Takes a document through steps; a driver puts its own between or after the common ones. */
export function normalise(domain: Domain, steps: readonly Step[], context: NormaliseContext): Domain {
  return steps.reduce((document, step) => step(document, context), domain);
}
