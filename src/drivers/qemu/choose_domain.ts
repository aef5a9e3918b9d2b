/**
 * What a question about domain capabilities leaves open is chosen here, as libvirt chooses it: the host's
 * architecture, the emulator that serves it, the best virtualisation type, the default machine type.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import { isVirtType } from "../../model/virt_type.ts";
import type { DomainCapabilitiesQuery } from "../contract.ts";
import { acceleratorFor } from "./build_domain_capabilities.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import { defaultEmulator } from "./default_emulator.ts";
import { isArchitecture } from "../../model/architecture.ts";
import { isArm, isPpc, isS390, isX86 } from "./guest_architectures.ts";

/** The least that is known of an emulator before it is asked. */
export interface EmulatorCandidate {
  /** Absolute path. */
  readonly emulator: string;
  /** Absent while nothing is known of it. */
  readonly arch?: string;
}

/** Which emulator a question is about. */
export interface ChosenEmulator {
  readonly emulator: string;
  /** The guest's architecture. */
  readonly arch: string;
}

/** The guest a question is about. */
export interface ChosenDomain {
  readonly virtType: string;
  /** The versioned name; absent where the emulator has no machine types. */
  readonly machine?: string;
}

const DOMAIN = { domain: "VIR_FROM_QEMU" } as const;

/** Families whose emulators serve one another's guests. */
const FAMILIES = [isX86, isPpc, isArm, isS390];

/**
 * Finds the emulator for a question, out of those on the host in the order of the search path.
 *
 * @throws {VirtError} `VIR_ERR_INVALID_ARG` for an unknown architecture, `VIR_ERR_CONFIG_UNSUPPORTED` where no
 * emulator serves it.
 */
export function chooseEmulator(
  query: DomainCapabilitiesQuery,
  emulators: readonly EmulatorCandidate[],
  options: { readonly hostArch: string },
): ChosenEmulator {
  const { hostArch } = options;
  const arch = query.arch ?? hostArch;
  // An emulator that is named may serve an architecture of its own; it is asked when it is known.
  if (query.emulator !== undefined) return { emulator: query.emulator, arch };
  if (!isArchitecture(arch) && !emulators.some((each) => each.arch === arch)) throw unknownArchitecture(arch);
  const found = defaultEmulator(emulators, arch, { hostArch }) ?? emulators.find((each) => each.arch === arch);
  if (found !== undefined) return { emulator: found.emulator, arch };
  throw new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", `unable to find any emulator to serve '${arch}' architecture`, {
    ...DOMAIN,
    hint: "Install the emulator, or name it in the configuration",
  });
}

/**
 * Chooses virtualisation type and machine type, and refuses what the emulator does not have.
 *
 * @throws {VirtError} `VIR_ERR_INVALID_ARG`
 */
export function chooseDomain(
  query: DomainCapabilitiesQuery,
  capabilities: QemuCapabilities,
  options: { readonly arch: string },
): ChosenDomain {
  const { arch } = options;
  if (arch !== capabilities.arch && !FAMILIES.some((same) => same(arch) && same(capabilities.arch))) {
    if (!isArchitecture(arch)) throw unknownArchitecture(arch);
    throw invalid(
      `architecture from emulator '${capabilities.arch}' doesn't match given architecture '${arch}'`,
      "Leave either the emulator or the architecture out",
    );
  }
  const virtType = chooseVirtType(query.virtType, capabilities);
  const machines = acceleratorFor(capabilities, virtType)?.machines ?? [];
  const { machine } = query;
  if (machine === undefined) {
    const first = machines[0];
    return first === undefined ? { virtType } : { virtType, machine: first.name };
  }
  const found = machines.find(({ alias }) => alias === machine) ?? machines.find(({ name }) => name === machine);
  if (found !== undefined) return { virtType, machine: found.name };
  throw invalid(
    `the machine '${machine}' is not supported by emulator '${capabilities.emulator}'`,
    "Ask for a machine that the host's capabilities list",
  );
}

function unknownArchitecture(arch: string): VirtError {
  return invalid(`unknown architecture: ${arch}`, "Ask for an architecture that the host's capabilities list");
}

function chooseVirtType(asked: string | undefined, capabilities: QemuCapabilities): string {
  const best = capabilities.accelerators.find(({ type }) => type !== "tcg")?.type ?? "qemu";
  if (asked === undefined) return best;
  if (!isVirtType(asked)) throw invalid(`unknown virttype: ${asked}`, "Ask for qemu or kvm");
  if (acceleratorFor(capabilities, asked) !== undefined) return asked;
  throw invalid(
    `the accel '${asked === "qemu" ? "tcg" : asked}' is not supported by '${capabilities.emulator}' on this host`,
    "Ask for qemu, or see what keeps the accelerator from being used with: innkeeper doctor",
  );
}

function invalid(detail: string, hint: string): VirtError {
  return new VirtError("VIR_ERR_INVALID_ARG", detail, { ...DOMAIN, hint });
}
