/**
 * Puts the reference's test documents through parser and formatter and says which come back.
 *
 * @module
 */

import { formatShape, jsonSchemaOf, parseShape } from "../../../src/conf/shape/mod.ts";
import { jsonSchemaProblem } from "../../../src/conf/json_schema_problem.ts";
import type { CorpusRow } from "./rows.ts";
import { validateFiles, validateTexts } from "./xmllint.ts";

/** Something that is not as it should be. */
export interface Failure {
  readonly file: string;
  /** What went wrong: `parsed`, `round trip`, … */
  readonly step: keyof Counts;
  readonly reason: string;
}

/** A number of files that succeeded, of those that should have. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

/** What was counted. */
export interface Counts {
  /** Valid files that were parsed. */
  readonly parsed: Share;
  /** Valid files that mean the same after being formatted and parsed again. */
  readonly roundTrip: Share;
  /** Files that came back byte for byte as the reference writes them. */
  readonly identical: Share;
  /** Outputs that satisfy the schema. */
  readonly schema: Share;
  /** Documents whose JSON form satisfies the JSON schema and comes back from its text. */
  readonly json: Share;
  /** Files that are refused because the reference refuses them. */
  readonly refused: Share;
}

/** One row's outcome. */
export interface Measured {
  readonly folder: string;
  readonly files: number;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
}

/** Where the reference's tests are. */
export function testsFolder(): string {
  return `${Deno.env.get("LIBVIRT_SOURCE") ?? "/opt/ref/libvirt-9.0.0"}/tests`;
}

/** Measures one folder. */
export async function measure(row: CorpusRow): Promise<Measured> {
  const files = await filesOf(row);
  const invalid = await invalidOf(row, files);
  const doubtful = await namedBy(row.mayBeRefused);
  const jsonSchema = jsonSchemaOf(row.shape);
  const failures: Failure[] = [];
  const outputs = new Map<string, string>();
  const shares = new Map<keyof Counts, { done: number; of: number }>();
  const count = (file: string, step: keyof Counts, reason: string | undefined): void => {
    const share = shares.get(step) ?? { done: 0, of: 0 };
    shares.set(step, { done: share.done + (reason === undefined ? 1 : 0), of: share.of + 1 });
    if (reason !== undefined) failures.push({ file, step, reason });
  };
  for (const file of files) {
    const text = await Deno.readTextFile(`${testsFolder()}/${row.folder}/${file}`);
    const result = roundTrip(row, text);
    if (invalid.has(file)) {
      count(file, "refused", result.problem === undefined ? "it was accepted" : undefined);
      continue;
    }
    if (doubtful.has(file) && result.problem !== undefined) continue;
    count(file, "parsed", result.problem);
    if (result.output === undefined) {
      count(file, "roundTrip", "it was not parsed");
      continue;
    }
    count(file, "roundTrip", result.change);
    count(file, "json", jsonSchemaProblem(jsonSchema, result.document) ?? lossInJson(result.document));
    outputs.set(file, result.output);
    const expected = await expectedOf(row, file, text);
    if (expected !== undefined) count(file, "identical", firstDifference(expected, result.completed ?? ""));
  }
  const validated = row.schema === undefined ? [] : await validateTexts(row.schema, outputs);
  for (const [file, reason] of validated) count(file, "schema", reason);
  const share = (step: keyof Counts): Share => shares.get(step) ?? { done: 0, of: 0 };
  const counts = {
    parsed: share("parsed"),
    roundTrip: share("roundTrip"),
    identical: share("identical"),
    schema: share("schema"),
    json: share("json"),
    refused: share("refused"),
  };
  return { folder: row.folder, files: files.length, counts, failures };
}

interface RoundTrip {
  readonly document?: unknown;
  readonly problem?: string;
  readonly output?: string;
  /** The output after the reference's own additions. */
  readonly completed?: string;
  /** What changed on the way. */
  readonly change?: string | undefined;
}

function roundTrip({ shape, live = true, complete = itself }: CorpusRow, text: string): RoundTrip {
  let document: unknown;
  let completed: string;
  try {
    document = parseShape(shape, text, { live });
    completed = formatShape(shape, complete(document));
  } catch (error) {
    return { problem: messageOf(error) };
  }
  const output = formatShape(shape, document);
  try {
    const again = parseShape(shape, output, { live });
    return { document, output, completed, change: firstDifference(printable(document), printable(again)) };
  } catch (error) {
    return { document, output, completed, change: `our own output: ${messageOf(error)}` };
  }
}

function itself(document: unknown): unknown {
  return document;
}

async function filesOf(row: CorpusRow): Promise<string[]> {
  const files: string[] = [];
  for await (const { name } of Deno.readDir(`${testsFolder()}/${row.folder}`)) {
    if ((row.files ?? /\.xml$/).test(name) && row.leftOut?.[name] === undefined) files.push(name);
  }
  return files.sort();
}

/** Files that the reference refuses: by its schema, or in its own test. */
async function invalidOf(row: CorpusRow, files: readonly string[]): Promise<ReadonlySet<string>> {
  const paths = files.map((file) => `${testsFolder()}/${row.folder}/${file}`);
  const validated = row.schema === undefined ? [] : await validateFiles(row.schema, paths);
  const bySchema = [...validated].filter(([, reason]) => reason !== undefined);
  const invalid = new Set(bySchema.map(([path]) => path.slice(path.lastIndexOf("/") + 1)));
  return invalid.union(await namedBy(row.refused));
}

/** The files that a test's source names in this way. */
async function namedBy(named: CorpusRow["refused"]): Promise<ReadonlySet<string>> {
  if (named === undefined) return new Set();
  const source = await Deno.readTextFile(`${testsFolder()}/${named.test}`);
  return new Set(Array.from(source.matchAll(named.macro), (match) => `${match[1]}.xml`));
}

async function expectedOf(row: CorpusRow, file: string, text: string): Promise<string | undefined> {
  if (row.comesBackAs === undefined || row.comesBackAs === "itself") return row.comesBackAs && text;
  try {
    return await Deno.readTextFile(`${testsFolder()}/${row.comesBackAs.folder}/${file}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return row.comesBackAs.others === undefined ? text : undefined;
    throw error;
  }
}

function firstDifference(expected: string, found: string): string | undefined {
  if (expected === found) return undefined;
  const [left, right] = [expected.split("\n"), found.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1}: expected ${quote(left[at])}, found ${quote(right[at])}`;
}

function quote(line: string | undefined): string {
  return line === undefined ? "the end" : `"${line.trim()}"`;
}

function printable(value: unknown): string {
  return JSON.stringify(value, (_, each) => typeof each === "bigint" ? `${each}n` : sorted(each), 1) ?? "";
}

/** Numbers beyond 2⁵³ are digits in JSON; everything else comes back as it was. */
function lossInJson(document: unknown): string | undefined {
  const text = printable(document);
  return firstDifference(text, printable(JSON.parse(text)));
}

/** The order of properties means nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
