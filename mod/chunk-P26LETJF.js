import {
  detectDrivers
} from "./chunk-3UIUTLYF.js";
import {
  parseLoopback
} from "./chunk-IPCQ7EBV.js";
import {
  formatCapabilities
} from "./chunk-QSHZ7BZH.js";
import {
  formatDomainCapabilities
} from "./chunk-CFP7OHTS.js";
import {
  driverSettings,
  terminalLog
} from "./chunk-L7F77KUE.js";
import {
  nearest
} from "./chunk-3H6TZ6VI.js";
import {
  CliError,
  ConfigError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import {
  openWith
} from "./chunk-N47KABA3.js";
import {
  drivers,
  toHex
} from "./chunk-ZLS2SH4M.js";
import {
  deno_default
} from "./chunk-Y7NETJHG.js";
import {
  silentLog
} from "./chunk-26Q5ZKW6.js";
import {
  answerProblem,
  problem,
  problemOf
} from "./chunk-PJ3YIBAN.js";
import {
  VirtError
} from "./chunk-33PIS4WT.js";

// src/agent/memory_keeper.ts
var QUIET_MS = 1500;
var SETTLE_MS = 500;
var GAP_MS = 3e4;
var MemoryKeeper = class {
  #host;
  #signal;
  #isBusy;
  #lastWork = 0;
  #notBefore = 0;
  #waiting;
  /** Does nothing until work is noted. */
  constructor({ host, signal, isBusy }) {
    this.#host = host;
    this.#signal = signal;
    this.#isBusy = isBusy;
  }
  /** Says that work was done just now; after much of it the memory is worth giving back soon. */
  noteWork(options = {}) {
    this.#lastWork = this.#host.clock.monotonic();
    if (options.much) this.#notBefore = 0;
    this.#waiting ??= this.#wait().finally(() => this.#waiting = void 0);
  }
  /** Waits until nothing waits for quiet any more. */
  async stopped() {
    await this.#waiting;
  }
  async #wait() {
    const { clock, native } = this.#host;
    while (!this.#signal.aborted) {
      if (this.#isBusy()) this.#lastWork = clock.monotonic();
      const left = Math.max(this.#lastWork + QUIET_MS, this.#notBefore) - clock.monotonic();
      if (left <= 0) {
        this.#notBefore = clock.monotonic() + GAP_MS;
        native.releaseMemory();
        await clock.sleep(SETTLE_MS, {
          signal: this.#signal
        }).catch(() => {
        });
        return native.releaseMemory();
      }
      await clock.sleep(left, {
        signal: this.#signal
      }).catch(() => {
      });
    }
  }
};

// src/base/metrics.ts
var Counter = class {
  #values = /* @__PURE__ */ new Map();
  /** Adds to the count of these labels. */
  add(labels = {}, amount = 1) {
    const key = formatLabels(labels);
    const row = this.#values.get(key);
    if (row === void 0) this.#values.set(key, {
      labels,
      value: amount
    });
    else row.value += amount;
  }
  /** The counts so far. */
  samples() {
    return [
      ...this.#values.values()
    ].map(({ labels, value }) => ({
      labels,
      value
    }));
  }
};
var Histogram = class {
  #bounds;
  #counts;
  #sum = 0;
  #count = 0;
  /** Takes the bounds in ascending order. */
  constructor(bounds) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }
  /** Takes one measurement in. */
  observe(value) {
    this.#sum += value;
    this.#count++;
    this.#bounds.forEach((bound, index) => {
      if (value <= bound) this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    });
  }
  /** The cumulative buckets, the sum and the count. */
  samples() {
    const buckets = this.#bounds.map((bound, index) => bucket(String(bound), this.#counts[index] ?? 0));
    return [
      ...buckets,
      bucket("+Inf", this.#count),
      {
        suffix: "_sum",
        value: this.#sum
      },
      {
        suffix: "_count",
        value: this.#count
      }
    ];
  }
};
function formatMetrics(families) {
  return families.map(formatFamily).join("");
}
function formatFamily({ name, help, type, samples }) {
  const lines = samples.map(({ suffix = "", labels = {}, value }) => `${name}${suffix}${formatLabels(labels)} ${Number.isFinite(value) ? value : 0}
`);
  return `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}
# TYPE ${name} ${type}
${lines.join("")}`;
}
function formatLabels(labels) {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function escapeValue(value) {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
function bucket(bound, value) {
  return {
    suffix: "_bucket",
    labels: {
      le: bound
    },
    value
  };
}

// src/agent/watch.ts
var PROBE_BOUNDS = [
  0.05,
  0.1,
  0.2,
  0.4,
  0.8,
  1.6,
  3.2,
  6.4,
  12.8
];
var Watch = class {
  connection;
  /** Its canonical URI. */
  uri;
  /** How long probes took, in seconds. */
  durations = new Histogram(PROBE_BOUNDS);
  /** Probes by outcome: `ready`, `failed`. */
  probes = new Counter();
  #clock;
  #log;
  #onSettled;
  #stopping = new AbortController();
  #firstLook;
  #state = "probing";
  #checkedAt;
  #problem;
  #round;
  /** Begins to watch: looks at what is kept, and probes what is missing. */
  constructor({ connection, clock, log, onSettled }) {
    this.connection = connection;
    this.uri = connection.getUri();
    this.#clock = clock;
    this.#log = log;
    this.#onSettled = onSettled;
    this.#firstLook = this.#look();
  }
  /** Whether everything has been looked at once. */
  get state() {
    return this.#state;
  }
  /** Whether a probe runs now. */
  get probing() {
    return this.#round !== void 0;
  }
  /** Milliseconds since 1970 at the end of the last look, where there was one. */
  get checkedAt() {
    return this.#checkedAt;
  }
  /** Why the last look could not be finished. */
  get problem() {
    return this.#problem;
  }
  /** What is known of each emulator now; nothing where this hypervisor has none. */
  async emulators(options = {}) {
    if (!this.connection.supports("emulators")) return [];
    return await this.connection.listEmulators({
      ...options,
      allowStale: true
    });
  }
  /** Waits for the first look, which reads what is kept and probes nothing. */
  known() {
    return this.#firstLook;
  }
  /** Waits until everything was looked at once, for at most so many milliseconds; says whether it was. */
  async settled(waitMs2, options = {}) {
    await this.#firstLook;
    if (this.#state === "probing") await this.idle(waitMs2, options);
    return this.#state === "ready";
  }
  /** Waits until no probe runs, for at most so many milliseconds; says whether that is so. */
  async idle(waitMs2, options = {}) {
    const round = this.#round;
    if (round === void 0 || waitMs2 <= 0) return round === void 0;
    const giveUp = new AbortController();
    const signal = options.signal === void 0 ? giveUp.signal : AbortSignal.any([
      giveUp.signal,
      options.signal
    ]);
    const late = this.#clock.sleep(waitMs2, {
      signal
    }).catch(() => {
    });
    await Promise.race([
      round,
      late
    ]);
    giveUp.abort();
    await late;
    return this.#round !== round;
  }
  /** Probes what is not valid, or everything with `force`, after the round that runs now. Does not wait for it. */
  refresh(options = {}) {
    if (this.#stopping.signal.aborted || !this.connection.supports("emulators")) return;
    const before = this.#round;
    const round = Promise.resolve(before).then(() => this.#probe(options)).finally(() => {
      if (this.#round === round) this.#round = void 0;
    });
    this.#round = round;
  }
  /** Looks whether what is known is still valid, and probes what is not; does nothing while a probe runs. */
  async revalidate() {
    if (this.probing || this.#stopping.signal.aborted) return;
    await this.#look();
  }
  /** Ends the probe that runs, and closes the connection. */
  async stop() {
    this.#stopping.abort(new DOMException("The agent stops", "AbortError"));
    await this.#firstLook;
    await this.#round;
    await this.connection.close();
  }
  async #look() {
    try {
      const states = await this.emulators({
        signal: this.#stopping.signal
      });
      const now = this.#clock.now();
      if (states.some((state) => needsProbe(state, now))) this.refresh({
        allowStale: true
      });
      else this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }
  async #probe(options) {
    const signal = this.#stopping.signal;
    try {
      for await (const state of this.connection.probe({
        ...options,
        signal
      })) this.#count(state);
      this.#settle();
    } catch (error) {
      this.#fail(error);
    }
  }
  #count(state) {
    if (state.cached) return;
    this.probes.add({
      outcome: state.state
    });
    if (state.durationMs !== void 0) this.durations.observe(state.durationMs / 1e3);
    const { path, reason, durationMs, error } = state;
    const fields = {
      path,
      ...reason === void 0 ? {} : {
        reason
      },
      ...durationMs ? {
        durationMs
      } : {}
    };
    if (error === void 0) this.#log.debug("Probed an emulator", fields);
    else this.#log.warn("Cannot probe an emulator", {
      ...fields,
      step: error.step,
      error: error.message
    });
  }
  #settle() {
    this.#state = "ready";
    this.#problem = void 0;
    this.#checkedAt = this.#clock.now();
    this.#onSettled?.(this.probing);
  }
  /** A look that failed is over too: what is known is served, with the problem beside it. */
  #fail(thrown) {
    if (this.#stopping.signal.aborted) return;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#log.error("Cannot look at the emulators", {
      uri: this.uri,
      error: error.message
    });
    this.#settle();
    this.#problem = error;
  }
};
function needsProbe({ state, retryAt }, now) {
  if (state === "failed") return retryAt !== void 0 && Date.parse(retryAt) <= now;
  return state !== "ready";
}

