/**
 * The storage volumes of a connection, whatever pool they are in.
 *
 * @module
 */

import type { StorageVolumeRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Section } from "../handle.ts";
import { StorageVolume } from "./storage_volume.ts";

/** Volumes by what names them on the whole host: `connection.storageVolumes`. A pool lists its own. */
export class StorageVolumes extends Section {
  /** The volume with this key (`virStorageVolLookupByKey`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupByKey(key: string, options?: CallOptions): Promise<StorageVolume> {
    const call = "virStorageVolLookupByKey";
    return this.from(await this.session.invoke(call, "storageVolumes", "lookupByKey", [key], options));
  }

  /** The volume at this path (`virStorageVolLookupByPath`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupByPath(path: string, options?: CallOptions): Promise<StorageVolume> {
    const call = "virStorageVolLookupByPath";
    return this.from(await this.session.invoke(call, "storageVolumes", "lookupByPath", [path], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a volume. */
  from(reference: StorageVolumeRef): StorageVolume {
    return new StorageVolume(this.session, reference);
  }
}
