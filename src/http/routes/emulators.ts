/**
 * The emulators with what is known of each, and looking at them again.
 *
 * @module
 */

import type { Watch } from "../../agent/watch.ts";
import { VirtError } from "../../model/error.ts";
import type { JsonSchema } from "../json_schema.ts";
import { type Answer, pick, type Route } from "../route.ts";
import { PREFER_PARAMETER, URI_PARAMETER, WAIT_PARAMETER, waitMs } from "./parameters.ts";
import { stateHeader } from "./probing.ts";

const JSON_TYPE = "application/json";
const LIST: JsonSchema = { $ref: "#/components/schemas/EmulatorList" };

/** The body of a refresh; as its schema says. */
interface RefreshRequest {
  readonly uri?: string;
  readonly force?: boolean;
  readonly emulators?: readonly string[];
}

/** Every emulator with its probe state. */
export const listEmulators: Route = {
  method: "GET",
  path: "/v1/emulators",
  operation: "listEmulators",
  tag: "Emulators",
  summary: "Every emulator with its probe state, and why it was last probed",
  parameters: [URI_PARAMETER, WAIT_PARAMETER, PREFER_PARAMETER],
  answers: { 200: { description: "What is known now", content: { [JSON_TYPE]: LIST } } },
  async handle({ agent, parameters, signal, mediaType }) {
    const watch = await agent.watch(pick(parameters, { uri: "uri" }).uri);
    await watch.settled(waitMs(parameters), { signal });
    return await answerList(watch, { status: 200, mediaType, signal });
  },
};

/** Looking again. */
export const refreshEmulators: Route = {
  method: "POST",
  path: "/v1/refresh",
  operation: "refreshEmulators",
  tag: "Emulators",
  summary: "Probe again what is no longer valid, or everything",
  description: "The answer does not wait for the probes unless `wait` says so; look at `/v1/emulators` meanwhile.",
  parameters: [WAIT_PARAMETER, PREFER_PARAMETER],
  body: {
    type: "object",
    additionalProperties: false,
    properties: {
      uri: URI_PARAMETER.schema,
      force: { type: "boolean", default: false, description: "Probe also what is still valid." },
      emulators: {
        type: "array",
        maxItems: 256,
        items: { type: "string", pattern: "^/", maxLength: 4096 },
        description: "Absolute paths; left out, all of them.",
      },
    },
  },
  answers: { 202: { description: "It is being done; what is known now", content: { [JSON_TYPE]: LIST } } },
  async handle({ agent, parameters, body, signal, mediaType }) {
    const { uri, ...options } = body as RefreshRequest;
    const watch = await agent.watch(uri);
    if (!watch.connection.supports("emulators")) throw new VirtError("VIR_ERR_NO_SUPPORT", "probe");
    watch.refresh(options);
    await watch.idle(waitMs(parameters), { signal });
    return await answerList(watch, { status: 202, mediaType, signal });
  },
};

async function answerList(
  watch: Watch,
  { status, mediaType, signal }: { status: number; mediaType: string; signal: AbortSignal },
): Promise<Answer> {
  const emulators = await watch.emulators({ signal });
  const { checkedAt, problem } = watch;
  const list = {
    uri: watch.uri,
    state: watch.probing ? "probing" : watch.state,
    ...(checkedAt === undefined ? {} : { checkedAt: new Date(checkedAt).toISOString() }),
    ...(problem === undefined ? {} : { problem: problem.message }),
    emulators,
  };
  return { status, mediaType, body: `${JSON.stringify(list)}\n`, headers: stateHeader(watch) };
}
