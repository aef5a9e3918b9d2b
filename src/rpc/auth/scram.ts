/**
 * The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding.
 *
 * Whether there is such a user, and whether the password was right, is told at the same moment and with the same words.
 *
 * @module
 */

import { timingSafeEqual } from "@std/crypto";
import { fromBase64, toBase64 } from "../../base/base64.ts";
import { hmacSha256, saltPassword } from "../../base/scram.ts";

/** What is kept of a user: enough to check a password, not enough to be the user. */
export interface SaslUser {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly storedKey: Uint8Array<ArrayBuffer>;
  readonly serverKey: Uint8Array<ArrayBuffer>;
}

/** Those who may come in, and how one who may not is made to look the same until the end. */
export interface SaslUsers {
  find(name: string): SaslUser | undefined;
  /** The same stand-in for the same unknown name, every time. */
  decoy(name: string): Promise<SaslUser>;
}

/** What the server says; `user` with its last word. */
export interface ScramAnswer {
  readonly data: Uint8Array;
  readonly user?: string;
}

/** One exchange. */
export interface ScramServer {
  /** Takes the client's next message; undefined where it proves nothing. */
  step(data: Uint8Array): Promise<ScramAnswer | undefined>;
}

interface First {
  readonly name: string;
  readonly user: SaslUser;
  readonly known: boolean;
  readonly header: string;
  readonly nonce: string;
  /** What was said so far, and is signed in the end. */
  readonly said: string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 18;
/** The client's first message: no channel binding, perhaps another identity, a name, a nonce. */
const FIRST = /^([ny],(?:a=[^,]*)?,)(n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/;
const FINAL = /^((?:c=([A-Za-z0-9+/=]+)),r=([\x21-\x2b\x2d-\x7e]+)(?:,[^p][^,]*)*),p=([A-Za-z0-9+/=]+)$/;

/** Begins an exchange. */
export function startScram(users: SaslUsers): ScramServer {
  let first: First | undefined;
  return {
    async step(data): Promise<ScramAnswer | undefined> {
      const text = decode(data);
      if (text === undefined) return undefined;
      if (first !== undefined) return await checkFinal(first, text);
      const answer = await answerFirst(users, text);
      first = answer?.first;
      return answer && { data: encode(answer.text) };
    },
  };
}

async function answerFirst(users: SaslUsers, text: string): Promise<{ first: First; text: string } | undefined> {
  const [, header, bare, escaped, clientNonce] = FIRST.exec(text) ?? [];
  if (header === undefined || bare === undefined || escaped === undefined) return undefined;
  const name = escaped.replaceAll("=2C", ",").replaceAll("=3D", "=");
  const known = users.find(name);
  const user = known ?? await users.decoy(name);
  const nonce = `${clientNonce}${toBase64(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)))}`;
  const reply = `r=${nonce},s=${toBase64(user.salt)},i=${user.iterations}`;
  return { first: { name, user, known: known !== undefined, header, nonce, said: `${bare},${reply}` }, text: reply };
}

async function checkFinal(first: First, text: string): Promise<ScramAnswer | undefined> {
  const [, bare, binding, nonce, proofText] = FINAL.exec(text) ?? [];
  const proof = proofText === undefined ? undefined : fromBase64(proofText);
  const { user, said, header } = first;
  if (binding !== toBase64(encode(header)) || nonce !== first.nonce || proof?.length !== KEY_BYTES) return undefined;
  const all = encode(`${said},${bare}`);
  const signature = await hmacSha256(user.storedKey, all);
  const clientKey = proof.map((byte, index) => byte ^ (signature[index] ?? 0));
  const stored = new Uint8Array(await crypto.subtle.digest("SHA-256", clientKey));
  if (!timingSafeEqual(stored, user.storedKey) || !first.known) return undefined;
  return { data: encode(`v=${toBase64(await hmacSha256(user.serverKey, all))}`), user: first.name };
}

/** What is kept of a user with this password (RFC 5802 section 3). */
export async function deriveSaslUser(
  password: string,
  { salt, iterations }: Pick<SaslUser, "salt" | "iterations">,
): Promise<SaslUser> {
  const salted = await saltPassword(password, { salt, iterations });
  const clientKey = await hmacSha256(salted, encode("Client Key"));
  return {
    iterations,
    salt,
    storedKey: new Uint8Array(await crypto.subtle.digest("SHA-256", clientKey)),
    serverKey: await hmacSha256(salted, encode("Server Key")),
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
