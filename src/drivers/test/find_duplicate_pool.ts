/**
 * Whether two storage pools would be of the same storage, which libvirt does not allow.
 *
 * @module
 */

import type { StoragePool } from "../../conf/storage_pool/document.ts";

/** Types whose sources are devices of the host. */
const OF_DEVICES: ReadonlySet<StoragePool["type"]> = new Set(["iscsi", "fs", "logical", "disk", "zfs"] as const);

/** Whether both are of the same storage. */
export function sharesSource(one: StoragePool, other: StoragePool): boolean {
  if (OF_DEVICES.has(one.type) && OF_DEVICES.has(other.type)) return shareDevices(one, other);
  if (one.type !== other.type) return false;
  switch (one.type) {
    case "dir":
      return one.target?.path === other.target?.path;
    case "gluster":
      return one.source.name === other.source.name && one.source.dir === other.source.dir && shareHost(one, other);
    case "netfs":
      return one.source.dir === other.source.dir && shareHost(one, other);
    case "scsi":
      return shareAdapter(one, other);
    case "sheepdog":
      return shareHost(one, other);
    case "mpath":
      return true;
    case "vstorage":
      return one.source.name === other.source.name;
    default:
      return false;
  }
}

function shareDevices(one: StoragePool, other: StoragePool): boolean {
  if ((one.type === "iscsi") !== (other.type === "iscsi")) return false;
  const paths = new Set(one.source.devices?.map(({ path }) => path));
  if (!other.source.devices?.some(({ path }) => paths.has(path))) return false;
  return one.type !== "iscsi" || (shareHost(one, other) && one.source.initiator === other.source.initiator);
}

/** Whether each has one host, and it is the same. */
function shareHost(one: StoragePool, other: StoragePool): boolean {
  const [mine, ...more] = one.source.hosts ?? [];
  const [theirs, ...others] = other.source.hosts ?? [];
  if (mine === undefined || theirs === undefined || more.length + others.length > 0) return false;
  if (mine.port !== undefined && theirs.port !== undefined && mine.port !== theirs.port) return false;
  return mine.name === theirs.name;
}

function shareAdapter(one: StoragePool, other: StoragePool): boolean {
  const [mine, theirs] = [one.source.adapter, other.source.adapter];
  if (mine?.type !== theirs?.type) return false;
  if (mine?.type === "fc_host") return mine.wwnn === theirs?.wwnn && mine.wwpn === theirs?.wwpn;
  const number = (name: string | undefined): string | undefined => /^(?:scsi_)?host(\d+)$/.exec(name ?? "")?.[1];
  return number(mine?.name) !== undefined && number(mine?.name) === number(theirs?.name);
}
