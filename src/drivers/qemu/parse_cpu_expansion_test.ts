import assert from "node:assert/strict";
import { hostCpuModel, parseCpuExpansion } from "./parse_cpu_expansion.ts";
import { MalformedReplyError } from "./schema.ts";

Deno.test("an expansion keeps truth values, numbers and text, and drops what has no place in a document", () => {
  const expanded = parseCpuExpansion({
    model: {
      name: "base",
      props: {
        aes: true,
        family: 6,
        vendor: "AuthenticAMD",
        list: [1],
        nothing: null,
        half: 0.5,
        huge: 2 ** 63,
        long: "x".repeat(70_000),
      },
    },
  });
  assert.deepEqual(expanded, {
    name: "base",
    properties: [{ name: "aes", value: true }, { name: "family", value: 6 }, { name: "vendor", value: "AuthenticAMD" }],
  });
});

Deno.test("a model without properties is a model", () => {
  assert.deepEqual(parseCpuExpansion({ model: { name: "z900" } }), { name: "z900", properties: [] });
});

Deno.test("an expansion without a model is a malformed reply", () => {
  assert.throws(() => parseCpuExpansion({}), MalformedReplyError);
  assert.throws(() => parseCpuExpansion({ model: { props: {} } }), MalformedReplyError);
});

Deno.test("what only a guest that never migrates may have is marked, and is on", () => {
  const host = hostCpuModel(
    {
      name: "base",
      properties: [{ name: "a", value: true }, { name: "b", value: false }, { name: "c", value: false }],
    },
    { name: "base", properties: [{ name: "b", value: true }, { name: "c", value: false }, { name: "a", value: true }] },
  );
  assert.deepEqual(host, {
    name: "base",
    migratability: true,
    properties: [
      { name: "a", value: true, migratable: true },
      { name: "b", value: true, migratable: false },
      { name: "c", value: false },
    ],
  });
});

Deno.test("numbers, and features that the second expansion leaves out, say nothing about migration", () => {
  const host = hostCpuModel(
    { name: "base", properties: [{ name: "family", value: 6 }, { name: "a", value: true }] },
    { name: "base", properties: [{ name: "family", value: 6 }] },
  );
  assert.deepEqual(host.properties, [{ name: "family", value: 6 }, { name: "a", value: true }]);
});

Deno.test("one expansion alone says nothing about migration", () => {
  const only = parseCpuExpansion({ model: { name: "gen15a-base", props: { aen: true } }, "deprecated-props": ["bpb"] });
  assert.deepEqual(hostCpuModel(only, undefined), {
    name: "gen15a-base",
    migratability: false,
    properties: [{ name: "aen", value: true }],
    hostDeprecatedFeatures: ["bpb"],
  });
});
