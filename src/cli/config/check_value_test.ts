import assert from "node:assert/strict";
import { checkText, checkValue, parseLoopback } from "./check_value.ts";
import { type SettingName, SETTINGS } from "./schema.ts";

function row(key: SettingName): typeof SETTINGS[number] {
  return SETTINGS.find((candidate) => candidate.key === key) ?? assert.fail(key);
}

Deno.test("only loopback addresses are addresses to listen on", () => {
  assert.deepEqual(parseLoopback("127.0.0.1:80"), { hostname: "127.0.0.1", port: 80 });
  assert.deepEqual(parseLoopback("[::1]:0"), { hostname: "::1", port: 0 });
  assert.deepEqual(parseLoopback("localhost:8642"), { hostname: "localhost", port: 8642 });
  for (
    const text of ["0.0.0.0:1", "127.0.0.1", "127.0.0.1:", "127.0.0.256:1", "127.1:1", "::1:1", "localhost.evil:1"]
  ) {
    assert.equal(parseLoopback(text), undefined, text);
  }
});

Deno.test("text from the environment becomes a value of the key's type", () => {
  assert.deepEqual(checkText(row("probe.emulators"), "/a:/b"), { value: ["/a", "/b"] });
  assert.deepEqual(checkText(row("probe.emulators"), ""), { value: [] });
  assert.deepEqual(checkText(row("probe.deadline"), "2.5"), { value: 2.5 });
  assert.deepEqual(checkText(row("agent.socket_mode"), "660"), { value: 0o660 });
  assert.match(checkText(row("probe.deadline"), "1e1000").problem ?? "", /takes a number/);
  assert.match(checkText(row("cache.directory"), "/a\0b").problem ?? "", /begins with/);
});

Deno.test("a value of the wrong type is named as what it is", () => {
  assert.match(checkValue(row("uri"), 1).problem ?? "", /"uri" takes text in quotes, but is 1/);
  assert.match(checkValue(row("uri"), new Date(0)).problem ?? "", /but is a date/);
  assert.match(checkValue(row("probe.workers"), []).problem ?? "", /but is a list/);
  assert.match(checkValue(row("probe.workers"), true).problem ?? "", /but is true/);
});

Deno.test("every default is a value that the key would accept", () => {
  const facts = [{ uid: 0, get: () => undefined }, { uid: 1000, get: (name: string) => `/home/${name}` }];
  for (const fact of facts) {
    for (const candidate of SETTINGS) {
      const value = candidate.default(fact);
      if (value === "") continue;
      const text = candidate.type.kind === "mode" ? Number(value).toString(8).padStart(4, "0") : value;
      assert.equal(checkValue(candidate, text).problem, undefined, candidate.key);
    }
  }
});
