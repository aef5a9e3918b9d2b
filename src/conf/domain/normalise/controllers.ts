/**
 * Controllers: each has a number, no two have the same, and there is one for every drive.
 *
 * @module
 */

import type { Controller } from "../devices/controller.ts";
import type { Domain } from "../document.ts";
import { refuse } from "./step.ts";

/** Models of which several make one USB 2 controller. */
const USB2_MODELS = ["ich9-ehci1", "ich9-uhci1", "ich9-uhci2", "ich9-uhci3"];

/** Puts the controllers of one type in the order of their numbers, and refuses USB that is both off and on. */
export function orderControllers(domain: Domain): Domain {
  const ordered: Controller[] = [];
  for (const controller of domain.devices.controllers ?? []) {
    if (controller.type === "usb") checkUsb(controller, ordered);
    ordered.splice(placeOf(controller, ordered), 0, controller);
  }
  const usb = ordered.filter(({ type, model }) => type === "usb" && model !== "none");
  if (usb.length > 0 && usb.every(({ masterPort }) => masterPort !== undefined)) {
    refuse("No master USB controller specified", "VIR_ERR_XML_DETAIL");
  }
  return withControllers(domain, ordered);
}

/** Adds a SCSI controller for every device of the host that hangs on one, which libvirt does before anything else. */
export function addHostDeviceControllers(domain: Domain): Domain {
  const devices = domain.devices.hostDevices?.filter(({ type }) => type === "scsi") ?? [];
  const numbers = devices.map(({ address }) => address?.type === "drive" ? address.controller : 0);
  const controllers = [...domain.devices.controllers ?? []];
  const isScsi = (at: number): (each: Controller) => boolean => ({ type, index }) => type === "scsi" && index === at;
  let last = -1;
  let model: Controller["model"];
  for (const number of numbers) {
    if (number <= last) continue;
    last = limited(number);
    model = controllers.find(isScsi(number))?.model ?? model;
  }
  for (let index = 0; index <= last; index += 1) {
    if (controllers.some(isScsi(index))) continue;
    controllers.push({ type: "scsi", index, ...(model === undefined ? {} : { model }) } as Controller);
  }
  return withControllers(domain, controllers);
}

/** Whether the guest has no USB. */
export function isUsbOff(domain: Domain): boolean {
  return domain.devices.controllers?.some(({ type, model }) => type === "usb" && model === "none") === true;
}

/** Whether the guest has a USB controller. */
export function hasUsb(domain: Domain): boolean {
  return domain.devices.controllers?.some(({ type, model }) => type === "usb" && model !== "none") === true;
}

/** Gives controllers without a number the lowest free one of their type; parts of one USB 2 controller share theirs. */
export function numberControllers(domain: Domain): Domain {
  const controllers = [...domain.devices.controllers ?? []];
  controllers.forEach((controller, at) => {
    if (controller.index !== undefined) return;
    const index = companionIndex(controllers, at) ?? freeIndex(controllers, controller.type);
    controllers[at] = withIndex(controller, index);
  });
  return withControllers(domain, controllers);
}

/** Refuses two controllers of one number. */
export function checkControllers(domain: Domain): Domain {
  const taken = new Set<string>();
  for (const { type, index } of domain.devices.controllers ?? []) {
    if (type === "usb") continue;
    if (taken.has(`${type} ${index}`)) refuse(`Multiple '${type}' controllers with index '${index}'`);
    taken.add(`${type} ${index}`);
  }
  return domain;
}

/** A type of controller that guests can be given. */
type ControllerType = Controller["type"];

