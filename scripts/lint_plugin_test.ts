import { deepEqual } from "node:assert/strict";
import plugin from "./lint_plugin.ts";

/** What the plugin finds in a text, by rule. */
function findings(source: string): string[] {
  return Deno.lint.runPlugin(plugin, "/repository/src/api/example.ts", source).map((diagnostic) => diagnostic.id);
}

const cases: readonly { rule: string; wrong: string; right: string }[] = [
  { rule: "house/no-private-keyword", wrong: "class A { private x = 1; }", right: "class A { #x = 1; }" },
  { rule: "house/no-top-level-arrow", wrong: "export const f = () => 1;", right: "export function f() { return 1; }" },
  { rule: "house/no-module-state", wrong: "let current = 1;", right: "const first = 1;" },
  { rule: "house/no-enum", wrong: "enum A { B }", right: "type A = 'b';" },
  { rule: "house/no-default-export", wrong: "export default {};", right: "export const a = {};" },
  {
    rule: "house/few-parameters",
    wrong: "export function f(a, b, c, d) {}",
    right: "export function f(a, b, options) {}",
  },
  {
    rule: "house/error-message",
    wrong: 'throw new Error("cannot read it");',
    right: 'throw new Error("Cannot read it");',
  },
  { rule: "house/no-console", wrong: 'console.log("a");', right: 'log.info("a");' },
  { rule: "house/no-shell", wrong: 'run(["/bin/sh", "-c", "ls"]);', right: 'run(["ls"]);' },
];

for (const { rule, wrong, right } of cases) {
  Deno.test(`${rule} finds ${wrong}`, () => {
    deepEqual(findings(wrong), [rule]);
    deepEqual(findings(right), []);
  });
}
