/**
 * Builds the host `<capabilities>` of the QEMU driver from what is known of the host and a summary of each emulator.
 *
 * @module
 */

import type {
  CapabilitiesDocument,
  GuestCapabilities,
  GuestDomain,
  GuestFeature,
  GuestMachine,
  HostCapabilities,
  HostCpu,
} from "../../conf/capabilities/document.ts";
import { defaultEmulator } from "./default_emulator.ts";
import type { EmulatorSummary } from "./emulator_summary.ts";
import { isArchitecture } from "../../model/architecture.ts";
import { GUEST_ARCHITECTURES, isX86, wordSizeOf } from "./guest_architectures.ts";

/** Facts of the host that the document repeats. */
export type HostDocumentFacts = Omit<HostCapabilities, "cpu" | "migration" | "netPrefix">;

/** What the document is built from. */
export interface BuildCapabilitiesInput {
  readonly hostArch: string;
  readonly hostFacts: HostDocumentFacts;
  readonly hostCpu: HostCpu;
  /** In the order of the search path. */
  readonly emulators: readonly EmulatorSummary[];
}

/** QEMU's live migration can be told to use either. */
const MIGRATION_TRANSPORTS = ["tcp", "rdma"];

/** Domain types in libvirt's order, and the accelerator each needs. */
const DOMAIN_TYPES = [
  { type: "qemu", accelerator: "tcg" },
  { type: "kvm", accelerator: "kvm" },
  { type: "hvf", accelerator: "hvf" },
] as const;

/** Builds the document. */
export function buildCapabilities(input: BuildCapabilitiesInput): CapabilitiesDocument {
  const { hostFacts, hostCpu } = input;
  const migration = { live: true, uriTransports: MIGRATION_TRANSPORTS };
  return { host: { ...hostFacts, cpu: hostCpu, migration }, guests: buildGuests(input) };
}

/** One guest for each architecture; emulators that are nobody's first choice follow as domains of their own. */
function buildGuests({ hostArch, emulators }: BuildCapabilitiesInput): GuestCapabilities[] {
  const chosen = GUEST_ARCHITECTURES.flatMap(({ name }) => {
    const emulator = defaultEmulator(emulators, name, { hostArch });
    return emulator === undefined ? [] : [{ arch: name, emulator }];
  });
  // Architectures that libvirt has no name for.
  for (const emulator of emulators) {
    if (isArchitecture(emulator.arch) || chosen.some(({ arch }) => arch === emulator.arch)) continue;
    chosen.push({ arch: emulator.arch, emulator });
  }
  const used = new Set(chosen.map(({ emulator }) => emulator.emulator));
  const others = emulators.filter(({ emulator }) => !used.has(emulator));
  const guests = chosen.map(({ arch, emulator }) =>
    buildGuest(arch, emulator, others.filter((other) => other.arch === arch))
  );
  const placed = new Set(chosen.map(({ arch }) => arch));
  for (const other of others) {
    if (placed.has(other.arch)) continue;
    placed.add(other.arch);
    const more = others.filter((each) => each !== other && each.arch === other.arch);
    guests.push(buildGuest(other.arch, other, more));
  }
  return guests;
}

function buildGuest(arch: string, emulator: EmulatorSummary, others: readonly EmulatorSummary[]): GuestCapabilities {
  return {
    osType: "hvm",
    arch: {
      name: arch,
      wordSize: wordSizeOf(arch),
      emulator: emulator.emulator,
      machines: buildMachines(emulator),
      domains: [...domainTypes(emulator).map((type) => ({ type, machines: [] })), ...others.flatMap(buildDomains)],
    },
    features: buildFeatures(arch),
  };
}

function domainTypes({ accelerators }: EmulatorSummary): string[] {
  return DOMAIN_TYPES.filter(({ accelerator }) => accelerators.includes(accelerator)).map(({ type }) => type);
}

function buildDomains(other: EmulatorSummary): GuestDomain[] {
  const machines = buildMachines(other);
  return domainTypes(other).map((type) => ({ type, emulator: other.emulator, machines }));
}

/** An alias stands behind its versioned name, which gets a row of its own. */
function buildMachines({ machines }: EmulatorSummary): GuestMachine[] {
  const names = new Set(machines.map(({ name, alias }) => alias ?? name));
  return machines.flatMap((machine): GuestMachine | GuestMachine[] => {
    const { name, alias, ...rest } = machine;
    if (alias === undefined) return machine;
    const aliased = { name: alias, canonical: name, ...rest };
    return names.has(name) ? aliased : [{ name, ...rest }, aliased];
  });
}

/** In libvirt's order of features. */
function buildFeatures(arch: string): GuestFeature[] {
  const features: GuestFeature[] = [];
  if (arch === "i686") features.push({ name: "pae" }, { name: "nonpae" });
  if (isX86(arch) || arch === "aarch64") features.push({ name: "acpi", default: true, toggle: true });
  if (isX86(arch)) features.push({ name: "apic", default: true, toggle: false });
  return [
    ...features,
    { name: "cpuselection" },
    { name: "deviceboot" },
    { name: "disksnapshot", default: true, toggle: false },
    { name: "externalSnapshot" },
  ];
}
