/**
 * Runs every suite that can run on this machine, each with the permissions it needs and no more, and says what was
 * skipped and why.
 *
 *     deno task test            every suite
 *     deno task test unit cli   only these
 *
 * A test that cannot run here is skipped by `tests/live/require.ts` with a line `SKIP name: reason`; a kind named in
 * LIVE_REQUIRED (`LIVE_REQUIRED=qemu,reference`) makes such a skip a failure. Exit code 1 when a test failed.
 *
 * @module
 */

/** A folder of tests and what it may do. */
interface Suite {
  readonly name: string;
  readonly paths: readonly string[];
  readonly permissions: readonly string[];
  /** Part of the gate `deno task ok`. */
  readonly gate: boolean;
}

const suites: readonly Suite[] = [
  // The sandbox proves that what is called pure is pure.
  { name: "unit", paths: ["src/", "scripts/"], permissions: [], gate: true },
  {
    name: "doc",
    paths: ["--doc", "mod.ts", "src/api/"],
    permissions: ["--allow-read", "--allow-env", "--allow-sys"],
    gate: true,
  },
  { name: "api", paths: ["tests/api/"], permissions: [], gate: true },
  { name: "contract", paths: ["tests/contract/"], permissions: ["-A"], gate: true },
  { name: "golden", paths: ["tests/golden/"], permissions: ["-A"], gate: true },
  { name: "fuzz", paths: ["tests/fuzz/"], permissions: ["--allow-env"], gate: true },
  { name: "http", paths: ["tests/http/"], permissions: ["-A"], gate: true },
  { name: "rpc", paths: ["tests/rpc/"], permissions: ["-A"], gate: true },
  { name: "repo", paths: ["tests/repo/"], permissions: ["-A"], gate: true },
  { name: "cache", paths: ["tests/cache/"], permissions: ["-A"], gate: false },
  { name: "host", paths: ["tests/host/"], permissions: ["-A"], gate: false },
  { name: "drivers", paths: ["tests/drivers/"], permissions: ["-A"], gate: false },
  { name: "cli", paths: ["tests/cli/"], permissions: ["-A"], gate: false },
  { name: "live", paths: ["tests/live/"], permissions: ["-A"], gate: false },
];

/** What a suite's closing line and its SKIP lines say. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** Reads the closing line (`ok | 3 passed | 0 failed | 1 ignored`) and the skips of one run of `deno test`. */
export function parseOutcome(output: string): Outcome {
  // deno-lint-ignore no-control-regex
  const plain = output.replace(/\x1b\[[0-9;]*m/g, "");
  const closing = [...plain.matchAll(/^(?:ok|FAILED) \| (\d+) passed.*?\| (\d+) failed/gm)].at(-1);
  const skipped = [...plain.matchAll(/^SKIP (.+)$/gm)].map((match) => match[1] ?? "");
  return { passed: Number(closing?.[1] ?? 0), failed: Number(closing?.[2] ?? 0), skipped: [...new Set(skipped)] };
}

async function run(suite: Suite): Promise<Outcome> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["test", "--quiet", "--no-prompt", "--permit-no-files", ...suite.permissions, ...suite.paths],
    stdout: "piped",
    stderr: "inherit",
  });
  const child = command.spawn();
  let output = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    output += text;
    await Deno.stdout.write(new TextEncoder().encode(text));
  }
  const { code } = await child.status;
  const outcome = parseOutcome(output);
  // A suite that could not even start has no closing line.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

if (import.meta.main) {
  const wanted = new Set(Deno.args);
  const unknown = Deno.args.filter((name) => name !== "gate" && !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`No suite ${unknown.join(", ")}; there are: gate, ${suites.map(({ name }) => name).join(", ")}`);
    Deno.exit(2);
  }
  const chosen = suites.filter(({ name, gate }) =>
    wanted.size === 0 || wanted.has(name) || (gate && wanted.has("gate"))
  );
  const rows: { name: string; outcome: Outcome }[] = [];
  for (const suite of chosen) {
    console.log(`\n== ${suite.name}`);
    rows.push({ name: suite.name, outcome: await run(suite) });
  }
  console.log("\nsuite      passed  failed  skipped");
  for (const { name, outcome: { passed, failed, skipped } } of rows) {
    console.log(`${name.padEnd(10)} ${[passed, failed, skipped.length].map((n) => String(n).padStart(6)).join("  ")}`);
  }
  const reasons = rows.flatMap(({ outcome }) => outcome.skipped);
  if (reasons.length > 0) {
    console.log(`\nSkipped on this machine:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
  }
  const total = (of: (outcome: Outcome) => number): number => rows.reduce((sum, { outcome }) => sum + of(outcome), 0);
  const failed = total((outcome) => outcome.failed);
  console.log(
    `\n${total((outcome) => outcome.passed)} passed, ${failed} failed, ${total((o) => o.skipped.length)} skipped`,
  );
  if (failed > 0) Deno.exit(1);
}
