/**
 * What a client says before anything else: who it is, and what it wants opened.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { LibvirtClient, type ServerEvent } from "../../wire/libvirt/client/client.ts";
import { authenticate } from "./authenticate.ts";
import type { RemoteTarget } from "./parse_target.ts";
import { reach, type ReachOptions } from "./reach.ts";

/** Features that a client asks a server about (`virDrvFeature`). */
const FEATURES = { keepalive: 10, eventCallback: 14, closeCallback: 15 } as const;

/** A server that has opened what was asked for. */
export interface OpenServer extends AsyncDisposable {
  readonly client: LibvirtClient;
  /** What it opened, in its own words. */
  readonly uri: string;
  readonly knowsKeepalive: boolean;
  readonly knowsCallbacks: boolean;
}

/** How to open. */
export interface OpenServerOptions extends ReachOptions {
  readonly onEvent: (event: ServerEvent) => void;
}

/** Connects and opens. Throws what is in the way, and then leaves nothing behind. */
export async function openServer(target: RemoteTarget, options: OpenServerOptions): Promise<OpenServer> {
  const way = await reach(target, options);
  const client = new LibvirtClient(way, { onEvent: options.onEvent });
  async function close(): Promise<void> {
    await client[Symbol.asyncDispose]();
    await way[Symbol.asyncDispose]();
  }
  try {
    const call = options.signal === undefined ? {} : { signal: options.signal };
    await authenticate(client, { ...options, target });
    await client.call("CONNECT_OPEN", { name: target.name, flags: options.readOnly ? 1 : 0 }, call);
    const has = async (feature: number): Promise<boolean> =>
      (await client.call("CONNECT_SUPPORTS_FEATURE", { feature }, call)).supported === 1;
    const [{ uri }, knowsKeepalive, knowsCallbacks] = await Promise.all([
      client.call("CONNECT_GET_URI", {}, call),
      has(FEATURES.keepalive),
      has(FEATURES.eventCallback),
    ]);
    return { client, uri, knowsKeepalive, knowsCallbacks, [Symbol.asyncDispose]: close };
  } catch (error) {
    // Read before the program on the way is ended.
    const complaint = way.complaint?.() ?? "";
    await close();
    throw complaint === "" ? error : withComplaint(error, way.place, complaint);
  }
}

/** An error of a way through a program is explained by what the program said. */
function withComplaint(error: unknown, place: string, complaint: string): VirtError {
  const last = complaint.split("\n").at(-1) ?? "";
  return new VirtError("VIR_ERR_SYSTEM_ERROR", `Cannot recv data: ${last}`, {
    domain: "VIR_FROM_RPC",
    step: place,
    hint: `Try the same with "${place}" by hand`,
    cause: error,
  });
}
