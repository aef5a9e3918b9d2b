/**
 * The machine under the hypervisor in memory.
 *
 * @module
 */

import assert from "node:assert/strict";
import { opened, refused } from "./opened.ts";

Deno.test("the default machine has the figures of libvirt's test hypervisor", async () => {
  const { parts: { host } } = await opened();
  assert.deepEqual(await host.getCellsFreeMemory(0, 5, {}), [2097152, 4194304]);
  assert.equal(await host.getFreeMemory({}), 3145728);
  assert.deepEqual(await host.getCpuMap({}), { total: 8, online: [0, 2, 4] });
  assert.deepEqual(await host.getFreePages({ sizes: [4, 8], startCell: 0, cellCount: 2 }, {}), [19, 45, 97, 201]);
  await refused(
    host.getCellsFreeMemory(2, 1, {}),
    "VIR_ERR_INVALID_ARG: invalid argument: Range exceeds available cells",
  );
});

Deno.test("models of CPUs are named where an architecture has any", async () => {
  const { parts: { host } } = await opened();
  assert.ok((await host.getCpuModelNames("x86_64", {})).includes("Haswell"));
  assert.deepEqual(await host.getCpuModelNames("aarch64", {}), []);
  await refused(
    host.getCpuModelNames("nonsense", {}),
    "VIR_ERR_INVALID_ARG: invalid argument: cannot find architecture nonsense",
  );
  await refused(
    host.getCpuModelNames("riscv64", {}),
    "VIR_ERR_NO_SUPPORT: this function is not supported by the connection driver: " +
      "'riscv64' architecture is not supported by CPU driver",
  );
});

Deno.test("what CPUs have in common is a CPU", async () => {
  const { parts: { host } } = await opened();
  const cpu = (model: string): string => `<cpu><arch>i686</arch><model>${model}</model></cpu>`;
  assert.match(await host.baselineCpu([cpu("pentium3")], {}, {}), /<model fallback='forbid'>pentium3<\/model>/);
  await refused(
    host.baselineCpu([cpu("Nope")], {}, {}),
    "VIR_ERR_INTERNAL_ERROR: internal error: Unknown CPU model Nope",
  );
  for (
    const [text, expected] of [
      ["<cpu><arch>i686</arch></cpu>", "VIR_ERR_XML_ERROR: XML error: Missing CPU model name"],
      ["<cpu><overlooked/><model>a</model></cpu>", "VIR_ERR_XML_ERROR: XML error: Missing CPU architecture"],
      [
        "<cpu mode='custom'/>",
        "VIR_ERR_CONFIG_UNSUPPORTED: unsupported configuration: Attribute mode is only allowed for guest CPU",
      ],
      [
        "<cpu><arch>i687</arch></cpu>",
        "VIR_ERR_CONFIG_UNSUPPORTED: unsupported configuration: Unknown architecture i687",
      ],
    ] as const
  ) await refused(host.baselineCpu([text], {}, {}), expected);
});
