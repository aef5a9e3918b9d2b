/**
 * Checks one value of the configuration against its row of the table.
 *
 * @module
 */

import type { SettingRow, SettingType, SettingValue } from "./schema.ts";

/** A checked value, or what is wrong with it. */
export type CheckedValue =
  | { readonly value: SettingValue; readonly problem?: undefined }
  | { readonly problem: string };

/** Checks a value that a TOML file gave. */
export function checkValue(row: SettingRow, raw: unknown): CheckedValue {
  const type = row.type;
  switch (type.kind) {
    case "number":
      return typeof raw === "number" || typeof raw === "bigint"
        ? checkNumber(row, Number(raw), type)
        : wrongType(row, "a number", raw);
    case "paths":
      return Array.isArray(raw) && raw.every((item) => typeof item === "string")
        ? checkPaths(row, raw)
        : wrongType(row, "a list of paths", raw);
    case "texts":
      return Array.isArray(raw) && raw.every((item) => typeof item === "string")
        ? { value: raw }
        : wrongType(row, "a list of texts", raw);
    case "boolean":
      return typeof raw === "boolean" ? { value: raw } : wrongType(row, "true or false", raw);
    case "mode":
      return typeof raw === "string" ? checkText(row, raw) : wrongType(row, 'an octal mode in quotes ("0660")', raw);
    default:
      return typeof raw === "string" ? checkText(row, raw) : wrongType(row, "text in quotes", raw);
  }
}

/** Checks a value that came as text: an environment variable or an option. */
export function checkText(row: SettingRow, text: string): CheckedValue {
  const type = row.type;
  switch (type.kind) {
    case "text":
      return { value: text };
    case "path":
      if (type.also?.includes(text)) return { value: text };
      return checkPaths(row, [text], (paths) => paths[0] ?? "");
    case "paths":
      return checkPaths(row, text === "" ? [] : text.split(":"));
    case "texts":
      return { value: text === "" ? [] : text.split(";") };
    case "boolean":
      return text === "true" || text === "false"
        ? { value: text === "true" }
        : { problem: `"${row.key}" takes true or false, but is "${text}"` };
    case "address":
      return text === "" || parseAddress(text) !== undefined
        ? { value: text }
        : { problem: `"${row.key}" takes an address and a port, as 192.0.2.1:16514 or [::]:16514, but is "${text}"` };
    case "number":
      return /^[+-]?\d+(\.\d+)?$/.test(text.trim())
        ? checkNumber(row, Number(text), type)
        : wrongType(row, "a number", text);
    case "mode":
      return checkMode(row, text);
    case "loopback":
      return text === "" || isLoopback(text)
        ? { value: text }
        : { problem: `"${row.key}" takes a loopback address and a port, as 127.0.0.1:8642, but is "${text}"` };
    case "choice":
      return type.choices.includes(text)
        ? { value: text }
        : { problem: `"${row.key}" takes ${type.choices.join(", ")}, but is "${text}"` };
  }
}

/** Splits `127.0.0.1:8642` or `[::1]:8642`; undefined where it is no loopback address with a port. */
export function parseLoopback(text: string): { readonly hostname: string; readonly port: number } | undefined {
  const parts = /^(127(?:\.\d{1,3}){3}|localhost|\[::1\]):(\d{1,5})$/.exec(text);
  if (parts === null) return undefined;
  const hostname = (parts[1] ?? "").replace(/^\[|\]$/g, "");
  const port = Number(parts[2]);
  const octets = hostname.startsWith("127.") ? hostname.split(".").map(Number) : [];
  return port > 65_535 || octets.some((octet) => octet > 255) ? undefined : { hostname, port };
}

/** Splits `192.0.2.1:16514`, `[::]:16514` or `host:16514`; undefined where it is no address with a port. */
export function parseAddress(text: string): { readonly hostname: string; readonly port: number } | undefined {
  const parts = /^(\[[0-9a-fA-F:.]+\]|[\w.-]+):(\d{1,5})$/.exec(text);
  if (parts === null) return undefined;
  const port = Number(parts[2]);
  return port > 65_535 ? undefined : { hostname: (parts[1] ?? "").replace(/^\[|\]$/g, ""), port };
}

function isLoopback(text: string): boolean {
  return parseLoopback(text) !== undefined;
}

function checkNumber(row: SettingRow, value: number, type: SettingType & { kind: "number" }): CheckedValue {
  if (type.whole && !Number.isInteger(value)) return { problem: `"${row.key}" takes a whole number, but is ${value}` };
  if (!(value >= type.min && value <= type.max)) {
    return { problem: `"${row.key}" takes a number from ${type.min} to ${type.max}, but is ${value}` };
  }
  return { value };
}

function checkPaths(
  row: SettingRow,
  paths: readonly string[],
  shape: (paths: readonly string[]) => SettingValue = (all) => all,
): CheckedValue {
  const wrong = paths.find((path) => !path.startsWith("/") || path.includes("\0"));
  if (wrong !== undefined) {
    return { problem: `"${row.key}" takes ${pathWord(row)} that begins with "/", but is "${wrong}"` };
  }
  return { value: shape(paths) };
}

function pathWord(row: SettingRow): string {
  return row.type.kind === "paths" ? "paths, each" : "a path";
}

function checkMode(row: SettingRow, text: string): CheckedValue {
  if (!/^0?[0-7]{3}$/.test(text)) return { problem: `"${row.key}" takes an octal mode like "0660", but is "${text}"` };
  return { value: parseInt(text, 8) };
}

function wrongType(row: SettingRow, wanted: string, raw: unknown): CheckedValue {
  return { problem: `"${row.key}" takes ${wanted}, but is ${describe(raw)}` };
}

function describe(raw: unknown): string {
  if (typeof raw === "string") return `"${raw}"`;
  if (Array.isArray(raw)) return "a list";
  if (raw instanceof Date) return "a date";
  if (typeof raw === "object" && raw !== null) return "a table";
  return String(raw);
}
