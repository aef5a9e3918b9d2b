/**
 * The little of one emulator that the host document needs. The cache keeps it in its index, so that the document is
 * made without reading what is known of each emulator in full.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { Accelerator, AcceleratorType, MachineType, QemuCapabilities } from "./capabilities.ts";

/** A machine type in a summary. */
export interface MachineSummary {
  /** The versioned name. */
  readonly name: string;
  readonly alias?: string;
  /** Absent where QEMU does not say. */
  readonly maxCpus?: number;
  /** Present when true. */
  readonly deprecated?: true;
}

/** What the index keeps of one emulator: JSON values only. */
export interface EmulatorSummary {
  /** Absolute path. */
  readonly emulator: string;
  /** Guest architecture in libvirt's words; QEMU's own word where libvirt has none. */
  readonly arch: string;
  /** major * 1 000 000 + minor * 1 000 + micro. */
  readonly version: number;
  readonly package?: string;
  /** What runs guests, in the order of preference. */
  readonly accelerators: readonly AcceleratorType[];
  /** Of the first accelerator, the default machine first. */
  readonly machines: readonly MachineSummary[];
  /** True where a step of the probe failed and the rest was kept. */
  readonly partial?: true;
}

/** Sums up what is known of an emulator. */
export function summarise(capabilities: QemuCapabilities): EmulatorSummary {
  const { emulator, arch, version, accelerators, probe } = capabilities;
  return defined({
    emulator,
    arch,
    version,
    package: capabilities.package,
    accelerators: accelerators.map(({ type }) => type),
    machines: machinesOf(accelerators[0]),
    partial: probe.partial ? true as const : undefined,
  });
}

function machinesOf(accelerator: Accelerator | undefined): MachineSummary[] {
  return (accelerator?.machines ?? []).map(summariseMachine);
}

function summariseMachine({ name, alias, maxCpus, deprecated }: MachineType): MachineSummary {
  return defined({
    name,
    alias,
    maxCpus: maxCpus > 0 ? maxCpus : undefined,
    deprecated: deprecated ? true as const : undefined,
  });
}
