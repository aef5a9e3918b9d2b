/**
 * Builds the `<os>` part of domain capabilities: firmware.
 *
 * @module
 */

import type { OsCapabilities } from "../../conf/domain_capabilities/document.ts";
import type { DomainGuest } from "./build_domain_rules.ts";
import { type FirmwareDescriptor, loaderOf, matchesMachine } from "./firmware_descriptor.ts";
import { targetOf } from "./guest_architectures.ts";

/** libvirt's word for each interface that firmware can be chosen by, in its order. */
const FIRMWARE = [
  { value: "bios", interfaceType: "bios" },
  { value: "efi", interfaceType: "uefi" },
] as const;

/** Features of firmware that can be asked for. */
const FIRMWARE_FEATURES = [
  { name: "secureBoot", feature: "secure-boot" },
  { name: "enrolledKeys", feature: "enrolled-keys" },
] as const;

/** Builds `<os>`. */
export function buildOs(guest: DomainGuest): OsCapabilities {
  const { arch, machine, host, flags } = guest;
  const firmware = host.firmware.filter((each) => matchesMachine(each, targetOf(arch), machine));
  const interfaces = new Set(firmware.flatMap((each) => each.interfaces));
  const executables = new Set(firmware.flatMap((each) => loaderOf(each) ?? []));
  const secure = firmware.some(({ features }) => features.includes("requires-smm"));
  return {
    supported: true,
    enums: [{
      name: "firmware",
      values: FIRMWARE.filter(({ interfaceType }) => interfaces.has(interfaceType)).map(({ value }) => value),
    }],
    firmwareFeatures: {
      supported: true,
      enums: FIRMWARE_FEATURES.map(({ name, feature }) => ({ name, values: choices(firmware, feature) })),
    },
    loader: {
      supported: true,
      values: executables.size > 0 ? [...executables] : host.defaultLoaders,
      enums: [
        { name: "type", values: ["rom", "pflash"] },
        { name: "readonly", values: ["yes", "no"] },
        { name: "secure", values: secure ? ["yes", "no"] : ["no"] },
      ],
    },
    varstore: flags.has("uefi-vars"),
  };
}

/** `yes` where some UEFI firmware has the feature, `no` where some has not. */
function choices(firmware: readonly FirmwareDescriptor[], feature: string): string[] {
  const has = firmware.filter(({ interfaces }) => interfaces.includes("uefi"))
    .map(({ features }) => features.includes(feature));
  return [...has.includes(true) ? ["yes"] : [], ...has.includes(false) ? ["no"] : []];
}
