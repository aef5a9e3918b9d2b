import {
  printable
} from "./chunk-ZIGGVUXN.js";
import {
  silentLog
} from "./chunk-26Q5ZKW6.js";

// src/cli/log.ts
var LEVELS = [
  "debug",
  "info",
  "warn",
  "error"
];
function terminalLog(terminal, options) {
  const least = LEVELS.indexOf(options.level);
  const write = (level, message, fields = {}) => {
    if (LEVELS.indexOf(level) < least) return;
    const time = new Date(options.clock.now()).toISOString();
    terminal.err(options.format === "json" ? formatJson({
      time,
      level,
      message
    }, fields) : formatText(level, message, fields));
  };
  return {
    debug: (message, fields) => write("debug", message, fields),
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields)
  };
}
var HeldLog = class {
  #held = [];
  debug(message, fields) {
    this.#held.push({
      level: "debug",
      message,
      fields
    });
  }
  info(message, fields) {
    this.#held.push({
      level: "info",
      message,
      fields
    });
  }
  warn(message, fields) {
    this.#held.push({
      level: "warn",
      message,
      fields
    });
  }
  error(message, fields) {
    this.#held.push({
      level: "error",
      message,
      fields
    });
  }
  /** Hands over what is worth it, and forgets everything. */
  release(log, isWorthIt) {
    for (const { level, message, fields } of this.#held.splice(0)) {
      if (isWorthIt(fields ?? {})) log[level](message, fields);
    }
  }
};
function formatText(level, message, fields = {}) {
  const facts = Object.entries(fields).filter(([, value]) => value !== void 0);
  const words = facts.map(([name, value]) => `${name}=${typeof value === "string" ? quoted(value) : value}`);
  const label = {
    debug: "debug: ",
    info: "",
    warn: "warning: ",
    error: "error: "
  }[level];
  return printable(`innkeeper: ${label}${message}${words.length > 0 ? ` (${words.join(" ")})` : ""}`);
}
function formatJson(head, fields = {}) {
  return JSON.stringify({
    ...head,
    ...fields,
    ...head
  });
}
function quoted(value) {
  return /^[\w./:@+-]+$/.test(value) ? value : JSON.stringify(value);
}

// src/cli/compose.ts
async function connect(context, options = {}) {
  const { terminal, signal } = context;
  const [{ openWith }, { drivers }, host, configuration] = await Promise.all([
    import("./open-BDTXKVS4.js"),
    import("./registry-REIZDJYM.js"),
    context.host(),
    context.configuration()
  ]);
  const uri = configuration.get("uri") || void 0;
  const log = options.silent ? silentLog : options.log ?? terminalLog(terminal, {
    level: "warn",
    format: "text",
    clock: host.clock
  });
  const connection = await openWith(uri, {
    drivers,
    host,
    log,
    signal,
    settings: driverSettings(configuration)
  });
  if (uri === void 0 && isStandIn(connection, drivers)) {
    log.warn(`No hypervisor was found on this host: the answers are those of ${connection.getUri()}, which is in memory`);
  }
  return connection;
}
function isStandIn(connection, drivers) {
  return drivers.some(({ id, standIn }) => standIn === true && id === connection.getDriver());
}
function driverSettings(configuration) {
  const workers = configuration.get("probe.workers");
  const user = configuration.get("probe.user");
  return {
    cacheDirectory: configuration.get("cache.directory"),
    probeDeadlineMs: configuration.get("probe.deadline") * 1e3,
    extraEmulators: configuration.get("probe.emulators"),
    ...workers === 0 ? {} : {
      probeWorkers: workers
    },
    ...user === "" ? {} : {
      probeUser: user
    }
  };
}

export {
  terminalLog,
  HeldLog,
  connect,
  isStandIn,
  driverSettings
};
