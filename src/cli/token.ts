/**
 * The bearer token of the agent: a secret in a file that nobody but its owner may read.
 *
 * @module
 */

import type { Host } from "../host/host.ts";
import { ConfigError } from "./failure.ts";

/** Hexadecimal digits of a token that this program makes: 256 bits. */
const TOKEN_DIGITS = 64;

/** What a token may look like: RFC 6750 section 2.1, no shorter than what cannot be guessed. */
const TOKEN = /^[A-Za-z0-9._~+/-]{16,512}=*$/;

/** Makes a token. */
export function makeToken(host: Host): string {
  return host.ids.hex(TOKEN_DIGITS);
}

/**
 * Reads the token from its file, which is made when it is missing.
 *
 * Throws ConfigError where others than the owner may read the file, it belongs to somebody else, or it holds no token.
 */
export async function readToken(host: Host, path: string): Promise<string> {
  const { files, env } = host;
  const stat = await files.lstat(path);
  if (stat === undefined) return await createToken(host, path);
  if (stat.kind !== "file") {
    throw new ConfigError(`Cannot use "${path}" as the token: it is no file but a ${stat.kind}; remove it`);
  }
  if ((stat.mode & 0o077) !== 0) {
    const mode = stat.mode.toString(8).padStart(4, "0");
    throw new ConfigError(
      `Cannot use "${path}" as the token: its mode is ${mode}, so others may use it; chmod 0600 it`,
    );
  }
  if (stat.uid !== env.uid && stat.uid !== 0) {
    throw new ConfigError(`Cannot use "${path}" as the token: it belongs to user ${stat.uid}; chown ${env.uid} it`);
  }
  const token = (await files.readText(path, { limit: 1024 }) ?? "").trim();
  if (TOKEN.test(token)) return token;
  throw new ConfigError(
    `Cannot use "${path}" as the token: it has to hold 16 to 512 letters and digits on one line; remove it to have one made`,
  );
}

async function createToken(host: Host, path: string): Promise<string> {
  const token = makeToken(host);
  try {
    await host.files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/", { mode: 0o700 });
    await host.files.write(path, `${token}\n`, { mode: 0o600, exclusive: true });
  } catch (error) {
    throw new ConfigError(`Cannot make the token file "${path}"; set agent.token_file to one that can be made`, {
      cause: error,
    });
  }
  return token;
}
