/**
 * How what is known of an emulator becomes a cache file, and when it is valid.
 *
 * @module
 */

import { sha256Hex } from "../../base/sha256.ts";
import type { CacheCodec, CacheEntry, FailureDetail } from "../../cache/contract.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import { summarise } from "./emulator_summary.ts";
import type { EmulatorFacts } from "./fingerprint.ts";
import { formatCacheDocument } from "./format_cache_document.ts";
import { isNative } from "./guest_architectures.ts";
import type { QemuKnowledge, QemuKnowledgeSummary } from "./knowledge.ts";
import { parseCacheDocument } from "./parse_cache_document.ts";
import { PROBE_SCHEMA, type ValidityScope } from "./validity/checks.ts";
import { compareFacts, narrowFacts } from "./validity/compare_facts.ts";

/** The codec of one host's emulators. */
export function createCodec(
  facts: EmulatorFacts,
  options: { readonly hostArch: string },
): CacheCodec<QemuKnowledge, QemuKnowledgeSummary> {
  return {
    folder: "qemu/capabilities",
    schema: `qemu-${PROBE_SCHEMA}`,
    suffix: ".xml",
    fileName: (key) => `${sha256Hex(key)}.xml`,
    format,
    parse,
    trailer: (checksum) => `<!-- sha256:${checksum} -->`,
    summarise: summariseEntry,
    fingerprints: (requests) => facts.read(requests),
    narrow: (now, value) => narrowFacts(now, value === undefined ? "native" : scopeOf(value.capabilities, options)),
    compare: compareFacts,
    describeFailure,
  };
}

/** Which checks apply to a result: those of an accelerator where it has one, those of the host where it could. */
export function scopeOf(capabilities: QemuCapabilities, options: { readonly hostArch: string }): ValidityScope {
  if (capabilities.accelerators.some(({ type }) => type !== "tcg")) return "accelerated";
  return isNative(options.hostArch, capabilities.arch) ? "native" : "every";
}

function format({ fingerprint, value, storedAt, reason }: CacheEntry<QemuKnowledge>): string {
  const { capabilities, inputs, observed } = value;
  return formatCacheDocument({ capabilities, inputs, record: { storedAt, reason, fingerprint, observed } });
}

function parse(text: string): CacheEntry<QemuKnowledge> {
  const { capabilities, inputs, record } = parseCacheDocument(text);
  const { storedAt, reason, fingerprint, observed } = record;
  if (storedAt === "") throw new SyntaxError("Cannot use the file: another program wrote it");
  return { key: capabilities.emulator, fingerprint, value: { capabilities, inputs, observed }, storedAt, reason };
}

function summariseEntry({ value }: CacheEntry<QemuKnowledge>): QemuKnowledgeSummary {
  const { startedAt, durationMs, problems } = value.capabilities.probe;
  return { emulator: summarise(value.capabilities), startedAt, durationMs, problems };
}

/** Errors of a probe say which step failed and what the program printed; of others the message is all there is. */
function describeFailure(error: unknown): FailureDetail {
  const message = error instanceof Error ? error.message : String(error);
  const step = textProperty(error, "step") ?? "start";
  const stderr = textProperty(error, "stderr");
  return { step, message, ...(stderr === undefined || stderr === "" ? {} : { stderr }) };
}

function textProperty(error: unknown, name: "step" | "stderr"): string | undefined {
  const value = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === "string" ? value : undefined;
}
