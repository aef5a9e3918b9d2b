import assert from "node:assert/strict";
import {
  attribute,
  child,
  children,
  choice,
  element,
  jsonSchemaOf,
  lazy,
  merge,
  type Part,
  string,
  textOf,
  uint32,
} from "./shape/mod.ts";
import { jsonSchemaProblem } from "./json_schema_problem.ts";

interface Box {
  readonly size?: number;
  readonly box?: Box;
}

const box: Part<Box> = lazy("Box", () => ({ size: attribute("size", uint32({ max: 9 })), box: child("box", box) }));

const schema = jsonSchemaOf(element("shelf", {
  name: attribute("name", string, { required: true }),
  book: child(
    "book",
    merge(choice("type", { paper: { pages: attribute("pages", uint32()) }, file: {} }), {
      ok: attribute("ok", string),
    }),
  ),
  boxes: children("box", box),
  note: child("note", textOf(string)),
}));

const CASES: readonly (readonly [value: unknown, problem: RegExp | undefined])[] = [
  [{ name: "a", book: { type: "paper", pages: 1, ok: "x" }, boxes: [{ size: 1, box: { size: 2 } }] }, undefined],
  [{}, /\/name: is missing/],
  [{ name: 1 }, /\/name: is no string/],
  [{ name: "a", other: 1 }, /\/other: is not in the schema/],
  [{ name: "a", book: { type: "stone" } }, /\/type: is not/],
  [{ name: "a", book: { type: "file", pages: 1 } }, /\/pages: is not in the schema/],
  [{ name: "a", boxes: [{ box: { size: 10 } }] }, /\/boxes\/0\/box\/size: out of range/],
];

for (const [value, problem] of CASES) {
  Deno.test(`${JSON.stringify(value)} ${problem === undefined ? "satisfies" : "does not satisfy"} its schema`, () => {
    const found = jsonSchemaProblem(schema, value);
    if (problem === undefined) assert.equal(found, undefined);
    else assert.match(found ?? "", problem);
  });
}
