import assert from "node:assert/strict";
import { isKernelPath } from "../../src/host/deno_host_kernel_files.ts";
import { denoHost } from "../../src/host/deno_host.ts";

const { files } = denoHost();

Deno.test("what the kernel makes is read as the runtime reads it", async () => {
  for (const path of ["/proc/version", "/proc/self/mounts", "/sys/devices/system/cpu/online", "/proc/kallsyms"]) {
    assert.equal(await files.readText(path), await Deno.readTextFile(path), path);
  }
  const bytes = await files.readBytes("/proc/version", { offset: 2, length: 3 });
  assert.equal(new TextDecoder().decode(bytes), (await Deno.readTextFile("/proc/version")).slice(2, 5));
  await assert.rejects(files.readText("/proc/version", { limit: 3 }), /larger than 3 bytes/);
});

Deno.test("directories are listed whole and in order", async () => {
  for (const path of ["/sys/devices/system/cpu", "/sys/class", "/dev", "/sys", "/usr/bin", "/etc"]) {
    const expected: string[] = [];
    for await (const { name } of Deno.readDir(path)) expected.push(name);
    assert.deepEqual(await files.list(path), expected.sort(), path);
  }
});

Deno.test("the kernel's files are what the runtime says they are", async () => {
  const device = await files.stat("/dev/null");
  assert.equal(device?.kind, "character");
  assert.equal(device?.mode, 0o666);
  const info = await Deno.stat("/sys/devices/system/cpu");
  const stat = await files.stat("/sys/devices/system/cpu");
  assert.equal(stat?.kind, "directory");
  assert.equal(stat?.ino, BigInt(info.ino ?? 0));
  assert.equal((await files.lstat("/proc/self"))?.kind, "symlink");
  assert.equal(await files.readLink("/proc/self"), `${Deno.pid}`);
  assert.equal(await files.realPath("/proc/self/../self"), `/proc/${Deno.pid}`);
  assert.equal(await files.access("/dev/null", "rw"), true);
  assert.equal(await files.access("/proc/version", "x"), false);
});

Deno.test("what the kernel does not have is absent, and what it refuses is an error with the path in it", async () => {
  assert.equal(await files.readText("/proc/no/such"), undefined);
  assert.equal(await files.readText("/proc/version/below"), undefined);
  assert.equal(await files.list("/sys/no-such"), undefined);
  assert.equal(await files.list("/proc/version"), undefined);
  assert.equal(await files.list("/etc/passwd"), undefined);
  assert.equal(await files.list("/no-such"), undefined);
  assert.equal(await files.stat("/dev/no-such"), undefined);
  assert.equal(await files.readLink("/sys/no-such"), undefined);
  assert.equal(await files.realPath("/sys/no-such"), undefined);
  assert.equal(await files.access("/dev/no-such", "r"), false);
  await assert.rejects(files.readText("/proc/self"), /Cannot read "\/proc\/self": Is a directory \(os error 21\)/);
  await assert.rejects(files.readLink("/proc/version"), /Cannot read the link "\/proc\/version": Invalid argument/);
});

Deno.test("names in any writing are listed as they are", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const names = ["a", "\u00e9t\u00e9", "\u65e5\u672c", "with space", "x".repeat(255), "\u0080"];
    for (const name of names) await Deno.writeTextFile(`${folder}/${name}`, "");
    assert.deepEqual(await files.list(folder), names.sort());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a path is the kernel's by its first name, not by its first letters", () => {
  assert.deepEqual(["/proc", "/sys/x", "/dev/kvm"].map(isKernelPath), [true, true, true]);
  assert.deepEqual(["/system", "/home/proc", "/development", "proc/x"].map(isKernelPath), [false, false, false, false]);
});

Deno.test("a directory that was made a moment ago is seen, and so is a file that went", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const made = `${folder}/made`;
    assert.equal(await files.lstat(`${made}/file`), undefined);
    assert.equal(await files.list(made), undefined);
    await Deno.mkdir(made);
    await Deno.writeTextFile(`${made}/file`, "12345");
    assert.equal((await files.lstat(`${made}/file`))?.size, 5);
    assert.deepEqual(await files.list(made), ["file"]);
    await Deno.symlink("nowhere", `${made}/link`);
    assert.equal((await files.lstat(`${made}/link`))?.kind, "symlink");
    await Deno.remove(made, { recursive: true });
    assert.equal(await files.lstat(`${made}/file`), undefined);
    assert.equal(await files.list(made), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
