/**
 * Saying who the client is, in the way that the server asks for.
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { LibvirtClient } from "../../wire/libvirt/client/client.ts";
import { parseAuthFile } from "./parse_auth_file.ts";
import type { RemoteTarget } from "./parse_target.ts";
import { type Credentials, startScramClient } from "./scram_client.ts";

/** Ways for a client to say who it is. */
const WAYS = { none: 0, sasl: 1, polkit: 2 } as const;
const MECHANISM = "SCRAM-SHA-256";
const NONCE_DIGITS = 48;

/** Who asks, and whom. */
export interface AuthenticateOptions {
  readonly host: Host;
  readonly target: RemoteTarget;
  readonly signal?: AbortSignal;
}

/** Proves to the server who the client is. Throws `VIR_ERR_AUTH_FAILED` where that cannot be done. */
export async function authenticate(client: LibvirtClient, options: AuthenticateOptions): Promise<void> {
  const call = options.signal === undefined ? {} : { signal: options.signal };
  const { types } = await client.call("AUTH_LIST", {}, call);
  if (types.length === 0 || types.includes(WAYS.none)) return;
  if (types.includes(WAYS.polkit)) await client.call("AUTH_POLKIT", {}, call);
  else if (types.includes(WAYS.sasl)) await authenticateSasl(client, options);
  else throw refused(`the server asks for a proof of kind ${types.join(" or ")}, which nobody here knows`);
}

async function authenticateSasl(client: LibvirtClient, { host, target, signal }: AuthenticateOptions): Promise<void> {
  const call = signal === undefined ? {} : { signal };
  const { mechlist } = await client.call("AUTH_SASL_INIT", {}, call);
  if (!mechlist.split(/[\s,]+/).includes(MECHANISM)) {
    throw refused(`the server knows ${mechlist}, and this program ${MECHANISM}`);
  }
  const scram = startScramClient(await readCredentials(host, target), host.ids.hex(NONCE_DIGITS));
  const start = { mech: MECHANISM, nil: 0, data: scram.first() };
  const challenge = await client.call("AUTH_SASL_START", start, call);
  const proof = await scram.prove(challenge.data).catch((cause) => {
    throw refused(cause.message);
  });
  const last = await client.call("AUTH_SASL_STEP", { nil: 0, data: proof }, call);
  try {
    scram.verify(last.data);
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause));
  }
}

/** From the files that libvirt's clients read, the user of the URI before the file's. */
async function readCredentials(host: Host, target: RemoteTarget): Promise<Credentials> {
  const places = authFiles(host, target);
  for (const place of places) {
    const text = await host.files.readText(place);
    const found = text === undefined ? undefined : parseAuthFile(text, target.host ?? "localhost");
    const user = target.user ?? found?.user;
    if (found?.password !== undefined && user !== undefined) return { user, password: found.password };
  }
  throw refused("the server wants a name and a password, and none is known for it", `Write them to ${places[0]}`);
}

function authFiles(host: Host, { authFile }: RemoteTarget): readonly string[] {
  const named = authFile ?? host.env.get("LIBVIRT_AUTH_FILE");
  if (named !== undefined) return [named];
  const home = host.env.get("XDG_CONFIG_HOME") ?? `${host.env.get("HOME") ?? "/root"}/.config`;
  return [`${home}/libvirt/auth.conf`, "/etc/libvirt/auth.conf"];
}

function refused(detail: string, hint = "Look at what the server asks for, or use ssh or TLS"): VirtError {
  return new VirtError("VIR_ERR_AUTH_FAILED", detail, { domain: "VIR_FROM_REMOTE", step: "virConnectOpen", hint });
}
