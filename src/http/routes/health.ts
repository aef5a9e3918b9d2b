/**
 * Is the program alive, and is it ready? For supervisors: short answers, no token.
 *
 * @module
 */

import type { Route } from "../route.ts";

const TEXT = "text/plain";

/** Whether the program answers at all. */
export const livez: Route = {
  method: "GET",
  path: "/livez",
  operation: "getLiveness",
  tag: "Operation",
  summary: "Whether the program is alive",
  open: true,
  answers: { 200: { description: "It is", content: { [TEXT]: { type: "string" } } } },
  handle: () => ({ mediaType: TEXT, body: "ok\n" }),
};

/** Whether everything was looked at once. */
export const readyz: Route = {
  method: "GET",
  path: "/readyz",
  operation: "getReadiness",
  tag: "Operation",
  summary: "Whether every hypervisor was opened and looked at once",
  open: true,
  answers: {
    200: { description: "It was", content: { [TEXT]: { type: "string" } } },
    503: { description: "Not yet; the body says what is missing", content: { [TEXT]: { type: "string" } } },
  },
  async handle({ agent }) {
    if (await agent.settled(0)) return { mediaType: TEXT, body: "ready\n" };
    const missing = agent.openWatches().filter(({ state }) => state !== "ready").map(({ uri }) => uri);
    const why = missing.length > 0 ? `probing ${missing.join(", ")}` : "no hypervisor could be opened";
    return { status: 503, mediaType: TEXT, body: `${why}\n`, headers: { "retry-after": "1" } };
  },
};
