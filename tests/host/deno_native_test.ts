import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno_host.ts";
import { readCpuidDevice } from "../../src/host/deno_host_cpuid_device.ts";
import type { CpuidLeaf } from "../../src/host/host.ts";
import { readCpuSignature } from "../../src/host/read_cpu.ts";

const host = denoHost();
const isX86 = Deno.build.arch === "x86_64" && Deno.build.os === "linux";
const hasKvm = await host.files.access("/dev/kvm", "rw");

function skip(name: string, reason: string): void {
  console.log(`SKIP ${name}: ${reason}`);
}

Deno.test({
  name: "the processor executes CPUID for us, and says what the kernel says of it",
  ignore: !isX86,
  async fn(): Promise<void> {
    const leaves = await host.native.cpuid();
    const first = leaves?.find((leaf) => leaf.eaxIn === 0);
    assert.ok(first);
    const words = new Uint32Array([first.ebx, first.edx, first.ecx]);
    const vendor = new TextDecoder().decode(new Uint8Array(words.buffer));
    const { signature } = await readCpuSignature(host);
    assert.ok(signature?.startsWith(`${vendor}, `), `${signature} begins with ${vendor}`);
  },
});

Deno.test("the kernel's cpuid device, where there is one, has the leaves that the instruction has", async () => {
  const device = isX86 ? await readCpuidDevice() : undefined;
  if (device === undefined) return skip("cpuid device", "no readable /dev/cpu/0/cpuid");
  const executed = await host.native.cpuid() ?? [];
  assert.deepEqual(device.map(leafName), executed.map(leafName));
});

function leafName(leaf: CpuidLeaf): string {
  return `${leaf.eaxIn}.${leaf.ecxIn}`;
}

Deno.test("KVM is asked without leaving anything open", async () => {
  if (!hasKvm) return skip("KVM", "no usable /dev/kvm");
  await host.native.kvm({ supportedCpuid: true, tsc: true });
  const before = await host.files.list("/proc/self/fd");
  const facts = await host.native.kvm({ supportedCpuid: true, tsc: true });
  await host.native.cpuid();
  assert.equal((await host.files.list("/proc/self/fd"))?.length, before?.length);
  assert.equal(facts?.apiVersion, 12);
  assert.ok(facts.maxVcpus > 0);
  if (isX86) assert.ok((facts.supportedCpuid?.length ?? 0) > 5 && (facts.tsc?.frequencyHz ?? 1e9) > 1e8);
});

Deno.test("KVM's CPUID is what the reference implementation keeps in its cache", async () => {
  const directory = "/var/cache/libvirt/qemu/capabilities";
  const names = await host.files.list(directory).catch(() => undefined) ?? [];
  const texts = await Promise.all(names.map((name) => host.files.readText(`${directory}/${name}`)));
  const stored = texts.flatMap((text) => /<cpudata arch='x86'>\n(.*?) *<\/cpudata>/s.exec(text ?? "")?.[1] ?? []);
  if (stored.length === 0 || !hasKvm) return skip("reference cache", "no cache file of a native emulator with KVM");
  const hex = (word: number): string => `0x${word.toString(16).padStart(8, "0")}`;
  const lines = (await host.native.kvm({ supportedCpuid: true }))?.supportedCpuid?.map((leaf) =>
    `    <cpuid eax_in='${hex(leaf.eaxIn)}' ecx_in='${hex(leaf.ecxIn)}' eax='${hex(leaf.eax)}' ` +
    `ebx='${hex(leaf.ebx)}' ecx='${hex(leaf.ecx)}' edx='${hex(leaf.edx)}'/>\n`
  );
  for (const text of stored) assert.equal(lines?.join(""), text);
});

Deno.test("without the right to foreign functions files still have times and native answers are absent", async () => {
  const program = `
    import { denoHost } from ${JSON.stringify(import.meta.resolve("../../src/host/deno_host.ts"))};
    const host = denoHost();
    const own = ${JSON.stringify(new URL(import.meta.url).pathname)};
    const stat = await host.files.stat(own);
    const answers = [await host.native.kvm(), stat?.kind, (stat?.mtimeNs ?? 0n) > 0n,
      await host.files.access(own, "r"), await host.files.access("/etc/nothing", "r")];
    console.log(JSON.stringify(answers.map((answer) => answer ?? null)));`;
  const result = await host.exec.run({
    argv: [Deno.execPath(), "run", "--quiet", "--no-prompt", "--allow-read", "--allow-sys", "-"],
  }, { input: program, deadlineMs: 60_000 });
  assert.equal(result.stdout, '[null,"file",true,true,false]\n', result.stderr);
});
