/**
 * The description of this door, for programs and for people.
 *
 * @module
 */

import type { Route, RouteContext } from "../route.ts";

const HTML = "text/html; charset=utf-8";

/** The OpenAPI document. */
export const getOpenApi: Route = {
  method: "GET",
  path: "/openapi.json",
  operation: "getOpenApi",
  tag: "Operation",
  summary: "This description, as OpenAPI 3.1",
  answers: { 200: { description: "The document", content: { "application/json": { type: "object" } } } },
  async handle(context) {
    const body = `${JSON.stringify(await describe(context))}\n`;
    return { mediaType: context.mediaType, body, tagged: true };
  },
};

/** The same to read. */
export const getReference: Route = {
  method: "GET",
  path: "/reference",
  operation: "getReference",
  tag: "Pages",
  summary: "This description, to read",
  answers: { 200: { description: "A page", content: { "text/html": { type: "string" } } } },
  async handle(context) {
    const { renderReference } = await import("../page/render_reference.ts");
    return { mediaType: HTML, body: renderReference(await describe(context)), tagged: true };
  },
};

// Loaded when asked for: no caller of the documents needs it.
async function describe({ routes, version }: RouteContext): Promise<import("../openapi.ts").OpenApiDocument> {
  const [{ describeRoutes }, { namedSchemas }] = await Promise.all([
    import("../openapi.ts"),
    import("../schemas/mod.ts"),
  ]);
  return describeRoutes(routes, { version, schemas: namedSchemas() });
}
