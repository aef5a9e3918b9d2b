/**
 * Values that name things: UUIDs and MAC addresses.
 *
 * @module
 */

import type { Value } from "./value.ts";

/** A UUID, read with dashes anywhere between bytes, kept in lower case with four dashes. */
export const uuid: Value<string> = {
  parse(text): string | undefined {
    const trimmed = text.trim();
    if (!/^(?:[- ]*[0-9a-fA-F]{2}){16}$/.test(trimmed)) return undefined;
    const digits = trimmed.replace(/[- ]/g, "").toLowerCase();
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" },
  expected: "a UUID",
  complaint: "Expected UUID",
};

/** A MAC address, kept as six pairs of lower-case digits. */
export const mac: Value<string> = {
  parse(text): string | undefined {
    if (!/^(?:[0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}$/.test(text)) return undefined;
    return text.split(":").map((pair) => pair.padStart(2, "0").toLowerCase()).join(":");
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$" },
  expected: "a MAC address",
};
