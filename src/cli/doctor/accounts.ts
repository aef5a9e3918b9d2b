/**
 * Reads the account files: who is in which group.
 *
 * @module
 */

/** Gives the group's name with the number, from the text of /etc/group. */
export function groupName(group: string, gid: number): string | undefined {
  return rowsOf(group).find((row) => row[2] === `${gid}`)?.[0];
}

/** Gives the user's name with the number, from the text of /etc/passwd. */
export function userName(passwd: string, uid: number): string | undefined {
  return rowsOf(passwd).find((row) => row[2] === `${uid}`)?.[0];
}

/** Whether a user, by name or number, is in a group, by number; undefined where there is no such user. */
export function isMember(files: { passwd: string; group: string }, user: string, gid: number): boolean | undefined {
  const row = rowsOf(files.passwd).find(([name, , uid]) => name === user || uid === user);
  if (row === undefined) return undefined;
  if (row[3] === `${gid}`) return true;
  const members = rowsOf(files.group).find((candidate) => candidate[2] === `${gid}`)?.[3]?.split(",") ?? [];
  return members.includes(row[0] ?? "");
}

function rowsOf(text: string): string[][] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(":"));
}