/** Adds the controllers that drives, ports and cards hang on and that are not there. */
export function addControllers(domain: Domain): Domain {
  const { devices } = domain;
  const controllers = [...devices.controllers ?? []];
  const taken = new Set(controllers.map(({ type, index }) => `${type} ${index}`));
  const add = (type: ControllerType, index: number): void => {
    if (taken.has(`${type} ${index}`)) return;
    taken.add(`${type} ${index}`);
    controllers.push(withIndex({ type } as Controller, index));
  };
  const addUpTo = (type: ControllerType, index: number): void => {
    for (let each = 0; each <= index; each += 1) add(type, each);
  };
  for (const type of ["scsi", "fdc", "ide", "sata"] as const) {
    addUpTo(type, highestController(devices.disks?.filter(({ target }) => target?.bus === type) ?? []));
  }
  for (const port of [...devices.channels ?? [], ...devices.consoles ?? []]) {
    if (!isVirtioPort(port)) continue;
    add("virtio-serial", port.address?.type === "virtio-serial" ? port.address.controller : 0);
  }
  const smartcards = withReaders(devices.smartcards);
  for (const { address } of smartcards ?? []) add("ccid", address?.type === "ccid" ? address.controller : 0);
  const complete = smartcards === undefined ? domain : { ...domain, devices: { ...devices, smartcards } };
  return addHostDeviceControllers(withControllers(complete, controllers));
}

/** Gives card readers the next free slot of the first controller. */
function withReaders(cards: Domain["devices"]["smartcards"]): Domain["devices"]["smartcards"] {
  const slots = cards?.map(({ address }) => address?.type === "ccid" && address.controller === 0 ? address.slot : -1);
  let slot = Math.max(-1, ...slots ?? []);
  return cards?.map((card) =>
    card.address === undefined ? { ...card, address: { type: "ccid", controller: 0, slot: slot += 1 } as const } : card
  );
}

/** One drive's address cannot ask for more controllers than this: every one below it is added too. */
const MAX_CONTROLLERS = 2_048;

function highestController(devices: readonly { readonly address?: Controller["address"] }[]): number {
  const numbers = devices.map(({ address }) => address?.type === "drive" ? address.controller : -1);
  return limited(Math.max(-1, ...numbers));
}

function limited(number: number): number {
  if (number >= MAX_CONTROLLERS) refuse(`controller '${number}' of a drive is out of range`, "VIR_ERR_INVALID_ARG");
  return number;
}

/** A port that may be one of a virtio-serial controller. */
interface Port {
  readonly target: { readonly type: "virtio" };
  readonly address?: Controller["address"];
}

function isVirtioPort(port: unknown): port is Port {
  return (port as { readonly target?: { readonly type?: string } }).target?.type === "virtio";
}

function checkUsb({ model }: Controller, before: readonly Controller[]): void {
  const usb = before.filter(({ type }) => type === "usb");
  const isOff = usb.some((each) => each.model === "none");
  if (!isOff && (model !== "none" || usb.length === 0)) return;
  refuse("Can't add another USB controller: USB is disabled for this domain", "VIR_ERR_XML_DETAIL");
}

/** Where a controller stands among those before it: libvirt looks from the end. */
function placeOf(controller: Controller, before: readonly Controller[]): number {
  let place: number | undefined;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const each = before[at];
    if (each === undefined || each.type !== controller.type) continue;
    if (controller.index === undefined) return at + 1;
    if ((each.index ?? -1) > controller.index) place = at;
    else if (isMaster(controller) && !isMaster(each) && each.index === controller.index) place = at;
    else place ??= at + 1;
  }
  return place ?? before.length;
}

function isMaster({ masterPort }: Controller): boolean {
  return masterPort === undefined;
}

/** The number of the USB 2 controller before, where this is one more part of it. */
function companionIndex(controllers: readonly Controller[], at: number): number | undefined {
  const controller = controllers[at];
  if (controller?.type !== "usb" || !USB2_MODELS.includes(controller.model ?? "")) return undefined;
  const previous = controllers.slice(0, at).findLast(({ type }) => type === "usb");
  if (previous === undefined || !USB2_MODELS.includes(previous.model ?? "")) return undefined;
  const isTaken = controllers.some(({ type, index, model }) =>
    type === "usb" && index === previous.index && model === controller.model
  );
  return isTaken ? undefined : previous.index;
}

function freeIndex(controllers: readonly Controller[], type: ControllerType): number {
  const taken = new Set(controllers.filter((each) => each.type === type).map(({ index }) => index));
  let index = 0;
  while (taken.has(index)) index += 1;
  return index;
}

function withIndex(controller: Controller, index: number): Controller {
  return { ...controller, index };
}

function withControllers(domain: Domain, controllers: readonly Controller[]): Domain {
  return controllers.length === 0 ? domain : { ...domain, devices: { ...domain.devices, controllers } };
}
