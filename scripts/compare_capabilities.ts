/**
 * Compares our two documents with the reference's on this machine, element by element, at the reference's level.
 *
 *     deno task compare            every architecture, virtualisation type and a good set of machine types
 *     deno task compare x86_64     only this architecture
 *
 * Prints a table, then every difference with its reason. Exit code 0: all differences are explained; 1: one is not;
 * 2: there is nothing to compare with.
 *
 * @module
 */

import { exists } from "@std/fs";
import { open } from "../mod.ts";
import type { Connection } from "../src/api/connection.ts";
import type { CapabilitiesDocument } from "../src/conf/capabilities/document.ts";
import { formatCapabilities } from "../src/conf/capabilities/format_capabilities.ts";
import { parseCapabilities } from "../src/conf/capabilities/parse_capabilities.ts";
import { formatDomainCapabilities } from "../src/conf/domain_capabilities/format_domain_capabilities.ts";
import type { DomainCapabilitiesQuery } from "../src/drivers/contract.ts";
import { compareElements } from "../tests/golden/compare_elements.ts";
import { explain, type Explanation, EXPLANATIONS, type SetAside, setAside } from "./explain_differences.ts";

const URI = "qemu:///system";

/** Machine types worth a question besides the default, where an emulator has them: one of each kind. */
const MACHINES = [
  ...["pc", "q35", "microvm", "isapc", "virt", "raspi3b", "pseries", "powernv", "g3beige", "malta", "sun4u"],
  ...["s390-ccw-virtio", "sifive_u", "none"],
];

/** One document beside the reference's. */
interface Row {
  readonly document: string;
  readonly elements: number;
  readonly matched: number;
  readonly differences: readonly string[];
}

/** The reference's answer, or its error. */
type Answer = { readonly text: string } | { readonly error: string };

async function virsh(...args: readonly string[]): Promise<Answer> {
  const { success, stdout, stderr } = await new Deno.Command("virsh", { args: ["-q", "-c", URI, ...args] }).output();
  const decoder = new TextDecoder();
  return success ? { text: decoder.decode(stdout) } : { error: decoder.decode(stderr).trim().split("\n")[0] ?? "" };
}

/** libvirt's version number, of the library that answers. */
async function referenceLevel(): Promise<number | undefined> {
  const answer = await virsh("version", "--daemon");
  const found = "text" in answer ? /daemon: (\d+)\.(\d+)\.(\d+)/.exec(answer.text) : null;
  return found === null ? undefined : Number(found[1]) * 1_000_000 + Number(found[2]) * 1_000 + Number(found[3]);
}

function compare(document: string, expected: string, actual: string): Row {
  const { expected: elements, matched, missing, surplus, inOrder } = compareElements(expected, actual, () => true);
  const differences = [...missing.map((line) => `missing ${line}`), ...surplus.map((line) => `surplus ${line}`)];
  if (!inOrder) differences.push("order of the elements that match");
  return { document, elements, matched, differences };
}

/** Every question worth asking: what the reference lists, in all its combinations. */
function questions({ guests }: CapabilitiesDocument, only: readonly string[]): DomainCapabilitiesQuery[] {
  const wanted = guests.filter(({ arch }) => only.length === 0 || only.includes(arch.name));
  return wanted.flatMap(({ arch }) => {
    const has = new Set(arch.machines.map(({ name }) => name));
    const machines = MACHINES.filter((name) => has.has(name));
    return arch.domains.flatMap(({ type }) => [
      { arch: arch.name, virtType: type },
      ...machines.map((machine) => ({ arch: arch.name, virtType: type, machine })),
    ]);
  });
}

