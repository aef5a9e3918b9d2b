/**
 * What a host and its hypervisor can do: the two capability documents.
 *
 * @module
 */

import type { CapabilitiesDocument } from "../../conf/capabilities/document.ts";
import type { DomainCapabilitiesDocument } from "../../conf/domain_capabilities/document.ts";

/** The two capability documents. */
export interface CapabilitiesPart {
  host(options?: ReadOptions): Promise<CapabilitiesDocument>;
  domain(query: DomainCapabilitiesQuery, options?: ReadOptions): Promise<DomainCapabilitiesDocument>;
}

/** How fresh an answer has to be. */
export interface ReadOptions {
  /** Gives up on the answer. */
  readonly signal?: AbortSignal;
  /** When true an answer from before a change may be given while a new one is made. @default {false} */
  readonly allowStale?: boolean;
}

/** Which guest is asked about; what is left out is chosen as libvirt chooses it. */
export interface DomainCapabilitiesQuery {
  /** Absolute path of the binary. */
  readonly emulator?: string;
  /** Architecture of the guest, in libvirt's words. */
  readonly arch?: string;
  /** Machine type or alias. */
  readonly machine?: string;
  /** `kvm`, `qemu`, `test`, … */
  readonly virtType?: string;
}
