/**
 * The test driver: a complete hypervisor in memory, opened as `test:///default` or as the file that describes it.
 *
 * It forgets everything when it is closed. It is what a first run uses where no hypervisor is installed, the fixture of
 * every door's tests, and the folder to copy for a new driver.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ConnectionUri, Driver, DriverConnection, OpenOptions } from "../contract.ts";
import { authenticate } from "./authenticate.ts";
import { connect } from "./connection.ts";
import { DEFAULT_NODE } from "./default_node.ts";
import { detect } from "./detect.ts";
import { createHypervisor, type HypervisorOptions } from "./hypervisor.ts";
import { readNodeFile } from "./read_node_file.ts";

export { createManualClock, type ManualClock } from "./manual_clock.ts";
export type { HypervisorOptions } from "./hypervisor.ts";
export type { ScriptedFailure, ScriptRule } from "./script.ts";

/** The URI of the one hypervisor that everybody shares. */
const DEFAULT_URI = "test:///default";

/** The driver of the hypervisor in memory. */
export const driver: Driver = createTestDriver();

/** The driver with a clock, ids and a script of the caller's own, for tests of other programs. */
export function createTestDriver(options: HypervisorOptions = {}): Driver {
  return {
    id: "test",
    title: "Test (in memory)",
    reach: "local",
    uriSchemes: ["test"],
    localUri: () => DEFAULT_URI,
    standIn: true,
    detect,
    shares: ({ path }) => path === "/default",
    open: (target, given) => open(target, given, options),
  };
}

async function open(
  target: ConnectionUri,
  { host, signal }: OpenOptions,
  options: HypervisorOptions,
): Promise<DriverConnection> {
  signal?.throwIfAborted();
  const { path } = target;
  if (path === "" || path === "/") {
    throw new VirtError("VIR_ERR_INVALID_ARG", "testOpen: supply a path or use test:///default", {
      domain: "VIR_FROM_TEST",
      hint: `Open ${DEFAULT_URI}`,
    });
  }
  const isDefault = path === "/default";
  const node = isDefault ? DEFAULT_NODE : await readNodeFile(path, host.files);
  authenticate(node.users, target);
  return connect(createHypervisor({ uri: isDefault ? DEFAULT_URI : `test://${path}`, node }, host, options));
}
