/**
 * Arguments that no driver could mean anything by are refused before a driver sees them.
 *
 * @module
 */

import type { DomainCapabilitiesQuery, ProbeOptions } from "../drivers/contract.ts";
import { VirtError } from "../model/error.ts";
import { isVirtType, VIRT_TYPES } from "../model/virt_type.ts";

const MAX_PATH = 4096;
const MAX_EMULATORS = 1024;
const WORD = /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,127}$/;

/** Throws `VIR_ERR_INVALID_ARG` where a query cannot be meant. */
export function checkDomainCapabilitiesQuery({ emulator, arch, machine, virtType }: DomainCapabilitiesQuery): void {
  if (emulator !== undefined) checkPath(emulator);
  if (arch !== undefined && !WORD.test(arch)) throw invalid(`unknown architecture: ${quote(arch)}`);
  if (machine !== undefined && !WORD.test(machine)) throw invalid(`unknown machine: ${quote(machine)}`);
  if (virtType !== undefined && !isVirtType(virtType)) {
    throw invalid(`unknown virttype: ${quote(virtType)}`, `The virtualisation types are ${VIRT_TYPES.join(", ")}`);
  }
}

/** Throws `VIR_ERR_INVALID_ARG` where a probe is asked for something that is not a path. */
export function checkProbeOptions({ emulators = [] }: ProbeOptions): void {
  if (emulators.length > MAX_EMULATORS) throw invalid(`more than ${MAX_EMULATORS} emulators at once`);
  for (const path of emulators) checkPath(path);
}

function checkPath(path: string): void {
  if (path.startsWith("/") && path.length <= MAX_PATH && !path.includes("\0")) return;
  throw invalid(`the emulator ${quote(path)} is not an absolute path`, "Write the whole path, from the root");
}

function quote(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function invalid(detail: string, hint?: string): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", detail, hint === undefined ? {} : { hint });
}
