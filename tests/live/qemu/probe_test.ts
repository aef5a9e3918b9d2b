/**
 * Probing the real QEMU: every emulator of the distribution, QEMU 10 beside it, and a question that kills it.
 *
 * @module
 */

import assert from "node:assert/strict";
import { inParallel } from "../../../src/base/in_parallel.ts";
import { Turnstile } from "../../../src/base/turnstile.ts";
import type { QemuCapabilities } from "../../../src/drivers/qemu/capabilities.ts";
import { converse } from "../../../src/drivers/qemu/probe_process.ts";
import { QemuProber } from "../../../src/drivers/qemu/qemu_prober.ts";
import { type Converse, survive } from "../../../src/drivers/qemu/survive.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { processesWith } from "../../drivers/qemu/probing.ts";
import { liveTest, nativeEmulator } from "../require.ts";

const DEADLINE_MS = 60_000;

async function probeAll(
  paths?: readonly string[],
  options: { readonly probeUser?: string } = {},
): Promise<Map<string, QemuCapabilities>> {
  const settings = { probeDeadlineMs: DEADLINE_MS, probeWorkers: 3, extraEmulators: paths ?? [], root: "", ...options };
  await using prober = new QemuProber(denoHost(), settings);
  const { emulators } = await prober.find();
  const wanted = emulators.filter(({ path }) => paths?.includes(path) ?? true);
  const probe = async ({ path }: { readonly path: string }, signal: AbortSignal): Promise<QemuCapabilities> =>
    await prober.probe({
      path,
      reason: "new",
      kvmSupportsNesting: false,
      kvmSupportsSecureGuest: false,
      deniedTypes: [],
      signal,
    });
  const found = new Map<string, QemuCapabilities>();
  for await (const result of inParallel(wanted, probe, { workers: 3 })) found.set(result.emulator, result);
  return found;
}

liveTest("qemu", "every emulator of this machine tells what it is, whole, and none is left running", async () => {
  const found = await probeAll();
  for (const [path, capabilities] of found) {
    assert.deepEqual(capabilities.probe.problems, [], path);
    assert.ok(capabilities.version >= 6_002_000, path);
    assert.ok(capabilities.flags.length > 30, path);
    assert.ok(capabilities.accelerators.every(({ machines }) => machines.length > 0), path);
  }
  const native = found.get(nativeEmulator());
  assert.equal(native?.arch, Deno.build.arch);
  assert.ok(native?.accelerators.some(({ type }) => type === "tcg"));
  assert.deepEqual(await processesWith("-no-user-config\0-nodefaults", { parent: Deno.pid }), []);
});

liveTest("qemu", "two names of one emulator tell the same", async () => {
  const found = await probeAll(["/usr/bin/qemu-system-ppc64", "/usr/bin/qemu-system-ppc64le"]);
  const [one, other] = [...found.values()].map(({ emulator: _emulator, probe: _probe, ...facts }) => facts);
  assert.deepEqual(one, other);
});

liveTest(
  "root",
  "where /dev/kvm may not be used by the emulators' user the rest is told, and nothing is amiss",
  async () => {
    if (await isMissing(nativeEmulator())) return;
    const native = (await probeAll([nativeEmulator()], { probeUser: "nobody" })).get(nativeEmulator());
    const { mode } = await Deno.stat("/dev/kvm").catch(() => ({ mode: 0o600 }));
    const open = ((mode ?? 0) & 0o6) === 0o6;
    assert.equal(native?.accelerators.some(({ type }) => type === "kvm"), open);
    assert.ok(native?.accelerators.some(({ type }) => type === "tcg"));
    assert.deepEqual(native?.probe.problems, []);
  },
);

liveTest("qemu10", "QEMU 10 tells what it is, whole, through the script that starts it", async () => {
  const root = Deno.env.get("QEMU10_DIR") ?? "/opt/qemu10";
  const names = ["x86_64", "aarch64"];
  const found = await probeAll(names.map((name) => `${root}/usr/bin/qemu-system-${name}`));
  assert.deepEqual([...found.values()].map(({ arch }) => arch).sort(), ["aarch64", "x86_64"]);
  for (const [path, { version, probe, flags }] of found) {
    assert.ok(version >= 10_000_000, path);
    assert.deepEqual(probe.problems, [], path);
    assert.ok(flags.length > 100, path);
  }
});

liveTest("qemu", "a type that kills the real QEMU is found among others, which are answered", async () => {
  const host = denoHost();
  await using ending = new AsyncDisposableStack();
  const talk: Converse = (conversation) =>
    converse(host, {
      path: nativeEmulator(),
      accelerators: "tcg",
      deadlineMs: DEADLINE_MS,
      turnstile: new Turnstile(3),
      privileged: false,
      afterwards: (work) => ending.defer(() => work),
    }, conversation);
  const types = ["VGA", "virtio-gpu-pci", "virtio-gpu-gl-pci", "virtio-net-pci", "nvme"];
  const denied = new Set<string>();
  const answered = await survive(talk, async (session) => {
    const known = await session.execute("qom-list-types", { implements: "device" });
    assert.ok(Array.isArray(known));
    const answers = types.map(async (typename) => {
      if (denied.has(typename)) return undefined;
      return await session.execute("device-list-properties", { typename });
    });
    const lists = await Promise.all(answers);
    return types.filter((_, index) => Array.isArray(lists[index]));
  }, { denied });
  // Later releases have learnt to answer it.
  const deadly = [...denied];
  assert.ok(deadly.length === 0 || deadly.join() === "virtio-gpu-gl-pci");
  assert.deepEqual([...answered, ...deadly].sort(), [...types].sort());
  if (await isDebian7()) assert.deepEqual(deadly, ["virtio-gpu-gl-pci"]);
});

async function isMissing(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => false, () => true);
}

async function isDebian7(): Promise<boolean> {
  const { stdout } = await new Deno.Command(nativeEmulator(), { args: ["--version"] }).output();
  const modules = await Deno.stat(`/usr/lib/${Deno.build.arch}-linux-gnu/qemu/hw-display-virtio-gpu-gl.so`).then(
    () => true,
    () => false,
  );
  return new TextDecoder().decode(stdout).includes("version 7.2") && !modules;
}
