/**
 * `<redirdev>`: a place for a USB device of whoever is connected to the guest.
 *
 * @module
 */

import { attribute, type Fail, type FieldsOf, mapped, merge, oneOf, type Part, refine } from "../../shape/mod.ts";
import { internal, unsupported, wrong } from "../terms.ts";
import { type CharacterSource, characterSource } from "./character/source.ts";
import { bootableInfo } from "./device_info.ts";

const bus = { bus: attribute("bus", oneOf("usb"), { default: "usb", ...unsupported("unknown redirdev bus '%s'") }) };

/** A place for a client's USB device. */
export type RedirectedDevice = FieldsOf<typeof bus> & FieldsOf<typeof bootableInfo> & CharacterSource;

const source = characterSource({
  ...unsupported("unknown redirdev character device type '%s'"),
  missing: internal("missing type in redirdev"),
});

const given = merge(bus, source, bootableInfo) as Part<RedirectedDevice>;

/** The channel over D-Bus where none is named. */
const CHANNEL = "org.qemu.usbredir";

/** The content of `<redirdev>`. */
export const redirectedDevice: Part<RedirectedDevice> = mapped(refine(given, checkAddress), {
  parse: (value) => value.type === "dbus" ? { ...value, source: { channel: CHANNEL, ...value.source } } : value,
  format: (value) => value,
});

function checkAddress({ address }: RedirectedDevice, fail: Fail): void {
  if (address === undefined || address.type === "usb") return;
  fail("the address is not one on a USB bus", wrong("Invalid address for a USB device"));
}
