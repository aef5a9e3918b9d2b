/**
 * The recorded CPUs and CPU documents of the reference's own tests, read where its source is unpacked.
 *
 * @module
 */

import { parseCpu } from "../../src/conf/cpu/parse_cpu.ts";
import type { CpuDocument } from "../../src/conf/cpu/document.ts";
import type { ExpandedModel, ModelDefinition } from "../../src/cpu/mod.ts";
import type { CpuidLeaf, MsrValue } from "../../src/host/host.ts";
import { referenceSource } from "./reference_documents.ts";

/** A recorded processor: what CPUID said, and what QEMU said of it where it was asked. */
export interface RecordedCpu {
  readonly name: string;
  readonly cpuid: readonly CpuidLeaf[];
  readonly msrs: readonly MsrValue[];
  readonly expanded?: ExpandedModel;
  /** Only where the reference's test uses them. */
  readonly definitions: readonly ModelDefinition[];
}

/** The list of cases that the reference runs, as its test program has it; undefined where that is not there. */
export async function readCases(): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(`${referenceSource()}/tests/cputest.c`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Reads a document of the corpus; several in one file come as several. */
export async function readDocuments(name: string): Promise<CpuDocument[]> {
  const text = await Deno.readTextFile(`${referenceSource()}/tests/cputestdata/${name}.xml`);
  const bare = text.replace(/<!--[^]*?-->/g, "");
  return [...bare.matchAll(/<cpu[ >][^]*?<\/cpu>|<cpu [^>]*\/>/g)].map(([document]) => parseCpu(document));
}

/** Reads a recorded x86 processor; `kind` is the reference's word for what was recorded of QEMU. */
export async function readRecordedCpu(name: string, kind: string): Promise<RecordedCpu> {
  const path = `${referenceSource()}/tests/cputestdata/x86_64-cpuid-${name}`;
  const text = await Deno.readTextFile(`${path}.xml`);
  const cpuid = [...text.matchAll(/<cpuid [^>]*>/g)].map(([element]) => ({
    eaxIn: number(element, "eax_in"),
    ecxIn: number(element, "ecx_in"),
    eax: number(element, "eax"),
    ebx: number(element, "ebx"),
    ecx: number(element, "ecx"),
    edx: number(element, "edx"),
  }));
  const msrs = [...text.matchAll(/<msr [^>]*>/g)]
    .map(([element]) => ({
      index: number(element, "index"),
      eax: number(element, "eax"),
      edx: number(element, "edx"),
    }));
  if (kind === "JSON_NONE") return { name, cpuid, msrs, definitions: [] };
  const answers = (await Deno.readTextFile(`${path}.json`)).trim().split(/\n\n(?=\{)/)
    .map((answer) => JSON.parse(answer).return);
  const model = answers.find((answer) => answer.model !== undefined)?.model;
  const properties = Object.entries(model?.props ?? {})
    .map(([property, value]) => ({ name: property, value: value as boolean | string | number }));
  const definitions = answers.find((answer) => Array.isArray(answer) && answer[0]?.name !== undefined) ?? [];
  return {
    name,
    cpuid,
    msrs,
    expanded: { name: "base", migratability: false, properties },
    definitions: kind.startsWith("JSON_MODELS") ? definitions.map(readDefinition) : [],
  };
}

function readDefinition(row: Record<string, unknown>): ModelDefinition {
  const blockers = Array.isArray(row["unavailable-features"]) ? row["unavailable-features"] as string[] : [];
  return { name: String(row["name"]), usable: blockers.length === 0 ? "yes" : "no", blockers, deprecated: false };
}

function number(element: string, attribute: string): number {
  return Number(new RegExp(` ${attribute}=['"]([^'"]*)`).exec(element)?.[1] ?? 0);
}
