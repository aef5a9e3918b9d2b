import assert from "node:assert/strict";
import { parseFirmware } from "./parse_firmware.ts";

function descriptor(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    description: "UEFI",
    "interface-types": ["uefi"],
    mapping: {
      device: "flash",
      executable: { filename: "/code.fd", format: "raw" },
      "nvram-template": { filename: "/vars.fd", format: "qcow2" },
    },
    targets: [{ architecture: "x86_64", machines: ["pc-q35-*"] }],
    features: ["secure-boot", "a-feature-of-tomorrow"],
    ...changes,
  });
}

Deno.test("a firmware in flash without a mode has its variables apart", () => {
  assert.deepEqual(parseFirmware(descriptor(), "/x.json"), {
    path: "/x.json",
    description: "UEFI",
    interfaces: ["uefi"],
    mapping: {
      device: "flash",
      mode: "split",
      executable: { filename: "/code.fd", format: "raw" },
      nvramTemplate: { filename: "/vars.fd", format: "qcow2" },
    },
    targets: [{ architecture: "x86_64", machines: ["pc-q35-*"] }],
    features: ["secure-boot", "a-feature-of-tomorrow"],
    tags: [],
  });
});

Deno.test("a firmware without variables has no template", () => {
  const mapping = { device: "flash", mode: "stateless", executable: { filename: "/sev.fd", format: "raw" } };
  assert.deepEqual(parseFirmware(descriptor({ mapping }), "/x.json").mapping, mapping);
});

Deno.test("a firmware in memory is one file, and a device of tomorrow is kept by its name", () => {
  const memory = { device: "memory", filename: "/bios.bin" };
  assert.deepEqual(parseFirmware(descriptor({ mapping: memory }), "/x.json").mapping, memory);
  assert.deepEqual(parseFirmware(descriptor({ mapping: { device: "igvm", filename: "/x" } }), "/x.json").mapping, {
    device: "other",
    name: "igvm",
  });
});

Deno.test("a broken descriptor is refused with the place where it is broken", () => {
  const cases: readonly [string, RegExp][] = [
    ["", /JSON/],
    ["[]", /object at descriptor/],
    [descriptor({ mapping: [] }), /object at mapping/],
    [descriptor({ "interface-types": ["floppy"] }), /at interface-types, found "floppy"/],
    [descriptor({ targets: [{ architecture: "x86_64", machines: [1] }] }), /text at targets\.machines/],
    [descriptor({ mapping: { device: "flash", mode: "half" } }), /at mapping\.mode/],
    [descriptor({ features: null }), /list at features/],
  ];
  for (const [text, message] of cases) assert.throws(() => parseFirmware(text, "/x.json"), message);
});
