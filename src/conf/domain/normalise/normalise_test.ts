import assert from "node:assert/strict";
import { VirtError } from "../../../model/error.ts";
import { parseShape } from "../../shape/mod.ts";
import { type Domain, domain } from "../document.ts";
import { type Acceptance, COMMON_STEPS, normalise, type NormaliseContext } from "./mod.ts";

const UUID = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f";

function context(...accepts: Acceptance[]): NormaliseContext {
  return { newUuid: () => UUID, newMac: () => "52:54:00:00:00:01", defaultArch: "i686", accepts: new Set(accepts) };
}

function complete(inner: string, given: NormaliseContext = context()): Domain {
  const os = inner.includes("<os>") ? "" : "<os><type>hvm</type></os>";
  const memory = /^<memory[ >]/.test(inner) || inner.includes("<numa>") ? "" : "<memory>1024</memory>";
  const name = inner.includes("<name>") ? "" : "<name>g</name>";
  const text = `<domain type='test'>${name}${memory}${os}${inner}</domain>`;
  return normalise(parseShape(domain, text), COMMON_STEPS, given);
}

function refusal(inner: string, given?: NormaliseContext): string {
  try {
    complete(inner, given);
  } catch (error) {
    if (error instanceof VirtError) return error.message;
    throw error;
  }
  throw new Error(`It was accepted: ${inner}`);
}

Deno.test("a guest gets a UUID, an architecture, its memory now and a disk to start from", () => {
  const { uuid, os, currentMemory } = complete("");
  assert.equal(uuid, UUID);
  assert.deepEqual(os, { type: { arch: "i686", type: "hvm" }, boot: ["hd"] });
  assert.equal(currentMemory, 1024);
});

Deno.test("a guest never starts with more memory than there is, and NUMA nodes make the total", () => {
  assert.equal(complete("<memory>8</memory><currentMemory>9</currentMemory>").currentMemory, 8);
  const numa = "<cpu><numa><cell memory='3'/><cell memory='4'/></numa></cpu>";
  assert.equal(complete(numa).memory?.size, 7);
});

Deno.test("single processors have a state each, and say how many are in use", () => {
  const inner = "<vcpu>2</vcpu><vcpus><vcpu id='0' enabled='yes'/></vcpus>";
  const { vcpu, vcpus } = complete(inner, context("individual-vcpus"));
  assert.deepEqual(vcpu, { placement: "static", maximum: 2, current: 1 });
  assert.deepEqual(vcpus, [
    { id: 0, enabled: true, hotpluggable: false },
    { id: 1, enabled: false, hotpluggable: true },
  ]);
  assert.match(refusal(inner), /individual CPU state configuration is not supported/);
});

Deno.test("memory and processors are placed together", () => {
  const { numatune, vcpu } = complete("<vcpu placement='auto'>1</vcpu>");
  assert.deepEqual([numatune?.memory, vcpu.placement], [{ mode: "strict", placement: "auto" }, "auto"]);
  assert.equal(complete("<numatune><memory placement='auto'/></numatune>").vcpu.placement, "auto");
});

Deno.test("I/O threads are numbered where some have a number", () => {
  const { iothreadIds } = complete("<iothreads>3</iothreads><iothreadids><iothread id='2'/></iothreadids>");
  assert.deepEqual(iothreadIds, [{ id: 2 }, { id: 1 }, { id: 3 }]);
  assert.equal(complete("<iothreads>3</iothreads>").iothreadIds, undefined);
});

Deno.test("the UUID of the firmware's tables is the guest's", () => {
  const tables = (uuid: string): string =>
    `<sysinfo type='smbios'><system><entry name='uuid'>${uuid}</entry></system></sysinfo>`;
  const other = "1a81f5b2-8403-7b23-c8d6-21ccc2f80d6f";
  assert.equal(complete(tables(other)).uuid, other);
  assert.match(refusal(`<uuid>${UUID}</uuid>${tables(other)}`), /UUID mismatch/);
});

Deno.test("metadata is kept by namespace, the first of each", () => {
  const { metadata } = complete("<metadata><a/><x:a xmlns:x='urn:x'/><y:b xmlns:y='urn:x'/></metadata>");
  assert.equal(metadata, `<metadata>\n  <x:a xmlns:x="urn:x"/>\n</metadata>`);
});

Deno.test("only the driver's own namespace is kept", () => {
  const inner =
    "<qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:arg value='x'/></qemu:commandline>";
  assert.equal(complete(inner).qemu, undefined);
  assert.notEqual(complete(inner, { ...context(), namespace: "qemu" }).qemu, undefined);
});

const REFUSED: readonly (readonly [inner: string, message: RegExp])[] = [
  ["<name>a/b</name>", /XML error: name a\/b cannot contain '\/'/],
  ["<memory>0</memory>", /Memory size must be specified/],
  ["<vcpu current='3'>2</vcpu>", /maximum vCPU count must not be less than current vCPU count/],
  ["<maxMemory slots='1'>2048</maxMemory>", /<maxMemory> are not supported/],
  ["<cputune><iothreadpin iothread='1' cpuset='0'/></cputune>", /Cannot find 'iothread' : 1/],
  ["<seclabel model='dac'/><seclabel/>", /missing security model/],
  ["<on_reboot>coredump-destroy</on_reboot>", /Lifecycle event 'reboot' doesn't support 'coredump-destroy' action/],
  ["<clock><timer name='hpet' frequency='1'/></clock>", /timer hpet doesn't support setting of timer frequency/],
  ["<os><type>hvm</type><nvram>/n</nvram></os>", /no loader path specified/],
  ["<os><type>exe</type></os>", /init binary must be specified/],
  ["<sysinfo type='smbios'><bios><entry name='date'>99/1/99</entry></bios></sysinfo>", /Invalid BIOS 'date' format/],
  [
    "<vcpu>2</vcpu><cputune><cachetune vcpus='0'><cache id='0' level='3' type='both' size='1'/></cachetune>" +
    "<memorytune vcpus='0-1'><node id='0' bandwidth='1'/></memorytune></cputune>",
    /Overlapping vcpus in resctrls/,
  ],
  [
    "<memoryBacking><hugepages><page size='1' nodeset='1'/></hugepages></memoryBacking>",
    /hugepages: node 1 not found/,
  ],
];

for (const [inner, message] of REFUSED) {
  Deno.test(`${inner.slice(0, 60)} is refused as libvirt does`, () => assert.match(refusal(inner), message));
}
