/**
 * Which hypervisor is meant when none is named.
 *
 * @module
 */

import type { DetectOptions, Driver } from "../drivers/contract.ts";
import type { Host } from "../host/host.ts";
import { VirtError } from "../model/error.ts";

/** The variable with which libvirt's clients name their default connection. */
export const DEFAULT_URI_VARIABLE = "LIBVIRT_DEFAULT_URI";

/**
 * The URI to open when none is given: what the environment names, else the first local hypervisor of the list that is
 * here, healthy or not.
 *
 * Throws {@linkcode VirtError} with `VIR_ERR_NO_CONNECT` where none is.
 */
export async function chooseUri(
  drivers: readonly Driver[],
  host: Host,
  options: DetectOptions = {},
): Promise<string> {
  const named = host.env.get(DEFAULT_URI_VARIABLE);
  if (named) return named;
  for (const driver of drivers) {
    if (driver.localUri === undefined) continue;
    const { state } = await driver.detect(host, options);
    if (state !== "absent") return driver.localUri(host.env);
  }
  throw new VirtError("VIR_ERR_NO_CONNECT", "this machine: no hypervisor was found", {
    hint: "Install an emulator, or name a connection URI",
  });
}
