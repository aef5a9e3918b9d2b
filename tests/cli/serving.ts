/**
 * A program that runs until it is stopped, and what it says meanwhile.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { CliHome, RunOptions } from "./run_innkeeper.ts";

/** A process that serves, and what it has said so far. */
export interface Serving extends AsyncDisposable {
  readonly process: Deno.ChildProcess;
  /** The first match on either stream. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** What it wrote to standard error. */
  stderr(): string;
  stop(signal?: Deno.Signal): Promise<number>;
}

/** Starts the program, which is killed at the end of the block. */
export function serve(home: CliHome, args: readonly string[], options?: RunOptions): Serving {
  const process = home.start(args, options);
  const said = { out: "", err: "" };
  let wake = Promise.withResolvers<void>();
  const follow = async (stream: ReadableStream<Uint8Array>, name: "out" | "err"): Promise<void> => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      said[name] += text;
      wake.resolve();
      wake = Promise.withResolvers();
    }
    wake.resolve();
  };
  const done = Promise.all([follow(process.stdout, "out"), follow(process.stderr, "err")]);
  let ended = false;
  const status = process.status.finally(() => ended = true);
  const stop = async (signal: Deno.Signal = "SIGTERM"): Promise<number> => {
    if (!ended) process.kill(signal);
    const { code } = await status;
    await done;
    return code;
  };
  return {
    process,
    stderr: () => said.err,
    stop,
    says: async (pattern) => {
      while (true) {
        const match = pattern.exec(said.out) ?? pattern.exec(said.err);
        if (match !== null) return match;
        if (ended) assert.fail(`It ended without saying ${pattern}: ${said.out}${said.err}`);
        await Promise.race([wake.promise, status]);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await stop("SIGKILL");
    },
  };
}
