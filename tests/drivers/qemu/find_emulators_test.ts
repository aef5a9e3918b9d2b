/**
 * Finding emulators in real directories.
 *
 * @module
 */

import assert from "node:assert/strict";
import { findEmulators, type FoundEmulators } from "../../../src/drivers/qemu/find_emulators.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import type { Host } from "../../../src/host/host.ts";
import { writeProgram } from "../../fakes/fake_qemu.ts";
import { inDirectory } from "./probing.ts";

function find(path: string, configured: readonly string[] = []): Promise<FoundEmulators> {
  const real = denoHost();
  const env: Host["env"] = {
    uid: real.env.uid,
    gid: real.env.gid,
    pid: real.env.pid,
    self: undefined,
    os: real.env.os,
    arch: "x86_64",
    cpuCount: 2,
    get: (name) => name === "PATH" ? path : undefined,
  };
  return findEmulators({ ...real, env }, { configured });
}

Deno.test("emulators are found by name, native ones first and then the largest", async () => {
  await inDirectory(async (directory) => {
    await writeProgram(`${directory}/qemu-system-avr`, "exit 1");
    await writeProgram(`${directory}/qemu-system-arm`, `exit 1 # ${"x".repeat(1000)}`);
    await writeProgram(`${directory}/qemu-system-i386`, "exit 1");
    await writeProgram(`${directory}/qemu-img`, "exit 1");
    const { emulators } = await find(directory);
    const names = emulators.filter(({ path }) => path.startsWith(directory)).map(({ path }) => path.split("-").at(-1));
    assert.deepEqual(names, ["i386", "arm", "avr"]);
  });
});

Deno.test("the first usable program of a name counts, as in a shell", async () => {
  await inDirectory(async (directory) => {
    for (const name of ["one", "two", "three"]) await Deno.mkdir(`${directory}/${name}`);
    await Deno.mkdir(`${directory}/one/qemu-system-arm`);
    await writeProgram(`${directory}/two/qemu-system-arm`, "exit 1");
    await writeProgram(`${directory}/three/qemu-system-arm`, "exit 2");
    const { emulators, unusable } = await find(["one", "two", "three"].map((name) => `${directory}/${name}`).join(":"));
    assert.deepEqual(emulators.map(({ path }) => path), [`${directory}/two/qemu-system-arm`]);
    assert.deepEqual(unusable, []);
  });
});

Deno.test("two names of one file are two emulators, as what is kept is kept by path", async () => {
  await inDirectory(async (directory) => {
    await writeProgram(`${directory}/qemu-system-ppc64`, "exit 1");
    await Deno.symlink("qemu-system-ppc64", `${directory}/qemu-system-ppc64le`);
    const { emulators } = await find(directory);
    assert.deepEqual(emulators.map(({ path }) => path.slice(directory.length + 1)).sort(), [
      "qemu-system-ppc64",
      "qemu-system-ppc64le",
    ]);
  });
});

Deno.test("what cannot be run is told with its reason", async () => {
  await inDirectory(async (directory) => {
    const at = (name: string): string => `${directory}/qemu-system-${name}`;
    await Deno.mkdir(at("directory"));
    await Deno.writeTextFile(at("plain"), "#!/bin/sh\n", { mode: 0o644 });
    await Deno.writeTextFile(at("empty"), "", { mode: 0o755 });
    await Deno.symlink(at("loop2"), at("loop1"));
    await Deno.symlink(at("loop1"), at("loop2"));
    await Deno.symlink("nowhere", at("dangling"));
    // A sparse file: half a gigabyte of nothing.
    await Deno.writeTextFile(at("huge"), "", { mode: 0o755 });
    await Deno.truncate(at("huge"), 500 * 1024 * 1024);
    const { emulators, unusable } = await find(directory, ["/nowhere/qemu-system-arm", "relative/qemu"]);
    assert.deepEqual(emulators, []);
    const reasons = new Map(
      unusable.map(({ path, reason }) => [path.replace(`${directory}/qemu-system-`, ""), reason]),
    );
    assert.match(reasons.get("directory") ?? "", /directory, not a program/);
    assert.match(reasons.get("plain") ?? "", /not executable/);
    assert.match(reasons.get("empty") ?? "", /neither an ELF program nor a script/);
    assert.match(reasons.get("huge") ?? "", /neither an ELF program nor a script/);
    assert.match(reasons.get("loop1") ?? "", /symbolic link/i);
    assert.match(reasons.get("dangling") ?? "", /symbolic link to nothing: nowhere/);
    assert.match(reasons.get("/nowhere/qemu-system-arm") ?? "", /no such file/);
    assert.match(reasons.get("relative/qemu") ?? "", /not absolute/);
  });
});

Deno.test("a directory of PATH that is another name of an earlier one is not looked through again", async () => {
  await inDirectory(async (directory) => {
    await Deno.mkdir(`${directory}/usr`);
    await Deno.symlink("usr", `${directory}/bin`);
    await writeProgram(`${directory}/usr/qemu-system-arm`, "exit 1");
    const { emulators } = await find(`${directory}/bin:${directory}/usr`);
    assert.deepEqual(emulators.map(({ path }) => path), [`${directory}/bin/qemu-system-arm`]);
  });
});