// src/agent/agent.ts
var REVALIDATE_MS = 6e4;
function startAgent(options) {
  return new Agent(options);
}
var Agent = class {
  host;
  /** Milliseconds since 1970 at which it was started. */
  startedAt;
  #options;
  #log;
  #stopping = new AbortController();
  #memory;
  #opened;
  #freshness;
  /** By the URI each was opened with. */
  #watched = /* @__PURE__ */ new Map();
  #problem;
  /** Starts; callers use {@linkcode startAgent}. */
  constructor(options) {
    this.host = options.host;
    this.startedAt = options.host.clock.now();
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#memory = new MemoryKeeper({
      host: options.host,
      signal: this.#stopping.signal,
      isBusy: () => this.openWatches().some(({ probing }) => probing)
    });
    this.#opened = this.#open();
    this.#freshness = this.#keepFresh();
  }
  /** `ready` once every hypervisor was looked at, and none could not be opened. */
  get state() {
    const watches = this.openWatches();
    return watches.length > 0 && watches.every(({ state }) => state === "ready") ? "ready" : "probing";
  }
  /** Why no hypervisor could be opened, where that is so. */
  get problem() {
    return this.#problem;
  }
  /** The hypervisors under watch, the default one first. */
  async watches() {
    await this.#opened;
    return this.openWatches();
  }
  /** Those that are open by now, without waiting. */
  openWatches() {
    return [
      ...this.#watched.values()
    ];
  }
  /**
   * The hypervisor with this URI, or the default one.
   *
   * Throws {@linkcode VirtError} with `VIR_ERR_NO_CONNECT` where it is not watched.
   */
  async watch(uri) {
    const watches = await this.watches();
    const found = uri === void 0 ? watches[0] : watches.find((watch) => watch.uri === uri);
    if (found !== void 0) return found;
    throw new VirtError("VIR_ERR_NO_CONNECT", uri ?? "this machine", {
      step: "virConnectOpen",
      hint: watches.length === 0 ? `Run "innkeeper doctor" to see why` : `The hypervisors watched here are ${watches.map((watch) => watch.uri).join(", ")}`,
      cause: this.#problem
    });
  }
  /** What each built-in driver finds on this machine now. */
  detect(options = {}) {
    return detectDrivers(this.#options.drivers, this.host, options);
  }
  /** Probes again what is no longer valid, or everything with `force`, in the background. */
  async refresh(options = {}) {
    const { uri, ...probe } = options;
    const watches = uri === void 0 ? await this.watches() : [
      await this.watch(uri)
    ];
    for (const watch of watches) watch.refresh(probe);
  }
  /** Waits until everything was looked at once, for at most so many milliseconds; says whether it was. */
  async settled(waitMs2, options = {}) {
    const watches = await this.watches();
    const settled = await Promise.all(watches.map((watch) => watch.settled(waitMs2, options)));
    return settled.length > 0 && settled.every(Boolean);
  }
  /** Says that a door has answered something: the agent is not idle. */
  noteWork() {
    this.#memory.noteWork();
  }
  /** Ends what runs, closes the hypervisors, and returns when that is done. Stopping again does nothing. */
  async stop() {
    this.#stopping.abort();
    await this.#freshness;
    await this.#memory.stopped();
    await this.#opened;
    await Promise.all(this.openWatches().map((watch) => watch.stop()));
  }
  /** Stops at the end of an `await using` block. */
  [Symbol.asyncDispose]() {
    return this.stop();
  }
  /** Opens what is at home and not open yet, and lets go of what is not at home any more. */
  async #open() {
    try {
      const uris = this.#options.uri ? [
        this.#options.uri
      ] : await this.#localUris();
      const before = this.#watched;
      const opened = await Promise.all(uris.map(async (uri) => [
        uri,
        before.get(uri) ?? await this.#openOne(uri)
      ]));
      const watched = new Map(opened.flatMap(([uri, watch]) => watch === void 0 ? [] : [
        [
          uri,
          watch
        ]
      ]));
      if (watched.size > 0 && watched.size === uris.length) this.#problem = void 0;
      this.#watched = watched;
      const left = [
        ...before
      ].filter(([uri]) => !watched.has(uri));
      await Promise.all(left.map(([_, watch]) => watch.stop()));
    } catch (error) {
      this.#fail(error);
    }
  }
  /** A hypervisor that cannot be opened is reported, and the others are watched. */
  async #openOne(uri) {
    const { host, drivers: drivers2, settings } = this.#options;
    const options = {
      host,
      drivers: drivers2,
      log: this.#log,
      signal: this.#stopping.signal
    };
    try {
      const connection = await openWith(uri, settings === void 0 ? options : {
        ...options,
        settings
      });
      return new Watch({
        connection,
        clock: host.clock,
        log: this.#log,
        onSettled: (probed) => this.#memory.noteWork({
          much: probed
        })
      });
    } catch (error) {
      this.#fail(error);
      return void 0;
    }
  }
  async #localUris() {
    const found = await this.detect({
      signal: this.#stopping.signal
    });
    const here = found.flatMap(({ driver, detection }) => driver.localUri === void 0 || detection.state === "absent" ? [] : [
      {
        driver,
        uri: driver.localUri(this.host.env)
      }
    ]);
    const atHome = here.filter(({ driver }) => !driver.standIn);
    return (atHome.length > 0 ? atHome : here).map(({ uri }) => uri);
  }
  async #keepFresh() {
    const { revalidateMs = REVALIDATE_MS } = this.#options;
    const { signal } = this.#stopping;
    if (revalidateMs <= 0) return;
    while (!signal.aborted) {
      await this.host.clock.sleep(revalidateMs, {
        signal
      }).catch(() => {
      });
      if (signal.aborted) return;
      const before = new Set(this.openWatches());
      await this.#open();
      const kept = this.openWatches().filter((watch) => before.has(watch));
      await Promise.all(kept.map((watch) => watch.revalidate()));
    }
  }
  #fail(thrown) {
    if (this.#stopping.signal.aborted) return;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (error.message !== this.#problem?.message) this.#log.error("Cannot open a hypervisor", {
      error: error.message
    });
    this.#problem = error;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/compose.js
