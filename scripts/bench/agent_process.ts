/**
 * An agent of our own as a benchmark sees it: a process with a socket, started and ended.
 *
 * @module
 */

/** A running agent with its files under one directory. */
export class Agent implements AsyncDisposable {
  readonly socket: string;
  readonly pid: number;
  readonly #process: Deno.ChildProcess;

  constructor(process: Deno.ChildProcess, socket: string) {
    this.#process = process;
    this.pid = process.pid;
    this.socket = socket;
  }

  /** Starts the binary's agent with its cache and its socket in the directory. */
  static async start(binary: string, directory: string): Promise<Agent> {
    await Deno.mkdir(directory, { recursive: true });
    const socket = `${directory}/agent.sock`;
    const process = new Deno.Command(binary, {
      args: ["agent"],
      env: {
        INNKEEPER_CACHE_DIRECTORY: `${directory}/cache`,
        INNKEEPER_AGENT_SOCKET: socket,
        INNKEEPER_LOG_LEVEL: "error",
      },
      stdout: "null",
      stderr: "inherit",
    }).spawn();
    return new Agent(process, socket);
  }

  /** Waits until the socket takes connections; throws after ten seconds. */
  async listening(): Promise<void> {
    for (let tries = 0; tries < 5000; tries++) {
      try {
        (await Deno.connect({ transport: "unix", path: this.socket })).close();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }
    throw new Error(`The agent does not listen on ${this.socket}`);
  }

  /** Ends the agent as a service manager would, and waits for it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.#process.status;
  }
}

/** Requests over a unix socket. */
export function agentClient(socket: string): { get(path: string): Promise<string> } & Disposable {
  const client = Deno.createHttpClient({ proxy: { transport: "unix", path: socket } });
  return {
    async get(path): Promise<string> {
      const response = await fetch(`http://localhost${path}`, { client });
      const text = await response.text();
      if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${text.slice(0, 500)}`);
      return text;
    },
    [Symbol.dispose]: () => client.close(),
  };
}

/** Seconds since a mark of `performance.now()`. */
export function seconds(begin: number): number {
  return (performance.now() - begin) / 1000;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A memory figure of a process in KiB: `VmRSS` now, `VmHWM` the most it ever had. */
export async function kibibytes(pid: number, field: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, "m").exec(status)?.[1] ?? NaN);
}
