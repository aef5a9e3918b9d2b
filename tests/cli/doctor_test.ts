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

/** A machine with /dev/kvm for the group kvm. */
const KVM_FILES: FakeHostOptions["files"] = {
  "/dev/kvm": { kind: "character", mode: 0o660, uid: 0, gid: 104 },
  "/etc/passwd": "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nqemu:x:107:107::/:/bin/false\n",
  "/etc/group": "root:x:0:\nkvm:x:104:\n",
};

const KVM = { apiVersion: 12, maxVcpus: 255 };

Deno.test("a user who may not open /dev/kvm is told which group to join", async () => {
  const findings = await examine(checkKvm, { files: KVM_FILES, uid: 1000, gid: 1000 });
  assert.match(lines(findings)[0]!, /^warning \/dev\/kvm may not be opened by ann; it has mode 0660 and group kvm/);
  assert.match(lines(findings)[0]!, /usermod --append --groups kvm ann$/);
  const closed = { ...KVM_FILES, "/dev/kvm": { kind: "character", mode: 0o600, uid: 0, gid: 0 } } as const;
  assert.match(lines(await examine(checkKvm, { files: closed, uid: 1000 }))[0]!, /chgrp kvm \/dev\/kvm && chmod 0660/);
});

Deno.test("root is told when the account that emulators run as may not open /dev/kvm", async () => {
  const env = { INNKEEPER_PROBE_USER: "qemu" };
  const outside = await examine(checkKvm, { files: KVM_FILES, kvm: KVM, env });
  assert.equal(lines(outside)[0], "ok /dev/kvm may be used; API version 12, up to 255 processors for a guest | ");
  assert.match(lines(outside)[1]!, /^warning \/dev\/kvm may not be opened by qemu, as whom emulators are probed/);
  const inside = { ...KVM_FILES, "/etc/group": "kvm:x:104:qemu\n" };
  assert.equal(worstOf(await examine(checkKvm, { files: inside, kvm: KVM, env })), "ok");
  const nobody = await examine(checkKvm, { files: KVM_FILES, kvm: KVM, env: { INNKEEPER_PROBE_USER: "eve" } });
  assert.match(lines(nobody)[1]!, /^error probe\.user names "eve", but there is no such user/);
});

Deno.test("a kernel whose KVM speaks another language is an error, and nested virtualisation a matter of taste", async () => {
  const old = await examine(checkKvm, { files: KVM_FILES, kvm: { ...KVM, apiVersion: 11 } });
  assert.match(lines(old)[0]!, /^error \/dev\/kvm speaks API version 11/);
  const nested = (value: string): Promise<Finding[]> =>
    examine(checkKvm, { files: { ...KVM_FILES, "/sys/module/kvm_intel/parameters/nested": value }, kvm: KVM });
  assert.equal((await nested("Y\n"))[1]?.severity, "ok");
  assert.match(lines(await nested("0\n"))[1]!, /^note nested virtualisation is off.*options kvm_intel nested=1/);
});

Deno.test("files that others may change or read are named with their modes", async () => {
  const path = "/etc/innkeeper/innkeeper.toml";
  const files = {
    [path]: { content: '[agent]\ntoken_file = "/etc/innkeeper/token"\n', mode: 0o664 },
    "/etc/innkeeper/token": { content: "x", mode: 0o640 },
  };
  const found = lines(await examine(checkConfiguration, { files }));
  assert.match(found[0]!, /^warning \/etc\/innkeeper\/innkeeper\.toml has mode 0664.*chmod go-w/);
  assert.match(found[1]!, /^error \/etc\/innkeeper\/token holds a secret, but has mode 0640.*chmod 0600/);
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
  const open = { "/var/cache/innkeeper": { kind: "directory", mode: 0o777, uid: 12, gid: 0 } } as const;
  const found = lines(await examine(checkCacheDirectory, { files: open }));
  assert.match(
    found[0]!,
    /^warning \/var\/cache\/innkeeper has mode 0777: others may change what this program believes/,
  );
  assert.match(found[1]!, /^warning \/var\/cache\/innkeeper belongs to user 12/);
  const readOnly = await examine(checkCacheDirectory, {
    files: { "/var/x": "" },
    uid: 1000,
    env: { HOME: "/home/ann" },
  });
  assert.match(
    lines(readOnly)[0]!,
    /^warning \/home\/ann\/\.cache\/innkeeper is not there and cannot be made, because \//,
  );
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
