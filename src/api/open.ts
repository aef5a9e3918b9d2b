/**
 * Opening a connection: find the driver that a URI names, and let it open.
 *
 * @module
 */

import type { Log } from "../base/log.ts";
import type { Driver, DriverSettings, OpenOptions } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import { chooseUri } from "./choose_uri.ts";
import { Connection } from "./connection.ts";
import { normaliseError } from "./normalise_error.ts";
import { parseUri } from "./parse_uri.ts";

/** What a connection is opened with, where nothing is chosen for the caller. */
export interface ConnectOptions extends OpenOptions {
  /** The drivers to choose from. */
  readonly drivers: readonly Driver[];
}

/** What a connection to a hypervisor of this machine is opened with. */
export interface LocalOpenOptions {
  /** Where the driver says what happened. @default {silentLog} */
  readonly log?: Log;
  /** When true nothing may be changed through the connection. @default {false} */
  readonly readOnly?: boolean;
  /** What a person has configured. */
  readonly settings?: DriverSettings;
  /** Gives up opening. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the hypervisor that the URI names, or the machine's own where it is left out.
 *
 * Throws {@linkcode VirtError}: `VIR_ERR_INVALID_ARG` for a URI that cannot be read, `VIR_ERR_NO_CONNECT` where no
 * driver knows its scheme, and what the driver says when it cannot open.
 */
export async function openWith(uri: string | undefined, options: ConnectOptions): Promise<Connection> {
  const { drivers, ...openOptions } = options;
  const text = uri || await chooseUri(drivers, options.host, options);
  const target = parseUri(text);
  const driver = drivers.find(({ uriSchemes }) => uriSchemes.includes(target.scheme));
  if (driver === undefined) {
    throw new VirtError("VIR_ERR_NO_CONNECT", text, {
      step: "virConnectOpen",
      hint: `The schemes known here are ${drivers.flatMap(({ uriSchemes }) => uriSchemes).join(", ")}`,
    });
  }
  if (driver.reach === "local" && (target.transport !== undefined || target.host !== undefined)) {
    const here = `${target.scheme}://${target.path}`;
    throw new VirtError("VIR_ERR_NO_CONNECT", `${text}: only hypervisors of this machine are supported`, {
      step: "virConnectOpen",
      hint: target.host === undefined ? `Open ${here}` : `Run this program on ${target.host}, and open ${here} there`,
    });
  }
  try {
    return new Connection(await driver.open(target, openOptions), openOptions);
  } catch (thrown) {
    throw normaliseError(thrown, { call: "virConnectOpen", driver: driver.id });
  }
}
