import assert from "node:assert/strict";
import { UsageError } from "./failure.ts";
import { type ArgumentRules, optionValue, parseArguments } from "./parse_arguments.ts";

const RULES: ArgumentRules = {
  program: "innkeeper probe",
  options: [
    { name: "refresh", doc: "Probe again" },
    { name: "connect", short: "c", value: "URI", doc: "Where" },
    { name: "set", value: "KEY=VALUE", repeat: true, doc: "Set" },
    { name: "format", value: "FORMAT", choices: ["xml", "json"], doc: "Format" },
  ],
  positionals: [{ name: "EMULATOR", doc: "a path" }],
};

function refusal(...words: string[]): string {
  try {
    parseArguments(words, RULES);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error.message;
  }
  return assert.fail(`accepted: ${words.join(" ")}`);
}

Deno.test("parseArguments() takes values attached or apart, long or short", () => {
  for (const words of [["-c", "a:///b"], ["-ca:///b"], ["-c=a:///b"], ["--connect", "a:///b"], ["--connect=a:///b"]]) {
    assert.equal(optionValue(parseArguments(words, RULES), "connect"), "a:///b", words.join(" "));
  }
});

Deno.test("parseArguments() takes options after positionals, and anything after --", () => {
  const parsed = parseArguments(["/bin/q", "--refresh"], RULES);
  assert.deepEqual([...parsed.switches], ["refresh"]);
  assert.deepEqual(parsed.positionals, ["/bin/q"]);
  assert.deepEqual(parseArguments(["--", "--refresh"], RULES).positionals, ["--refresh"]);
});

Deno.test("parseArguments() keeps every value of an option that repeats", () => {
  assert.deepEqual(parseArguments(["--set", "a=1", "--set=b=2"], RULES).values.get("set"), ["a=1", "b=2"]);
});

Deno.test("parseArguments() names the nearest option for one that does not exist", () => {
  assert.equal(refusal("--refersh"), '"innkeeper probe" has no option "--refersh": did you mean "--refresh"?');
  assert.equal(refusal("--zzzzzzzz"), '"innkeeper probe" has no option "--zzzzzzzz"; see "innkeeper probe --help"');
  assert.match(refusal("-x"), /has no option "-x"/);
});

Deno.test("parseArguments() refuses values where none belong, none where one belongs, and two where one belongs", () => {
  assert.equal(refusal("--refresh=yes"), 'Option "--refresh" takes no value, but got "yes"');
  assert.match(refusal("--connect"), /^Option "--connect" needs a value: --connect URI/);
  assert.equal(refusal("-ca", "-cb"), 'Option "-c" is given twice: "a" and "b"');
  assert.equal(refusal("--format", "yaml"), 'Option "--format" takes xml, json, but got "yaml"');
  assert.match(refusal("a", "b"), /does not know what to do with "b"/);
});

Deno.test("parseArguments() without positionals stops at the command", () => {
  const parsed = parseArguments(["-c", "x", "probe", "--refresh"], { program: "innkeeper", options: RULES.options });
  assert.deepEqual(parsed.positionals, ["probe", "--refresh"]);
  assert.equal(optionValue(parsed, "connect"), "x");
});
