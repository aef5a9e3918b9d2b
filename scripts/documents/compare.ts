/**
 * Handing the same documents to two servers, and comparing what each says of them.
 *
 * @module
 */

import { open } from "../../mod.ts";
import type { Connection } from "../../src/api/connection.ts";
import { VirtError } from "../../src/model/error.ts";
import type { Section } from "./section.ts";

/** What became of a document. */
export type Outcome =
  | { readonly text: string }
  | { readonly code: string; readonly domain: string; readonly message: string };

/** A document that two servers saw in two ways. */
export interface DocumentDifference {
  /** The folder and the file. */
  readonly file: string;
  readonly ours: Outcome;
  readonly reference: Outcome;
}

/** What a section gave. */
export interface SectionResult {
  readonly name: string;
  /** How many documents there were. */
  readonly documents: number;
  /** How many of them the reference took. */
  readonly taken: number;
  /** Errors whose code and domain are the same are no difference. */
  readonly differences: readonly DocumentDifference[];
}

/** Where the two servers are, and the documents. */
export interface Places {
  readonly ours: string;
  readonly reference: string;
  /** The folder of the tests in the reference's source package. */
  readonly tests: string;
}

/** Compares the servers over one section. */
export async function compareSection(section: Section, { ours, reference, tests }: Places): Promise<SectionResult> {
  const files = await filesOf(section, tests);
  const mine = await outcomes(section, { files, uri: through("test:///default", ours) });
  const theirs = await outcomes(section, { files, uri: through(section.reference ?? "test:///default", reference) });
  const differences: DocumentDifference[] = [];
  let taken = 0;
  for (const [index, path] of files.entries()) {
    const [own, other] = [mine[index], theirs[index]];
    if (own === undefined || other === undefined) continue;
    if ("text" in other) taken += 1;
    if (!isSame(own, other)) differences.push({ file: path.slice(tests.length + 1), ours: own, reference: other });
  }
  return { name: section.name, documents: files.length, taken, differences };
}

async function filesOf({ folders, files = /\.xml$/ }: Section, tests: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for await (const { name } of Deno.readDir(`${tests}/${folder}`)) {
      if (files.test(name)) found.push(`${tests}/${folder}/${name}`);
    }
  }
  return found.sort();
}

/** The hypervisor behind the socket of a server: `test+unix:///default?socket=/run/x`. */
function through(hypervisor: string, socket: string): string {
  const { protocol, pathname } = new URL(hypervisor);
  return `${protocol.slice(0, -1)}+unix://${pathname}?socket=${socket}`;
}

async function outcomes(
  section: Section,
  { files, uri }: { readonly files: readonly string[]; readonly uri: string },
): Promise<Outcome[]> {
  await using connection = await open(uri);
  await section.prepare?.(connection);
  const found: Outcome[] = [];
  for (const path of files) {
    const text = new TextDecoder().decode(await Deno.readFile(path));
    found.push(withoutMadeUp(await outcome(section, { connection, text }), text));
  }
  return found;
}

async function outcome(
  { attempt }: Section,
  { connection, text }: { readonly connection: Connection; readonly text: string },
): Promise<Outcome> {
  try {
    return { text: await attempt(connection, text) };
  } catch (error) {
    if (!(error instanceof VirtError)) throw error;
    return { code: error.code, domain: error.domain, message: error.message };
  }
}

/** The outcome without the UUIDs, addresses and times that a server made up. */
function withoutMadeUp(found: Outcome, source: string): Outcome {
  if (!("text" in found)) return found;
  const given = source.toLowerCase();
  const text = found.text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => given.includes(id) ? id : "SOME-UUID")
    .replace(/[0-9a-f]{2}(:[0-9a-f]{2}){5}/g, (mac) => given.includes(mac) ? mac : "SOME-MAC")
    .replace(/\b1[789]\d{8}\b/g, (second) => given.includes(second) ? second : "NOW");
  return { text };
}

function isSame(ours: Outcome, reference: Outcome): boolean {
  if ("text" in ours || "text" in reference) {
    return "text" in ours && "text" in reference && ours.text === reference.text;
  }
  return ours.code === reference.code && ours.domain === reference.domain;
}
