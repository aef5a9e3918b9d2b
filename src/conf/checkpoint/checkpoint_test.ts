import assert from "node:assert/strict";
import { domain } from "../domain/document.ts";
import { formatShape, parseShape } from "../shape/mod.ts";
import { alignCheckpointDisks, newCheckpoint, redefinedCheckpoint } from "./complete_checkpoint.ts";
import { checkpoint } from "./document.ts";

const DISKS = parseShape(
  domain,
  `<domain type='test'><name>g</name><memory>1</memory><os><type>hvm</type></os><devices>
  <disk type='file'><source file='/a'/><target dev='vda'/></disk>
  <disk type='file'><source file='/b'/><target dev='vdb'/><readonly/></disk>
</devices></domain>`,
).devices.disks ?? [];

Deno.test("a checkpoint comes back with what is always written", () => {
  const document = parseShape(
    checkpoint,
    "<domaincheckpoint><name>c</name><disks><disk name='vda'/></disks></domaincheckpoint>",
  );
  assert.equal(
    formatShape(checkpoint, document),
    "<domaincheckpoint>\n  <name>c</name>\n  <disks>\n    <disk name='vda' checkpoint='bitmap'/>\n  </disks>\n</domaincheckpoint>\n",
  );
});

Deno.test("without a list, changes of every disk that can be written to are remembered", () => {
  assert.deepEqual(alignCheckpointDisks(newCheckpoint({}, 9000), DISKS), {
    name: "9",
    creationTime: 9,
    disks: [{ name: "vda", checkpoint: "bitmap", bitmap: "9" }, { name: "vdb", checkpoint: "no" }],
  });
});

Deno.test("what cannot be a checkpoint is refused", () => {
  const bad = "<domaincheckpoint><name>../x</name></domaincheckpoint>";
  assert.throws(() => parseShape(checkpoint, bad), /is not a name of letters/);
  assert.throws(() => redefinedCheckpoint({}), { detail: "a redefined checkpoint must have a name" });
  assert.throws(() => alignCheckpointDisks({}, []), {
    detail: "domain must have at least one disk to perform checkpoints",
  });
  assert.throws(() => alignCheckpointDisks({ disks: [{ name: "vdb", checkpoint: "bitmap" }] }, DISKS), {
    detail: "disk 'vdb' is empty or readonly",
  });
});
