import assert from "node:assert/strict";
import { FactFiles, type FactProblem } from "../../src/host/fact_files.ts";
import { findProgram, readHelpers } from "../../src/host/read_helpers.ts";
import { readKvmAccess, readKvmModules, readNesting } from "../../src/host/read_kvm.ts";
import { readPower } from "../../src/host/read_power.ts";
import { readProtection, readSecureGuest } from "../../src/host/read_protection.ts";
import { readGroup, readUser } from "../../src/host/read_users.ts";
import { FakeHost } from "../fakes/fake_host.ts";

Deno.test("an absent file is no problem, an unreadable one is", async () => {
  const host = new FakeHost({ uid: 1000, gid: 1000, files: { "/secret": { content: "1", mode: 0o600 } } });
  const problems: FactProblem[] = [];
  const files = new FactFiles(host, { problems });
  assert.equal(await files.text("/absent"), undefined);
  assert.equal(problems.length, 0);
  assert.equal(await files.text("/secret"), undefined);
  assert.deepEqual(problems.map((problem) => problem.path), ["/secret"]);
  await assert.rejects(new FactFiles(host).text("/secret"), /Cannot read "\/secret": Permission denied/);
});

Deno.test("a number that is none is a problem of its file", async () => {
  const host = new FakeHost({ files: { "/n": "12 apples\n", "/m": "-1\n" } });
  const problems: FactProblem[] = [];
  const files = new FactFiles(host, { problems });
  assert.deepEqual([await files.integer("/n"), await files.integer("/m")], [undefined, -1]);
  assert.match(problems[0]?.message ?? "", /Expected a whole number, found "12 apples"/);
});

Deno.test("facts are read under a root that lies elsewhere", async () => {
  const host = new FakeHost({
    files: {
      "/recorded/sys/module/kvm_amd/parameters/nested": "1\n",
      "/recorded/dev/kvm": { kind: "character", mode: 0o660 },
    },
  });
  assert.equal(await readNesting(host), false);
  assert.equal(await readNesting(host, { root: "/recorded/" }), true);
  assert.equal((await readKvmAccess(host)).present, false);
  assert.equal((await readKvmAccess(host, { root: "/recorded" })).present, true);
});

Deno.test("a kvm module without parameters is known, and others are not mistaken for one", async () => {
  const host = new FakeHost({
    files: {
      "/sys/module/kvm": { kind: "directory" },
      "/sys/module/kvm_intel/parameters/ept": "Y\n",
      "/sys/module/kvmalloc/parameters/x": "1\n",
    },
  });
  assert.deepEqual(await readKvmModules(host), [
    { name: "kvm", parameters: {} },
    { name: "kvm_intel", parameters: { ept: "Y" } },
  ]);
});

Deno.test("secure guests need the kernel's consent and the device", async () => {
  const amd = new FakeHost({ files: { "/sys/module/kvm_amd/parameters/sev": "Y\n" } });
  assert.equal(await readSecureGuest(amd), false);
  amd.files.put("/dev/sev", { kind: "character" });
  assert.equal(await readSecureGuest(amd), true);
  const ibm = new FakeHost({ arch: "s390x", files: { "/sys/firmware/uv": { kind: "directory" } } });
  assert.equal(await readSecureGuest(ibm), false);
  ibm.files.put("/proc/cmdline", "root=/dev/dasda1 prot_virt=1\n");
  assert.equal(await readSecureGuest(ibm), true);
  assert.equal((await readProtection(ibm)).s390Uv, true);
});

Deno.test("sleep is promised only where something would put the machine to sleep", async () => {
  const host = new FakeHost({
    files: { "/sys/power/state": "freeze mem disk\n", "/sys/power/disk": "[disabled]\n" },
  });
  assert.deepEqual(await readPower(host), { suspendMem: false, suspendDisk: false, suspendHybrid: false });
  host.files.put("/run/systemd/seats", { kind: "directory" });
  assert.deepEqual(await readPower(host), { suspendMem: true, suspendDisk: false, suspendHybrid: false });
  host.files.put("/sys/power/disk", "[platform] shutdown suspend\n");
  assert.deepEqual(await readPower(host), { suspendMem: true, suspendDisk: true, suspendHybrid: true });
});

Deno.test("the first of several names that is a user counts, with all groups of theirs", async () => {
  const host = new FakeHost({
    files: {
      "/etc/passwd": "root:x:0:0::/root:/bin/sh\nqemu:x:107:107::/:/sbin/nologin\n",
      "/etc/group": "qemu:x:107:\nkvm:x:36:qemu,alice\ndisk:x:6:qemu\n",
    },
  });
  assert.deepEqual((await readUser(host, ["libvirt-qemu", "qemu"]))?.gids, [107, 36, 6]);
  assert.equal((await readUser(host, ["0"]))?.name, "root");
  assert.equal(await readUser(host, ["nobody"]), undefined);
  assert.equal((await readGroup(host, ["libvirt-qemu", "kvm"]))?.gid, 36);
});

Deno.test("a program is looked for beside the emulators first, and must be executable", async () => {
  const host = new FakeHost({
    env: { PATH: "/usr/bin:relative:/bin" },
    files: {
      "/usr/libexec/virtiofsd": { content: "x", mode: 0o644 },
      "/usr/bin/virtiofsd": { content: "x", mode: 0o755 },
      "/bin/passt": { content: "x", mode: 0o755 },
    },
  });
  const options = { before: ["/usr/libexec"] };
  assert.equal((await findProgram(host, "virtiofsd", options)).path, "/usr/bin/virtiofsd");
  host.files.put("/usr/libexec/virtiofsd", { mode: 0o755 });
  assert.equal((await findProgram(host, "virtiofsd", options)).path, "/usr/libexec/virtiofsd");
  assert.deepEqual(await findProgram(host, "swtpm"), { name: "swtpm" });
  assert.equal((await findProgram(host, "passt")).path, "/bin/passt");
});

Deno.test("helpers are run only when their versions are asked for, and a broken one has none", async () => {
  const host = new FakeHost({
    env: { PATH: "/usr/bin" },
    files: {
      "/usr/bin/swtpm": { content: "x", mode: 0o755 },
      "/usr/bin/dbus-daemon": { content: "x", mode: 0o755 },
    },
  });
  host.exec.on("/usr/bin/swtpm", { stdout: "TPM emulator version 0.7.1, Copyright\n" });
  host.exec.on("/usr/bin/dbus-daemon", { code: 127, stderr: "error while loading shared libraries" });
  await readHelpers(host);
  assert.equal(host.exec.calls.length, 0);
  const versions = (await readHelpers(host, { versions: true })).flatMap(({ name, version }) =>
    version ?? `${name}: -`
  );
  assert.ok(versions.includes("0.7.1") && versions.includes("dbus-daemon: -"));
});
