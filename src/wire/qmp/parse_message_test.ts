import assert from "node:assert/strict";
import { QmpBrokenError } from "./broken.ts";
import { parseMessage } from "./parse_message.ts";

Deno.test("a greeting tells version, package and what can be negotiated", () => {
  const text =
    '{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "Debian"}, "capabilities": ["oob"]}}';
  assert.deepEqual(parseMessage(text), {
    type: "greeting",
    greeting: { major: 7, minor: 2, micro: 22, package: "Debian", capabilities: ["oob"] },
  });
});

Deno.test("answers carry their id, refusals their class", () => {
  assert.deepEqual(parseMessage('{"return": [1], "id": 3}'), { type: "return", id: 3, value: [1] });
  assert.deepEqual(parseMessage('{"id": 4, "error": {"class": "CommandNotFound", "desc": "no"}}'), {
    type: "error",
    id: 4,
    errorClass: "CommandNotFound",
    description: "no",
  });
});

Deno.test("an event has its time in microseconds", () => {
  const text = '{"timestamp": {"seconds": 2, "microseconds": 5}, "event": "STOP"}';
  assert.deepEqual(parseMessage(text), { type: "event", event: { event: "STOP", data: {}, timestampUs: 2_000_005 } });
});

Deno.test("what is no message is refused, and cut short in the error", () => {
  for (const text of ["{", "[]", "null", "{}", '{"QMP": 1}', '{"error": "x"}', `{${'"a":1,'.repeat(1000)}}`]) {
    assert.throws(() => parseMessage(text), (error) => {
      assert.ok(error instanceof QmpBrokenError);
      assert.equal(error.kind, "garbage");
      return error.message.length < 400;
    });
  }
});

Deno.test("nesting without end is an ordinary message and harms nobody", () => {
  const deep = `{"return": ${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}, "id": 1}`;
  const message = parseMessage(deep);
  assert.equal(message.type, "return");
});
