/**
 * What the platform offers guests beyond a CPU: interrupt controllers for ARM, AMD SEV, Intel SGX.
 *
 * @module
 */

import type { CpuidLeaf } from "../../host/host.ts";
import type { GicCapability, SevCapability, SgxCapability } from "./capabilities.ts";
import { fieldFlag, fieldText, MalformedReplyError, type Reply } from "./schema.ts";
import { readRecord, readRecords, requireCount, requireText } from "./schema.ts";

/** The CPUID leaf in which AMD describes memory encryption (AMD64 manual, volume 3, appendix E). */
const ENCRYPTION_LEAF = 0x8000001f;

/** The answer to `query-gic-capabilities`. */
export function parseGic(reply: unknown): GicCapability[] {
  const command = "query-gic-capabilities";
  return readRecords(command, reply).map((record) => ({
    version: requireCount(command, record, "version"),
    kernel: requireFlag(command, record, "kernel"),
    emulated: requireFlag(command, record, "emulated"),
  }));
}

/** The answer to `query-sev-capabilities`. */
export function parseSev(reply: unknown): SevCapability {
  const command = "query-sev-capabilities";
  const record = readRecord(command, reply);
  const cpu0Id = fieldText(record, "cpu0-id");
  return {
    cbitpos: requireCount(command, record, "cbitpos"),
    reducedPhysBits: requireCount(command, record, "reduced-phys-bits"),
    pdh: requireText(command, record, "pdh"),
    certChain: requireText(command, record, "cert-chain"),
    ...cpu0Id !== undefined && { cpu0Id },
  };
}

/** How many SEV guests of each kind there is room for. */
export type SevGuestLimits = Required<Pick<SevCapability, "maxGuests" | "maxEsGuests">>;

/**
 * How many SEV and SEV-ES guests the processor has identifiers for, of its CPUID leaves: SEV-ES takes those below
 * the least SEV identifier. Absent where the leaf is missing or empty.
 */
export function sevGuestLimits(leaves: readonly CpuidLeaf[]): SevGuestLimits | undefined {
  const leaf = leaves.find(({ eaxIn }) => eaxIn === ENCRYPTION_LEAF);
  if (leaf === undefined || leaf.ecx === 0 || leaf.edx === 0) return undefined;
  return { maxGuests: leaf.ecx - leaf.edx + 1, maxEsGuests: leaf.edx - 1 };
}

/** The answer to `query-sgx-capabilities`; `undefined` from a QEMU before 7.0, which did not name the sections. */
export function parseSgx(reply: unknown): SgxCapability | undefined {
  const command = "query-sgx-capabilities";
  const record = readRecord(command, reply);
  const found = record["sections"];
  if (!Array.isArray(found)) return undefined;
  const sections = readRecords(command, found).map((section) => ({
    node: requireCount(command, section, "node"),
    size: kibibytes(requireCount(command, section, "size")),
  }));
  const total = record["section-size"];
  return {
    flc: requireFlag(command, record, "flc"),
    sgx1: requireFlag(command, record, "sgx1"),
    sgx2: requireFlag(command, record, "sgx2"),
    sectionSize: total !== undefined
      ? kibibytes(requireCount(command, record, "section-size"))
      : sections.reduce((sum, section) => sum + section.size, 0),
    sections,
  };
}

function kibibytes(bytes: number): number {
  return Math.floor(bytes / 1024);
}

function requireFlag(command: string, record: Reply, key: string): boolean {
  const value = fieldFlag(record, key);
  if (value === undefined) throw new MalformedReplyError(command, `a truth value in "${key}"`);
  return value;
}
