/**
 * What is known of the emulators, for people.
 *
 * @module
 */

import type { EmulatorState } from "../drivers/contract.ts";
import type { Terminal } from "./terminal.ts";
import { formatTable } from "./text_table.ts";

const HEAD = ["ARCH", "BINARY", "VERSION", "ACCELERATORS", "MACHINES", "TIME", "STATE"] as const;

/** Gives the table, the emulators in the order they are handed over. */
export function formatEmulators(states: readonly EmulatorState[], terminal: Pick<Terminal, "paint">): string {
  const table = formatTable(HEAD, states.map(emulatorRow));
  const [head = "", ...lines] = table.trimEnd().split("\n");
  const painted = lines.map((line, index) => {
    const state = states[index];
    if (state?.state === "failed") return terminal.paint("red", line);
    return state?.partial ? terminal.paint("yellow", line) : line;
  });
  return [terminal.paint("bold", head), ...painted].map((line) => `${line}\n`).join("");
}

/** Gives the closing line: how many, how many of them were known, how long it took. */
export function summariseEmulators(states: readonly EmulatorState[], elapsedMs: number): string {
  const count = (test: (state: EmulatorState) => boolean): number => states.filter(test).length;
  const failed = count(({ state }) => state === "failed");
  const cached = count(({ state, cached }) => state === "ready" && cached === true);
  const probed = count(({ state, cached }) => state === "ready" && cached !== true);
  const parts = [`${probed} probed`, `${cached} from the cache`, ...(failed > 0 ? [`${failed} failed`] : [])];
  const noun = states.length === 1 ? "emulator" : "emulators";
  return `\n${states.length} ${noun}: ${parts.join(", ")}; ${formatDuration(elapsedMs)}\n`;
}

/** Gives a duration for people: `35 ms`, `1.2 s`, `3 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function emulatorRow(state: EmulatorState): string[] {
  return [
    state.arch ?? "-",
    state.path,
    state.version ?? "-",
    state.accelerators?.join(" ") || "-",
    state.machineCount === undefined ? "-" : `${state.machineCount}`,
    state.durationMs === undefined ? "-" : formatDuration(state.durationMs),
    stateWords(state),
  ];
}

function stateWords(state: EmulatorState): string {
  const partial = state.partial ? ", partial" : "";
  if (state.state === "failed") return `failed: ${state.error?.step ?? "unknown step"}`;
  if (state.state !== "ready") return state.state;
  if (state.cached) return `cached${partial}`;
  return `probed: ${state.reason ?? "new"}${partial}`;
}
