/**
 * `innkeeper start` without a guest: a first look. Probes this host, serves what is learnt on loopback, and prints the address that a
 * person opens; nothing has to be configured or installed.
 *
 * @module
 */

import project from "../../../deno.json" with { type: "json" };
import { type Agent, startAgent } from "../../agent/agent.ts";
import { HypervisorPool } from "../../api/hypervisor_pool.ts";
import type { Log } from "../../base/log.ts";
import { drivers } from "../../drivers/registry.ts";
import type { HttpServer } from "../../http/serve.ts";
import type { RpcServer } from "../../rpc/serve.ts";
import type { CommandContext } from "../command.ts";
import { driverSettings, isStandIn } from "../compose.ts";
import { parseLoopback } from "../config/check_value.ts";
import { formatEmulators, summariseEmulators } from "../emulator_table.ts";
import { EXIT } from "../exit_codes.ts";
import { describeError } from "../failure.ts";
import type { LibvirtDoorOptions } from "../libvirt_door.ts";
import { terminalLog } from "../log.ts";
import { serveOrExplain } from "../serve.ts";
import { makeToken } from "../token.ts";
import { aborted } from "./agent.ts";

const DEFAULT_ADDRESS = { hostname: "127.0.0.1", port: 8642 };

/** Longer than any probe may take with the longest deadline. */
const PATIENCE_MS = 3_600_000;

/** Looks, serves, and waits to be stopped. */
export async function firstLook(context: CommandContext): Promise<number> {
  const { terminal, signal } = context;
  const [host, configuration] = await Promise.all([context.host(), context.configuration()]);
  const log = terminalLog(terminal, { level: "warn", format: "text", clock: host.clock });
  const uri = configuration.get("uri");
  const started = host.clock.monotonic();
  const pool = new HypervisorPool();
  await using agent = startAgent({
    host,
    drivers,
    log,
    pool,
    settings: driverSettings(configuration),
    revalidateMs: configuration.get("agent.revalidate") * 1_000,
    ...(uri === "" ? {} : { uri }),
  });
  const token = makeToken(host);
  await using server = await serve({ agent, log, token, listen: configuration.get("agent.listen") });
  terminal.out(
    `Innkeeper ${project.version} looks at this host. Open this address in a browser:\n\n` +
      `  ${terminal.paint("cyan", `${server.url}?token=${token}`)}\n\nPress Ctrl-C to stop.\n`,
  );
  await agent.settled(PATIENCE_MS, { signal });
  if (!signal.aborted) await report(context, agent, host.clock.monotonic() - started);
  await using door = signal.aborted ? undefined : await openDoor({ host, configuration, log, pool });
  const [watch] = agent.openWatches();
  const place = door?.places.find((one) => one.startsWith("/"));
  if (place !== undefined && watch !== undefined) {
    const uri = watch.uri.replace("://", "+unix://");
    terminal.out(`\nlibvirt's clients are served, too:\n\n  virsh -c '${uri}?socket=${place}' list --all\n`);
  }
  await aborted(signal);
  return EXIT.ok;
}

/** Opens libvirt's door; a first look goes on without it. */
async function openDoor(options: LibvirtDoorOptions): Promise<RpcServer | undefined> {
  const { openLibvirtDoor } = await import("../libvirt_door.ts");
  try {
    return await openLibvirtDoor(options);
  } catch (error) {
    options.log.warn(`libvirt's clients are not served: ${describeError(error)}`);
    return undefined;
  }
}

async function serve(
  { agent, log, token, listen }: { agent: Agent; log: Log; token: string; listen: string },
): Promise<HttpServer> {
  const chosen = parseLoopback(listen);
  const start = (address: { hostname: string; port: number }): Promise<HttpServer> =>
    serveOrExplain({ agent, version: project.version, tcp: { ...address, token }, log });
  if (chosen !== undefined) return await start(chosen);
  try {
    return await start(DEFAULT_ADDRESS);
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof Deno.errors.AddrInUse)) throw error;
    return await start({ ...DEFAULT_ADDRESS, port: 0 });
  }
}

/** Shows what was found, for each hypervisor. */
async function report({ terminal, signal }: CommandContext, agent: Agent, elapsedMs: number): Promise<void> {
  const watches = await agent.watches();
  for (const watch of watches) {
    terminal.out(`\n${watch.uri}\n`);
    const emulators = await watch.emulators({ signal });
    if (emulators.length > 0) {
      terminal.out(formatEmulators(emulators, terminal) + summariseEmulators(emulators, elapsedMs));
    }
  }
  if (watches.length > 0 && watches.every((watch) => isStandIn(watch.connection, drivers))) {
    terminal.out("\nNo hypervisor was found on this host; this one is in memory. See: innkeeper doctor\n");
  }
}
