/**
 * Configuration documents: XML to typed objects and back.
 *
 * @module
 */

export * from "./capabilities/document.ts";
export { formatCapabilities } from "./capabilities/format_capabilities.ts";
export { parseCapabilities } from "./capabilities/parse_capabilities.ts";
export * from "./cpu/document.ts";
export { formatCpu } from "./cpu/format_cpu.ts";
export { parseCpu } from "./cpu/parse_cpu.ts";
export * from "./domain_capabilities/document.ts";
export { formatDomainCapabilities } from "./domain_capabilities/format_domain_capabilities.ts";
export { parseDomainCapabilities } from "./domain_capabilities/parse_domain_capabilities.ts";
export type { FormatOptions } from "./level.ts";
export { type NetworkPort, networkPort } from "./network_port/document.ts";
export { type Secret, secret } from "./secret/document.ts";
export { formatShape, jsonSchemaOf, parseShape } from "./shape/mod.ts";
