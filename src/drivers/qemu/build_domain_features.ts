/**
 * Builds the `<features>` part of domain capabilities, in libvirt's order.
 *
 * @module
 */

import { defined } from "../../base/defined.ts";
import type { DomainFeature, SevFeature, SgxFeature } from "../../conf/domain_capabilities/document.ts";
import { buildEnum, type DomainGuest, holds, type SevLimits, type ValueRow } from "./build_domain_rules.ts";
import type { SevCapability, SgxCapability } from "./capabilities.ts";
import { isS390, isX86 } from "./guest_architectures.ts";
import { isArmVirt, isI440fx, isQ35 } from "./machine_kind.ts";

/** Features that are on or off, between `gic` and `sev`; `only` keeps a row out of other guests' documents. */
const SWITCHES: readonly (Omit<ValueRow, "value"> & {
  readonly name: string;
  readonly only?: (guest: DomainGuest) => boolean;
})[] = [
  { name: "vmcoreinfo", flags: ["vmcoreinfo"] },
  { name: "genid", flags: ["vmgenid"] },
  { name: "backingStoreInput" },
  { name: "backup", flags: ["incremental-backup"] },
  { name: "async-teardown", flags: ["run-with.async-teardown"] },
  { name: "s390-pv", when: canProtectS390, only: ({ capabilities }) => isS390(capabilities.arch) },
  { name: "ps2", when: hasPs2 },
  { name: "tdx", flags: ["tdx-guest"], when: ({ capabilities }) => capabilities.kvmSupportsSecureGuest },
];

const GIC_VERSIONS = [2, 3, 4] as const;

const SECURITY_TYPES: readonly ValueRow[] = [
  { value: "sev", flags: ["sev-guest"], when: ({ capabilities }) => capabilities.sev !== undefined },
  { value: "sev-snp", flags: ["sev-snp-guest"], when: ({ capabilities }) => capabilities.sev !== undefined },
  { value: "s390-pv", when: ({ capabilities, ...guest }) => canProtectS390({ capabilities, ...guest }) },
  { value: "tdx", flags: ["tdx-guest"], when: ({ capabilities }) => capabilities.kvmSupportsSecureGuest },
];

/** Builds every feature, in the document's order. */
export function buildFeatures(guest: DomainGuest): DomainFeature[] {
  const { sev, sgx, hyperv } = guest.capabilities;
  const features: DomainFeature[] = [buildGic(guest)];
  for (const row of SWITCHES) {
    if (row.only === undefined || row.only(guest)) features.push({ name: row.name, supported: holds(row, guest) });
  }
  features.push(
    defined({ name: "sev", supported: sev !== undefined, sev: sev && buildSev(sev, guest.host.sevLimits) }),
  );
  features.push(defined({ name: "sgx", supported: sgx !== undefined, sgx: sgx && buildSgx(sgx) }));
  if (hyperv !== undefined) {
    const { supported, features: values, ...defaults } = hyperv;
    const enums = [{ name: "features", values }];
    const hypervDefaults = Object.keys(defaults).length > 0 ? defaults : undefined;
    features.push(defined({ name: "hyperv", supported, ...supported && { enums, hypervDefaults } }));
  }
  features.push(buildLaunchSecurity(guest));
  return features;
}

function buildGic(guest: DomainGuest): DomainFeature {
  const { capabilities, virtType } = guest;
  const versions = GIC_VERSIONS.filter((version) =>
    isArmVirt(guest) &&
    capabilities.gic.some((each) =>
      each.version === version && ((virtType === "kvm" && each.kernel) || (virtType === "qemu" && each.emulated))
    )
  );
  if (versions.length === 0) return { name: "gic", supported: false };
  return { name: "gic", supported: true, enums: [{ name: "version", values: versions.map(String) }] };
}

/** The limits are the processor's; libvirt writes 0 where they are not known. */
function buildSev(sev: SevCapability, limits: SevLimits | undefined): SevFeature {
  const { cbitpos, reducedPhysBits, cpu0Id } = sev;
  return defined({
    cbitpos,
    reducedPhysBits,
    maxGuests: sev.maxGuests ?? limits?.guests ?? 0,
    maxEsGuests: sev.maxEsGuests ?? limits?.esGuests ?? 0,
    cpu0Id,
  });
}

function buildSgx({ flc, sgx1, sgx2, sectionSize, sections }: SgxCapability): SgxFeature {
  return {
    flc,
    sgx1,
    sgx2,
    sectionSizeKiB: sectionSize,
    sections: sections.map(({ node, size }) => ({ node, sizeKiB: size })),
  };
}

function buildLaunchSecurity(guest: DomainGuest): DomainFeature {
  const types = buildEnum("sectype", SECURITY_TYPES, guest);
  if (types.values.length === 0) return { name: "launchSecurity", supported: false };
  return { name: "launchSecurity", supported: true, enums: [types] };
}

function canProtectS390({ capabilities, flags }: DomainGuest): boolean {
  return isS390(capabilities.arch) && flags.has("confidential-guest-support") && flags.has("s390-pv-guest") &&
    capabilities.kvmSupportsSecureGuest;
}

/** Whether keyboard and mouse of the old PC can be turned on and off. */
function hasPs2(guest: DomainGuest): boolean {
  return isX86(guest.arch) && guest.flags.has("machine-i8042-opt") && (isQ35(guest) || isI440fx(guest));
}
