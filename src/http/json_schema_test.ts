import assert from "node:assert/strict";
import { checkValue, type JsonSchema } from "./json_schema.ts";

const schema: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: { type: "string", minLength: 1, maxLength: 5, pattern: "^[a-z]*$" },
    force: { type: "boolean" },
    wait: { type: "integer", minimum: 0, maximum: 60 },
    kind: { enum: ["kvm", "tcg"] },
    list: { type: "array", maxItems: 2, items: { type: "string" } },
    when: { type: "string", format: "date-time" },
    other: { $ref: "#/components/schemas/Other" },
    either: { anyOf: [{ type: "string" }, { type: "boolean" }] },
    map: { type: "object", additionalProperties: { type: "integer" } },
  },
};
const names = { Other: { const: "x" } };

Deno.test("a value that is as the schema says has no problem", () => {
  const value = {
    name: "abc",
    force: true,
    wait: 60,
    kind: "kvm",
    list: ["a"],
    when: "2026-11-22T00:00:00Z",
    other: "x",
  };
  assert.deepEqual(checkValue(schema, { ...value, either: false, map: { a: 1 } }, names), []);
});

for (
  const [value, at, message] of [
    ["text", "", "must be an object"],
    [null, "", "must be an object"],
    [{}, "name", "is missing"],
    [{ name: "" }, "name", "must not be empty"],
    [{ name: "abcdef" }, "name", "must not be longer than 5 characters"],
    [{ name: "A" }, "name", "must match ^[a-z]*$"],
    [{ name: 1 }, "name", "must be a string"],
    [{ name: "a", force: "yes" }, "force", "must be a boolean"],
    [{ name: "a", wait: 1.5 }, "wait", "must be an integer"],
    [{ name: "a", wait: -1 }, "wait", "must be at least 0"],
    [{ name: "a", wait: 61 }, "wait", "must be at most 60"],
    [{ name: "a", kind: "xen" }, "kind", "must be one of kvm, tcg"],
    [{ name: "a", list: {} }, "list", "must be an array"],
    [{ name: "a", list: ["a", 1] }, "list[1]", "must be a string"],
    [{ name: "a", list: ["a", "b", "c"] }, "list", "must not have more than 2 items"],
    [{ name: "a", when: "tomorrow" }, "when", "must be a time"],
    [{ name: "a", other: "y" }, "other", "must be x"],
    [{ name: "a", either: 1 }, "either", "is of none of the allowed shapes"],
    [{ name: "a", map: { b: "c" } }, "map.b", "must be an integer"],
    [{ name: "a", __proto__x: 1 }, "__proto__x", "is not known here"],
  ] as const
) {
  Deno.test(`${JSON.stringify(value)}: "${at}" ${message}`, () => {
    assert.deepEqual(checkValue(schema, value, names), [{ at, message }]);
  });
}

Deno.test("a name that nobody gave a schema is a defect of ours", () => {
  assert.throws(() => checkValue({ $ref: "#/components/schemas/Nobody" }, 1), /No schema is named "Nobody"/);
});
