/**
 * Programs that a test scripts: either a finished result, or a function with the pipes in its hands.
 *
 * @module
 */

import type { Exec, ExecCommand, ExecProcess, ExecResult } from "../../src/host/host.ts";
import type { FakeClock } from "./fake_clock.ts";
import { systemError } from "./fake_faults.ts";

/** What a scripted program holds. */
export interface FakeProgramIo {
  readonly command: ExecCommand;
  readonly pid: number;
  readonly stdin: ReadableStream<Uint8Array>;
  /** Writes to standard output; fails once the reader has gone. */
  write(data: string | Uint8Array): Promise<void>;
  writeError(text: string): void;
  /** Aborted when the program is killed, with the signal's name as reason. */
  readonly killed: AbortSignal;
  /** Never ends but by being killed. */
  hang(): Promise<never>;
}

/** A scripted program; what it returns is its exit code (nothing: 0). */
export type FakeProgram = (io: FakeProgramIo) => Promise<number | void> | number | void;

/** What running a program gives: part of a result, or a program. */
export type FakeAnswer = Partial<ExecResult> | FakeProgram;

/** The programs there are, and a transcript of what was run. */
export class FakeExec implements Exec {
  /** Every command in its order. */
  readonly calls: ExecCommand[] = [];
  readonly #clock: FakeClock;
  readonly #answers: { readonly argv: readonly string[]; readonly answer: FakeAnswer }[] = [];
  #lastPid = 1000;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** Answers commands that begin with these words; of several that fit the longest counts, then the newest. */
  on(argv: string | readonly string[], answer: FakeAnswer): this {
    this.#answers.unshift({ argv: typeof argv === "string" ? [argv] : argv, answer });
    return this;
  }

  async run(command: ExecCommand, options?: {
    deadlineMs?: number;
    input?: string;
    signal?: AbortSignal;
    outputLimit?: number;
  }): Promise<ExecResult> {
    options?.signal?.throwIfAborted();
    const answer = this.#find(command);
    if (typeof answer !== "function") {
      return { code: 0, stdout: "", stderr: "", timedOut: false, ...answer };
    }
    await using process = this.#start(command, answer);
    const over = new AbortController();
    let timedOut = false;
    const deadline = this.#clock.sleep(options?.deadlineMs ?? 10_000, { signal: over.signal }).then(() => {
      timedOut = true;
      process.kill("SIGKILL");
    }, () => {});
    const abort = (): void => process.kill("SIGKILL");
    options?.signal?.addEventListener("abort", abort, { once: true });
    const feeding = feed(process.stdin, options?.input ?? "");
    const [status, stdout] = await Promise.all([process.status, collect(process.stdout, options?.outputLimit)]);
    over.abort();
    options?.signal?.removeEventListener("abort", abort);
    await Promise.all([deadline, feeding]);
    options?.signal?.throwIfAborted();
    return { ...status, stdout, stderr: process.stderr(), timedOut };
  }

  spawn(command: ExecCommand): Promise<ExecProcess> {
    return Promise.resolve().then(() => {
      const answer = this.#find(command);
      return this.#start(command, typeof answer === "function" ? answer : resultProgram(answer));
    });
  }

  #find(command: ExecCommand): FakeAnswer {
    this.calls.push(command);
    const fitting = this.#answers.filter(({ argv }) => argv.every((word, index) => word === command.argv[index]));
    const best = fitting.sort((a, b) => b.argv.length - a.argv.length)[0];
    if (best) return best.answer;
    throw new Error(`Cannot run "${command.argv[0]}": no such program in the fake host`, {
      cause: systemError("ENOENT", `spawn '${command.argv.join(" ")}'`),
    });
  }

  #start(command: ExecCommand, program: FakeProgram): FakeProcess {
    return new FakeProcess(command, program, ++this.#lastPid);
  }
}

class FakeProcess implements ExecProcess {
  readonly pid: number;
  readonly stdin: WritableStream<Uint8Array>;
  readonly stdout: ReadableStream<Uint8Array>;
  readonly status: Promise<{ readonly code: number; readonly signal?: string }>;
  readonly #killed = new AbortController();
  #stderr = "";

  constructor(command: ExecCommand, program: FakeProgram, pid: number) {
    this.pid = pid;
    const input = new TransformStream<Uint8Array, Uint8Array>(undefined, { highWaterMark: 64 });
    const output = new TransformStream<Uint8Array, Uint8Array>(undefined, { highWaterMark: 1024 });
    this.stdin = input.writable;
    this.stdout = output.readable;
    const writer = output.writable.getWriter();
    const killed = this.#killed.signal;
    const death = new Promise<never>((_, reject) => {
      killed.addEventListener("abort", () => reject(killed.reason), { once: true });
    });
    death.catch(() => {});
    const io: FakeProgramIo = {
      command,
      pid,
      stdin: input.readable,
      killed,
      write: (data) => writer.write(typeof data === "string" ? new TextEncoder().encode(data) : data),
      writeError: (text) => {
        this.#stderr = (this.#stderr + text).slice(-65536);
      },
      hang: () => death,
    };
    this.status = this.#run(io, program, death).finally(async () => {
      await writer.close().catch(() => {});
      if (!input.readable.locked) await input.readable.cancel().catch(() => {});
    });
    this.status.catch(() => {});
  }

  stderr(): string {
    return this.#stderr;
  }

  kill(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): void {
    this.#killed.abort(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill("SIGKILL");
    await this.status;
    if (!this.stdin.locked) await this.stdin.abort().catch(() => {});
    if (!this.stdout.locked) await this.stdout.cancel().catch(() => {});
  }

  async #run(
    io: FakeProgramIo,
    program: FakeProgram,
    death: Promise<never>,
  ): Promise<{ readonly code: number; readonly signal?: string }> {
    try {
      const code = await Promise.race([Promise.resolve().then(() => program(io)), death]);
      return { code: code ?? 0 };
    } catch (error) {
      if (!io.killed.aborted) throw error;
      return { code: io.killed.reason === "SIGTERM" ? 143 : 137, signal: String(io.killed.reason) };
    }
  }
}

function resultProgram(result: Partial<ExecResult>): FakeProgram {
  return async (io) => {
    if (result.stderr) io.writeError(result.stderr);
    if (result.stdout) await io.write(result.stdout);
    return result.code ?? 0;
  };
}

async function feed(stdin: WritableStream<Uint8Array>, input: string): Promise<void> {
  const writer = stdin.getWriter();
  try {
    if (input !== "") await writer.write(new TextEncoder().encode(input));
    await writer.close();
  } catch {
    // The program did not want all of it.
  }
}

async function collect(stream: ReadableStream<Uint8Array>, limit = 16 * 1024 * 1024): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return (text + decoder.decode()).slice(0, limit);
}
