/**
 * /proc/cpuinfo of x86, ARM, POWER and s390, as far as guests and libvirt care.
 *
 * @module
 */

import type { CpuFacts } from "./facts.ts";

/** Facts of the first processor in the text (of the last, for its frequency). */
export function parseCpuinfo(text: string, arch: string): Omit<CpuFacts, "cpuid"> {
  const fields = firstFields(text);
  const mhz = parseFrequency(text, arch);
  const signature = parseSignature(text, arch);
  return withoutUndefined({
    ...archFields(fields, arch),
    flags: (fields.get("flags") ?? fields.get("Features") ?? fields.get("features") ?? "").split(/\s+/).filter(Boolean),
    mhz,
    signature,
  });
}

/** The microcode revision in the first KiB of the text; x86 only. */
export function parseMicrocode(text: string): number | undefined {
  return wholeNumber(/^microcode\s*:\s*(0x[0-9a-fA-F]+|\d+)/m.exec(text)?.[1]);
}

/**
 * The text by which libvirt tells processors apart: `vendor, model name, family: F, model: M, stepping: S` on x86,
 * `name, rev R` on POWER, `vendor, processor, facilities: F` on s390; undefined on other architectures.
 */
export function parseSignature(text: string, arch: string): string | undefined {
  const fields = firstFields(text);
  function join(names: readonly string[], write: (...values: string[]) => string): string | undefined {
    const values = names.map((name) => fields.get(name));
    return values.every((value) => value !== undefined) ? write(...values as string[]) : undefined;
  }
  if (isX86(arch)) {
    return join(
      ["vendor_id", "model name", "cpu family", "model", "stepping"],
      (vendor, name, family, model, stepping) =>
        `${vendor}, ${name}, family: ${family}, model: ${model}, stepping: ${stepping}`,
    );
  }
  if (arch.startsWith("ppc64")) return join(["cpu", "revision"], (name, revision) => `${name}, rev ${revision}`);
  if (arch.startsWith("s390")) {
    return join(
      ["vendor_id", "processor 0", "facilities"],
      (vendor, processor, facilities) => `${vendor}, ${processor}, facilities: ${facilities}`,
    );
  }
  return undefined;
}

/** Frequency in whole MHz; the last one counts. ARM has none there. */
export function parseFrequency(text: string, arch: string): number | undefined {
  const name = isX86(arch) ? "cpu MHz" : arch.startsWith("ppc") ? "clock" : "cpu MHz dynamic";
  if (arch.startsWith("arm") || arch.startsWith("aarch64")) return undefined;
  let mhz: number | undefined;
  for (const match of text.matchAll(new RegExp(`^${name}\\s*:\\s*(\\d+)`, "gm"))) mhz = Number(match[1]);
  return mhz;
}

/** Names to values; of a name that comes often, the first. */
function firstFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function archFields(fields: ReadonlyMap<string, string>, arch: string): Partial<CpuFacts> {
  if (isX86(arch)) {
    const sizes = /^(\d+) bits physical, (\d+) bits virtual$/.exec(fields.get("address sizes") ?? "");
    return withoutUndefined({
      vendor: fields.get("vendor_id"),
      modelName: fields.get("model name"),
      family: wholeNumber(fields.get("cpu family")),
      model: wholeNumber(fields.get("model")),
      stepping: wholeNumber(fields.get("stepping")),
      microcode: wholeNumber(fields.get("microcode")),
      physicalBits: wholeNumber(sizes?.[1]),
      virtualBits: wholeNumber(sizes?.[2]),
    });
  }
  if (arch.startsWith("arm") || arch.startsWith("aarch64")) {
    return withoutUndefined({
      vendor: fields.get("CPU implementer"),
      modelName: fields.get("model name") ?? fields.get("Processor"),
      family: wholeNumber(fields.get("CPU architecture")),
      model: wholeNumber(fields.get("CPU part")),
      stepping: wholeNumber(fields.get("CPU revision")),
    });
  }
  if (arch.startsWith("s390")) {
    const machine = /\bmachine = (\w+)/.exec(fields.get("processor 0") ?? "")?.[1];
    return withoutUndefined({ vendor: fields.get("vendor_id"), modelName: machine });
  }
  return withoutUndefined({ modelName: fields.get("cpu") ?? fields.get("model name") });
}

function isX86(arch: string): boolean {
  return arch === "x86_64" || arch === "i686";
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^(0x[0-9a-fA-F]{1,8}|\d{1,10})$/.test(text) ? Number(text) : undefined;
}

function withoutUndefined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
