/**
 * What programs, shells and people who mistype get of the commands on objects.
 *
 * @module
 */

import assert from "node:assert/strict";
import { type CliHome, makeHome } from "./run_innkeeper.ts";
import { SESSION_FILES } from "./sessions/files.ts";

/** Commands, each with what its JSON has to hold. */
const RECORDS: readonly (readonly [string, unknown])[] = [
  ["list", [{ id: 1, name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", state: "running" }]],
  ["domid test", 1],
  ["domstate test", { state: "running", reason: "unknown" }],
  ["suspend test", { name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: 1 }],
  ["destroy test", { name: "test", uuid: "6695eb01-f6a4-8304-79aa-97f2502e193f", id: -1 }],
  ["net-list", [{
    name: "default",
    uuid: "dd8fe884-6c02-601e-7551-cca97df1c5df",
    active: true,
    persistent: true,
    autostart: false,
  }]],
  ["domblklist test", [{ type: "file", device: "disk", target: "vda", source: "/guest/diskimage1" }]],
  ["nodeinfo", {
    model: "i686",
    memory: 3145728,
    cpus: 16,
    mhz: 1400,
    nodes: 2,
    sockets: 2,
    cores: 2,
    threads: 2,
  }],
  ["iface-list", [{ name: "eth1", mac: "aa:bb:cc:dd:ee:ff", active: true }]],
  ["vol-list default-pool", []],
];

Deno.test("--json gives the record that the API gave", async () => {
  await using home = await makeHome();
  for (const [line, expected] of RECORDS) {
    const { stdout, stderr } = await home.run(["-c", "test:///default", ...line.split(" "), "--json"]);
    assert.equal(stderr, "", line);
    assert.deepEqual(JSON.parse(stdout), expected, line);
  }
});

Deno.test("--json gives documents in the typed form that innkeeper schema describes", async () => {
  await using home = await makeHome();
  for (
    const [line, name] of [["dumpxml test", "test"], ["net-dumpxml default", "default"], [
      "pool-dumpxml default-pool",
      "default-pool",
    ]]
  ) {
    const { stdout } = await home.run(["-c", "test:///default", ...(line ?? "").split(" "), "--json"]);
    assert.equal(JSON.parse(stdout).name, name, line);
  }
});

Deno.test("with --json an error is a record, too, with libvirt's code and domain", async () => {
  await using home = await makeHome();
  const { code, stdout, stderr } = await home.run(["-c", "test:///default", "dominfo", "nosuch", "--json"]);
  assert.equal(code, 1);
  assert.equal(stdout, "");
  const record = JSON.parse(stderr);
  assert.equal(record.code, "VIR_ERR_NO_DOMAIN");
  assert.equal(record.domain, "VIR_FROM_TEST");
  assert.match(record.message, /^failed to get domain 'nosuch': Domain not found/);
});

/** Command lines that cannot be meant, or fail, with the one line that they are answered with. */
const WRONG: readonly (readonly [string, number, RegExp])[] = [
  ["domid", 2, /"innkeeper domid" needs DOMAIN \(name, number or UUID of the guest\)/],
  ["domid test extra", 2, /does not know what to do with "extra"/],
  ["dominfo test --nosuch", 2, /has no option "--nosuch"/],
  ["setvcpus test many", 2, /"--count" takes a number, but got "many"/],
  ["setmem test 1XB", 2, /"--size" takes a size as 512M or 2GiB, but got "1XB"/],
  ["setmem test 1M --live --current", 2, /--current and --live are mutually exclusive/],
  ["shutdown test --mode telepathy", 2, /"--mode" takes acpi/],
  [
    "net-update default frobnicate bridge <x/>",
    2,
    /takes add, add-last, add-first, delete, modify, but got "frobnicate"/,
  ],
  ["define /no/such/file", 1, /Failed to define domain: Cannot read "\/no\/such\/file"/],
  ["dominfo nosuch", 1, /^innkeeper: failed to get domain 'nosuch': Domain not found/],
  ["start test", 1, /Failed to start domain 'test': .*already running/],
  ["nodesuspend mem 60", 5, /not supported by the connection driver: virNodeSuspendForDuration/],
  ["start --paused", 2, /"--paused" is for a guest/],
  ["start test --listen 127.0.0.1:1", 2, /"--listen" is for a first look/],
  ["completion tcsh", 2, /There is no completion for "tcsh"/],
];

Deno.test("what cannot be meant, or fails, is one line that says what, where and why", async () => {
  await using home = await makeHome();
  for (const [line, expected, message] of WRONG) {
    const { code, stderr } = await home.run(["-c", "test:///default", ...line.split(" ")]);
    assert.match(stderr, message, line);
    assert.equal(code, expected, line);
    assert.equal(stderr.trimEnd().split("\n").length, 1, line);
  }
});

Deno.test("arguments are taken in their place or by their name, as virsh takes them", async () => {
  await using home = await makeHome();
  for (const words of [["domid", "test"], ["domid", "--domain", "test"], ["domid", "--domain=test"]]) {
    assert.equal((await home.run(["-c", "test:///default", ...words])).stdout, "1\n\n", words.join(" "));
  }
  const { stdout } = await home.run(["-c", "test:///default", "vcpupin", "--vcpu", "1", "test"]);
  assert.match(stdout, /\n 1 {6}0-/);
});

Deno.test("--config means virsh's after the command, and ours before it", async () => {
  await using home = await makeHome();
  const ours = await home.run([
    "--config",
    "/no/such.toml",
    "-c",
    "test:///default",
    "setmem",
    "test",
    "1M",
    "--config",
  ]);
  assert.equal(ours.code, 3, ours.stderr);
  const virsh = await home.run(["-c", "test:///default", "setmaxmem", "test", "1G", "--config"]);
  assert.equal(virsh.code, 0, virsh.stderr);
});

Deno.test("--quiet prints no heads of tables, no sentences and no empty lines", async () => {
  await using home = await makeHome();
  assert.equal((await home.run(["-c", "test:///default", "list", "-q"])).stdout, " 1   test   running\n");
  assert.equal((await home.run(["-c", "test:///default", "suspend", "test", "--quiet"])).stdout, "");
});

Deno.test("run stops at the first command that fails, and says which line of quotes is open", async () => {
  await using home = await makeHome();
  const stopped = await home.run(["-c", "test:///default", "run", "domid test; domid nosuch; domname 1"]);
  assert.equal(stopped.stdout, "1\n\n");
  assert.equal(stopped.code, 1);
  assert.equal((await home.run(["run", "desc a 'b"])).code, 2);
});

/** Words before the cursor, and something that is offered there. */
const COMPLETIONS: readonly (readonly [readonly string[], string])[] = [
  [["susp"], "suspend"],
  [["cache", ""], "purge"],
  [["-c", "test:///default", "dominfo", "t"], "test"],
  [["dominfo", "-c", "test:///default", ""], "test"],
  [["suspend", "--js"], "--json"],
  [["-c", "test:///default", "vol-list", "d"], "default-pool"],
  [["-c", "test:///default", "net-info", "--network", ""], "default"],
  [["dompmsuspend", "test", "m"], "mem"],
  [["help", "net-l"], "net-list"],
  [["completion", "z"], "zsh"],
];

Deno.test("completion offers commands, options, their values, and what is there", async () => {
  await using home = await makeHome();
  for (const [words, expected] of COMPLETIONS) {
    const { code, stdout } = await home.run(["__complete", "--", ...words]);
    assert.equal(code, 0);
    assert.ok(stdout.split("\n").includes(expected), `${words.join(" ")}: ${stdout}`);
  }
  assert.equal((await home.run(["__complete", "--", "-c", "nosuch:///", "dominfo", ""])).stdout, "");
});

Deno.test("the script of each shell calls the program back", async () => {
  await using home = await makeHome();
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout } = await home.run(["completion", shell]);
    assert.match(stdout, /__complete --/, shell);
  }
});

Deno.test("bash completes with the script", async (t) => {
  await using home = await makeHome();
  const { stdout: script } = await home.run(["completion", "bash"]);
  await linkProgram(home);
  const run = `${script}\nCOMP_WORDS=(innkeeper -c test:///default domin); COMP_CWORD=3; COMP_LINE="x"; COMP_POINT=1
compopt() { :; }; _innkeeper; echo "\${COMPREPLY[@]}"`;
  const bash = await new Deno.Command("/bin/bash", {
    args: ["-c", run],
    env: { ...home.env, PATH: `${home.path}/bin` },
  })
    .output().catch(() => undefined);
  if (bash === undefined) return void await t.step({ name: "there is no bash here", ignore: true, fn: () => {} });
  assert.equal(new TextDecoder().decode(bash.stdout).trim(), "dominfo");
});

Deno.test("a guest's document is read from standard input", async () => {
  await using home = await makeHome();
  const child = new Deno.Command("/bin/sh", {
    args: [
      "-c",
      `printf '%s' "$1" | innkeeper -c test:///default define - --json`,
      "sh",
      SESSION_FILES["short.xml"] ?? "",
    ],
    env: { ...home.env, PATH: `${home.path}/bin:/usr/bin:/bin` },
  });
  await linkProgram(home);
  const { stdout } = await child.output();
  assert.equal(JSON.parse(new TextDecoder().decode(stdout)).name, "short");
});

/** Lets the program be found by its name. */
async function linkProgram(home: CliHome): Promise<void> {
  const { programWords } = await import("./run_innkeeper.ts");
  const words = programWords().map((word) => `'${word}'`).join(" ");
  await Deno.writeTextFile(`${home.path}/bin/innkeeper`, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
}
