/**
 * A storage pool.
 *
 * @module
 */

import type { StoragePoolInfo } from "../../drivers/contract.ts";
import type {
  StoragePoolBuildFlags,
  StoragePoolCreateFlags,
  StoragePoolDeleteFlags,
  StoragePoolRef,
  StorageVolumeCreateFlags,
  StorageVolumeRef,
  StorageXmlFlags,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { StoragePoolDocument } from "../documents.ts";
import { Handle } from "../handle.ts";
import { StorageVolume } from "./storage_volume.ts";

/** A storage pool; one that is gone answers `VIR_ERR_NO_STORAGE_POOL`. */
export class StoragePool extends Handle<StoragePoolRef> {
  /** Its name. */
  get name(): string {
    return this.reference.name;
  }

  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** Its configuration as `<pool>` (`virStoragePoolGetXMLDesc`). */
  getXml(flags: StorageXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virStoragePoolGetXMLDesc", "storagePools", "getXml", [flags], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(flags: StorageXmlFlags = {}, options?: CallOptions): Promise<StoragePoolDocument> {
    return this.parse(
      async () => (await import("../../conf/storage_pool/document.ts")).storagePool,
      this.getXml(flags, options),
    );
  }

  /** Its state, and its sizes in bytes (`virStoragePoolGetInfo`). */
  getInfo(options?: CallOptions): Promise<StoragePoolInfo> {
    return this.call("virStoragePoolGetInfo", "storagePools", "getInfo", [], options);
  }

  /** Whether it runs (`virStoragePoolIsActive`). */
  isActive(options?: CallOptions): Promise<boolean> {
    return this.call("virStoragePoolIsActive", "storagePools", "isActive", [], options);
  }

  /** Whether its configuration is kept when it stops (`virStoragePoolIsPersistent`). */
  isPersistent(options?: CallOptions): Promise<boolean> {
    return this.call("virStoragePoolIsPersistent", "storagePools", "isPersistent", [], options);
  }

  /** Forgets its configuration (`virStoragePoolUndefine`). */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolUndefine", "storagePools", "undefine", [], options);
  }

  /** Starts it, making what it lies on where the flags say so (`virStoragePoolCreate`). */
  create(flags: StoragePoolCreateFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolCreate", "storagePools", "create", [flags], options);
  }

  /** Makes what it lies on: a directory, a file system, … (`virStoragePoolBuild`). */
  build(flags: StoragePoolBuildFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolBuild", "storagePools", "build", [flags], options);
  }

  /** Stops it; what it holds stays (`virStoragePoolDestroy`). */
  destroy(options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolDestroy", "storagePools", "destroy", [], options);
  }

  /** Removes what it lies on, with all that it holds (`virStoragePoolDelete`). */
  delete(flags: StoragePoolDeleteFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolDelete", "storagePools", "delete", [flags], options);
  }

  /** Looks again what it holds (`virStoragePoolRefresh`). */
  refresh(options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolRefresh", "storagePools", "refresh", [], options);
  }

  /** Whether it starts with the host (`virStoragePoolGetAutostart`). */
  getAutostart(options?: CallOptions): Promise<boolean> {
    return this.call("virStoragePoolGetAutostart", "storagePools", "getAutostart", [], options);
  }

  /** Lets it start with the host, or not (`virStoragePoolSetAutostart`). */
  setAutostart(autostart: boolean, options?: CallOptions): Promise<void> {
    return this.call("virStoragePoolSetAutostart", "storagePools", "setAutostart", [autostart], options);
  }

  /** The volumes in it (`virStoragePoolListAllVolumes`). */
  async listVolumes(options?: CallOptions): Promise<readonly StorageVolume[]> {
    const found = await this.call("virStoragePoolListAllVolumes", "storageVolumes", "list", [], options);
    return found.map((reference) => new StorageVolume(this.session, reference));
  }

  /** The volume with this name in it (`virStorageVolLookupByName`). Throws `VIR_ERR_NO_STORAGE_VOL`. */
  async lookupVolume(name: string, options?: CallOptions): Promise<StorageVolume> {
    const found = await this.call("virStorageVolLookupByName", "storageVolumes", "lookupByName", [name], options);
    return new StorageVolume(this.session, found);
  }

  /** Makes a volume, as `<volume>` describes it (`virStorageVolCreateXML`). */
  async createVolume(xml: string, flags: StorageVolumeCreateFlags = {}, options?: CallOptions): Promise<StorageVolume> {
    const made = await this.call("virStorageVolCreateXML", "storageVolumes", "createXml", [xml, flags], options);
    return new StorageVolume(this.session, made);
  }

  /** Makes a volume with the content of another (`virStorageVolCreateXMLFrom`). */
  async createVolumeFrom(
    source: VolumeSource,
    flags: StorageVolumeCreateFlags = {},
    options?: CallOptions,
  ): Promise<StorageVolume> {
    const call = "virStorageVolCreateXMLFrom";
    const made = await this.call(call, "storageVolumes", "createXmlFrom", [source, flags], options);
    return new StorageVolume(this.session, made);
  }
}

/** What a volume is made from. */
export interface VolumeSource {
  /** The new volume, as `<volume>`. */
  readonly xml: string;
  /** Where its content comes from. */
  readonly volume: StorageVolumeRef;
}
