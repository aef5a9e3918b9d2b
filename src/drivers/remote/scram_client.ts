/**
 * The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding.
 *
 * @module
 */

import { fromBase64, toBase64 } from "../../base/base64.ts";
import { hmacSha256, saltPassword } from "../../base/scram.ts";

/** A name and its password. */
export interface Credentials {
  readonly user: string;
  /** Never logged. */
  readonly password: string;
}

/** One exchange, in the order of its methods. */
export interface ScramClient {
  /** What the client says first. */
  first(): Uint8Array;
  /** What it says to the server's challenge. Throws an error where that is none. */
  prove(challenge: Uint8Array): Promise<Uint8Array>;
  /** Throws an error where the server's last word does not prove that it knows the user. */
  verify(last: Uint8Array): void;
}

/** No channel binding, and no other identity than the user's own. */
const HEADER = "n,,";
const CHALLENGE = /^r=([\x21-\x2b\x2d-\x7e]+),s=([A-Za-z0-9+/=]+),i=(\d{1,7})(?:,.*)?$/;

/** Begins an exchange; `nonce` is random, without commas. */
export function startScramClient({ user, password }: Credentials, nonce: string): ScramClient {
  const bare = `n=${user.replaceAll("=", "=3D").replaceAll(",", "=2C")},r=${nonce}`;
  let expected: string | undefined;
  return {
    first: () => encode(HEADER + bare),
    async prove(challenge): Promise<Uint8Array> {
      const said = new TextDecoder().decode(challenge);
      const [, whole, saltText, count] = CHALLENGE.exec(said) ?? [];
      const salt = saltText === undefined ? undefined : fromBase64(saltText);
      if (whole === undefined || salt === undefined || !whole.startsWith(nonce) || whole === nonce) {
        throw new Error("The server's challenge is none");
      }
      const final = `c=${btoa(HEADER)},r=${whole}`;
      const all = encode(`${bare},${said},${final}`);
      const salted = await saltPassword(password, { salt, iterations: Number(count) });
      const clientKey = await hmacSha256(salted, encode("Client Key"));
      const stored = new Uint8Array(await crypto.subtle.digest("SHA-256", clientKey));
      const signature = await hmacSha256(stored, all);
      const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
      expected = `v=${toBase64(await hmacSha256(await hmacSha256(salted, encode("Server Key")), all))}`;
      return encode(`${final},p=${toBase64(proof)}`);
    },
    verify(last): void {
      if (expected === undefined || new TextDecoder().decode(last) !== expected) {
        throw new Error("The server does not prove that it knows the user");
      }
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