var compose = (middleware, onError, onNotFound) => {
  return (context, next) => {
    let index = -1;
    return dispatch(0);
    async function dispatch(i) {
      if (i <= index) throw new Error("next() called multiple times");
      index = i;
      let res;
      let isError = false;
      let handler;
      if (middleware[i]) {
        handler = middleware[i][0][0];
        context.req.routeIndex = i;
      } else handler = i === middleware.length && next || void 0;
      if (handler) try {
        res = await handler(context, () => dispatch(i + 1));
      } catch (err) {
        if (err instanceof Error && onError) {
          context.error = err;
          res = await onError(err, context);
          isError = true;
        } else throw err;
      }
      else if (context.finalized === false && onNotFound) res = await onNotFound(context);
      if (res && (context.finalized === false || isError)) context.res = res;
      return context;
    }
  };
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/url.js
var splitPath = (path) => {
  const paths = path.split("/");
  if (paths[0] === "") paths.shift();
  return paths;
};
var splitRoutingPath = (routePath2) => {
  const { groups, path } = extractGroupsFromPath(routePath2);
  const paths = splitPath(path);
  return replaceGroupMarks(paths, groups);
};
var extractGroupsFromPath = (path) => {
  const groups = [];
  path = path.replace(/\{[^}]+\}/g, (match, index) => {
    const mark = `@${index}`;
    groups.push([
      mark,
      match
    ]);
    return mark;
  });
  return {
    groups,
    path
  };
};
var replaceGroupMarks = (paths, groups) => {
  for (let i = groups.length - 1; i >= 0; i--) {
    const [mark] = groups[i];
    for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
      paths[j] = paths[j].replace(mark, groups[i][1]);
      break;
    }
  }
  return paths;
};
var patternCache = {};
var getPattern = (label, next) => {
  if (label === "*") return "*";
  const match = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
  if (match) {
    const cacheKey = `${label}#${next}`;
    if (!patternCache[cacheKey]) {
      if (match[2]) patternCache[cacheKey] = next && next[0] !== ":" && next[0] !== "*" ? [
        cacheKey,
        match[1],
        new RegExp(`^${match[2]}(?=/${next})`)
      ] : [
        label,
        match[1],
        new RegExp(`^${match[2]}$`)
      ];
      else patternCache[cacheKey] = [
        label,
        match[1],
        true
      ];
    }
    return patternCache[cacheKey];
  }
  return null;
};
var tryDecode = (str, decoder) => {
  try {
    return decoder(str);
  } catch {
    return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match) => {
      try {
        return decoder(match);
      } catch {
        return match;
      }
    });
  }
};
var decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
var getPath = (request) => {
  const url = request.url;
  const start = url.indexOf("/", url.indexOf(":") + 4);
  let i = start;
  for (; i < url.length; i++) {
    const charCode = url.charCodeAt(i);
    if (charCode === 37) {
      const queryIndex = url.indexOf("?", i);
      const hashIndex = url.indexOf("#", i);
      const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
      const path = url.slice(start, end);
      const decoded = tryDecode(path, decodeURIWithPreservedPercent);
      if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
        const rewritten = new URL("http://localhost");
        rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
        if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
      }
      return decoded;
    } else if (charCode === 63 || charCode === 35) break;
  }
  return url.slice(start, i);
};
var getPathNoStrict = (request) => {
  const result = getPath(request);
  return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
var mergePath = (base, sub, ...rest) => {
  if (rest.length) sub = mergePath(sub, ...rest);
  return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
var tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
var _decodeURI = (value) => {
  if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
  return tryDecodeURIComponent(value);
};
var _getQueryParam = (url, key, multiple) => {
  const hashIndex = url.indexOf("#", 8);
  if (hashIndex !== -1) url = url.slice(0, hashIndex);
  let encoded;
  if (!multiple && key && !/[%+&=]/.test(key)) {
    const queryIndex = url.indexOf("?", 8);
    let keyIndex2 = queryIndex;
    if (keyIndex2 === -1) return;
    if (!url.startsWith(key, keyIndex2 + 1)) keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    while (keyIndex2 !== -1) {
      const trailingKeyCode = url.charCodeAt(keyIndex2 + key.length + 1);
      if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
        if (keyIndex2 > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex2))) break;
        if (trailingKeyCode === 61) {
          const valueIndex = keyIndex2 + key.length + 2;
          const endIndex = url.indexOf("&", valueIndex);
          return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
        }
        return "";
      }
      keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    }
    encoded = /[%+]/.test(url);
    if (!encoded) return;
  }
  const results = /* @__PURE__ */ Object.create(null);
  encoded ??= /[%+]/.test(url);
  let keyIndex = url.indexOf("?", 8);
  while (keyIndex !== -1) {
    const nextKeyIndex = url.indexOf("&", keyIndex + 1);
    let valueIndex = url.indexOf("=", keyIndex);
    if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
    let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
    if (encoded) name = _decodeURI(name);
    keyIndex = nextKeyIndex;
    if (name === "") continue;
    let value;
    if (valueIndex === -1) value = "";
    else {
      value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
      if (encoded) value = _decodeURI(value);
    }
    if (multiple) {
      if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
      results[name].push(value);
    } else results[name] ??= value;
  }
  return key ? results[key] : results;
};
var getQueryParam = _getQueryParam;
var getQueryParams = (url, key) => {
  return _getQueryParam(url, key, true);
};
var decodeURIComponent_ = decodeURIComponent;

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/http-exception.js
var HTTPException = class extends Error {
  res;
  status;
  /**
  * Creates an instance of `HTTPException`.
  * @param status - HTTP status code for the exception. Defaults to 500.
  * @param options - Additional options for the exception.
  */
  constructor(status = 500, options) {
    super(options?.message, {
      cause: options?.cause
    });
    this.res = options?.res;
    this.status = status;
  }
  /**
  * Returns the response object associated with the exception.
  * If a response object is not provided, a new response is created with the error message and status code.
  * @returns The response object.
  */
  getResponse() {
    if (this.res) return new Response(this.res.body, {
      status: this.status,
      headers: this.res.headers
    });
    return new Response(this.message, {
      status: this.status
    });
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/request/constants.js
var GET_MATCH_RESULT = Symbol();

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/buffer.js
var bufferToFormData = (arrayBuffer, contentType) => {
  return new Response(arrayBuffer, {
    headers: {
      "Content-Type": contentType.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase())
    }
  }).formData();
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/body.js
var MAX_NESTED_OBJECTS = 1e4;
var isRawRequest = (request) => "headers" in request;
var parseBody = async (request, options = /* @__PURE__ */ Object.create(null)) => {
  const { all = false, dot = false } = options;
  const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
  if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
    all,
    dot
  });
  return {};
};
async function parseFormData(request, options) {
  if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
  const headers = isRawRequest(request) ? request.headers : request.raw.headers;
  const arrayBuffer = await request.arrayBuffer();
  const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
  if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
  const formData = await formDataPromise;
  if (formData) return convertFormDataToBodyData(formData, options);
  return {};
}
function convertFormDataToBodyData(formData, options) {
  const form = /* @__PURE__ */ Object.create(null);
  const nestingState = {
    count: 0
  };
  formData.forEach((value, key) => {
    if (!(options.all || key.endsWith("[]"))) form[key] = value;
    else handleParsingAllValues(form, key, value);
  });
  if (options.dot) Object.entries(form).forEach(([key, value]) => {
    if (key.includes(".")) {
      handleParsingNestedValues(form, key, value, nestingState);
      delete form[key];
    }
  });
  return form;
}
var handleParsingAllValues = (form, key, value) => {
  if (form[key] !== void 0) {
    if (Array.isArray(form[key])) form[key].push(value);
    else form[key] = [
      form[key],
      value
    ];
  } else if (!key.endsWith("[]")) form[key] = value;
  else form[key] = [
    value
  ];
};
var handleParsingNestedValues = (form, key, value, state) => {
  if (/(?:^|\.)__proto__\./.test(key)) return;
  let nestedForm = form;
  const keys = key.split(".", 34);
  if (keys.length > 33) throwNestingLimitExceeded();
  keys.forEach((key2, index) => {
    if (index === keys.length - 1) nestedForm[key2] = value;
    else {
      if (!nestedForm[key2] || typeof nestedForm[key2] !== "object" || Array.isArray(nestedForm[key2]) || nestedForm[key2] instanceof File) {
        if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
        nestedForm[key2] = /* @__PURE__ */ Object.create(null);
      }
      nestedForm = nestedForm[key2];
    }
  });
};
var throwNestingLimitExceeded = () => {
  throw new Error("Nesting limit exceeded");
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/request.js
var HonoRequest = class {
  /**
  * `.raw` can get the raw Request object.
  *
  * @see {@link https://hono.dev/docs/api/request#raw}
  *
  * @example
  * ```ts
  * // For Cloudflare Workers
  * app.post('/', async (c) => {
  *   const metadata = c.req.raw.cf?.hostMetadata?
  *   ...
  * })
  * ```
  */
  raw;
  #validatedData;
  #matchResult;
  routeIndex = 0;
  /**
  * `.path` can get the pathname of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#path}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const pathname = c.req.path // `/about/me`
  * })
  * ```
  */
  path;
  bodyCache = {};
  constructor(request, path = "/", matchResult = [
    []
  ]) {
    this.raw = request;
    this.path = path;
    this.#matchResult = matchResult;
  }
  param(key) {
    return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
  }
  #getDecodedParam(key) {
    const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
    const param = this.#getParamValue(paramKey);
    return param && tryDecodeURIComponent(param);
  }
  #getAllDecodedParams() {
    const decoded = {};
    const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
    for (const key of keys) {
      const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
      if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
    }
    return decoded;
  }
  #getParamValue(paramKey) {
    return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
  }
  query(key) {
    return getQueryParam(this.url, key);
  }
  queries(key) {
    return getQueryParams(this.url, key);
  }
  header(name) {
    if (name) return this.raw.headers.get(name) ?? void 0;
    const headerData = /* @__PURE__ */ Object.create(null);
    this.raw.headers.forEach((value, key) => {
      headerData[key] = value;
    });
    return headerData;
  }
  async parseBody(options) {
    return parseBody(this, options);
  }
  #cachedBody = (key) => {
    const { bodyCache, raw: raw2 } = this;
    const cachedBody = bodyCache[key];
    if (cachedBody) return cachedBody;
    for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
      if (anyCachedKey === "json") body = JSON.stringify(body);
      const contentType = anyCachedKey === "formData" ? void 0 : raw2.headers.get("content-type");
      return new Response(body, {
        headers: contentType ? {
          "Content-Type": contentType
        } : void 0
      })[key]();
    });
    return bodyCache[key] = raw2[key]();
  };
  /**
  * `.json()` can parse Request body of type `application/json`
  *
  * @see {@link https://hono.dev/docs/api/request#json}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.json()
  * })
  * ```
  */
  json() {
    return this.#cachedBody("text").then((text) => JSON.parse(text));
  }
  /**
  * `.text()` can parse Request body of type `text/plain`
  *
  * @see {@link https://hono.dev/docs/api/request#text}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.text()
  * })
  * ```
  */
  text() {
    return this.#cachedBody("text");
  }
  /**
  * `.arrayBuffer()` parse Request body as an `ArrayBuffer`
  *
  * @see {@link https://hono.dev/docs/api/request#arraybuffer}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.arrayBuffer()
  * })
  * ```
  */
  arrayBuffer() {
    return this.#cachedBody("arrayBuffer");
  }
  /**
  * `.bytes()` parses the request body as a `Uint8Array`.
  *
  * @see {@link https://hono.dev/docs/api/request#bytes}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.bytes()
  * })
  * ```
  */
  bytes() {
    return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
  }
  /**
  * Parses the request body as a `Blob`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.blob();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#blob
  */
  blob() {
    return this.#cachedBody("blob");
  }
  /**
  * Parses the request body as `FormData`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.formData();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#formdata
  */
  formData() {
    return this.#cachedBody("formData");
  }
  /**
  * Adds validated data to the request.
  *
  * @param target - The target of the validation.
  * @param data - The validated data to add.
  */
  addValidatedData(target, data) {
    (this.#validatedData ??= {})[target] = data;
  }
  valid(target) {
    return this.#validatedData?.[target];
  }
  /**
  * `.url` can get the request url strings.
  *
  * @see {@link https://hono.dev/docs/api/request#url}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const url = c.req.url // `http://localhost:8787/about/me`
  *   ...
  * })
  * ```
  */
  get url() {
    return this.raw.url;
  }
  /**
  * `.method` can get the method name of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#method}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const method = c.req.method // `GET`
  * })
  * ```
  */
  get method() {
    return this.raw.method;
  }
  get [GET_MATCH_RESULT]() {
    return this.#matchResult;
  }
  /**
  * `.matchedRoutes` can return a matched route in the handler
  *
  * @deprecated
  *
  * Use matchedRoutes helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#matchedroutes}
  *
  * @example
  * ```ts
  * app.use('*', async function logger(c, next) {
  *   await next()
  *   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
  *     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
  *     console.log(
  *       method,
  *       ' ',
  *       path,
  *       ' '.repeat(Math.max(10 - path.length, 0)),
  *       name,
  *       i === c.req.routeIndex ? '<- respond from here' : ''
  *     )
  *   })
  * })
  * ```
  */
  get matchedRoutes() {
    return this.#matchResult[0].map(([[, route]]) => route);
  }
  /**
  * `.routePath` can retrieve the path registered within the handler
  *
  * @deprecated
  *
  * Use routePath helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#routepath}
  *
  * @example
  * ```ts
  * app.get('/posts/:id', (c) => {
  *   return c.json({ path: c.req.routePath })
  * })
  * ```
  */
  get routePath() {
    return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/html.js
var HtmlEscapedCallbackPhase = {
  Stringify: 1,
  BeforeStream: 2,
  Stream: 3
};
var raw = (value, callbacks) => {
  const escapedString = new String(value);
  escapedString.isEscaped = true;
  escapedString.callbacks = callbacks;
  return escapedString;
};
var resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
  if (typeof str === "object" && !(str instanceof String)) {
    if (!(str instanceof Promise)) str = str.toString();
    if (str instanceof Promise) str = await str;
  }
  const callbacks = str.callbacks;
  if (!callbacks?.length) return Promise.resolve(str);
  if (buffer) buffer[0] += str;
  else buffer = [
    str
  ];
  const resStr = Promise.all(callbacks.map((c) => c({
    phase,
    buffer,
    context
  }))).then((res) => Promise.all(res.filter(Boolean).map((str2) => resolveCallback(str2, phase, false, context, buffer))).then(() => buffer[0]));
  if (preserveCallbacks) return raw(await resStr, callbacks);
  else return resStr;
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/context.js
var TEXT_PLAIN = "text/plain; charset=UTF-8";
var setDefaultContentType = (contentType, headers) => {
  return {
    "Content-Type": contentType,
    ...headers
  };
};
var createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
  #rawRequest;
  #req;
  /**
  * `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
  *
  * @see {@link https://hono.dev/docs/api/context#env}
  *
  * @example
  * ```ts
  * // Environment object for Cloudflare Workers
  * app.get('*', async c => {
  *   const counter = c.env.COUNTER
  * })
  * ```
  */
  env = {};
  #var;
  finalized = false;
  /**
  * `.error` can get the error object from the middleware if the Handler throws an error.
  *
  * @see {@link https://hono.dev/docs/api/context#error}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   await next()
  *   if (c.error) {
  *     // do something...
  *   }
  * })
  * ```
  */
  error;
  #status;
  #executionCtx;
  #res;
  #layout;
  #renderer;
  #notFoundHandler;
  #preparedHeaders;
  #matchResult;
  #path;
  /**
  * Creates an instance of the Context class.
  *
  * @param req - The Request object.
  * @param options - Optional configuration options for the context.
  */
  constructor(req, options) {
    this.#rawRequest = req;
    if (options) {
      this.#executionCtx = options.executionCtx;
      this.env = options.env;
      this.#notFoundHandler = options.notFoundHandler;
      this.#path = options.path;
      this.#matchResult = options.matchResult;
    }
  }
  /**
  * `.req` is the instance of {@link HonoRequest}.
  */
  get req() {
    this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
    return this.#req;
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#event}
  * The FetchEvent associated with the current request.
  *
  * @throws Will throw an error if the context does not have a FetchEvent.
  */
  get event() {
    if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no FetchEvent");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#executionctx}
  * The ExecutionContext associated with the current request.
  *
  * @throws Will throw an error if the context does not have an ExecutionContext.
  */
  get executionCtx() {
    if (this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no ExecutionContext");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#res}
  * The Response object for the current request.
  */
  get res() {
    return this.#res ||= createResponseInstance(null, {
      headers: this.#preparedHeaders ??= new Headers()
    });
  }
  /**
  * Sets the Response object for the current request.
  *
  * @param _res - The Response object to set.
  */
  set res(_res) {
    if (this.#res && _res) {
      _res = createResponseInstance(_res.body, _res);
      for (const [k, v] of this.#res.headers.entries()) {
        if (k === "content-type") continue;
        if (k === "set-cookie") {
          const cookies = this.#res.headers.getSetCookie();
          _res.headers.delete("set-cookie");
          for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
        } else _res.headers.set(k, v);
      }
    }
    this.#res = _res;
    this.finalized = true;
  }
  /**
  * `.render()` can create a response within a layout.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   return c.render('Hello!')
  * })
  * ```
  */
  render = (...args) => {
    this.#renderer ??= (content) => this.html(content);
    return this.#renderer(...args);
  };
  /**
  * Sets the layout for the response.
  *
  * @param layout - The layout to set.
  * @returns The layout function.
  */
  setLayout = (layout) => this.#layout = layout;
  /**
  * Gets the current layout for the response.
  *
  * @returns The current layout function.
  */
  getLayout = () => this.#layout;
  /**
  * `.setRenderer()` can set the layout in the custom middleware.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```tsx
  * app.use('*', async (c, next) => {
  *   c.setRenderer((content) => {
  *     return c.html(
  *       <html>
  *         <body>
  *           <p>{content}</p>
  *         </body>
  *       </html>
  *     )
  *   })
  *   await next()
  * })
  * ```
  */
  setRenderer = (renderer) => {
    this.#renderer = renderer;
  };
  /**
  * `.header()` can set headers.
  *
  * @see {@link https://hono.dev/docs/api/context#header}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *
  *   // Append multiple headers using the append option (e.g. Vary)
  *   c.header('Vary', 'Accept-Encoding', { append: true })
  *   c.header('Vary', 'User-Agent', { append: true })
  *
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  header = (name, value, options) => {
    if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
    const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
    if (value === void 0) headers.delete(name);
    else if (options?.append) headers.append(name, value);
    else headers.set(name, value);
  };
  status = (status) => {
    this.#status = status;
  };
  /**
  * `.set()` can set the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   c.set('message', 'Hono is hot!!')
  *   await next()
  * })
  * ```
  */
  set = (key, value) => {
    this.#var ??= /* @__PURE__ */ new Map();
    this.#var.set(key, value);
  };
  /**
  * `.get()` can use the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   const message = c.get('message')
  *   return c.text(`The message is "${message}"`)
  * })
  * ```
  */
  get = (key) => {
    return this.#var ? this.#var.get(key) : void 0;
  };
  /**
  * `.var` can access the value of a variable.
  *
  * @see {@link https://hono.dev/docs/api/context#var}
  *
  * @example
  * ```ts
  * const result = c.var.client.oneMethod()
  * ```
  */
  get var() {
    if (!this.#var) return {};
    return Object.fromEntries(this.#var);
  }
  #newResponse(data, arg, headers) {
    let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
    if (typeof arg === "object" && arg.headers) {
      responseHeaders ??= new Headers();
      for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
      else responseHeaders.set(key, value);
    }
    if (headers) {
      if (!responseHeaders) {
        let count = 0;
        for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
          responseHeaders = new Headers();
          break;
        }
      }
      if (responseHeaders) for (const k in headers) {
        const v = headers[k];
        if (typeof v === "string") responseHeaders.set(k, v);
        else {
          responseHeaders.delete(k);
          for (const v2 of v) responseHeaders.append(k, v2);
        }
      }
    }
    const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
    return createResponseInstance(data, {
      status,
      headers: responseHeaders ?? headers
    });
  }
  newResponse = (...args) => this.#newResponse(...args);
  /**
  * `.body()` can return the HTTP response.
  * You can set headers with `.header()` and set HTTP status code with `.status`.
  * This can also be set in `.text()`, `.json()` and so on.
  *
  * @see {@link https://hono.dev/docs/api/context#body}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *   // Set HTTP status code
  *   c.status(201)
  *
  *   // Return the response body
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  body = (data, arg, headers) => this.#newResponse(data, arg, headers);
  /**
  * `.text()` can render text as `Content-Type:text/plain`.
  *
  * @see {@link https://hono.dev/docs/api/context#text}
  *
  * @example
  * ```ts
  * app.get('/say', (c) => {
  *   return c.text('Hello!')
  * })
  * ```
  */
  text = (text, arg, headers) => {
    return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
  };
  /**
  * `.json()` can render JSON as `Content-Type:application/json`.
  *
  * @see {@link https://hono.dev/docs/api/context#json}
  *
  * @example
  * ```ts
  * app.get('/api', (c) => {
  *   return c.json({ message: 'Hello!' })
  * })
  * ```
  */
  json = (object, arg, headers) => {
    return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
  };
  html = (html, arg, headers) => {
    const res = (html2) => this.#newResponse(html2, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
    return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
  };
  /**
  * `.redirect()` can Redirect, default status code is 302.
  *
  * @see {@link https://hono.dev/docs/api/context#redirect}
  *
  * @example
  * ```ts
  * app.get('/redirect', (c) => {
  *   return c.redirect('/')
  * })
  * app.get('/redirect-permanently', (c) => {
  *   return c.redirect('/', 301)
  * })
  * ```
  */
  redirect = (location, status) => {
    const locationString = String(location);
    this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
    return this.newResponse(null, status ?? 302);
  };
  /**
  * `.notFound()` can return the Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/context#notfound}
  *
  * @example
  * ```ts
  * app.get('/notfound', (c) => {
  *   return c.notFound()
  * })
  * ```
  */
  notFound = () => {
    this.#notFoundHandler ??= () => createResponseInstance();
    return this.#notFoundHandler(this);
  };
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/helper/route/index.js
var matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
var routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/router.js
var METHODS = [
  "get",
  "post",
  "put",
  "delete",
  "options",
  "patch",
  "query"
];
var UnsupportedPathError = class extends Error {
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/constants.js
var COMPOSED_HANDLER = "__COMPOSED_HANDLER";

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/utils/mount.js
var countTrailingSlashes = (path) => {
  let index = path.length;
  while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
  return path.length - index;
};
var getPathPrefixLength = (c, pathPrefix, routePath2) => {
  if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
  const path = c.req.path;
  const matchResult = c.req[GET_MATCH_RESULT];
  const paramNames = /* @__PURE__ */ new Set();
  let length = 0;
  for (const part of splitRoutingPath(pathPrefix)) {
    if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath2}".`);
    const pattern = getPattern(part);
    if (pattern && pattern !== "*") {
      const name = pattern[1];
      if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath2}".`);
      paramNames.add(name);
    }
    if (pattern && pattern !== "*" && pattern[2] !== true) {
      const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
      length += value.length + 1;
    } else if (pattern || part.endsWith("*")) {
      const end = path.indexOf("/", length + 1);
      length = end === -1 ? path.length : end;
    } else length += part.length + 1;
  }
  return length;
};
var createMountedRequest = (c, pathPrefix, routePath2) => {
  if (/[^/]\*$/.test(routePath2)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath2}".`);
  const prefixLength = getPathPrefixLength(c, pathPrefix, routePath2);
  const path = c.req.path.slice(prefixLength) || "/";
  if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, {
    message: "Invalid mounted path"
  });
  const rawUrl = c.req.raw.url;
  if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, {
    message: "Invalid mounted path"
  });
  const rawPathEnd = rawUrl.search(/[?#]/);
  const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
  if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, {
    message: "Invalid mounted path"
  });
  const url = new URL(rawUrl);
  url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
  if (path.includes("%")) {
  }
  return new Request(url, c.req.raw);
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/hono-base.js
var notFoundHandler = (c) => {
  return c.text("404 Not Found", 404);
};
var errorHandler = (err, c) => {
  if ("getResponse" in err) {
    const res = err.getResponse();
    return c.newResponse(res.body, res);
  }
  console.error(err);
  return c.text("Internal Server Error", 500);
};
var Hono = class Hono2 {
  get;
  post;
  put;
  delete;
  options;
  patch;
  query;
  all;
  on;
  use;
  router;
  getPath;
  _basePath = "/";
  #path = "/";
  routes = [];
  constructor(options = {}) {
    [
      ...METHODS,
      "all"
    ].forEach((method) => {
      this[method] = (args1, ...args) => {
        const methodName = method.toUpperCase();
        if (typeof args1 === "string") this.#path = args1;
        else this.#addRoute(methodName, this.#path, args1);
        args.forEach((handler) => {
          this.#addRoute(methodName, this.#path, handler);
        });
        return this;
      };
    });
    this.on = (method, path, ...handlers) => {
      for (const p of [
        path
      ].flat()) {
        this.#path = p;
        for (const m of [
          method
        ].flat()) {
          const methodName = m.toUpperCase();
          for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
        }
      }
      return this;
    };
    this.use = (arg1, ...handlers) => {
      if (typeof arg1 === "string") this.#path = arg1;
      else {
        this.#path = "*";
        handlers.unshift(arg1);
      }
      handlers.forEach((handler) => {
        this.#addRoute("ALL", this.#path, handler);
      });
      return this;
    };
    const { strict, ...optionsWithoutStrict } = options;
    Object.assign(this, optionsWithoutStrict);
    this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
  }
  #clone() {
    const clone = new Hono2({
      router: this.router,
      getPath: this.getPath
    });
    clone.errorHandler = this.errorHandler;
    clone.#notFoundHandler = this.#notFoundHandler;
    clone.routes = this.routes;
    return clone;
  }
  #notFoundHandler = notFoundHandler;
  errorHandler = errorHandler;
  /**
  * `.route()` allows grouping other Hono instance in routes.
  *
  * @see {@link https://hono.dev/docs/api/routing#grouping}
  *
  * @param {string} path - base Path
  * @param {Hono} app - other Hono instance
  * @returns {Hono} routed Hono instance
  *
  * @example
  * ```ts
  * const app = new Hono()
  * const app2 = new Hono()
  *
  * app2.get("/user", (c) => c.text("user"))
  * app.route("/api", app2) // GET /api/user
  * ```
  */
  route(path, app) {
    const subApp = this.basePath(path);
    app.routes.map((r) => {
      let handler;
      if (app.errorHandler === errorHandler) handler = r.handler;
      else {
        handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
        handler[COMPOSED_HANDLER] = r.handler;
      }
      subApp.#addRoute(r.method, r.path, handler, r.basePath);
    });
    return this;
  }
  /**
  * `.basePath()` allows base paths to be specified.
  *
  * @see {@link https://hono.dev/docs/api/routing#base-path}
  *
  * @param {string} path - base Path
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * const api = new Hono().basePath('/api')
  * ```
  */
  basePath(path) {
    const subApp = this.#clone();
    subApp._basePath = mergePath(this._basePath, path);
    return subApp;
  }
  /**
  * `.onError()` handles an error and returns a customized Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#error-handling}
  *
  * @param {ErrorHandler} handler - request Handler for error
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.onError((err, c) => {
  *   console.error(`${err}`)
  *   return c.text('Custom Error Message', 500)
  * })
  * ```
  */
  onError = (handler) => {
    this.errorHandler = handler;
    return this;
  };
  /**
  * `.notFound()` allows you to customize a Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#not-found}
  *
  * @param {NotFoundHandler} handler - request handler for not-found
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.notFound((c) => {
  *   return c.text('Custom 404 Message', 404)
  * })
  * ```
  */
  notFound = (handler) => {
    this.#notFoundHandler = handler;
    return this;
  };
  /**
  * `.mount()` allows you to mount applications built with other frameworks into your Hono application.
  *
  * @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
  *
  * @see {@link https://hono.dev/docs/api/hono#mount}
  *
  * @param {string} path - base Path
  * @param {Function} applicationHandler - other Request Handler
  * @param {MountOptions} [options] - options of `.mount()`
  * @returns {Hono} mounted Hono instance
  * @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
  * @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
  *
  * @example
  * ```ts
  * import { Router as IttyRouter } from 'itty-router'
  * import { Hono } from 'hono'
  * // Create itty-router application
  * const ittyRouter = IttyRouter()
  * // GET /itty-router/hello
  * ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
  *
  * const app = new Hono()
  * app.mount('/itty-router', ittyRouter.handle)
  * ```
  *
  * @example
  * ```ts
  * const app = new Hono()
  * // Send the request to another application without modification.
  * app.mount('/app', anotherApp, {
  *   replaceRequest: (req) => req,
  * })
  * ```
  */
  mount(path, applicationHandler, options) {
    let replaceRequest;
    let optionHandler;
    if (options) {
      if (typeof options === "function") optionHandler = options;
      else {
        optionHandler = options.optionHandler;
        if (options.replaceRequest === false) replaceRequest = (request) => request;
        else replaceRequest = options.replaceRequest;
      }
    }
    const getOptions = optionHandler ? (c) => {
      const options2 = optionHandler(c);
      return Array.isArray(options2) ? options2 : [
        options2
      ];
    } : (c) => {
      let executionContext = void 0;
      try {
        executionContext = c.executionCtx;
      } catch {
      }
      return [
        c.env,
        executionContext
      ];
    };
    const defaultReplaceRequest = (c) => {
      const mountedRoutePath = routePath(c);
      return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
    };
    const handler = async (c, next) => {
      const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
      if (res) return res;
      await next();
    };
    this.#addRoute("ALL", mergePath(path, "*"), handler);
    return this;
  }
  #addRoute(method, path, handler, baseRoutePath) {
    path = mergePath(this._basePath, path);
    const r = {
      basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
      path,
      method,
      handler
    };
    this.router.add(method, path, [
      handler,
      r
    ]);
    this.routes.push(r);
  }
  #handleError(err, c) {
    if (err instanceof Error) return this.errorHandler(err, c);
    throw err;
  }
  #dispatch(request, executionCtx, env, method) {
    if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
    const path = this.getPath(request, {
      env
    });
    const matchResult = this.router.match(method, path);
    const c = new Context(request, {
      path,
      matchResult,
      env,
      executionCtx,
      notFoundHandler: this.#notFoundHandler
    });
    if (matchResult[0].length === 1) {
      let res;
      try {
        res = matchResult[0][0][0][0](c, async () => {
          c.res = await this.#notFoundHandler(c);
        });
      } catch (err) {
        return this.#handleError(err, c);
      }
      return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
    }
    const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
    return (async () => {
      try {
        const context = await composed(c);
        if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
        return context.res;
      } catch (err) {
        return this.#handleError(err, c);
      }
    })();
  }
  /**
  * `.fetch()` will be entry point of your app.
  *
  * @see {@link https://hono.dev/docs/api/hono#fetch}
  *
  * @param {Request} request - request Object of request
  * @param {Env} env - env Object
  * @param {ExecutionContext} executionCtx - context of execution
  * @returns {Response | Promise<Response>} response of request
  *
  */
  fetch = (request, ...rest) => {
    return this.#dispatch(request, rest[1], rest[0], request.method);
  };
  /**
  * `.request()` is a useful method for testing.
  * You can pass a URL or pathname to send a GET request.
  * app will return a Response object.
  * ```ts
  * test('GET /hello is ok', async () => {
  *   const res = await app.request('/hello')
  *   expect(res.status).toBe(200)
  * })
  * ```
  * @see https://hono.dev/docs/api/hono#request
  */
  request = (input, requestInit, Env, executionCtx) => {
    if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
    input = input.toString();
    return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
  };
  /**
  * `.fire()` automatically adds a global fetch event listener.
  * This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
  * @deprecated
  * Use `fire` from `hono/service-worker` instead.
  * ```ts
  * import { Hono } from 'hono'
  * import { fire } from 'hono/service-worker'
  *
  * const app = new Hono()
  * // ...
  * fire(app)
  * ```
  * @see https://hono.dev/docs/api/hono#fire
  * @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
  * @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
  */
  fire = () => {
    addEventListener("fetch", (event) => {
      event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
    });
  };
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/router/pattern-router/router.js
var emptyParams = /* @__PURE__ */ Object.create(null);
var PatternRouter = class {
  name = "PatternRouter";
  #routes = [];
  add(method, path, handler) {
    const suffix = path.endsWith("/*") ? "(?:$|/)" : path.endsWith("*") ? "" : "/?$";
    path = path.replace(/\*$/, "");
    if (path.at(-1) === "?") {
      path = path.slice(0, -1);
      this.add(method, path.replace(/\/[^/]+$/, ""), handler);
    }
    const parts = (path.match(/\/?(:\w+(?:{(?:(?:{[\d,]+})|[^}])+})?)|\/?[^\/\?]+/g) || []).map((part) => {
      const match = part.match(/^\/:([^{]+)(?:{(.*)})?/);
      return match ? `/(?<${match[1]}>${match[2] || "[^/]+"})` : part === "/*" ? "/[^/]+" : part.replace(/[.\\+*[^\]$()]/g, "\\$&");
    });
    try {
      this.#routes.push([
        new RegExp(`^${parts.join("")}${suffix}`),
        method,
        handler
      ]);
    } catch {
      throw new UnsupportedPathError();
    }
  }
  match(method, path) {
    const handlers = [];
    for (let i = 0, len = this.#routes.length; i < len; i++) {
      const [pattern, routeMethod, handler] = this.#routes[i];
      if (routeMethod === method || routeMethod === "ALL") {
        const match = pattern.exec(path);
        if (match) handlers.push([
          handler,
          match.groups || emptyParams
        ]);
      }
    }
    return [
      handlers
    ];
  }
};

