/**
 * Names that users gave to devices: no two devices have the same.
 *
 * @module
 */

import { isUserAlias } from "../devices/device_info.ts";
import type { Domain } from "../document.ts";
import { refuseUnsupported } from "./step.ts";

/** Something with a name. */
interface Named {
  readonly alias?: string;
}

/** Refuses a name that two devices have; the first console may have that of the serial port which it is. */
export function checkAliases(domain: Domain): Domain {
  const { consoles = [], ...others } = domain.devices;
  const isPort = others.serials !== undefined && consoles[0]?.target?.type === "serial";
  const devices = [...Object.values(others).flat(), ...isPort ? consoles.slice(1) : consoles] as readonly unknown[];
  const taken = new Set<string>();
  for (const device of devices) {
    const alias = (device as Named | undefined)?.alias;
    if (alias === undefined || !isUserAlias(alias)) continue;
    if (taken.has(alias)) refuseUnsupported(`non unique alias detected: ${alias}`);
    taken.add(alias);
  }
  return domain;
}
