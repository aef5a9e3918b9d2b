/**
 * The emulators of this machine beside the reference's own cache files: each is started and interrogated, and the
 * document that comes out is compared with the file that the reference keeps of the same binary.
 *
 * @module
 */

import { formatCacheDocument } from "../../src/drivers/qemu/format_cache_document.ts";
import { type FullInterrogation, interrogate, type TcgInterrogation } from "../../src/drivers/qemu/interrogate.ts";
import { mergeInterrogations } from "../../src/drivers/qemu/merge_interrogations.ts";
import { parseCacheDocument } from "../../src/drivers/qemu/parse_cache_document.ts";
import { SchemaShelf } from "../../src/drivers/qemu/schema_shelf.ts";
import { denoHost } from "../../src/host/deno_host.ts";
import { QmpClient, type QmpSession } from "../../src/wire/qmp/mod.ts";
import { compareWithReference, type GoldenResult } from "./replay_capabilities.ts";

/** Where the reference keeps its files. */
const REFERENCE_CACHE = "/var/cache/libvirt/qemu/capabilities";

/** What one emulator gives, at most, before it is given up. */
const DEADLINE_MS = 20_000;

/** One emulator that the reference has a file of. */
export interface LiveResult extends GoldenResult {
  readonly emulator: string;
}

/** Every emulator that the reference has a file of, one after the other; `files` are those files. */
export async function* compareLive(files: readonly string[]): AsyncGenerator<LiveResult> {
  const sisters = { shelf: new SchemaShelf(), folder: "" };
  for (const expected of files) {
    const { capabilities: { emulator, kvmSupportsNesting, kvmSupportsSecureGuest }, inputs } = parseCacheDocument(
      expected,
    );
    const folder = emulator.slice(0, emulator.lastIndexOf("/"));
    const full = await run<FullInterrogation>(
      emulator,
      "kvm:tcg",
      (session) => interrogate(session, { phase: "full", sisters: { ...sisters, folder } }),
    );
    const tcg = full.needsTcgRun
      ? await run<TcgInterrogation>(
        emulator,
        "tcg",
        (session) => interrogate(session, { phase: "tcg", arch: full.arch }),
      )
      : undefined;
    const log = { startedAt: "", durationMs: 0, reason: "new", partial: false, problems: [], deniedTypes: [] };
    const context = { emulator, kvmSupportsNesting, kvmSupportsSecureGuest, log };
    const capabilities = mergeInterrogations(context, full, tcg);
    const observed = { digests: {}, moduleParameters: {}, firmware: {}, helpers: {} };
    const record = { storedAt: "", reason: "new", fingerprint: {}, observed };
    const document = formatCacheDocument({ capabilities, inputs, record });
    yield {
      emulator,
      ...compareWithReference(expected, document),
      unrecorded: [],
      problems: capabilities.probe.problems,
    };
  }
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

async function run<T>(emulator: string, accel: string, ask: (session: QmpSession) => Promise<T>): Promise<T> {
  const fixed = ["-S", "-no-user-config", "-nodefaults", "-display", "none", "-qmp", "stdio"];
  await using child = await denoHost().exec.spawn({ argv: [emulator, ...fixed, "-machine", `none,accel=${accel}`] });
  await using client = new QmpClient(child, { signal: AbortSignal.timeout(DEADLINE_MS) });
  return await ask(client);
}