// ../../../root/.cache/deno/npm/registry.npmjs.org/hono/4.13.19/dist/preset/tiny.js
var Hono3 = class extends Hono {
  constructor(options = {}) {
    super(options);
    this.router = new PatternRouter();
  }
};

// src/http/read_body.ts
var LIMIT = 65536;
async function readBody(request) {
  if (request.body === null) return "";
  if (Number(request.headers.get("content-length") ?? 0) > LIMIT) {
    await request.body.cancel();
    return void 0;
  }
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > LIMIT) return void 0;
    text += decoder.decode(chunk, {
      stream: true
    });
  }
  return text + decoder.decode();
}

// src/http/forms.ts
function isForm(request) {
  const { pathname } = new URL(request.url);
  const type = request.headers.get("content-type") ?? "";
  return request.method === "POST" && (pathname === "/login" || pathname === "/refresh") && /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}
async function handleForm({ request, agent, guard }) {
  const fields = new URLSearchParams(await readBody(request) ?? "");
  if (new URL(request.url).pathname === "/login") {
    return await guard?.isToken(fields.get("token") ?? "") ? "logged-in" : "refused";
  }
  if (guard !== void 0 && !await guard.admits(request)) return "refused";
  await agent.refresh({
    force: fields.get("force") === "true"
  });
  return "done";
}

