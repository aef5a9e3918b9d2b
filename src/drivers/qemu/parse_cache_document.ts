/**
 * Reading a cache file back: ours, or one that the reference wrote (which has no `<innkeeper>` and gives an empty
 * record). The order of elements does not matter, unknown ones are left out; a missing or malformed one that is needed
 * makes the file foreign.
 *
 * @module
 */

import type { Accelerator, AcceleratorType, GicCapability, HypervCapability } from "./capabilities.ts";
import type { ProbeInputs, ProbeLog, QemuCapabilities, SevCapability, SgxCapability } from "./capabilities.ts";
import { type CacheRecord, OBSERVATION_ELEMENTS, type QemuCacheDocument, RECORD_VERSION } from "./cache_document.ts";
import { parseAccelerator } from "./parse_cached_accelerator.ts";
import { optionalNumber, optionalText, readNumber, requireAttribute, requireChild } from "./read_cached_values.ts";
import { attributeOf, childOf, childrenOf, foreign } from "./scan_elements.ts";
import { scanElements, type ScannedElement, textOf } from "./scan_elements.ts";

/** Elements that come by the hundred, and are told apart once instead of being passed over by every look-up. */
const BULK_ELEMENTS = ["flag", "hostCPU", "cpu", "machine"];

/** Throws {@linkcode ForeignDocumentError} when the text is not such a document: a miss. */
export function parseCacheDocument(text: string): QemuCacheDocument {
  const whole = scanElements(text);
  if (whole.name !== "qemuCaps") throw foreign(`its root is "${whole.name}", not "qemuCaps"`);
  const root = { ...whole, children: whole.children.filter(({ name }) => !BULK_ELEMENTS.includes(name)) };
  const own = childOf(root, "innkeeper");
  const version = own && attributeOf(own, "version");
  if (own !== undefined && version !== RECORD_VERSION) {
    throw foreign(`another release wrote it (record version "${version}")`);
  }
  return { capabilities: parseCapabilities(whole, root, own), inputs: parseInputs(root), record: parseRecord(own) };
}

function parseCapabilities(
  whole: ScannedElement,
  root: ScannedElement,
  own: ScannedElement | undefined,
): QemuCapabilities {
  const text = textOf(requireChild(root, "package"));
  const arch = textOf(requireChild(root, "arch"));
  const [sev, sgx, hyperv] = ["sev", "sgx", "hypervCapabilities"].map((name) => childOf(root, name));
  return {
    emulator: textOf(requireChild(root, "emulator")),
    version: readNumber(requireChild(root, "version")),
    ...text !== "" && { package: text },
    arch,
    target: (own && attributeOf(own, "target")) ?? arch,
    flags: childrenOf(whole, "flag").map((flag) => requireAttribute(flag, "name")),
    accelerators: parseAccelerators(whole, own),
    gic: childrenOf(root, "gic").map(parseGic),
    ...sev !== undefined && { sev: parseSev(sev, own && childOf(own, "sevGuests")) },
    ...sgx !== undefined && { sgx: parseSgx(sgx) },
    ...hyperv !== undefined && { hyperv: parseHyperv(hyperv) },
    kvmSupportsNesting: childOf(root, "kvmSupportsNesting") !== undefined,
    kvmSupportsSecureGuest: childOf(root, "kvmSupportsSecureGuest") !== undefined,
    probe: parseProbe(own && childOf(own, "probe")),
  };
}

function parseAccelerators(whole: ScannedElement, own: ScannedElement | undefined): Accelerator[] {
  const parts = new Map<AcceleratorType, ScannedElement[]>();
  // One that could tell nothing has no element of its own, and is still there.
  for (const type of ((own && attributeOf(own, "accelerators")) ?? "").split(" ")) {
    if (isAcceleratorType(type)) parts.set(type, []);
  }
  for (const child of whole.children) {
    if (child.name !== "hostCPU" && child.name !== "cpu" && child.name !== "machine") continue;
    const type = requireAttribute(child, "type");
    if (!isAcceleratorType(type)) continue;
    const known = parts.get(type);
    if (known === undefined) parts.set(type, [child]);
    else known.push(child);
  }
  return [...parts].map(([type, elements]) => parseAccelerator(type, elements));
}

function isAcceleratorType(type: string): type is AcceleratorType {
  return type === "kvm" || type === "hvf" || type === "tcg";
}

function parseInputs(root: ScannedElement): ProbeInputs {
  const moduleDirMtime = optionalNumber(childOf(root, "qemumoddirmtime"));
  const microcodeVersion = optionalNumber(childOf(root, "microcodeVersion"));
  const signature = childOf(root, "hostCPUSignature");
  const kernel = childOf(root, "kernelVersion");
  const cpuData = childOf(root, "cpudata");
  return {
    qemuCtime: readNumber(requireChild(root, "qemuctime")),
    ...moduleDirMtime !== undefined && { moduleDirMtime },
    selfCtime: readNumber(requireChild(root, "selfctime")),
    selfVersion: readNumber(requireChild(root, "selfvers")),
    ...microcodeVersion && { microcodeVersion },
    ...signature !== undefined && { hostCpuSignature: textOf(signature) },
    ...kernel !== undefined && { kernelVersion: textOf(kernel) },
    ...cpuData !== undefined && { cpuData: parseCpuData(cpuData) },
  };
}

