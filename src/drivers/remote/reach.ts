/**
 * The way to a server: a socket, a TLS connection, or a program that leads there.
 *
 * @module
 */

import type { ByteConnection, Host } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import { buildSshCommand } from "./build_ssh_command.ts";
import type { RemoteTarget } from "./parse_target.ts";
import { readTrust } from "./read_trust.ts";

/** Ports that libvirt's servers listen on. */
const PORTS = { tcp: 16509, tls: 16514 } as const;

/** A way that is open, with what can be said of it. */
export interface Way extends ByteConnection {
  /** For messages: what was connected to. */
  readonly place: string;
  /** What a program on the way said to its standard error. */
  complaint?(): string;
}

/** How to get there. */
export interface ReachOptions {
  readonly host: Host;
  readonly readOnly: boolean;
  readonly signal?: AbortSignal;
}

/** Opens the way. Throws `VIR_ERR_SYSTEM_ERROR` where nobody answers, with what was tried. */
export async function reach(target: RemoteTarget, options: ReachOptions): Promise<Way> {
  try {
    return await open(target, options);
  } catch (cause) {
    if (cause instanceof VirtError || options.signal?.aborted === true) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new VirtError("VIR_ERR_SYSTEM_ERROR", message, {
      domain: "VIR_FROM_RPC",
      step: "virConnectOpen",
      hint: "Look whether the server runs there and listens, and whether this user may reach it",
      cause,
    });
  }
}

async function open(target: RemoteTarget, { host, readOnly, signal }: ReachOptions): Promise<Way> {
  const more = signal === undefined ? {} : { signal };
  switch (target.transport) {
    case "unix": {
      const path = target.socket ?? await localSocket(host, target, readOnly);
      return { ...await host.net.connectUnix(path, more), place: path };
    }
    case "tcp": {
      const address = { host: target.host ?? "localhost", port: target.port ?? PORTS.tcp };
      return { ...await host.net.connectTcp(address, more), place: `${address.host}:${address.port}` };
    }
    case "tls":
      return await overTls(target, host, more);
    case "ssh":
      return await overProgram(host, buildSshCommand(target, readOnly));
    case "ext":
      return await overProgram(host, [target.command ?? ""]);
  }
}

/** The socket of a server on this machine: the one for this kind of hypervisor, else the one for all. */
async function localSocket(host: Host, target: RemoteTarget, readOnly: boolean): Promise<string> {
  const folder = target.session && host.env.uid !== 0
    ? `${host.env.get("XDG_RUNTIME_DIR") ?? `/run/user/${host.env.uid}`}/libvirt`
    : "/var/run/libvirt";
  const ending = readOnly && !target.session ? "-sock-ro" : "-sock";
  const scheme = /^([a-z]+):/.exec(target.name)?.[1];
  const own = `${folder}/virt${scheme}d${ending}`;
  if (scheme !== undefined && await host.files.lstat(own) !== undefined) return own;
  return `${folder}/libvirt${ending}`;
}

async function overTls(target: RemoteTarget, host: Host, more: { signal?: AbortSignal }): Promise<Way> {
  const address = { host: target.host ?? "localhost", port: target.port ?? PORTS.tls };
  const place = `${address.host}:${address.port}`;
  const connection = await host.net.connectTls(address, await readTrust(host, target), more);
  // After the handshake the server says in one byte whether it accepts the client's certificate.
  const reader = connection.readable.getReader();
  const { value } = await reader.read();
  reader.releaseLock();
  if (value?.[0] !== 1) {
    await connection[Symbol.asyncDispose]();
    throw new VirtError("VIR_ERR_RPC", "server verification (of our certificate or IP address) failed", {
      domain: "VIR_FROM_RPC",
      step: place,
      hint: "Give this machine a client certificate that the server knows",
    });
  }
  return { ...connection, readable: withFirst(value.subarray(1), connection.readable), place };
}

/** The stream with bytes put back before it. */
function withFirst(bytes: Uint8Array, stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (bytes.length === 0) return stream;
  return stream.pipeThrough(
    new TransformStream({
      start: (controller) => controller.enqueue(bytes),
    }),
  );
}

async function overProgram(host: Host, argv: readonly [string, ...string[]]): Promise<Way> {
  const child = await host.exec.spawn({ argv });
  return {
    readable: child.stdout,
    writable: child.stdin,
    place: argv[0],
    complaint: () => child.stderr().trim(),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
