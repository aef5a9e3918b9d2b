/**
 * Where a URI leads: over which transport, to which place, and what is opened there.
 *
 * The rules are libvirt's (its page "Remote support", and what its client sends): the server gets the URI without
 * transport, host and the parameters that are about the way.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ConnectionUri } from "../contract.ts";

/** Ways to a server. */
export const TRANSPORTS = ["unix", "tcp", "tls", "ssh", "libssh2", "libssh", "ext"] as const;

/** A way to a server. */
export type Transport = "unix" | "tcp" | "tls" | "ssh" | "ext";

/** Where a URI leads. */
export interface RemoteTarget {
  readonly transport: Transport;
  /** The server's machine; absent for this one. */
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  /** What the server opens; empty: what it finds. */
  readonly name: string;
  /** Whether the caller's own session is meant. */
  readonly session: boolean;
  /** Path of the server's socket, where the URI names one. */
  readonly socket?: string;
  /** A program that leads to the server. */
  readonly command?: string;
  /** Folder of the TLS certificates. */
  readonly pkiPath?: string;
  /** Whether the server's certificate is checked. */
  readonly verify: boolean;
  readonly keyFile?: string;
  /** File of names and passwords. */
  readonly authFile?: string;
  /** The program that joins standard input and a socket on the server's machine. */
  readonly netcat?: string;
  /** Whether ssh may ask for a password. */
  readonly terminal: boolean;
  /** How ssh reaches the socket there. */
  readonly proxy: "auto" | "netcat" | "native";
}

/** Parameters that are about the way and not for the server. */
const OF_THE_WAY = new Set([
  "name",
  "command",
  "socket",
  "auth",
  "authfile",
  "pkipath",
  "keyfile",
  "netcat",
  "no_verify",
  "no_sanity",
  "no_tty",
  "known_hosts",
  "known_hosts_verify",
  "sshauth",
  "tls_priority",
  "mode",
  "proxy",
]);

/** Takes a URI apart. Throws `VIR_ERR_INVALID_ARG` for a transport nobody knows, or one that lacks something. */
export function parseTarget(uri: ConnectionUri): RemoteTarget {
  const { parameters } = uri;
  const get = (name: string): string | undefined => parameters.get(name) || undefined;
  const transport = transportOf(uri);
  if (transport === "ext" && get("command") === undefined) {
    throw invalid("missing 'command' parameter for the ext transport", "Add ?command=PROGRAM to the URI");
  }
  const proxy = get("proxy") ?? "auto";
  if (proxy !== "auto" && proxy !== "netcat" && proxy !== "native") {
    throw invalid(`invalid proxy type '${proxy}'`, "Write auto, netcat or native");
  }
  const optional = {
    host: uri.host,
    port: uri.port,
    user: uri.user,
    socket: get("socket"),
    command: get("command"),
    pkiPath: get("pkipath"),
    keyFile: get("keyfile"),
    authFile: get("authfile"),
    netcat: get("netcat"),
  };
  return {
    transport,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    name: get("name") ?? nameOf(uri),
    session: uri.path === "/session",
    verify: !isYes(get("no_verify")),
    terminal: !isYes(get("no_tty")),
    proxy,
  };
}

function transportOf({ transport, host }: ConnectionUri): Transport {
  switch (transport) {
    case undefined:
      return host === undefined ? "unix" : "tls";
    case "unix":
      if (host === undefined) return "unix";
      throw invalid(
        `using unix socket and remote server '${host}' is not supported`,
        "Leave the host out, or name another transport",
      );
    case "tcp":
    case "tls":
    case "ssh":
    case "ext":
      return transport;
    // Libraries that do what ssh does: the program itself serves for them.
    case "libssh":
    case "libssh2":
      return "ssh";
    default:
      throw invalid(`transport '${transport}' in URL not recognised`, `Use one of ${TRANSPORTS.join(", ")}`);
  }
}

function nameOf({ scheme, path, parameters }: ConnectionUri): string {
  if (scheme === "remote") return "";
  const rest = [...parameters].filter(([name]) => !OF_THE_WAY.has(name));
  const query = rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  return `${scheme}://${encodeURI(path)}${query === "" ? "" : `?${query}`}`;
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== "0";
}

function invalid(detail: string, hint: string): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", detail, { domain: "VIR_FROM_REMOTE", hint });
}
