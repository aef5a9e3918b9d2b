/**
 * The account of a long run: how many inputs, in how many seconds, and whether memory grew on the way.
 *
 * @module
 */

import assert from "node:assert/strict";

/** Runs that are at least so long are accounted for. */
const LONG_RUN = 50_000;
/** What the process may hold more at the end than after the first tenth: collectors clear up when they like. */
const MOST_GROWTH = 256 * 1024 * 1024;

/** What is run. */
export interface Run {
  readonly name: string;
  readonly inputs: number;
  readonly seed: number;
}

/** An account that is open. */
export interface Account {
  /** Called for every input, with its number. */
  input(number: number): void;
  /** Prints the account; throws where memory grew. */
  close(): void;
}

/** Opens the account of a run; short ones have none. */
export function openAccount({ name, inputs, seed }: Run): Account {
  if (inputs < LONG_RUN) return { input: () => {}, close: () => {} };
  const started = performance.now();
  const tenth = Math.floor(inputs / 10);
  const memory: number[] = [];
  let slowest = 0;
  let last = started;
  return {
    input(number): void {
      const now = performance.now();
      slowest = Math.max(slowest, now - last);
      last = now;
      if (number % tenth === 0) memory.push(Deno.memoryUsage().rss);
    },
    close(): void {
      memory.push(Deno.memoryUsage().rss);
      const [first = 0, warm = first] = memory;
      const end = memory.at(-1) ?? first;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const mebibytes = memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(" ");
      console.log(
        `${name}: ${inputs} inputs from seed ${seed} in ${seconds} s, the slowest ${slowest.toFixed(0)} ms; ` +
          `memory at every tenth: ${mebibytes} MiB`,
      );
      assert.ok(end - warm < MOST_GROWTH, `${name}: memory grew from ${warm} to ${end} bytes`);
    },
  };
}
