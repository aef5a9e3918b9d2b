/**
 * Firmware descriptors: JSON as QEMU's docs/interop/firmware.json describes it.
 *
 * @module
 */

import type { FirmwareDescriptor, FirmwareFile, FirmwareMapping } from "./facts.ts";

const INTERFACES = ["bios", "openfirmware", "uboot", "uefi"] as const;
const MODES = ["split", "combined", "stateless"] as const;

type Json = Readonly<Record<string, unknown>>;

/** Reads a descriptor. Throws with the place where it is not one; members nobody has named yet are passed over. */
export function parseFirmware(text: string, path: string): FirmwareDescriptor {
  const json = asObject(parseJson(text), "descriptor");
  return {
    path,
    description: typeof json.description === "string" ? json.description : "",
    interfaces: asStrings(json["interface-types"], "interface-types").map((word) =>
      oneOf(word, INTERFACES, "interface-types")
    ),
    mapping: parseMapping(asObject(json.mapping, "mapping")),
    targets: asArray(json.targets, "targets").map((each) => {
      const target = asObject(each, "targets");
      return {
        architecture: asString(target.architecture, "targets.architecture"),
        machines: asStrings(target.machines, "targets.machines"),
      };
    }),
    features: asStrings(json.features, "features"),
    tags: json.tags === undefined ? [] : asStrings(json.tags, "tags"),
  };
}

function parseMapping(mapping: Json): FirmwareMapping {
  const device = asString(mapping.device, "mapping.device");
  switch (device) {
    case "flash":
      return parseFlash(mapping);
    case "kernel":
    case "memory":
      return { device, filename: asString(mapping.filename, "mapping.filename") };
    default:
      return { device: "other", name: device };
  }
}

function parseFlash(mapping: Json): FirmwareMapping {
  // Descriptors from before QEMU 7.0 have no mode; they mean a split one.
  const mode = mapping.mode === undefined
    ? "split"
    : oneOf(asString(mapping.mode, "mapping.mode"), MODES, "mapping.mode");
  const executable = parseFile(mapping.executable, "mapping.executable");
  if (mode !== "split") return { device: "flash", mode, executable };
  return { device: "flash", mode, executable, nvramTemplate: parseFile(mapping["nvram-template"], "nvram-template") };
}

function parseFile(value: unknown, where: string): FirmwareFile {
  const file = asObject(value, where);
  return { filename: asString(file.filename, `${where}.filename`), format: asString(file.format, `${where}.format`) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError("Expected a firmware descriptor in JSON", { cause });
  }
}

function asObject(value: unknown, where: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new SyntaxError(`Expected an object at ${where}`);
}

function asArray(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new SyntaxError(`Expected a list at ${where}`);
}

function asString(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw new SyntaxError(`Expected a text at ${where}`);
}

function asStrings(value: unknown, where: string): string[] {
  return asArray(value, where).map((item) => asString(item, where));
}

function oneOf<T extends string>(word: string, known: readonly T[], where: string): T {
  const found = known.find((each) => each === word);
  if (found !== undefined) return found;
  throw new SyntaxError(`Expected one of ${known.join(", ")} at ${where}, found ${JSON.stringify(word)}`);
}
