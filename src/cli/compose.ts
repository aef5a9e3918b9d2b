/**
 * Where the real parts are put together: the machine, the drivers that are built in, and what a person configured.
 *
 * @module
 */

import type { Connection } from "../api/connection.ts";
import { type Log, silentLog } from "../base/log.ts";
import type { Driver, DriverSettings } from "../drivers/contract.ts";
import type { CommandContext } from "./command.ts";
import type { Configuration } from "./config/configuration.ts";
import { terminalLog } from "./log.ts";

/** How to connect. */
export interface ConnectOptions {
  /** Where the driver says what happened. @default warnings and errors, to standard error */
  readonly log?: Log;
  /** True where the caller reports for itself what a log would say. @default {false} */
  readonly silent?: boolean;
}

/** Opens the connection that the command line, the configuration or this host names. */
export async function connect(context: CommandContext, options: ConnectOptions = {}): Promise<Connection> {
  const { terminal, signal } = context;
  const [{ openWith }, { drivers }, host, configuration] = await Promise.all([
    import("../api/open.ts"),
    import("../drivers/registry.ts"),
    context.host(),
    context.configuration(),
  ]);
  const uri = configuration.get("uri") || undefined;
  const log = options.silent
    ? silentLog
    : options.log ?? terminalLog(terminal, { level: "warn", format: "text", clock: host.clock });
  const connection = await openWith(uri, { drivers, host, log, signal, settings: driverSettings(configuration) });
  if (uri === undefined && isStandIn(connection, drivers)) {
    log.warn(
      `No hypervisor was found on this host: the answers are those of ${connection.getUri()}, which is in memory`,
    );
  }
  return connection;
}

/** Whether a connection is to a hypervisor that only stands in where no other is at home. */
export function isStandIn(connection: Connection, drivers: readonly Driver[]): boolean {
  return drivers.some(({ id, standIn }) => standIn === true && id === connection.getDriver());
}

/** Gives what the configuration says to drivers. */
export function driverSettings(configuration: Configuration): DriverSettings {
  const workers = configuration.get("probe.workers");
  const user = configuration.get("probe.user");
  return {
    cacheDirectory: configuration.get("cache.directory"),
    probeDeadlineMs: configuration.get("probe.deadline") * 1_000,
    extraEmulators: configuration.get("probe.emulators"),
    ...(workers === 0 ? {} : { probeWorkers: workers }),
    ...(user === "" ? {} : { probeUser: user }),
  };
}
