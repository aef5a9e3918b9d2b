/**
 * The names of the drivers.
 *
 * @module
 */

/** Every hypervisor family the project drives; the registry holds those that are built. */
export type DriverId =
  | "test"
  | "qemu"
  | "lxc"
  | "xen"
  | "bhyve"
  | "vz"
  | "esx"
  | "vmware"
  | "hyperv"
  | "vbox"
  | "phyp"
  | "remote";
