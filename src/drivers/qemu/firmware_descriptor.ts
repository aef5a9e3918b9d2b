/**
 * The part of QEMU's firmware descriptors (docs/interop/firmware.json) that decides which guests a firmware is for.
 *
 * @module
 */

/** One descriptor. */
export interface FirmwareDescriptor {
  /** `bios`, `uefi`, `openfirmware`, … */
  readonly interfaces: readonly string[];
  readonly mapping: FirmwareMapping;
  readonly targets: readonly FirmwareTarget[];
  /** `secure-boot`, `enrolled-keys`, `requires-smm`, … */
  readonly features: readonly string[];
}

/** How a firmware gets into a guest. */
export type FirmwareMapping =
  | { readonly device: "flash"; readonly executable: { readonly filename: string } }
  | { readonly device: "kernel" | "memory"; readonly filename: string }
  | { readonly device: "other" };

/** Machines of one architecture. */
export interface FirmwareTarget {
  /** QEMU's word: `i386`, `x86_64`. */
  readonly architecture: string;
  /** Patterns with `*` and `?`. */
  readonly machines: readonly string[];
}

/** Whether a descriptor speaks of a machine; the architecture is QEMU's word. */
export function matchesMachine(descriptor: FirmwareDescriptor, architecture: string, machine: string): boolean {
  return descriptor.targets.some((target) =>
    target.architecture === architecture && target.machines.some((pattern) => matchesPattern(pattern, machine))
  );
}

/** The file a guest's loader would be: none for firmware that is started like a kernel. */
export function loaderOf({ mapping }: FirmwareDescriptor): string | undefined {
  if (mapping.device === "flash") return mapping.executable.filename;
  return mapping.device === "memory" ? mapping.filename : undefined;
}

/** Greedy matching with one step back, so that a hostile pattern costs no more than length times length. */
function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      resume = at;
    } else if (wanted === "?" || wanted === text[at]) {
      inPattern++;
      at++;
    } else if (star !== -1) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
