import assert from "node:assert/strict";
import { QmpError, type QmpSession } from "../../wire/qmp/session.ts";
import { interrogate } from "./interrogate.ts";
import { OldVersionError } from "./parse_version.ts";
import { SchemaShelf } from "./schema_shelf.ts";

type Args = Readonly<Record<string, unknown>>;
type Answers = Readonly<Record<string, unknown>>;

/** A QEMU that answers by command, and with `CommandNotFound` to the rest; a function may look at the arguments. */
class FakeQemu implements QmpSession {
  readonly asked: string[] = [];
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  async execute(command: string, args: Args = {}): Promise<unknown> {
    this.asked.push([command, args["typename"] ?? args["type"]].filter(Boolean).join(" "));
    await Promise.resolve();
    const answer = this.#answers[command];
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new QmpError(command, "CommandNotFound", "The command has not been found");
    return typeof answer === "function" ? answer(args) : answer;
  }
}

function refuse(errorClass: string): (args: Args) => never {
  return () => {
    throw new QmpError("it", errorClass, "no");
  };
}

const SMALL: Answers = {
  "query-version": { qemu: { major: 7, minor: 2, micro: 0 }, package: "v7.2.0" },
  "query-target": { arch: "x86_64" },
  "query-kvm": { present: true, enabled: false },
  "qom-list-types": [{ name: "tcg-accel" }, { name: "VGA" }, { name: "memory-backend-file" }],
  "query-machines": [{ name: "pc-7.2", alias: "pc", "cpu-max": 1 }],
  "query-commands": [{ name: "query-vnc" }],
  "query-qmp-schema": [
    { name: "screendump", "meta-type": "command", "arg-type": "a" },
    { name: "a", "meta-type": "object", members: [{ name: "device", type: "a" }] },
  ],
  "query-cpu-definitions": [{ name: "max", "unavailable-features": [] }],
  "query-command-line-options": [],
  "query-migrate-capabilities": [],
  "device-list-properties": [{ name: "vgamem_mb" }],
  "qom-list-properties": [{ name: "pmem" }],
};

function expansion(args: Args): unknown {
  const model = args["model"];
  assert.ok(typeof model === "object" && model !== null && "name" in model);
  const props = "props" in model ? JSON.stringify(model.props) : "";
  const hyperv = props.includes("hv-passthrough") ? { "hv-vapic": true } : {};
  return { model: { name: "base", props: { invtsc: props.includes("migratable"), ...hyperv } } };
}

Deno.test("one run of a QEMU without KVM tells everything there is, and no second run is needed", async () => {
  const qemu = new FakeQemu(SMALL);
  assert.deepEqual(await interrogate(qemu, { phase: "full" }), {
    version: 7_002_000,
    package: "v7.2.0",
    arch: "x86_64",
    target: "x86_64",
    flags: [
      "no-hpet",
      "no-acpi",
      "vnc",
      "VGA",
      "VGA.vgamem_mb",
      "screendump_device",
      "memory-backend-file.pmem",
      "tcg",
      "cpu-max",
    ],
    accelerator: {
      type: "tcg",
      cpus: [{ name: "max", usable: "yes", blockers: [], deprecated: false }],
      machines: [{
        name: "pc-7.2",
        alias: "pc",
        isDefault: false,
        maxCpus: 1,
        hotplugCpus: false,
        numaMemSupported: true,
        deprecated: false,
      }],
    },
    needsTcgRun: false,
    gic: [],
    problems: [],
  });
  assert.ok(!qemu.asked.some((question) => question.startsWith("query-cpu-model-expansion")));
});

Deno.test("with KVM the host's CPU and its enlightenments are learnt, and TCG wants a second run", async () => {
  const qemu = new FakeQemu({
    ...SMALL,
    "query-kvm": { present: true, enabled: true },
    "query-cpu-model-expansion": expansion,
  });
  const full = await interrogate(qemu, { phase: "full" });
  assert.equal(full.accelerator.type, "kvm");
  assert.equal(full.needsTcgRun, true);
  assert.deepEqual(full.hyperv, { supported: true, features: ["vapic"] });
  assert.deepEqual(full.accelerator.hostCpu, {
    name: "base",
    migratability: true,
    properties: [{ name: "invtsc", value: true, migratable: false }],
  });
});

Deno.test("the second run asks for what differs without an accelerator, and for nothing else", async () => {
  const qemu = new FakeQemu({ ...SMALL, "query-cpu-model-expansion": expansion });
  const tcg = await interrogate(qemu, { phase: "tcg", arch: "x86_64" });
  assert.equal(tcg.accelerator.hostCpu?.name, "base");
  assert.deepEqual(tcg.flags, ["cpu-max"]);
  assert.deepEqual([...new Set(qemu.asked)].sort(), [
    "query-cpu-definitions",
    "query-cpu-model-expansion static",
    "query-machines",
  ]);
});

Deno.test("the i386 binary expands its own answer once more, so that every spelling is there", async () => {
  const qemu = new FakeQemu({ ...SMALL, "query-cpu-model-expansion": expansion });
  await interrogate(qemu, { phase: "tcg", arch: "i686" });
  const expansions = qemu.asked.filter((question) => question.startsWith("query-cpu-model-expansion"));
  assert.deepEqual(expansions.sort(), [
    "query-cpu-model-expansion full",
    "query-cpu-model-expansion full",
    "query-cpu-model-expansion static",
    "query-cpu-model-expansion static",
  ]);
});

