/**
 * What each built-in driver finds on this machine.
 *
 * @module
 */

import type { Detection, DetectOptions, Driver } from "../drivers/contract.ts";
import type { Host } from "../host/host.ts";
import { normaliseError } from "./normalise_error.ts";

/** A driver and what it found. */
export interface DetectedDriver {
  readonly driver: Driver;
  readonly detection: Detection;
}

/** Asks every driver at once; one that cannot even look is unhealthy, and the others are untouched. */
export function detectDrivers(
  drivers: readonly Driver[],
  host: Host,
  options: DetectOptions = {},
): Promise<readonly DetectedDriver[]> {
  return Promise.all(drivers.map(async (driver) => ({ driver, detection: await detectOne(driver, host, options) })));
}

async function detectOne(driver: Driver, host: Host, options: DetectOptions): Promise<Detection> {
  try {
    return await driver.detect(host, options);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    const { message } = normaliseError(thrown, { call: "detect", driver: driver.id });
    return { state: "unhealthy", reason: message, hint: `Run "innkeeper doctor" to see what is wrong` };
  }
}
