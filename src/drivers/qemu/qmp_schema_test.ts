import assert from "node:assert/strict";
import { parseQmpSchema } from "./qmp_schema.ts";
import { MalformedReplyError } from "./schema.ts";

const SCHEMA = parseQmpSchema([
  { name: "device_add", "meta-type": "command", "arg-type": "q", "ret-type": "q", features: ["json-cli-hotplug"] },
  { name: "blockdev-add", "meta-type": "command", "arg-type": "options", "ret-type": "q" },
  { name: "query-disks", "meta-type": "command", "arg-type": "q", "ret-type": "[disk]" },
  { name: "SHUTDOWN", "meta-type": "event", "arg-type": "disk" },
  { name: "q", "meta-type": "object", members: [] },
  {
    name: "options",
    "meta-type": "object",
    members: [{ name: "driver", type: "drivers" }, { name: "node", type: "str", default: null }],
    variants: [{ case: "file", type: "file" }],
  },
  { name: "drivers", "meta-type": "enum", values: ["file"], members: [{ name: "file", features: ["unstable"] }] },
  { name: "file", "meta-type": "object", members: [{ name: "aio", type: "aio" }, { name: "ref", type: "either" }] },
  { name: "aio", "meta-type": "enum", values: ["threads", "io_uring"] },
  { name: "either", "meta-type": "alternate", members: [{ type: "str" }, { type: "options" }] },
  { name: "str", "meta-type": "builtin", "json-type": "string" },
  { name: "[disk]", "meta-type": "array", "element-type": "disk" },
  { name: "disk", "meta-type": "object", members: [{ name: "size", type: "str" }], features: ["dynamic"] },
  { "meta-type": "object" },
]);

for (
  const path of [
    "device_add",
    "device_add/$json-cli-hotplug",
    "blockdev-add/arg-type/driver",
    "blockdev-add/arg-type/*node",
    "blockdev-add/arg-type/+file/aio/^io_uring",
    "blockdev-add/arg-type/driver/^file/$unstable",
    "blockdev-add/arg-type/+file/ref/+file",
    "blockdev-add/arg-type/node/!string",
    "query-disks/ret-type/size",
    "query-disks/ret-type/$dynamic",
    "SHUTDOWN/arg-type/size",
  ]
) {
  Deno.test(`the path ${path} leads somewhere`, () => assert.equal(SCHEMA.has(path), true));
}

for (
  const path of [
    "missing",
    "device_add/$missing",
    "device_add/$json-cli-hotplug/more",
    "blockdev-add/arg-type/missing",
    "blockdev-add/arg-type/*driver",
    "blockdev-add/arg-type/+missing",
    "blockdev-add/arg-type/+file/aio/^native",
    "blockdev-add/arg-type/+file/aio/io_uring",
    "blockdev-add/arg-type/+file/aio/^threads/$unstable",
    "blockdev-add/arg-type/driver/^file/$missing",
    "blockdev-add/arg-type/node/!number",
    "blockdev-add/^file",
  ]
) {
  Deno.test(`the path ${path} leads nowhere`, () => assert.equal(SCHEMA.has(path), false));
}

Deno.test("types that refer to each other in a circle lead nowhere instead of round and round", () => {
  const circle = parseQmpSchema([
    { name: "go", "meta-type": "command", "arg-type": "a" },
    { name: "a", "meta-type": "array", "element-type": "b" },
    { name: "b", "meta-type": "array", "element-type": "a" },
  ]);
  assert.equal(circle.has("go/arg-type/x"), false);
  const tree = parseQmpSchema([
    { name: "go", "meta-type": "command", "arg-type": "a" },
    { name: "a", "meta-type": "alternate", members: [{ type: "a" }, { type: "a" }] },
  ]);
  assert.equal(tree.has("go/arg-type/x"), false);
});

Deno.test("a schema that is no list is a malformed reply", () => {
  assert.throws(() => parseQmpSchema({}), MalformedReplyError);
});
