/**
 * The part of the system an error comes from, by libvirt's names and numbers (`virterror.h`, release 9.0).
 *
 * @module
 */

import type { DriverId } from "./driver_id.ts";

/** Names in the order of their numbers, from 0. */
export const ERROR_DOMAINS = [
  "VIR_FROM_NONE",
  "VIR_FROM_XEN",
  "VIR_FROM_XEND",
  "VIR_FROM_XENSTORE",
  "VIR_FROM_SEXPR",
  "VIR_FROM_XML",
  "VIR_FROM_DOM",
  "VIR_FROM_RPC",
  "VIR_FROM_PROXY",
  "VIR_FROM_CONF",
  "VIR_FROM_QEMU",
  "VIR_FROM_NET",
  "VIR_FROM_TEST",
  "VIR_FROM_REMOTE",
  "VIR_FROM_OPENVZ",
  "VIR_FROM_XENXM",
  "VIR_FROM_STATS_LINUX",
  "VIR_FROM_LXC",
  "VIR_FROM_STORAGE",
  "VIR_FROM_NETWORK",
  "VIR_FROM_DOMAIN",
  "VIR_FROM_UML",
  "VIR_FROM_NODEDEV",
  "VIR_FROM_XEN_INOTIFY",
  "VIR_FROM_SECURITY",
  "VIR_FROM_VBOX",
  "VIR_FROM_INTERFACE",
  "VIR_FROM_ONE",
  "VIR_FROM_ESX",
  "VIR_FROM_PHYP",
  "VIR_FROM_SECRET",
  "VIR_FROM_CPU",
  "VIR_FROM_XENAPI",
  "VIR_FROM_NWFILTER",
  "VIR_FROM_HOOK",
  "VIR_FROM_DOMAIN_SNAPSHOT",
  "VIR_FROM_AUDIT",
  "VIR_FROM_SYSINFO",
  "VIR_FROM_STREAMS",
  "VIR_FROM_VMWARE",
  "VIR_FROM_EVENT",
  "VIR_FROM_LIBXL",
  "VIR_FROM_LOCKING",
  "VIR_FROM_HYPERV",
  "VIR_FROM_CAPABILITIES",
  "VIR_FROM_URI",
  "VIR_FROM_AUTH",
  "VIR_FROM_DBUS",
  "VIR_FROM_PARALLELS",
  "VIR_FROM_DEVICE",
  "VIR_FROM_SSH",
  "VIR_FROM_LOCKSPACE",
  "VIR_FROM_INITCTL",
  "VIR_FROM_IDENTITY",
  "VIR_FROM_CGROUP",
  "VIR_FROM_ACCESS",
  "VIR_FROM_SYSTEMD",
  "VIR_FROM_BHYVE",
  "VIR_FROM_CRYPTO",
  "VIR_FROM_FIREWALL",
  "VIR_FROM_POLKIT",
  "VIR_FROM_THREAD",
  "VIR_FROM_ADMIN",
  "VIR_FROM_LOGGING",
  "VIR_FROM_XENXL",
  "VIR_FROM_PERF",
  "VIR_FROM_LIBSSH",
  "VIR_FROM_RESCTRL",
  "VIR_FROM_FIREWALLD",
  "VIR_FROM_DOMAIN_CHECKPOINT",
  "VIR_FROM_TPM",
  "VIR_FROM_BPF",
  "VIR_FROM_CH",
] as const;

/** The name of an error domain: `VIR_FROM_QEMU`. */
export type ErrorDomain = (typeof ERROR_DOMAINS)[number];

const DRIVER_DOMAINS = {
  test: "VIR_FROM_TEST",
  qemu: "VIR_FROM_QEMU",
  lxc: "VIR_FROM_LXC",
  xen: "VIR_FROM_LIBXL",
  bhyve: "VIR_FROM_BHYVE",
  vz: "VIR_FROM_PARALLELS",
  esx: "VIR_FROM_ESX",
  vmware: "VIR_FROM_VMWARE",
  hyperv: "VIR_FROM_HYPERV",
  vbox: "VIR_FROM_VBOX",
  phyp: "VIR_FROM_PHYP",
  remote: "VIR_FROM_REMOTE",
} as const satisfies Readonly<Record<DriverId, ErrorDomain>>;

/** The number a domain has on the wire. */
export function errorDomainNumber(domain: ErrorDomain): number {
  return ERROR_DOMAINS.indexOf(domain);
}

/** The domain that a driver's errors carry. */
export function errorDomainOf(driver: DriverId): ErrorDomain {
  return DRIVER_DOMAINS[driver];
}
