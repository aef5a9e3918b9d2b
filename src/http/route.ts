/**
 * One route as data: what is documented, what is checked and what is done come from the same row.
 *
 * @module
 */

import type { Agent } from "../agent/agent.ts";
import type { HttpMetrics } from "./http_metrics.ts";
import type { JsonSchema } from "./json_schema.ts";

/** A parameter of a route. */
export interface RouteParameter {
  readonly name: string;
  readonly in: "query" | "header";
  readonly description: string;
  readonly schema: JsonSchema;
  readonly required?: boolean;
}

/** One answer a route can give. */
export interface RouteAnswer {
  readonly description: string;
  /** Schema by media type; none where the answer has no body. */
  readonly content?: Readonly<Record<string, JsonSchema>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** A verb and a noun; unique. */
  readonly operation: string;
  /** Heading under which the reference lists it. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly RouteParameter[];
  /** What is sent with the request: JSON of this schema. */
  readonly body?: JsonSchema;
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  /** True where no token is asked for. @default {false} */
  readonly open?: boolean;
  handle(context: RouteContext): Promise<Answer> | Answer;
}

/** What a route is given. */
export interface RouteContext {
  readonly agent: Agent;
  readonly metrics: HttpMetrics;
  /** Version of this program. */
  readonly version: string;
  /** All routes, for the one that describes them. */
  readonly routes: readonly Route[];
  /** Checked values of the declared parameters, by name. */
  readonly parameters: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The checked body. */
  readonly body: unknown;
  /** The form the caller likes best among those of the route's 200 or 202 answer. */
  readonly mediaType: string;
  readonly signal: AbortSignal;
}

/** What a route answers. */
export interface Answer {
  /** @default {200} */
  readonly status?: number;
  readonly mediaType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** True where the caller may keep the body and ask whether it changed. @default {false} */
  readonly tagged?: boolean;
}

/** A query of the parameters that were given, under the names of another shape. */
export function pick<N extends string>(
  parameters: RouteContext["parameters"],
  names: Readonly<Record<string, N>>,
): { [name in N]?: string } {
  const given: { [name in N]?: string } = {};
  for (const [parameter, name] of Object.entries(names)) {
    const value = parameters[parameter];
    if (value !== undefined) given[name] = String(value);
  }
  return given;
}
