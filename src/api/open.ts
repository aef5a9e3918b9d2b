/**
 * Opening a connection: find the driver that a URI names, and let it open.
 *
 * @module
 */

import type { Log } from "../base/log.ts";
import type { ConnectionUri, Driver, DriverSettings, OpenOptions } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import { chooseUri } from "./choose_uri.ts";
import { Connection } from "./connection.ts";
import type { HypervisorPool } from "./hypervisor_pool.ts";
import { normaliseError } from "./normalise_error.ts";
import { parseUri } from "./parse_uri.ts";
import type { SessionOptions } from "./session.ts";

/** How libvirt reaches another host where the URI does not say. */
const DEFAULT_TRANSPORT = "tls";

/** What a connection is opened with, where nothing is chosen for the caller. */
export interface ConnectOptions extends OpenOptions, SessionOptions {
  /** The drivers to choose from. */
  readonly drivers: readonly Driver[];
  /** Where hypervisors are that several connections share. @default {each connection opens its own} */
  readonly pool?: HypervisorPool;
}

/** What a connection to a hypervisor of this machine is opened with. */
export interface LocalOpenOptions extends SessionOptions {
  /** Where the driver says what happened. @default {silentLog} */
  readonly log?: Log;
  /** What a person has configured. */
  readonly settings?: DriverSettings;
  /** Gives up opening. */
  readonly signal?: AbortSignal;
  /** Where hypervisors are that several connections share. @default {each connection opens its own} */
  readonly pool?: HypervisorPool;
}

/**
 * Opens the hypervisor that the URI names, or the machine's own where it is left out.
 *
 * Throws {@linkcode VirtError}: `VIR_ERR_INVALID_ARG` for a URI that cannot be read, `VIR_ERR_NO_CONNECT` where no
 * driver knows its scheme, and what the driver says when it cannot open.
 */
export async function openWith(uri: string | undefined, options: ConnectOptions): Promise<Connection> {
  const { drivers, pool, access, identity, ...openOptions } = options;
  const text = uri || await chooseUri(drivers, options.host, options);
  const target = parseUri(text);
  const driver = chooseDriver(drivers, target);
  try {
    const session = { ...openOptions, ...(access && { access }), ...(identity && { identity }) };
    if (pool === undefined || !driver.shares?.(target)) {
      return new Connection(await driver.open(target, openOptions), session);
    }
    const shared = await pool.acquire(driver, target, openOptions);
    return new Connection(shared.driver, { ...session, ...shared });
  } catch (thrown) {
    throw normaliseError(thrown, { call: "virConnectOpen", driver: driver.id });
  }
}

/** The driver of the scheme, or one that carries URIs with this transport to where such a driver is. */
function chooseDriver(drivers: readonly Driver[], target: ConnectionUri): Driver {
  const { text, scheme, transport, host } = target;
  const driver = drivers.find(({ uriSchemes }) => uriSchemes.includes(scheme));
  const elsewhere = transport !== undefined || host !== undefined;
  if (driver !== undefined && !(elsewhere && driver.reach === "local")) return driver;
  const carrier = drivers.find(({ transports }) => elsewhere && transports?.includes(transport ?? DEFAULT_TRANSPORT));
  if (carrier !== undefined) return carrier;
  if (driver === undefined) {
    throw new VirtError("VIR_ERR_NO_CONNECT", text, {
      step: "virConnectOpen",
      hint: `The schemes known here are ${drivers.flatMap(({ uriSchemes }) => uriSchemes).join(", ")}`,
    });
  }
  const here = `${scheme}://${target.path}`;
  throw new VirtError("VIR_ERR_NO_CONNECT", `${text}: only hypervisors of this machine are supported`, {
    step: "virConnectOpen",
    hint: host === undefined ? `Open ${here}` : `Run this program on ${host}, and open ${here} there`,
  });
}
