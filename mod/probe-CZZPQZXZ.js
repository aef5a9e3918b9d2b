import {
  formatEmulators,
  summariseEmulators
} from "./chunk-4VS4AHKK.js";
import {
  HeldLog,
  connect,
  terminalLog
} from "./chunk-L7F77KUE.js";
import {
  printable
} from "./chunk-ZIGGVUXN.js";
import {
  CliError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/probe.ts
var command = {
  options: [
    {
      name: "refresh",
      doc: "Probe again, whatever is known already"
    },
    {
      name: "json",
      doc: "Print JSON: an array with one object for each emulator"
    }
  ],
  positionals: [
    {
      name: "EMULATOR",
      repeat: true,
      doc: "only these, by their paths"
    }
  ],
  details: [
    "Starts every emulator of this host that is not known yet, or whose answers no longer hold, without a guest, asks it what it can do, and keeps the answers. What is known and still holds is shown without starting anything.",
    "STATE says whether an answer was known (cached) and otherwise why the emulator was probed. Some part of the answers is missing where it says partial. The exit code is 6 when an emulator could not be probed."
  ],
  examples: [
    {
      line: "innkeeper probe",
      does: "show what the emulators of this host can do"
    },
    {
      line: "innkeeper probe --refresh",
      does: "ask them all again"
    }
  ],
  run
};
async function run(context) {
  const { arguments: { switches, positionals }, terminal } = context;
  const held = new HeldLog();
  await using connection = await connect(context, {
    log: held
  });
  const started = performance.now();
  const states = await probeAll(connection, context);
  const elapsedMs = performance.now() - started;
  held.release(terminalLog(terminal, {
    level: "warn",
    format: "text",
    clock: (await context.host()).clock
  }), ({ key }) => !states.some(({ path, state }) => state === "failed" && path === key));
  const missing = positionals.filter((path) => !states.some((state) => state.path === path));
  if (switches.has("json")) terminal.out(`${JSON.stringify(states, null, 2)}
`);
  else if (states.length > 0) {
    terminal.out(formatEmulators(states, terminal) + summariseEmulators(states, elapsedMs));
  }
  if (missing.length > 0) {
    throw new CliError(`Cannot probe "${missing[0]}": it is no emulator that ${connection.getUri()} knows`, EXIT.notFound);
  }
  if (states.length === 0) {
    throw new CliError(`${connection.getUri()} has no emulators here: install one, or name one in probe.emulators; see "innkeeper doctor"`, EXIT.notFound);
  }
  const failed = states.filter((state) => state.state === "failed");
  for (const { path, error } of failed) {
    terminal.err(`innkeeper: Cannot probe ${path}: ${describeFailure(error)}`);
  }
  return failed.length > 0 ? EXIT.attention : EXIT.ok;
}
async function probeAll(connection, context) {
  const { arguments: { switches, positionals }, terminal, signal } = context;
  const total = positionals.length || (await connection.listEmulators({
    signal
  })).length;
  const states = /* @__PURE__ */ new Map();
  const selection = positionals.length > 0 ? {
    emulators: positionals
  } : {};
  terminal.progress(`Probing ${total} emulators`);
  for await (const state of connection.probe({
    force: switches.has("refresh"),
    signal,
    ...selection
  })) {
    states.delete(state.path);
    states.set(state.path, state);
    const ended = [
      ...states.values()
    ].filter(({ state: state2 }) => state2 === "ready" || state2 === "failed").length;
    terminal.progress(`Probing ${ended}/${total} ${printable(state.path)}`);
  }
  terminal.progress("");
  signal.throwIfAborted();
  return [
    ...states.values()
  ];
}
function describeFailure(error) {
  if (error === void 0) return "it gave no reason";
  const said = error.stderr?.trim().split("\n").at(-1);
  const printed = said && !error.message.includes(said) ? `; it printed: ${said}` : "";
  return printable(`${error.step}: ${error.message}${printed}`);
}
export {
  command
};
