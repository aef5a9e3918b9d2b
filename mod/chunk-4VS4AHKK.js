import {
  formatTable
} from "./chunk-ZIGGVUXN.js";

// src/cli/emulator_table.ts
var HEAD = [
  "ARCH",
  "BINARY",
  "VERSION",
  "ACCELERATORS",
  "MACHINES",
  "TIME",
  "STATE"
];
function formatEmulators(states, terminal) {
  const table = formatTable(HEAD, states.map(emulatorRow));
  const [head = "", ...lines] = table.trimEnd().split("\n");
  const painted = lines.map((line, index) => {
    const state = states[index];
    if (state?.state === "failed") return terminal.paint("red", line);
    return state?.partial ? terminal.paint("yellow", line) : line;
  });
  return [
    terminal.paint("bold", head),
    ...painted
  ].map((line) => `${line}
`).join("");
}
function summariseEmulators(states, elapsedMs) {
  const count = (test) => states.filter(test).length;
  const failed = count(({ state }) => state === "failed");
  const cached = count(({ state, cached: cached2 }) => state === "ready" && cached2 === true);
  const probed = count(({ state, cached: cached2 }) => state === "ready" && cached2 !== true);
  const parts = [
    `${probed} probed`,
    `${cached} from the cache`,
    ...failed > 0 ? [
      `${failed} failed`
    ] : []
  ];
  const noun = states.length === 1 ? "emulator" : "emulators";
  return `
${states.length} ${noun}: ${parts.join(", ")}; ${formatDuration(elapsedMs)}
`;
}
function formatDuration(milliseconds) {
  if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 6e4) return `${(milliseconds / 1e3).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1e3);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function emulatorRow(state) {
  return [
    state.arch ?? "-",
    state.path,
    state.version ?? "-",
    state.accelerators?.join(" ") || "-",
    state.machineCount === void 0 ? "-" : `${state.machineCount}`,
    state.durationMs === void 0 ? "-" : formatDuration(state.durationMs),
    stateWords(state)
  ];
}
function stateWords(state) {
  const partial = state.partial ? ", partial" : "";
  if (state.state === "failed") return `failed: ${state.error?.step ?? "unknown step"}`;
  if (state.state !== "ready") return state.state;
  if (state.cached) return `cached${partial}`;
  return `probed: ${state.reason ?? "new"}${partial}`;
}

export {
  formatEmulators,
  summariseEmulators
};
