/**
 * Keyboards, mice and the like: on which bus they are where that is not said, and what they may not be.
 *
 * @module
 */

import type { Input } from "../devices/input.ts";
import type { Domain } from "../document.ts";
import { isUsbOff } from "./controllers.ts";
import { checkRules, type Rule } from "./rule.ts";
import { refuse, refuseUnsupported } from "./step.ts";

/** Gives input devices the bus that such a machine has for them. */
export function completeInputs(domain: Domain): Domain {
  const inputs = domain.devices.inputs?.map((given): Input => {
    const bus = given.bus ?? busOf(given.type, domain);
    const input = bus === undefined ? given : { ...given, bus };
    if (bus === "usb" && input.address !== undefined && input.address.type !== "usb") {
      refuse("Invalid address for a USB device");
    }
    if (bus === "usb" && isUsbOff(domain)) refuseUnsupported("Can't add USB input device. USB bus is disabled");
    return input;
  });
  return inputs === undefined ? domain : { ...domain, devices: { ...domain.devices, inputs } };
}

/** Refuses what would be plugged into a bus that is not there. */
export function checkUsbDevices(domain: Domain): Domain {
  if (!isUsbOff(domain)) return domain;
  const { hostDevices = [], hubs = [] } = domain.devices;
  if (hostDevices.some(({ type }) => type === "usb")) {
    refuseUnsupported("Can't add host USB device: USB is disabled in this host");
  }
  if (hubs.length > 0) refuseUnsupported("Can't add USB hub: USB is disabled for this domain");
  return domain;
}

/** Refuses input devices on a bus that they or the machine cannot have. */
export function checkInputs(domain: Domain): Domain {
  checkRules(domain.devices.inputs, RULES, domain);
  return domain;
}

function busOf(type: Input["type"], domain: Domain): Input["bus"] {
  const { arch = "" } = domain.os.type;
  if (isXen(domain)) return "xen";
  if (domain.os.type.type !== "hvm") return isParallels(domain) ? "parallels" : undefined;
  if (isBasic(type) && /^(x86_64|i686)$/.test(arch)) return "ps2";
  if (/^s390x?$/.test(arch) || type === "passthrough") return "virtio";
  return type === "evdev" ? undefined : "usb";
}

function isXen({ type, os }: Domain): boolean {
  const kind = os.type.type;
  return kind === "xen" || kind === "xenpvh" || (kind === "linux" && type === "xen");
}

function isParallels({ type }: Domain): boolean {
  return type === "vz" || type === "parallels";
}

/** What every machine has had. */
function isBasic(type: Input["type"]): boolean {
  return type === "mouse" || type === "keyboard";
}

function isFull(domain: Domain): boolean {
  return domain.os.type.type === "hvm";
}

function isContainer(domain: Domain): boolean {
  return !isFull(domain) && !isXen(domain);
}

function unsupportedBus({ bus }: Input): string {
  return `unsupported input bus ${bus ?? "none"}`;
}

const code = "VIR_ERR_INTERNAL_ERROR";

const RULES: readonly Rule<Input>[] = [
  {
    when: ({ bus, type }, domain) => isFull(domain) && bus === "ps2" && !isBasic(type),
    detail: ({ type }) => `ps2 bus does not support ${type} input device`,
    code,
  },
  { when: ({ bus }, domain) => isFull(domain) && bus === "xen", detail: unsupportedBus, code },
  { when: ({ bus }, domain) => isXen(domain) && bus !== "xen", detail: unsupportedBus, code },
  {
    when: ({ type }, domain) => isXen(domain) && !isBasic(type),
    detail: ({ type }) => `xen bus does not support ${type} input device`,
    code,
  },
  {
    when: ({ bus }, domain) => isContainer(domain) && isParallels(domain) && bus !== "parallels",
    detail: ({ bus }) => `parallels containers don't support input bus ${bus ?? "none"}`,
    code,
  },
  {
    when: ({ type }, domain) => isContainer(domain) && isParallels(domain) && !isBasic(type),
    detail: ({ type }) => `parallels bus does not support ${type} input device`,
    code,
  },
  {
    when: (_, domain) => isContainer(domain) && !isParallels(domain),
    detail: "Input devices are not supported by this virtualization driver.",
    code,
  },
  {
    when: ({ type, bus }) => type === "passthrough" && bus !== "virtio",
    detail: "only bus 'virtio' is supported for 'passthrough' input devices",
  },
  {
    when: ({ type, bus }) => type === "evdev" && bus !== undefined,
    detail: "input evdev doesn't support bus element",
  },
  {
    when: ({ model, bus }) => model !== undefined && bus !== "virtio",
    detail: ({ model }) => `only bus 'virtio' is supported for input model '${model}'`,
  },
];
