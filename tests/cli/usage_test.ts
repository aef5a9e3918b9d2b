import assert from "node:assert/strict";
import { makeHome } from "./run_innkeeper.ts";

interface Case {
  readonly args: readonly string[];
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

/** Wrong command lines, each with the one line that it is answered with. */
const WRONG: readonly Case[] = [
  { args: [], code: 2, stderr: /a command is missing\n$/ },
  { args: ["porbe"], code: 2, stderr: /^innkeeper: There is no command "porbe": did you mean "probe"\?\n$/ },
  { args: ["frobnicate"], code: 2, stderr: /^innkeeper: There is no command "frobnicate"; see "innkeeper help"\n$/ },
  { args: [""], code: 2, stderr: /^innkeeper: There is no command ""/ },
  { args: ["cache"], code: 2, stderr: /"cache" needs one of list, show, why, purge after it/ },
  { args: ["cache", "lst"], code: 2, stderr: /did you mean "cache list"\?/ },
  { args: ["probe", "--refesh"], code: 2, stderr: /has no option "--refesh": did you mean "--refresh"\?/ },
  { args: ["probe", "-x"], code: 2, stderr: /has no option "-x"/ },
  { args: ["--conect", "test:///default", "probe"], code: 2, stderr: /did you mean "--connect"\?/ },
  { args: ["probe", "--json=yes"], code: 2, stderr: /"--json" takes no value, but got "yes"/ },
  { args: ["capabilities", "extra"], code: 2, stderr: /does not know what to do with "extra"/ },
  { args: ["domcapabilities", "--arch"], code: 2, stderr: /"--arch" needs a value: --arch ARCH/ },
  { args: ["domcapabilities", "--arch", ""], code: 2, stderr: /"--arch" is empty/ },
  { args: ["cache", "show"], code: 2, stderr: /"innkeeper cache show" needs EMULATOR/ },
  { args: ["cache", "purge"], code: 2, stderr: /needs either --all or the paths/ },
  { args: ["cache", "purge", "--all", "/x"], code: 2, stderr: /needs either --all or the paths/ },
  { args: ["help", "porbe"], code: 2, stderr: /no help on "porbe": did you mean "probe"\?/ },
  { args: ["probe", "--set", "novalue"], code: 2, stderr: /"--set" takes KEY=VALUE, but got "novalue"/ },
  { args: ["probe", "-c", "nosuch:///x"], code: 4, stderr: /nosuch:\/\/\/x.*The schemes known here are/ },
  { args: ["probe", "-c", "not a uri"], code: 2, stderr: /^innkeeper: / },
  { args: ["domcapabilities", "-c", "test:///default", "--arch", "sparc"], code: 2, stderr: /sparc/ },
  { args: ["cache", "list", "-c", "test:///default"], code: 5, stderr: /not supported/ },
  { args: ["probe", "-c", "test:///default", "/no/such"], code: 4, stderr: /Cannot probe "\/no\/such"/ },
];

/** Right command lines that need no hypervisor. */
const RIGHT: readonly Case[] = [
  { args: ["help"], code: 0, stdout: /^innkeeper finds.*\n\nUsage: [\s\S]*\n {2}domcapabilities {2}/ },
  { args: ["--help"], code: 0, stdout: /^innkeeper finds/ },
  { args: ["probe", "--help"], code: 0, stdout: /Usage: innkeeper probe \[OPTION\]\.\.\. \[EMULATOR\.\.\.\]/ },
  { args: ["-h", "probe"], code: 0, stdout: /Usage: innkeeper probe/ },
  { args: ["cache", "why", "-h"], code: 0, stdout: /Usage: innkeeper cache why \[OPTION\]\.\.\. EMULATOR/ },
  { args: ["help", "cache"], code: 0, stdout: /cache list[\s\S]*cache purge/ },
  { args: ["help", "config"], code: 0, stdout: /cache\.directory\n[\s\S]*INNKEEPER_CACHE_DIRECTORY/ },
  { args: ["help", "exit-codes"], code: 0, stdout: /\n {2}2 +the command line is wrong/ },
  { args: ["version"], code: 0, stdout: /^innkeeper +\d+\.\d+\.\d+\nbuild +.+\ntarget +.+\ndeno +2\..+\nv8 +.+\n$/ },
  { args: ["-V"], code: 0, stdout: /^innkeeper +\d/ },
  { args: ["version", "--json"], code: 0, stdout: /^\{\n {2}"innkeeper": "/ },
  { args: ["capabilities", "-c", "test:///default"], code: 0, stdout: /^<capabilities>[\s\S]*<\/capabilities>\n/ },
  { args: ["-c", "test:///default", "capabilities", "--json"], code: 0, stdout: /^\{\n {2}"host": / },
  { args: ["domcapabilities", "-c", "test:///default"], code: 0, stdout: /^<domainCapabilities>/ },
  { args: ["probe", "-c", "test:///default"], code: 0, stdout: /^ARCH[\s\S]*\n1 emulator: 1 probed/ },
];

for (const { args, code, stdout, stderr } of [...WRONG, ...RIGHT]) {
  Deno.test(`innkeeper ${args.map((word) => word || '""').join(" ")} ends with ${code}`, async () => {
    await using home = await makeHome();
    const result = await home.run(args);
    assert.equal(result.code, code, result.stderr);
    if (stderr === undefined) assert.equal(result.stderr, "");
    else assert.match(result.stderr, stderr);
    if (stdout === undefined) assert.ok(code !== 0 || result.stdout !== "");
    else assert.match(result.stdout, stdout);
    if (args.length > 0 && code !== 0) assert.equal(result.stderr.trimEnd().split("\n").length, 1, "one line of error");
  });
}

Deno.test("a probe of some emulators prints JSON that a program can read", async () => {
  await using home = await makeHome();
  const { stdout } = await home.run(["probe", "-c", "test:///default", "--json"]);
  const [emulator] = JSON.parse(stdout);
  assert.equal(emulator.path, "/usr/bin/test-hv");
  assert.equal(emulator.state, "ready");
});

Deno.test("the two forms of a document hold the same content", async () => {
  await using home = await makeHome();
  const { parseCapabilities } = await import("../../src/conf/capabilities/parse_capabilities.ts");
  const xml = await home.run(["capabilities", "-c", "test:///default"]);
  const json = await home.run(["capabilities", "-c", "test:///default", "--json"]);
  assert.deepEqual(JSON.parse(json.stdout), JSON.parse(JSON.stringify(parseCapabilities(xml.stdout))));
});

Deno.test("colours are for terminals: none reach a pipe", async () => {
  await using home = await makeHome();
  const { stdout } = await home.run(["doctor"], { env: { NO_COLOR: "" } });
  assert.ok(!stdout.includes("\x1b"), stdout);
});
