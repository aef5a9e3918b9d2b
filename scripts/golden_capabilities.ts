/**
 * Prints how our capability documents compare with the reference's, element by element.
 *
 *     deno run -A scripts/golden_capabilities.ts [--differences=N]
 *
 * Reads the recordings under `$LIBVIRT_SOURCE` (default `/opt/ref/libvirt-9.0.0`). Exits with 1 when a supported
 * version matches in less than 99 of 100 elements, with 77 when there is nothing to read.
 *
 * @module
 */

import { type GoldenResult, isSupported, replayCapabilities } from "../tests/golden/replay_capabilities.ts";
import { findRecordings } from "../tests/golden/find_recordings.ts";

/** The least share of expected elements that must match. */
const REQUIRED = 0.99;

async function main(args: readonly string[]): Promise<number> {
  const limit = Number(args.find((arg) => arg.startsWith("--differences="))?.split("=")[1] ?? 10);
  const recordings = await findRecordings();
  if (typeof recordings === "string") {
    console.log(`Skipped: ${recordings}`);
    return 77;
  }
  console.log(row("recording", "expected", "matched", "missing", "surplus", "share", "order", "newer", "unasked"));
  let failed = false;
  for (const binary of recordings) {
    const result = await replayCapabilities(binary);
    const supported = isSupported(binary);
    const share = result.matched / result.expected;
    failed ||= supported && share < REQUIRED;
    console.log(tableRow(`${binary.version} ${binary.arch}${supported ? "" : " (old)"}`, result, share));
    print("missing", result.missing, limit);
    print("surplus", result.surplus, limit);
    print("problem", result.problems.map(({ step, message }) => `${step}: ${message}`), limit);
  }
  return failed ? 1 : 0;
}

function tableRow(name: string, result: GoldenResult, share: number): string {
  const { expected, matched, missing, surplus, inOrder, newer, unrecorded } = result;
  const counts = [expected, matched, missing.length, surplus.length].map(String);
  const rest = [newer, unrecorded.length].map(String);
  return row(name, ...counts, `${(share * 100).toFixed(2)} %`, inOrder ? "same" : "differs", ...rest);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(10)).join("");
}

function print(what: string, lines: readonly string[], limit: number): void {
  for (const line of lines.slice(0, limit)) console.log(`    ${what}: ${line}`);
  if (lines.length > limit) console.log(`    ${what}: and ${lines.length - limit} more`);
}

if (import.meta.main) Deno.exit(await main(Deno.args));
