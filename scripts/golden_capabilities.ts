/**
 * Prints how our capability documents compare with the reference's, element by element.
 *
 *     deno run -A scripts/golden_capabilities.ts [--live] [--differences=N]
 *
 * Reads the recordings under `$LIBVIRT_SOURCE` (default `/opt/ref/libvirt-9.0.0`); with `--live` probes the emulators
 * of this machine and reads the reference's own cache files. Exits with 1 when a supported version matches in less than
 * 99 of 100 elements, with 77 when there is nothing to compare with.
 *
 * @module
 */

import {
  type GoldenResult,
  isSupported,
  type RecordedBinary,
  replayCapabilities,
} from "../tests/golden/replay_capabilities.ts";
import { findRecordings } from "../tests/golden/find_recordings.ts";
import { compareLive, readReferenceCache } from "../tests/golden/live_capabilities.ts";

/** The least share of expected elements that must match. */
const REQUIRED = 0.99;

interface Row {
  readonly name: string;
  readonly result: GoldenResult;
  /** Whether a bad result is a failure. */
  readonly counts: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  const limit = Number(args.find((arg) => arg.startsWith("--differences="))?.split("=")[1] ?? 10);
  const rows = args.includes("--live") ? await liveRows() : await recordedRows();
  if (typeof rows === "string") {
    console.log(`Skipped: ${rows}`);
    return 77;
  }
  console.log(row("emulator", "expected", "matched", "missing", "surplus", "share", "order", "newer", "unasked"));
  let failed = false;
  for await (const { name, result, counts } of rows) {
    const share = result.matched / result.expected;
    failed ||= counts && share < REQUIRED;
    console.log(tableRow(counts ? name : `${name} (old)`, result, share));
    print("missing", result.missing, limit);
    print("surplus", result.surplus, limit);
    print("problem", result.problems.map(({ step, message }) => `${step}: ${message}`), limit);
  }
  return failed ? 1 : 0;
}

async function recordedRows(): Promise<AsyncGenerator<Row> | string> {
  const recordings = await findRecordings();
  return typeof recordings === "string" ? recordings : replayEach(recordings);
}

async function* replayEach(recordings: readonly RecordedBinary[]): AsyncGenerator<Row> {
  for (const binary of recordings) {
    const result = await replayCapabilities(binary);
    yield { name: `${binary.version} ${binary.arch}`, result, counts: isSupported(binary) };
  }
}

async function liveRows(): Promise<AsyncGenerator<Row> | string> {
  const files = await readReferenceCache();
  return typeof files === "string" ? files : probeEach(files);
}

async function* probeEach(files: readonly string[]): AsyncGenerator<Row> {
  for await (const result of compareLive(files)) {
    yield { name: result.emulator.split("/").pop() ?? "", result, counts: true };
  }
}

function tableRow(name: string, result: GoldenResult, share: number): string {
  const { expected, matched, missing, surplus, inOrder, newer, unrecorded } = result;
  const counts = [expected, matched, missing.length, surplus.length].map(String);
  const rest = [newer, unrecorded.length].map(String);
  return row(name, ...counts, `${(share * 100).toFixed(2)} %`, inOrder ? "same" : "differs", ...rest);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(10)).join("");
}

function print(what: string, lines: readonly string[], limit: number): void {
  for (const line of lines.slice(0, limit)) console.log(`    ${what}: ${line}`);
  if (lines.length > limit) console.log(`    ${what}: and ${lines.length - limit} more`);
}

if (import.meta.main) Deno.exit(await main(Deno.args));
