import assert from "node:assert/strict";
import { negotiate } from "./negotiate.ts";

const offered = ["application/xml", "application/json"];

for (
  const [accept, form] of [
    [undefined, "application/xml"],
    ["", "application/xml"],
    ["*/*", "application/xml"],
    ["application/json", "application/json"],
    ["application/*", "application/xml"],
    ["application/xml;q=0.5, application/json", "application/json"],
    ["application/xml;q=0.5, */*;q=0.4", "application/xml"],
    ["application/xml;q=0, */*", "application/json"],
    ["APPLICATION/JSON ; Q=0.1", "application/json"],
    ["text/html, application/json;q=0.9, */*;q=0.8", "application/json"],
    ["text/html", undefined],
    ["application/xml;q=0, application/json;q=0", undefined],
    ["application/json;q=2", undefined],
    ["nonsense", undefined],
    ["*/json", undefined],
  ] as const
) {
  Deno.test(`Accept: ${accept ?? "(none)"} is answered with ${form ?? "nothing"}`, () => {
    assert.equal(negotiate(accept, offered), form);
  });
}

Deno.test("a header of a million ranges is not read to its end", () => {
  assert.equal(negotiate(`${"a/b,".repeat(1_000_000)}application/json`, offered), undefined);
});
