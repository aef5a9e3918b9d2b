/**
 * Machine types: the answer to `query-machines`.
 *
 * @module
 */

import type { MachineType } from "./capabilities.ts";
import { fieldFlag, fieldText, readRecords, type Reply, requireText } from "./schema.ts";

/**
 * The machine that guests without a stated one get, by architecture, whatever QEMU calls its default: the choice of
 * the reference, so that the same document means the same guest under both.
 */
const PREFERRED_MACHINES: Readonly<Record<string, string>> = {
  alpha: "clipper",
  armv6l: "integratorcp",
  armv7l: "integratorcp",
  armv7b: "integratorcp",
  aarch64: "integratorcp",
  cris: "axis-dev88",
  i686: "pc",
  lm32: "lm32-evr",
  loongarch64: "virt",
  m68k: "mcf5208evb",
  microblaze: "petalogix-s3adsp1800",
  microblazeel: "petalogix-s3adsp1800",
  mips: "malta",
  mipsel: "malta",
  mips64: "malta",
  mips64el: "malta",
  openrisc: "or1k-sim",
  ppc: "g3beige",
  ppcle: "g3beige",
  ppc64: "pseries",
  ppc64le: "pseries",
  ppcemb: "bamboo",
  riscv32: "spike_v1.10",
  riscv64: "spike_v1.10",
  s390x: "s390-ccw-virtio",
  sh4: "shix",
  sh4eb: "shix",
  sparc: "SS-5",
  sparc64: "sun4u",
  unicore32: "puv3",
  x86_64: "pc",
  xtensa: "sim",
  xtensaeb: "sim",
};

/** The machines a guest can have, the one that guests get when they name none first, the rest in QEMU's order. */
export function parseMachines(reply: unknown, arch: string): MachineType[] {
  const machines: MachineType[] = [];
  for (const record of readRecords("query-machines", reply)) {
    const machine = parseMachine(record);
    // The machine the probe itself runs on.
    if (machine.name !== "none") machines.push(machine);
  }
  const preferred = PREFERRED_MACHINES[arch];
  let first = machines.findLastIndex(({ name, alias }) => preferred !== undefined && [name, alias].includes(preferred));
  if (first < 0) first = machines.findLastIndex((machine) => machine.isDefault);
  const chosen = first < 0 ? [] : machines.splice(first, 1);
  return [...chosen, ...machines];
}

/** The real name of a machine that is known by its name or alias, or `undefined` where there is none. */
export function canonicalMachine(machines: readonly MachineType[], wanted: string): string | undefined {
  const machine = machines.find(({ alias }) => alias === wanted) ?? machines.find(({ name }) => name === wanted);
  return machine?.name;
}

function parseMachine(record: Reply): MachineType {
  const cpuMax = record["cpu-max"];
  const alias = fieldText(record, "alias");
  const defaultCpu = fieldText(record, "default-cpu-type");
  const defaultRamId = fieldText(record, "default-ram-id");
  const acpi = fieldFlag(record, "acpi");
  return {
    name: requireText("query-machines", record, "name"),
    ...alias !== undefined && { alias },
    isDefault: fieldFlag(record, "is-default") ?? false,
    maxCpus: typeof cpuMax === "number" && Number.isSafeInteger(cpuMax) && cpuMax >= 0 ? cpuMax : 0,
    hotplugCpus: fieldFlag(record, "hotpluggable-cpus") ?? false,
    numaMemSupported: fieldFlag(record, "numa-mem-supported") ?? true,
    ...defaultCpu !== undefined && { defaultCpu },
    ...defaultRamId !== undefined && { defaultRamId },
    deprecated: fieldFlag(record, "deprecated") ?? false,
    ...acpi !== undefined && { acpi },
  };
}
