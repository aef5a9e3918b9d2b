/**
 * `innkeeper agent`: watches over this host and serves what is known, until it is told to stop.
 *
 * @module
 */

import project from "../../../deno.json" with { type: "json" };
import { startAgent } from "../../agent/agent.ts";
import { HypervisorPool } from "../../api/hypervisor_pool.ts";
import type { Log } from "../../base/log.ts";
import { drivers } from "../../drivers/registry.ts";
import type { Host } from "../../host/host.ts";
import type { SocketOptions, TcpOptions } from "../../http/serve.ts";
import type { Command, CommandContext } from "../command.ts";
import { driverSettings } from "../compose.ts";
import { parseLoopback } from "../config/check_value.ts";
import type { Configuration } from "../config/configuration.ts";
import { EXIT } from "../exit_codes.ts";
import { groupNumber } from "../group_number.ts";
import { terminalLog } from "../log.ts";
import { serveOrExplain } from "../serve.ts";
import { readToken } from "../token.ts";

/** The command. */
export const command: Command = {
  options: [
    { name: "socket", value: "PATH", setting: "agent.socket", doc: "Serve this unix socket" },
    {
      name: "listen",
      value: "ADDRESS:PORT",
      setting: "agent.listen",
      doc: "Also serve this loopback address, to callers with the token",
    },
    { name: "token-file", value: "FILE", setting: "agent.token_file", doc: "The token is in this file" },
  ],
  positionals: [],
  details: [
    "Runs in the foreground until SIGTERM or SIGINT, answers from the first moment on, and says probing of what is " +
    "not known yet. Messages go to standard error. The API is described at /openapi.json and /reference.",
  ],
  examples: [
    { line: "innkeeper agent", does: "serve the socket" },
    { line: "innkeeper agent --listen 127.0.0.1:8642", does: "serve loopback, too" },
    { line: "curl --unix-socket /run/innkeeper/innkeeper.sock http://localhost/readyz", does: "ask it" },
  ],
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { signal } = context;
  const [host, configuration] = await Promise.all([context.host(), context.configuration()]);
  const log = agentLog(context, { host, configuration });
  const socket = await socketOptions(host, configuration);
  const tcp = await tcpOptions(host, configuration);
  const uri = configuration.get("uri");
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
  await using server = await serveOrExplain({
    agent,
    version: project.version,
    log,
    socket,
    ...(tcp === undefined ? {} : { tcp }),
  });
  // Loaded when the first look was made: whoever waits for an answer is not to wait for another door.
  await agent.known();
  const { openLibvirtDoor } = await import("../libvirt_door.ts");
  await using door = await openLibvirtDoor({ host, configuration, log, pool });
  if (door !== undefined) log.info("Serving libvirt's clients", { places: door.places.join(", ") });
  log.info("Serving", { version: project.version, pid: host.env.pid, socket: server.socket, url: server.url });
  await aborted(signal);
  log.info("Stopping");
  return EXIT.ok;
}

/** Waits until the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function agentLog(
  { terminal }: CommandContext,
  { host, configuration }: { host: Host; configuration: Configuration },
): Log {
  const wanted = configuration.get("log.format");
  const format = wanted === "auto" ? (terminal.errIsTerminal ? "text" : "json") : wanted;
  return terminalLog(terminal, { level: configuration.get("log.level"), format, clock: host.clock });
}

async function socketOptions(host: Host, configuration: Configuration): Promise<SocketOptions> {
  const group = configuration.get("agent.socket_group");
  return {
    path: configuration.get("agent.socket"),
    mode: configuration.get("agent.socket_mode"),
    ...(group === "" ? {} : { gid: await groupNumber(host, { key: "agent.socket_group", group }) }),
  };
}

async function tcpOptions(host: Host, configuration: Configuration): Promise<TcpOptions | undefined> {
  const address = parseLoopback(configuration.get("agent.listen"));
  if (address === undefined) return undefined;
  const socket = configuration.get("agent.socket");
  const beside = `${socket.slice(0, socket.lastIndexOf("/"))}/innkeeper.token`;
  return { ...address, token: await readToken(host, configuration.get("agent.token_file") || beside) };
}
