/**
 * The cache file of a binary: `<qemuCaps>` with the elements, attributes and order of the reference's file, so that
 * the two can be laid side by side, and one element of our own, `<innkeeper>`, for what the reference does not keep.
 *
 * The text is put together from strings: it is written once per binary on the way to the first answer.
 *
 * @module
 */

import type { Accelerator, CpuDefinition, HostCpuModel, MachineType } from "./capabilities.ts";
import type { ProbeInputs, QemuCapabilities, SevCapability, SgxCapability } from "./capabilities.ts";
import { type CacheRecord, OBSERVATION_ELEMENTS, type QemuCacheDocument, RECORD_VERSION } from "./cache_document.ts";

/** The document as XML text, ending in a line break. */
export function formatCacheDocument({ capabilities, inputs, record }: QemuCacheDocument): string {
  const lines = ["<qemuCaps>"];
  pushIdentity(lines, capabilities, inputs);
  for (const accelerator of capabilities.accelerators) pushAccelerator(lines, accelerator);
  for (const { version, kernel, emulated } of capabilities.gic) {
    lines.push(`  <gic version='${version}' kernel='${yesNo(kernel)}' emulated='${yesNo(emulated)}'/>`);
  }
  if (capabilities.sev !== undefined) pushSev(lines, capabilities.sev);
  if (capabilities.sgx !== undefined) pushSgx(lines, capabilities.sgx);
  pushHyperv(lines, capabilities);
  if (capabilities.kvmSupportsNesting) lines.push("  <kvmSupportsNesting/>");
  if (capabilities.kvmSupportsSecureGuest) lines.push("  <kvmSupportsSecureGuest/>");
  pushRecord(lines, capabilities, record);
  lines.push("</qemuCaps>", "");
  return lines.join("\n");
}

function pushIdentity(lines: string[], capabilities: QemuCapabilities, inputs: ProbeInputs): void {
  lines.push(element("emulator", capabilities.emulator), element("qemuctime", inputs.qemuCtime));
  if (inputs.moduleDirMtime !== undefined) lines.push(element("qemumoddirmtime", inputs.moduleDirMtime));
  lines.push(element("selfctime", inputs.selfCtime), element("selfvers", inputs.selfVersion));
  for (const flag of capabilities.flags) lines.push(`  <flag name='${escapeText(flag)}'/>`);
  lines.push(element("version", capabilities.version));
  // Always 0 since QEMU took KVM in; readers of such files look for it.
  lines.push(element("kvmVersion", 0), element("microcodeVersion", inputs.microcodeVersion ?? 0));
  if (inputs.hostCpuSignature !== undefined) lines.push(element("hostCPUSignature", inputs.hostCpuSignature));
  lines.push(element("package", capabilities.package ?? ""));
  if (inputs.kernelVersion !== undefined) lines.push(element("kernelVersion", inputs.kernelVersion));
  if (inputs.cpuData !== undefined) pushCpuData(lines, inputs.cpuData);
  lines.push(element("arch", capabilities.arch));
}

function pushCpuData(lines: string[], { cpuid, msrs }: NonNullable<ProbeInputs["cpuData"]>): void {
  lines.push("  <cpudata arch='x86'>");
  for (const { eaxIn, ecxIn, eax, ebx, ecx, edx } of cpuid) {
    const inputs = `eax_in='${hex(eaxIn)}' ecx_in='${hex(ecxIn)}'`;
    lines.push(`    <cpuid ${inputs} eax='${hex(eax)}' ebx='${hex(ebx)}' ecx='${hex(ecx)}' edx='${hex(edx)}'/>`);
  }
  for (const { index, eax, edx } of msrs) {
    lines.push(`    <msr index='${hex(index)}' eax='${hex(eax)}' edx='${hex(edx)}'/>`);
  }
  lines.push("  </cpudata>");
}

function pushAccelerator(lines: string[], { type, hostCpu, cpus, machines }: Accelerator): void {
  if (hostCpu !== undefined) pushHostCpu(lines, type, hostCpu);
  for (const cpu of cpus) pushCpu(lines, type, cpu);
  for (const machine of machines) lines.push(`  <machine type='${type}'${machineAttributes(machine)}/>`);
}

function pushHostCpu(lines: string[], type: string, model: HostCpuModel): void {
  const { name, migratability, properties, deprecatedFeatures, hostDeprecatedFeatures } = model;
  const head = `type='${type}' model='${escapeText(name)}' migratability='${yesNo(migratability)}'`;
  lines.push(`  <hostCPU ${head}>`);
  for (const { name, value, migratable } of properties) {
    const told = migratable === undefined ? "" : ` migratable='${yesNo(migratable)}'`;
    const text = typeof value === "string" ? escapeText(value) : value;
    const kind = `name='${escapeText(name)}' type='${typeof value}'`;
    lines.push(`    <property ${kind} value='${text}'${told}/>`);
  }
  pushNames(lines, "deprecatedFeatures", deprecatedFeatures);
  pushNames(lines, "hostDeprecatedFeatures", hostDeprecatedFeatures);
  lines.push("  </hostCPU>");
}

function pushNames(lines: string[], name: string, names: readonly string[] | undefined): void {
  if (names === undefined) return;
  lines.push(`    <${name}>`);
  for (const entry of names) lines.push(`      <property name='${escapeText(entry)}'/>`);
  lines.push(`    </${name}>`);
}

