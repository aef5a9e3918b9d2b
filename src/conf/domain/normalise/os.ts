/**
 * How a machine starts: its architecture, its firmware, what it boots from.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse, refuseUnsupported } from "./step.ts";

/** Names the architecture. */
export function completeArch(domain: Domain, { defaultArch }: NormaliseContext): Domain {
  const { arch = defaultArch, ...type } = domain.os.type;
  return { ...domain, os: { ...domain.os, type: { arch, ...type } } };
}

/** Makes a loader a ROM where nothing else is said, and keys a reason for secure boot. */
export function completeFirmware(domain: Domain): Domain {
  const { loader, firmwareFeatures = [], firmware, ...rest } = domain.os;
  const state = new Map(firmwareFeatures.map(({ name, enabled }) => [name, enabled]));
  if (state.get("enrolled-keys") === true) {
    if (state.get("secure-boot") === false) {
      const detail =
        "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled";
      refuse(detail, "VIR_ERR_XML_DETAIL");
    }
    state.set("secure-boot", true);
  }
  const features = (["enrolled-keys", "secure-boot"] as const).flatMap((name) => {
    const enabled = state.get(name);
    return enabled === undefined ? [] : [{ enabled, name }];
  });
  const isRom = loader?.path !== undefined && loader.type === undefined;
  return {
    ...domain,
    os: {
      ...rest,
      ...(firmware === undefined ? {} : { firmware }),
      // Without a choice of firmware, features choose nothing.
      ...(features.length === 0 || firmware === undefined ? {} : { firmwareFeatures: features }),
      ...(loader === undefined ? {} : { loader: isRom ? { ...loader, type: "rom" as const } : loader }),
    },
  };
}

/** Refuses firmware that is both chosen and given, and variables that it cannot keep. */
export function checkFirmware(domain: Domain, { accepts }: NormaliseContext): Domain {
  const { firmware, loader, nvram } = domain.os;
  if (firmware !== undefined && !accepts.has("firmware-autoselect")) {
    refuse("firmware auto selection not implemented for this driver", "VIR_ERR_XML_DETAIL");
  }
  if (loader === undefined && nvram === undefined) return domain;
  if (firmware !== undefined) checkChosen(domain);
  if (firmware === undefined && loader?.path === undefined) {
    refuse("no loader path specified and firmware auto selection disabled", "VIR_ERR_XML_DETAIL");
  }
  if (loader?.stateless === true) {
    if (nvram?.template !== undefined) {
      refuse("NVRAM template is not permitted when loader is stateless", "VIR_ERR_XML_DETAIL");
    }
    if (nvram !== undefined) refuse("NVRAM is not permitted when loader is stateless", "VIR_ERR_XML_DETAIL");
  }
  if (loader?.stateless === false) {
    if (firmware === undefined && loader.type !== "pflash") {
      refuse("Only pflash loader type permits NVRAM", "VIR_ERR_XML_DETAIL");
    }
    if (firmware !== undefined && firmware !== "efi") {
      refuse("Only EFI firmware permits NVRAM", "VIR_ERR_XML_DETAIL");
    }
  }
  return domain;
}

function checkChosen({ os: { firmware, loader, nvram } }: Domain): void {
  const ending = "cannot be specified when firmware autoselection is enabled";
  if (loader?.readonly !== undefined) refuse(`loader attribute 'readonly' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.type !== undefined) refuse(`loader attribute 'type' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.path !== undefined) refuse(`loader path ${ending}`, "VIR_ERR_XML_DETAIL");
  if (nvram?.template !== undefined) refuse(`nvram attribute 'template' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.secure === false) refuse(`loader attribute 'secure' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (nvram !== undefined && firmware !== "efi") {
    refuse(`firmware type '${firmware}' does not support nvram`, "VIR_ERR_XML_DETAIL");
  }
}

/** Refuses a container without a program, and waits of the firmware that are too long. */
export function checkStart(domain: Domain): Domain {
  const { type, init, bootMenu, bios } = domain.os;
  if (type.type === "exe" && init === undefined) refuse("init binary must be specified");
  if ((bootMenu?.timeout ?? 0) > 65_535) {
    refuseUnsupported("invalid value for boot menu timeout, must be in range [0,65535]");
  }
  const { rebootTimeout = 0 } = bios ?? {};
  if (rebootTimeout < -1 || rebootTimeout > 65_535) {
    refuseUnsupported("invalid value for rebootTimeout, must be in range [-1,65535]");
  }
  return domain;
}
