/**
 * Whom guests and their files belong to when root runs them: the user that distributions make for it, in the group of
 * the same name where there is one. That is what the host document tells as the `dac` security model.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import { readGroup, readUser } from "../../host/read_users.ts";
import type { GuestOwner } from "./describe_host.ts";
import type { QemuSettings } from "./settings.ts";

/** Debian's name, Red Hat's and SUSE's name. */
const USERS = ["libvirt-qemu", "qemu"];

/** The owner; undefined where guests run as whoever asks, and root itself where no such user was made. */
export async function guestOwner(
  host: Host,
  { root }: Pick<QemuSettings, "root">,
): Promise<GuestOwner | undefined> {
  if (host.env.uid !== 0) return undefined;
  const from = { root, problems: [] };
  const user = await readUser(host, USERS, from);
  if (user === undefined) return { uid: 0, gid: 0 };
  const group = await readGroup(host, [user.name], from);
  return { uid: user.uid, gid: group?.gid ?? user.gid };
}
