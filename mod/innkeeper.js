import {
  COMMANDS,
  GLOBAL_OPTIONS,
  findCommand
} from "./chunk-C6WYMJRP.js";
import {
  optionValue,
  parseArguments
} from "./chunk-WEFXCVXR.js";
import "./chunk-3H6TZ6VI.js";
import {
  UsageError,
  describeError,
  exitCodeOf
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/run_command_line.ts
async function runCommandLine(words, options) {
  const { terminal } = options;
  const before = parseArguments(words, {
    program: "innkeeper",
    options: GLOBAL_OPTIONS
  });
  const [name] = before.positionals;
  if (name === void 0) {
    if (before.switches.has("version")) return await runVersion(before, options);
    if (before.switches.has("check-config")) {
      return await checkConfiguration(makeContext(before, GLOBAL_OPTIONS, options));
    }
    const { programHelp } = await import("./help-WTJVNLAY.js");
    if (before.switches.has("help")) {
      terminal.out(programHelp());
      return EXIT.ok;
    }
    terminal.err(`${programHelp()}
innkeeper: a command is missing`);
    return EXIT.usage;
  }
  const { entry, rest } = findCommand(before.positionals);
  const command = await entry.load();
  const specs = [
    ...command.options,
    ...GLOBAL_OPTIONS
  ];
  const asked = rest.includes("--help") || rest.includes("-h") || before.switches.has("help");
  if (asked && !isAfterDashes(rest)) return await explain(entry, command, terminal);
  const after = parseArguments(rest, {
    program: `innkeeper ${entry.name}`,
    options: specs,
    positionals: command.positionals
  });
  const parsed = merge(before, after);
  if (parsed.switches.has("version")) return await runVersion(parsed, options);
  const context = makeContext(parsed, specs, options);
  if (parsed.switches.has("check-config")) return await checkConfiguration(context);
  return await command.run(context);
}
function isAfterDashes(words) {
  const dashes = words.indexOf("--");
  return dashes >= 0 && !words.slice(0, dashes).some((word) => word === "--help" || word === "-h");
}
async function explain(entry, command, terminal) {
  const { commandHelp } = await import("./help-WTJVNLAY.js");
  terminal.out(commandHelp(entry, command));
  return EXIT.ok;
}
async function runVersion(parsed, options) {
  const command = await COMMANDS.find((entry) => entry.name === "version")?.load();
  return await command?.run(makeContext(parsed, GLOBAL_OPTIONS, options)) ?? EXIT.failure;
}
async function checkConfiguration(context) {
  const { checkConfiguration: checkConfiguration2 } = await import("./check-EVYE3DSW.js");
  return await checkConfiguration2(context);
}
function merge(before, after) {
  const values = new Map(before.values);
  for (const [name, given] of after.values) values.set(name, [
    ...values.get(name) ?? [],
    ...given
  ]);
  return {
    values,
    switches: /* @__PURE__ */ new Set([
      ...before.switches,
      ...after.switches
    ]),
    positionals: after.positionals
  };
}
function makeContext(parsed, specs, { terminal, signal, build }) {
  let host;
  let configuration;
  const context = {
    arguments: parsed,
    terminal,
    signal,
    build,
    host: () => host ??= loadHost(),
    configuration: () => configuration ??= readConfiguration(context, specs)
  };
  return context;
}
async function loadHost() {
  const { denoHost } = await import("./deno_host-DEAKHCHQ.js");
  return denoHost();
}
async function readConfiguration(context, specs) {
  const { loadConfiguration } = await import("./configuration-UXDCYE4L.js");
  const file = optionValue(context.arguments, "config");
  const options = settingsOf(context.arguments, specs);
  return await loadConfiguration(await context.host(), file === void 0 ? {
    options
  } : {
    options,
    file
  });
}
function settingsOf(parsed, specs) {
  const settings = [];
  for (const text of parsed.values.get("set") ?? []) {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`Option "--set" takes KEY=VALUE, but got "${text}"`);
    settings.push({
      key: text.slice(0, equals),
      text: text.slice(equals + 1),
      option: "--set"
    });
  }
  for (const { name, setting } of specs) {
    const text = optionValue(parsed, name);
    if (setting !== void 0 && text !== void 0) settings.push({
      key: setting,
      text,
      option: `--${name}`
    });
  }
  return settings;
}

