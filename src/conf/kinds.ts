/**
 * Every document that is declared as a shape, by name: its JSON schema, and the way from XML to JSON and back.
 *
 * Each is loaded when it is asked for: nobody pays for the guest's document who looks at a secret.
 *
 * @module
 */

import type { JsonSchema } from "./json_schema.ts";
import type { Element, ParseOptions } from "./shape/element.ts";
import { DocumentError } from "./xml/document_error.ts";

/** The name of a document. */
export type DocumentKind =
  | "domain"
  | "snapshot"
  | "checkpoint"
  | "backup"
  | "network"
  | "network-port"
  | "network-filter"
  | "network-filter-binding"
  | "storage-pool"
  | "storage-pool-sources"
  | "storage-pool-capabilities"
  | "storage-volume"
  | "interface"
  | "node-device"
  | "secret"
  | "sysinfo";

/** Where each document is declared. */
const KINDS = {
  domain: async () => (await import("./domain/document.ts")).domain,
  snapshot: async () => (await import("./snapshot/document.ts")).snapshot,
  checkpoint: async () => (await import("./checkpoint/document.ts")).checkpoint,
  backup: async () => (await import("./backup/document.ts")).backup,
  network: async () => (await import("./network/document.ts")).network,
  "network-port": async () => (await import("./network_port/document.ts")).networkPort,
  "network-filter": async () => (await import("./network_filter/document.ts")).networkFilter,
  "network-filter-binding": async () => (await import("./network_filter_binding/document.ts")).networkFilterBinding,
  "storage-pool": async () => (await import("./storage_pool/document.ts")).storagePool,
  "storage-pool-sources": async () => (await import("./storage_pool/document.ts")).storagePoolSources,
  "storage-pool-capabilities": async () =>
    (await import("./storage_pool_capabilities/document.ts")).storagePoolCapabilities,
  "storage-volume": async () => (await import("./storage_volume/document.ts")).storageVolumeIn("dir"),
  interface: async () => (await import("./interface/document.ts")).interfaceDocument,
  "node-device": async () => (await import("./node_device/document.ts")).nodeDevice,
  secret: async () => (await import("./secret/document.ts")).secret,
  sysinfo: async () => (await import("./host_sysinfo/document.ts")).hostSysinfo,
} as const satisfies Readonly<Record<DocumentKind, () => Promise<unknown>>>;

/** The names of all documents. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = Object.keys(KINDS) as DocumentKind[];

/** Whether a text is the name of a document. */
export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(KINDS, text);
}

/** The JSON form of a document as JSON Schema 2020-12. */
export async function documentSchema(kind: DocumentKind): Promise<JsonSchema> {
  const [shape, { jsonSchemaOf }] = await Promise.all([load(kind), import("./shape/element.ts")]);
  return jsonSchemaOf(shape);
}

/**
 * The typed document of an XML text.
 *
 * @throws {DocumentError} With the place of the mistake.
 */
export async function documentFromXml(kind: DocumentKind, text: string, options: ParseOptions = {}): Promise<unknown> {
  const [shape, { parseShape }] = await Promise.all([load(kind), import("./shape/element.ts")]);
  return parseShape(shape, text, options);
}

/**
 * The XML text of a typed document that may come from anywhere: it is held to the schema first, and what was written is
 * read again, so that nothing gets through that the XML form would not.
 *
 * @throws {DocumentError} The value is no such document; its path is the one in the value, or in the XML.
 */
export async function documentToXml(kind: DocumentKind, value: unknown): Promise<string> {
  const [shape, { formatShape, jsonSchemaOf, parseShape }, { jsonSchemaProblem }] = await Promise.all([
    load(kind),
    import("./shape/element.ts"),
    import("./json_schema_problem.ts"),
  ]);
  const found = jsonSchemaProblem(jsonSchemaOf(shape), value);
  if (found !== undefined) {
    const [path = "/", problem = found] = found.split(/: (.*)/s);
    throw new DocumentError(problem, { path: path || "/", line: 1, column: 1 });
  }
  const text = formatShape(shape, value);
  parseShape(shape, text);
  return text;
}

async function load(kind: DocumentKind): Promise<Element<unknown>> {
  return await KINDS[kind]() as Element<unknown>;
}