function pushCpu(lines: string[], type: string, { name, typename, usable, blockers, deprecated }: CpuDefinition): void {
  const head = `  <cpu type='${type}'` + attribute("name", name) + attribute("typename", typename) +
    attribute("usable", usable === "unknown" ? undefined : usable) + flag("deprecated", deprecated);
  if (blockers.length === 0) {
    lines.push(`${head}/>`);
    return;
  }
  lines.push(`${head}>`);
  for (const blocker of blockers) lines.push(`    <blocker name='${escapeText(blocker)}'/>`);
  lines.push("  </cpu>");
}

function machineAttributes(machine: MachineType): string {
  return attribute("name", machine.name) + attribute("alias", machine.alias) +
    flag("hotplugCpus", machine.hotplugCpus) + ` maxCpus='${machine.maxCpus}'` + flag("default", machine.isDefault) +
    attribute("defaultCPU", machine.defaultCpu) + flag("numaMemSupported", machine.numaMemSupported) +
    attribute("defaultRAMid", machine.defaultRamId) + flag("deprecated", machine.deprecated) +
    attribute("acpi", machine.acpi === undefined ? undefined : yesNo(machine.acpi));
}

function pushSev(lines: string[], sev: SevCapability): void {
  lines.push("  <sev>", `  ${element("cbitpos", sev.cbitpos)}`);
  lines.push(`  ${element("reducedPhysBits", sev.reducedPhysBits)}`);
  lines.push(`  ${element("pdh", sev.pdh)}`, `  ${element("certChain", sev.certChain)}`);
  if (sev.cpu0Id !== undefined) lines.push(`  ${element("cpu0Id", sev.cpu0Id)}`);
  lines.push("  </sev>");
}

function pushSgx(lines: string[], { flc, sgx1, sgx2, sectionSize, sections }: SgxCapability): void {
  lines.push("  <sgx supported='yes'>");
  for (const [name, value] of Object.entries({ flc, sgx1, sgx2 })) lines.push(`  ${element(name, yesNo(value))}`);
  lines.push(`    <section_size unit='KiB'>${sectionSize}</section_size>`);
  if (sections.length > 0) {
    lines.push("    <sections>");
    for (const { node, size } of sections) lines.push(`      <section node='${node}' size='${size}' unit='KiB'/>`);
    lines.push("    </sections>");
  }
  lines.push("  </sgx>");
}

function pushHyperv(lines: string[], { hyperv }: QemuCapabilities): void {
  if (hyperv === undefined) return;
  lines.push(`  <hypervCapabilities supported='${yesNo(hyperv.supported)}'>`);
  for (const name of hyperv.features) lines.push(`    <cap name='${escapeText(name)}'/>`);
  const { spinlocks, stimerDirect, tlbflushDirect, tlbflushExtended, vendorId } = hyperv;
  if (spinlocks !== undefined) lines.push(`  ${element("spinlocks", spinlocks)}`);
  const switches = {
    stimer_direct: stimerDirect,
    tlbflush_direct: tlbflushDirect,
    tlbflush_extended: tlbflushExtended,
  };
  for (const [name, value] of Object.entries(switches)) {
    if (value !== undefined) lines.push(`  ${element(name, value ? "on" : "off")}`);
  }
  if (vendorId !== undefined) lines.push(`  ${element("vendor_id", vendorId)}`);
  lines.push("  </hypervCapabilities>");
}

function pushRecord(
  lines: string[],
  { target, probe, sev, accelerators }: QemuCapabilities,
  record: CacheRecord,
): void {
  const head = attribute("storedAt", record.storedAt) + attribute("reason", record.reason) +
    attribute("target", target) + attribute("accelerators", accelerators.map(({ type }) => type).join(" "));
  lines.push(`  <innkeeper version='${RECORD_VERSION}'${head}>`);
  pushEntries(lines, "fact", record.fingerprint);
  for (const group of ["digests", "moduleParameters", "firmware", "helpers"] as const) {
    pushEntries(lines, OBSERVATION_ELEMENTS[group], record.observed[group]);
  }
  // The reference works these out whenever it reads a file.
  if (sev?.maxGuests !== undefined && sev.maxEsGuests !== undefined) {
    lines.push(`    <sevGuests max='${sev.maxGuests}' maxES='${sev.maxEsGuests}'/>`);
  }
  const log = attribute("startedAt", probe.startedAt) + ` durationMs='${probe.durationMs}'` +
    attribute("reason", probe.reason) + ` partial='${yesNo(probe.partial)}'`;
  lines.push(`    <probe${log}>`);
  for (const { step, message } of probe.problems) {
    lines.push(`      <problem${attribute("step", step)}${attribute("message", message)}/>`);
  }
  for (const type of probe.deniedTypes) lines.push(`      <denied${attribute("type", type)}/>`);
  lines.push("    </probe>", "  </innkeeper>");
}

function pushEntries(lines: string[], name: string, entries: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(entries)) {
    lines.push(`    <${name}${attribute("name", key)}${attribute("value", value)}/>`);
  }
}

function element(name: string, value: string | number): string {
  return `  <${name}>${typeof value === "number" ? value : escapeText(value)}</${name}>`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}='${escapeText(value)}'`;
}

function flag(name: string, value: boolean): string {
  return value ? ` ${name}='yes'` : "";
}

function yesNo(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, "0")}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;",
};

/** Escapes what XML reads as its own, keeps line breaks through a reader's normalisation, drops what XML cannot hold. */
function escapeText(text: string): string {
  if (!/[^\x20-\x25\x28-\x3b=?-\x7e]/.test(text)) return text;
  return text.replace(/[&<>'"\t\n\r]/g, (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`)
    // deno-lint-ignore no-control-regex
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}
