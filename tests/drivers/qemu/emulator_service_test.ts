import assert from "node:assert/strict";
import { VirtError } from "../../../src/model/error.ts";
import type { FakeHost } from "../../fakes/fake_host.ts";
import { FakeAgent, fakeMachine, FOREIGN, NATIVE, OTHER } from "./fake_machine.ts";

Deno.test("a cold probe asks every emulator, native first, and the next one asks none", async () => {
  const host = fakeMachine();
  {
    await using agent = new FakeAgent(host);
    assert.deepEqual(await agent.probe(), { [NATIVE]: "new", [FOREIGN]: "new", [OTHER]: "new" });
    assert.equal(agent.prober.orders[0]?.path, NATIVE);
  }
  await using agent = new FakeAgent(host);
  const states = await Array.fromAsync(agent.service.probe());
  assert.equal(agent.prober.orders.length, 0);
  assert.deepEqual(states.map(({ state, cached, reason }) => [state, cached, reason]), [
    ["ready", true, "new"],
    ["ready", true, "new"],
    ["ready", true, "new"],
  ]);
});

/** What is done to the machine, and the reason it gives to each emulator that is probed for it. */
const CHANGES: readonly {
  readonly what: string;
  readonly change: (host: FakeHost) => void;
  readonly reasons: Readonly<Record<string, string>>;
}[] = [
  {
    what: "a touched binary",
    change: (host) => host.files.put(FOREIGN, { content: "#!foreign", mode: 0o755 }),
    reasons: { [FOREIGN]: "binary-ctime" },
  },
  {
    what: "a parameter of a kvm module",
    change: (host) => host.files.put("/sys/module/kvm_amd/parameters/nested", "0\n"),
    reasons: { [NATIVE]: "kvm-parameter:nested" },
  },
  {
    what: "a parameter that comes with a module",
    change: (host) => host.files.put("/sys/module/kvm_amd/parameters/avic", "Y\n"),
    reasons: { [NATIVE]: "kvm-parameter:avic" },
  },
  {
    what: "new microcode",
    change: (host) =>
      host.files.put("/proc/cpuinfo", (host.files.peek("/proc/cpuinfo") ?? "").replace("0xa0011d1", "0xa0011d5")),
    reasons: { [NATIVE]: "microcode" },
  },
  {
    what: "a new kernel",
    change: (host) => host.files.put("/proc/sys/kernel/osrelease", "6.1.0-19-amd64\n"),
    reasons: { [NATIVE]: "kernel" },
  },
  {
    what: "a CPUID bit that a hypervisor has taken away",
    change: (host) => {
      host.native.cpuidAnswer = [{ eaxIn: 1, ecxIn: 0, eax: 0xa00f11, ebx: 0, ecx: 0, edx: 1 }];
    },
    reasons: { [NATIVE]: "cpu-data" },
  },
  {
    what: "a module that was installed",
    change: (host) => host.files.put("/usr/lib/x86_64-linux-gnu/qemu/ui-gtk.so", "module"),
    reasons: { [NATIVE]: "module-directory", [FOREIGN]: "module-directory", [OTHER]: "module-directory" },
  },
  {
    what: "a module that was overwritten in place",
    change: (host) => host.files.put("/usr/lib/x86_64-linux-gnu/qemu/hw-display-qxl.so", "another module"),
    reasons: { [NATIVE]: "module-directory", [FOREIGN]: "module-directory", [OTHER]: "module-directory" },
  },
  {
    what: "firmware that was installed",
    change: (host) => host.files.put("/usr/share/qemu/firmware/60-edk2.json", "{}"),
    reasons: { [NATIVE]: "firmware" },
  },
  {
    what: "a helper that was installed",
    change: (host) => host.files.put("/usr/bin/swtpm", { content: "#!", mode: 0o755 }),
    reasons: { [NATIVE]: "helpers" },
  },
  {
    what: "a device that appeared",
    change: (host) => host.files.put("/dev/vhost-net", { kind: "character", mode: 0o600 }),
    reasons: { [NATIVE]: "device-nodes" },
  },
  {
    what: "an IOMMU that was switched on",
    change: (host) => host.files.put("/sys/kernel/iommu_groups/0/type", "DMA"),
    reasons: { [NATIVE]: "iommu" },
  },
  {
    what: "room for encrypted guests",
    change: (host) => host.files.put("/sys/fs/cgroup/misc.capacity", "sev 500\nsev_es 9\n"),
    reasons: { [NATIVE]: "secure-guest" },
  },
];

