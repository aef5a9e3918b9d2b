/**
 * What names the machine: the UUID of its board, or the id its installation was given.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { IdentityFacts } from "./facts.ts";
import type { Host } from "./host.ts";

const DMI = ["/sys/devices/virtual/dmi/id/product_uuid", "/sys/class/dmi/id/product_uuid"];

/** The UUID of the board where it has a true one, else the machine id (machine-id(5)). */
export async function readIdentity(host: Host, options: FactOptions = {}): Promise<IdentityFacts> {
  const files = new FactFiles(host, options);
  for (const path of DMI) {
    const uuid = parseUuid(await files.text(path) ?? "");
    if (uuid !== undefined) return { uuid, source: "dmi" };
  }
  const uuid = parseUuid(await files.text("/etc/machine-id") ?? "");
  return uuid === undefined ? {} : { uuid, source: "machine-id" };
}

/** The UUID in its usual form; undefined for what is none, and for one digit repeated, which boards without one say. */
export function parseUuid(text: string): string | undefined {
  const digits = text.trim().toLowerCase().replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(digits) || /^(.)\1*$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
