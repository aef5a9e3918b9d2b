import assert from "node:assert/strict";
import { parseQmpSchema } from "../qmp_schema.ts";
import { ARCHITECTURE_RULES } from "./by_architecture.ts";
import { COMMAND_RULES } from "./by_command.ts";
import { COMMAND_LINE_RULES } from "./by_command_line.ts";
import { DEVICE_PROPERTY_RULES } from "./by_device_property.ts";
import { MACHINE_PROPERTY_RULES } from "./by_machine_property.ts";
import { OBJECT_PROPERTY_RULES } from "./by_object_property.ts";
import { OBJECT_TYPE_RULES } from "./by_object_type.ts";
import { SCHEMA_PATH_RULES, schemaFlags } from "./by_schema_path.ts";
import { CPU_MODEL_RULES, MIGRATION_CAPABILITY_RULES, TPM_MODEL_RULES, TPM_TYPE_RULES } from "./by_word.ts";
import { deriveFlags, type FlagEvidence } from "./derive_flags.ts";
import { BASE_FLAGS, isNewerFlag, NEWER_FLAGS, orderFlags } from "./names.ts";

const NOTHING: FlagEvidence = {
  version: 7_002_000,
  arch: "tricore",
  kvm: false,
  commands: new Set(),
  schemaFlags: new Set(),
  types: new Set(),
  deviceProperties: new Map(),
  objectProperties: new Map(),
  machineProperties: new Map(),
  options: new Map(),
  migrationCapabilities: new Set(),
  tpmTypes: new Set(),
  cpuModels: new Set(),
  sev: false,
  sgx: false,
};

function flagsOf(evidence: Partial<FlagEvidence>): string[] {
  return deriveFlags({ ...NOTHING, ...evidence });
}

Deno.test("a binary that has nothing to show has no flags", () => {
  assert.deepEqual(flagsOf({}), []);
});

Deno.test("KVM and the architecture set what no query tells", () => {
  assert.deepEqual(flagsOf({ kvm: true }), ["kvm"]);
  assert.deepEqual(flagsOf({ arch: "x86_64" }), ["no-hpet", "no-acpi"]);
  assert.deepEqual(flagsOf({ arch: "aarch64" }), ["no-acpi", "aarch64-off", "gic-version"]);
  assert.deepEqual(flagsOf({ arch: "sparc" }), ["ncr53c90"]);
});

Deno.test("a version outside a rule's range sets nothing", () => {
  assert.deepEqual(flagsOf({ version: 5_001_000 }), ["enable-fips"]);
  assert.deepEqual(flagsOf({ version: 5_002_000 }), []);
});

Deno.test("any type of a rule sets its flag", () => {
  assert.deepEqual(flagsOf({ types: new Set(["virtio-rng-ccw", "unheard-of"]) }), ["virtio-rng"]);
});

Deno.test("a default that a rule asks for decides", () => {
  const withDefault = (defaultValue: boolean) =>
    flagsOf({ deviceProperties: new Map([["virtio-blk-pci", [{ name: "scsi", defaultValue }]]]) });
  assert.deepEqual(withDefault(true), ["virtio-blk-pci.scsi"]);
  assert.deepEqual(withDefault(false), ["virtio-blk-pci.scsi", "virtio-blk-pci.scsi.default.disabled"]);
});

Deno.test("a property counts only on the types of its rule", () => {
  const properties = new Map([["ide-hd", [{ name: "channel" }, { name: "wwn" }]]]);
  assert.deepEqual(flagsOf({ deviceProperties: properties }), ["ide-drive.wwn"]);
  assert.deepEqual(flagsOf({ machineProperties: new Map([["virt", [{ name: "iommu" }]]]) }), ["machine.virt.iommu"]);
  assert.deepEqual(flagsOf({ objectProperties: new Map([["memory-backend-file", [{ name: "pmem" }]]]) }), [
    "memory-backend-file.pmem",
  ]);
});

Deno.test("an option sets a flag by itself or with a parameter", () => {
  assert.deepEqual(flagsOf({ options: new Map([["spice", new Set<string>()]]) }), ["spice"]);
  assert.deepEqual(flagsOf({ options: new Map([["spice", new Set(["gl"])]]) }), ["spice", "spice-gl"]);
});

Deno.test("TPM back-ends count only where QEMU knows TPM models", () => {
  assert.deepEqual(flagsOf({ tpmTypes: new Set(["emulator"]) }), []);
  assert.deepEqual(flagsOf({ tpmTypes: new Set(["emulator"]), tpmModels: new Set(["tpm-crb"]) }), [
    "tpm-crb",
    "tpm-emulator",
  ]);
});

Deno.test("commands, schema paths, migration capabilities and CPU models set theirs", () => {
  const schema = parseQmpSchema([
    { name: "block-commit", "meta-type": "command", "arg-type": "a" },
    { name: "a", "meta-type": "object", members: [{ name: "backing-mask-protocol", type: "a" }] },
    { name: "screendump", "meta-type": "command", "arg-type": "b" },
    { name: "b", "meta-type": "object", members: [{ name: "device", type: "b" }] },
  ]);
  const flags = flagsOf({
    commands: new Set(["query-vnc"]),
    schemaFlags: schemaFlags(schema),
    migrationCapabilities: new Set(["rdma-pin-all"]),
    cpuModels: new Set(["max"]),
  });
  assert.deepEqual(flags, ["vnc", "migrate-rdma", "screendump_device", "cpu-max"], "one path of two is not enough");
});

Deno.test("every rule names a flag that has a place in the order, and every ordered flag has one place", () => {
  const tables = [ARCHITECTURE_RULES, COMMAND_RULES, COMMAND_LINE_RULES, DEVICE_PROPERTY_RULES, MACHINE_PROPERTY_RULES];
  const more = [OBJECT_PROPERTY_RULES, OBJECT_TYPE_RULES, SCHEMA_PATH_RULES, CPU_MODEL_RULES];
  const words = [MIGRATION_CAPABILITY_RULES, TPM_MODEL_RULES, TPM_TYPE_RULES];
  const ruled = new Set([...tables, ...more, ...words].flatMap((table) => table.map(({ flag }) => flag)));
  assert.equal(orderFlags(ruled).length, ruled.size);
  const all = [...BASE_FLAGS, ...NEWER_FLAGS];
  assert.equal(new Set(all).size, all.length);
  const derived = new Set([
    ...ruled,
    "kvm",
    "enable-fips",
    "cpu-cache",
    "canonical-cpu-features",
    "incremental-backup",
  ]);
  assert.deepEqual(NEWER_FLAGS.filter((flag) => !derived.has(flag)), []);
});

Deno.test("rules stand in the order of their flags", () => {
  for (
    const table of [COMMAND_RULES, COMMAND_LINE_RULES, DEVICE_PROPERTY_RULES, OBJECT_TYPE_RULES, SCHEMA_PATH_RULES]
  ) {
    const flags = table.map(({ flag }) => flag);
    assert.deepEqual(flags, orderFlags(new Set(flags)));
  }
});

Deno.test("a flag that is in no list cannot be ordered", () => {
  assert.throws(() => orderFlags(new Set(["kvm", "made-up"])), /"made-up": add them to flags\/names\.ts/);
  assert.deepEqual([isNewerFlag("kvm"), isNewerFlag("iommufd")], [false, true]);
});
