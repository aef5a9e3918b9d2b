import assert from "node:assert/strict";
import type { EmulatorState } from "../../src/drivers/contract.ts";
import { writeAnswering, writeScript } from "./fake_emulator.ts";
import { type CliHome, makeHome } from "./run_innkeeper.ts";
import { serve } from "./serving.ts";

/** Two seconds are long for a shell script, and short for whoever waits for the tests. */
const DEADLINE = ["--set", "probe.deadline=2"] as const;

/** A home whose emulators another user may run, as they are when this runs as root. */
async function makeHomeForAll(): Promise<CliHome> {
  const home = await makeHome();
  await Deno.chmod(home.path, 0o755);
  return home;
}

async function probe(
  home: CliHome,
  ...args: string[]
): Promise<{ code: number; states: EmulatorState[]; stderr: string }> {
  const { code, stdout, stderr } = await home.run(["probe", "--json", ...DEADLINE, ...args]);
  return { code, states: stdout === "" ? [] : JSON.parse(stdout), stderr };
}

Deno.test("an emulator is probed once, and known from then on", async () => {
  await using home = await makeHomeForAll();
  const path = `${home.path}/bin/qemu-system-x86_64`;
  await writeAnswering(path, "x86_64");
  const first = await home.run(["probe", ...DEADLINE]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stdout,
    /^ARCH +BINARY.*\nx86_64 +\S+qemu-system-x86_64 +7\.2\.5 +tcg +\d+ +[\d.]+ m?s +probed: new/,
  );
  const second = await home.run(["probe"]);
  assert.match(second.stdout, / cached(, partial)?\n\n1 emulator: 0 probed, 1 from the cache/);
  const third = await home.run(["probe", "--refresh"]);
  assert.match(third.stdout, / probed: forced/);
});

Deno.test("the reason for another probe is the change that was made", async () => {
  await using home = await makeHomeForAll();
  const path = `${home.path}/bin/qemu-system-x86_64`;
  await writeAnswering(path, "x86_64");
  await probe(home);
  await writeAnswering(path, "x86_64");
  const why = await home.run(["cache", "why", path]);
  assert.match(why.stdout, /no longer hold \(binary-[a-z-]+\)/);
  const { states } = await probe(home);
  assert.match(states[0]?.reason ?? "", /^binary-/);
});

Deno.test("what was learnt can be listed, shown, explained and forgotten", async () => {
  await using home = await makeHomeForAll();
  const path = `${home.path}/bin/qemu-system-x86_64`;
  await writeAnswering(path, "x86_64");
  await probe(home);
  const list = await home.run(["cache", "list"]);
  assert.match(
    list.stdout,
    new RegExp(`${path} +valid +new +\\d{4}-.* KiB\\n\\n1 entry in ${home.cache}/qemu/capabilities\n$`),
  );
  const show = await home.run(["cache", "show", path]);
  assert.match(show.stdout, /^[\s\S]*<qemuCaps>[\s\S]*<\/qemuCaps>/);
  const why = await home.run(["cache", "why", "--facts", path]);
  assert.match(why.stdout, /the answers hold[\s\S]*reason: new[\s\S]*FACT/);
  const gone = await home.run(["cache", "purge", path]);
  assert.equal(gone.stdout, `Forgot ${path}\n`);
  const again = await home.run(["cache", "purge", path]);
  assert.equal(again.code, 4);
  assert.match(again.stderr, /Nothing was kept of/);
  assert.equal((await home.run(["cache", "show", path])).code, 4);
});

/** What may stand where an emulator should, and what is said of it. */
const BROKEN: readonly { readonly title: string; readonly says: RegExp; put(path: string): Promise<void> }[] = [
  {
    title: "ends at once with an error",
    says: /cannot open the moon/,
    put: (path) => writeScript(path, 'echo "qemu: cannot open the moon" >&2\nexit 1'),
  },
  {
    title: "prints what is no QMP",
    says: /does not speak QMP/,
    put: (path) => writeScript(path, "while :; do echo not json; done"),
  },
  {
    title: "hangs",
    says: /gave no QMP greeting within 2 s/,
    put: (path) => writeScript(path, "read -r line\nwhile :; do read -r line || read -r other </dev/zero; done"),
  },
  { title: "does nothing", says: /ended with code 0 before its greeting/, put: (path) => writeScript(path, "") },
];

