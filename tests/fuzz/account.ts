/**
 * The account of a long run: how many inputs, in how many seconds, and whether memory grew on the way.
 *
 * What is held can be told from what was not yet cleared up only where the collector can be called: with
 * `--v8-flags=--expose-gc` growth is a failure; otherwise the memory of the process is printed, and nothing is held
 * against it.
 *
 * @module
 */

import assert from "node:assert/strict";

/** Runs that are at least so long are accounted for. */
const LONG_RUN = 50_000;
/** What may be held more at the end than after the first tenth. */
const MOST_GROWTH = 32 * 1024 * 1024;

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
  const memory: number[] = [];
  let slowest = 0;
  let last = started;
  return {
    input(number): void {
      const now = performance.now();
      slowest = Math.max(slowest, now - last);
      last = now;
      if (number < memory.length * inputs / 10) return;
      memory.push(heldBytes());
      last = performance.now();
    },
    close(): void {
      memory.push(heldBytes());
      const [first = 0, warm = first] = memory;
      const end = memory.at(-1) ?? first;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const mebibytes = memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(" ");
      console.log(
        `${name}: ${inputs} inputs from seed ${seed} in ${seconds} s, the slowest ${slowest.toFixed(0)} ms; ` +
          `${collect === undefined ? "memory of the process" : "memory held"} at every tenth: ${mebibytes} MiB`,
      );
      if (collect !== undefined) {
        assert.ok(end - warm < MOST_GROWTH, `${name}: memory grew from ${warm} to ${end} bytes`);
      }
    },
  };
}

const { gc: collect } = globalThis as { readonly gc?: () => void };

function heldBytes(): number {
  if (collect === undefined) return Deno.memoryUsage().rss;
  collect();
  // Buffers outside the heap are those of the hypervisor of the moment, with what is in its volumes.
  return Deno.memoryUsage().heapUsed;
}