Deno.test("questions that depend on no other answer are asked before any is answered", async () => {
  const qemu = new FakeQemu(SMALL);
  const interrogation = interrogate(qemu, { phase: "full" });
  assert.ok(qemu.asked.length >= 13, `only ${qemu.asked.length} questions at once`);
  await interrogation;
});

Deno.test("options are asked for when the modules that bring some along are loaded", async () => {
  const qemu = new FakeQemu(SMALL);
  await interrogate(qemu, { phase: "full" });
  assert.ok(qemu.asked.indexOf("qom-list-types") < qemu.asked.indexOf("query-command-line-options"));
});

Deno.test("a sister of a binary that was asked for its schema is not asked again, a stranger is", async () => {
  const shelf = new SchemaShelf();
  const ask = async (answers: Answers, folder: string) => {
    const qemu = new FakeQemu(answers);
    const { flags } = await interrogate(qemu, { phase: "full", sisters: { shelf, folder } });
    assert.ok(flags.includes("screendump_device"));
    return qemu.asked.includes("query-qmp-schema");
  };
  const unpackaged = { ...SMALL, "query-version": { qemu: { major: 7, minor: 2, micro: 0 }, package: "" } };
  assert.equal(await ask(SMALL, "/usr/bin"), true);
  assert.equal(await ask(SMALL, "/usr/bin"), false);
  assert.equal(await ask(SMALL, "/opt/bin"), true);
  assert.equal(await ask({ ...SMALL, "query-commands": [{ name: "query-spice" }] }, "/usr/bin"), true);
  assert.equal(await ask({ ...SMALL, "query-command-line-options": [{ option: "spice" }] }, "/usr/bin"), true);
  assert.equal(await ask(unpackaged, "/usr/bin"), true);
  assert.equal(await ask(unpackaged, "/usr/bin"), true, "two builds of one's own may be anything");
});

Deno.test("a schema that could not be read is not handed to sisters", async () => {
  const sisters = { shelf: new SchemaShelf(), folder: "/usr/bin" };
  const broken = { ...SMALL, "query-qmp-schema": "garbage" };
  const first = await interrogate(new FakeQemu(broken), { phase: "full", sisters });
  assert.deepEqual(first.problems.map(({ step }) => step), ["query-qmp-schema"]);
  const second = await interrogate(new FakeQemu(SMALL), { phase: "full", sisters });
  assert.ok(second.flags.includes("screendump_device"));
});

Deno.test("a type that the binary does not survive is not asked about, and the story says so", async () => {
  const qemu = new FakeQemu(SMALL);
  const { problems, flags } = await interrogate(qemu, { phase: "full", deniedTypes: ["VGA"] });
  assert.deepEqual(problems.map(({ step }) => step), ["device-list-properties VGA"]);
  assert.ok(flags.includes("VGA") && !flags.includes("VGA.vgamem_mb"));
  assert.ok(!qemu.asked.includes("device-list-properties VGA"));
});

Deno.test("a refusal that nobody expects is a problem, and the rest is kept", async () => {
  const { problems, accelerator, flags } = await interrogate(
    new FakeQemu({ ...SMALL, "query-machines": refuse("GenericError"), "query-cpu-definitions": "garbage" }),
    { phase: "full" },
  );
  assert.deepEqual(problems.map(({ step }) => step).sort(), ["query-cpu-definitions", "query-machines"]);
  assert.deepEqual([accelerator.machines, accelerator.cpus], [[], []]);
  assert.ok(flags.includes("VGA.vgamem_mb"));
});

Deno.test("a refusal that is to be expected is absence", async () => {
  const qemu = new FakeQemu({
    ...SMALL,
    "query-sev-capabilities": refuse("GenericError"),
    "query-cpu-definitions": refuse("GenericError"),
    "device-list-properties": refuse("DeviceNotFound"),
  });
  const { problems, sev } = await interrogate(qemu, { phase: "full" });
  assert.deepEqual([problems, sev], [[], undefined]);
});

Deno.test("SEV counts where both the emulator and the platform have it", async () => {
  const answer = { cbitpos: 51, "reduced-phys-bits": 1, pdh: "a", "cert-chain": "b" };
  const plain = await interrogate(new FakeQemu({ ...SMALL, "query-sev-capabilities": answer }), { phase: "full" });
  assert.equal(plain.sev, undefined);
  const types = [{ name: "sev-guest" }];
  const both = { ...SMALL, "qom-list-types": types, "query-sev-capabilities": answer };
  const full = await interrogate(new FakeQemu(both), { phase: "full" });
  assert.equal(full.sev?.cbitpos, 51);
  assert.ok(full.flags.includes("sev-guest"));
});

Deno.test("a QEMU that is too old is refused with its version", async () => {
  const old = { ...SMALL, "query-version": { qemu: { major: 5, minor: 2, micro: 0 }, package: "" } };
  await assert.rejects(interrogate(new FakeQemu(old), { phase: "full" }), OldVersionError);
});

Deno.test("a session that breaks ends the interrogation with its own error", async () => {
  const gone = new Error("QEMU went away");
  for (const command of ["query-version", "qom-list-types", "device-list-properties", "query-sgx-capabilities"]) {
    await assert.rejects(interrogate(new FakeQemu({ ...SMALL, [command]: gone }), { phase: "full" }), gone);
  }
  await assert.rejects(
    interrogate(new FakeQemu({ ...SMALL, "query-machines": gone }), { phase: "tcg", arch: "x86_64" }),
    gone,
  );
});
