/**
 * The storage pools of a connection.
 *
 * @module
 */

import type {
  ListStoragePoolsFlags,
  StoragePoolCreateFlags,
  StoragePoolDefineFlags,
  StoragePoolRef,
  StorageVolumeRef,
} from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import { Section } from "../handle.ts";
import { StoragePool } from "./storage_pool.ts";

/** The storage pools of a connection: `connection.storagePools`. */
export class StoragePools extends Section {
  /** Every pool that passes the filter; an empty one passes all (`virConnectListAllStoragePools`). */
  async list(filter: ListStoragePoolsFlags = {}, options?: CallOptions): Promise<readonly StoragePool[]> {
    const found = await this.session.invoke("virConnectListAllStoragePools", "storagePools", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The pool with this name (`virStoragePoolLookupByName`). Throws `VIR_ERR_NO_STORAGE_POOL`. */
  async lookupByName(name: string, options?: CallOptions): Promise<StoragePool> {
    const call = "virStoragePoolLookupByName";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByName", [name], options));
  }

  /** The pool with this UUID (`virStoragePoolLookupByUUID`). Throws `VIR_ERR_NO_STORAGE_POOL`. */
  async lookupByUuid(uuid: string, options?: CallOptions): Promise<StoragePool> {
    const key = checkUuid(uuid, { function: "virStoragePoolLookupByUUIDString", domain: "VIR_FROM_STORAGE" });
    const call = "virStoragePoolLookupByUUID";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByUuid", [key], options));
  }

  /** The pool that a volume is in (`virStoragePoolLookupByVolume`). */
  async lookupByVolume(volume: StorageVolumeRef, options?: CallOptions): Promise<StoragePool> {
    const call = "virStoragePoolLookupByVolume";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByVolume", [volume], options));
  }

  /** The pool with this target directory or device (`virStoragePoolLookupByTargetPath`). */
  async lookupByTargetPath(path: string, options?: CallOptions): Promise<StoragePool> {
    const call = "virStoragePoolLookupByTargetPath";
    return this.from(await this.session.invoke(call, "storagePools", "lookupByTargetPath", [path], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a pool. */
  from(reference: StoragePoolRef): StoragePool {
    return new StoragePool(this.session, reference);
  }

  /** Keeps a pool's configuration without starting it (`virStoragePoolDefineXML`). */
  async define(xml: string, flags: StoragePoolDefineFlags = {}, options?: CallOptions): Promise<StoragePool> {
    const call = "virStoragePoolDefineXML";
    return this.from(await this.session.invoke(call, "storagePools", "define", [xml, flags], options));
  }

  /** Starts a pool that is gone when it stops (`virStoragePoolCreateXML`). */
  async createXml(xml: string, flags: StoragePoolCreateFlags = {}, options?: CallOptions): Promise<StoragePool> {
    const call = "virStoragePoolCreateXML";
    return this.from(await this.session.invoke(call, "storagePools", "createXml", [xml, flags], options));
  }

  /** What could be made into pools of a type, as `<sources>` (`virConnectFindStoragePoolSources`). */
  findSources(type: string, specification?: string, options?: CallOptions): Promise<string> {
    const call = "virConnectFindStoragePoolSources";
    return this.session.invoke(call, "storagePools", "findSources", [type, specification], options);
  }

  /** The types of pool there are, as `<storagepoolCapabilities>` (`virConnectGetStoragePoolCapabilities`). */
  getCapabilities(options?: CallOptions): Promise<string> {
    return this.session.invoke("virConnectGetStoragePoolCapabilities", "storagePools", "getCapabilities", [], options);
  }
}
