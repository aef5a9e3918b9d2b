/**
 * libvirt's file of names and passwords: `[credentials-NAME]` says who to be, `[auth-libvirt-HOST]` says where.
 *
 * @module
 */

import type { Credentials } from "./scram_client.ts";

/** The credentials for a host, those of `default` where it has none of its own. */
export function parseAuthFile(text: string, host: string): Partial<Credentials> | undefined {
  const groups = parseGroups(text);
  const place = groups.get(`auth-libvirt-${host}`) ?? groups.get("auth-libvirt-default");
  const name = place?.get("credentials");
  const found = name === undefined ? undefined : groups.get(`credentials-${name}`);
  if (found === undefined) return undefined;
  const [user, password] = [found.get("username") ?? found.get("authname"), found.get("password")];
  return { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
}

function parseGroups(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  let group: Map<string, string> | undefined;
  for (const line of text.split("\n")) {
    const head = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1];
    if (head !== undefined) groups.set(head, group = groups.get(head) ?? new Map());
    const [, key, value] = /^\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) group?.set(key, value);
  }
  return groups;
}