function parseCpuData(element: ScannedElement): NonNullable<ProbeInputs["cpuData"]> {
  return {
    cpuid: childrenOf(element, "cpuid").map((leaf) => ({
      eaxIn: readHex(leaf, "eax_in"),
      ecxIn: readHex(leaf, "ecx_in"),
      eax: readHex(leaf, "eax"),
      ebx: readHex(leaf, "ebx"),
      ecx: readHex(leaf, "ecx"),
      edx: readHex(leaf, "edx"),
    })),
    msrs: childrenOf(element, "msr").map((msr) => ({
      index: readHex(msr, "index"),
      eax: readHex(msr, "eax"),
      edx: readHex(msr, "edx"),
    })),
  };
}

function readHex(element: ScannedElement, name: string): number {
  const text = requireAttribute(element, name);
  if (!/^0x[\da-f]{1,8}$/i.test(text)) throw foreign(`"${text}" is no register`);
  return Number(text);
}

function parseGic(element: ScannedElement): GicCapability {
  return {
    version: readNumber(element, "version"),
    kernel: attributeOf(element, "kernel") === "yes",
    emulated: attributeOf(element, "emulated") === "yes",
  };
}

function parseHyperv(element: ScannedElement): HypervCapability {
  const spinlocks = optionalNumber(childOf(element, "spinlocks"));
  const [stimerDirect, tlbflushDirect, tlbflushExtended, vendorId] = [
    "stimer_direct",
    "tlbflush_direct",
    "tlbflush_extended",
    "vendor_id",
  ].map((name) => optionalText(childOf(element, name)));
  return {
    supported: attributeOf(element, "supported") === "yes",
    features: childrenOf(element, "cap").map((cap) => requireAttribute(cap, "name")),
    ...spinlocks !== undefined && { spinlocks },
    ...stimerDirect !== undefined && { stimerDirect: stimerDirect === "on" },
    ...tlbflushDirect !== undefined && { tlbflushDirect: tlbflushDirect === "on" },
    ...tlbflushExtended !== undefined && { tlbflushExtended: tlbflushExtended === "on" },
    ...vendorId !== undefined && { vendorId },
  };
}

function parseSev(element: ScannedElement, guests: ScannedElement | undefined): SevCapability {
  const cpu0Id = childOf(element, "cpu0Id");
  return {
    cbitpos: readNumber(requireChild(element, "cbitpos")),
    reducedPhysBits: readNumber(requireChild(element, "reducedPhysBits")),
    pdh: textOf(requireChild(element, "pdh")),
    certChain: textOf(requireChild(element, "certChain")),
    ...cpu0Id !== undefined && { cpu0Id: textOf(cpu0Id) },
    ...guests !== undefined && {
      maxGuests: readNumber(guests, "max"),
      maxEsGuests: readNumber(guests, "maxES"),
    },
  };
}

function parseSgx(element: ScannedElement): SgxCapability {
  const sections = childOf(element, "sections");
  return {
    flc: textOf(requireChild(element, "flc")) === "yes",
    sgx1: textOf(requireChild(element, "sgx1")) === "yes",
    sgx2: textOf(requireChild(element, "sgx2")) === "yes",
    sectionSize: readNumber(requireChild(element, "section_size")),
    sections: sections === undefined ? [] : childrenOf(sections, "section").map((section) => ({
      node: readNumber(section, "node"),
      size: readNumber(section, "size"),
    })),
  };
}

function parseProbe(element: ScannedElement | undefined): ProbeLog {
  if (element === undefined) {
    return { startedAt: "", durationMs: 0, reason: "", partial: false, problems: [], deniedTypes: [] };
  }
  return {
    startedAt: requireAttribute(element, "startedAt"),
    durationMs: readNumber(element, "durationMs"),
    reason: requireAttribute(element, "reason"),
    partial: attributeOf(element, "partial") === "yes",
    problems: childrenOf(element, "problem").map((problem) => ({
      step: requireAttribute(problem, "step"),
      message: requireAttribute(problem, "message"),
    })),
    deniedTypes: childrenOf(element, "denied").map((denied) => requireAttribute(denied, "type")),
  };
}

function parseRecord(own: ScannedElement | undefined): CacheRecord {
  return {
    storedAt: own === undefined ? "" : requireAttribute(own, "storedAt"),
    reason: own === undefined ? "" : requireAttribute(own, "reason"),
    fingerprint: parseEntries(own, "fact"),
    observed: {
      digests: parseEntries(own, OBSERVATION_ELEMENTS.digests),
      moduleParameters: parseEntries(own, OBSERVATION_ELEMENTS.moduleParameters),
      firmware: parseEntries(own, OBSERVATION_ELEMENTS.firmware),
      helpers: parseEntries(own, OBSERVATION_ELEMENTS.helpers),
    },
  };
}

function parseEntries(own: ScannedElement | undefined, name: string): Record<string, string> {
  const elements = own === undefined ? [] : childrenOf(own, name);
  return Object.fromEntries(
    elements.map((entry) => [requireAttribute(entry, "name"), requireAttribute(entry, "value")]),
  );
}
