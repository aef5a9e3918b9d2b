/**
 * How fast this host is known, beside the reference implementation in the same run: cold and warm, with peak memory.
 * Prints ratios and absolute figures; it never passes or fails.
 *
 *     deno task compile && deno task bench --binary dist/innkeeper --reference ../shared/tools/reference-libvirt
 *
 * Without `--reference` only our own figures are printed. Ours are taken from the agent, as a client sees it over the
 * unix socket, in a cache directory of their own; the reference's are what its script prints, and its daemon's peak
 * memory from /proc.
 *
 * @module
 */

import { Agent, agentClient, kibibytes, median, seconds } from "./agent_process.ts";

/** What one start of the agent showed; times in seconds from its start. */
interface Start {
  /** The socket answers. */
  readonly listening: number;
  /** Domain capabilities of the native architecture. */
  readonly firstNative: number;
  /** The host document, which needs every emulator. */
  readonly capabilities: number;
  readonly emulators: number;
  readonly peakKiB: number;
  readonly idleKiB: number;
}

const warmRuns = 7;

async function measureStart(
  binary: string,
  directory: string,
  { kind, idleMs = 0 }: { kind: "cold" | "warm"; idleMs?: number },
): Promise<Start> {
  const begin = performance.now();
  await using agent = await Agent.start(binary, directory);
  using client = agentClient(agent.socket);
  await agent.listening();
  const listening = seconds(begin);
  // Cold, the native answer comes while others are still probed; warm, the host document is what the reference gives.
  const ask = (path: string): Promise<number> => client.get(`${path}?wait=60`).then(() => seconds(begin));
  const first = kind === "cold" ? await ask("/v1/domain-capabilities") : undefined;
  const capabilities = await ask("/v1/capabilities");
  const firstNative = first ?? await ask("/v1/domain-capabilities");
  const { emulators } = JSON.parse(await client.get("/v1/emulators")) as { emulators: { state: string }[] };
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  return {
    listening,
    firstNative,
    capabilities,
    emulators: emulators.filter(({ state }) => state === "ready").length,
    peakKiB: await kibibytes(agent.pid, "VmHWM"),
    idleKiB: await kibibytes(agent.pid, "VmRSS"),
  };
}

async function timeCommand(argv: readonly [string, ...string[]], env: Record<string, string>): Promise<number> {
  const begin = performance.now();
  const { success, stderr } = await new Deno.Command(argv[0], { args: argv.slice(1), env, stdout: "null" }).output();
  if (!success) throw new Error(`${argv.join(" ")} failed: ${new TextDecoder().decode(stderr)}`);
  return seconds(begin);
}

/** What the reference's script measured, with the peak memory of the daemon that it left running. */
async function measureReference(script: string, kind: "cold" | "warm"): Promise<{ time: number; peakKiB: number }> {
  const { stdout, success } = await new Deno.Command(script, { args: [kind] }).output();
  const text = new TextDecoder().decode(stdout);
  const found = /capabilities: ([\d.]+) s/.exec(text);
  if (!success || found === null) throw new Error(`${script} ${kind} printed no time: ${text}`);
  const init = (await Deno.readTextFile("/run/reference-libvirt/libvirtd.pid")).trim();
  const children = await Deno.readTextFile(`/proc/${init}/task/${init}/children`);
  return { time: Number(found[1]), peakKiB: await kibibytes(Number(children.trim().split(" ")[0] || init), "VmHWM") };
}

function row(name: string, ours: string, reference = "", ratio = "", aim = ""): void {
  console.log(
    [name.padEnd(44), ours.padStart(10), reference.padStart(10), ratio.padStart(7), aim.padStart(7)].join(" "),
  );
}

function ratioRow(name: string, ours: number, reference: number | undefined, aim: number): void {
  const show = (value: number): string => `${value.toFixed(3)} s`;
  const ratio = reference === undefined ? "" : (ours / reference).toFixed(3);
  row(name, show(ours), reference === undefined ? "" : show(reference), ratio, `≤ ${aim}`);
}

function option(name: string): string | undefined {
  const at = Deno.args.indexOf(`--${name}`);
  return at < 0 ? undefined : Deno.args[at + 1];
}

if (import.meta.main) {
  const binary = await Deno.realPath(option("binary") ?? "dist/innkeeper");
  const script = option("reference");
  const directory = await Deno.makeTempDir({ prefix: "innkeeper-bench-" });
  try {
    // The page cache is warmed for both sides alike: each is measured once before it counts.
    const referenceCold = script && (await measureReference(script, "cold"), await measureReference(script, "cold"));
    const referenceWarm: { time: number; peakKiB: number }[] = [];
    if (script) { for (let i = 0; i < warmRuns; i++) referenceWarm.push(await measureReference(script, "warm")); }

    await measureStart(binary, `${directory}/first`, { kind: "cold" });
    const cold = await measureStart(binary, `${directory}/cold`, { kind: "cold", idleMs: 5000 });
    const warm: Start[] = [];
    for (let i = 0; i < warmRuns; i++) {
      warm.push(await measureStart(binary, `${directory}/cold`, { kind: "warm", idleMs: i === 0 ? 5000 : 0 }));
    }
    const env = { INNKEEPER_CACHE_DIRECTORY: `${directory}/cold/cache` };
    const commands: number[] = [];
    for (let i = 0; i < warmRuns; i++) commands.push(await timeCommand([binary, "capabilities"], env));
    const probeAll = await timeCommand([binary, "probe", "--refresh"], env);

    row("", "ours", "reference", "ratio", "aim");
    const warmReference = script ? median(referenceWarm.map(({ time }) => time)) : undefined;
    const coldReference = referenceCold ? referenceCold.time : undefined;
    ratioRow(`cold: every emulator (ours ${cold.emulators})`, cold.capabilities, coldReference, 0.25);
    row("cold: socket answers", `${cold.listening.toFixed(3)} s`);
    row("cold: first native answer", `${cold.firstNative.toFixed(3)} s`, "", "", "≤ 0.4 s");
    ratioRow("warm: start to first capabilities", median(warm.map((w) => w.capabilities)), warmReference, 0.6);
    row("warm: socket answers", `${median(warm.map((w) => w.listening)).toFixed(3)} s`);
    row("warm: both documents", `${median(warm.map((w) => w.firstNative)).toFixed(3)} s`);
    row("command line: capabilities, warm", `${median(commands).toFixed(3)} s`);
    row("command line: probe --refresh, all", `${probeAll.toFixed(3)} s`);
    const mib = (kib: number): string => `${(kib / 1024).toFixed(1)} MiB`;
    row("peak memory of the daemon, cold", mib(cold.peakKiB), referenceCold ? mib(referenceCold.peakKiB) : "");
    row(
      "peak memory of the daemon, warm",
      mib(warm[0]?.peakKiB ?? 0),
      script ? mib(referenceWarm[0]?.peakKiB ?? 0) : "",
    );
    row("idle memory of the agent after a cold start", mib(cold.idleKiB), "", "", "≤ 80 MB");
    row("idle memory of the agent after a warm start", mib(warm[0]?.idleKiB ?? 0), "", "", "≤ 80 MB");
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}
