import assert from "node:assert/strict";
import type { DomainCapabilitiesDocument } from "../../conf/domain_capabilities/document.ts";
import { buildDomainCapabilities } from "./build_domain_capabilities.ts";
import type { DomainHostFacts } from "./build_domain_rules.ts";
import type { QemuCapabilities } from "./capabilities.ts";

const MACHINE = { isDefault: true, hotplugCpus: false, numaMemSupported: false, deprecated: false };

const HOST: DomainHostFacts = {
  arch: "x86_64",
  vfio: false,
  firmware: [],
  defaultLoaders: ["/default.fd"],
  passt: false,
  rdp: false,
};

interface Guest {
  readonly arch?: string;
  readonly machine?: string;
  readonly virtType?: string;
  readonly flags?: readonly string[];
  readonly host?: Partial<DomainHostFacts>;
  readonly capabilities?: Partial<QemuCapabilities>;
}

function build(guest: Guest = {}): DomainCapabilitiesDocument {
  const { arch = "x86_64", machine = "pc-q35-9.0", virtType = "kvm", flags = [] } = guest;
  const machines = [{ name: machine, maxCpus: 288, ...MACHINE }];
  return buildDomainCapabilities({
    capabilities: {
      emulator: "/b/qemu",
      version: 9_000_000,
      arch,
      target: arch,
      flags,
      accelerators: [{ type: "kvm", cpus: [], machines }, { type: "tcg", cpus: [], machines }],
      gic: [],
      kvmSupportsNesting: false,
      kvmSupportsSecureGuest: false,
      probe: { startedAt: "", durationMs: 0, reason: "new", partial: false, problems: [], deniedTypes: [] },
      ...guest.capabilities,
    },
    machine,
    virtType,
    arch,
    hostFacts: { ...HOST, ...guest.host },
  });
}

function device(document: DomainCapabilitiesDocument, name: string): Record<string, readonly string[]> | false {
  const found = document.devices.find((each) => each.name === name);
  assert.ok(found, `no device ${name}`);
  return found.supported && Object.fromEntries(found.enums.map((each) => [each.name, each.values]));
}

function feature(document: DomainCapabilitiesDocument, name: string): unknown {
  const found = document.features.find((each) => each.name === name);
  return found?.enums?.flatMap(({ values }) => values) ?? found?.supported;
}

Deno.test("a guest has no more processors than its machine type and KVM allow", () => {
  assert.equal(build().vcpuMax, 288);
  assert.equal(build({ host: { kvmMaxVcpus: 16 } }).vcpuMax, 16);
  assert.equal(build({ host: { kvmMaxVcpus: 16 }, virtType: "qemu" }).vcpuMax, 288);
  assert.equal(build({ host: { kvmMaxVcpus: 0 } }).vcpuMax, 288);
});

Deno.test("the host's own CPU is for accelerated guests of the host's architecture", () => {
  assert.equal(build().cpu.hostPassthrough.supported, true);
  assert.deepEqual(build({ flags: ["cpu.migratable"] }).cpu.hostPassthrough.enums[0]?.values, ["on", "off"]);
  assert.equal(build({ virtType: "qemu" }).cpu.hostPassthrough.supported, false);
  assert.equal(build({ arch: "aarch64" }).cpu.hostPassthrough.supported, false);
});

Deno.test("firmware is what the descriptors say of the machine, else the files known by name", () => {
  const firmware = [{
    interfaces: ["uefi"],
    mapping: { device: "flash" as const, executable: { filename: "/sb.fd" } },
    targets: [{ architecture: "x86_64", machines: ["pc-q35-*"] }],
    features: ["secure-boot", "requires-smm"],
  }];
  const { os } = build({ host: { firmware }, flags: ["uefi-vars"] });
  assert.deepEqual(os?.enums, [{ name: "firmware", values: ["efi"] }]);
  assert.deepEqual(os?.loader?.values, ["/sb.fd"]);
  assert.deepEqual(os?.loader?.enums.find(({ name }) => name === "secure")?.values, ["yes", "no"]);
  assert.deepEqual(os?.firmwareFeatures?.enums, [
    { name: "secureBoot", values: ["yes"] },
    { name: "enrolledKeys", values: ["no"] },
  ]);
  assert.equal(os?.varstore, true);
  const other = build({ host: { firmware }, machine: "isapc" }).os;
  assert.deepEqual([other?.enums[0]?.values, other?.loader?.values, other?.varstore], [[], ["/default.fd"], false]);
});

