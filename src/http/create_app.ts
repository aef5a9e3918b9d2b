/**
 * The HTTP door: a Hono application over the route table.
 *
 * One application serves one kind of listener. Without a token it is for a unix socket, whose file mode says who may
 * ask; with a token it is for loopback TCP.
 *
 * @module
 */

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { Agent } from "../agent/agent.ts";
import { toHex } from "../base/hex.ts";
import { type Log, silentLog } from "../base/log.ts";
import { VirtError } from "../model/error.ts";
import { handleForm, isForm } from "./forms.ts";
import { createGuard, type Guard } from "./guard.ts";
import { HttpMetrics } from "./http_metrics.ts";
import { answerProblem, problem, problemOf } from "./problem.ts";
import { readRequest } from "./read_request.ts";
import type { Answer, Route } from "./route.ts";
import { routes } from "./routes/mod.ts";

/** What an application is made from. */
export interface AppOptions {
  readonly agent: Agent;
  /** Version of this program. */
  readonly version: string;
  /** The bearer token that callers need, for TCP; left out, none is asked for. */
  readonly token?: string;
  /** Shared by the applications of one program. @default {new HttpMetrics()} */
  readonly metrics?: HttpMetrics;
  /** Where defects of ours are written. @default {silentLog} */
  readonly log?: Log;
}

/** Answers a request. */
export interface App {
  /** Answers one request. */
  fetch(request: Request): Promise<Response>;
  /** Answers a request that is made up, for tests. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
} as const;

/** A page loads its own style and script and nothing else; what is not a page loads nothing. */
const CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Makes the application. Throws where the token is too short to be a secret. */
export function createApp(options: AppOptions): App {
  const { agent, token, metrics = new HttpMetrics(), log = silentLog } = options;
  const guard = token === undefined ? undefined : createGuard({ token, session: agent.host.ids.hex(64) });
  const door: Door = { ...options, metrics, log, guard };
  const app = new Hono();
  for (const route of routes) {
    app.on(
      route.method,
      route.path,
      (context: Context) => timed(door, route, () => serve(door, route, context.req.raw)),
    );
  }
  app.all("*", (context: Context) => timed(door, undefined, () => serveOther(door, context.req.raw)));
  const fetch = async (request: Request): Promise<Response> => await app.fetch(request);
  return {
    fetch,
    request: (path, init) => fetch(new Request(new URL(path, "http://localhost"), init)),
  };
}

interface Door extends AppOptions {
  readonly metrics: HttpMetrics;
  readonly log: Log;
  readonly guard: Guard | undefined;
}

async function timed(door: Door, route: Route | undefined, work: () => Promise<Response>): Promise<Response> {
  const { clock } = door.agent.host;
  const began = clock.monotonic();
  const response = await work();
  door.agent.noteWork();
  door.metrics.count({
    route: route?.path ?? "other",
    method: route?.method ?? "other",
    status: response.status,
    ms: clock.monotonic() - began,
  });
  return response;
}

async function serve(door: Door, route: Route, request: Request): Promise<Response> {
  try {
    const refusal = door.guard && await refuse(door.guard, request, route);
    if (refusal !== undefined) return refusal;
    const read = await readRequest(route, request);
    if ("problem" in read) return respond(answerProblem(read.problem));
    const { agent, metrics, version } = door;
    const context = { agent, metrics, version, routes, signal: request.signal, ...read };
    return await respondTagged(request, await route.handle(context));
  } catch (error) {
    return respondError(door, request, error);
  }
}

async function refuse(guard: Guard, request: Request, { open, path }: Route): Promise<Response | undefined> {
  const wrongHost = guard.checkHost(request);
  if (wrongHost !== undefined) return respond(answerProblem(wrongHost));
  if (open || await guard.admits(request)) return undefined;
  if (path === "/") return await logIn(guard, request);
  const document = problem(401, "The token is missing or wrong", {
    code: "VIR_ERR_AUTH_FAILED",
    number: 45,
    hint: "Send the header Authorization: Bearer TOKEN; the token is in the file that agent.token_file names",
  });
  return respond(answerProblem(document, { "www-authenticate": "Bearer" }));
}

/** The page's address may carry the token once, as the program prints it; a browser keeps a cookie instead. */
async function logIn(guard: Guard, request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token");
  if (token !== null && await guard.isToken(token)) return redirectHome(guard);
  const { renderLogin } = await import("./page/mod.ts");
  return respond({ status: 401, mediaType: "text/html; charset=utf-8", body: renderLogin(token !== null) });
}

/** Paths and methods outside the table: the forms of the page, or nothing. */
async function serveOther(door: Door, request: Request): Promise<Response> {
  const { guard, agent } = door;
  const { pathname } = new URL(request.url);
  try {
    const wrongHost = guard?.checkHost(request);
    if (wrongHost !== undefined) return respond(answerProblem(wrongHost));
    if (isForm(request)) {
      const outcome = await handleForm({ request, agent, guard });
      if (outcome === "logged-in" && guard !== undefined) return redirectHome(guard);
      if (outcome === "done") return redirectHome();
      const { renderLogin } = await import("./page/mod.ts");
      return respond({ status: 401, mediaType: "text/html; charset=utf-8", body: renderLogin(true) });
    }
    const methods = routes.filter(({ path }) => path === pathname).map(({ method }) => method);
    if (methods.length === 0) {
      return respond(answerProblem(problem(404, `There is no ${pathname.slice(0, 200)}: see /openapi.json`)));
    }
    const allow = methods.flatMap((method) => method === "GET" ? ["GET", "HEAD"] : [method]).join(", ");
    return respond(answerProblem(problem(405, `${pathname} is asked with ${allow}`), { allow }));
  } catch (error) {
    return respondError(door, request, error);
  }
}

function respondError({ log }: Door, request: Request, error: unknown): Response {
  const document = problemOf(error);
  if (!(error instanceof VirtError) || document.status === 500) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const path = new URL(request.url).pathname;
    log.error("Cannot answer a request", { method: request.method, path, error: message, stack });
  }
  return respond(answerProblem(document));
}

function redirectHome(guard?: Guard): Response {
  const headers = new Headers({ ...SECURITY_HEADERS, location: "/", "cache-control": "no-store" });
  if (guard !== undefined) headers.set("set-cookie", guard.cookie);
  return new Response(null, { status: 303, headers });
}

async function respondTagged(request: Request, answer: Answer): Promise<Response> {
  if (!answer.tagged) return respond(answer);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(answer.mediaType + answer.body));
  const etag = `"${toHex(digest).slice(0, 32)}"`;
  const asked = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const unchanged = asked.includes(etag) || asked.includes("*");
  const headers = { ...answer.headers, etag, "cache-control": "private, no-cache", vary: "Accept" };
  return respond(unchanged ? { ...answer, status: 304, headers } : { ...answer, headers });
}

function respond({ status = 200, mediaType, body, headers = {} }: Answer): Response {
  const all = new Headers({
    "cache-control": "no-store",
    "content-security-policy": CONTENT_POLICY,
    ...SECURITY_HEADERS,
    ...headers,
  });
  if (status === 304) return new Response(null, { status, headers: all });
  all.set("content-type", mediaType);
  return new Response(body, { status, headers: all });
}
