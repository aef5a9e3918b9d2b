/**
 * POWER processors by their version register. Source: the Power ISA's and IBM's processor version register values,
 * as the Linux kernel's table of CPUs lists them.
 *
 * @module
 */

/** A generation of processors. */
export interface Ppc64Model {
  readonly name: string;
  readonly vendor: string;
  /** Values of the processor version register under their masks. */
  readonly versions: readonly { readonly value: number; readonly mask: number }[];
}

/** All generations, oldest first. */
export const PPC64_MODELS: readonly Ppc64Model[] = [
  { name: "POWER6", vendor: "IBM", versions: [{ value: 0x003e0000, mask: 0xffff0000 }] },
  {
    name: "POWER7",
    vendor: "IBM",
    versions: [{ value: 0x003f0000, mask: 0xffff0000 }, { value: 0x004a0000, mask: 0xffff0000 }],
  },
  {
    name: "POWER8",
    vendor: "IBM",
    versions: [
      { value: 0x004b0000, mask: 0xffff0000 },
      { value: 0x004c0000, mask: 0xffff0000 },
      { value: 0x004d0000, mask: 0xffff0000 },
    ],
  },
  { name: "POWER9", vendor: "IBM", versions: [{ value: 0x004e0000, mask: 0xffff0000 }] },
  { name: "POWER10", vendor: "IBM", versions: [{ value: 0x00800000, mask: 0xffff0000 }] },
  { name: "POWERPC_e5500", vendor: "Freescale", versions: [{ value: 0x80240000, mask: 0xffff0000 }] },
  { name: "POWERPC_e6500", vendor: "Freescale", versions: [{ value: 0x80400000, mask: 0xffff0000 }] },
];

/** Names that documents used for particular chips before there were names for generations. */
const LEGACY_NAMES: Readonly<Record<string, string>> = {
  "POWER7_v2.1": "POWER7",
  "POWER7_v2.3": "POWER7",
  "POWER7+_v2.1": "POWER7",
  "POWER8_v1.0": "POWER8",
};

/** Gives today's name of a model. */
export function currentName(name: string): string {
  return Object.hasOwn(LEGACY_NAMES, name) ? LEGACY_NAMES[name]! : name;
}

/** Finds the generation of a processor version register's value. */
export function findByVersion(version: number): Ppc64Model | undefined {
  return PPC64_MODELS.find(({ versions }) => versions.some(({ value, mask }) => (version & mask) >>> 0 === value));
}

/** Finds a model by name, whatever its case, as QEMU writes them small. */
export function findIgnoringCase(name: string): Ppc64Model | undefined {
  return PPC64_MODELS.find((model) => model.name.toLowerCase() === name.toLowerCase());
}
