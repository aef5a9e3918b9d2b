import assert from "node:assert/strict";
import { buildCapabilities } from "./build_capabilities.ts";
import type { EmulatorSummary } from "./emulator_summary.ts";

function emulator(path: string, arch: string, more: Partial<EmulatorSummary> = {}): EmulatorSummary {
  return { emulator: path, arch, version: 7_002_000, accelerators: ["tcg"], machines: [], ...more };
}

function guests(hostArch: string, emulators: readonly EmulatorSummary[]): readonly (readonly [string, string])[] {
  return build(hostArch, emulators).guests.map(({ arch }) => [arch.name, arch.emulator ?? ""] as const);
}

function build(hostArch: string, emulators: readonly EmulatorSummary[]): ReturnType<typeof buildCapabilities> {
  return buildCapabilities({
    hostArch,
    hostFacts: { securityModels: [] },
    hostCpu: { arch: hostArch, features: [], pages: [] },
    emulators,
  });
}

Deno.test("guests are listed by architecture in libvirt's order, whatever order the emulators were found in", () => {
  const found = [emulator("/b/qemu-system-x86_64", "x86_64"), emulator("/b/qemu-system-arm", "armv7l")];
  assert.deepEqual(guests("riscv64", found), [
    ["armv6l", "/b/qemu-system-arm"],
    ["armv7l", "/b/qemu-system-arm"],
    ["x86_64", "/b/qemu-system-x86_64"],
  ]);
});

Deno.test("a 64-bit PC runs 32-bit guests in the 64-bit emulator where there is no other", () => {
  const wide = emulator("/b/qemu-system-x86_64", "x86_64");
  assert.deepEqual(guests("x86_64", [wide]).map(([arch]) => arch), ["i686", "x86_64"]);
  assert.deepEqual(guests("aarch64", [wide]).map(([arch]) => arch), ["x86_64"]);
  assert.deepEqual(guests("x86_64", [wide, emulator("/b/qemu-system-i386", "i686")])[0], [
    "i686",
    "/b/qemu-system-i386",
  ]);
});

Deno.test("a 64-bit ARM host runs 32-bit guests in the emulator that has KVM for them", () => {
  const found = [emulator("/b/qemu-system-arm", "armv7l"), emulator("/b/qemu-system-aarch64", "aarch64")];
  assert.deepEqual(guests("aarch64", found), [
    ["armv6l", "/b/qemu-system-arm"],
    ["armv7l", "/b/qemu-system-aarch64"],
    ["aarch64", "/b/qemu-system-aarch64"],
  ]);
});

Deno.test("the first emulator of the search path serves; another of its kind is a domain of its own", () => {
  const machines = [{ name: "board-2", alias: "board", maxCpus: 8 }];
  const { guests } = build("x86_64", [
    emulator("/usr/bin/qemu-system-s390x", "s390x"),
    emulator("/opt/bin/qemu-system-s390x", "s390x", { machines }),
  ]);
  const arch = guests.find(({ arch }) => arch.name === "s390x")?.arch;
  assert.equal(arch?.emulator, "/usr/bin/qemu-system-s390x");
  assert.deepEqual(arch?.domains, [
    { type: "qemu", machines: [] },
    {
      type: "qemu",
      emulator: "/opt/bin/qemu-system-s390x",
      machines: [{ name: "board-2", maxCpus: 8 }, { name: "board", canonical: "board-2", maxCpus: 8 }],
    },
  ]);
});

Deno.test("an emulator for an architecture without a libvirt name follows under QEMU's own word", () => {
  const found = [
    emulator("/b/qemu-system-loongarch64", "loongarch64"),
    emulator("/b/qemu-system-xtensaeb", "xtensaeb"),
  ];
  const document = build("x86_64", found);
  assert.deepEqual(document.guests.map(({ arch }) => [arch.name, arch.wordSize]), [["xtensaeb", 32], [
    "loongarch64",
    64,
  ]]);
});

Deno.test("RHEL's emulator outside the search path serves the host's own architecture only", () => {
  const rhel = emulator("/usr/libexec/qemu-kvm", "x86_64", { accelerators: ["kvm", "tcg"] });
  const document = build("x86_64", [rhel]);
  assert.deepEqual(document.guests.map(({ arch }) => arch.name), ["i686", "x86_64"]);
  assert.deepEqual(document.guests[1]?.arch.domains.map(({ type }) => type), ["qemu", "kvm"]);
});

Deno.test("what guests can have follows their architecture", () => {
  const names = build("x86_64", [emulator("/b/qemu-system-x86_64", "x86_64"), emulator("/b/qemu-system-m68k", "m68k")])
    .guests.map(({ arch, features }) => `${arch.name}: ${features.map(({ name }) => name).join(" ")}`);
  assert.deepEqual(names, [
    "i686: pae nonpae acpi apic cpuselection deviceboot disksnapshot externalSnapshot",
    "m68k: cpuselection deviceboot disksnapshot externalSnapshot",
    "x86_64: acpi apic cpuselection deviceboot disksnapshot externalSnapshot",
  ]);
});
