/**
 * What domain capabilities are built from, and the rows their tables are made of: one row a value, with the rule that
 * lets the value in.
 *
 * @module
 */

import type { EnumValues } from "../../conf/domain_capabilities/document.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import type { FirmwareDescriptor } from "./firmware_descriptor.ts";

/** Facts of the host that decide what a guest can have. */
export interface DomainHostFacts {
  readonly arch: string;
  /** How many processors KVM gives one guest. Absent: it does not say. */
  readonly kvmMaxVcpus?: number;
  /** How many encrypted guests an AMD processor has keys for. Absent: none, or it does not say. */
  readonly sevLimits?: SevLimits;
  /** Whether devices can be handed to guests through VFIO. */
  readonly vfio: boolean;
  /** In order of priority. */
  readonly firmware: readonly FirmwareDescriptor[];
  /** Firmware files that are there, for machines that no descriptor speaks of. */
  readonly defaultLoaders: readonly string[];
  /** The TPM emulator and the versions it can be; absent: it is not installed. */
  readonly swtpm?: { readonly tpm12: boolean; readonly tpm20: boolean };
  /** Whether the user-mode network helper passt is installed. */
  readonly passt: boolean;
  /** Whether the RDP server for QEMU is installed. */
  readonly rdp: boolean;
}

/** How many encrypted guests there can be. */
export interface SevLimits {
  /** With encrypted memory. */
  readonly guests: number;
  /** With encrypted registers as well. */
  readonly esGuests: number;
}

/** A guest that is asked about. */
export interface DomainGuest {
  readonly arch: string;
  /** The versioned name. */
  readonly machine: string;
  readonly virtType: string;
  /** The emulator's flags. */
  readonly flags: ReadonlySet<string>;
  readonly capabilities: QemuCapabilities;
  readonly host: DomainHostFacts;
}

/** One value and what lets it in; without a rule it is always there. */
export interface ValueRow {
  readonly value: string;
  /** Any one of these flags lets it in. */
  readonly flags?: readonly string[];
  /** And this must be so. */
  readonly when?: (guest: DomainGuest) => boolean;
}

/** Whether a row's rule holds. */
export function holds(row: Omit<ValueRow, "value">, guest: DomainGuest): boolean {
  const flagged = row.flags === undefined || row.flags.some((flag) => guest.flags.has(flag));
  return flagged && (row.when === undefined || row.when(guest));
}

/** The enum of those rows whose rules hold, in the table's order. */
export function buildEnum(name: string, rows: readonly ValueRow[], guest: DomainGuest): EnumValues {
  return { name, values: rows.filter((row) => holds(row, guest)).map(({ value }) => value) };
}
