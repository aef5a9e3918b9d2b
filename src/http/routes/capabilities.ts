/**
 * The two documents, as XML or JSON.
 *
 * @module
 */

import { formatCapabilities } from "../../conf/capabilities/format_capabilities.ts";
import { formatDomainCapabilities } from "../../conf/domain_capabilities/format_domain_capabilities.ts";
import type { Watch } from "../../agent/watch.ts";
import type { JsonSchema } from "../json_schema.ts";
import { type Answer, pick, type Route, type RouteContext } from "../route.ts";
import { PREFER_PARAMETER, textParameter, URI_PARAMETER, WAIT_PARAMETER, waitMs } from "./parameters.ts";
import { answerProbing, stateHeader } from "./probing.ts";

const XML = "application/xml";
const JSON_TYPE = "application/json";

/** So long a question waits anyway: what is known, or nearly, is answered at once even while others are probed. */
const GRACE_MS = 250;

const TAGGED = {
  etag: "Changes when the document does",
  "innkeeper-state": "`ready`, or `probing` while what is known is looked at again",
} as const;

const FRESHNESS =
  "An answer from before a change on the host may be given while a new one is made; send `Cache-Control: no-cache` to " +
  "have everything checked first.";

/** What the host offers. */
export const getCapabilities: Route = {
  method: "GET",
  path: "/v1/capabilities",
  operation: "getCapabilities",
  tag: "Capabilities",
  summary: "What the host and its hypervisor offer",
  description: `libvirt's \`<capabilities>\` document, or the same as JSON. ${FRESHNESS}`,
  parameters: [URI_PARAMETER, WAIT_PARAMETER, PREFER_PARAMETER, cacheControl()],
  answers: {
    200: documentAnswer("The document", "Capabilities"),
    304: { description: "It is still the one with the tag in `If-None-Match`" },
    503: { description: "Emulators are still probed; the body says which, `Retry-After` when to ask again" },
  },
  async handle(context) {
    const { agent, parameters, signal } = context;
    const watch = await agent.watch(pick(parameters, { uri: "uri" }).uri);
    if (!await watch.settled(Math.max(waitMs(parameters), GRACE_MS), { signal })) return await answerProbing(watch);
    const document = await watch.connection.getCapabilities(readOptions(context));
    return answerDocument({ watch, context, document, format: formatCapabilities });
  },
};

/** What a guest can have. */
export const getDomainCapabilities: Route = {
  method: "GET",
  path: "/v1/domain-capabilities",
  operation: "getDomainCapabilities",
  tag: "Capabilities",
  summary: "What a guest of one emulator, architecture, machine and virtualisation type can have",
  description: `libvirt's \`<domainCapabilities>\` document, or the same as JSON. It is given as soon as its own ` +
    `emulator is probed. ${FRESHNESS}`,
  parameters: [
    URI_PARAMETER,
    textParameter("emulator", "Absolute path of the emulator.", ["/usr/bin/qemu-system-x86_64"]),
    textParameter("arch", "Architecture of the guest. Left out, the emulator's or the host's.", ["x86_64", "aarch64"]),
    textParameter("machine", "Machine type. Left out, the emulator's default.", ["q35", "virt"]),
    textParameter("virttype", "Virtualisation type. Left out, the best this host has.", ["kvm", "qemu"]),
    WAIT_PARAMETER,
    PREFER_PARAMETER,
    cacheControl(),
  ],
  answers: {
    200: documentAnswer("The document", "DomainCapabilities"),
    304: { description: "It is still the one with the tag in `If-None-Match`" },
    503: {
      description: "The emulator is still probed; the body says how far that is, `Retry-After` when to ask again",
    },
  },
  async handle(context) {
    const { agent, parameters, signal } = context;
    const watch = await agent.watch(pick(parameters, { uri: "uri" }).uri);
    await watch.known();
    const query = pick(parameters, { emulator: "emulator", arch: "arch", machine: "machine", virttype: "virtType" });
    const giveUp = new AbortController();
    const options = { ...readOptions(context), signal: AbortSignal.any([signal, giveUp.signal]) };
    const answer = watch.connection.getDomainCapabilities(query, options);
    if (watch.state === "ready") {
      return answerDocument({ watch, context, document: await answer, format: formatDomainCapabilities });
    }
    const patience = Math.max(waitMs(parameters), GRACE_MS);
    const late = agent.host.clock.sleep(patience, { signal: options.signal }).catch(() => {});
    const document = await Promise.race([answer, late]);
    giveUp.abort();
    // Given up on: the probe behind it goes on, its answer is for the next question.
    answer.catch(() => {});
    if (document === undefined) return await answerProbing(watch);
    return answerDocument({ watch, context, document, format: formatDomainCapabilities });
  },
};

interface DocumentAnswer<T> {
  readonly watch: Watch;
  readonly context: RouteContext;
  readonly document: T;
  format(document: T): string;
}

function answerDocument<T>({ watch, context, document, format }: DocumentAnswer<T>): Answer {
  const { mediaType } = context;
  const body = mediaType === XML ? format(document) : `${JSON.stringify(document)}\n`;
  return { mediaType, body, tagged: true, headers: stateHeader(watch) };
}

function documentAnswer(description: string, name: string): Route["answers"][number] {
  const xml: JsonSchema = { type: "string", description: "As libvirt writes it." };
  return {
    description,
    content: { [XML]: xml, [JSON_TYPE]: { $ref: `#/components/schemas/${name}` } },
    headers: TAGGED,
  };
}

function cacheControl(): NonNullable<Route["parameters"]>[number] {
  return {
    name: "cache-control",
    in: "header",
    description: "`no-cache`: check everything the answer depends on before it is given.",
    schema: { type: "string", maxLength: 256 },
  };
}

function readOptions({ parameters, signal }: RouteContext): { signal: AbortSignal; allowStale: boolean } {
  return { signal, allowStale: !/\bno-cache\b/i.test(String(parameters["cache-control"] ?? "")) };
}
