/**
 * The golden run of capabilities: every recorded conversation of the reference's source package goes through the real
 * interrogation, and the document that comes out is laid beside the one that the reference expects.
 *
 * @module
 */

import { formatCacheDocument } from "../../src/drivers/qemu/format_cache_document.ts";
import { isNewerFlag } from "../../src/drivers/qemu/flags/names.ts";
import { interrogate } from "../../src/drivers/qemu/interrogate.ts";
import { mergeInterrogations } from "../../src/drivers/qemu/merge_interrogations.ts";
import { HYPERV_FEATURES } from "../../src/drivers/qemu/parse_hyperv.ts";
import { OLDEST_VERSION } from "../../src/drivers/qemu/parse_version.ts";
import { compareElements, type Comparison } from "./compare_elements.ts";
import { parseRecording, RecordedSession, UNRECORDED } from "./recorded_session.ts";

/** One recorded binary. */
export interface RecordedBinary {
  /** `7.2.0`. */
  readonly version: string;
  readonly arch: string;
  readonly replies: string;
  readonly expected: string;
}

/** What the run of one recording found. */
export interface GoldenResult extends Comparison {
  /** Elements of ours that this release of the reference does not know yet. */
  readonly newer: number;
  /** Questions of ours that were not recorded. */
  readonly unrecorded: readonly string[];
  readonly problems: readonly { readonly step: string; readonly message: string }[];
}

/** Whether this driver claims to support the recorded version. */
export function isSupported({ version }: Pick<RecordedBinary, "version">): boolean {
  const [major = 0, minor = 0, micro = 0] = version.split(".").map(Number);
  return major * 1_000_000 + minor * 1_000 + micro >= OLDEST_VERSION;
}

/** Replays one recording. */
export async function replayCapabilities(binary: RecordedBinary): Promise<GoldenResult> {
  const [first = [], second] = parseRecording(binary.replies);
  const session = new RecordedSession(first);
  const full = await interrogate(session, { phase: "full", oldestVersion: 0 });
  const again = new RecordedSession(second ?? []);
  const tcg = second && await interrogate(again, { phase: "tcg", arch: full.arch });
  const capabilities = mergeInterrogations(
    {
      emulator: `/usr/bin/qemu-system-${binary.arch}`,
      kvmSupportsNesting: false,
      kvmSupportsSecureGuest: false,
      log: { startedAt: "", durationMs: 0, reason: "new", partial: false, problems: [], deniedTypes: [] },
    },
    full,
    tcg,
  );
  const document = formatCacheDocument({
    capabilities,
    inputs: { qemuCtime: 0, selfCtime: 0, selfVersion: 0, ...second && { microcodeVersion: fakeMicrocode(binary) } },
    record: {
      storedAt: "",
      reason: "new",
      fingerprint: {},
      observed: { digests: {}, moduleParameters: {}, firmware: {}, helpers: {} },
    },
  });
  return {
    ...compareWithReference(binary.expected, document),
    unrecorded: [...session.unrecorded, ...again.unrecorded],
    problems: capabilities.probe.problems.filter(({ message }) => !message.includes(UNRECORDED)),
  };
}

/** Compares with a file of the reference, leaving out, and counting, what its release does not know. */
export function compareWithReference(
  expected: string,
  actual: string,
  ignored: readonly string[] = [],
): Comparison & { newer: number } {
  let newer = 0;
  const comparison = compareElements(expected, actual, ({ name: { raw }, attributes }) => {
    if (raw === "innkeeper" || ignored.includes(raw)) return false;
    if (HYPERV_SETTINGS.includes(raw)) return false;
    const { name = "" } = attributes;
    const isNew = raw === "flag" ? isNewerFlag(name) : raw === "cap" && isNewerEnlightenment(name);
    if (isNew) newer++;
    return !isNew;
  });
  return { ...comparison, newer };
}

/** Elements of `<hypervCapabilities>` that came later than the files. */
const HYPERV_SETTINGS = ["spinlocks", "stimer_direct", "tlbflush_direct", "tlbflush_extended", "vendor_id"];

function isNewerEnlightenment(name: string): boolean {
  return HYPERV_FEATURES.some((feature) => feature.name === name && feature.newer === true);
}

/** The reference's harness makes a microcode version up out of the file's name, for binaries with KVM. */
function fakeMicrocode({ arch, version }: RecordedBinary): number {
  const sum = (text: string) => [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return sum(arch) * 100_000 + sum(version);
}
