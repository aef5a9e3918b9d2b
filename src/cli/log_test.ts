import assert from "node:assert/strict";
import { formatJson, formatText } from "./log.ts";

Deno.test("a message for people is one line, its facts behind it", () => {
  assert.equal(
    formatText("warn", "Cannot write", { path: "/a b", reason: "read-only", count: 2, gone: undefined }),
    'innkeeper: warning: Cannot write (path="/a b" reason=read-only count=2)',
  );
  assert.equal(formatText("info", "Serving\x1b[0m"), "innkeeper: Serving [0m");
});

Deno.test("a message for a journal is one JSON object whose head no field can forge", () => {
  const line = formatJson({ time: "2026-01-02T03:04:05.000Z", level: "info", message: "m" }, { level: "x", a: "1\n2" });
  assert.deepEqual(JSON.parse(line), { time: "2026-01-02T03:04:05.000Z", level: "info", message: "m", a: "1\n2" });
  assert.ok(!line.includes("\n"));
});
