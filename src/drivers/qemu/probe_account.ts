/**
 * Whom emulators run as: what a person configured, otherwise the users that distributions make for it.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import { readGroup, readUser } from "../../host/read_users.ts";
import type { Account } from "./validity/read_host_facts.ts";

/** Debian's name, Red Hat's and SUSE's name, and everybody's last resort. */
const USERS = ["libvirt-qemu", "qemu", "nobody"];
const KVM_GROUP = "kvm";

/** Which user is wanted. */
export interface ProbeAccountOptions {
  /** A name or a number from a configuration. */
  readonly configured?: string;
  /** @default {""} */
  readonly root?: string;
}

/**
 * The account for emulators, in the group that may use KVM where there is one; `undefined` where we are not root and
 * can be nobody else. Throws when the configured user does not exist.
 */
export async function probeAccount(host: Host, options: ProbeAccountOptions = {}): Promise<Account | undefined> {
  if (host.env.uid !== 0) return undefined;
  const { configured, root = "" } = options;
  const user = await readUser(host, configured === undefined ? USERS : [configured], { root });
  if (user === undefined) {
    if (configured === undefined) return undefined;
    throw new Error(`Cannot probe as "${configured}": there is no such user; create it or change probe user`);
  }
  // A user whom somebody chose keeps its own rights.
  const group = configured === undefined ? await readGroup(host, [KVM_GROUP], { root }) : undefined;
  const member = user.gids.length > 1 ? await readGroup(host, [KVM_GROUP], { root }) : undefined;
  const gid = group?.gid ?? (member !== undefined && user.gids.includes(member.gid) ? member.gid : user.gid);
  return { uid: user.uid, gid };
}
