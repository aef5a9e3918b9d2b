/**
 * How fast libvirt's clients are served, beside libvirtd in the same run: the same python3-libvirt clients talk to
 * `test:///default` of either. Prints ratios, absolute figures and memory; it never passes or fails.
 *
 *     deno task compile && deno run -A scripts/bench/rpc.ts --binary dist/innkeeper [--calls 20000] [--million]
 *
 * The rounds are interleaved, as the speed of a shared machine moves by the minute. `--million` adds a million calls,
 * with the agent's memory after each tenth.
 *
 * @module
 */

import { Agent, kibibytes, median } from "./agent_process.ts";

/** Kinds of work that `rpc_client.py` knows. */
type Work = "trivial" | "lookup" | "stats" | "open";

const REFERENCE_SOCKET = "/var/run/libvirt/libvirt-sock";
const ROUNDS = 5;
const CLIENT = new URL("rpc_client.py", import.meta.url).pathname;

/** A server of `test:///default`. */
interface Server {
  readonly uri: string;
}

function serverAt(socket: string): Server {
  return { uri: `test+unix:///default?socket=${socket}` };
}

/** Works a second of so many clients at once. */
async function rate(server: Server, work: Work, { count, clients }: Load): Promise<number> {
  const seconds = await Promise.all(Array.from({ length: clients }, () => runClient(server.uri, work, count)));
  return clients * count / Math.max(...seconds);
}

/** How much work, by how many. */
interface Load {
  readonly count: number;
  readonly clients: number;
}

async function runClient(uri: string, work: Work, count: number): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command("/usr/bin/python3", {
    args: [CLIENT, uri, work, String(count)],
  })
    .output();
  if (!success) throw new Error(`${work} over ${uri} failed: ${new TextDecoder().decode(stderr)}`);
  return Number(new TextDecoder().decode(stdout));
}

function option(name: string, otherwise: string): string {
  const at = Deno.args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Deno.args[at + 1] ?? otherwise;
}

function row(name: string, ...columns: readonly string[]): void {
  console.log(name.padEnd(40), ...columns.map((column) => column.padStart(12)));
}

async function compare(ours: Server, reference: Server, calls: number): Promise<void> {
  const measures: readonly { name: string; work: Work; load: Load; aim: string }[] = [
    { name: "trivial call, one client", work: "trivial", load: { count: calls, clients: 1 }, aim: ">= 1.8" },
    { name: "trivial call, four clients", work: "trivial", load: { count: calls / 4, clients: 4 }, aim: ">= 1.8" },
    { name: "look-up, one client", work: "lookup", load: { count: calls, clients: 1 }, aim: ">= 1.8" },
    { name: "look-up, four clients", work: "lookup", load: { count: calls / 4, clients: 4 }, aim: ">= 1.8" },
    { name: "state of 1,000 guests", work: "stats", load: { count: 20, clients: 1 }, aim: ">= 1.0" },
    { name: "open, call, close", work: "open", load: { count: 200, clients: 1 }, aim: "" },
  ];
  row("a second (median of rounds)", "ours", "reference", "ratio", "aim");
  for (const { name, work, load, aim } of measures) {
    const [mine, theirs]: [number[], number[]] = [[], []];
    // A thousand guests have to be defined anew for each of these.
    const rounds = work === "stats" ? 2 : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      mine.push(await rate(ours, work, load));
      theirs.push(await rate(reference, work, load));
    }
    const [our, their] = [median(mine), median(theirs)];
    row(name, our.toFixed(0), their.toFixed(0), (our / their).toFixed(2), aim);
  }
}

async function million(server: Server, pid: number): Promise<void> {
  console.log("\nmemory of the agent over a million calls, MiB after each 100,000:");
  const figures: string[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    await runClient(server.uri, tenth % 2 === 0 ? "trivial" : "lookup", 100_000);
    figures.push((await kibibytes(pid, "VmRSS") / 1024).toFixed(1));
  }
  console.log(`  ${figures.join("  ")}`);
}

if (import.meta.main) {
  const directory = await Deno.makeTempDir({ prefix: "innkeeper-bench-" });
  const socket = `${directory}/libvirt.sock`;
  Deno.env.set("INNKEEPER_LIBVIRT_SOCKET", socket);
  Deno.env.set("INNKEEPER_LIBVIRT_SOCKET_RO", `${directory}/libvirt-ro.sock`);
  // Nothing is probed while it is measured, and the default hypervisor begins anew with each client, as the reference's.
  await Deno.writeTextFile(`${directory}/node.xml`, "<node/>");
  Deno.env.set("INNKEEPER_URI", `test://${directory}/node.xml`);
  try {
    await using agent = await Agent.start(option("binary", "dist/innkeeper"), directory);
    await agent.listening();
    const [ours, reference] = [serverAt(socket), serverAt(REFERENCE_SOCKET)];
    await compare(ours, reference, Number(option("calls", "20000")));
    row("memory of the agent, MiB", (await kibibytes(agent.pid, "VmRSS") / 1024).toFixed(1));
    if (Deno.args.includes("--million")) await million(ours, agent.pid);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}
