/**
 * Innkeeper as a library: open a hypervisor and ask it.
 *
 * @example What can this machine run?
 * ```ts
 * import { open } from "@innkeeper/innkeeper";
 *
 * await using connection = await open("test:///default");
 * const { guests } = await connection.getCapabilities();
 * console.log(guests.map((guest) => guest.arch.name));
 * ```
 *
 * @module
 */

import type { Connection } from "./src/api/connection.ts";
import { type LocalOpenOptions, openWith } from "./src/api/open.ts";
import { drivers } from "./src/drivers/registry.ts";
import { denoHost } from "./src/host/deno_host.ts";

/**
 * Opens the hypervisor that the URI names, or this machine's own where it is left out: the one that
 * `LIBVIRT_DEFAULT_URI` names, else QEMU where an emulator is installed, else the one in memory.
 *
 * Throws {@linkcode VirtError}: `VIR_ERR_INVALID_ARG` for a URI that cannot be read, `VIR_ERR_NO_CONNECT` where nothing
 * here knows its scheme, and what the driver says when it cannot open.
 *
 * @example
 * ```ts
 * import { open } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * await using connection = await open("test:///default", { readOnly: true });
 * assert.equal(connection.getUri(), "test:///default");
 * ```
 */
export function open(uri?: string, options: LocalOpenOptions = {}): Promise<Connection> {
  return openWith(uri, { ...options, host: denoHost(), drivers });
}

export * from "./src/api/mod.ts";

export { formatCapabilities } from "./src/conf/capabilities/format_capabilities.ts";
export { parseCapabilities } from "./src/conf/capabilities/parse_capabilities.ts";
export { formatDomainCapabilities } from "./src/conf/domain_capabilities/format_domain_capabilities.ts";
export { parseDomainCapabilities } from "./src/conf/domain_capabilities/parse_domain_capabilities.ts";
export {
  DOCUMENT_KINDS,
  documentFromXml,
  type DocumentKind,
  documentSchema,
  documentToXml,
  isDocumentKind,
} from "./src/conf/kinds.ts";
export { DocumentError, type DocumentPlace } from "./src/conf/xml/document_error.ts";

export type * from "./src/conf/capabilities/document.ts";
export type * from "./src/conf/cpu/document.ts";
export type { JsonSchema } from "./src/conf/json_schema.ts";
export type { ParseOptions } from "./src/conf/shape/element.ts";
export type * from "./src/conf/domain_capabilities/document.ts";
export type { FormatOptions } from "./src/conf/level.ts";
export type { DocumentTitle } from "./src/conf/xml/document_titles.ts";
export type { ReadDocumentOptions } from "./src/conf/xml/read_document.ts";
