/**
 * The kinds of virtualisation a guest can ask for, by libvirt's names (`<domain type='…'>`, release 9.0).
 *
 * @module
 */

/** Every virtualisation type, in libvirt's order. */
export const VIRT_TYPES = [
  "qemu",
  "kqemu",
  "kvm",
  "xen",
  "lxc",
  "uml",
  "openvz",
  "test",
  "vmware",
  "hyperv",
  "vbox",
  "phyp",
  "parallels",
  "bhyve",
  "vz",
  "hvf",
] as const;

/** A virtualisation type: `kvm`. */
export type VirtType = (typeof VIRT_TYPES)[number];

/** Whether a text names a virtualisation type. */
export function isVirtType(text: string): text is VirtType {
  return (VIRT_TYPES as readonly string[]).includes(text);
}
