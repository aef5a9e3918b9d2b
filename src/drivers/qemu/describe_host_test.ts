import assert from "node:assert/strict";
import type { HostFacts } from "../../host/facts.ts";
import { describeDomainHost, describeHost, parseSwtpmVersions } from "./describe_host.ts";

const FACTS: HostFacts = {
  arch: "x86_64",
  cpu: { flags: [] },
  topology: { cpus: [], sockets: 1, diesPerSocket: 1, coresPerParent: 1, threadsPerCore: 1 },
  nodeCounts: { cpus: 1, offline: 0, nodes: 1, sockets: 1, cores: 1, threads: 1 },
  numa: { cells: [], interconnects: [] },
  caches: { banks: [], memoryBandwidth: [] },
  memory: { pageSizesKiB: [4] },
  iommu: { groups: 0 },
  kvm: { present: false, usable: false },
  modules: [],
  nested: false,
  protection: {
    ...{ sev: false, sevEs: false, sevSnp: false, tdx: false, sgx: false, s390Uv: false },
    capacity: {},
    secureGuest: false,
  },
  kernel: {},
  firmware: [],
  security: {},
  power: { suspendMem: true, suspendDisk: false, suspendHybrid: true },
  identity: {},
  helpers: [{ name: "swtpm", path: "/usr/bin/swtpm" }, { name: "passt" }],
  problems: [],
};

Deno.test("a plain host has no caches, no bandwidth, and no security model but ownership of files", () => {
  assert.deepEqual(describeHost(FACTS, { owner: { uid: 64055, gid: 108 } }), {
    powerManagement: ["suspend_mem", "suspend_hybrid"],
    iommu: false,
    topology: { cells: [] },
    securityModels: [
      { model: "none", doi: "0", baseLabels: [] },
      {
        model: "dac",
        doi: "0",
        baseLabels: [{ type: "kvm", label: "+64055:+108" }, { type: "qemu", label: "+64055:+108" }],
      },
    ],
  });
});

Deno.test("SELinux comes before AppArmor, and AppArmor counts with its templates only", () => {
  const apparmor = { profiles: {}, templates: true };
  const selinux = { enforcing: true, guestContexts: { kvm: "a:b:c", emulated: "a:b:d" } };
  const model = (security: HostFacts["security"]) => describeHost({ ...FACTS, security }).securityModels[0];
  assert.equal(model({ apparmor })?.model, "apparmor");
  assert.equal(model({ apparmor: { ...apparmor, templates: false } })?.model, "none");
  assert.deepEqual(model({ apparmor, selinux })?.baseLabels, [
    { type: "kvm", label: "a:b:c" },
    { type: "qemu", label: "a:b:d" },
  ]);
});

Deno.test("helpers count where they are installed, and VFIO where there are groups and the device", () => {
  const options = { vfioDevice: true, defaultLoaders: [] };
  const host = describeDomainHost(FACTS, { ...options, swtpm: { tpm12: true, tpm20: true } });
  assert.deepEqual([host.swtpm, host.passt, host.vfio], [{ tpm12: true, tpm20: true }, false, false]);
  assert.equal(describeDomainHost({ ...FACTS, iommu: { groups: 3 } }, options).vfio, true);
  assert.equal(
    describeDomainHost({ ...FACTS, helpers: [] }, { ...options, swtpm: { tpm12: true, tpm20: true } }).swtpm,
    undefined,
  );
});

Deno.test("the TPM emulator's versions are read from its answer, and not from anything else", () => {
  assert.deepEqual(parseSwtpmVersions('{"type":"swtpm_setup","features":["tpm-2.0","x"]}'), {
    tpm12: false,
    tpm20: true,
  });
  for (const text of ["", "Usage: swtpm_setup", "null", "[]", '{"features":1}']) {
    assert.equal(parseSwtpmVersions(text), undefined, text);
  }
});

Deno.test("the processor tells how many encrypted guests there can be", () => {
  const leaf = { eaxIn: 0x8000001f, ecxIn: 0, eax: 0, ebx: 0, ecx: 509, edx: 100 };
  const limits = (cpuid: readonly (typeof leaf)[]) =>
    describeDomainHost({ ...FACTS, cpu: { flags: [], cpuid } }, { vfioDevice: false, defaultLoaders: [] }).sevLimits;
  assert.deepEqual(limits([leaf]), { guests: 410, esGuests: 99 });
  assert.equal(limits([{ ...leaf, ecx: 0 }]), undefined);
  assert.equal(limits([]), undefined);
});
