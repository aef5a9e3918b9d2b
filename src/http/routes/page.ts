/**
 * The page a person opens.
 *
 * @module
 */

import type { Route } from "../route.ts";

/** What is known of this host, to read. */
export const getPage: Route = {
  method: "GET",
  path: "/",
  operation: "getPage",
  tag: "Pages",
  summary: "What is known of this host, to read",
  answers: { 200: { description: "A page", content: { "text/html": { type: "string" } } } },
  async handle({ agent, version, signal }) {
    const { gatherPage, renderPage } = await import("../page/mod.ts");
    return { mediaType: "text/html; charset=utf-8", body: renderPage(await gatherPage(agent, { version, signal })) };
  },
};
