/**
 * The test driver: a complete hypervisor in memory, opened as `test:///default` or as the file that describes it.
 *
 * It forgets everything when it is closed. It is what a first run uses where no hypervisor is installed, the fixture of
 * every door's tests, and the folder to copy for a new driver.
 *
 * @module
 */

import type { Driver } from "../contract.ts";
import { DEFAULT_URI } from "./default_uri.ts";
import { detect } from "./detect.ts";
import type { HypervisorOptions } from "./hypervisor.ts";

export { createManualClock, type ManualClock } from "./manual_clock.ts";
export type { HypervisorOptions } from "./hypervisor.ts";
export type { ScriptedFailure, ScriptRule } from "./script.ts";

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
    // Loaded when it is opened: nobody who has another hypervisor is to wait for it.
    open: async (target, given) => (await import("./open.ts")).open(target, given, options),
  };
}
