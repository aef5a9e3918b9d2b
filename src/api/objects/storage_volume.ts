/**
 * A storage volume.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type { StorageVolumeInfo, VolumeRange } from "../../drivers/contract.ts";
import type {
  StorageVolumeDeleteFlags,
  StorageVolumeInfoFlags,
  StorageVolumeRef,
  StorageVolumeResizeFlags,
  StorageVolumeWipeAlgorithm,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Handle } from "../handle.ts";
import { Stream } from "../stream.ts";

/** A storage volume; one that is gone answers `VIR_ERR_NO_STORAGE_VOL`. */
export class StorageVolume extends Handle<StorageVolumeRef> {
  /** Its name in its pool. */
  get name(): string {
    return this.reference.name;
  }

  /** What names it on the whole host: a path, mostly. */
  get key(): string {
    return this.reference.key;
  }

  /** Its description as `<volume>` (`virStorageVolGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virStorageVolGetXMLDesc", "storageVolumes", "getXml", [], options);
  }

  /** Its type, and its sizes in bytes (`virStorageVolGetInfo`, `virStorageVolGetInfoFlags`). */
  getInfo(flags?: StorageVolumeInfoFlags, options?: CallOptions): Promise<StorageVolumeInfo> {
    const call = flags === undefined ? "virStorageVolGetInfo" : "virStorageVolGetInfoFlags";
    return this.call(call, "storageVolumes", "getInfo", [flags ?? {}], options);
  }

  /** Where it is on the host (`virStorageVolGetPath`). */
  getPath(options?: CallOptions): Promise<string> {
    return this.call("virStorageVolGetPath", "storageVolumes", "getPath", [], options);
  }

  /** Removes it with its content (`virStorageVolDelete`). */
  delete(flags: StorageVolumeDeleteFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virStorageVolDelete", "storageVolumes", "delete", [flags], options);
  }

  /** Overwrites its content (`virStorageVolWipe`, `virStorageVolWipePattern`). */
  wipe(algorithm?: StorageVolumeWipeAlgorithm, options?: CallOptions): Promise<void> {
    const call = algorithm === undefined ? "virStorageVolWipe" : "virStorageVolWipePattern";
    return this.call(call, "storageVolumes", "wipe", [algorithm ?? "zero"], options);
  }

  /** Gives it another size: bytes (`virStorageVolResize`). */
  resize(capacity: Integer64, flags: StorageVolumeResizeFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virStorageVolResize", "storageVolumes", "resize", [capacity, flags], options);
  }

  /** Takes bytes into it, from an offset on (`virStorageVolUpload`). */
  async upload(range: Partial<VolumeRange> = {}, options?: CallOptions): Promise<Stream> {
    const whole = { offset: 0, length: 0, flags: {}, ...range };
    const flow = await this.call("virStorageVolUpload", "storageVolumes", "upload", [whole], options);
    return new Stream(this.session, flow);
  }

  /** Gives the bytes in it, from an offset on; with `sparseStream` holes are holes (`virStorageVolDownload`). */
  async download(range: Partial<VolumeRange> = {}, options?: CallOptions): Promise<Stream> {
    const whole = { offset: 0, length: 0, flags: {}, ...range };
    const flow = await this.call("virStorageVolDownload", "storageVolumes", "download", [whole], options);
    return new Stream(this.session, flow);
  }
}
