/**
 * A volume of another size, by the rules of libvirt's storage driver.
 *
 * @module
 */

import { toInteger64 } from "../../base/integer64.ts";
import type { StorageVolume } from "../../conf/storage_volume/document.ts";
import type { StorageVolumeResizeFlags } from "../../model/storage_volume.ts";
import { failure } from "./errors.ts";

/** What is wanted, and what there is. */
export interface ResizeOptions {
  /** Bytes: of all, or of the difference. */
  readonly capacity: bigint;
  readonly flags: StorageVolumeResizeFlags;
  /** Bytes that the pool has left. */
  readonly available: bigint;
}

/**
 * The volume after it.
 *
 * @throws VirtError where it would lose data, or has no room
 */
export function resized(volume: StorageVolume, { capacity, flags, available }: ResizeOptions): StorageVolume {
  const [now, allocated] = [BigInt(volume.capacity), BigInt(volume.allocation)];
  const smaller = now - (capacity < now ? capacity : now);
  const wanted = flags.delta ? (flags.shrink ? smaller : now + capacity) : capacity;
  if (wanted < allocated) throw refused("VIR_ERR_INVALID_ARG", "can't shrink capacity below existing allocation");
  if (wanted < now && !flags.shrink) {
    const unless = "unless shrink flag explicitly specified";
    throw refused("VIR_ERR_INVALID_ARG", `Can't shrink capacity below current capacity ${unless}`);
  }
  if (flags.allocate && wanted - allocated > available) {
    throw refused("VIR_ERR_OPERATION_FAILED", "Not enough space left in storage pool");
  }
  const allocation = flags.allocate ? toInteger64(wanted) : volume.allocation;
  return { ...volume, capacity: toInteger64(wanted), allocation };
}

function refused(code: "VIR_ERR_INVALID_ARG" | "VIR_ERR_OPERATION_FAILED", detail: string): Error {
  return failure(code, detail, { domain: "VIR_FROM_STORAGE" });
}
