/**
 * Where our documents differ from the reference's on purpose, and why. The comparison fails on every difference that
 * has no row here.
 *
 * @module
 */

import type { CapabilitiesDocument } from "../src/conf/capabilities/document.ts";
import { isArchitecture } from "../src/model/architecture.ts";

/** A difference that is meant. */
export interface Explanation {
  /** Name of the document: `capabilities`, or the arguments of domcapabilities. */
  readonly document: RegExp;
  /** The element, as the comparison writes it: `missing …`, `surplus …` or `order`. */
  readonly difference: RegExp;
  readonly reason: string;
  /** Where this file is, the row does not hold. */
  readonly unlessFile?: string;
}

/** Every difference that is meant. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    document: /^capabilities$/,
    difference: /^(missing|surplus) capabilities > host > uuid /,
    reason: "this machine has no UUID in its firmware: the reference makes one up at every start, " +
      "ours is /etc/machine-id and stays",
    unlessFile: "/sys/class/dmi/id/product_uuid",
  },
];

/** A part of our host document that has no counterpart in the reference's. */
export interface SetAside {
  readonly what: string;
  readonly reason: string;
}

/** Takes out of our host document what the reference cannot have. */
export function setAside(
  document: CapabilitiesDocument,
): { readonly rest: CapabilitiesDocument; readonly aside: SetAside[] } {
  const aside: SetAside[] = [];
  const guests = document.guests.filter(({ arch }) => {
    if (isArchitecture(arch.name)) return true;
    aside.push({ what: `guest ${arch.name} (${arch.emulator})`, reason: "libvirt has no name for this architecture" });
    return false;
  });
  const rest = guests.map((guest) => {
    const domains = guest.arch.domains.filter(({ emulator, type }) => {
      if (emulator === undefined) return true;
      const what = `domain ${type} of ${guest.arch.name} (${emulator})`;
      aside.push({ what, reason: "libvirt looks for one emulator per architecture, by the name of the program" });
      return false;
    });
    return { ...guest, arch: { ...guest.arch, domains } };
  });
  return { rest: { ...document, guests: rest }, aside };
}

/** The reason for a difference, or undefined where there is none. */
export function explain(
  document: string,
  difference: string,
  explanations: readonly Explanation[],
): string | undefined {
  return explanations.find((row) => row.document.test(document) && row.difference.test(difference))?.reason;
}
