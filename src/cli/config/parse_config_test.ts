import assert from "node:assert/strict";
import { parseConfig } from "./parse_config.ts";

Deno.test("checked values come with their lines", () => {
  const { settings, problems } = parseConfig('[cache]\ndirectory = "/x"\n\n[agent]\nsocket_mode = "0660"\n', "/c");
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, [
    { key: "cache.directory", value: "/x", line: 2 },
    { key: "agent.socket_mode", value: 0o660, line: 5 },
  ]);
});

Deno.test("all that is wrong is said, and what is right beside it is kept", () => {
  const { settings, problems } = parseConfig('[probe]\nworkers = 2\ndeadlin = 3\ndeadline = "x"\n', "/c");
  assert.deepEqual(settings, [{ key: "probe.workers", value: 2, line: 2 }]);
  assert.deepEqual(problems, [
    '/c:3: there is no key "probe.deadlin": did you mean "probe.deadline"?',
    '/c:4: "probe.deadline" takes a number, but is "x"',
  ]);
});

Deno.test("names that mean something to the language are keys like any other", () => {
  const { settings, problems } = parseConfig('__proto__ = { uri = "x" }\nconstructor = 1\n', "/c");
  assert.deepEqual(settings, []);
  assert.equal(problems.length, 2);
  assert.equal(({} as Record<string, unknown>)["uri"], undefined);
});

Deno.test("tables as deep as a file can hold them are refused, not followed", () => {
  const deep = `a = ${"{ a = ".repeat(5000)}1${" }".repeat(5000)}`;
  const { problems } = parseConfig(deep, "/c");
  assert.equal(problems.length, 1);
  assert.match(problems[0]!, /^\/c:1: not valid TOML: /);
  const headers = parseConfig(`[${"a.".repeat(3000)}a]\nb = 1\n`, "/c");
  assert.equal(headers.problems.length, 1);
});
