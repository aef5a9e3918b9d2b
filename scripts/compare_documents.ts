/**
 * Hands the test documents of the reference's source package to two servers, and compares what comes back: the same
 * text, or the same code and domain of an error.
 *
 *     deno run -A scripts/compare_documents.ts OUR-SOCKET REFERENCE-SOCKET [--only SECTION,…]
 *
 * Reads `$LIBVIRT_SOURCE/tests` (default `/opt/ref/libvirt-9.0.0/tests`). Exit code 1 where less than 95 in a hundred
 * agree in a section.
 *
 * @module
 */

import { testsFolder } from "../tests/golden/corpus/measure.ts";
import { compareSection, type DocumentDifference, type Outcome, type SectionResult } from "./documents/compare.ts";
import { KNOWN_DIFFERENCES } from "./documents/known_differences.ts";
import { SECTIONS } from "./documents/sections.ts";

/** The least share of documents that has to agree. */
export const REQUIRED_SHARE = 0.95;

/** The share of documents that two servers agree on. */
export function shareOf({ documents, differences }: SectionResult): number {
  return documents === 0 ? 1 : 1 - differences.length / documents;
}

/** One difference in a few lines. */
export function printDifference({ file, ours, reference }: DocumentDifference): string {
  const reason = KNOWN_DIFFERENCES[file];
  const head = reason === undefined ? file : `${file} (${reason})`;
  if ("text" in ours && "text" in reference) {
    const [own, other] = [ours.text.split("\n"), reference.text.split("\n")];
    const at = own.findIndex((line, index) => line !== other[index]);
    const index = at === -1 ? own.length : at;
    return `${head}, line ${index + 1}\n  ours      | ${own[index] ?? ""}\n  reference | ${other[index] ?? ""}`;
  }
  return `${head}\n  ours      | ${inWords(ours)}\n  reference | ${inWords(reference)}`;
}

function inWords(outcome: Outcome): string {
  return "text" in outcome ? "taken" : `${outcome.code} ${outcome.domain}: ${outcome.message}`;
}

if (import.meta.main) {
  const [ours, reference] = Deno.args;
  if (ours === undefined || reference === undefined || ours.startsWith("-")) {
    console.error("Name two sockets: deno run -A scripts/compare_documents.ts OUR-SOCKET REFERENCE-SOCKET");
    Deno.exit(2);
  }
  const only = Deno.args.includes("--only") ? Deno.args[Deno.args.indexOf("--only") + 1]?.split(",") : undefined;
  const places = { ours, reference, tests: testsFolder() };
  const results: SectionResult[] = [];
  for (const section of SECTIONS.filter(({ name }) => only?.includes(name) ?? true)) {
    const result = await compareSection(section, places);
    results.push(result);
    const { name, documents, taken, differences } = result;
    const same = `${documents - differences.length} the same`.padStart(15);
    const share = `${(100 * shareOf(result)).toFixed(1)} %`.padStart(8);
    console.log(`${name.padEnd(10)}${String(documents).padStart(6)} documents (${taken} taken),${same},${share}`);
  }
  for (const { differences } of results) for (const each of differences) console.log(printDifference(each));
  if (results.some((result) => shareOf(result) < REQUIRED_SHARE)) Deno.exit(1);
}
