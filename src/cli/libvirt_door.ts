/**
 * Opening libvirt's door as a person configured it.
 *
 * @module
 */

import type { HypervisorPool } from "../api/hypervisor_pool.ts";
import { openWith } from "../api/open.ts";
import { defined } from "../base/defined.ts";
import type { Log } from "../base/log.ts";
import { drivers } from "../drivers/registry.ts";
import type { Host } from "../host/host.ts";
import type { AuthenticationMethod } from "../rpc/auth/authentication.ts";
import { parseSaslUsers } from "../rpc/auth/sasl_users.ts";
import { parseListenFds } from "../rpc/parse_listen_fds.ts";
import { type RpcServer, serveRpc, type TcpListener, type TlsListener, type UnixListener } from "../rpc/serve.ts";
import { askPolkit } from "./ask_polkit.ts";
import { chooseHypervisor } from "./choose_hypervisor.ts";
import { driverSettings } from "./compose.ts";
import { parseAddress, parseLoopback } from "./config/check_value.ts";
import type { Configuration } from "./config/configuration.ts";
import { libvirtPaths } from "./config/libvirt_settings.ts";
import { ConfigError } from "./failure.ts";
import { groupNumber } from "./group_number.ts";

/** What the door is opened with. */
export interface LibvirtDoorOptions {
  readonly host: Host;
  readonly configuration: Configuration;
  readonly log: Log;
  /** The hypervisors that the agent has open, too. */
  readonly pool: HypervisorPool;
}

/** Opens the door; undefined where the configuration names no place for it. */
export async function openLibvirtDoor(options: LibvirtDoorOptions): Promise<RpcServer | undefined> {
  const { host, configuration, log, pool } = options;
  const inherited = parseListenFds({ pid: host.env.pid, get: (name) => host.env.get(name) });
  // What systemd holds is not bound a second time.
  const unix = inherited.length > 0 ? [] : await unixListeners(options);
  const tcp = await tcpListener(options);
  const tls = await tlsListener(options);
  if (unix.length + inherited.length === 0 && tcp === undefined && tls === undefined) return undefined;
  const authentication = await methodOf(options, configuration.get("libvirt.auth"));
  const uri = configuration.get("uri");
  // A client of this machine may not make it a client of others.
  const local = drivers.filter(({ reach }) => reach === "local");
  return await serveRpc({
    host,
    log,
    limits: { clients: configuration.get("libvirt.max_clients") },
    unix: unix.map((listener) => ({ ...listener, authentication })),
    inherited: inherited.map((socket) => ({ ...socket, authentication })),
    ...defined({ tcp, tls }),
    open: (name, { readOnly, identity, signal }) =>
      openWith(chooseHypervisor(name, uri), {
        drivers: local,
        host,
        log,
        pool,
        settings: driverSettings(configuration),
        readOnly,
        identity,
        signal,
      }),
  });
}

type Place = Omit<UnixListener, "authentication">;

async function unixListeners({ host, configuration }: LibvirtDoorOptions): Promise<readonly Place[]> {
  const group = configuration.get("libvirt.socket_group");
  const gid = group === "" ? undefined : await groupNumber(host, { key: "libvirt.socket_group", group });
  const agentSocket = configuration.get("agent.socket");
  const folder = agentSocket.slice(0, agentSocket.lastIndexOf("/"));
  const facts = { uid: host.env.uid, get: (name: string) => host.env.get(name) };
  const own = libvirtPaths(facts);
  const compatible = configuration.get("libvirt.compatible_paths");
  const both = [
    { path: configuration.get("libvirt.socket") || `${folder}/libvirt-sock`, readOnly: false },
    { path: configuration.get("libvirt.socket_ro") || `${folder}/libvirt-sock-ro`, readOnly: true },
    ...(compatible ? [{ path: own.socket, readOnly: false }, { path: own.socketRo, readOnly: true }] : []),
  ];
  const modes = {
    write: configuration.get("libvirt.socket_mode"),
    read: configuration.get("libvirt.socket_ro_mode"),
  };
  return both.filter(({ path }) => path !== "off").map(({ path, readOnly }) => ({
    path,
    readOnly,
    mode: readOnly ? modes.read : modes.write,
    ...defined({ gid }),
  }));
}

async function tcpListener(options: LibvirtDoorOptions): Promise<TcpListener | undefined> {
  const address = parseLoopback(options.configuration.get("libvirt.listen_tcp"));
  if (address === undefined) return undefined;
  return { ...address, authentication: await methodOf(options, options.configuration.get("libvirt.auth_tcp")) };
}

async function tlsListener(options: LibvirtDoorOptions): Promise<TlsListener | undefined> {
  const { host, configuration } = options;
  const address = parseAddress(configuration.get("libvirt.listen_tls"));
  if (address === undefined) return undefined;
  const read = async (key: "libvirt.tls_ca" | "libvirt.tls_certificate" | "libvirt.tls_key"): Promise<string> => {
    const path = configuration.get(key);
    const text = await host.files.readText(path, { limit: 1 << 20 });
    if (text === undefined) throw new ConfigError(`"${key}" names ${path}, but there is no such file`);
    return text;
  };
  const [ca, certificate, key] = await Promise.all([
    read("libvirt.tls_ca"),
    read("libvirt.tls_certificate"),
    read("libvirt.tls_key"),
  ]);
  const names = configuration.get("libvirt.tls_allowed_names");
  return {
    ...address,
    identity: { ca, certificate, key },
    authentication: await methodOf(options, configuration.get("libvirt.auth_tls")),
    ...(names.length === 0 ? {} : { allowedNames: names }),
  };
}

async function methodOf(
  { host, configuration }: LibvirtDoorOptions,
  kind: AuthenticationMethod["kind"],
): Promise<AuthenticationMethod> {
  switch (kind) {
    case "none":
      return { kind };
    case "polkit":
      return { kind, ask: askPolkit(host.exec) };
    case "sasl": {
      const file = configuration.get("libvirt.sasl_users");
      const text = await host.files.readText(file, { limit: 1 << 20 });
      if (text === undefined) {
        throw new ConfigError(`"libvirt.sasl_users" names ${file}, but there is no such file; make it, mode 0600`);
      }
      return { kind, users: parseSaslUsers(text, file) };
    }
  }
}
