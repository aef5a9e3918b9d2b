/**
 * A real agent over the test hypervisor, and real clients at its door.
 *
 * @module
 */

/** An agent that runs. */
export interface LiveAgent extends AsyncDisposable {
  /** The directory of its sockets. */
  readonly folder: string;
  /** The URI of its hypervisor, through its door. */
  readonly uri: string;
  /** The same through the socket of those who only read. */
  readonly readOnlyUri: string;
  /** Ends it; what it left stays until the end of the block. */
  stop(signal?: Deno.Signal): Promise<void>;
}

/** What a program said. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program, from source. */
export const MAIN = new URL("../../../src/cli/main.ts", import.meta.url).pathname;
const DEADLINE_MS = 60_000;

/** The command line of an agent whose sockets are in this directory. */
export function agentCommand(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  hypervisor = "test:///default",
): string[] {
  const sets = Object.entries(settings).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
  const agent = ["agent", "-c", hypervisor, "--socket", `${folder}/innkeeper.sock`, ...sets];
  return [Deno.execPath(), "run", "-A", MAIN, ...agent];
}

/**
 * Starts an agent with these settings of the configuration, and waits until its door is open. With a hypervisor of its
 * own it does not hold the clients' open: that begins anew with the first client after the last.
 */
export async function startLiveAgent(
  settings: Readonly<Record<string, string>> = {},
  options: { readonly ofItsOwn?: boolean } = {},
): Promise<LiveAgent> {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-live-" });
  await Deno.writeTextFile(`${folder}/node.xml`, "<node/>");
  const hypervisor = options.ofItsOwn ? `test://${folder}/node.xml` : "test:///default";
  const [program = "", ...args] = agentCommand(folder, settings, hypervisor);
  const child = new Deno.Command(program, {
    args,
    env: { INNKEEPER_CONFIG: await writeEmpty(folder), INNKEEPER_CACHE_DIRECTORY: `${folder}/cache` },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const said = await waitFor(child.stderr, /"message":"Serving"/);
  if (!said.found) throw new Error(`The agent did not open its door: ${said.text}`);
  let ended = false;
  const stop = async (signal: Deno.Signal = "SIGTERM"): Promise<void> => {
    if (!ended) child.kill(signal);
    ended = true;
    await child.status;
    await said.rest;
  };
  return {
    folder,
    stop,
    uri: `test+unix:///default?socket=${folder}/libvirt-sock`,
    readOnlyUri: `test+unix:///default?socket=${folder}/libvirt-sock-ro`,
    async [Symbol.asyncDispose]() {
      await stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Runs a program to its end. */
export async function run(
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    env: { LC_ALL: "C", ...env },
    stdin: "null",
    signal: AbortSignal.timeout(DEADLINE_MS),
  }).output();
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trim();
  return { code, out: text(stdout), err: text(stderr) };
}

/** Runs virsh. */
export function virsh(uri: string, ...args: string[]): Promise<Answer> {
  return run(["virsh", "-q", "-c", uri, ...args]);
}

/** A port that nobody listens on. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function writeEmpty(folder: string): Promise<string> {
  const path = `${folder}/innkeeper.toml`;
  await Deno.writeTextFile(path, "");
  return path;
}

interface Waited {
  readonly found: boolean;
  readonly text: string;
  /** Resolves when the program has said everything. */
  readonly rest: Promise<void>;
}

async function waitFor(stream: ReadableStream<Uint8Array>, pattern: RegExp): Promise<Waited> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let found = false;
  while (!found) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    found = pattern.test(text);
  }
  const drain = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  return { found, text, rest: drain() };
}
