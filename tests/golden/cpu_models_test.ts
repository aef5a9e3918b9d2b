import assert from "node:assert/strict";
import type { CpuDocument, CpuFeature } from "../../src/conf/cpu/document.ts";
import { baselineCpu, compareCpu, CpuError, CpuMap, hostModel } from "../../src/cpu/mod.ts";
import { decodeX86 } from "../../src/cpu/x86/decode.ts";
import { processorFromCpuid } from "../../src/cpu/x86/processor.ts";
import { readCases, readDocuments, readRecordedCpu } from "./cpu_corpus.ts";

const cases = await readCases();
const map = new CpuMap();
const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: "x86_64", PPC64: "ppc64" };

interface Named {
  readonly model?: string | undefined;
  readonly vendor?: string | undefined;
  readonly features: readonly CpuFeature[];
}

/** What a document says of the model, in the shape in which decoders answer. */
function named(document: Named | CpuDocument): Named {
  const model = typeof document.model === "string" ? document.model : document.model?.name;
  return { model, vendor: document.vendor, features: document.features.map((feature) => ({ ...feature })) };
}

async function expectNamed(actual: Named | undefined, document: string): Promise<void> {
  const [expected] = await readDocuments(document);
  assert.deepEqual(actual && named(actual), named(expected!));
}

if (cases === undefined) {
  const reason = "the reference's source is not unpacked; LIBVIRT_SOURCE says where it is";
  console.log(`SKIP CPUs of the reference's tests: ${reason}`);
  Deno.test({ name: `CPUs of the reference's tests (skipped: ${reason})`, ignore: true, fn: () => {} });
} else {
  for (const [, name = "", kind = ""] of cases.matchAll(/DO_TEST_CPUID\(VIR_ARCH_X86_64, "([^"]+)", (\w+)\)/g)) {
    Deno.test(`the host ${name} is described as the reference describes it`, async () => {
      const { cpuid, msrs } = await readRecordedCpu(name, kind);
      const processor = processorFromCpuid(map.x86, cpuid, msrs);
      await expectNamed(decodeX86(map.x86, processor, { type: "host" }), `x86_64-cpuid-${name}-host`);
    });
    Deno.test(`a guest CPU like ${name} is described as the reference describes it`, async () => {
      const { cpuid, msrs, definitions } = await readRecordedCpu(name, kind);
      const processor = processorFromCpuid(map.x86, cpuid, msrs);
      const models = definitions.length > 0 ? { models: definitions } : {};
      await expectNamed(decodeX86(map.x86, processor, { type: "guest", ...models }), `x86_64-cpuid-${name}-guest`);
    });
    if (kind === "JSON_NONE") continue;
    Deno.test(`host-model on ${name} is what the reference makes of QEMU's report`, async () => {
      const { expanded, definitions } = await readRecordedCpu(name, kind);
      const models = hostModel(map, {
        hostArch: "x86_64",
        guestArch: "x86_64",
        accelerated: true,
        expanded: expanded!,
        definitions,
        reportsUnavailable: true,
      });
      await expectNamed(models?.reported, `x86_64-cpuid-${name}-json`);
    });
  }

  for (
    const [, family = "", host = "", cpu = "", result = ""] of cases.matchAll(
      /DO_TEST_COMPARE\(VIR_ARCH_(\w+), "([^"]+)", "([^"]+)", VIR_CPU_COMPARE_(\w+)\)/g,
    )
  ) {
    const arch = ARCHITECTURES[family]!;
    Deno.test(`comparing ${cpu} with ${host} on ${arch} gives ${result.toLowerCase()}`, async () => {
      const [hostCpu] = await readDocuments(`${arch}-${host}`);
      const [otherCpu] = await readDocuments(`${arch}-${cpu}`);
      const compare = (): string => compareCpu(map, { arch, host: hostCpu, cpu: otherCpu! }).result;
      if (result === "ERROR") assert.throws(compare, CpuError);
      else assert.equal(compare(), result.toLowerCase());
    });
  }

  for (
    const [, family = "", name = "", flags = "", result = ""] of cases.matchAll(
      /DO_TEST_BASELINE\(VIR_ARCH_(\w+), "([^"]+)", (\w+), (-?\d)\)/g,
    )
  ) {
    const arch = ARCHITECTURES[family]!;
    const expandFeatures = flags.endsWith("EXPAND_FEATURES");
    const migratable = flags.endsWith("MIGRATABLE");
    const kind = expandFeatures ? "expanded" : migratable ? "migratable" : "result";
    const outcome = result === "0" ? "what the reference says" : "refused";
    Deno.test(`the baseline of ${name} on ${arch} (${kind}) is ${outcome}`, async () => {
      const cpus = await readDocuments(`${arch}-baseline-${name}`);
      const compute = (): CpuDocument => baselineCpu(map, { arch, cpus }, { expandFeatures, migratable });
      if (result !== "0") return void assert.throws(compute, CpuError);
      const [expected] = await readDocuments(`${arch}-baseline-${name}-${kind}`);
      assert.deepEqual(compute(), expected);
    });
  }

  for (
    const [, label = "", one = "", other = ""] of cases.matchAll(
      /DO_TEST_CPUID_BASELINE\(VIR_ARCH_X86_64, "([^"]+)",\s+"([^"]+)", "([^"]+)"\)/g,
    )
  ) {
    Deno.test(`the baseline of recorded hosts ${label} is what the reference says`, async () => {
      const cpus = (await Promise.all([one, other].map((name) => readDocuments(`x86_64-cpuid-${name}-json`)))).flat();
      const [expected] = await readDocuments(`x86_64-cpuid-baseline-${label}`);
      assert.deepEqual(baselineCpu(map, { arch: "x86_64", cpus }), expected);
    });
  }
}
