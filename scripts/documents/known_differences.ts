/**
 * Documents of which we say something else than the reference, and why.
 *
 * @module
 */

/** Reasons by folder and file. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  "qemuxml2argvdata/net-user-passt.xml":
    "A program that this release of the reference was built without: same code and words, another domain of the error",
  "qemuxml2argvdata/seclabel-device-duplicates.xml":
    "Two mistakes in one document: the reference meets that of the guest first, we that of the disk",
  "storagepoolxml2xmlin/pool-rbd-ns-configopts.xml":
    "The reference reads these options only where its part for Ceph is installed, which it need not be",
};