async function compareDomain(connection: Connection, query: DomainCapabilitiesQuery, level: number): Promise<Row> {
  const asked = [["--arch", query.arch], ["--virttype", query.virtType], ["--machine", query.machine]] as const;
  const args = asked.flatMap(([option, value]) => value === undefined ? [] : [option, value]);
  const document = args.filter((word) => !word.startsWith("--")).join(" ") || "domain capabilities";
  const expected = await virsh("domcapabilities", ...args);
  let actual: Answer;
  try {
    actual = { text: formatDomainCapabilities(await connection.getDomainCapabilities(query), { level }) };
  } catch (error) {
    actual = { error: error instanceof Error ? error.message : String(error) };
  }
  if ("text" in expected && "text" in actual) return compare(document, expected.text, actual.text);
  if ("error" in expected && "error" in actual) return { document, elements: 1, matched: 1, differences: [] };
  const difference = "error" in actual
    ? `ours fails: ${actual.error}`
    : `the reference fails: ${JSON.stringify(expected)}`;
  return { document, elements: 1, matched: 0, differences: [difference] };
}

async function compareAll(only: readonly string[]): Promise<{ rows: Row[]; aside: SetAside[] } | string> {
  const level = await referenceLevel();
  const reference = await virsh("capabilities");
  if (level === undefined || "error" in reference) {
    return "error" in reference ? reference.error : "the reference does not tell its version";
  }
  await using connection = await open(URI);
  const { rest, aside } = setAside(await connection.getCapabilities());
  const rows = [compare("capabilities", reference.text, formatCapabilities(rest, { level }))];
  rows.push(await compareDomain(connection, {}, level));
  for (const query of questions(parseCapabilities(reference.text), only)) {
    rows.push(await compareDomain(connection, query, level));
  }
  return { rows, aside };
}

function printTable(rows: readonly Row[]): void {
  console.log(`${"document".padEnd(40)}elements  equal  differences`);
  for (const { document, elements, matched, differences } of rows) {
    const counts = [String(elements).padStart(8), String(matched).padStart(7), String(differences.length).padStart(13)];
    console.log(document.padEnd(40) + counts.join(""));
  }
}

/** The rows that hold on this machine. */
async function explanationsHere(): Promise<Explanation[]> {
  const held = await Promise.all(
    EXPLANATIONS.map(async ({ unlessFile }) => unlessFile === undefined || !(await exists(unlessFile))),
  );
  return EXPLANATIONS.filter((_, index) => held[index]);
}

/** Prints each difference once, with the documents it is in; returns how many have no reason. */
function printDifferences(rows: readonly Row[], explanations: readonly Explanation[]): number {
  const found = new Map<string, { reason: string | undefined; documents: string[] }>();
  for (const { document, differences } of rows) {
    for (const difference of differences) {
      const reason = explain(document, difference, explanations);
      const key = `${difference}\n${reason}`;
      const entry = found.get(key) ?? { reason, documents: [] };
      entry.documents.push(document);
      found.set(key, entry);
    }
  }
  let unexplained = 0;
  for (const [key, { reason, documents }] of found) {
    const where = documents.length > 3
      ? `${documents.slice(0, 3).join("; ")} and ${documents.length - 3} more`
      : documents.join("; ");
    console.log(
      `\n${key.split("\n")[0]}\n  in ${where}\n  ${reason === undefined ? "NOT EXPLAINED" : `because ${reason}`}`,
    );
    if (reason === undefined) unexplained += documents.length;
  }
  return unexplained;
}

if (import.meta.main) {
  const result = await compareAll(Deno.args);
  if (typeof result === "string") {
    console.error(`Cannot compare: ${result}; start the reference implementation and see that virsh -c ${URI} answers`);
    Deno.exit(2);
  }
  const { rows, aside } = result;
  printTable(rows);
  for (const { what, reason } of aside) console.log(`\nsurplus ${what}\n  because ${reason}`);
  const unexplained = printDifferences(rows, await explanationsHere());
  const total = rows.reduce((sum, { elements }) => sum + elements, 0);
  const equal = rows.reduce((sum, { matched }) => sum + matched, 0);
  console.log(
    `\n${rows.length} documents, ${equal} of ${total} elements equal, ${unexplained} differences not explained`,
  );
  if (unexplained > 0) Deno.exit(1);
}
