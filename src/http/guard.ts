/**
 * Who may ask over TCP: whoever has the token, and only under the names of this machine, so that a page of another site
 * that points its own name at 127.0.0.1 gets nothing.
 *
 * @module
 */

import { type Problem, problem } from "./problem.ts";

/** Shorter than this can be guessed. */
const MIN_TOKEN_LENGTH = 16;

const COOKIE = "innkeeper_session";
const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"] as const;

/** What a guard is made from. */
export interface GuardOptions {
  /** The bearer token. */
  readonly token: string;
  /** A secret of this process, which a browser is given for the token. */
  readonly session: string;
}

/** Decides about requests. */
export interface Guard {
  /** The problem with a request's host name, or nothing. */
  checkHost(request: Request): Problem | undefined;
  /** Whether the request proves that the caller has the token. */
  admits(request: Request): Promise<boolean>;
  /** Whether this text is the token. */
  isToken(text: string): Promise<boolean>;
  /** The cookie to give a browser that had the token. */
  readonly cookie: string;
}

/** Makes a guard. Throws where the token is too short to be a secret. */
export function createGuard({ token, session }: GuardOptions): Guard {
  if (token.length < MIN_TOKEN_LENGTH) {
    throw new Error(`The token has ${token.length} characters: give it at least ${MIN_TOKEN_LENGTH}`);
  }
  return {
    cookie: `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    checkHost,
    isToken: (text) => isSame(text, token),
    async admits(request) {
      const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
      if (bearer !== undefined) return await isSame(bearer, token);
      const cookie = cookieOf(request);
      return cookie !== undefined && isOwnPage(request) && await isSame(cookie, session);
    },
  };
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([digest(a), digest(b)]);
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

function checkHost(request: Request): Problem | undefined {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "");
  if ((LOOPBACK_NAMES as readonly string[]).includes(name)) return undefined;
  return problem(421, `This server is not "${host.slice(0, 100)}"`, {
    hint: `Use one of the names ${LOOPBACK_NAMES.join(", ")}`,
  });
}

function cookieOf(request: Request): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** A cookie counts only for what our own page asks, as other local ports count as the same site. */
function isOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === `http://${request.headers.get("host") ?? new URL(request.url).host}`;
}
