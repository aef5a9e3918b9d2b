import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno_host.ts";
import type { Files } from "../../src/host/host.ts";

const { files, env } = denoHost();

async function inDirectory(use: (directory: string, files: Files) => Promise<void>): Promise<void> {
  const directory = await files.makeTempDirectory({ prefix: "innkeeper-test-" });
  try {
    await use(directory, files);
  } finally {
    await files.remove(directory, { recursive: true });
  }
}

Deno.test("two files written one after the other have different change times", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/a`, "1");
    // Two clock ticks of the kernel at most.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await files.write(`${directory}/b`, "2");
    const [a, b] = [await files.stat(`${directory}/a`), await files.stat(`${directory}/b`)];
    assert.ok(a && b && b.ctimeNs > a.ctimeNs);
    assert.equal(a.mtimeNs % 1_000_000_000n === 0n && b.mtimeNs % 1_000_000_000n === 0n, false);
  }));

Deno.test("stat follows a link and lstat does not", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/file`, "12345", { mode: 0o640 });
    await Deno.symlink("file", `${directory}/link`);
    const stat = await files.stat(`${directory}/link`);
    assert.deepEqual([stat?.kind, stat?.size, stat?.mode, stat?.uid], ["file", 5, 0o640, env.uid]);
    assert.equal((await files.lstat(`${directory}/link`))?.kind, "symlink");
    assert.equal(await files.readLink(`${directory}/link`), "file");
    assert.equal(await files.realPath(`${directory}/link`), await files.realPath(`${directory}/file`));
  }));

Deno.test("what is not there is undefined in every way of looking", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/file`, "");
    for (const path of [`${directory}/nothing`, `${directory}/file/below`, `${directory}/no/such/directory`]) {
      assert.equal(await files.stat(path), undefined);
      assert.equal(await files.lstat(path), undefined);
      assert.equal(await files.realPath(path), undefined);
      assert.equal(await files.readText(path), undefined);
      assert.equal(await files.readBytes(path), undefined);
      assert.equal(await files.list(path), undefined);
      assert.equal(await files.sha256(path), undefined);
      assert.equal(await files.access(path, "r"), false);
      await files.remove(path);
    }
  }));

Deno.test("links in a circle and directories read as files are failures", () =>
  inDirectory(async (directory) => {
    await Deno.symlink("loop", `${directory}/loop`);
    await assert.rejects(files.stat(`${directory}/loop`));
    await assert.rejects(files.readText(directory));
  }));

Deno.test("a file longer than the limit is refused, one as long as it is read", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/file`, "x".repeat(100_000));
    assert.equal((await files.readText(`${directory}/file`, { limit: 100_000 }))?.length, 100_000);
    await assert.rejects(files.readText(`${directory}/file`, { limit: 99_999 }), /larger than 99999 bytes/);
    const middle = await files.readBytes(`${directory}/file`, { offset: 99_998, length: 10 });
    assert.deepEqual(middle, new Uint8Array([120, 120]));
  }));

Deno.test("files of the kernel, whose size is no guide, are read to their end", async () => {
  assert.match(await files.readText("/proc/version") ?? "", /^Linux version .*\n$/s);
  assert.equal((await files.readBytes("/proc/version", { offset: 6, length: 7 }))?.length, 7);
  await assert.rejects(files.readText("/proc/cpuinfo", { limit: 10 }), RangeError);
});

Deno.test("a written file has the mode that was asked for, whatever the umask", () =>
  inDirectory(async (directory) => {
    const umask = Deno.umask(0o077);
    try {
      await files.write(`${directory}/shared`, "1", { mode: 0o666, sync: true });
      await files.write(`${directory}/shared`, "22");
    } finally {
      Deno.umask(umask);
    }
    assert.equal((await files.stat(`${directory}/shared`))?.mode, 0o666);
    assert.equal(await files.readText(`${directory}/shared`), "22");
    await assert.rejects(files.write(`${directory}/shared`, "3", { exclusive: true }), Deno.errors.AlreadyExists);
    await files.rename(`${directory}/shared`, `${directory}/renamed`);
    await files.syncDirectory(directory);
    assert.deepEqual(await files.list(directory), ["renamed"]);
  }));

Deno.test("a lock lets one holder in at a time, also when its file is removed meanwhile", () =>
  inDirectory(async (directory) => {
    const path = `${directory}/lock`;
    let inside = 0;
    let most = 0;
    async function hold(removes: boolean): Promise<void> {
      await using _ = await files.lock(path);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      if (removes) await files.remove(path);
    }
    await Promise.all([hold(false), hold(true), hold(false), hold(true), hold(false)]);
    assert.equal(most, 1);
  }));

Deno.test("the digest of a file is its SHA-256, in one piece and in many", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/empty`, "");
    await files.write(`${directory}/abc`, "abc");
    // Longer than what is hashed in one piece.
    await files.write(`${directory}/large`, new Uint8Array(33 * 1024 * 1024));
    assert.equal(
      await files.sha256(`${directory}/empty`),
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    assert.equal(
      await files.sha256(`${directory}/abc`),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(33 * 1024 * 1024));
    assert.equal(
      await files.sha256(`${directory}/large`),
      [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    );
  }));

Deno.test("access is what the kernel would allow", () =>
  inDirectory(async (directory) => {
    await files.write(`${directory}/data`, "", { mode: 0o600 });
    await files.write(`${directory}/program`, "", { mode: 0o700 });
    assert.equal(await files.access(`${directory}/data`, "rw"), true);
    assert.equal(await files.access(`${directory}/data`, "x"), false);
    assert.equal(await files.access(`${directory}/program`, "x"), true);
  }));
