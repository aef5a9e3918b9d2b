/**
 * ARM processors by the implementer and part number of their main identification register (MIDR_EL1).
 * Sources: Arm's technical reference manuals and the implementers' own, as the Linux kernel's cputype.h gathers them.
 *
 * @module
 */

/** Implementer codes. */
export const ARM_VENDORS: ReadonlyMap<number, string> = new Map([
  [0x41, "ARM"],
  [0x42, "Broadcom"],
  [0x43, "Cavium"],
  [0x44, "DigitalEquipment"],
  [0x46, "FUJITSU"],
  [0x48, "HiSilicon"],
  [0x49, "Infineon"],
  [0x4d, "Freescale"],
  [0x4e, "NVIDIA"],
  [0x50, "APM"],
  [0x51, "Qualcomm"],
  [0x56, "Marvell"],
  [0x69, "Intel"],
  [0x70, "Phytium"],
]);

/** Part numbers; the same number with another implementer is another processor. */
export const ARM_MODELS: readonly { readonly implementer: number; readonly part: number; readonly name: string }[] = [
  { implementer: 0x41, part: 0xd03, name: "cortex-a53" },
  { implementer: 0x41, part: 0xd07, name: "cortex-a57" },
  { implementer: 0x41, part: 0xd08, name: "cortex-a72" },
  { implementer: 0x41, part: 0xd0c, name: "Neoverse-N1" },
  { implementer: 0x41, part: 0xd40, name: "Neoverse-V1" },
  { implementer: 0x41, part: 0xd49, name: "Neoverse-N2" },
  { implementer: 0x43, part: 0x0af, name: "ThunderX299xx" },
  { implementer: 0x46, part: 0x001, name: "a64fx" },
  { implementer: 0x48, part: 0xd01, name: "Kunpeng-920" },
  { implementer: 0x51, part: 0xc00, name: "Falkor" },
  { implementer: 0x70, part: 0x662, name: "FT-2000plus" },
  { implementer: 0x70, part: 0x663, name: "Tengyun-S2500" },
];
