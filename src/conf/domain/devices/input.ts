/**
 * `<input>`: a keyboard, a mouse, a tablet, or an input device of the host.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type Fields,
  type FieldsOf,
  merge,
  oneOf,
  onOff,
  type Part,
  refine,
  type Value,
} from "../../shape/mod.ts";
import { internal, required, unsupported, wrong } from "../terms.ts";
import { cleanPath } from "./clean_path.ts";
import { deviceInfo } from "./device_info.ts";
import { virtioOptions } from "./virtio_options.ts";

/** A word of which libvirt says in its own way that it does not know it. */
function word<const W extends string>(name: string, value: Value<W>, kind: string): Part<W | undefined> {
  return attribute(name, value, { ...unsupported(`unknown input ${kind} '%s'`), drop: ["none"] });
}

const beforeSource = {
  bus: word("bus", oneOf("ps2", "usb", "xen", "parallels", "virtio"), "bus type"),
  model: attribute("model", oneOf("virtio", "virtio-transitional", "virtio-non-transitional"), {
    ...unsupported("unknown input model '%s'"),
  }),
  driver: child("driver", virtioOptions, { empty: "omit" }),
} as const;

function device(name: string): Part<string> {
  return attribute(name, cleanPath, required("Missing evdev path for input device"));
}

const cases = {
  mouse: beforeSource,
  tablet: beforeSource,
  keyboard: beforeSource,
  passthrough: { ...beforeSource, source: child("source", { device: device("evdev") }) },
  evdev: {
    ...beforeSource,
    source: child("source", {
      device: device("dev"),
      grab: attribute("grab", oneOf("all")),
      grabToggle: attribute(
        "grabToggle",
        oneOf("ctrl-ctrl", "alt-alt", "shift-shift", "meta-meta", "scrolllock", "ctrl-scrolllock"),
      ),
      repeat: attribute("repeat", onOff),
    }),
  },
} as const satisfies Readonly<Record<string, Fields>>;

type Cases = { readonly [K in keyof typeof cases]: { readonly type: K } & FieldsOf<(typeof cases)[K]> };

/** A device by which somebody tells the guest something. */
export type Input = Cases[keyof Cases] & FieldsOf<typeof deviceInfo>;

const types = choice("type", cases, {
  missing: internal("missing input device type"),
  ...unsupported("unknown input device type '%s'"),
});

/** The content of `<input>`; libvirt gives a bus where none is given. */
export const input: Part<Input> = refine(merge(types, deviceInfo) as Part<Input>, ({ bus, address }, fail) => {
  if (bus !== "usb" || address === undefined || address.type === "usb") return;
  fail("a USB device has an address of that type", wrong("Invalid address for a USB device"));
});
