/**
 * Files of the machine cut, doubled and scrambled: parsers give data or a clean error, never anything else.
 *
 * @module
 */

import assert from "node:assert/strict";
import { formatCpuList, parseCpuList } from "../../src/host/cpu_list.ts";
import { parseCpuinfo } from "../../src/host/parse_cpuinfo.ts";
import { parseFirmware } from "../../src/host/parse_firmware.ts";
import { parseMemTotal } from "../../src/host/parse_meminfo.ts";
import { parseGroup, parsePasswd } from "../../src/host/parse_users.ts";
import { parseKernelSize } from "../../src/host/scale_bytes.ts";

const FIRMWARE = JSON.stringify({
  description: "x",
  "interface-types": ["uefi"],
  mapping: { device: "flash", mode: "combined", executable: { filename: "/a", format: "raw" } },
  targets: [{ architecture: "x86_64", machines: ["pc-*"] }],
  features: ["acpi-s3"],
  tags: [],
});
const CPUINFO = "processor\t: 0\nvendor_id\t: X\ncpu family\t: 6\nmodel\t\t: 1\nmodel name\t: Y\nstepping\t: 1\n" +
  "microcode\t: 0x1\nflags\t\t: a b\naddress sizes\t: 46 bits physical, 48 bits virtual\n";

const PARSERS: readonly { name: string; seed: string; parse: (text: string) => unknown }[] = [
  { name: "a CPU list", seed: "0-3,8,10-11,4096\n", parse: parseCpuList },
  { name: "a firmware descriptor", seed: FIRMWARE, parse: (text) => parseFirmware(text, "/x.json") },
  { name: "cpuinfo", seed: CPUINFO, parse: (text) => parseCpuinfo(text, "x86_64") },
  { name: "meminfo", seed: "Node 0 MemTotal:  1024 kB\nMemFree: 1 kB\n", parse: parseMemTotal },
  { name: "passwd", seed: "root:x:0:0:root:/root:/bin/sh\na:x:1:1::/:\n", parse: parsePasswd },
  { name: "group", seed: "kvm:x:107:a,b\n", parse: parseGroup },
  { name: "a size", seed: "25344K", parse: parseKernelSize },
];

for (const { name, seed, parse } of PARSERS) {
  Deno.test(`${name} that is damaged gives data or a syntax error`, () => {
    for (const text of damaged(seed)) {
      try {
        parse(text);
      } catch (error) {
        assert.ok(error instanceof SyntaxError, `${JSON.stringify(text)} gave ${error}`);
      }
    }
  });
}

Deno.test("a CPU list that was read writes back to a list that reads the same", () => {
  for (const text of damaged("0-3,8,10-11,60-64")) {
    let numbers: number[];
    try {
      numbers = parseCpuList(text);
    } catch {
      continue;
    }
    assert.deepEqual(parseCpuList(formatCpuList(numbers)), numbers, text);
  }
});

/** The text cut at each place, and with one character changed, doubled or removed in many places. */
function* damaged(seed: string): Generator<string> {
  const strange = ["", "\0", "\n", "-", ",", ":", "9", "é", '"', "{", " ".repeat(1000), "9".repeat(400)];
  for (let at = 0; at <= seed.length; at++) {
    yield seed.slice(0, at);
    yield seed.slice(at);
    for (const piece of strange) {
      yield seed.slice(0, at) + piece + seed.slice(at + 1);
      yield seed.slice(0, at) + piece + seed.slice(at);
    }
  }
}
