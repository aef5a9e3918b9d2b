/**
 * The OpenAPI 3.1 description, made from the route table.
 *
 * @module
 */

import type { JsonSchema, SchemaNames } from "./json_schema.ts";
import { PROBLEM_JSON } from "./problem.ts";
import type { Route, RouteAnswer } from "./route.ts";

/** As much of an OpenAPI document as is written here. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: SchemaNames;
    readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

/** One operation. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
}

/** One answer of an operation. */
export interface OpenApiResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
  readonly content?: Content;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** The description of these routes. */
export function describeRoutes(
  routes: readonly Route[],
  { version, schemas }: { readonly version: string; readonly schemas: SchemaNames },
): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Innkeeper",
      version,
      description: "What this host can virtualise. On the unix socket no token is needed; over TCP a bearer token is.",
    },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

function describeRoute(route: Route): OpenApiOperation {
  const { operation, tag, summary, description, open = false, parameters, body, answers } = route;
  return {
    operationId: operation,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: open ? [] : [{ token: [] }, {}],
    ...(parameters === undefined
      ? {}
      : { parameters: parameters.map(({ required = false, ...parameter }) => ({ ...parameter, required })) }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: false, content: { "application/json": { schema: body } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, describeAnswer(status, answer)]),
      ),
      default: {
        description: "What went wrong, in which step, and what to do next",
        content: { [PROBLEM_JSON]: { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function describeAnswer(status: string, { description, content, headers }: RouteAnswer): OpenApiResponse {
  const failed = Number(status) >= 400;
  const given = content ?? (failed ? { [PROBLEM_JSON]: { $ref: "#/components/schemas/Problem" } } : undefined);
  const media = given && Object.fromEntries(Object.entries(given).map(([type, schema]) => [type, { schema }]));
  return {
    description,
    ...(headers === undefined ? {} : {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: "string" } }]),
      ),
    }),
    ...(media === undefined ? {} : { content: media }),
  };
}
