/**
 * The remote driver: any hypervisor behind another libvirt server, or another Innkeeper, over libvirt's own protocol.
 *
 * It carries URIs of every scheme that name a transport or a host: `qemu+ssh://root@node7/system`,
 * `test+unix:///default?socket=/run/x.sock`, `qemu://node7/system` (which means TLS).
 *
 * @module
 */

import type { Driver } from "../contract.ts";
import { TRANSPORTS } from "./parse_target.ts";

/** The driver of hypervisors elsewhere. */
export const driver = {
  id: "remote",
  title: "Remote (libvirt's protocol)",
  reach: "remote",
  uriSchemes: ["remote"],
  transports: TRANSPORTS,
  detect: () => Promise.resolve({ state: "healthy", detail: "for URIs that name a transport or a host" }),
  // Loaded when it is opened: whoever has a hypervisor of this machine is not to wait for it.
  open: async (target, options) => (await import("./connection.ts")).connect(target, options),
} satisfies Driver;