for (const { title, says, put } of BROKEN) {
  Deno.test(`an emulator that ${title} is a failure of its own, and the others are untouched`, async () => {
    await using home = await makeHomeForAll();
    const broken = `${home.path}/bin/qemu-system-arm`;
    await put(broken);
    await writeAnswering(`${home.path}/bin/qemu-system-x86_64`, "x86_64");
    const { code, states, stderr } = await probe(home);
    assert.equal(code, 6, stderr);
    const failed = states.find(({ path }) => path === broken);
    assert.equal(failed?.state, "failed");
    assert.match(`${failed?.error?.message} ${failed?.error?.stderr}`, says);
    assert.equal(states.find(({ path }) => path.endsWith("x86_64"))?.state, "ready");
    assert.match(stderr, new RegExp(`^innkeeper: Cannot probe ${broken}: [^\n]+\n$`));
    const again = await home.run(["cache", "why", broken]);
    assert.match(again.stdout, /could not be probed; it is tried again at/);
    const capabilities = await home.run(["capabilities"]);
    assert.equal(capabilities.code, 0, capabilities.stderr);
    assert.match(capabilities.stdout, /<arch name='x86_64'>/);
  });
}

Deno.test("what only looks like an emulator is not probed and does no harm", async () => {
  await using home = await makeHomeForAll();
  await Deno.mkdir(`${home.path}/bin/qemu-system-arm`);
  await Deno.symlink("qemu-system-mips", `${home.path}/bin/qemu-system-mips`);
  await Deno.writeTextFile(`${home.path}/bin/qemu-system-ppc`, "", { mode: 0o644 });
  await Deno.writeTextFile(`${home.path}/bin/qemu-system-m68k`, "", { mode: 0o755 });
  await Deno.writeTextFile(`${home.path}/bin/qemu-system-sh4`, "", { mode: 0o755 });
  await Deno.truncate(`${home.path}/bin/qemu-system-sh4`, 500_000_000);
  await writeAnswering(`${home.path}/bin/qemu-system-x86_64`, "x86_64");
  const { code, states, stderr } = await probe(home);
  assert.equal(code, 6, stderr);
  assert.equal(states.find(({ path }) => path.endsWith("x86_64"))?.state, "ready", stderr);
  const half = states.find(({ path }) => path.endsWith("sh4"));
  assert.equal(half?.state, "failed", stderr);
  for (const { path, state } of states) assert.ok(path.endsWith("x86_64") || state === "failed", path);
});

Deno.test("Ctrl-C ends a probe, and the emulators that it had started", async () => {
  await using home = await makeHomeForAll();
  const marker = `${home.path}/started`;
  await Deno.writeTextFile(marker, "");
  await Deno.chmod(marker, 0o666);
  await writeScript(
    `${home.path}/bin/qemu-system-x86_64`,
    `echo $$ >${marker}\nwhile :; do read -r line || read -r other </dev/zero; done`,
  );
  await using running = serve(home, ["probe", "--set", "probe.deadline=60"]);
  let pid = "";
  while ((pid = (await Deno.readTextFile(marker)).trim()) === "") await new Promise((wake) => setTimeout(wake, 20));
  assert.equal(await running.stop("SIGINT"), 130, running.stderr());
  // An orphan may wait to be reaped: a zombie runs no more.
  const status = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "State:\tgone");
  assert.match(status, /^State:\s+(Z|X|gone)/m);
});

Deno.test("a cache directory that cannot be written is a warning, and the answer is still given", async () => {
  await using home = await makeHomeForAll();
  await writeAnswering(`${home.path}/bin/qemu-system-x86_64`, "x86_64");
  await Deno.writeTextFile(home.cache, "a file where the directory should be");
  const { code, stdout, stderr } = await home.run(["probe", ...DEADLINE]);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /\nx86_64 .* probed: new/);
  assert.match(stderr, /^innkeeper: warning: /);
  const doctor = await home.run(["doctor"]);
  assert.match(doctor.stdout, /warning +\S+cache: is no directory but a file/);
});

Deno.test("a host without emulators is told so", async () => {
  await using home = await makeHome();
  const { code, stderr } = await home.run(["probe", "-c", "qemu:///session"]);
  assert.equal(code, 4, stderr);
  assert.match(stderr, /qemu:\/\/\/session has no emulators here: install one/);
});
