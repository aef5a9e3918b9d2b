/**
 * Reads one `<guest>` of host capabilities.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { GuestCapabilities, GuestDomain, GuestFeature, GuestMachine } from "./document.ts";

/** Reads `<guest>`. */
export function readGuest(guest: ElementReader): GuestCapabilities {
  const arch = guest.requiredChild("arch");
  return {
    osType: guest.requiredChild("os_type").text(),
    arch: defined({
      name: arch.requiredAttribute("name"),
      wordSize: arch.requiredChild("wordsize").textInteger(),
      emulator: arch.childText("emulator"),
      loader: arch.childText("loader"),
      machines: arch.children("machine").map(readMachine),
      domains: arch.children("domain").map(readDomain),
    }),
    features: (guest.child("features")?.elements() ?? []).map(readFeature),
  };
}

function readDomain(domain: ElementReader): GuestDomain {
  return defined({
    type: domain.requiredAttribute("type"),
    emulator: domain.childText("emulator"),
    loader: domain.childText("loader"),
    machines: domain.children("machine").map(readMachine),
  });
}

function readMachine(machine: ElementReader): GuestMachine {
  return defined({
    name: machine.text(),
    canonical: machine.attribute("canonical"),
    maxCpus: machine.integer("maxCpus"),
    deprecated: machine.yesNo("deprecated"),
  });
}

function readFeature(feature: ElementReader): GuestFeature {
  return defined({ name: feature.name, default: feature.onOff("default"), toggle: feature.yesNo("toggle") });
}