// src/http/guard.ts
var MIN_TOKEN_LENGTH = 16;
var COOKIE = "innkeeper_session";
var LOOPBACK_NAMES = [
  "localhost",
  "127.0.0.1",
  "[::1]"
];
function createGuard({ token, session }) {
  if (token.length < MIN_TOKEN_LENGTH) {
    throw new Error(`The token has ${token.length} characters: give it at least ${MIN_TOKEN_LENGTH}`);
  }
  return {
    cookie: `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    checkHost,
    isToken: (text) => isSame(text, token),
    async admits(request) {
      const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
      if (bearer !== void 0) return await isSame(bearer, token);
      const cookie = cookieOf(request);
      return cookie !== void 0 && isOwnPage(request) && await isSame(cookie, session);
    }
  };
}
async function isSame(a, b) {
  const [left, right] = await Promise.all([
    digest(a),
    digest(b)
  ]);
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}
async function digest(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
function checkHost(request) {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "");
  if (LOOPBACK_NAMES.includes(name)) return void 0;
  return problem(421, `This server is not "${host.slice(0, 100)}"`, {
    hint: `Use one of the names ${LOOPBACK_NAMES.join(", ")}`
  });
}
function cookieOf(request) {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}
function isOwnPage(request) {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === `http://${request.headers.get("host") ?? new URL(request.url).host}`;
}

// src/http/http_metrics.ts
var REQUEST_BOUNDS = [
  1e-3,
  25e-4,
  5e-3,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  10
];
var HttpMetrics = class {
  #requests = new Counter();
  #durations = new Histogram(REQUEST_BOUNDS);
  /** Takes one answered request in; `route` is a path of the route table, so that callers cannot make labels. */
  count(request) {
    this.#requests.add({
      route: request.route,
      method: request.method,
      status: String(request.status)
    });
    this.#durations.observe(request.ms / 1e3);
  }
  /** The families for `/metrics`. */
  families() {
    return [
      {
        name: "http_requests_total",
        help: "Requests answered, by route, method and status",
        type: "counter",
        samples: this.#requests.samples()
      },
      {
        name: "http_request_duration_seconds",
        help: "Time from the request to its answer",
        type: "histogram",
        samples: this.#durations.samples()
      }
    ];
  }
};

// src/http/json_schema.ts
function checkValue(schema, value, names = {}) {
  return [
    ...problems(schema, value, {
      at: "",
      names
    })
  ];
}
function* problems(schema, value, place) {
  const { at, names } = place;
  if (schema.$ref !== void 0) {
    const name = schema.$ref.replace("#/components/schemas/", "");
    const target = names[name];
    if (target === void 0) throw new Error(`No schema is named "${name}"`);
    yield* problems(target, value, place);
    return;
  }
  if (schema.anyOf !== void 0 && !schema.anyOf.some((one) => [
    ...problems(one, value, place)
  ].length === 0)) {
    yield {
      at,
      message: "is of none of the allowed shapes"
    };
  }
  if (schema.const !== void 0 && value !== schema.const) yield {
    at,
    message: `must be ${schema.const}`
  };
  if (schema.enum !== void 0 && !schema.enum.includes(value)) {
    yield {
      at,
      message: `must be one of ${schema.enum.join(", ")}`
    };
  }
  if (schema.type === void 0) return;
  if (!hasType(schema.type, value)) {
    yield {
      at,
      message: `must be ${/^[aio]/.test(schema.type) ? "an" : "a"} ${schema.type}`
    };
    return;
  }
  if (typeof value === "string") yield* stringProblems(schema, value, at);
  if (typeof value === "number") yield* numberProblems(schema, value, at);
  if (Array.isArray(value)) yield* arrayProblems(schema, value, place);
  else if (typeof value === "object" && value !== null) yield* objectProblems(schema, value, place);
}
function hasType(type, value) {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  const kind = typeof value;
  return kind === type;
}
function* stringProblems(schema, value, at) {
  if (value.length < (schema.minLength ?? 0)) yield {
    at,
    message: "must not be empty"
  };
  if (value.length > (schema.maxLength ?? Infinity)) {
    yield {
      at,
      message: `must not be longer than ${schema.maxLength} characters`
    };
  } else if (schema.pattern !== void 0 && !new RegExp(schema.pattern, "u").test(value)) {
    yield {
      at,
      message: `must match ${schema.pattern}`
    };
  }
  if (schema.format === "date-time" && Number.isNaN(Date.parse(value))) yield {
    at,
    message: "must be a time"
  };
}
function* numberProblems(schema, value, at) {
  if (value < (schema.minimum ?? -Infinity)) yield {
    at,
    message: `must be at least ${schema.minimum}`
  };
  if (value > (schema.maximum ?? Infinity)) yield {
    at,
    message: `must be at most ${schema.maximum}`
  };
}
function* arrayProblems(schema, value, place) {
  if (value.length > (schema.maxItems ?? Infinity)) {
    yield {
      at: place.at,
      message: `must not have more than ${schema.maxItems} items`
    };
    return;
  }
  if (schema.items === void 0) return;
  for (const [index, item] of value.entries()) {
    yield* problems(schema.items, item, {
      ...place,
      at: `${place.at}[${index}]`
    });
  }
}
function* objectProblems(schema, value, place) {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  for (const name of required) {
    if (!Object.hasOwn(value, name)) yield {
      at: join(place.at, name),
      message: "is missing"
    };
  }
  for (const [name, item] of Object.entries(value)) {
    const at = join(place.at, name);
    if (Object.hasOwn(properties, name)) yield* problems(properties[name] ?? {}, item, {
      ...place,
      at
    });
    else if (additionalProperties === false) yield {
      at,
      message: "is not known here"
    };
    else if (additionalProperties !== true) yield* problems(additionalProperties, item, {
      ...place,
      at
    });
  }
}
function join(at, name) {
  return at === "" ? name : `${at}.${name}`;
}

