/**
 * The remote driver: any hypervisor behind another libvirt server, or another Innkeeper, over libvirt's own protocol.
 *
 * It carries URIs of every scheme that name a transport or a host: `qemu+ssh://root@node7/system`,
 * `test+unix:///default?socket=/run/x.sock`, `qemu://node7/system` (which means TLS).
 *
 * @module
 */

import type { Driver } from "../contract.ts";
import { connect } from "./connection.ts";
import { TRANSPORTS } from "./parse_target.ts";

/** The driver of hypervisors elsewhere. */
export const driver = {
  id: "remote",
  title: "Remote (libvirt's protocol)",
  reach: "remote",
  uriSchemes: ["remote"],
  transports: TRANSPORTS,
  detect: () => Promise.resolve({ state: "healthy", detail: "for URIs that name a transport or a host" }),
  open: connect,
} satisfies Driver;
