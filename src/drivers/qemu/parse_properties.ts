/**
 * Properties of devices and objects: `device-list-properties` and `qom-list-properties`.
 *
 * @module
 */

import { fieldText, readRecords } from "./schema.ts";

/** One property of a QOM type. */
export interface DeviceProperty {
  readonly name: string;
  /** Only where it is a truth value: no rule asks for another. */
  readonly defaultValue?: boolean;
}

/** The answer to either command. */
export function parseProperties(reply: unknown): DeviceProperty[] {
  const properties: DeviceProperty[] = [];
  for (const record of readRecords("device-list-properties", reply)) {
    const name = fieldText(record, "name");
    if (name === undefined) continue;
    const defaultValue = record["default-value"];
    properties.push(typeof defaultValue === "boolean" ? { name, defaultValue } : { name });
  }
  return properties;
}
