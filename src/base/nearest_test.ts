import assert from "node:assert/strict";
import { editDistance, nearest } from "./nearest.ts";

const COMMANDS = ["probe", "capabilities", "domcapabilities", "doctor", "version"];

Deno.test("nearest() names the word that a slip of the finger missed", () => {
  assert.equal(nearest("porbe", COMMANDS), "probe");
  assert.equal(nearest("capabilites", COMMANDS), "capabilities");
  assert.equal(nearest("Doctor", COMMANDS), "doctor");
});

Deno.test("nearest() completes a beginning", () => {
  assert.equal(nearest("domcap", COMMANDS), "domcapabilities");
});

Deno.test("nearest() is silent about a word that is like none", () => {
  assert.equal(nearest("migrate", COMMANDS), undefined);
  assert.equal(nearest("x", []), undefined);
  assert.equal(nearest("", COMMANDS), undefined);
});

Deno.test("editDistance() counts a swap of neighbours as one edit", () => {
  assert.equal(editDistance("abcd", "abdc"), 1);
  assert.equal(editDistance("", "abc"), 3);
  assert.equal(editDistance("kitten", "sitting"), 3);
});