for (const { what, change, reasons } of CHANGES) {
  Deno.test(`${what} has those emulators probed again that it matters to, with its reason`, async () => {
    const host = fakeMachine();
    {
      await using agent = new FakeAgent(host);
      await agent.probe();
    }
    change(host);
    await using agent = new FakeAgent(host);
    assert.deepEqual(await agent.probe(), reasons);
    assert.deepEqual(await agent.probe(), {});
    const lines = agent.log.with("info", "out of date").map(({ fields }) => [fields.key, fields.reason]);
    assert.deepEqual(Object.fromEntries(lines), reasons);
    assert.equal(lines.length, Object.keys(reasons).length);
  });
}

Deno.test("a file whose times were set back is told by its identity", async () => {
  const host = fakeMachine();
  const before = await host.files.stat(FOREIGN);
  await using agent = new FakeAgent(host);
  await agent.probe();
  assert.ok(before);
  host.files.put(FOREIGN, { ino: 99_999n, mtimeNs: before.mtimeNs, ctimeNs: before.ctimeNs, mode: 0o755 });
  assert.deepEqual(await agent.probe(), { [FOREIGN]: "binary-identity" });
});

Deno.test("KVM that the emulators' account may not use is a state like another: nothing is probed again", async () => {
  const host = fakeMachine();
  await using agent = new FakeAgent(host);
  agent.prober.user = { uid: 64055, gid: 64055 };
  await agent.probe();
  for (let call = 0; call < 3; call++) assert.deepEqual(await agent.probe(), {});
  assert.deepEqual((await agent.service.summaries())[0]?.emulator.accelerators, ["tcg"]);
  await host.files.changeMode("/dev/kvm", 0o666);
  assert.deepEqual(await agent.probe(), { [NATIVE]: "kvm-access" });
  assert.deepEqual((await agent.service.summaries())[0]?.emulator.accelerators, ["kvm", "tcg"]);
  await host.files.remove("/dev/kvm");
  assert.deepEqual(await agent.probe(), { [NATIVE]: "kvm-availability" });
});

Deno.test("an emulator that fails is left alone for a while, and the others are untouched", async () => {
  const host = fakeMachine();
  await using agent = new FakeAgent(host);
  agent.prober.before = ({ path }) =>
    path === FOREIGN
      ? Promise.reject(Object.assign(new Error("It printed garbage"), { step: "greeting", stderr: "oops" }))
      : Promise.resolve();
  const states = await Array.fromAsync(agent.service.probe());
  const failed = states.find(({ path }) => path === FOREIGN);
  assert.deepEqual([failed?.state, failed?.error], ["failed", {
    step: "greeting",
    message: "It printed garbage",
    stderr: "oops",
  }]);
  assert.deepEqual(states.filter(({ state }) => state === "ready").map(({ path }) => path).sort(), [OTHER, NATIVE]);
  assert.deepEqual(await agent.probe(), {});
  assert.deepEqual((await agent.service.summaries()).map(({ emulator }) => emulator.emulator), [NATIVE, OTHER]);
  await assert.rejects(agent.service.knowledge(FOREIGN), (error) => {
    assert.ok(error instanceof VirtError);
    assert.deepEqual([error.step, /It printed garbage/.test(error.message)], ["greeting", true]);
    assert.match(error.hint ?? "", /cache why/);
    return true;
  });
  agent.prober.before = () => Promise.resolve();
  await host.clock.advance(1_000);
  assert.deepEqual(await agent.probe(), { [FOREIGN]: "retry" });
});

Deno.test("an answer about one emulator does not wait for the others", async () => {
  await using agent = new FakeAgent();
  const gate = Promise.withResolvers<void>();
  const bothBegun = Promise.withResolvers<void>();
  let begun = 0;
  agent.prober.before = ({ path }) => {
    if (path === NATIVE) return Promise.resolve();
    if (++begun === 2) bothBegun.resolve();
    return gate.promise;
  };
  const all = agent.service.summaries();
  const { value } = await agent.service.knowledge(NATIVE);
  assert.equal(value.capabilities.arch, "x86_64");
  await bothBegun.promise;
  const listed = await agent.service.list();
  assert.deepEqual(listed.map(({ state }) => state), ["ready", "probing", "probing"]);
  gate.resolve();
  assert.equal((await all).length, 3);
  assert.equal(agent.prober.orders.length, 3);
});

