/**
 * Are the things there that guests need besides an emulator: firmware and a TPM?
 *
 * @module
 */

import type { Host } from "../../host/host.ts";
import type { Check, DoctorFacts, Finding } from "./finding.ts";
import { installHint } from "./install_hint.ts";

/** Bytes of a firmware descriptor, at most. */
const DESCRIPTOR_LIMIT = 1 << 20;

/** Looks at the firmware descriptors (QEMU's docs/interop/firmware.json) and the files they name. */
export const checkFirmware: Check = { name: "firmware", run: runFirmware };

/** Looks for the programs of the TPM emulator. */
export const checkTpm: Check = { name: "TPM", run: runTpm };

async function runFirmware({ host }: DoctorFacts): Promise<Finding[]> {
  const findings: Finding[] = [];
  let count = 0;
  for (const path of await listDescriptors(host)) {
    count++;
    const text = await host.files.readText(path, { limit: DESCRIPTOR_LIMIT });
    const names = text === undefined ? [] : parseDescriptorFiles(text);
    if (names === undefined) {
      findings.push({ severity: "warning", subject: path, what: "is no firmware descriptor", fix: `remove ${path}` });
      continue;
    }
    for (const name of names) {
      if (await host.files.stat(name) !== undefined) continue;
      findings.push({
        severity: "warning",
        subject: path,
        what: `names ${name}, which is not there: guests with this firmware do not start`,
        fix: `${await installHint(host, "firmware")}, or remove ${path}`,
      });
    }
  }
  if (count > 0) {
    return [{ severity: "ok", subject: "firmware", what: `${count} descriptors were found` }, ...findings];
  }
  const what = "no descriptor was found: guests can start with a BIOS only, not with UEFI";
  return [{ severity: "note", subject: "firmware", what, fix: await installHint(host, "firmware") }];
}

/** Gives the files that a firmware descriptor names, or undefined where the text is no descriptor. */
export function parseDescriptorFiles(text: string): string[] | undefined {
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(text);
  } catch {
    return undefined;
  }
  const mapping = field(descriptor, "mapping");
  if (typeof mapping !== "object" || mapping === null) return undefined;
  const names = [
    field(mapping, "filename"),
    field(field(mapping, "executable"), "filename"),
    field(field(mapping, "nvram-template"), "filename"),
  ];
  return names.filter((name) => typeof name === "string");
}

async function listDescriptors(host: Host): Promise<string[]> {
  const config = host.env.get("XDG_CONFIG_HOME") || `${host.env.get("HOME") ?? "/nonexistent"}/.config`;
  const folders = [`${config}/qemu/firmware`, "/etc/qemu/firmware", "/usr/share/qemu/firmware"];
  const byName = new Map<string, string>();
  for (const folder of folders) {
    for (const name of await host.files.list(folder) ?? []) {
      // A file in an earlier folder takes the place of one with its name in a later folder.
      if (name.endsWith(".json") && !byName.has(name)) byName.set(name, `${folder}/${name}`);
    }
  }
  // An empty file takes a descriptor out of use.
  const used: string[] = [];
  for (const path of byName.values()) if ((await host.files.stat(path))?.size !== 0) used.push(path);
  return used;
}

async function runTpm({ host }: DoctorFacts): Promise<Finding[]> {
  const missing: string[] = [];
  for (const program of ["swtpm", "swtpm_setup"]) if (!await isInPath(host, program)) missing.push(program);
  if (missing.length === 0) return [{ severity: "ok", subject: "swtpm", what: "is here: guests can have a TPM" }];
  const what = `${missing.join(" and ")} not found in PATH: guests cannot have an emulated TPM`;
  return [{ severity: "note", subject: "swtpm", what, fix: await installHint(host, "swtpm") }];
}

async function isInPath(host: Host, program: string): Promise<boolean> {
  for (const folder of (host.env.get("PATH") ?? "").split(":")) {
    if (!folder.startsWith("/")) continue;
    const path = `${folder}/${program}`;
    if ((await host.files.stat(path))?.kind === "file" && await host.files.access(path, "x")) return true;
  }
  return false;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
