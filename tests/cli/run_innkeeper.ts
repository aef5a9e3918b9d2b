/**
 * Runs the command line as a person would: from source, or the compiled program that INNKEEPER_BIN names, in a home of
 * its own, so that nothing of this machine's configuration or cache is seen or changed.
 *
 * @module
 */

const top = new URL("../../", import.meta.url).pathname;

/** What a run left. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A home for runs, removed at the end of its block. */
export interface CliHome extends AsyncDisposable {
  /** The directory of this home. */
  readonly path: string;
  /** The cache directory of the runs. */
  readonly cache: string;
  /** The main configuration file of the runs. */
  readonly config: string;
  /** The environment of the runs. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs to the end. */
  run(args: readonly string[], options?: RunOptions): Promise<CliResult>;
  /** Starts, and hands over the process. */
  start(args: readonly string[], options?: RunOptions): Deno.ChildProcess;
}

/** How to run. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

/** Makes a home; its configuration is empty and its PATH holds nothing but its own `bin`. */
export async function makeHome(): Promise<CliHome> {
  const path = await Deno.makeTempDir({ prefix: "innkeeper-cli-" });
  await Deno.mkdir(`${path}/bin`);
  await Deno.mkdir(`${path}/run`, { mode: 0o700 });
  await Deno.writeTextFile(`${path}/innkeeper.toml`, "");
  const env = {
    HOME: path,
    PATH: `${path}/bin`,
    XDG_RUNTIME_DIR: `${path}/run`,
    NO_COLOR: "1",
    INNKEEPER_CONFIG: `${path}/innkeeper.toml`,
    INNKEEPER_CACHE_DIRECTORY: `${path}/cache`,
    INNKEEPER_AGENT_SOCKET: `${path}/run/innkeeper.sock`,
    ...inherited("DENO_DIR"),
  };
  const start = (args: readonly string[], options: RunOptions = {}): Deno.ChildProcess => {
    const [program, ...first] = programWords();
    return new Deno.Command(program, {
      args: [...first, ...args],
      env: { ...env, ...options.env },
      clearEnv: true,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      ...(options.uid === undefined ? {} : { uid: options.uid }),
      ...(options.gid === undefined ? {} : { gid: options.gid }),
    }).spawn();
  };
  return {
    path,
    cache: `${path}/cache`,
    config: `${path}/innkeeper.toml`,
    env,
    start,
    run: async (args, options) => {
      const { code, stdout, stderr } = await start(args, options).output();
      const text = new TextDecoder();
      return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
    },
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

/** The program and its first arguments. */
export function programWords(): [string, ...string[]] {
  const compiled = Deno.env.get("INNKEEPER_BIN");
  if (compiled !== undefined && compiled !== "") return [new URL(compiled, `file://${top}`).pathname];
  return [Deno.execPath(), "run", "--quiet", "--no-prompt", "-A", `${top}src/cli/main.ts`];
}

/** Deno keeps what it has compiled below HOME, which the runs do not share. */
function inherited(name: string): Record<string, string> {
  const home = Deno.env.get("HOME") ?? "/root";
  return { [name]: Deno.env.get(name) ?? `${Deno.env.get("XDG_CACHE_HOME") ?? `${home}/.cache`}/deno` };
}
