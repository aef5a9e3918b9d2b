import assert from "node:assert/strict";
import { parseCpuinfo, parseFrequency, parseMicrocode, parseSignature } from "./parse_cpuinfo.ts";

const X86 = `processor\t: 0
vendor_id\t: GenuineIntel
cpu family\t: 6
model\t\t: 140
model name\t: Made (R) Core: 1
stepping\t: 1
microcode\t: 0xb4
cpu MHz\t\t: 2799.998
flags\t\t: fpu vme  sse2
address sizes\t: 39 bits physical, 48 bits virtual

processor\t: 1
vendor_id\t: GenuineIntel
microcode\t: 0xb6
cpu MHz\t\t: 400.000
`;

Deno.test("an x86 processor is read from its first entry, its frequency from the last", () => {
  assert.deepEqual(parseCpuinfo(X86, "x86_64"), {
    vendor: "GenuineIntel",
    modelName: "Made (R) Core: 1",
    family: 6,
    model: 140,
    stepping: 1,
    microcode: 0xb4,
    physicalBits: 39,
    virtualBits: 48,
    flags: ["fpu", "vme", "sse2"],
    mhz: 400,
    signature: "GenuineIntel, Made (R) Core: 1, family: 6, model: 140, stepping: 1",
  });
});

Deno.test("what cpuinfo does not say is absent, not zero", () => {
  assert.deepEqual(parseCpuinfo("", "x86_64"), { flags: [] });
  assert.deepEqual(parseCpuinfo("vendor_id : X\ncpu family : unknown\n", "x86_64"), { vendor: "X", flags: [] });
  assert.equal(parseSignature("vendor_id : X\n", "x86_64"), undefined);
});

Deno.test("microcode is hexadecimal, as large as 32 bits, or decimal on old kernels", () => {
  assert.equal(parseMicrocode(X86), 0xb4);
  assert.equal(parseMicrocode("microcode\t: 0xffffffff\n"), 4_294_967_295);
  assert.equal(parseMicrocode("microcode : 41\n"), 41);
  assert.equal(parseMicrocode("model : 1\n"), undefined);
});

Deno.test("POWER and s390 processors have signatures of their own, ARM ones have none", () => {
  assert.equal(
    parseSignature("processor\t: 0\ncpu\t\t: POWER8E (raw)\nclock\t\t: 3690.000000MHz\nrevision\t: 2.1\n", "ppc64le"),
    "POWER8E (raw), rev 2.1",
  );
  const s390 = "vendor_id       : IBM/S390\nfacilities      : 0 1 2\n" +
    "processor 0: version = FF,  identification = 1,  machine = 2964\ncpu MHz dynamic : 5000\ncpu MHz static  : 5200\n";
  assert.equal(
    parseSignature(s390, "s390x"),
    "IBM/S390, version = FF,  identification = 1,  machine = 2964, facilities: 0 1 2",
  );
  assert.equal(parseFrequency(s390, "s390x"), 5000);
  assert.deepEqual(parseCpuinfo(s390, "s390x").modelName, "2964");
  assert.equal(parseSignature(X86, "aarch64"), undefined);
  assert.equal(parseFrequency(X86, "aarch64"), undefined);
});

Deno.test("an ARM processor is named by numbers", () => {
  const text = "Features\t: fp asimd\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x0\n" +
    "CPU part\t: 0xd08\nCPU revision\t: 3\n";
  assert.deepEqual(parseCpuinfo(text, "aarch64"), {
    vendor: "0x41",
    family: 8,
    model: 0xd08,
    stepping: 3,
    flags: ["fp", "asimd"],
  });
});
