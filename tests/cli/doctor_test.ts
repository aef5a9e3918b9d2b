import assert from "node:assert/strict";
import { checkConfiguration } from "../../src/cli/doctor/check_configuration.ts";
import { checkEmulators } from "../../src/cli/doctor/check_emulators.ts";
import { checkFirmware, checkTpm } from "../../src/cli/doctor/check_helpers.ts";
import { checkKvm } from "../../src/cli/doctor/check_kvm.ts";
import { checkCacheDirectory, checkSocket } from "../../src/cli/doctor/check_places.ts";
import { type Check, type DoctorFacts, type Finding, runChecks, worstOf } from "../../src/cli/doctor/finding.ts";
import { loadConfiguration } from "../../src/cli/config/configuration.ts";
import { FakeHost, type FakeHostOptions } from "../fakes/fake_host.ts";
import { makeHome } from "./run_innkeeper.ts";
import { serve } from "./serving.ts";

async function examine(
  check: Check,
  options: FakeHostOptions = {},
  facts: Partial<DoctorFacts> = {},
): Promise<Finding[]> {
  const host = new FakeHost({ ...options, env: { PATH: "/usr/bin", HOME: "/root", ...options.env } });
  const configuration = await loadConfiguration(host);
  return await runChecks([check], {
    host,
    configuration,
    configurationProblems: [],
    variables: [],
    drivers: [],
    socketState: () => Promise.resolve("refused"),
    ...facts,
  });
}

function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, subject, what, fix }) => `${severity} ${subject} ${what} | ${fix ?? ""}`);
}

Deno.test("a processor without virtualisation is told from a module that is not loaded", async () => {
  const none = await examine(checkKvm, { files: { "/proc/cpuinfo": "flags : fpu sse2\n" } });
  assert.match(lines(none)[0]!, /^warning \/dev\/kvm is missing, because the processor offers no.*firmware setup/);
  const guest = await examine(checkKvm, { files: { "/proc/cpuinfo": "flags : fpu hypervisor\n" } });
  assert.match(lines(guest)[0]!, /switch on nested virtualisation/);
  const amd = await examine(checkKvm, { files: { "/proc/cpuinfo": "flags : fpu svm\n" } });
  assert.match(lines(amd)[0]!, /kvm_amd is not loaded.*\| modprobe kvm_amd$/);
});

Deno.test("a configuration that is right is said to be, and a variable that nothing reads is warned of", async () => {
  const right = await examine(checkConfiguration);
  assert.deepEqual(lines(right), ["ok configuration is right: the defaults | "]);
  const unknown = await examine(checkConfiguration, {}, { variables: ["INNKEEPER_CACHE_DIRECTROY"] });
  assert.match(lines(unknown)[0]!, /^warning INNKEEPER_CACHE_DIRECTROY.*did you mean INNKEEPER_CACHE_DIRECTORY\?$/);
  const wrong = await examine(checkConfiguration, {}, { configurationProblems: ["/x:1: bad"] });
  assert.equal(worstOf(wrong), "error");
});

Deno.test("a host without emulators is told how to install one, in the words of its distribution", async () => {
  const fedora = { "/etc/os-release": 'ID=rocky\nID_LIKE="rhel fedora"\n' };
  assert.match(lines(await examine(checkEmulators, { files: fedora }))[0]!, /^error emulators .*dnf install qemu-kvm$/);
  assert.match(lines(await examine(checkEmulators))[0]!, /install QEMU with the package manager/);
});

Deno.test("an emulator that failed is a warning with what it printed last", async () => {
  const findings = await examine(checkEmulators, {}, {
    emulators: [{
      path: "/usr/bin/qemu-system-x",
      state: "failed",
      error: { step: "start", message: "it ended with 1", stderr: "first\nlast words\n" },
      retryAt: "2026-01-01T00:00:00.000Z",
    }],
  });
  const warning = lines(findings).find((line) => line.startsWith("warning")) ?? "";
  assert.match(warning, /qemu-system-x could not be probed: start: it ended with 1; it printed: last words/);
});

Deno.test("a firmware descriptor that names a missing file is a warning", async () => {
  const descriptor = JSON.stringify({ mapping: { device: "flash", executable: { filename: "/usr/share/OVMF/a.fd" } } });
  const folder = "/usr/share/qemu/firmware";
  const missing = await examine(checkFirmware, { files: { [`${folder}/60-a.json`]: descriptor } });
  assert.match(lines(missing)[1]!, /^warning .*60-a\.json names \/usr\/share\/OVMF\/a\.fd, which is not there/);
  const whole = await examine(checkFirmware, {
    files: { [`${folder}/60-a.json`]: descriptor, "/usr/share/OVMF/a.fd": "x" },
  });
  assert.deepEqual(whole.map(({ severity }) => severity), ["ok"]);
  const bad = await examine(checkFirmware, { files: { [`${folder}/60-a.json`]: "[[[" } });
  assert.match(lines(bad)[1]!, /^warning .*is no firmware descriptor/);
  assert.equal(worstOf(await examine(checkFirmware)), "note");
});

Deno.test("a host without swtpm loses TPMs only", async () => {
  assert.equal(worstOf(await examine(checkTpm)), "note");
});

Deno.test("a cache directory that is missing, a file, or open to others is told apart", async () => {
  assert.equal(worstOf(await examine(checkCacheDirectory, { files: { "/var/cache/x": "" } })), "ok");
  const file = await examine(checkCacheDirectory, { files: { "/var/cache/innkeeper": "" } });
  assert.match(lines(file)[0]!, /^warning \/var\/cache\/innkeeper is no directory but a file/);
});

Deno.test("a socket left behind is a note, and something else in its place an error", async () => {
  const file = await examine(checkSocket, { files: { "/run/innkeeper/innkeeper.sock": "" } });
  assert.match(lines(file)[0]!, /^error .* is no socket but a file: the agent cannot start/);
  assert.equal(worstOf(await examine(checkSocket)), "ok");
});

Deno.test("a check that breaks is a finding, and the next one still runs", async () => {
  const broken: Check = { name: "broken", run: () => Promise.reject(new Error("No luck")) };
  assert.deepEqual(lines(await examine(broken)), ["warning broken could not be looked at: No luck | "]);
});

Deno.test("the doctor's exit code follows the worst of its findings", async () => {
  await using home = await makeHome();
  const { code, stdout } = await home.run(["doctor", "--json"]);
  const { worst, findings } = JSON.parse(stdout);
  assert.equal(code, { ok: 0, note: 0, warning: 6, error: 1 }[worst as string]);
  for (const { severity, fix } of findings) assert.ok(severity === "ok" || fix, "every finding has its fix");
});

Deno.test("the doctor finds a socket that an agent left behind, and does not touch it", async () => {
  await using home = await makeHome();
  await using agent = serve(home, ["agent", "-c", "test:///default"]);
  await agent.says(/"Serving"/);
  assert.match((await home.run(["doctor"])).stdout, /ok +.*innkeeper\.sock: is served by an agent/);
  await agent.stop("SIGKILL");
  assert.match(
    (await home.run(["doctor"])).stdout,
    /note +.*innkeeper\.sock: was left behind by an agent that is gone/,
  );
  await Deno.lstat(home.env.INNKEEPER_AGENT_SOCKET!);
});
