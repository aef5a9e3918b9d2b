import assert from "node:assert/strict";
import { canonicalMachine, parseMachines } from "./parse_machines.ts";
import { MalformedReplyError } from "./schema.ts";

const REPLY = [
  { name: "none", "cpu-max": 1, "is-default": true },
  { name: "pc-q35-7.2", alias: "q35", "cpu-max": 288, "hotpluggable-cpus": true, "numa-mem-supported": false },
  {
    name: "pc-i440fx-7.2",
    alias: "pc",
    "is-default": true,
    "cpu-max": 255,
    "default-cpu-type": "qemu64-x86_64-cpu",
    "default-ram-id": "pc.ram",
  },
  { name: "pc-i440fx-1.7", "cpu-max": 255, deprecated: true, acpi: true },
];

Deno.test("the machine that guests get when they name none comes first, the rest keeps QEMU's order", () => {
  const names = parseMachines(REPLY, "x86_64").map(({ name }) => name);
  assert.deepEqual(names, ["pc-i440fx-7.2", "pc-q35-7.2", "pc-i440fx-1.7"]);
});

Deno.test("QEMU's own default leads where the architecture has no preferred machine", () => {
  const names = parseMachines(REPLY, "tricore").map(({ name }) => name);
  assert.equal(names[0], "pc-i440fx-7.2");
});

Deno.test("the preferred machine wins over QEMU's default", () => {
  const reply = [{ name: "mac99", "is-default": true }, { name: "g3beige" }];
  assert.deepEqual(parseMachines(reply, "ppc").map(({ name }) => name), ["g3beige", "mac99"]);
});

Deno.test("without preferred and default machine the order is QEMU's", () => {
  assert.deepEqual(parseMachines([{ name: "b" }, { name: "a" }], "s390x").map(({ name }) => name), ["b", "a"]);
});

Deno.test("every field of a machine is kept, and what QEMU leaves out has its meaning", () => {
  const [pc, , old] = parseMachines(REPLY, "x86_64");
  assert.deepEqual(pc, {
    name: "pc-i440fx-7.2",
    alias: "pc",
    isDefault: true,
    maxCpus: 255,
    hotplugCpus: false,
    numaMemSupported: true,
    defaultCpu: "qemu64-x86_64-cpu",
    defaultRamId: "pc.ram",
    deprecated: false,
  });
  assert.deepEqual([old?.deprecated, old?.acpi], [true, true]);
});

Deno.test("a machine is found by its alias and by its name", () => {
  const machines = parseMachines(REPLY, "x86_64");
  assert.equal(canonicalMachine(machines, "q35"), "pc-q35-7.2");
  assert.equal(canonicalMachine(machines, "pc-i440fx-1.7"), "pc-i440fx-1.7");
  assert.equal(canonicalMachine(machines, "virt"), undefined);
});

Deno.test("a machine without a name is a malformed reply", () => {
  assert.throws(() => parseMachines([{ "cpu-max": 1 }], "x86_64"), MalformedReplyError);
  assert.throws(() => parseMachines({}, "x86_64"), MalformedReplyError);
});
