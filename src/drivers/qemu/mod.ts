/**
 * The QEMU driver: every system emulator of this machine, with KVM where it may be used.
 *
 * Emulators are found, probed once and remembered until something they depend on changes. Nothing is started before
 * the first question, and nothing that runs guests is touched.
 *
 * @module
 */

import type { ConnectionUri, Driver, DriverConnection, OpenOptions } from "../contract.ts";
import { connect } from "./connection.ts";
import { detect } from "./detect.ts";
import { QemuProber } from "./qemu_prober.ts";
import { completeSettings, type QemuDriverOptions } from "./settings.ts";

export type { QemuDriverOptions } from "./settings.ts";

/** Makes a driver of its own: for tests, and for programs that look at recorded machines. */
export function createQemuDriver(options: QemuDriverOptions = {}): Driver {
  return {
    id: "qemu",
    title: "QEMU/KVM",
    reach: "local",
    uriSchemes: ["qemu"],
    localUri: ({ uid }) => uid === 0 ? "qemu:///system" : "qemu:///session",
    detect,
    open: (target, openOptions) => open(target, openOptions, options),
  };
}

/** The driver with what follows for this machine. */
export const driver = createQemuDriver() satisfies Driver;

async function open(
  target: ConnectionUri,
  options: OpenOptions,
  driverOptions: QemuDriverOptions,
): Promise<DriverConnection> {
  options.signal?.throwIfAborted();
  const settings = completeSettings(options.host, { ...driverOptions, ...options.settings });
  return await Promise.resolve(connect(target, options, { settings, prober: new QemuProber(options.host, settings) }));
}
