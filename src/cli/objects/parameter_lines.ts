/**
 * Typed parameters as virsh prints them, one a line.
 *
 * @module
 */

import type { TypedRecord } from "../../api/mod.ts";

/** How one value is shown. */
export function parameterText(value: TypedRecord[string]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  // libvirt's only parameters with fractions are doubles, which C prints with six digits.
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(6) : `${value}`;
}

/** `name           : value`, in the record's order. */
export function parameterLines(
  record: TypedRecord,
  show: (value: TypedRecord[string], field: string) => string | undefined = () => undefined,
): string {
  return Object.entries(record)
    .map(([field, value]) => `${field.padEnd(15)}: ${show(value, field) ?? parameterText(value)}\n`)
    .join("");
}