// src/cli/runtime_version.ts
var OLDEST_DENO = "2.8.1";
var OLDEST_EMBEDDED_DENO = "2.7.11";
function checkRuntime(version, standalone) {
  const oldest = standalone ? OLDEST_EMBEDDED_DENO : OLDEST_DENO;
  if (compareVersions(version, oldest) >= 0) return void 0;
  return `Deno ${version} is too old for this program, which needs ${oldest} or newer: run it with npx -y deno@2.9.6`;
}
function compareVersions(left, right) {
  const [lefts, rights] = [
    numbersOf(left),
    numbersOf(right)
  ];
  for (let part = 0; part < 3; part++) {
    const difference = (lefts[part] ?? 0) - (rights[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function numbersOf(version) {
  return (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
}

// src/cli/terminal.ts
var OutputClosedError = class extends Error {
  constructor(options) {
    super("Standard output was closed by its reader", options);
    this.name = "OutputClosedError";
  }
};
var STYLE_CODES = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  cyan: 36
};
function processTerminal() {
  return new ProcessTerminal();
}
var ProcessTerminal = class {
  #encoder = new TextEncoder();
  #progress = "";
  get outIsTerminal() {
    return Deno.stdout.isTerminal();
  }
  get errIsTerminal() {
    return Deno.stderr.isTerminal();
  }
  get columns() {
    try {
      return Deno.consoleSize().columns || 80;
    } catch {
      return 80;
    }
  }
  out(text) {
    this.progress("");
    try {
      writeAll(Deno.stdout, this.#encoder.encode(text));
    } catch (error) {
      if (error instanceof Deno.errors.BrokenPipe) throw new OutputClosedError({
        cause: error
      });
      throw error;
    }
  }
  err(text) {
    const shown = this.#progress;
    this.progress("");
    this.#writeErr(`${text}
`);
    this.progress(shown);
  }
  paint(style, text) {
    if (!this.outIsTerminal || Deno.env.get("NO_COLOR") || Deno.env.get("TERM") === "dumb") return text;
    return `\x1B[${STYLE_CODES[style]}m${text}\x1B[0m`;
  }
  progress(text) {
    if (text === this.#progress || !this.errIsTerminal || Deno.env.get("TERM") === "dumb") return;
    const line = text.slice(0, this.columns - 1);
    this.#writeErr(`\r${line}\x1B[K`);
    this.#progress = text;
  }
  /** What cannot be said any more is not worth failing for. */
  #writeErr(text) {
    try {
      writeAll(Deno.stderr, this.#encoder.encode(text));
    } catch (error) {
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    }
  }
};
function writeAll(stream, bytes) {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += stream.writeSync(bytes.subarray(done));
    } catch (error) {
      if (!(error instanceof Deno.errors.WouldBlock)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

// src/cli/program.ts
var CLEAN_UP_MS = 5e3;
async function runProgram(build) {
  const terminal = processTerminal();
  const problem = checkRuntime(Deno.version.deno, Deno.build.standalone);
  if (problem !== void 0) {
    terminal.err(`innkeeper: ${problem}`);
    Deno.exit(EXIT.failure);
  }
  const stop = new AbortController();
  listenForSignals(stop);
  reportStrays(terminal);
  let code;
  try {
    code = await runCommandLine(Deno.args, {
      terminal,
      signal: stop.signal,
      build
    });
  } catch (error) {
    terminal.progress("");
    code = failureCode(error, stop.signal, terminal);
  }
  terminal.progress("");
  Deno.exit(code);
}
function failureCode(error, signal, terminal) {
  if (error instanceof OutputClosedError) return EXIT.outputClosed;
  if (signal.aborted) return signal.reason instanceof StoppedBySignal ? signal.reason.exitCode : EXIT.interrupted;
  terminal.err(`innkeeper: ${describeError(error)}`);
  return exitCodeOf(error);
}
var StoppedBySignal = class extends Error {
  exitCode;
  constructor(signal, exitCode) {
    super(`Stopped by ${signal}`);
    this.name = "AbortError";
    this.exitCode = exitCode;
  }
};
function listenForSignals(stop) {
  const codes = [
    [
      "SIGINT",
      EXIT.interrupted
    ],
    [
      "SIGTERM",
      EXIT.terminated
    ]
  ];
  for (const [signal, exitCode] of codes) {
    if (Deno.build.os === "windows" && signal === "SIGTERM") continue;
    Deno.addSignalListener(signal, () => {
      if (stop.signal.aborted) Deno.exit(exitCode);
      stop.abort(new StoppedBySignal(signal, exitCode));
      Deno.unrefTimer(setTimeout(() => Deno.exit(exitCode), CLEAN_UP_MS));
    });
  }
}
function reportStrays(terminal) {
  const report = (event, thrown) => {
    event.preventDefault();
    terminal.progress("");
    terminal.err(`innkeeper: internal error: ${describeError(thrown)}`);
    Deno.exit(exitCodeOf(thrown));
  };
  globalThis.addEventListener("unhandledrejection", (event) => report(event, event.reason));
  globalThis.addEventListener("error", (event) => report(event, event.error));
}

// dist/prof/innkeeper.ts
await runProgram({
  "commit": "x",
  "date": "x",
  "target": "x"
});
