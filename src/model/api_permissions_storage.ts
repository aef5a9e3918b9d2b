/**
 * What each call about storage pools and volumes needs (the annotations of the
 * reference's protocol, release 9.0; newer calls as their older kin).
 *
 * @module
 */

import type { AccessNeed } from "./access_need.ts";

/** One row a call. */
export const STORAGE_PERMISSIONS = {
  virStoragePoolBuild: ["storage-pool.format"],
  virStoragePoolCreate: ["storage-pool.start"],
  virStoragePoolCreateXML: ["storage-pool.start", "storage-pool.write"],
  virStoragePoolDefineXML: ["storage-pool.write", "storage-pool.save"],
  virStoragePoolDelete: ["storage-pool.format"],
  virStoragePoolDestroy: ["storage-pool.stop"],
  virStoragePoolGetAutostart: ["storage-pool.read"],
  virStoragePoolGetInfo: ["storage-pool.read"],
  virStoragePoolGetXMLDesc: ["storage-pool.read"],
  virStoragePoolIsActive: ["storage-pool.read"],
  virStoragePoolIsPersistent: ["storage-pool.read"],
  virStoragePoolListAllVolumes: ["storage-pool.search-storage-vols"],
  virStoragePoolListVolumes: ["storage-pool.search-storage-vols"],
  virStoragePoolLookupByName: ["storage-pool.getattr"],
  virStoragePoolLookupByTargetPath: ["storage-pool.getattr"],
  virStoragePoolLookupByUUID: ["storage-pool.getattr"],
  virStoragePoolLookupByVolume: ["storage-pool.getattr"],
  virStoragePoolNumOfVolumes: ["storage-pool.search-storage-vols"],
  virStoragePoolRefresh: ["storage-pool.refresh"],
  virStoragePoolSetAutostart: ["storage-pool.write"],
  virStoragePoolUndefine: ["storage-pool.delete"],
  virStorageVolCreateXML: ["storage-vol.create"],
  virStorageVolCreateXMLFrom: ["storage-vol.create"],
  virStorageVolDelete: ["storage-vol.delete"],
  virStorageVolDownload: ["storage-vol.data-read"],
  virStorageVolGetInfo: ["storage-vol.read"],
  virStorageVolGetInfoFlags: ["storage-vol.read"],
  virStorageVolGetPath: ["storage-vol.read"],
  virStorageVolGetXMLDesc: ["storage-vol.read"],
  virStorageVolLookupByKey: ["storage-vol.getattr"],
  virStorageVolLookupByName: ["storage-vol.getattr"],
  virStorageVolLookupByPath: ["storage-vol.getattr"],
  virStorageVolResize: ["storage-vol.resize"],
  virStorageVolUpload: ["storage-vol.data-write"],
  virStorageVolWipe: ["storage-vol.format"],
  virStorageVolWipePattern: ["storage-vol.format"],
} as const satisfies Readonly<Record<string, readonly AccessNeed[]>>;
