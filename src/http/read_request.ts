/**
 * What a route is given, read from a request and checked against the route's own schemas.
 *
 * @module
 */

import { nearest } from "../base/nearest.ts";
import { checkValue, type JsonSchema } from "./json_schema.ts";
import { negotiate } from "./negotiate.ts";
import { type Problem, problem } from "./problem.ts";
import { readBody } from "./read_body.ts";
import type { Route, RouteContext } from "./route.ts";

/** What is read from a request. */
export type RequestPart = Pick<RouteContext, "parameters" | "body" | "mediaType">;

/** Reads a request, or says what is wrong with it. */
export async function readRequest(
  route: Route,
  request: Request,
): Promise<RequestPart | { readonly problem: Problem }> {
  const mediaType = negotiate(request.headers.get("accept") ?? undefined, formsOf(route));
  if (mediaType === undefined) {
    return { problem: problem(406, `${route.path} is given as ${formsOf(route).join(" or ")}`) };
  }
  const { parameters, wrong } = readParameters(route, request);
  if (wrong !== undefined) return { problem: invalid(wrong) };
  if (route.body === undefined) return { parameters, body: undefined, mediaType };
  const body = await readJson(request, route.body);
  return "problem" in body ? body : { parameters, body: body.value, mediaType };
}

/** The media types of the answer that is wished for, ours first. */
export function formsOf({ answers }: Route): readonly string[] {
  return Object.keys((answers[200] ?? answers[202])?.content ?? {});
}

function readParameters(
  route: Route,
  request: Request,
): { readonly parameters: RouteContext["parameters"]; readonly wrong?: string } {
  const query = new URL(request.url).searchParams;
  const declared = route.parameters ?? [];
  const parameters: Record<string, string | number | boolean> = {};
  const names = declared.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  for (const name of new Set(query.keys())) {
    if (!names.includes(name)) return { parameters, wrong: unknownParameter(name, names) };
    if (query.getAll(name).length > 1) return { parameters, wrong: `the parameter "${name}" is given more than once` };
  }
  for (const { name, in: place, schema, required } of declared) {
    const text = place === "query" ? query.get(name) : request.headers.get(name);
    if (text === null) {
      if (required) return { parameters, wrong: `the parameter "${name}" is missing` };
      continue;
    }
    const value = coerce(text, schema);
    const [first] = checkValue(schema, value);
    if (first !== undefined) return { parameters, wrong: `the parameter "${name}" ${first.message}` };
    parameters[name] = value;
  }
  return { parameters };
}

/** Text of a query as the type its schema names; what does not fit stays text, for the check to refuse. */
function coerce(text: string, { type }: JsonSchema): string | number | boolean {
  if (type === "integer" && /^\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

function unknownParameter(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const known = names.length === 0 ? "there are none here" : `there are ${names.join(", ")}`;
  const shown = name.slice(0, 60);
  return `no parameter is named "${shown}"; ${near === undefined ? known : `did you mean "${near}"?`}`;
}

async function readJson(
  request: Request,
  schema: JsonSchema,
): Promise<{ readonly value: unknown } | { readonly problem: Problem }> {
  const text = await readBody(request);
  if (text === undefined) return { problem: problem(413, "The body is larger than 64 KiB") };
  if (text === "") return { value: {} };
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { problem: problem(415, `The body is of the type "${type.slice(0, 100)}": send application/json`) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: invalid(`the body is not JSON: ${(error as Error).message}`) };
  }
  const found = checkValue(schema, value);
  const [first] = found;
  if (first === undefined) return { value };
  return {
    problem: { ...invalid(`${first.at === "" ? "the body" : `"${first.at}"`} ${first.message}`), errors: found },
  };
}

function invalid(detail: string): Problem {
  return problem(400, `Invalid argument: ${detail}`, { code: "VIR_ERR_INVALID_ARG", number: 8 });
}
