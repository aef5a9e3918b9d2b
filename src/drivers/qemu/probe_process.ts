/**
 * One disposable emulator: started without a machine, a display or a configuration, asked over its standard input and
 * output, and killed as soon as it has said what was wanted.
 *
 * It has no network: `-nodefaults` gives it no card, and nothing it is asked opens a connection. It runs in a process
 * group and in an empty directory of its own, with an environment of a few variables, and where we are root as a user
 * without rights.
 *
 * @module
 */

import type { Turnstile } from "../../base/turnstile.ts";
import type { ExecProcess, Host } from "../../host/host.ts";
import { QmpBrokenError, QmpClient, QmpError, type QmpSession } from "../../wire/qmp/mod.ts";
import { describeBrokenRun, ProbeError } from "./probe_failure.ts";
import type { Account } from "./validity/read_host_facts.ts";

/** How an emulator is started to be asked. */
export interface ProbeRun {
  /** Absolute path of the binary. */
  readonly path: string;
  /** QEMU's list, the preferred first: `kvm:tcg`. */
  readonly accelerators: string;
  readonly deadlineMs: number;
  /** Whom it runs as; absent: this process's user. */
  readonly account?: Account;
  readonly signal?: AbortSignal;
  /** Limits how many emulators run at once. */
  readonly turnstile: Turnstile;
  /** Passes those who wait: somebody is likely to want this answer first. */
  readonly privileged: boolean;
  /** Is handed what is left to be waited for once the answers are there: the end of the process and its directory. */
  readonly afterwards: (work: Promise<void>) => void;
}

const SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** A program whose output has ended is as good as gone; one that only closed it is killed after this. */
const LAST_MOMENTS_MS = 500;

/**
 * Starts the emulator, hands its session to `talk`, and gives what that returns. Throws {@linkcode ProbeError} when it
 * cannot be started, dies, hangs, or does not speak QMP. When it returns or throws, the process has been killed.
 */
export async function converse<T>(host: Host, run: ProbeRun, talk: (session: QmpSession) => Promise<T>): Promise<T> {
  using _place = await run.turnstile.enter({ privileged: run.privileged });
  if (run.signal?.aborted === true) throw givenUp(run);
  const directory = await makeDirectory(host, run.account);
  let process: ExecProcess;
  try {
    process = await start(host, run, directory);
  } catch (error) {
    run.afterwards(host.files.remove(directory, { recursive: true }));
    throw error;
  }
  const late = new AbortController();
  const done = new AbortController();
  const stop = run.signal === undefined ? late.signal : AbortSignal.any([late.signal, run.signal]);
  const client = new QmpClient(process, { signal: stop });
  watchDeadline(host, run.deadlineMs, { late, done: done.signal });
  try {
    return await talk(client);
  } catch (error) {
    throw await explain(host, error, { run, process, client, late: late.signal });
  } finally {
    done.abort();
    process.kill("SIGKILL");
    run.afterwards(cleanUp(host, { process, client, directory }));
  }
}

function givenUp({ path, signal }: ProbeRun): ProbeError {
  const facts = { kind: "aborted", step: "start" } as const;
  return new ProbeError(`Probing "${path}" was given up`, facts, { cause: signal?.reason });
}

async function makeDirectory(host: Host, account: Account | undefined): Promise<string> {
  const directory = await host.files.makeTempDirectory({ prefix: "innkeeper-probe-" });
  if (account !== undefined) await host.files.changeOwner(directory, account.uid, account.gid);
  return directory;
}

async function start(host: Host, run: ProbeRun, directory: string): Promise<ExecProcess> {
  const modules = host.env.get("QEMU_MODULE_DIR");
  try {
    return await host.exec.spawn({
      argv: [
        run.path,
        "-S",
        "-no-user-config",
        "-nodefaults",
        "-display",
        "none",
        "-machine",
        `none,accel=${run.accelerators}`,
        "-qmp",
        "stdio",
      ],
      cwd: directory,
      clearEnv: true,
      env: {
        PATH: host.env.get("PATH") ?? SEARCH_PATH,
        LC_ALL: "C",
        HOME: directory,
        TMPDIR: directory,
        ...modules !== undefined && { QEMU_MODULE_DIR: modules },
      },
      ...run.account !== undefined && { uid: run.account.uid, gid: run.account.gid },
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ProbeError(why, { kind: "start", step: "start" }, { cause });
  }
}

function watchDeadline(
  host: Host,
  deadlineMs: number,
  { late, done }: { readonly late: AbortController; readonly done: AbortSignal },
): void {
  host.clock.sleep(deadlineMs, { signal: done }).then(
    () => late.abort(new Error(`No answer within ${deadlineMs / 1000} s`)),
    () => {},
  );
}

interface FailedRun {
  readonly run: ProbeRun;
  readonly process: ExecProcess;
  readonly client: QmpClient;
  readonly late: AbortSignal;
}

async function explain(host: Host, error: unknown, { run, process, client, late }: FailedRun): Promise<unknown> {
  if (!(error instanceof QmpBrokenError)) {
    if (!(error instanceof Error)) return error;
    const step = error instanceof QmpError ? error.command : "answers";
    return new ProbeError(`"${run.path}": ${error.message}`, { kind: "answer", step, stderr: process.stderr() }, {
      cause: error,
    });
  }
  // What it says last, and how it ended, come a moment after its output.
  const settled = new AbortController();
  if (error.kind === "closed") {
    const patience = host.clock.sleep(LAST_MOMENTS_MS, { signal: settled.signal }).catch(() => {});
    await Promise.race([process.status, patience]);
  }
  settled.abort();
  process.kill("SIGKILL");
  const status = await process.status;
  await breathe();
  return describeBrokenRun(error, {
    path: run.path,
    greeted: client.greeted,
    unanswered: client.unanswered,
    stderr: process.stderr(),
    status,
    late: late.aborted,
    deadlineMs: run.deadlineMs,
  });
}

/** Lets a last piece of standard error, which is in the pipe already, arrive. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function cleanUp(
  host: Host,
  { process, client, directory }: {
    readonly process: ExecProcess;
    readonly client: QmpClient;
    readonly directory: string;
  },
): Promise<void> {
  await client[Symbol.asyncDispose]();
  await process[Symbol.asyncDispose]();
  await host.files.remove(directory, { recursive: true });
}