Deno.test("a device is offered as far as the emulator and the host's helpers have it", () => {
  const bare = build();
  assert.equal(device(bare, "tpm"), false);
  assert.equal(device(bare, "crypto"), false);
  assert.equal(device(bare, "redirdev"), false);
  assert.deepEqual(device(bare, "interface"), { backendType: ["default"] });
  const full = build({
    flags: [
      "tpm-tis",
      "tpm-emulator",
      "virtio-crypto",
      "usb-redir",
      "netdev.stream",
      "display-dbus",
      "iommufd",
      "nvme",
    ],
    host: { swtpm: { tpm12: false, tpm20: true }, passt: true, rdp: true },
  });
  assert.deepEqual(device(full, "tpm"), {
    model: ["tpm-tis"],
    backendModel: ["emulator", "external"],
    backendVersion: ["2.0"],
  });
  assert.deepEqual(device(full, "crypto"), { model: ["virtio"], type: ["qemu"], backendModel: ["builtin"] });
  assert.deepEqual(device(full, "interface"), { backendType: ["default", "passt"] });
  assert.deepEqual(device(full, "graphics"), { type: ["rdp", "dbus"] });
});

Deno.test("panic devices follow the architecture", () => {
  assert.deepEqual(device(build({ flags: ["pvpanic"] }), "panic"), { model: ["isa", "hyperv"] });
  assert.deepEqual(device(build({ arch: "ppc64", machine: "pseries-9" }), "panic"), { model: ["pseries"] });
  assert.deepEqual(device(build({ arch: "s390x", machine: "s390-ccw-virtio-9" }), "panic"), { model: ["s390"] });
  assert.equal(device(build({ arch: "aarch64", machine: "virt-9" }), "panic"), false);
});

Deno.test("floppy and IDE follow the machine", () => {
  const pc = device(build({ machine: "pc-i440fx-9.0" }), "disk");
  assert.deepEqual(pc && [pc["diskDevice"], pc["bus"]], [
    ["disk", "cdrom", "floppy", "lun"],
    ["ide", "fdc", "scsi", "virtio"],
  ]);
  const pseries = device(build({ arch: "ppc64", machine: "pseries-9" }), "disk");
  assert.deepEqual(pseries && pseries["bus"], ["scsi", "virtio"]);
});

Deno.test("interrupt controllers are those the accelerator has for ARM's board", () => {
  const gic = [{ version: 2, kernel: true, emulated: true }, { version: 3, kernel: false, emulated: true }];
  const arm = { arch: "aarch64", machine: "virt-9.0", capabilities: { gic } };
  assert.deepEqual(feature(build(arm), "gic"), ["2"]);
  assert.deepEqual(feature(build({ ...arm, virtType: "qemu" }), "gic"), ["2", "3"]);
  assert.equal(feature(build({ ...arm, machine: "raspi3b" }), "gic"), false);
});

Deno.test("protection of guests is offered as the emulator reports it", () => {
  const sev = { cbitpos: 51, reducedPhysBits: 1, pdh: "", certChain: "" };
  const amd = build({ flags: ["sev-guest"], capabilities: { sev } });
  assert.deepEqual(feature(amd, "launchSecurity"), ["sev"]);
  assert.deepEqual(amd.features.find(({ name }) => name === "sev")?.sev, {
    cbitpos: 51,
    reducedPhysBits: 1,
    maxGuests: 0,
    maxEsGuests: 0,
  });
  const ibm = {
    arch: "s390x",
    machine: "s390-ccw-virtio-9.0",
    flags: ["confidential-guest-support", "s390-pv-guest"],
  };
  assert.equal(feature(build(ibm), "s390-pv"), false);
  assert.equal(feature(build({ ...ibm, capabilities: { kvmSupportsSecureGuest: true } }), "s390-pv"), true);
  assert.equal(feature(build(), "s390-pv"), undefined);
  assert.equal(feature(build(), "launchSecurity"), false);
});

Deno.test("what enlightenments get when nothing is said of them is told where QEMU told it", () => {
  const hyperv = { supported: true, features: ["spinlocks"], spinlocks: 4095, stimerDirect: true };
  const told = build({ capabilities: { hyperv } }).features.find(({ name }) => name === "hyperv");
  assert.deepEqual(told?.hypervDefaults, { spinlocks: 4095, stimerDirect: true });
  const silent = build({ capabilities: { hyperv: { supported: true, features: ["relaxed"] } } });
  assert.deepEqual(silent.features.find(({ name }) => name === "hyperv")?.hypervDefaults, undefined);
});

Deno.test("Hyper-V enlightenments and the PC's keyboard are told where they are known", () => {
  const hyperv = { supported: true, features: ["relaxed", "vapic"] };
  assert.deepEqual(feature(build({ capabilities: { hyperv } }), "hyperv"), ["relaxed", "vapic"]);
  assert.equal(feature(build(), "hyperv"), undefined);
  assert.equal(feature(build({ flags: ["machine-i8042-opt"] }), "ps2"), true);
  assert.equal(feature(build({ flags: ["machine-i8042-opt"], machine: "microvm" }), "ps2"), false);
});

Deno.test("old s390 machines take nothing but the host's CPU", () => {
  const { cpu } = build({ arch: "s390x", machine: "s390-ccw-virtio-2.7", flags: ["cpu-max"], host: { arch: "s390x" } });
  assert.deepEqual([cpu.hostPassthrough.supported, cpu.maximum?.supported], [true, false]);
});
