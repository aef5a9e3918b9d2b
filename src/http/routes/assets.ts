/**
 * What the pages load: their style and their one script.
 *
 * @module
 */

import type { Route } from "../route.ts";

/** The style sheet of the pages. */
export const getStyle: Route = {
  method: "GET",
  path: "/style.css",
  operation: "getStyle",
  tag: "Pages",
  summary: "The style of the pages",
  open: true,
  answers: { 200: { description: "A style sheet", content: { "text/css": { type: "string" } } } },
  async handle() {
    const { STYLE } = await import("../page/style.ts");
    return { mediaType: "text/css; charset=utf-8", body: STYLE, tagged: true };
  },
};

/** The script that keeps a page fresh. */
export const getLiveScript: Route = {
  method: "GET",
  path: "/live.js",
  operation: "getLiveScript",
  tag: "Pages",
  summary: "The script that keeps a page fresh",
  open: true,
  answers: { 200: { description: "A script", content: { "text/javascript": { type: "string" } } } },
  async handle() {
    const { LIVE_SCRIPT } = await import("../page/style.ts");
    return { mediaType: "text/javascript; charset=utf-8", body: LIVE_SCRIPT, tagged: true };
  },
};
