/**
 * Users and groups of the machine's own files. Users of a directory service are not seen.
 *
 * @module
 */

import { FactFiles, type FactOptions } from "./fact_files.ts";
import type { Host } from "./host.ts";
import { type Group, parseGroup, parsePasswd, type User } from "./parse_users.ts";

/** A user with every group of theirs, the first one first. */
export interface UserWithGroups extends User {
  readonly gids: readonly number[];
}

/** The first of the names that is a user here; a number is a user id. */
export async function readUser(
  host: Host,
  names: readonly string[],
  options: FactOptions = {},
): Promise<UserWithGroups | undefined> {
  const files = new FactFiles(host, options);
  const users = parsePasswd(await files.text("/etc/passwd") ?? "");
  for (const name of names) {
    const user = users.find((each) => each.name === name || `${each.uid}` === name);
    if (user === undefined) continue;
    const groups = parseGroup(await files.text("/etc/group") ?? "");
    const others = groups.filter((group) => group.members.includes(user.name)).map((group) => group.gid);
    return { ...user, gids: [user.gid, ...others.filter((gid) => gid !== user.gid)] };
  }
  return undefined;
}

/** The first of the names that is a group here; a number is a group id. */
export async function readGroup(
  host: Host,
  names: readonly string[],
  options: FactOptions = {},
): Promise<Group | undefined> {
  const groups = parseGroup(await new FactFiles(host, options).text("/etc/group") ?? "");
  for (const name of names) {
    const group = groups.find((each) => each.name === name || `${each.gid}` === name);
    if (group !== undefined) return group;
  }
  return undefined;
}
