import assert from "node:assert/strict";
import type { Accelerator, QemuCapabilities } from "./capabilities.ts";
import { chooseDomain, chooseEmulator } from "./choose_domain.ts";

function accelerator(type: Accelerator["type"], ...names: readonly string[]): Accelerator {
  const rest = { maxCpus: 1, hotplugCpus: false, numaMemSupported: false, deprecated: false };
  const machines = names.map((name, index) => ({
    name,
    isDefault: index === 0,
    alias: name.split("-")[0] ?? "",
    ...rest,
  }));
  return { type, cpus: [], machines };
}

function capabilities(...accelerators: readonly Accelerator[]): QemuCapabilities {
  return {
    emulator: "/b/qemu-system-x86_64",
    version: 7_002_000,
    arch: "x86_64",
    target: "x86_64",
    flags: [],
    accelerators,
    gic: [],
    kvmSupportsNesting: false,
    kvmSupportsSecureGuest: false,
    probe: { startedAt: "", durationMs: 0, reason: "new", partial: false, problems: [], deniedTypes: [] },
  };
}

const WITH_KVM = capabilities(accelerator("kvm", "pc-7", "q35-7"), accelerator("tcg", "pc-7", "isapc-1"));

Deno.test("what is left open is the accelerated type and the default machine", () => {
  assert.deepEqual(chooseDomain({}, WITH_KVM, { arch: "x86_64" }), { virtType: "kvm", machine: "pc-7" });
  assert.deepEqual(chooseDomain({}, capabilities(accelerator("tcg")), { arch: "x86_64" }), { virtType: "qemu" });
});

Deno.test("an alias becomes the versioned name, among the machines of the type that was asked for", () => {
  assert.equal(chooseDomain({ machine: "q35" }, WITH_KVM, { arch: "x86_64" }).machine, "q35-7");
  assert.equal(chooseDomain({ machine: "isapc", virtType: "qemu" }, WITH_KVM, { arch: "i686" }).machine, "isapc-1");
});

Deno.test("what the emulator does not have is refused with a hint", () => {
  const refusals = [
    [{ machine: "isapc" }, "x86_64", /machine 'isapc' is not supported/],
    [{ virtType: "hvf" }, "x86_64", /accel 'hvf' is not supported/],
    [{ virtType: "magic" }, "x86_64", /unknown virttype: magic/],
    [{}, "ppc64", /doesn't match given architecture 'ppc64'/],
  ] as const;
  for (const [query, arch, message] of refusals) {
    assert.throws(() => chooseDomain(query, WITH_KVM, { arch }), { code: "VIR_ERR_INVALID_ARG", message, hint: /.+/ });
  }
});

Deno.test("the emulator is the named one, or the one that serves the architecture", () => {
  const found = [{ emulator: "/b/qemu-system-x86_64" }, { emulator: "/b/qemu-system-rx", arch: "rx" }];
  const options = { hostArch: "x86_64" };
  assert.deepEqual(chooseEmulator({}, found, options), { emulator: "/b/qemu-system-x86_64", arch: "x86_64" });
  assert.deepEqual(chooseEmulator({ arch: "rx" }, found, options), { emulator: "/b/qemu-system-rx", arch: "rx" });
  assert.equal(chooseEmulator({ emulator: "/o/qemu" }, found, options).emulator, "/o/qemu");
  assert.throws(() => chooseEmulator({ arch: "pdp11" }, found, options), { code: "VIR_ERR_INVALID_ARG" });
  assert.throws(() => chooseEmulator({ arch: "s390x" }, found, options), { code: "VIR_ERR_CONFIG_UNSUPPORTED" });
});