Deno.test("a list waits for no probe", async () => {
  await using agent = new FakeAgent();
  agent.prober.found = { ...agent.prober.found, unusable: [{ path: "/bin/qemu-system-arm", reason: "It is empty" }] };
  const states = await agent.service.list();
  assert.deepEqual(states.map(({ state }) => state), ["unprobed", "unprobed", "unprobed", "failed"]);
  assert.equal(states[0]?.reason, "new");
  assert.equal(agent.prober.orders.length, 0);
});

Deno.test("two agents at once on a fresh machine both answer, and the third finds everything", async () => {
  const host = fakeMachine();
  {
    await using one = new FakeAgent(host);
    await using other = new FakeAgent(host);
    const [first, second] = await Promise.all([one.service.summaries(), other.service.summaries()]);
    assert.deepEqual(first, second);
  }
  await using third = new FakeAgent(host);
  assert.deepEqual(await third.probe(), {});
  assert.equal(third.service.store.counters().badFiles, 0);
});

Deno.test("a read that allows it gets yesterday's answer while today's is made", async () => {
  const host = fakeMachine();
  await using agent = new FakeAgent(host);
  await agent.probe();
  host.files.put(NATIVE, { content: "#!newer", mode: 0o755 });
  const gate = Promise.withResolvers<void>();
  agent.prober.before = () => gate.promise;
  const stale = await agent.service.knowledge(NATIVE, { allowStale: true });
  assert.deepEqual([stale.stale, stale.row.reason], ["binary-ctime", "new"]);
  gate.resolve();
  assert.equal((await agent.service.knowledge(NATIVE)).row.reason, "binary-ctime");
});

Deno.test("device types that kill a binary are remembered for that very binary", async () => {
  const host = fakeMachine();
  await using agent = new FakeAgent(host);
  agent.prober.before = (order) => {
    Object.assign(order, { deniedTypes: [...order.deniedTypes, "virtio-gpu-gl-pci"] });
    return Promise.resolve();
  };
  await agent.probe();
  agent.prober.before = () => Promise.resolve();
  host.files.put("/proc/sys/kernel/osrelease", "6.1.0-19-amd64\n");
  await agent.probe();
  assert.deepEqual(agent.prober.orders.at(-1)?.deniedTypes, ["virtio-gpu-gl-pci"]);
  host.files.put(NATIVE, { content: "#!another program", mode: 0o755 });
  await agent.probe();
  assert.deepEqual(agent.prober.orders.at(-1)?.deniedTypes, []);
});

Deno.test("who stops listening to a probe stops it", async () => {
  await using agent = new FakeAgent();
  const stopped: string[] = [];
  agent.prober.before = ({ path, signal }) =>
    path === NATIVE ? Promise.resolve() : new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        stopped.push(path);
        reject(signal.reason);
      });
    });
  for await (const { path } of agent.service.probe()) {
    assert.equal(path, NATIVE);
    break;
  }
  assert.ok(stopped.length > 0);
  assert.equal(agent.service.store.counters().failedMakes, 0);
});

Deno.test("the file holds what the reference's would, and the facts it was made under", async () => {
  const host = fakeMachine();
  await using agent = new FakeAgent(host);
  await agent.probe();
  const native = await agent.service.store.show(NATIVE) ?? "";
  assert.match(native, /<microcodeVersion>167776721<\/microcodeVersion>/);
  assert.match(native, /<hostCPUSignature>AuthenticAMD, AMD EPYC, family: 25, model: 1, stepping: 1</);
  assert.match(native, /<kernelVersion>6\.1\.0-18-amd64 #1 SMP</);
  assert.match(native, /<fact name='kvm-parameter:nested' value='1'\/>/);
  assert.match(native, /<!-- sha256:[\da-f]{64} -->\n$/);
  const foreign = await agent.service.store.show(FOREIGN) ?? "";
  assert.match(foreign, /<microcodeVersion>0<\/microcodeVersion>/);
  assert.doesNotMatch(foreign, /kernelVersion|kvm-parameter/);
});
