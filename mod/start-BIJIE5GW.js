import {
  aborted,
  makeToken,
  serveOrExplain,
  startAgent
} from "./chunk-P26LETJF.js";
import "./chunk-3UIUTLYF.js";
import {
  parseLoopback
} from "./chunk-IPCQ7EBV.js";
import {
  formatEmulators,
  summariseEmulators
} from "./chunk-4VS4AHKK.js";
import "./chunk-QSHZ7BZH.js";
import "./chunk-CFP7OHTS.js";
import "./chunk-5KWKTSO6.js";
import {
  driverSettings,
  isStandIn,
  terminalLog
} from "./chunk-L7F77KUE.js";
import "./chunk-ZIGGVUXN.js";
import "./chunk-3H6TZ6VI.js";
import "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-N47KABA3.js";
import "./chunk-375IGCM2.js";
import {
  drivers
} from "./chunk-ZLS2SH4M.js";
import "./chunk-TISH7ZDI.js";
import {
  deno_default
} from "./chunk-Y7NETJHG.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-7X5P3HIZ.js";
import "./chunk-HQZ27YEO.js";
import "./chunk-PJ3YIBAN.js";
import "./chunk-33PIS4WT.js";
import "./chunk-6S2T734L.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/commands/start.ts
var DEFAULT_ADDRESS = {
  hostname: "127.0.0.1",
  port: 8642
};
var PATIENCE_MS = 36e5;
var command = {
  options: [
    {
      name: "listen",
      value: "ADDRESS:PORT",
      setting: "agent.listen",
      doc: "Serve this loopback address; otherwise 127.0.0.1:8642, or a free port"
    }
  ],
  positionals: [],
  details: [
    "Looks for the hypervisors of this host; where there is none, one in memory stands in. Prints an address with a token made for this run, which opens the page in a browser. Runs until Ctrl-C. For a service use innkeeper agent."
  ],
  examples: [],
  run
};
async function run(context) {
  const { terminal, signal } = context;
  const [host, configuration] = await Promise.all([
    context.host(),
    context.configuration()
  ]);
  const log = terminalLog(terminal, {
    level: "warn",
    format: "text",
    clock: host.clock
  });
  const uri = configuration.get("uri");
  const started = host.clock.monotonic();
  await using agent = startAgent({
    host,
    drivers,
    log,
    settings: driverSettings(configuration),
    revalidateMs: configuration.get("agent.revalidate") * 1e3,
    ...uri === "" ? {} : {
      uri
    }
  });
  const token = makeToken(host);
  await using server = await serve({
    agent,
    log,
    token,
    listen: configuration.get("agent.listen")
  });
  terminal.out(`Innkeeper ${deno_default.version} looks at this host. Open this address in a browser:

  ${terminal.paint("cyan", `${server.url}?token=${token}`)}

Press Ctrl-C to stop.
`);
  await agent.settled(PATIENCE_MS, {
    signal
  });
  if (!signal.aborted) await report(context, agent, host.clock.monotonic() - started);
  await aborted(signal);
  return EXIT.ok;
}
async function serve({ agent, log, token, listen }) {
  const chosen = parseLoopback(listen);
  const start = (address) => serveOrExplain({
    agent,
    version: deno_default.version,
    tcp: {
      ...address,
      token
    },
    log
  });
  if (chosen !== void 0) return await start(chosen);
  try {
    return await start(DEFAULT_ADDRESS);
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof Deno.errors.AddrInUse)) throw error;
    return await start({
      ...DEFAULT_ADDRESS,
      port: 0
    });
  }
}
async function report({ terminal, signal }, agent, elapsedMs) {
  const watches = await agent.watches();
  for (const watch of watches) {
    terminal.out(`
${watch.uri}
`);
    const emulators = await watch.emulators({
      signal
    });
    if (emulators.length > 0) {
      terminal.out(formatEmulators(emulators, terminal) + summariseEmulators(emulators, elapsedMs));
    }
  }
  if (watches.length > 0 && watches.every((watch) => isStandIn(watch.connection, drivers))) {
    terminal.out("\nNo hypervisor was found on this host; this one is in memory. See: innkeeper doctor\n");
  }
}
export {
  command
};
