/**
 * Running programs: an argument array, a process group of its own, a deadline, bounded output.
 *
 * @module
 */

import { OutputHead, OutputTail } from "./deno_host_output.ts";
import type { Exec, ExecCommand, ExecProcess, ExecResult } from "./host.ts";

const DEFAULT_DEADLINE = 10_000;
const DEFAULT_OUTPUT = 16 * 1024 * 1024;
const STDERR_TAIL = 64 * 1024;

/** Programs of this machine. */
export function denoExec(): Exec {
  return { run, spawn: (command) => Promise.resolve().then(() => new DenoProcess(start(command, "piped"))) };
}

async function run(command: ExecCommand, options?: {
  deadlineMs?: number;
  input?: string;
  signal?: AbortSignal;
  outputLimit?: number;
}): Promise<ExecResult> {
  options?.signal?.throwIfAborted();
  const child = start(command, options?.input === undefined ? "null" : "piped");
  const limit = options?.outputLimit ?? DEFAULT_OUTPUT;
  const stdout = new OutputHead(child.stdout, limit);
  const stderr = new OutputTail(child.stderr, limit);
  let timedOut = false;
  let running = true;
  function stop(): void {
    // A grandchild in another group may keep the pipes open after the group is gone.
    if (running) killGroup(child, "SIGKILL");
    stdout.cancel();
    stderr.cancel();
  }
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, options?.deadlineMs ?? DEFAULT_DEADLINE);
  options?.signal?.addEventListener("abort", stop, { once: true });
  try {
    const fed = options?.input === undefined ? undefined : feed(child.stdin, options.input);
    const [status] = await Promise.all([child.status, stdout.done, stderr.done, fed]);
    running = false;
    options?.signal?.throwIfAborted();
    return {
      code: status.code,
      ...(status.signal === null ? {} : { signal: status.signal }),
      stdout: stdout.text(),
      stderr: stderr.text(),
      timedOut,
    };
  } finally {
    clearTimeout(timer);
    options?.signal?.removeEventListener("abort", stop);
  }
}

function start(command: ExecCommand, stdin: "piped" | "null"): Deno.ChildProcess {
  const [program, ...args] = command.argv;
  try {
    return new Deno.Command(program, {
      args,
      stdin,
      stdout: "piped",
      stderr: "piped",
      detached: true,
      ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
      ...(command.env === undefined ? {} : { env: { ...command.env } }),
      ...(command.clearEnv === undefined ? {} : { clearEnv: command.clearEnv }),
      ...(command.uid === undefined ? {} : { uid: command.uid }),
      ...(command.gid === undefined ? {} : { gid: command.gid }),
    }).spawn();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot run "${program}": ${reason}`, { cause });
  }
}

async function feed(stdin: WritableStream<Uint8Array>, input: string): Promise<void> {
  const writer = stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  } catch {
    // A program may end without reading all of its input; its status says whether that was wrong.
    await writer.abort().catch(() => {});
  }
}

/** Signals the group; a group that is gone is what was wanted. */
function killGroup(child: Deno.ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    Deno.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) return;
    // Signalling a group needs the right to run anything; our own child may always be signalled.
    try {
      child.kill(signal);
    } catch {
      return;
    }
  }
}

class DenoProcess implements ExecProcess {
  readonly pid: number;
  readonly stdin: WritableStream<Uint8Array>;
  readonly stdout: ReadableStream<Uint8Array>;
  readonly status: Promise<{ readonly code: number; readonly signal?: string }>;
  readonly #child: Deno.ChildProcess;
  readonly #stderr: OutputTail;
  /** The pipes' own ends: whoever holds a lock on ours, these can be closed. */
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #output: ReadableStreamDefaultReader<Uint8Array>;
  #ended = false;

  constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.pid = child.pid;
    this.#input = child.stdin.getWriter();
    this.#output = child.stdout.getReader();
    this.stdin = writableOf(this.#input);
    this.stdout = readableOf(this.#output);
    this.#stderr = new OutputTail(child.stderr, STDERR_TAIL);
    this.status = this.#watch();
  }

  stderr(): string {
    return this.#stderr.text();
  }

  kill(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): void {
    if (!this.#ended) killGroup(this.#child, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill("SIGKILL");
    await this.status;
    this.#stderr.cancel();
    await this.#stderr.done;
    await closeQuietly(this.#input.abort());
    await closeQuietly(this.#output.cancel());
  }

  async #watch(): Promise<{ readonly code: number; readonly signal?: string }> {
    const { code, signal } = await this.#child.status;
    // What it leaves behind in its group ends with it, while the group's number is still its own.
    killGroup(this.#child, "SIGKILL");
    this.#ended = true;
    return signal === null ? { code } : { code, signal };
  }
}

function writableOf(writer: WritableStreamDefaultWriter<Uint8Array>): WritableStream<Uint8Array> {
  return new WritableStream({
    write: (chunk) => writer.write(chunk),
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
}

function readableOf(reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller): Promise<void> {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}

async function closeQuietly(closing: Promise<void>): Promise<void> {
  try {
    await closing;
  } catch {
    // Already closed or broken: either way there is nothing left to close.
  }
}
