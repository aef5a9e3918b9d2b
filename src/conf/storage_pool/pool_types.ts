/**
 * Every type of storage pool: what its source is made of, which formats it and its volumes have (`storage_conf.c`,
 * release 9.0).
 *
 * @module
 */

import { IMAGE_FORMATS } from "../parts/image_formats.ts";

/** What a source may be made of. */
export type SourcePart = "host" | "device" | "dir" | "adapter" | "name" | "initiator" | "network";

/** Formats and the one that is meant where none is named. */
export interface Formats {
  readonly known: readonly string[];
  readonly default: string;
}

/** What a type of pool is. */
export interface PoolType {
  readonly source: readonly SourcePart[];
  readonly formats?: Formats;
  readonly volumeFormats?: Formats;
}

/** Formats of files, in libvirt's order. */
export const FILE_FORMATS = ["none", ...IMAGE_FORMATS] as const;

const FILES = { known: FILE_FORMATS, default: "raw" };

/** Types by name, in the order of their numbers. */
export const POOL_TYPES = {
  dir: { source: [], volumeFormats: FILES },
  fs: {
    source: ["device"],
    formats: {
      known: [
        "auto",
        "ext2",
        "ext3",
        "ext4",
        "ufs",
        "iso9660",
        "udf",
        "gfs",
        "gfs2",
        "vfat",
        "hfs+",
        "xfs",
        "ocfs2",
        "vmfs",
      ],
      default: "auto",
    },
    volumeFormats: FILES,
  },
  netfs: {
    source: ["host", "dir"],
    formats: { known: ["auto", "nfs", "glusterfs", "cifs"], default: "auto" },
    volumeFormats: FILES,
  },
  logical: { source: ["name", "device"], formats: { known: ["unknown", "lvm2"], default: "lvm2" } },
  disk: {
    source: ["device"],
    formats: {
      known: ["unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2"],
      default: "unknown",
    },
    volumeFormats: {
      known: ["none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm", "linux-raid", "extended"],
      default: "none",
    },
  },
  iscsi: { source: ["host", "device", "initiator"] },
  "iscsi-direct": { source: ["host", "device", "network", "initiator"] },
  scsi: { source: ["adapter"] },
  mpath: { source: [] },
  rbd: { source: ["host", "network", "name"], volumeFormats: FILES },
  sheepdog: { source: ["host", "network", "name"] },
  gluster: { source: ["host", "network", "name", "dir"], volumeFormats: FILES },
  zfs: { source: ["name", "device"] },
  vstorage: { source: ["name"], volumeFormats: FILES },
} as const satisfies Readonly<Record<string, PoolType>>;

/** A type of pool. */
export type PoolTypeName = keyof typeof POOL_TYPES;

/** What a type of pool is. */
export function poolTypeOf(name: PoolTypeName): PoolType {
  return POOL_TYPES[name];
}
