/**
 * Users and groups, from texts in the form of passwd(5) and group(5).
 *
 * @module
 */

/** A user. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/** A group with those of its members who have another one as their first. */
export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** Users in the order of the file; lines that are none are passed over. */
export function parsePasswd(text: string): User[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = "", , home = ""] = line.split(":");
    return name !== "" && isId(uid) && isId(gid) ? [{ name, uid: Number(uid), gid: Number(gid), home }] : [];
  });
}

/** Groups in the order of the file; lines that are none are passed over. */
export function parseGroup(text: string): Group[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", , gid = "", members = ""] = line.split(":");
    return name !== "" && isId(gid) ? [{ name, gid: Number(gid), members: members.split(",").filter(Boolean) }] : [];
  });
}

function isId(text: string): boolean {
  return /^\d{1,10}$/.test(text);
}
