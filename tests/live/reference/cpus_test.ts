import assert from "node:assert/strict";
import { formatCpu } from "../../../src/conf/cpu/format_cpu.ts";
import { parseCpu } from "../../../src/conf/cpu/parse_cpu.ts";
import type { CpuDocument } from "../../../src/conf/cpu/document.ts";
import { baselineCpu, type BaselineOptions, compareCpu, CpuMap, modelNames } from "../../../src/cpu/mod.ts";
import { liveTest } from "../require.ts";

const URI = "qemu:///system";
const map = new CpuMap();

/** Asks the reference all questions in one run: each answer is what it printed, refusals included. */
async function ask(directory: string, questions: readonly { command: string; text: string }[]): Promise<string[]> {
  const commands: string[] = [];
  for (const [at, { command, text }] of questions.entries()) {
    await Deno.writeTextFile(`${directory}/${at}.xml`, text);
    commands.push(`echo @@@; echo --err @@@; ${command} ${directory}/${at}.xml\n`);
  }
  const virsh = new Deno.Command("virsh", { args: ["-q", "-c", URI], stdin: "piped", stdout: "piped", stderr: "piped" })
    .spawn();
  const writer = virsh.stdin.getWriter();
  await writer.write(new TextEncoder().encode(commands.join("")));
  await writer.close();
  const { stdout, stderr } = await virsh.output();
  const decoder = new TextDecoder();
  const refusals = decoder.decode(stderr).split("@@@\n").slice(1);
  const answers = decoder.decode(stdout).split(/\n@@@\n?/).slice(1);
  assert.equal(answers.length, questions.length);
  return answers.map((answer, at) => answer.replace(/virsh # [^]*$/, "") + (refusals[at] ?? ""));
}

async function withDirectory(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir();
  try {
    await work(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function readHost(): Promise<CpuDocument> {
  const { stdout } = await new Deno.Command("virsh", { args: ["-q", "-c", URI, "capabilities"] }).output();
  const text = /<cpu>[^]*?<\/cpu>/.exec(new TextDecoder().decode(stdout))![0];
  return parseCpu(text.replace(/<pages [^>]*\/>/g, ""));
}

function names(): readonly string[] {
  const known = modelNames(map, "x86_64");
  assert.ok(Array.isArray(known));
  return known;
}

/** What the reference says of a comparison with `--error`, in our words. */
function verdict(answer: string): string {
  const reason = /the CPU is incompatible with host CPU(?:: (.*))?/.exec(answer)?.[1];
  if (reason !== undefined) return `incompatible: ${reason}`;
  if (answer.includes("is identical to")) return "identical";
  return answer.includes("is a superset of") ? "superset" : answer;
}

liveTest("reference", "clients can name the models that the reference names, in its order", async () => {
  for (const arch of ["x86_64", "ppc64"]) {
    const { stdout } = await new Deno.Command("virsh", { args: ["-q", "-c", URI, "cpu-models", arch] }).output();
    assert.deepEqual(modelNames(map, arch), new TextDecoder().decode(stdout).trim().split(/\s+/));
  }
});

liveTest("reference", "every model compares with this host as the reference says, with its reasons", async () => {
  await withDirectory(async (directory) => {
    const host = await readHost();
    const guests = names().flatMap((name): CpuDocument[] => [
      { match: "exact", model: { name }, features: [] },
      { match: "strict", model: { name }, features: [{ name: "aes", policy: "force" }] },
      {
        match: "exact",
        model: { name },
        features: [{ name: "svm", policy: "disable" }, { name: "avx2", policy: "forbid" }],
      },
      { match: "exact", model: { name }, vendor: "Intel", features: [] },
      { arch: "x86_64", model: { name }, features: [{ name: "invtsc" }] },
    ]);
    const questions = guests.map((cpu) => ({ command: "cpu-compare --error", text: formatCpu(cpu) }));
    const answers = await ask(directory, questions);
    guests.forEach((cpu, at) => {
      const { result, reason } = compareCpu(map, { arch: "x86_64", host, cpu });
      const actual = reason === undefined ? result : `${result}: ${reason}`;
      assert.equal(actual, verdict(answers[at]!), formatCpu(cpu));
    });
  });
});

liveTest("reference", "every pair of neighbouring models has the reference's baseline", async () => {
  await withDirectory(async (directory) => {
    const all = names();
    const extra = ["vmx", "svm", "invtsc", "xsaves", "cmt", "osxsave", "avx512f", "3dnow"];
    const pairs = all.flatMap((name, at): CpuDocument[][] => {
      const one: CpuDocument = { arch: "x86_64", model: { name }, features: [{ name: extra[at % extra.length]! }] };
      return [1, 7].map((step) => [one, {
        arch: "x86_64",
        model: { name: all[(at + step) % all.length]! },
        features: extra.map((feature) => ({ name: feature })),
      }]);
    });
    const flags: readonly [string, BaselineOptions][] = [
      ["", {}],
      ["--features", { expandFeatures: true }],
      ["--migratable", { migratable: true }],
    ];
    for (const [flag, options] of flags) {
      const questions = pairs.map((cpus) => ({
        command: `cpu-baseline ${flag}`,
        text: cpus.map(formatCpu).join("\n"),
      }));
      const answers = await ask(directory, questions);
      pairs.forEach((cpus, at) => {
        const answer = answers[at]!;
        const told = `${flag} ${cpus.map((cpu) => cpu.model?.name).join(" + ")}`;
        const compute = (): CpuDocument => baselineCpu(map, { cpus }, { ...options, onlyPassedOn: true });
        const refusal = /error: (?:operation failed|internal error): (.*)/.exec(answer)?.[1];
        if (refusal !== undefined) assert.throws(compute, { message: refusal }, told);
        else assert.deepEqual(compute(), parseCpu(/<cpu [^]*<\/cpu>/.exec(answer)?.[0] ?? answer), told);
      });
    }
  });
});
