import assert from "node:assert/strict";
import { Life } from "./life.ts";

Deno.test("everything ends, the latest first, whatever fails on the way", async () => {
  const ended: string[] = [];
  const life = new Life();
  life.add("a", () => void ended.push("a"));
  life.add("b", () => {
    ended.push("b");
    throw new Error("Stuck");
  });
  life.add("c", () => assert.fail("replaced"));
  life.add("c", () => Promise.resolve(void ended.push("c")));
  life.add("d", () => assert.fail("forgotten"));
  life.forget("d");
  await assert.rejects(life.end(), { message: "Stuck" });
  assert.deepEqual(ended, ["c", "b", "a"]);
  await life.end();
  assert.equal(ended.length, 3);
});
