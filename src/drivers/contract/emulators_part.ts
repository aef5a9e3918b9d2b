/**
 * The emulators of a hypervisor that runs guests in programs of its own.
 *
 * @module
 */

import type { ReadOptions } from "./capabilities_part.ts";

/** The emulators of a hypervisor that runs guests in programs of its own. */
export interface EmulatorsPart {
  /** What is known of each now, without waiting for a probe. */
  list(options?: ReadOptions): Promise<readonly EmulatorState[]>;
  /** Probes what is not valid (or everything, with `force`), native architectures first; yields each as it ends. */
  probe(options?: ProbeOptions): AsyncIterable<EmulatorState>;
}

/** How to probe. */
export interface ProbeOptions {
  /** What a look at the machine has shown a moment ago counts. @default {false} */
  readonly allowStale?: boolean;
  /** When true what is still valid is probed, too. @default {false} */
  readonly force?: boolean;
  /** Only these binaries. */
  readonly emulators?: readonly string[];
  /** Gives up on the probe. */
  readonly signal?: AbortSignal;
}

/** What is known of one emulator. */
export interface EmulatorState {
  /** Absolute path of the binary. */
  readonly path: string;
  /** `probing`: no answer yet. `failed`: a negative entry, tried again at `retryAt`. */
  readonly state: "unprobed" | "probing" | "ready" | "failed";
  /** Guest architecture in libvirt's words, QEMU's own where libvirt has none. */
  readonly arch?: string;
  /** `7.2.22`. */
  readonly version?: string;
  /** The packager's own version, where the program names one. */
  readonly package?: string;
  /** Accelerators it offers on this host: `kvm`, `tcg`, … */
  readonly accelerators?: readonly string[];
  /** How many machine types it has. */
  readonly machineCount?: number;
  /** True where the answer came from the cache. */
  readonly cached?: boolean;
  /** Why it was last probed: `new`, `binary-ctime`, … */
  readonly reason?: string;
  /** Milliseconds that the probe took. */
  readonly durationMs?: number;
  /** ISO 8601. */
  readonly probedAt?: string;
  /** True where a step failed and the rest was kept. */
  readonly partial?: boolean;
  /** The steps that failed. */
  readonly problems?: readonly { readonly step: string; readonly message: string }[];
  /** For `failed`: what went wrong, the step and what the program printed. */
  readonly error?: { readonly step: string; readonly message: string; readonly stderr?: string };
  /** ISO 8601, for `failed`. */
  readonly retryAt?: string;
}