// src/http/negotiate.ts
var MAX_RANGES = 64;
function negotiate(accept, offered) {
  if (accept === void 0 || accept.trim() === "") return offered[0];
  const ranges = accept.split(",").slice(0, MAX_RANGES).map(parseRange).filter((range) => range !== void 0);
  let best;
  for (const form of offered) {
    const quality = qualityOf(form, ranges);
    if (quality > (best?.quality ?? 0)) best = {
      form,
      quality
    };
  }
  return best?.form;
}
function qualityOf(form, ranges) {
  const [type = "", subtype = ""] = form.split(";")[0]?.trim().split("/") ?? [];
  const matches = ranges.filter((range) => (range.type === type || range.type === "*") && (range.subtype === subtype || range.subtype === "*"));
  matches.sort((a, b) => specificity(b) - specificity(a));
  return matches[0]?.quality ?? 0;
}
function specificity({ type, subtype }) {
  return (type === "*" ? 0 : 1) + (subtype === "*" ? 0 : 1);
}
function parseRange(text) {
  const [media = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const [type, subtype, ...rest] = media.split("/");
  if (!type || !subtype || rest.length > 0 || type === "*" && subtype !== "*") return void 0;
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const quality = weight === void 0 ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
  return {
    type,
    subtype,
    quality
  };
}

// src/http/read_request.ts
async function readRequest(route, request) {
  const mediaType = negotiate(request.headers.get("accept") ?? void 0, formsOf(route));
  if (mediaType === void 0) {
    return {
      problem: problem(406, `${route.path} is given as ${formsOf(route).join(" or ")}`)
    };
  }
  const { parameters, wrong } = readParameters(route, request);
  if (wrong !== void 0) return {
    problem: invalid(wrong)
  };
  if (route.body === void 0) return {
    parameters,
    body: void 0,
    mediaType
  };
  const body = await readJson(request, route.body);
  return "problem" in body ? body : {
    parameters,
    body: body.value,
    mediaType
  };
}
function formsOf({ answers: answers2 }) {
  return Object.keys((answers2[200] ?? answers2[202])?.content ?? {});
}
function readParameters(route, request) {
  const query = new URL(request.url).searchParams;
  const declared = route.parameters ?? [];
  const parameters = {};
  const names = declared.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  for (const name of new Set(query.keys())) {
    if (!names.includes(name)) return {
      parameters,
      wrong: unknownParameter(name, names)
    };
    if (query.getAll(name).length > 1) return {
      parameters,
      wrong: `the parameter "${name}" is given more than once`
    };
  }
  for (const { name, in: place, schema, required } of declared) {
    const text = place === "query" ? query.get(name) : request.headers.get(name);
    if (text === null) {
      if (required) return {
        parameters,
        wrong: `the parameter "${name}" is missing`
      };
      continue;
    }
    const value = coerce(text, schema);
    const [first] = checkValue(schema, value);
    if (first !== void 0) return {
      parameters,
      wrong: `the parameter "${name}" ${first.message}`
    };
    parameters[name] = value;
  }
  return {
    parameters
  };
}
function coerce(text, { type }) {
  if (type === "integer" && /^\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
function unknownParameter(name, names) {
  const near = nearest(name, names);
  const known = names.length === 0 ? "there are none here" : `there are ${names.join(", ")}`;
  const shown = name.slice(0, 60);
  return `no parameter is named "${shown}"; ${near === void 0 ? known : `did you mean "${near}"?`}`;
}
async function readJson(request, schema) {
  const text = await readBody(request);
  if (text === void 0) return {
    problem: problem(413, "The body is larger than 64 KiB")
  };
  if (text === "") return {
    value: {}
  };
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return {
      problem: problem(415, `The body is of the type "${type.slice(0, 100)}": send application/json`)
    };
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      problem: invalid(`the body is not JSON: ${error.message}`)
    };
  }
  const found = checkValue(schema, value);
  const [first] = found;
  if (first === void 0) return {
    value
  };
  return {
    problem: {
      ...invalid(`${first.at === "" ? "the body" : `"${first.at}"`} ${first.message}`),
      errors: found
    }
  };
}
function invalid(detail) {
  return problem(400, `Invalid argument: ${detail}`, {
    code: "VIR_ERR_INVALID_ARG",
    number: 8
  });
}

// src/http/routes/assets.ts
var getStyle = {
  method: "GET",
  path: "/style.css",
  operation: "getStyle",
  tag: "Pages",
  summary: "The style of the pages",
  open: true,
  answers: {
    200: {
      description: "A style sheet",
      content: {
        "text/css": {
          type: "string"
        }
      }
    }
  },
  async handle() {
    const { STYLE } = await import("./style-AKHFYDNA.js");
    return {
      mediaType: "text/css; charset=utf-8",
      body: STYLE,
      tagged: true
    };
  }
};
var getLiveScript = {
  method: "GET",
  path: "/live.js",
  operation: "getLiveScript",
  tag: "Pages",
  summary: "The script that keeps a page fresh",
  open: true,
  answers: {
    200: {
      description: "A script",
      content: {
        "text/javascript": {
          type: "string"
        }
      }
    }
  },
  async handle() {
    const { LIVE_SCRIPT } = await import("./style-AKHFYDNA.js");
    return {
      mediaType: "text/javascript; charset=utf-8",
      body: LIVE_SCRIPT,
      tagged: true
    };
  }
};

// src/http/route.ts
function pick(parameters, names) {
  const given = {};
  for (const [parameter, name] of Object.entries(names)) {
    const value = parameters[parameter];
    if (value !== void 0) given[name] = String(value);
  }
  return given;
}

// src/http/routes/parameters.ts
var MAX_TEXT = 4096;
var MAX_WAIT_SECONDS = 60;
var URI_PARAMETER = {
  name: "uri",
  in: "query",
  description: "The connection URI of the hypervisor. Left out, the default one of this host.",
  schema: {
    type: "string",
    minLength: 1,
    maxLength: MAX_TEXT,
    examples: [
      "qemu:///system"
    ]
  }
};
var WAIT_PARAMETER = {
  name: "wait",
  in: "query",
  description: "Seconds to wait for an answer that is not known yet. The header `Prefer: wait=\u2026` says the same.",
  schema: {
    type: "integer",
    minimum: 0,
    maximum: MAX_WAIT_SECONDS,
    default: 0
  }
};
var PREFER_PARAMETER = {
  name: "prefer",
  in: "header",
  description: "`wait=\u2026`: seconds to wait for an answer that is not known yet, at most 60.",
  schema: {
    type: "string",
    maxLength: 256,
    examples: [
      "wait=10"
    ]
  }
};
function textParameter(name, description, examples) {
  return {
    name,
    in: "query",
    description,
    schema: {
      type: "string",
      minLength: 1,
      maxLength: MAX_TEXT,
      examples
    }
  };
}
function waitMs({ wait, prefer }) {
  const preferred = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(String(prefer ?? ""))?.[1];
  const seconds = wait ?? preferred ?? 0;
  return Math.min(Number(seconds), MAX_WAIT_SECONDS) * 1e3;
}

// src/http/routes/probing.ts
var RETRY_SECONDS = 1;
async function answerProbing(watch) {
  const emulators = await watch.emulators();
  const open = emulators.filter(({ state }) => state === "probing" || state === "unprobed").length;
  const error = new VirtError("VIR_ERR_RESOURCE_BUSY", `${open} of ${emulators.length} emulators are still probed`, {
    step: "probe",
    hint: `Ask again in ${RETRY_SECONDS} s, or with ?wait=10 to wait for the answer`
  });
  const known = emulators.map(({ path, state, arch, version }) => ({
    path,
    state,
    ...arch === void 0 ? {} : {
      arch
    },
    ...version === void 0 ? {} : {
      version
    }
  }));
  return answerProblem({
    ...problemOf(error),
    state: "probing",
    emulators: known
  }, {
    "retry-after": String(RETRY_SECONDS),
    "innkeeper-state": "probing"
  });
}
function stateHeader(watch) {
  return {
    "innkeeper-state": watch.probing ? "probing" : watch.state
  };
}

// src/http/routes/capabilities.ts
var XML = "application/xml";
var JSON_TYPE = "application/json";
var GRACE_MS = 250;
var TAGGED = {
  etag: "Changes when the document does",
  "innkeeper-state": "`ready`, or `probing` while what is known is looked at again"
};
var FRESHNESS = "An answer from before a change on the host may be given while a new one is made; send `Cache-Control: no-cache` to have everything checked first.";
var getCapabilities = {
  method: "GET",
  path: "/v1/capabilities",
  operation: "getCapabilities",
  tag: "Capabilities",
  summary: "What the host and its hypervisor offer",
  description: `libvirt's \`<capabilities>\` document, or the same as JSON. ${FRESHNESS}`,
  parameters: [
    URI_PARAMETER,
    WAIT_PARAMETER,
    PREFER_PARAMETER,
    cacheControl()
  ],
  answers: {
    200: documentAnswer("The document", "Capabilities"),
    304: {
      description: "It is still the one with the tag in `If-None-Match`"
    },
    503: {
      description: "Emulators are still probed; the body says which, `Retry-After` when to ask again"
    }
  },
  async handle(context) {
    const { agent, parameters, signal } = context;
    const watch = await agent.watch(pick(parameters, {
      uri: "uri"
    }).uri);
    if (!await watch.settled(Math.max(waitMs(parameters), GRACE_MS), {
      signal
    })) return await answerProbing(watch);
    const document = await watch.connection.getCapabilities(readOptions(context));
    return answerDocument({
      watch,
      context,
      document,
      format: formatCapabilities
    });
  }
};
var getDomainCapabilities = {
  method: "GET",
  path: "/v1/domain-capabilities",
  operation: "getDomainCapabilities",
  tag: "Capabilities",
  summary: "What a guest of one emulator, architecture, machine and virtualisation type can have",
  description: `libvirt's \`<domainCapabilities>\` document, or the same as JSON. It is given as soon as its own emulator is probed. ${FRESHNESS}`,
  parameters: [
    URI_PARAMETER,
    textParameter("emulator", "Absolute path of the emulator.", [
      "/usr/bin/qemu-system-x86_64"
    ]),
    textParameter("arch", "Architecture of the guest. Left out, the emulator's or the host's.", [
      "x86_64",
      "aarch64"
    ]),
    textParameter("machine", "Machine type. Left out, the emulator's default.", [
      "q35",
      "virt"
    ]),
    textParameter("virttype", "Virtualisation type. Left out, the best this host has.", [
      "kvm",
      "qemu"
    ]),
    WAIT_PARAMETER,
    PREFER_PARAMETER,
    cacheControl()
  ],
  answers: {
    200: documentAnswer("The document", "DomainCapabilities"),
    304: {
      description: "It is still the one with the tag in `If-None-Match`"
    },
    503: {
      description: "The emulator is still probed; the body says how far that is, `Retry-After` when to ask again"
    }
  },
  async handle(context) {
    const { agent, parameters, signal } = context;
    const watch = await agent.watch(pick(parameters, {
      uri: "uri"
    }).uri);
    await watch.known();
    const query = pick(parameters, {
      emulator: "emulator",
      arch: "arch",
      machine: "machine",
      virttype: "virtType"
    });
    const giveUp = new AbortController();
    const options = {
      ...readOptions(context),
      signal: AbortSignal.any([
        signal,
        giveUp.signal
      ])
    };
    const answer = watch.connection.getDomainCapabilities(query, options);
    if (watch.state === "ready") {
      return answerDocument({
        watch,
        context,
        document: await answer,
        format: formatDomainCapabilities
      });
    }
    const patience = Math.max(waitMs(parameters), GRACE_MS);
    const late = agent.host.clock.sleep(patience, {
      signal: options.signal
    }).catch(() => {
    });
    const document = await Promise.race([
      answer,
      late
    ]);
    giveUp.abort();
    answer.catch(() => {
    });
    if (document === void 0) return await answerProbing(watch);
    return answerDocument({
      watch,
      context,
      document,
      format: formatDomainCapabilities
    });
  }
};
function answerDocument({ watch, context, document, format }) {
  const { mediaType } = context;
  const body = mediaType === XML ? format(document) : `${JSON.stringify(document)}
`;
  return {
    mediaType,
    body,
    tagged: true,
    headers: stateHeader(watch)
  };
}
function documentAnswer(description, name) {
  const xml = {
    type: "string",
    description: "As libvirt writes it."
  };
  return {
    description,
    content: {
      [XML]: xml,
      [JSON_TYPE]: {
        $ref: `#/components/schemas/${name}`
      }
    },
    headers: TAGGED
  };
}
function cacheControl() {
  return {
    name: "cache-control",
    in: "header",
    description: "`no-cache`: check everything the answer depends on before it is given.",
    schema: {
      type: "string",
      maxLength: 256
    }
  };
}
function readOptions({ parameters, signal }) {
  return {
    signal,
    allowStale: !/\bno-cache\b/i.test(String(parameters["cache-control"] ?? ""))
  };
}

// src/http/routes/drivers.ts
var listDrivers = {
  method: "GET",
  path: "/v1/drivers",
  operation: "listDrivers",
  tag: "Host",
  summary: "The built-in drivers, and whether each hypervisor is here and healthy",
  answers: {
    200: {
      description: "What they find now",
      content: {
        "application/json": {
          $ref: "#/components/schemas/DriverList"
        }
      }
    }
  },
  async handle({ agent, mediaType, signal }) {
    const [found, watches] = await Promise.all([
      agent.detect({
        signal
      }),
      agent.watches()
    ]);
    const drivers2 = found.map(({ driver: { id, title, reach, uriSchemes }, detection }) => {
      const watched = watches.find(({ connection }) => connection.getDriver() === id);
      return {
        id,
        title,
        reach,
        uriSchemes,
        detection,
        ...watched === void 0 ? {} : {
          uri: watched.uri
        }
      };
    });
    return {
      mediaType,
      body: `${JSON.stringify({
        drivers: drivers2
      })}
`
    };
  }
};

// src/http/routes/emulators.ts
var JSON_TYPE2 = "application/json";
var LIST = {
  $ref: "#/components/schemas/EmulatorList"
};
var listEmulators = {
  method: "GET",
  path: "/v1/emulators",
  operation: "listEmulators",
  tag: "Emulators",
  summary: "Every emulator with its probe state, and why it was last probed",
  parameters: [
    URI_PARAMETER,
    WAIT_PARAMETER,
    PREFER_PARAMETER
  ],
  answers: {
    200: {
      description: "What is known now",
      content: {
        [JSON_TYPE2]: LIST
      }
    }
  },
  async handle({ agent, parameters, signal, mediaType }) {
    const watch = await agent.watch(pick(parameters, {
      uri: "uri"
    }).uri);
    await watch.settled(waitMs(parameters), {
      signal
    });
    return await answerList(watch, {
      status: 200,
      mediaType,
      signal
    });
  }
};
var refreshEmulators = {
  method: "POST",
  path: "/v1/refresh",
  operation: "refreshEmulators",
  tag: "Emulators",
  summary: "Probe again what is no longer valid, or everything",
  description: "The answer does not wait for the probes unless `wait` says so; look at `/v1/emulators` meanwhile.",
  parameters: [
    WAIT_PARAMETER,
    PREFER_PARAMETER
  ],
  body: {
    type: "object",
    additionalProperties: false,
    properties: {
      uri: URI_PARAMETER.schema,
      force: {
        type: "boolean",
        default: false,
        description: "Probe also what is still valid."
      },
      emulators: {
        type: "array",
        maxItems: 256,
        items: {
          type: "string",
          pattern: "^/",
          maxLength: 4096
        },
        description: "Absolute paths; left out, all of them."
      }
    }
  },
  answers: {
    202: {
      description: "It is being done; what is known now",
      content: {
        [JSON_TYPE2]: LIST
      }
    }
  },
  async handle({ agent, parameters, body, signal, mediaType }) {
    const { uri, ...options } = body;
    const watch = await agent.watch(uri);
    if (!watch.connection.supports("emulators")) throw new VirtError("VIR_ERR_NO_SUPPORT", "probe");
    watch.refresh(options);
    await watch.idle(waitMs(parameters), {
      signal
    });
    return await answerList(watch, {
      status: 202,
      mediaType,
      signal
    });
  }
};
async function answerList(watch, { status, mediaType, signal }) {
  const emulators = await watch.emulators({
    signal
  });
  const { checkedAt, problem: problem2 } = watch;
  const list = {
    uri: watch.uri,
    state: watch.probing ? "probing" : watch.state,
    ...checkedAt === void 0 ? {} : {
      checkedAt: new Date(checkedAt).toISOString()
    },
    ...problem2 === void 0 ? {} : {
      problem: problem2.message
    },
    emulators
  };
  return {
    status,
    mediaType,
    body: `${JSON.stringify(list)}
`,
    headers: stateHeader(watch)
  };
}

// src/http/routes/health.ts
var TEXT = "text/plain";
var livez = {
  method: "GET",
  path: "/livez",
  operation: "getLiveness",
  tag: "Operation",
  summary: "Whether the program is alive",
  open: true,
  answers: {
    200: {
      description: "It is",
      content: {
        [TEXT]: {
          type: "string"
        }
      }
    }
  },
  handle: () => ({
    mediaType: TEXT,
    body: "ok\n"
  })
};
var readyz = {
  method: "GET",
  path: "/readyz",
  operation: "getReadiness",
  tag: "Operation",
  summary: "Whether every hypervisor was opened and looked at once",
  open: true,
  answers: {
    200: {
      description: "It was",
      content: {
        [TEXT]: {
          type: "string"
        }
      }
    },
    503: {
      description: "Not yet; the body says what is missing",
      content: {
        [TEXT]: {
          type: "string"
        }
      }
    }
  },
  async handle({ agent }) {
    if (await agent.settled(0)) return {
      mediaType: TEXT,
      body: "ready\n"
    };
    const missing = agent.openWatches().filter(({ state }) => state !== "ready").map(({ uri }) => uri);
    const why = missing.length > 0 ? `probing ${missing.join(", ")}` : "no hypervisor could be opened";
    return {
      status: 503,
      mediaType: TEXT,
      body: `${why}
`,
      headers: {
        "retry-after": "1"
      }
    };
  }
};

// src/http/routes/metrics.ts
var EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";
var STATES = [
  "unprobed",
  "probing",
  "ready",
  "failed"
];
var CACHE_FAMILIES = [
  {
    counter: "hits",
    name: "capabilities_cache_hits_total",
    help: "Answers from a valid entry"
  },
  {
    counter: "staleHits",
    name: "capabilities_cache_stale_hits_total",
    help: "Answers from an entry being renewed"
  },
  {
    counter: "misses",
    name: "capabilities_cache_misses_total",
    help: "Questions to which there was no entry"
  },
  {
    counter: "badFiles",
    name: "capabilities_cache_bad_files_total",
    help: "Files set aside as unreadable"
  },
  {
    counter: "failedWrites",
    name: "capabilities_cache_failed_writes_total",
    help: "Entries that could not be kept"
  }
];
var getMetrics = {
  method: "GET",
  path: "/metrics",
  operation: "getMetrics",
  tag: "Operation",
  summary: "Counts and states for Prometheus",
  answers: {
    200: {
      description: "Text exposition format 0.0.4",
      content: {
        "text/plain": {
          type: "string"
        }
      }
    }
  },
  async handle({ agent, metrics, version, signal }) {
    const watches = await agent.watches();
    const families = [
      ...programFamilies(agent, version),
      ...await memoryFamily(agent),
      ...await emulatorFamilies(watches, signal),
      ...probeFamilies(watches),
      ...cacheFamilies(watches),
      ...metrics.families()
    ];
    return {
      mediaType: EXPOSITION,
      body: formatMetrics(families)
    };
  }
};
function programFamilies({ startedAt, host, state }, version) {
  const labels = {
    version,
    os: host.env.os,
    arch: host.env.arch
  };
  return [
    {
      name: "innkeeper_build_info",
      help: "What runs here",
      type: "gauge",
      samples: [
        {
          labels,
          value: 1
        }
      ]
    },
    {
      name: "innkeeper_ready",
      help: "1 once every hypervisor was looked at",
      type: "gauge",
      samples: [
        {
          value: state === "ready" ? 1 : 0
        }
      ]
    },
    {
      name: "process_start_time_seconds",
      help: "Start of the program since 1970",
      type: "gauge",
      samples: [
        {
          value: startedAt / 1e3
        }
      ]
    }
  ];
}
async function memoryFamily({ host }) {
  const text = await host.files.readText("/proc/self/status", {
    limit: 16384
  }).catch(() => void 0);
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(text ?? "")?.[1];
  if (kib === void 0) return [];
  return [
    {
      name: "process_resident_memory_bytes",
      help: "Memory of the program that is in use",
      type: "gauge",
      samples: [
        {
          value: Number(kib) * 1024
        }
      ]
    }
  ];
}
async function emulatorFamilies(watches, signal) {
  const samples = [];
  for (const watch of watches) {
    const emulators = await watch.emulators({
      signal
    });
    for (const state of STATES) {
      const value = emulators.filter((emulator) => emulator.state === state).length;
      samples.push({
        labels: {
          uri: watch.uri,
          state
        },
        value
      });
    }
  }
  return [
    {
      name: "innkeeper_emulators",
      help: "Emulators by probe state",
      type: "gauge",
      samples
    }
  ];
}
function probeFamilies(watches) {
  return [
    {
      name: "capabilities_probes_total",
      help: "Probes by outcome",
      type: "counter",
      samples: watches.flatMap((watch) => withUri(watch, watch.probes.samples()))
    },
    {
      name: "capabilities_probe_duration_seconds",
      help: "Time one emulator took to probe",
      type: "histogram",
      samples: watches.flatMap((watch) => withUri(watch, watch.durations.samples()))
    }
  ];
}
function cacheFamilies(watches) {
  const caching = watches.filter(({ connection }) => connection.supports("cache"));
  const counted = caching.map((watch) => ({
    watch,
    counters: watch.connection.getCacheCounters()
  }));
  const invalidations = counted.flatMap(({ watch, counters }) => Object.entries(counters.invalidations).map(([reason, value]) => ({
    labels: {
      uri: watch.uri,
      reason
    },
    value
  })));
  return [
    {
      name: "capabilities_invalidations_total",
      help: "Entries that were no longer valid, by the first reason",
      type: "counter",
      samples: invalidations
    },
    ...CACHE_FAMILIES.map(({ counter, name, help }) => ({
      name,
      help,
      type: "counter",
      samples: counted.map(({ watch, counters }) => ({
        labels: {
          uri: watch.uri
        },
        value: counters[counter]
      }))
    }))
  ];
}
function withUri({ uri }, samples) {
  return samples.map((sample) => ({
    ...sample,
    labels: {
      uri,
      ...sample.labels
    }
  }));
}

// src/http/routes/openapi.ts
var HTML = "text/html; charset=utf-8";
var getOpenApi = {
  method: "GET",
  path: "/openapi.json",
  operation: "getOpenApi",
  tag: "Operation",
  summary: "This description, as OpenAPI 3.1",
  answers: {
    200: {
      description: "The document",
      content: {
        "application/json": {
          type: "object"
        }
      }
    }
  },
  async handle(context) {
    const body = `${JSON.stringify(await describe(context))}
`;
    return {
      mediaType: context.mediaType,
      body,
      tagged: true
    };
  }
};
var getReference = {
  method: "GET",
  path: "/reference",
  operation: "getReference",
  tag: "Pages",
  summary: "This description, to read",
  answers: {
    200: {
      description: "A page",
      content: {
        "text/html": {
          type: "string"
        }
      }
    }
  },
  async handle(context) {
    const { renderReference } = await import("./render_reference-JYOBWWFO.js");
    return {
      mediaType: HTML,
      body: renderReference(await describe(context)),
      tagged: true
    };
  }
};
async function describe({ routes: routes2, version }) {
  const [{ describeRoutes }, { namedSchemas }] = await Promise.all([
    import("./openapi-DUY5TEQX.js"),
    import("./mod-VED6PTUC.js")
  ]);
  return describeRoutes(routes2, {
    version,
    schemas: namedSchemas()
  });
}

// src/http/routes/page.ts
var getPage = {
  method: "GET",
  path: "/",
  operation: "getPage",
  tag: "Pages",
  summary: "What is known of this host, to read",
  answers: {
    200: {
      description: "A page",
      content: {
        "text/html": {
          type: "string"
        }
      }
    }
  },
  async handle({ agent, version, signal }) {
    const { gatherPage, renderPage } = await import("./mod-VWX37PRJ.js");
    return {
      mediaType: "text/html; charset=utf-8",
      body: renderPage(await gatherPage(agent, {
        version,
        signal
      }))
    };
  }
};

// src/http/routes/mod.ts
var routes = [
  getCapabilities,
  getDomainCapabilities,
  listEmulators,
  refreshEmulators,
  listDrivers,
  livez,
  readyz,
  getMetrics,
  getOpenApi,
  getReference,
  getPage,
  getStyle,
  getLiveScript
];

// src/http/create_app.ts
var SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin"
};
var CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
function createApp(options) {
  const { agent, token, metrics = new HttpMetrics(), log = silentLog } = options;
  const guard = token === void 0 ? void 0 : createGuard({
    token,
    session: agent.host.ids.hex(64)
  });
  const door = {
    ...options,
    metrics,
    log,
    guard
  };
  const app = new Hono3();
  for (const route of routes) {
    app.on(route.method, route.path, (context) => timed(door, route, () => serve(door, route, context.req.raw)));
  }
  app.all("*", (context) => timed(door, void 0, () => serveOther(door, context.req.raw)));
  const fetch = async (request) => await app.fetch(request);
  return {
    fetch,
    request: (path, init) => fetch(new Request(new URL(path, "http://localhost"), init))
  };
}
async function timed(door, route, work) {
  const { clock } = door.agent.host;
  const began = clock.monotonic();
  const response = await work();
  door.agent.noteWork();
  door.metrics.count({
    route: route?.path ?? "other",
    method: route?.method ?? "other",
    status: response.status,
    ms: clock.monotonic() - began
  });
  return response;
}
async function serve(door, route, request) {
  try {
    const refusal = door.guard && await refuse(door.guard, request, route);
    if (refusal !== void 0) return refusal;
    const read = await readRequest(route, request);
    if ("problem" in read) return respond(answerProblem(read.problem));
    const { agent, metrics, version } = door;
    const context = {
      agent,
      metrics,
      version,
      routes,
      signal: request.signal,
      ...read
    };
    return await respondTagged(request, await route.handle(context));
  } catch (error) {
    return respondError(door, request, error);
  }
}
async function refuse(guard, request, { open, path }) {
  const wrongHost = guard.checkHost(request);
  if (wrongHost !== void 0) return respond(answerProblem(wrongHost));
  if (open || await guard.admits(request)) return void 0;
  if (path === "/") return await logIn(guard, request);
  const document = problem(401, "The token is missing or wrong", {
    code: "VIR_ERR_AUTH_FAILED",
    number: 45,
    hint: "Send the header Authorization: Bearer TOKEN; the token is in the file that agent.token_file names"
  });
  return respond(answerProblem(document, {
    "www-authenticate": "Bearer"
  }));
}
async function logIn(guard, request) {
  const token = new URL(request.url).searchParams.get("token");
  if (token !== null && await guard.isToken(token)) return redirectHome(guard);
  const { renderLogin } = await import("./mod-VWX37PRJ.js");
  return respond({
    status: 401,
    mediaType: "text/html; charset=utf-8",
    body: renderLogin(token !== null)
  });
}
async function serveOther(door, request) {
  const { guard, agent } = door;
  const { pathname } = new URL(request.url);
  try {
    const wrongHost = guard?.checkHost(request);
    if (wrongHost !== void 0) return respond(answerProblem(wrongHost));
    if (isForm(request)) {
      const outcome = await handleForm({
        request,
        agent,
        guard
      });
      if (outcome === "logged-in" && guard !== void 0) return redirectHome(guard);
      if (outcome === "done") return redirectHome();
      const { renderLogin } = await import("./mod-VWX37PRJ.js");
      return respond({
        status: 401,
        mediaType: "text/html; charset=utf-8",
        body: renderLogin(true)
      });
    }
    const methods = routes.filter(({ path }) => path === pathname).map(({ method }) => method);
    if (methods.length === 0) {
      return respond(answerProblem(problem(404, `There is no ${pathname.slice(0, 200)}: see /openapi.json`)));
    }
    const allow = methods.flatMap((method) => method === "GET" ? [
      "GET",
      "HEAD"
    ] : [
      method
    ]).join(", ");
    return respond(answerProblem(problem(405, `${pathname} is asked with ${allow}`), {
      allow
    }));
  } catch (error) {
    return respondError(door, request, error);
  }
}
function respondError({ log }, request, error) {
  const document = problemOf(error);
  if (!(error instanceof VirtError) || document.status === 500) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const path = new URL(request.url).pathname;
    log.error("Cannot answer a request", {
      method: request.method,
      path,
      error: message,
      stack
    });
  }
  return respond(answerProblem(document));
}
function redirectHome(guard) {
  const headers = new Headers({
    ...SECURITY_HEADERS,
    location: "/",
    "cache-control": "no-store"
  });
  if (guard !== void 0) headers.set("set-cookie", guard.cookie);
  return new Response(null, {
    status: 303,
    headers
  });
}
async function respondTagged(request, answer) {
  if (!answer.tagged) return respond(answer);
  const digest2 = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(answer.mediaType + answer.body));
  const etag = `"${toHex(digest2).slice(0, 32)}"`;
  const asked = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const unchanged = asked.includes(etag) || asked.includes("*");
  const headers = {
    ...answer.headers,
    etag,
    "cache-control": "private, no-cache",
    vary: "Accept"
  };
  return respond(unchanged ? {
    ...answer,
    status: 304,
    headers
  } : {
    ...answer,
    headers
  });
}
function respond({ status = 200, mediaType, body, headers = {} }) {
  const all = new Headers({
    "cache-control": "no-store",
    "content-security-policy": CONTENT_POLICY,
    ...SECURITY_HEADERS,
    ...headers
  });
  if (status === 304) return new Response(null, {
    status,
    headers: all
  });
  all.set("content-type", mediaType);
  return new Response(body, {
    status,
    headers: all
  });
}

