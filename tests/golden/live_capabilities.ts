/**
 * The emulators of this machine beside the reference's own cache files: each is probed as the program probes it, and the
 * document that comes out is compared with the file that the reference keeps of the same binary.
 *
 * @module
 */

import { inParallel } from "../../src/base/in_parallel.ts";
import { formatCacheDocument } from "../../src/drivers/qemu/format_cache_document.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { QemuProber } from "../../src/drivers/qemu/qemu_prober.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { compareWithReference, type GoldenResult } from "./replay_capabilities.ts";

/** Where the reference keeps its files. */
const REFERENCE_CACHE = "/var/cache/libvirt/qemu/capabilities";

/** One emulator that the reference has a file of. */
export interface LiveResult extends GoldenResult {
  readonly emulator: string;
}

/** The reference's files; or the reason why there is none. */
export async function readReferenceCache(): Promise<string[] | string> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(REFERENCE_CACHE)) if (name.endsWith(".xml")) names.push(name);
  } catch (error) {
    return `the reference's cache cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  if (names.length === 0) return `the reference has nothing in "${REFERENCE_CACHE}"`;
  return await Promise.all(names.sort().map((name) => Deno.readTextFile(`${REFERENCE_CACHE}/${name}`)));
}

/** Probes every emulator that the reference has a file of; `files` are those files. */
export async function* compareLive(files: readonly string[]): AsyncGenerator<LiveResult> {
  await using prober = new QemuProber(denoHost(), {
    probeDeadlineMs: 30_000,
    probeWorkers: 3,
    extraEmulators: [],
    root: "",
  });
  yield* inParallel(files, (expected, signal) => compareOne(prober, expected, signal), { workers: 2 });
}

async function compareOne(prober: QemuProber, expected: string, signal: AbortSignal): Promise<LiveResult> {
  const { capabilities: reference, inputs } = parseCacheDocument(expected);
  const { emulator, kvmSupportsNesting, kvmSupportsSecureGuest } = reference;
  const order = { path: emulator, reason: "new", kvmSupportsNesting, kvmSupportsSecureGuest, deniedTypes: [], signal };
  const capabilities = await prober.probe(order);
  // What the file says of host and binary is of the day it was made.
  const observed = { digests: {}, moduleParameters: {}, firmware: {}, helpers: {} };
  const record = { storedAt: "", reason: "new", fingerprint: {}, observed };
  const document = formatCacheDocument({ capabilities, inputs, record });
  const comparison = compareWithReference(expected, document);
  return { emulator, ...comparison, unrecorded: [], problems: capabilities.probe.problems };
}
