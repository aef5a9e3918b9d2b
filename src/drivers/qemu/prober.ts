/**
 * What the emulators' service needs of the part that finds and starts emulators: so that a test is a few lines.
 *
 * @module
 */

import type { CpuidLeaf } from "../../host/host.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import type { Account } from "./validity/read_host_facts.ts";

/** Everything that looks like an emulator on this machine. */
export interface EmulatorsFound {
  /** Those that can be run, in the order in which they should be probed: native ones first. */
  readonly emulators: readonly { readonly path: string; readonly native: boolean }[];
  /** Those that cannot, and why. */
  readonly unusable: readonly { readonly path: string; readonly reason: string }[];
}

/** One probe. */
export interface ProbeOrder {
  /** Absolute path of the binary. */
  readonly path: string;
  /** Why it is made; it is written into the result. */
  readonly reason: string;
  readonly kvmSupportsNesting: boolean;
  readonly kvmSupportsSecureGuest: boolean;
  /** What the host's processor answers, where it could be asked. */
  readonly cpuid?: readonly CpuidLeaf[];
  /** Device types that are known to kill this very binary. */
  readonly deniedTypes: readonly string[];
  readonly signal: AbortSignal;
}

/** Finds and probes. */
export interface Prober {
  /** Looks for emulators. */
  find(): Promise<EmulatorsFound>;
  /** The account emulators are run as; absent: that of this process. */
  account(): Promise<Account | undefined>;
  /** Asks one emulator everything. Throws an error that tells the step, and what the program printed. */
  probe(order: ProbeOrder): Promise<QemuCapabilities>;
}
