/**
 * The file of those who may come in by name and password: a line each, `name:SCRAM-SHA-256$iterations:salt$keys` with
 * `storedKey:serverKey` as keys (the form of RFC 5803), never the password.
 *
 * @module
 */

import { fromBase64, toBase64 } from "../../base/base64.ts";
import { hmacSha256 } from "../../base/scram.ts";
import { deriveSaslUser, type SaslUser, type SaslUsers } from "./scram.ts";

const ENTRY = /^([^:]+):SCRAM-SHA-256\$(\d{1,7}):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)$/;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** The least that RFC 7677 allows. */
const MIN_ITERATIONS = 4096;

/** Reads the file's text. Throws an error that names the line where it is not such a file. */
export function parseSaslUsers(text: string, file: string): SaslUsers {
  const users = new Map<string, SaslUser>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const entry = parseEntry(line);
    if (entry === undefined) {
      throw new Error(`${file}:${index + 1}: expected name:SCRAM-SHA-256$iterations:salt$storedKey:serverKey`);
    }
    users.set(entry.name, entry.user);
  }
  const secret = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return { find: (name) => users.get(name), decoy: (name) => makeDecoy(secret, name) };
}

/** The line of a user with this password. */
export async function formatSaslUser(name: string, password: string, iterations = MIN_ITERATIONS): Promise<string> {
  if (name === "" || /[:\n]/.test(name)) throw new Error(`"${name}" cannot be a user's name: it has a colon`);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const user = await deriveSaslUser(password, { salt, iterations });
  const [storedKey, serverKey] = [toBase64(user.storedKey), toBase64(user.serverKey)];
  return `${name}:SCRAM-SHA-256$${iterations}:${toBase64(salt)}$${storedKey}:${serverKey}`;
}

function parseEntry(line: string): { name: string; user: SaslUser } | undefined {
  const [, name, iterations, ...texts] = ENTRY.exec(line.trim()) ?? [];
  const [salt, storedKey, serverKey] = texts.map(fromBase64);
  if (name === undefined || Number(iterations) < MIN_ITERATIONS || salt === undefined || salt.length === 0) {
    return undefined;
  }
  if (storedKey?.length !== KEY_BYTES || serverKey?.length !== KEY_BYTES) return undefined;
  return { name, user: { iterations: Number(iterations), salt, storedKey, serverKey } };
}

async function makeDecoy(secret: Uint8Array<ArrayBuffer>, name: string): Promise<SaslUser> {
  const digest = await hmacSha256(secret, new TextEncoder().encode(name));
  return { iterations: MIN_ITERATIONS, salt: digest.slice(0, SALT_BYTES), storedKey: digest, serverKey: digest };
}
