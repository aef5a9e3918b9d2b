import assert from "node:assert/strict";
import { passesGroups } from "./filter_groups.ts";

Deno.test("one bit of every group has to fit, and a group without bits does not matter", () => {
  assert.equal(passesGroups([[undefined, false], [false, true]]), true);
  assert.equal(passesGroups([[true, false], [true, true]]), true);
  assert.equal(passesGroups([[true, true]], [[true, false]]), false);
});
