/**
 * One document out of what the runs of a binary said and what is known of the host.
 *
 * @module
 */

import type { CpuidLeaf } from "../../host/host.ts";
import type { ProbeLog, QemuCapabilities } from "./capabilities.ts";
import { orderFlags } from "./flags/names.ts";
import type { FullInterrogation, TcgInterrogation } from "./interrogate.ts";
import { sevGuestLimits } from "./parse_platform.ts";

/** What the host and the probe add to the answers. */
export interface ProbeContext {
  /** Absolute path of the binary. */
  readonly emulator: string;
  /** Whether the host's KVM may run hypervisors in guests. */
  readonly kvmSupportsNesting: boolean;
  /** Whether the host's KVM may run guests that it cannot look into. */
  readonly kvmSupportsSecureGuest: boolean;
  /** The host's CPUID leaves, for how many SEV guests there is room. */
  readonly cpuid?: readonly CpuidLeaf[];
  /** Its `partial` and `problems` are completed with those of the answers. */
  readonly log: ProbeLog;
}

/** Merges the run with every accelerator and, where there was one, the run with `accel=tcg`. */
export function mergeInterrogations(
  context: ProbeContext,
  full: FullInterrogation,
  tcg?: TcgInterrogation,
): QemuCapabilities {
  const problems = [...context.log.problems, ...full.problems, ...tcg?.problems ?? []];
  const flags = tcg === undefined ? full.flags : orderFlags(new Set([...full.flags, ...tcg.flags]));
  const kvm = full.flags.includes("kvm");
  return {
    emulator: context.emulator,
    version: full.version,
    ...full.package !== undefined && { package: full.package },
    arch: full.arch,
    target: full.target,
    flags,
    accelerators: tcg === undefined ? [full.accelerator] : [full.accelerator, tcg.accelerator],
    gic: full.gic,
    ...full.sev !== undefined && { sev: { ...full.sev, ...sevGuestLimits(context.cpuid ?? []) } },
    ...full.sgx !== undefined && { sgx: full.sgx },
    ...full.hyperv !== undefined && { hyperv: full.hyperv },
    kvmSupportsNesting: kvm && context.kvmSupportsNesting,
    kvmSupportsSecureGuest: kvm && context.kvmSupportsSecureGuest,
    probe: { ...context.log, partial: context.log.partial || problems.length > 0, problems },
  };
}
