/**
 * What the firmware tells: a date that is one, and the UUID that the guest has.
 *
 * @module
 */

import { uuid as uuidValue } from "../../shape/mod.ts";
import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse } from "./step.ts";

/** Takes the guest's UUID from the system's, or refuses two that differ. */
export function matchSystemUuid(domain: Domain, _context: NormaliseContext): Domain {
  const system = domain.sysinfo?.find(({ type }) => type === "smbios");
  const text = system?.type === "smbios" ? system.system?.uuid : undefined;
  if (text === undefined) return domain;
  const uuid = uuidValue.parse(text);
  if (uuid === undefined) refuse("malformed <sysinfo> uuid element", "VIR_ERR_XML_DETAIL");
  if (domain.uuid !== undefined && domain.uuid !== uuid) {
    refuse("UUID mismatch between <uuid> and <sysinfo>", "VIR_ERR_XML_DETAIL");
  }
  return { ...domain, uuid };
}

/** Refuses dates of firmware that are none: month, day, and a year of two or four digits. */
export function checkFirmwareDate(domain: Domain): Domain {
  for (const info of domain.sysinfo ?? []) {
    const date = info.type === "smbios" ? info.bios?.date : undefined;
    if (date === undefined) continue;
    const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(date)?.map(Number) ?? [];
    const isDate = within(month, 1, 12) && within(day, 1, 31) && (within(year, 0, 99) || within(year, 1900, Infinity));
    if (!isDate) refuse("Invalid BIOS 'date' format", "VIR_ERR_XML_DETAIL");
  }
  return domain;
}

function within(number: number | undefined, min: number, max: number): boolean {
  return number !== undefined && number >= min && number <= max;
}