// src/http/serve.ts
var MAX_SOCKET_PATH = 103;
var LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
var PATIENCE_MS = 2e3;
async function serveHttp(options) {
  const { agent, version, log = silentLog, socket, tcp } = options;
  const metrics = new HttpMetrics();
  if (socket === void 0 && tcp === void 0) throw new Error("Nothing to listen on: give a socket or an address");
  if (tcp !== void 0) requireLoopback(tcp.hostname);
  const stops = [];
  const stop = async () => {
    await Promise.all(stops.splice(0).map((one) => one()));
  };
  try {
    if (socket !== void 0) {
      stops.push(await listenUnix(createApp({
        agent,
        version,
        log,
        metrics
      }), agent.host, socket));
    }
    const url = tcp && listenTcp(createApp({
      agent,
      version,
      log,
      metrics,
      token: tcp.token
    }), tcp, stops);
    return {
      ...socket === void 0 ? {} : {
        socket: socket.path
      },
      ...url === void 0 ? {} : {
        url
      },
      stop,
      [Symbol.asyncDispose]: stop
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
async function listenUnix(app, host, { path, mode = 384, gid }) {
  const fresh = `${path}.new`;
  if (new TextEncoder().encode(path).length > MAX_SOCKET_PATH) {
    throw new Error(`The socket path "${path}" is longer than ${MAX_SOCKET_PATH} bytes: choose a shorter one`);
  }
  await host.files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/", {
    mode: 448
  });
  await requireFree(host, path);
  await requireFree(host, fresh);
  await host.files.remove(fresh);
  const server = Deno.serve({
    path: fresh,
    onListen() {
    }
  }, app.fetch);
  try {
    await host.files.changeMode(fresh, mode);
    if (gid !== void 0) await host.files.changeOwner(fresh, host.env.uid, gid);
    const bound = await host.files.lstat(fresh);
    await host.files.rename(fresh, path);
    return async () => {
      const now = await host.files.lstat(path);
      if (now !== void 0 && now.ino === bound?.ino && now.dev === bound.dev) await host.files.remove(path);
      await close(server);
    };
  } catch (error) {
    await close(server);
    await host.files.remove(fresh);
    throw error;
  }
}
async function requireFree(host, path) {
  const stat = await host.files.lstat(path);
  if (stat === void 0) return;
  if (stat.kind !== "socket") {
    throw new Error(`Cannot listen on "${path}": a ${stat.kind} is there; remove it or choose another path`);
  }
  if (await answers(path)) {
    throw new Error(`Cannot listen on "${path}": another program answers there; stop it or choose another path`);
  }
}
async function answers(path) {
  try {
    const connection = await Deno.connect({
      transport: "unix",
      path
    });
    connection.close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused || error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
function listenTcp(app, { hostname, port }, stops) {
  const server = Deno.serve({
    hostname,
    port,
    onListen() {
    }
  }, app.fetch);
  stops.push(() => close(server));
  const { hostname: bound, port: chosen } = server.addr;
  return `http://${bound.includes(":") ? `[${bound}]` : bound}:${chosen}/`;
}
function requireLoopback(hostname) {
  if (LOOPBACK.test(hostname)) return;
  throw new Error(`Cannot listen on "${hostname}": only loopback addresses are served; put a server with TLS in front for others`);
}
async function close(server) {
  const late = Promise.withResolvers();
  const timer = setTimeout(late.resolve, PATIENCE_MS);
  await Promise.race([
    server.shutdown(),
    late.promise
  ]);
  clearTimeout(timer);
}

// src/cli/serve.ts
async function serveOrExplain(options) {
  try {
    return await serveHttp(options);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Cannot listen")) throw error;
    const places = [
      ...options.socket === void 0 ? [] : [
        `the socket "${options.socket.path}"`
      ],
      ...options.tcp === void 0 ? [] : [
        `the address ${options.tcp.hostname}:${options.tcp.port}`
      ]
    ];
    throw new CliError(`Cannot listen on ${places.join(" and ")}; choose another with --socket or --listen`, EXIT.failure, {
      cause: error
    });
  }
}

// src/cli/token.ts
var TOKEN_DIGITS = 64;
var TOKEN = /^[A-Za-z0-9._~+/-]{16,512}=*$/;
function makeToken(host) {
  return host.ids.hex(TOKEN_DIGITS);
}
async function readToken(host, path) {
  const { files, env } = host;
  const stat = await files.lstat(path);
  if (stat === void 0) return await createToken(host, path);
  if (stat.kind !== "file") {
    throw new ConfigError(`Cannot use "${path}" as the token: it is no file but a ${stat.kind}; remove it`);
  }
  if ((stat.mode & 63) !== 0) {
    const mode = stat.mode.toString(8).padStart(4, "0");
    throw new ConfigError(`Cannot use "${path}" as the token: its mode is ${mode}, so others may use it; chmod 0600 it`);
  }
  if (stat.uid !== env.uid && stat.uid !== 0) {
    throw new ConfigError(`Cannot use "${path}" as the token: it belongs to user ${stat.uid}; chown ${env.uid} it`);
  }
  const token = (await files.readText(path, {
    limit: 1024
  }) ?? "").trim();
  if (TOKEN.test(token)) return token;
  throw new ConfigError(`Cannot use "${path}" as the token: it has to hold 16 to 512 letters and digits on one line; remove it to have one made`);
}
async function createToken(host, path) {
  const token = makeToken(host);
  try {
    await host.files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/", {
      mode: 448
    });
    await host.files.write(path, `${token}
`, {
      mode: 384,
      exclusive: true
    });
  } catch (error) {
    throw new ConfigError(`Cannot make the token file "${path}"; set agent.token_file to one that can be made`, {
      cause: error
    });
  }
  return token;
}

// src/cli/commands/agent.ts
var command = {
  options: [
    {
      name: "socket",
      value: "PATH",
      setting: "agent.socket",
      doc: "Serve this unix socket"
    },
    {
      name: "listen",
      value: "ADDRESS:PORT",
      setting: "agent.listen",
      doc: "Also serve this loopback address, to callers with the token"
    },
    {
      name: "token-file",
      value: "FILE",
      setting: "agent.token_file",
      doc: "The token is in this file"
    }
  ],
  positionals: [],
  details: [
    "Runs in the foreground until SIGTERM or SIGINT, answers from the first moment on, and says probing of what is not known yet. Messages go to standard error. The API is described at /openapi.json and /reference."
  ],
  examples: [
    {
      line: "innkeeper agent",
      does: "serve the socket"
    },
    {
      line: "innkeeper agent --listen 127.0.0.1:8642",
      does: "serve loopback, too"
    },
    {
      line: "curl --unix-socket /run/innkeeper/innkeeper.sock http://localhost/readyz",
      does: "ask it"
    }
  ],
  run
};
async function run(context) {
  const { signal } = context;
  const [host, configuration] = await Promise.all([
    context.host(),
    context.configuration()
  ]);
  const log = agentLog(context, {
    host,
    configuration
  });
  const socket = await socketOptions(host, configuration);
  const tcp = await tcpOptions(host, configuration);
  const uri = configuration.get("uri");
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
  await using server = await serveOrExplain({
    agent,
    version: deno_default.version,
    log,
    socket,
    ...tcp === void 0 ? {} : {
      tcp
    }
  });
  log.info("Serving", {
    version: deno_default.version,
    pid: host.env.pid,
    socket: server.socket,
    url: server.url
  });
  await aborted(signal);
  log.info("Stopping");
  return EXIT.ok;
}
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), {
      once: true
    });
  });
}
function agentLog({ terminal }, { host, configuration }) {
  const wanted = configuration.get("log.format");
  const format = wanted === "auto" ? terminal.errIsTerminal ? "text" : "json" : wanted;
  return terminalLog(terminal, {
    level: configuration.get("log.level"),
    format,
    clock: host.clock
  });
}
async function socketOptions(host, configuration) {
  const group = configuration.get("agent.socket_group");
  return {
    path: configuration.get("agent.socket"),
    mode: configuration.get("agent.socket_mode"),
    ...group === "" ? {} : {
      gid: await groupNumber(host, group)
    }
  };
}
async function groupNumber(host, group) {
  if (/^\d+$/.test(group)) return Number(group);
  const lines = (await host.files.readText("/etc/group") ?? "").split("\n");
  const gid = lines.find((line) => line.startsWith(`${group}:`))?.split(":")[2];
  if (gid !== void 0 && /^\d+$/.test(gid)) return Number(gid);
  throw new ConfigError(`"agent.socket_group" names "${group}", but there is no such group in /etc/group`);
}
async function tcpOptions(host, configuration) {
  const address = parseLoopback(configuration.get("agent.listen"));
  if (address === void 0) return void 0;
  const socket = configuration.get("agent.socket");
  const beside = `${socket.slice(0, socket.lastIndexOf("/"))}/innkeeper.token`;
  return {
    ...address,
    token: await readToken(host, configuration.get("agent.token_file") || beside)
  };
}

export {
  startAgent,
  serveOrExplain,
  makeToken,
  command,
  aborted
};
