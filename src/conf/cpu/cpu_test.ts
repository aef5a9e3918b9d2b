import assert from "node:assert/strict";
import { z } from "zod";
import { formatCpu } from "./format_cpu.ts";
import { cpuSchema } from "./json_schema.ts";
import { parseCpu } from "./parse_cpu.ts";

const GUEST = `<cpu mode='custom' match='exact' check='partial'>
  <model fallback='allow' vendor_id='MakerMakerMk'>Chip</model>
  <vendor>Maker</vendor>
  <topology sockets='2' dies='1' cores='2' threads='1'/>
  <cache level='3' mode='emulate'/>
  <maxphysaddr mode='passthrough' limit='40'/>
  <feature policy='require' name='one'/>
</cpu>
`;

const HOST = `<cpu>
  <arch>x86_64</arch>
  <model>Chip</model>
  <vendor>Maker</vendor>
  <microcode version='9'/>
  <signature family='6' model='158' stepping='9'/>
  <counter name='tsc' frequency='2600000000' scaling='yes'/>
  <topology sockets='1' cores='2' threads='1'/>
  <feature name='one'/>
</cpu>
`;

for (const [name, text] of [["guest", GUEST], ["host", HOST]] as const) {
  Deno.test(`the CPU of a ${name} comes back from text and from JSON`, () => {
    const document = parseCpu(text);
    assert.equal(formatCpu(document), text);
    const again = JSON.parse(JSON.stringify(document));
    assert.deepEqual(again, document);
    assert.deepEqual(z.fromJSONSchema(structuredClone(cpuSchema()) as never).parse(again), document);
  });
}

Deno.test("a guest's NUMA cells and a host's page sizes are passed over", () => {
  const { features } = parseCpu("<cpu><pages size='4'/><numa><cell id='0'/></numa><feature name='x'/></cpu>");
  assert.deepEqual(features, [{ name: "x" }]);
});

Deno.test("an unknown policy is refused", () => {
  assert.throws(() => parseCpu("<cpu><feature policy='maybe' name='x'/></cpu>"), /cpu\/feature\/@policy/);
});
