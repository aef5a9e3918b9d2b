/**
 * The number of a group that the configuration names.
 *
 * @module
 */

import type { Host } from "../host/host.ts";
import { ConfigError } from "./failure.ts";

/** Finds the group by name or number. Throws ConfigError where there is none. */
export async function groupNumber(
  host: Host,
  { key, group }: { readonly key: string; readonly group: string },
): Promise<number> {
  if (/^\d+$/.test(group)) return Number(group);
  const lines = (await host.files.readText("/etc/group") ?? "").split("\n");
  const gid = lines.find((line) => line.startsWith(`${group}:`))?.split(":")[2];
  if (gid !== undefined && /^\d+$/.test(gid)) return Number(gid);
  throw new ConfigError(`"${key}" names "${group}", but there is no such group in /etc/group`);
}
