/**
 * The test driver: a complete hypervisor in memory, opened as `test:///default`.
 *
 * It touches nothing of the machine it runs on and forgets everything when it is closed. It is what a first run uses
 * where no hypervisor is installed, the fixture of every door's tests, and the folder to copy for a new driver.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ConnectionUri, Driver, DriverConnection, OpenOptions } from "../contract.ts";
import { domainDocument, hostDocument } from "./capabilities.ts";
import { detect } from "./detect.ts";
import { createEmulators } from "./emulators.ts";

/** The URI of the one hypervisor this driver has. */
const DEFAULT_URI = "test:///default";

/** The driver of the hypervisor in memory. */
export const driver = {
  id: "test",
  title: "Test (in memory)",
  reach: "local",
  uriSchemes: ["test"],
  localUri: () => DEFAULT_URI,
  standIn: true,
  detect,
  open,
} satisfies Driver;

function open(target: ConnectionUri, { host, signal }: OpenOptions): Promise<DriverConnection> {
  signal?.throwIfAborted();
  const refusal = refuse(target);
  if (refusal !== undefined) return Promise.reject(refusal);
  return Promise.resolve({
    driver: "test",
    uri: DEFAULT_URI,
    type: "TEST",
    capabilities: {
      host: () => Promise.resolve(hostDocument()),
      domain: (query) => Promise.try(domainDocument, query),
    },
    emulators: createEmulators(host.clock),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

function refuse({ path, text }: ConnectionUri): VirtError | undefined {
  const hint = `Open ${DEFAULT_URI}`;
  if (path === "" || path === "/") {
    return new VirtError("VIR_ERR_INVALID_ARG", `"${text}" names no hypervisor`, { domain: "VIR_FROM_TEST", hint });
  }
  if (path !== "/default") {
    const detail = `a test hypervisor described by the file "${path}"`;
    return new VirtError("VIR_ERR_OPERATION_UNSUPPORTED", detail, { domain: "VIR_FROM_TEST", hint });
  }
  return undefined;
}
