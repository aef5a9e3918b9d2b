import assert from "node:assert/strict";
import type { QemuCacheDocument } from "./cache_document.ts";
import { formatCacheDocument } from "./format_cache_document.ts";
import { parseCacheDocument } from "./parse_cache_document.ts";
import { ForeignDocumentError } from "./scan_elements.ts";

const DOCUMENT: QemuCacheDocument = {
  capabilities: {
    emulator: "/usr/bin/qemu-system-x86_64",
    version: 7_002_022,
    package: "Debian <1:7.2> & 'more'",
    arch: "x86_64",
    target: "x86_64",
    flags: ["kvm", "tcg"],
    accelerators: [{
      type: "kvm",
      hostCpu: {
        name: "base",
        migratability: true,
        properties: [
          { name: "aes", value: true, migratable: true },
          { name: "family", value: 25 },
          { name: "vendor", value: "AuthenticAMD" },
        ],
        deprecatedFeatures: ["bpb"],
        hostDeprecatedFeatures: [],
      },
      cpus: [
        { name: "old", typename: "old-cpu", usable: "no", blockers: ["pcid"], deprecated: true },
        { name: "new", usable: "unknown", blockers: [], deprecated: false },
      ],
      machines: [{
        name: "pc-7.2",
        alias: "pc",
        isDefault: true,
        maxCpus: 255,
        hotplugCpus: true,
        numaMemSupported: true,
        defaultCpu: "qemu64-x86_64-cpu",
        defaultRamId: "pc.ram",
        deprecated: true,
        acpi: false,
      }],
    }],
    gic: [{ version: 3, kernel: true, emulated: false }],
    sev: {
      cbitpos: 51,
      reducedPhysBits: 1,
      pdh: "p",
      certChain: "c",
      cpu0Id: "i",
      maxGuests: 7,
      maxEsGuests: 3,
    },
    sgx: { flc: true, sgx1: false, sgx2: true, sectionSize: 12, sections: [{ node: 0, size: 12 }] },
    hyperv: { supported: true, features: ["relaxed"], spinlocks: 4095, stimerDirect: true, vendorId: "x" },
    kvmSupportsNesting: true,
    kvmSupportsSecureGuest: true,
    probe: {
      startedAt: "2026-11-22T00:00:00.000Z",
      durationMs: 151.5,
      reason: "binary-ctime",
      partial: true,
      problems: [{ step: "device-list-properties VGA", message: "line one\nline two" }],
      deniedTypes: ["VGA"],
    },
  },
  inputs: {
    qemuCtime: 1,
    moduleDirMtime: 2,
    selfCtime: 3,
    selfVersion: 1000,
    microcodeVersion: 5,
    hostCpuSignature: "AuthenticAMD, AMD EPYC, family: 25, model: 1, stepping: 1",
    kernelVersion: "6.1 #1 SMP",
    cpuData: {
      cpuid: [{ eaxIn: 0x80000000, ecxIn: 0, eax: 1, ebx: 0xffffffff, ecx: 2, edx: 3 }],
      msrs: [{ index: 0x10a, eax: 1, edx: 0 }],
    },
  },
  record: {
    storedAt: "2026-11-22T00:00:01.000Z",
    reason: "binary-ctime",
    fingerprint: { "binary-ctime": "1", "kvm-parameter:nested": "1" },
    observed: {
      digests: { "/usr/bin/qemu-system-x86_64": "ab" },
      moduleParameters: { "kvm_amd.nested": "1" },
      firmware: { "/usr/share/qemu/firmware/50.json": "cd" },
      helpers: { "/usr/bin/swtpm": "0.7.1" },
    },
  },
};

Deno.test("a document that is written and read back is the same document", () => {
  assert.deepEqual(parseCacheDocument(formatCacheDocument(DOCUMENT)), DOCUMENT);
});

Deno.test("the elements stand in the reference's order, and ours come last under one element", () => {
  const names = [...formatCacheDocument(DOCUMENT).matchAll(/^ {2}<(\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(names)], [
    "emulator",
    "qemuctime",
    "qemumoddirmtime",
    "selfctime",
    "selfvers",
    "flag",
    "version",
    "kvmVersion",
    "microcodeVersion",
    "hostCPUSignature",
    "package",
    "kernelVersion",
    "cpudata",
    "arch",
    "hostCPU",
    "cpu",
    "machine",
    "gic",
    "sev",
    "sgx",
    "hypervCapabilities",
    "kvmSupportsNesting",
    "kvmSupportsSecureGuest",
    "innkeeper",
  ]);
});

Deno.test("attributes of a machine stand in the reference's order", () => {
  const text = formatCacheDocument(DOCUMENT);
  const expected = "<machine type='kvm' name='pc-7.2' alias='pc' hotplugCpus='yes' maxCpus='255' default='yes' " +
    "defaultCPU='qemu64-x86_64-cpu' numaMemSupported='yes' defaultRAMid='pc.ram' deprecated='yes' acpi='no'/>";
  assert.ok(text.includes(expected), text);
});

Deno.test("a file of the reference has no record of ours, and is read all the same", () => {
  const foreign = formatCacheDocument(DOCUMENT).replace(/ {2}<innkeeper[^]*<\/innkeeper>\n/, "");
  const { capabilities, record } = parseCacheDocument(foreign);
  assert.deepEqual(capabilities.accelerators, DOCUMENT.capabilities.accelerators);
  assert.deepEqual([record.fingerprint, record.reason, capabilities.target], [{}, "", "x86_64"]);
});

Deno.test("a record of another release is a miss", () => {
  const other = formatCacheDocument(DOCUMENT).replace("<innkeeper version='1'", "<innkeeper version='2'");
  assert.throws(() => parseCacheDocument(other), ForeignDocumentError);
});

Deno.test("a file that lacks what is needed, or has nonsense in its place, is a miss", () => {
  const text = formatCacheDocument(DOCUMENT);
  const broken = [
    text.replace("qemuCaps", "other").replace("/qemuCaps", "/other"),
    text.replace("<arch>x86_64</arch>", ""),
    text.replace("<version>7002022</version>", "<version>seven</version>"),
    text.replace("eax_in='0x80000000'", "eax_in='80000000'"),
    text.replace("type='number' value='25'", "type='list' value='25'"),
    text.replace(" maxCpus='255'", ""),
  ];
  for (const candidate of broken) {
    assert.notEqual(candidate, text);
    assert.throws(() => parseCacheDocument(candidate), ForeignDocumentError);
  }
});

Deno.test("a file that is cut off anywhere is a miss", () => {
  const text = formatCacheDocument(DOCUMENT).trimEnd();
  for (let length = 0; length < text.length; length++) {
    assert.throws(() => parseCacheDocument(text.slice(0, length)), ForeignDocumentError, `at ${length}`);
  }
});
