/**
 * Writes one `<guest>` of host capabilities.
 *
 * @module
 */

import { type FormatOptions, isKnown } from "../level.ts";
import { onOff, type XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { GuestCapabilities, GuestDomain, GuestMachine } from "./document.ts";
import { CAPABILITIES_SINCE } from "./since.ts";

/** Writes `<guest>`. */
export function writeGuest(writer: XmlWriter, guest: GuestCapabilities, options: FormatOptions): void {
  const { osType, arch, features } = guest;
  const withDeprecated = isKnown(CAPABILITIES_SINCE, "guest/arch/domain/machine/deprecated", options);
  writer.block("guest", {}, () => {
    writer.element("os_type", {}, osType);
    writer.block("arch", { name: arch.name }, () => {
      writer.element("wordsize", {}, arch.wordSize);
      if (arch.emulator !== undefined) writer.element("emulator", {}, arch.emulator);
      if (arch.loader !== undefined) writer.element("loader", {}, arch.loader);
      for (const machine of arch.machines) writeMachine(writer, machine);
      for (const domain of arch.domains) writeDomain(writer, domain, withDeprecated);
    });
    writer.unlessEmpty("features", {}, () => {
      for (const { name, default: on, toggle } of features) {
        if (!isKnown(CAPABILITIES_SINCE, `guest/features/${name}`, options)) continue;
        writer.element(name, { default: onOff(on), toggle: yesNo(toggle) });
      }
    });
  });
}

function writeDomain(writer: XmlWriter, domain: GuestDomain, withDeprecated: boolean): void {
  const { type, emulator, loader, machines } = domain;
  writer.element("domain", { type }, () => {
    if (emulator !== undefined) writer.element("emulator", {}, emulator);
    if (loader !== undefined) writer.element("loader", {}, loader);
    for (const { deprecated, ...machine } of machines) {
      writeMachine(writer, withDeprecated && deprecated !== undefined ? { ...machine, deprecated } : machine);
    }
  });
}

function writeMachine(writer: XmlWriter, machine: GuestMachine): void {
  const { name, canonical, maxCpus, deprecated } = machine;
  writer.element("machine", { canonical, maxCpus, deprecated: yesNo(deprecated) }, name);
}
