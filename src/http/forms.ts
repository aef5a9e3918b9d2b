/**
 * The two forms of the page: giving the token, and looking at the emulators again. They work without any script.
 *
 * @module
 */

import type { Agent } from "../agent/agent.ts";
import type { Guard } from "./guard.ts";
import { readBody } from "./read_body.ts";

/** What a form led to. */
export type FormOutcome = "logged-in" | "done" | "refused";

/** Whether a request sends one of the forms. */
export function isForm(request: Request): boolean {
  const { pathname } = new URL(request.url);
  const type = request.headers.get("content-type") ?? "";
  return request.method === "POST" && (pathname === "/login" || pathname === "/refresh") &&
    /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}

/** Does what the form asks for. */
export async function handleForm(
  { request, agent, guard }: { readonly request: Request; readonly agent: Agent; readonly guard: Guard | undefined },
): Promise<FormOutcome> {
  const fields = new URLSearchParams(await readBody(request) ?? "");
  if (new URL(request.url).pathname === "/login") {
    return await guard?.isToken(fields.get("token") ?? "") ? "logged-in" : "refused";
  }
  if (guard !== undefined && !await guard.admits(request)) return "refused";
  await agent.refresh({ force: fields.get("force") === "true" });
  return "done";
}
