import assert from "node:assert/strict";
import { formatShape, parseShape } from "../shape/mod.ts";
import { storageVolumeIn } from "./document.ts";

const inDir = storageVolumeIn("dir");

Deno.test("a volume comes back with its defaults", () => {
  const text = "<volume><name>v</name><capacity unit='MiB'>1</capacity><target><features/></target></volume>";
  assert.equal(
    formatShape(inDir, parseShape(inDir, text)),
    `<volume type='file'>
  <name>v</name>
  <capacity unit='bytes'>1048576</capacity>
  <allocation unit='bytes'>1048576</allocation>
  <target>
    <format type='raw'/>
    <compat>1.1</compat>
    <features/>
  </target>
</volume>
`,
  );
});

Deno.test("a backing store without path is none, and one with path has a format", () => {
  const of = (parts: string) =>
    parseShape(inDir, `<volume><name>v</name><capacity>1</capacity><backingStore>${parts}</backingStore></volume>`);
  assert.equal(of("<format type='raw'/>").backingStore, undefined);
  assert.deepEqual(of("<path>/b</path>").backingStore, { path: "/b", format: "raw" });
});

Deno.test("formats are those of the pool", () => {
  const partition = "<volume><name>v</name><capacity>1</capacity><target><format type='linux'/></target></volume>";
  assert.equal(parseShape(storageVolumeIn("disk"), partition).target.format, "linux");
  assert.equal(parseShape(storageVolumeIn("logical"), partition).target.format, undefined);
  assert.throws(() => parseShape(inDir, partition), {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    detail: "unknown volume format type linux",
  });
});

Deno.test("a capacity may be missing where the caller says so", () => {
  const text = "<volume><name>v</name></volume>";
  assert.throws(() => parseShape(inDir, text), { detail: "missing capacity element" });
  assert.throws(() => parseShape(storageVolumeIn("dir", { capacity: "unlessBacked" }), text));
  assert.equal(parseShape(storageVolumeIn("dir", { capacity: "optional" }), text).capacity, 0);
});
