import assert from "node:assert/strict";
import { FakeCrash, FakeHost } from "../fakes/fake_host.ts";
import { formatMachineArchive, parseMachineArchive } from "../fakes/machine_archive.ts";

Deno.test("a fake file tree follows links and tells absence from failure", async () => {
  const host = new FakeHost({
    files: {
      "/sys/devices/a/value": "1\n",
      "/sys/class/a": { target: "../devices/a" },
      "/loop": { target: "/loop" },
    },
  });
  assert.equal(await host.files.readText("/sys/class/a/value"), "1\n");
  assert.equal(await host.files.realPath("/sys/class/a/value"), "/sys/devices/a/value");
  assert.equal(await host.files.readLink("/sys/class/a"), "../devices/a");
  assert.deepEqual(await host.files.list("/sys"), ["class", "devices"]);
  assert.equal(await host.files.readText("/sys/devices/a/value/deeper"), undefined);
  assert.equal(await host.files.stat("/nope/nope"), undefined);
  await assert.rejects(host.files.readText("/loop"), { code: "ELOOP" });
});

Deno.test("a fake file tree keeps what it does not own from an unprivileged user", async () => {
  const host = new FakeHost({ uid: 1000, gid: 1000, files: { "/dev/kvm": { kind: "character", mode: 0o660 } } });
  assert.equal(await host.files.access("/dev/kvm", "rw"), false);
  await assert.rejects(host.files.readText("/dev/kvm"), { code: "EACCES" });
  host.files.put("/dev/kvm", { kind: "character", mode: 0o660, gid: 1000 });
  assert.equal(await host.files.access("/dev/kvm", "rw"), true);
});

Deno.test("a fake disk can be full, and every change shows in the change time", async () => {
  const host = new FakeHost();
  await host.files.makeDirectory("/var/cache");
  await host.files.write("/var/cache/a", "one");
  const before = await host.files.stat("/var/cache/a");
  host.files.faults.add({ on: "write", code: "ENOSPC", times: 1 });
  await assert.rejects(host.files.write("/var/cache/a", "two"), { code: "ENOSPC" });
  assert.equal(host.files.peek("/var/cache/a"), "one");
  await host.files.write("/var/cache/a", "two");
  const after = await host.files.stat("/var/cache/a");
  assert.ok(before && after && after.ctimeNs > before.ctimeNs && after.ino === before.ino);
});

Deno.test("a fake process can die between emptying a file and filling it", async () => {
  const host = new FakeHost({ files: { "/a": "old" } });
  host.files.faults.crashAfter(1);
  await assert.rejects(host.files.write("/a", "new"), FakeCrash);
  await assert.rejects(host.files.readText("/a"), FakeCrash);
  host.files.faults.clear();
  assert.equal(await host.files.readText("/a"), "");
});

Deno.test("a fake lock lets one holder in at a time", async () => {
  const host = new FakeHost({ files: { "/run/x": { kind: "directory" } } });
  const order: string[] = [];
  const first = await host.files.lock("/run/x/lock");
  const second = host.files.lock("/run/x/lock").then(async (lock) => {
    order.push("second");
    await lock[Symbol.asyncDispose]();
  });
  await host.clock.advance(0);
  order.push("first");
  await first[Symbol.asyncDispose]();
  await second;
  assert.deepEqual(order, ["first", "second"]);
});

Deno.test("a scripted program talks over its pipes and dies when it is killed", async () => {
  const host = new FakeHost();
  host.exec.on("echo-server", async (io) => {
    io.writeError("ready");
    for await (const chunk of io.stdin) await io.write(chunk);
    await io.hang();
  });
  await using process = await host.exec.spawn({ argv: ["echo-server", "-v"] });
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode("hello"));
  await writer.close();
  const reader = process.stdout.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), "hello");
  process.kill();
  assert.deepEqual(await process.status, { code: 143, signal: "SIGTERM" });
  assert.equal(process.stderr(), "ready");
  assert.deepEqual(host.exec.calls[0]?.argv, ["echo-server", "-v"]);
});

Deno.test("a scripted program that hangs ends at its deadline on the fake clock", async () => {
  const host = new FakeHost();
  host.exec.on("hangs", (io) => io.hang());
  const running = host.exec.run({ argv: ["hangs"] }, { deadlineMs: 500 });
  await host.clock.advance(499);
  assert.equal(host.clock.waiting, 1);
  await host.clock.advance(1);
  assert.deepEqual(await running, { code: 137, signal: "SIGKILL", stdout: "", stderr: "", timedOut: true });
});

Deno.test("a scripted result is given to the command with the most words in common", async () => {
  const host = new FakeHost();
  host.exec.on("swtpm", { code: 1, stderr: "usage" }).on(["swtpm", "socket"], { stdout: "{}" });
  assert.equal((await host.exec.run({ argv: ["swtpm", "socket", "--tpm2"] })).stdout, "{}");
  assert.equal((await host.exec.run({ argv: ["swtpm", "--help"] })).code, 1);
  await assert.rejects(host.exec.run({ argv: ["unknown"] }), /Cannot run "unknown"/);
});

Deno.test("a machine archive reads back as it was written", () => {
  const archive = {
    arch: "aarch64",
    entries: [
      { path: "/dev/kvm", kind: "character", mode: 0o660, uid: 0, gid: 104 },
      { path: "/proc/version", kind: "file", mode: 0o444, uid: 0, gid: 0, content: "Linux\n\n|odd\nend" },
      { path: "/sys/a", kind: "symlink", mode: 0o777, uid: 0, gid: 0, target: "b" },
      { path: "/sys/empty", kind: "directory", mode: 0o755, uid: 0, gid: 0 },
    ],
    unreadable: [{ path: "/sys/secret", code: "EIO" }],
    cpuid: [{ eaxIn: 0 }, { eaxIn: 1 }],
    kvm: { apiVersion: 12 },
  } as const;
  assert.deepEqual(parseMachineArchive(formatMachineArchive(archive, "A machine\nof two lines")), archive);
  assert.throws(() => parseMachineArchive("# fine\nwhat\n"), /Line 2/);
});
