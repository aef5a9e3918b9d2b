import {
  stableCpuid
} from "./chunk-TISH7ZDI.js";
import {
  deno_default
} from "./chunk-Y7NETJHG.js";
import {
  XmlWriter
} from "./chunk-PPW2KBSA.js";
import {
  silentLog
} from "./chunk-26Q5ZKW6.js";
import {
  DOMAIN_AFFECT_FLAGS,
  DOMAIN_CREATE_FLAGS,
  DOMAIN_DESTROY_FLAGS,
  DOMAIN_DUMP_FLAGS,
  DOMAIN_SAVE_FLAGS,
  DOMAIN_SHUTDOWN_FLAGS,
  DOMAIN_UNDEFINE_FLAGS,
  DOMAIN_VCPU_FLAGS,
  DocumentError,
  ERROR_DOMAINS,
  checkFlags,
  flagsToNumber,
  isElement,
  isVirtType,
  parse,
  readDocument
} from "./chunk-7X5P3HIZ.js";
import {
  versionText
} from "./chunk-HQZ27YEO.js";
import {
  ERROR_CODES,
  VirtError,
  invalidArgument
} from "./chunk-33PIS4WT.js";
import {
  BOOLEAN,
  INTEGER,
  TEXT
} from "./chunk-6S2T734L.js";

// src/drivers/qemu/cache_part.ts
function createCachePart(store) {
  return {
    directory: store.directory,
    counters: () => store.counters(),
    show: (key) => store.show(key),
    purge: (keys) => store.purge(keys),
    async why(key) {
      return describe(store, key, (await store.check([
        key
      ])).get(key));
    },
    async listEntries() {
      return [
        ...await store.entries()
      ].map(([key, verdict]) => describe(store, key, verdict));
    }
  };
}
function describe(store, key, verdict) {
  if (verdict === void 0) return {
    key,
    state: "absent"
  };
  if (verdict.state === "failed") {
    const { detail, retryAt, reason: reason2, failedAt, fingerprint } = verdict.failure;
    return {
      key,
      state: "failed",
      error: detail,
      retryAt,
      madeFor: reason2,
      storedAt: failedAt,
      facts: fingerprint
    };
  }
  const { row } = verdict;
  const reason = verdict.state === "invalid" ? {
    reason: verdict.reason
  } : {};
  if (row === void 0) return {
    key,
    state: verdict.state === "gone" ? "gone" : "absent",
    ...reason
  };
  const { path: path2, size: size2 } = store.fileOf(key);
  return {
    key,
    state: verdict.state,
    ...reason,
    madeFor: row.reason,
    storedAt: row.storedAt,
    file: path2,
    ...size2 === void 0 ? {} : {
      size: size2
    },
    facts: row.fingerprint
  };
}

// src/base/defined.ts
function defined(value) {
  const copy = {};
  for (const name in value) {
    if (value[name] !== void 0) copy[name] = value[name];
  }
  return copy;
}

// src/host/cpu_list.ts
var HIGHEST = 65535;
function parseCpuList(text2) {
  const numbers = /* @__PURE__ */ new Set();
  const trimmed = text2.trim();
  if (trimmed === "") return [];
  for (const part of trimmed.split(",")) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || last < first || last > HIGHEST) {
      throw new SyntaxError(`Expected a list such as 0-3,8, found ${JSON.stringify(text2.slice(0, 80))}`);
    }
    for (let number2 = first; number2 <= last; number2++) numbers.add(number2);
  }
  return [
    ...numbers
  ].sort((one, other) => one - other);
}
function formatCpuList(numbers) {
  const sorted = [
    ...new Set(numbers)
  ].sort((one, other) => one - other);
  const parts3 = [];
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at];
    while (sorted[at + 1] === (sorted[at] ?? NaN) + 1) at++;
    parts3.push(first === sorted[at] ? `${first}` : `${first}-${sorted[at]}`);
  }
  return parts3.join(",");
}

// src/host/fact_files.ts
var FactFiles = class {
  #files;
  #root;
  #problems;
  constructor(host2, options = {}) {
    this.#files = host2.files;
    this.#root = (options.root ?? "").replace(/\/+$/, "");
    this.#problems = options.problems;
  }
  /** The text without white space around it; a few KiB at most by default. */
  async text(path2, options) {
    const text2 = await this.#read(path2, (real) => this.#files.readText(real, {
      limit: options?.limit ?? 1024 * 1024
    }));
    return text2?.trim();
  }
  /** The first bytes of a file, as text. */
  async head(path2, length) {
    const bytes2 = await this.#read(path2, (real) => this.#files.readBytes(real, {
      length
    }));
    return bytes2 === void 0 ? void 0 : new TextDecoder().decode(bytes2);
  }
  /** A decimal whole number; negative ones too. */
  async integer(path2) {
    const text2 = await this.text(path2);
    if (text2 === void 0) return void 0;
    if (/^-?\d{1,15}$/.test(text2)) return Number(text2);
    this.report(path2, `Expected a whole number, found ${JSON.stringify(text2.slice(0, 40))}`);
    return void 0;
  }
  /** The text as `parse` understands it; what it throws is a problem of the file. */
  async parsed(path2, parse3, options) {
    const text2 = await this.text(path2, options);
    if (text2 === void 0) return void 0;
    try {
      return parse3(text2);
    } catch (cause) {
      this.report(path2, cause instanceof Error ? cause.message : String(cause), cause);
      return void 0;
    }
  }
  /** Names in a directory, sorted. */
  list(path2) {
    return this.#read(path2, (real) => this.#files.list(real));
  }
  /** Identity of a file. */
  stat(path2) {
    return this.#read(path2, (real) => this.#files.stat(real));
  }
  /** Whether there is anything at the path. */
  async exists(path2) {
    return await this.stat(path2) !== void 0;
  }
  /** Whether this process may use the path so. */
  async access(path2, how) {
    return await this.#files.access(this.#root + path2, how);
  }
  /** Writes a problem down, or throws it where nobody keeps a list. */
  report(path2, message, cause) {
    if (this.#problems === void 0) throw new Error(`Cannot read "${path2}": ${message}`, {
      cause
    });
    this.#problems.push({
      path: path2,
      message
    });
  }
  async #read(path2, read) {
    try {
      return await read(this.#root + path2);
    } catch (cause) {
      this.report(path2, cause instanceof Error ? cause.message : String(cause), cause);
      return void 0;
    }
  }
};

// src/host/count_nodes.ts
var NODES = "/sys/devices/system/node";
async function readNodeMembers(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const names = await files.list(NODES);
  if (names === void 0) return void 0;
  const members2 = /* @__PURE__ */ new Map();
  for (const name of names) {
    const node = /^node(\d+)$/.exec(name)?.[1];
    if (node === void 0) continue;
    const entries2 = await files.list(`${NODES}/${name}`) ?? [];
    const cpus = entries2.flatMap((entry) => /^cpu(\d+)$/.exec(entry)?.[1] ?? []).map(Number);
    const listed = cpus.length > 0 ? cpus : await files.parsed(`${NODES}/${name}/cpulist`, parseCpuList) ?? [];
    members2.set(Number(node), listed);
  }
  return members2;
}
function countNodes(cpus, members2, options = {}) {
  const subcore = validSubcore(cpus, options.threadsPerSubcore ?? 0);
  const settings = {
    cpuIsCore: options.cpuIsCore ?? false,
    subcore
  };
  const nodes = [
    ...members2?.values() ?? []
  ].map((ids) => countOne(cpus.filter((cpu2) => ids.includes(cpu2.id)), settings));
  const known = nodes.length > 0 && nodes.some((node) => node.cpus > 0);
  const counted = known ? nodes : [
    countOne(cpus, settings)
  ];
  const total = {
    cpus: sum(counted.map((node) => node.cpus)),
    offline: sum(counted.map((node) => node.offline)),
    nodes: counted.length,
    sockets: Math.max(...counted.map((node) => node.sockets)),
    cores: Math.max(...counted.map((node) => node.cores)),
    threads: Math.max(...counted.map((node) => node.threads))
  };
  const all = total.cpus + total.offline;
  return total.nodes * total.sockets * total.cores * total.threads === all ? total : {
    ...total,
    nodes: 1,
    sockets: 1,
    cores: all,
    threads: 1
  };
}
function validSubcore(cpus, threads) {
  return threads > 0 && cpus.every((cpu2) => !cpu2.online || cpu2.id % threads === 0) ? threads : 0;
}
function countOne(cpus, settings) {
  const { subcore } = settings;
  const online = cpus.filter((cpu2) => cpu2.online);
  const running = new Set(online.map((cpu2) => cpu2.id));
  const sleeping = cpus.filter((cpu2) => !cpu2.online && subcore > 0 && running.has(cpu2.id - cpu2.id % subcore)).length;
  const cores = /* @__PURE__ */ new Map();
  for (const cpu2 of online) {
    const socket2 = cpu2.socketId ?? 0;
    cores.set(socket2, (cores.get(socket2) ?? /* @__PURE__ */ new Set()).add(settings.cpuIsCore ? cpu2.id : cpu2.coreId ?? 0));
  }
  return {
    cpus: online.length + sleeping,
    offline: cpus.length - online.length - sleeping,
    sockets: cores.size,
    cores: Math.max(0, ...[
      ...cores.values()
    ].map((set) => set.size)),
    threads: Math.max(0, ...online.map((cpu2) => cpu2.siblings?.length ?? 1)) * Math.max(1, subcore)
  };
}
function sum(numbers) {
  return numbers.reduce((total, number2) => total + number2, 0);
}

// src/host/read_resctrl.ts
var INFO = "/sys/fs/resctrl/info";
async function readResctrl(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const names = await files.list(INFO);
  if (names === void 0) return void 0;
  const allocations = [];
  for (const name of names) {
    const allocation = await readAllocation(files, name);
    if (allocation) allocations.push(allocation);
  }
  const bandwidth2 = await readBandwidth(files);
  const monitoring = await readMonitoring(files);
  return {
    allocations,
    ...bandwidth2 && {
      bandwidth: bandwidth2
    },
    ...monitoring && {
      monitoring
    }
  };
}
var SCOPES = {
  "": "both",
  CODE: "code",
  DATA: "data"
};
async function readAllocation(files, name) {
  const match = /^L(\d)(|CODE|DATA)$/.exec(name);
  const scope = SCOPES[match?.[2] ?? "?"];
  if (match === null || scope === void 0) return void 0;
  const mask = await files.text(`${INFO}/${name}/cbm_mask`);
  const maxAllocs = await files.integer(`${INFO}/${name}/num_closids`);
  const minBits = await files.integer(`${INFO}/${name}/min_cbm_bits`);
  if (mask === void 0 || minBits === void 0 || !/^[0-9a-f]{1,16}$/i.test(mask)) {
    files.report(`${INFO}/${name}`, "Expected cbm_mask in hexadecimal and min_cbm_bits");
    return void 0;
  }
  const bits = [
    ...BigInt(`0x${mask}`).toString(2)
  ].filter((bit) => bit === "1").length;
  return {
    level: Number(match[1]),
    scope,
    maxAllocs: maxAllocs ?? 0,
    bits,
    minBits
  };
}
async function readBandwidth(files) {
  const granularity = await files.integer(`${INFO}/MB/bandwidth_gran`);
  if (granularity === void 0) return void 0;
  const min = await files.integer(`${INFO}/MB/min_bandwidth`);
  const maxAllocs = await files.integer(`${INFO}/MB/num_closids`);
  if (min !== void 0 && maxAllocs !== void 0) return {
    granularity,
    min,
    maxAllocs
  };
  files.report(`${INFO}/MB`, "Expected min_bandwidth and num_closids beside bandwidth_gran");
  return void 0;
}
async function readMonitoring(files) {
  const maxMonitors = await files.integer(`${INFO}/L3_MON/num_rmids`);
  if (maxMonitors === void 0) return void 0;
  const reuseThreshold = await files.integer(`${INFO}/L3_MON/max_threshold_occupancy`);
  const features2 = await files.text(`${INFO}/L3_MON/mon_features`);
  if (features2) {
    return {
      maxMonitors,
      ...reuseThreshold === void 0 ? {} : {
        reuseThreshold
      },
      features: features2.split("\n")
    };
  }
  files.report(`${INFO}/L3_MON`, "Expected names in mon_features beside num_rmids");
  return void 0;
}

// src/host/scale_bytes.ts
var UNITS = [
  "B",
  "KiB",
  "MiB",
  "GiB",
  "TiB",
  "PiB",
  "EiB"
];
function scaleBytes(bytes2) {
  let value = bytes2;
  let step = 0;
  while (value !== 0 && value % 1024 === 0 && step < UNITS.length - 1) {
    value /= 1024;
    step++;
  }
  return {
    value,
    unit: UNITS[step] ?? "B"
  };
}
function bytesIn(bytes2, unit) {
  return bytes2 / 1024 ** Math.max(0, UNITS.indexOf(unit));
}
function smallerUnit(one, other) {
  return UNITS.indexOf(one) < UNITS.indexOf(other) ? one : other;
}
function parseKernelSize(text2) {
  const match = /^(\d{1,12})([KMG]?)$/.exec(text2.trim());
  if (match === null) throw new SyntaxError(`Expected a size such as 512K, found ${JSON.stringify(text2.slice(0, 40))}`);
  return Number(match[1]) * 1024 ** [
    "",
    "K",
    "M",
    "G"
  ].indexOf(match[2] ?? "");
}

// src/host/read_caches.ts
var CPUS = "/sys/devices/system/cpu";
var TYPES = {
  Unified: "both",
  Instruction: "code",
  Data: "data"
};
var SCOPE_ORDER = [
  "both",
  "code",
  "data"
];
async function readCaches(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const resctrl = await readResctrl(host2, options);
  const found = /* @__PURE__ */ new Map();
  for (const cpu2 of await files.parsed(`${CPUS}/online`, parseCpuList) ?? []) {
    const directory = `${CPUS}/cpu${cpu2}/cache`;
    for (const name of await files.list(directory) ?? []) {
      if (!/^index\d+$/.test(name)) continue;
      const cache2 = await readCache(files, `${directory}/${name}`, options.minLevel ?? 3);
      if (cache2) found.set(JSON.stringify(cache2), cache2);
    }
  }
  const caches = [
    ...found.values()
  ].sort((one, other) => one.level - other.level || one.id - other.id);
  return {
    banks: caches.map((cache2) => describeBank(cache2, resctrl)),
    ...describeWatching(caches, resctrl)
  };
}
async function readCache(files, directory, minLevel) {
  const level = await files.integer(`${directory}/level`);
  if (level === void 0 || level < minLevel) return void 0;
  const id = await files.integer(`${directory}/id`);
  const type = await files.text(`${directory}/type`);
  const bytes2 = await files.parsed(`${directory}/size`, parseKernelSize);
  const cpus = await files.parsed(`${directory}/shared_cpu_list`, parseCpuList);
  if (id === void 0 || type === void 0 || bytes2 === void 0 || cpus === void 0) return void 0;
  const known = TYPES[type];
  if (known === void 0) {
    files.report(`${directory}/type`, `Expected Unified, Instruction or Data, found ${JSON.stringify(type)}`);
    return void 0;
  }
  return {
    id,
    level,
    type: known,
    bytes: bytes2,
    cpus: formatCpuList(cpus)
  };
}
function describeBank(cache2, resctrl) {
  const allocations = (resctrl?.allocations ?? []).filter((allocation) => allocation.level === cache2.level);
  return {
    id: cache2.id,
    level: cache2.level,
    type: cache2.type,
    size: scaleBytes(cache2.bytes),
    cpus: cache2.cpus,
    controls: allocations.sort((one, other) => SCOPE_ORDER.indexOf(one.scope) - SCOPE_ORDER.indexOf(other.scope)).map((allocation) => describeControl(cache2, allocation))
  };
}
function describeControl(cache2, allocation) {
  const step = Math.floor(cache2.bytes / Math.max(1, allocation.bits));
  const common4 = {
    type: allocation.scope,
    maxAllocs: allocation.maxAllocs
  };
  const granularity = scaleBytes(step);
  if (allocation.minBits === 1) return {
    granularity,
    ...common4
  };
  const min = step * allocation.minBits;
  const unit = smallerUnit(granularity.unit, scaleBytes(min).unit);
  return {
    granularity: {
      value: bytesIn(step, unit),
      unit
    },
    min: bytesIn(min, unit),
    ...common4
  };
}
function describeWatching(caches, resctrl) {
  const bandwidth2 = resctrl?.bandwidth;
  const last = Math.max(...caches.map((cache2) => cache2.level));
  const memoryBandwidth = bandwidth2 === void 0 ? [] : caches.filter((cache2) => cache2.level === last).map((cache2) => ({
    id: cache2.id,
    cpus: cache2.cpus,
    controls: [
      bandwidth2
    ]
  }));
  const monitor2 = describeMonitor(resctrl, "llc_");
  const memoryBandwidthMonitor = describeMonitor(resctrl, "mbm_");
  return {
    ...monitor2 && {
      monitor: monitor2
    },
    memoryBandwidth,
    ...memoryBandwidthMonitor && {
      memoryBandwidthMonitor
    }
  };
}
function describeMonitor(resctrl, prefix) {
  const monitoring = resctrl?.monitoring;
  const features2 = monitoring?.features.filter((feature2) => feature2.startsWith(prefix)) ?? [];
  if (monitoring === void 0 || features2.length === 0) return void 0;
  const ofCache = prefix === "llc_" ? {
    level: 3,
    ...monitoring.reuseThreshold === void 0 ? {} : {
      reuseThreshold: monitoring.reuseThreshold
    }
  } : {};
  return {
    ...ofCache,
    maxMonitors: monitoring.maxMonitors,
    features: features2
  };
}

// src/host/parse_cpuinfo.ts
function parseCpuinfo(text2, arch) {
  const fields6 = firstFields(text2);
  const mhz = parseFrequency(text2, arch);
  const signature = parseSignature(text2, arch);
  return withoutUndefined({
    ...archFields(fields6, arch),
    flags: (fields6.get("flags") ?? fields6.get("Features") ?? fields6.get("features") ?? "").split(/\s+/).filter(Boolean),
    mhz,
    signature
  });
}
function parseMicrocode(text2) {
  return wholeNumber(/^microcode\s*:\s*(0x[0-9a-fA-F]+|\d+)/m.exec(text2)?.[1]);
}
function parseSignature(text2, arch) {
  const fields6 = firstFields(text2);
  function join2(names, write) {
    const values = names.map((name) => fields6.get(name));
    return values.every((value) => value !== void 0) ? write(...values) : void 0;
  }
  if (isX86(arch)) {
    return join2([
      "vendor_id",
      "model name",
      "cpu family",
      "model",
      "stepping"
    ], (vendor, name, family, model3, stepping) => `${vendor}, ${name}, family: ${family}, model: ${model3}, stepping: ${stepping}`);
  }
  if (arch.startsWith("ppc64")) return join2([
    "cpu",
    "revision"
  ], (name, revision) => `${name}, rev ${revision}`);
  if (arch.startsWith("s390")) {
    return join2([
      "vendor_id",
      "processor 0",
      "facilities"
    ], (vendor, processor, facilities) => `${vendor}, ${processor}, facilities: ${facilities}`);
  }
  return void 0;
}
function parseFrequency(text2, arch) {
  const name = isX86(arch) ? "cpu MHz" : arch.startsWith("ppc") ? "clock" : "cpu MHz dynamic";
  if (arch.startsWith("arm") || arch.startsWith("aarch64")) return void 0;
  let mhz;
  for (const match of text2.matchAll(new RegExp(`^${name}\\s*:\\s*(\\d+)`, "gm"))) mhz = Number(match[1]);
  return mhz;
}
function firstFields(text2) {
  const fields6 = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    if (name !== "" && !fields6.has(name)) fields6.set(name, line.slice(colon + 1).trim());
  }
  return fields6;
}
function archFields(fields6, arch) {
  if (isX86(arch)) {
    const sizes = /^(\d+) bits physical, (\d+) bits virtual$/.exec(fields6.get("address sizes") ?? "");
    return withoutUndefined({
      vendor: fields6.get("vendor_id"),
      modelName: fields6.get("model name"),
      family: wholeNumber(fields6.get("cpu family")),
      model: wholeNumber(fields6.get("model")),
      stepping: wholeNumber(fields6.get("stepping")),
      microcode: wholeNumber(fields6.get("microcode")),
      physicalBits: wholeNumber(sizes?.[1]),
      virtualBits: wholeNumber(sizes?.[2])
    });
  }
  if (arch.startsWith("arm") || arch.startsWith("aarch64")) {
    return withoutUndefined({
      vendor: fields6.get("CPU implementer"),
      modelName: fields6.get("model name") ?? fields6.get("Processor"),
      family: wholeNumber(fields6.get("CPU architecture")),
      model: wholeNumber(fields6.get("CPU part")),
      stepping: wholeNumber(fields6.get("CPU revision"))
    });
  }
  if (arch.startsWith("s390")) {
    const machine2 = /\bmachine = (\w+)/.exec(fields6.get("processor 0") ?? "")?.[1];
    return withoutUndefined({
      vendor: fields6.get("vendor_id"),
      modelName: machine2
    });
  }
  return withoutUndefined({
    modelName: fields6.get("cpu") ?? fields6.get("model name")
  });
}
function isX86(arch) {
  return arch === "x86_64" || arch === "i686";
}
function wholeNumber(text2) {
  return text2 !== void 0 && /^(0x[0-9a-fA-F]{1,8}|\d{1,10})$/.test(text2) ? Number(text2) : void 0;
}
function withoutUndefined(object2) {
  return Object.fromEntries(Object.entries(object2).filter(([, value]) => value !== void 0));
}

// src/host/read_cpu.ts
var CPUINFO = "/proc/cpuinfo";
var FIRST_PROCESSOR = 16 * 1024;
async function readCpu(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const text2 = await files.text(CPUINFO, {
    limit: 64 * 1024 * 1024
  }) ?? "";
  const cpuid = options.root ? void 0 : await host2.native.cpuid();
  return {
    ...parseCpuinfo(text2, await readArch(host2, options)),
    ...cpuid === void 0 ? {} : {
      cpuid
    }
  };
}
async function readCpuSignature(host2, options = {}) {
  const text2 = await new FactFiles(host2, options).head(CPUINFO, FIRST_PROCESSOR) ?? "";
  const arch = await readArch(host2, options);
  const signature = parseSignature(text2, arch);
  const microcode = arch === "x86_64" || arch === "i686" ? parseMicrocode(text2) : void 0;
  return {
    ...signature === void 0 ? {} : {
      signature
    },
    ...microcode === void 0 ? {} : {
      microcode
    }
  };
}
async function readArch(host2, options = {}) {
  const arch = await new FactFiles(host2, options).text("/proc/sys/kernel/arch") ?? host2.env.arch;
  return arch === "i386" || arch === "i586" ? "i686" : arch;
}

// src/host/parse_firmware.ts
var INTERFACES = [
  "bios",
  "openfirmware",
  "uboot",
  "uefi"
];
var MODES = [
  "split",
  "combined",
  "stateless"
];
function parseFirmware(text2, path2) {
  const json = asObject(parseJson(text2), "descriptor");
  return {
    path: path2,
    description: typeof json.description === "string" ? json.description : "",
    interfaces: asStrings(json["interface-types"], "interface-types").map((word) => oneOf(word, INTERFACES, "interface-types")),
    mapping: parseMapping(asObject(json.mapping, "mapping")),
    targets: asArray(json.targets, "targets").map((each) => {
      const target3 = asObject(each, "targets");
      return {
        architecture: asString(target3.architecture, "targets.architecture"),
        machines: asStrings(target3.machines, "targets.machines")
      };
    }),
    features: asStrings(json.features, "features"),
    tags: json.tags === void 0 ? [] : asStrings(json.tags, "tags")
  };
}
function parseMapping(mapping) {
  const device = asString(mapping.device, "mapping.device");
  switch (device) {
    case "flash":
      return parseFlash(mapping);
    case "kernel":
    case "memory":
      return {
        device,
        filename: asString(mapping.filename, "mapping.filename")
      };
    default:
      return {
        device: "other",
        name: device
      };
  }
}
function parseFlash(mapping) {
  const mode3 = mapping.mode === void 0 ? "split" : oneOf(asString(mapping.mode, "mapping.mode"), MODES, "mapping.mode");
  const executable = parseFile(mapping.executable, "mapping.executable");
  if (mode3 !== "split") return {
    device: "flash",
    mode: mode3,
    executable
  };
  return {
    device: "flash",
    mode: mode3,
    executable,
    nvramTemplate: parseFile(mapping["nvram-template"], "nvram-template")
  };
}
function parseFile(value, where) {
  const file = asObject(value, where);
  return {
    filename: asString(file.filename, `${where}.filename`),
    format: asString(file.format, `${where}.format`)
  };
}
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch (cause) {
    throw new SyntaxError("Expected a firmware descriptor in JSON", {
      cause
    });
  }
}
function asObject(value, where) {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new SyntaxError(`Expected an object at ${where}`);
}
function asArray(value, where) {
  if (Array.isArray(value)) return value;
  throw new SyntaxError(`Expected a list at ${where}`);
}
function asString(value, where) {
  if (typeof value === "string") return value;
  throw new SyntaxError(`Expected a text at ${where}`);
}
function asStrings(value, where) {
  return asArray(value, where).map((item) => asString(item, where));
}
function oneOf(word, known, where) {
  const found = known.find((each) => each === word);
  if (found !== void 0) return found;
  throw new SyntaxError(`Expected one of ${known.join(", ")} at ${where}, found ${JSON.stringify(word)}`);
}

// src/host/read_firmware.ts
var LONGEST = 1024 * 1024;
function firmwareDirectories(host2) {
  const directories = [
    "/usr/share/qemu/firmware",
    "/etc/qemu/firmware"
  ];
  if (host2.env.uid === 0) return directories;
  const home = host2.env.get("HOME");
  const config = host2.env.get("XDG_CONFIG_HOME") ?? (home === void 0 ? void 0 : `${home}/.config`);
  return config === void 0 ? directories : [
    ...directories,
    `${config}/qemu/firmware`
  ];
}
async function listFirmware(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const winners = /* @__PURE__ */ new Map();
  for (const directory of firmwareDirectories(host2)) {
    for (const name of await files.list(directory) ?? []) {
      if (name.startsWith(".")) continue;
      const stat = await files.stat(`${directory}/${name}`);
      if (stat?.kind === "file") winners.set(name, {
        path: `${directory}/${name}`,
        size: stat.size
      });
    }
  }
  return [
    ...winners
  ].filter(([, file]) => file.size > 0).sort(([one], [other]) => one < other ? -1 : 1).map(([, file]) => file.path);
}
async function readFirmware(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const descriptors = [];
  for (const path2 of await listFirmware(host2, options)) {
    const descriptor = await files.parsed(path2, (text2) => parseFirmware(text2, path2), {
      limit: LONGEST
    });
    if (descriptor) descriptors.push(descriptor);
  }
  return descriptors;
}

// src/host/read_helpers.ts
var LIBEXEC = [
  "/usr/lib/qemu",
  "/usr/libexec",
  "/usr/libexec/qemu"
];
var PATH = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin"
];
var HELPERS = [
  {
    name: "swtpm",
    before: [],
    version: "--version"
  },
  {
    name: "swtpm_setup",
    before: []
  },
  {
    name: "virtiofsd",
    before: LIBEXEC,
    version: "--version"
  },
  {
    name: "passt",
    before: []
  },
  {
    name: "slirp4netns",
    before: []
  },
  {
    name: "qemu-bridge-helper",
    before: LIBEXEC
  },
  {
    name: "qemu-pr-helper",
    before: []
  },
  {
    name: "qemu-rdp",
    before: []
  },
  {
    name: "dbus-daemon",
    before: [],
    version: "--version"
  }
];
async function readHelpers(host2, options = {}) {
  return await Promise.all(HELPERS.map(async ({ name, before, version }) => {
    const found = await findProgram(host2, name, {
      ...options,
      before
    });
    if (found.path === void 0 || version === void 0 || !options.versions || options.root) return found;
    const told = await askVersion(host2, [
      found.path,
      version
    ]);
    return told === void 0 ? found : {
      ...found,
      version: told
    };
  }));
}
async function findProgram(host2, name, options = {}) {
  const files = new FactFiles(host2, options);
  const search = host2.env.get("PATH")?.split(":").filter((directory) => directory.startsWith("/")) ?? PATH;
  for (const directory of /* @__PURE__ */ new Set([
    ...options.before ?? [],
    ...search
  ])) {
    const path2 = `${directory}/${name}`;
    const stat = await files.stat(path2);
    if (stat?.kind !== "file" || (stat.mode & 73) === 0) continue;
    const { size: size2, mtimeNs, ctimeNs } = stat;
    return {
      name,
      path: path2,
      size: size2,
      mtimeNs,
      ctimeNs
    };
  }
  return {
    name
  };
}
async function askVersion(host2, argv) {
  try {
    const result = await host2.exec.run({
      argv: [
        ...argv
      ]
    }, {
      deadlineMs: 2e3,
      outputLimit: 4096
    });
    return result.code === 0 ? parseVersion(result.stdout) : void 0;
  } catch {
    return void 0;
  }
}
function parseVersion(text2) {
  return /\b(\d+(?:\.\d+)+)\b/.exec(text2)?.[1];
}

// src/host/read_identity.ts
var DMI = [
  "/sys/devices/virtual/dmi/id/product_uuid",
  "/sys/class/dmi/id/product_uuid"
];
async function readIdentity(host2, options = {}) {
  const files = new FactFiles(host2, options);
  for (const path2 of DMI) {
    const uuid3 = parseUuid(await files.text(path2) ?? "");
    if (uuid3 !== void 0) return {
      uuid: uuid3,
      source: "dmi"
    };
  }
  const uuid2 = parseUuid(await files.text("/etc/machine-id") ?? "");
  return uuid2 === void 0 ? {} : {
    uuid: uuid2,
    source: "machine-id"
  };
}
function parseUuid(text2) {
  const digits = text2.trim().toLowerCase().replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(digits) || /^(.)\1*$/.test(digits)) return void 0;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// src/host/read_iommu.ts
async function readIommu(host2, options = {}) {
  const groups = await new FactFiles(host2, options).list("/sys/kernel/iommu_groups");
  return {
    groups: groups?.length ?? 0
  };
}

// src/host/read_kernel.ts
async function readKernel(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const release = await files.text("/proc/sys/kernel/osrelease");
  const version = await files.text("/proc/sys/kernel/version");
  return {
    ...release === void 0 ? {} : {
      release
    },
    ...version === void 0 ? {} : {
      version
    }
  };
}
function formatKernel(kernel) {
  if (kernel.release === void 0 || kernel.version === void 0) return void 0;
  return `${kernel.release} ${kernel.version}`;
}

// src/host/read_kvm.ts
var DEVICE = "/dev/kvm";
var MODULES = "/sys/module";
async function readKvmDevice(host2, options = {}) {
  const device = await readKvmAccess(host2, options);
  const answer = device.usable && !options.root ? await host2.native.kvm({
    tsc: options.tsc ?? false
  }) : void 0;
  if (answer === void 0) return device;
  const { apiVersion, maxVcpus: maxVcpus3, msrs, tsc } = answer;
  return {
    ...device,
    apiVersion,
    maxVcpus: maxVcpus3,
    ...defined({
      msrs,
      tsc
    })
  };
}
async function readKvmAccess(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const stat = await files.stat(DEVICE);
  if (stat === void 0) return {
    present: false,
    usable: false
  };
  const { mode: mode3, uid, gid, ctimeNs } = stat;
  return {
    present: true,
    mode: mode3,
    uid,
    gid,
    ctimeNs,
    usable: await files.access(DEVICE, "rw")
  };
}
function mayReadAndWrite(file, user) {
  if (user.uid === 0) return true;
  const shift = file.uid === user.uid ? 6 : user.gids.includes(file.gid) ? 3 : 0;
  return (file.mode >> shift & 6) === 6;
}
async function readKvmModules(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const names = (await files.list(MODULES) ?? []).filter((name) => /^kvm(_|$)/.test(name));
  return await Promise.all(names.map((name) => readModule(files, name)));
}
async function readModule(files, name) {
  const directory = `${MODULES}/${name}/parameters`;
  const values = await Promise.all((await files.list(directory) ?? []).map(async (parameter) => {
    const value = await files.text(`${directory}/${parameter}`);
    return value === void 0 ? [] : [
      [
        parameter,
        value
      ]
    ];
  }));
  return {
    name,
    parameters: Object.fromEntries(values.flat())
  };
}
function isOn(value) {
  return value !== void 0 && /^[Yy1]/.test(value);
}

// src/host/parse_meminfo.ts
function parseMemTotal(text2) {
  const match = /^(?:Node \d+ )?MemTotal:\s*(\d{1,15}) kB$/m.exec(text2);
  if (match === null) throw new SyntaxError("Expected a line MemTotal");
  return Number(match[1]);
}
function parseKernelPageSize(text2) {
  const match = /^KernelPageSize:\s*(\d{1,6}) kB$/m.exec(text2);
  return match === null ? void 0 : Number(match[1]);
}
function parseHugePageName(name) {
  const match = /^hugepages-(\d{1,12})kB$/i.exec(name);
  return match === null ? void 0 : Number(match[1]);
}

// src/host/read_memory.ts
var HUGE_PAGES = "/sys/kernel/mm/hugepages";
async function readMemory(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const totalKiB = await files.parsed("/proc/meminfo", parseMemTotal);
  const ordinary = await readPageSize(host2, options);
  const huge = await readHugePages(files, HUGE_PAGES);
  return {
    ...totalKiB === void 0 ? {} : {
      totalKiB
    },
    pageSizesKiB: [
      ...ordinary === void 0 ? [] : [
        ordinary
      ],
      ...huge.map((pages) => pages.sizeKiB)
    ]
  };
}
async function readPageSize(host2, options = {}) {
  const arch = await readArch(host2, options);
  if (arch === "x86_64" || arch === "i686" || arch === "s390x") return 4;
  const smaps = await new FactFiles(host2, options).head("/proc/self/smaps", 4096);
  return smaps === void 0 ? void 0 : parseKernelPageSize(smaps);
}
async function readHugePages(files, directory) {
  const pages = [];
  for (const name of await files.list(directory) ?? []) {
    const sizeKiB = parseHugePageName(name);
    if (sizeKiB === void 0) continue;
    pages.push({
      sizeKiB,
      count: await files.integer(`${directory}/${name}/nr_hugepages`) ?? 0
    });
  }
  return pages.sort((one, other) => one.sizeKiB - other.sizeKiB);
}

// src/host/read_topology.ts
var CPUS2 = "/sys/devices/system/cpu";
var NO_CLUSTER = 65535;
async function readTopology(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const running = await files.parsed(`${CPUS2}/online`, parseCpuList);
  const present = await files.parsed(`${CPUS2}/present`, parseCpuList) ?? running ?? [];
  const online = new Set(running ?? present);
  const cpus = [];
  for (const id of present) cpus.push(online.has(id) ? await readOnlineCpu(files, id) : {
    id,
    online: false
  });
  return {
    cpus,
    ...countParts(cpus)
  };
}
async function readOnlineCpu(files, id) {
  const topology = `${CPUS2}/cpu${id}/topology`;
  const clusterId = await files.integer(`${topology}/cluster_id`);
  return {
    id,
    online: true,
    // An architecture without the notion writes -1 or nothing, which libvirt takes for 0.
    socketId: Math.max(0, await files.integer(`${topology}/physical_package_id`) ?? 0),
    dieId: Math.max(0, await files.integer(`${topology}/die_id`) ?? 0),
    ...clusterId === void 0 || clusterId < 0 || clusterId === NO_CLUSTER ? {} : {
      clusterId
    },
    coreId: Math.max(0, await files.integer(`${topology}/core_id`) ?? 0),
    siblings: await files.parsed(`${topology}/thread_siblings_list`, parseCpuList) ?? [
      id
    ]
  };
}
function countParts(cpus) {
  const online = cpus.filter((cpu2) => cpu2.online);
  const hasClusters = online.some((cpu2) => cpu2.clusterId !== void 0);
  const socket2 = (cpu2) => `${cpu2.socketId}`;
  const die = (cpu2) => `${socket2(cpu2)}.${cpu2.dieId}`;
  const cluster = (cpu2) => `${die(cpu2)}.${cpu2.clusterId}`;
  const parent = hasClusters ? cluster : die;
  const core = (cpu2) => `${parent(cpu2)}.${cpu2.coreId}`;
  return {
    sockets: new Set(online.map(socket2)).size,
    diesPerSocket: mostPer(online, socket2, die),
    ...hasClusters ? {
      clustersPerDie: mostPer(online, die, cluster)
    } : {},
    coresPerParent: mostPer(online, parent, core),
    threadsPerCore: Math.max(0, ...online.map((cpu2) => cpu2.siblings?.length ?? 1))
  };
}
function mostPer(cpus, outer, inner) {
  const parts3 = /* @__PURE__ */ new Map();
  for (const cpu2 of cpus) {
    const members2 = parts3.get(outer(cpu2)) ?? /* @__PURE__ */ new Set();
    parts3.set(outer(cpu2), members2.add(inner(cpu2)));
  }
  return Math.max(0, ...[
    ...parts3.values()
  ].map((members2) => members2.size));
}

// src/host/read_numa.ts
var NODES2 = "/sys/devices/system/node";
async function readNuma(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const cpus = options.cpus ?? (await readTopology(host2, options)).cpus;
  const nodes = await readNodes(files);
  if (nodes === void 0) return {
    cells: [
      await readOnlyCell(host2, {
        ...options,
        cpus
      })
    ],
    interconnects: []
  };
  const pageSize = await readPageSize(host2, options);
  const cells = [];
  const interconnects = [];
  for (const id of nodes) {
    cells.push(await readCell(files, id, {
      nodes,
      pageSize,
      cpus
    }));
    interconnects.push(...await readInterconnects(files, id));
  }
  return {
    cells,
    interconnects: interconnects.sort(compareInterconnects)
  };
}
async function readNodes(files) {
  const online = await files.parsed(`${NODES2}/online`, parseCpuList);
  if (online !== void 0) return online;
  const names = await files.list(NODES2);
  return names?.flatMap((name) => /^node(\d+)$/.exec(name)?.[1] ?? []).map(Number).sort((one, other) => one - other);
}
async function readOnlyCell(host2, options) {
  const { totalKiB } = await readMemory(host2, options);
  return {
    id: 0,
    ...totalKiB === void 0 ? {} : {
      memory: {
        value: totalKiB,
        unit: "KiB"
      }
    },
    pages: [],
    distances: [],
    cpus: options.cpus.filter((cpu2) => cpu2.online).map(describeCpu)
  };
}
async function readCell(files, id, machine2) {
  const node = `${NODES2}/node${id}`;
  const members2 = await files.parsed(`${node}/cpulist`, parseCpuList) ?? [];
  const memory3 = await files.parsed(`${node}/meminfo`, parseMemTotal);
  const distances = await files.parsed(`${node}/distance`, (text2) => parseDistances(text2, machine2.nodes)) ?? [];
  const huge = await readHugePages(files, `${node}/hugepages`);
  const caches = await readMemorySideCaches(files, `${node}/memory_side_cache`);
  const pages = huge.map((each) => ({
    size: {
      value: each.sizeKiB,
      unit: "KiB"
    },
    count: each.count
  }));
  if (machine2.pageSize !== void 0 && memory3 !== void 0) {
    const reserved = huge.reduce((total, each) => total + each.sizeKiB * each.count, 0);
    const count3 = Math.floor((memory3 - reserved) / machine2.pageSize);
    pages.unshift({
      size: {
        value: machine2.pageSize,
        unit: "KiB"
      },
      count: count3
    });
  }
  return {
    id,
    ...memory3 === void 0 ? {} : {
      memory: {
        value: memory3,
        unit: "KiB"
      }
    },
    pages: pages.sort((one, other) => one.size.value - other.size.value),
    distances,
    ...caches.length === 0 ? {} : {
      caches
    },
    cpus: members2.map((member) => describeCpu(machine2.cpus.find((cpu2) => cpu2.id === member) ?? {
      id: member
    }))
  };
}
function describeCpu(cpu2) {
  if (!cpu2.online) return {
    id: cpu2.id
  };
  return {
    id: cpu2.id,
    socketId: cpu2.socketId ?? 0,
    dieId: cpu2.dieId ?? 0,
    ...cpu2.clusterId === void 0 ? {} : {
      clusterId: cpu2.clusterId
    },
    coreId: cpu2.coreId ?? 0,
    siblings: formatCpuList(cpu2.siblings ?? [
      cpu2.id
    ])
  };
}
function parseDistances(text2, nodes) {
  const values = text2.split(/\s+/).filter(Boolean).map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 0)) throw new SyntaxError("Expected distances");
  return nodes.flatMap((id, index2) => {
    const value = values[index2];
    return value === void 0 || value === 0 ? [] : {
      id,
      value
    };
  });
}
var INDEXING = [
  "direct",
  "full",
  "none"
];
var WRITE_POLICY = [
  "writeback",
  "writethrough",
  "none"
];
async function readMemorySideCaches(files, directory) {
  const caches = [];
  for (const name of await files.list(directory) ?? []) {
    const level = /^index(\d{1,3})$/.exec(name)?.[1];
    if (level === void 0) continue;
    const size2 = await files.integer(`${directory}/${name}/size`);
    const line = await files.integer(`${directory}/${name}/line_size`);
    const associativity = INDEXING[await files.integer(`${directory}/${name}/indexing`) ?? -1];
    const policy2 = WRITE_POLICY[await files.integer(`${directory}/${name}/write_policy`) ?? -1];
    if (size2 === void 0 || line === void 0 || associativity === void 0 || policy2 === void 0) {
      files.report(`${directory}/${name}`, "Expected size, line_size, indexing and write_policy with known values");
      continue;
    }
    caches.push({
      level: Number(level),
      associativity,
      policy: policy2,
      size: {
        value: Math.floor(size2 / 1024),
        unit: "KiB"
      },
      line: {
        value: line,
        unit: "B"
      }
    });
  }
  return caches.sort((one, other) => one.level - other.level);
}
async function readInterconnects(files, target3) {
  const initiators = `${NODES2}/node${target3}/access1/initiators`;
  const names = await files.list(initiators);
  if (names === void 0) return [];
  const found = [];
  for (const name of names) {
    const initiator2 = /^node(\d+)$/.exec(name)?.[1];
    if (initiator2 === void 0) continue;
    for (const type of [
      "read",
      "write"
    ]) {
      const way = {
        initiator: Number(initiator2),
        target: target3,
        type
      };
      const latency = await files.integer(`${initiators}/${type}_latency`);
      const bandwidth2 = await files.integer(`${initiators}/${type}_bandwidth`);
      if (latency !== void 0) found.push({
        kind: "latency",
        ...way,
        value: latency
      });
      if (bandwidth2 !== void 0) found.push({
        kind: "bandwidth",
        ...way,
        value: bandwidth2 * 1024,
        unit: "KiB"
      });
    }
  }
  return found;
}
function compareInterconnects(one, other) {
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.initiator - other.initiator || one.target - other.target || TYPES2.indexOf(one.type) - TYPES2.indexOf(other.type);
}
var KINDS = [
  "latency",
  "bandwidth"
];
var TYPES2 = [
  "access",
  "read",
  "write"
];

// src/host/read_power.ts
var SERVICES = [
  "/run/systemd/seats",
  "/usr/bin/pm-is-supported",
  "/usr/sbin/pm-is-supported"
];
async function readPower(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const services = await Promise.all(SERVICES.map((path2) => files.exists(path2)));
  if (!services.includes(true)) return {
    suspendMem: false,
    suspendDisk: false,
    suspendHybrid: false
  };
  const states = words(await files.text("/sys/power/state"));
  const disk2 = words(await files.text("/sys/power/disk"));
  const suspendDisk = states.includes("disk") && disk2.some((mode3) => mode3 !== "disabled");
  return {
    suspendMem: states.includes("mem"),
    suspendDisk,
    suspendHybrid: suspendDisk && disk2.includes("suspend")
  };
}
function words(text2) {
  return (text2 ?? "").split(/\s+/).filter(Boolean).map((word) => word.replace(/^\[(.*)\]$/, "$1"));
}

// src/host/read_protection.ts
var PARAMETERS = "/sys/module";
async function readSecureGuest(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const arch = await readArch(host2, options);
  if (arch.startsWith("s390")) return await hasUltravisor(files) && await isProtectedByCommandLine(files);
  if (arch !== "x86_64" && arch !== "i686") return false;
  return isOn(await files.text(`${PARAMETERS}/kvm_amd/parameters/sev`)) && await files.exists("/dev/sev");
}
async function hasUltravisor(files) {
  return (await files.stat("/sys/firmware/uv"))?.kind === "directory";
}
async function isProtectedByCommandLine(files) {
  const words3 = (await files.text("/proc/cmdline") ?? "").split(/\s+/);
  const value = words3.find((word) => word.startsWith("prot_virt="))?.slice("prot_virt=".length);
  return value !== void 0 && /^(y|on|1)/i.test(value);
}

// src/host/read_security.ts
var SELINUX_ENFORCE = "/sys/fs/selinux/enforce";
var APPARMOR_PROFILES = "/sys/kernel/security/apparmor/profiles";
var APPARMOR_TEMPLATES = [
  "/etc/apparmor.d/libvirt/TEMPLATE.qemu",
  "/etc/apparmor.d/libvirt/TEMPLATE.lxc"
];
async function readSecurity(host2, options = {}) {
  const files = new FactFiles(host2, options);
  const selinux = await readSelinux(files);
  const apparmor = await readApparmor(files);
  return {
    ...selinux && {
      selinux
    },
    ...apparmor && {
      apparmor
    }
  };
}
async function readSelinux(files) {
  const enforce = await files.text(SELINUX_ENFORCE);
  if (enforce === void 0) return void 0;
  const type = /^\s*SELINUXTYPE\s*=\s*(\S+)/m.exec(await files.text("/etc/selinux/config") ?? "")?.[1] ?? "targeted";
  const contexts = await files.text(`/etc/selinux/${type}/contexts/virtual_domain_context`);
  const [kvm2, emulated] = (contexts ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    enforcing: enforce === "1",
    // A policy with one context uses it for both.
    ...kvm2 === void 0 ? {} : {
      guestContexts: {
        kvm: kvm2,
        emulated: emulated ?? kvm2
      }
    }
  };
}
async function readApparmor(files) {
  if (!/^Y/i.test(await files.text("/sys/module/apparmor/parameters/enabled") ?? "")) return void 0;
  const profiles = parseProfiles(await files.text(APPARMOR_PROFILES, {
    limit: 8 * 1024 * 1024
  }) ?? "");
  const templates = await Promise.all(APPARMOR_TEMPLATES.map((path2) => files.exists(path2)));
  return {
    profiles,
    templates: templates.every((present) => present)
  };
}
function parseProfiles(text2) {
  const profiles = {};
  for (const match of text2.matchAll(/^(.+) \((\w+)\)$/gm)) profiles[match[1] ?? ""] = match[2] ?? "";
  return profiles;
}

// src/host/read_host_facts.ts
async function readMachineFacts(host2, options = {}) {
  return await readMachine(host2, collecting(options));
}
async function readGuestFacts(host2, options = {}) {
  const from = collecting(options);
  return {
    ...await readBasics(host2, from),
    firmware: await readFirmware(host2, from),
    helpers: await readHelpers(host2, from)
  };
}
function collecting({ root }) {
  return {
    problems: [],
    ...root === void 0 ? {} : {
      root
    }
  };
}
async function readMachine(host2, from) {
  const basics = await readBasics(host2, {
    ...from,
    tsc: true
  });
  const topology = await readTopology(host2, from);
  const cpuIsCore = basics.arch.startsWith("s390");
  return {
    ...basics,
    topology,
    nodeCounts: countNodes(topology.cpus, await readNodeMembers(host2, from), {
      cpuIsCore
    }),
    numa: await readNuma(host2, {
      ...from,
      cpus: topology.cpus
    }),
    caches: await readCaches(host2, from),
    memory: await readMemory(host2, from),
    security: await readSecurity(host2, from),
    power: await readPower(host2, from),
    identity: await readIdentity(host2, from)
  };
}
async function readBasics(host2, from) {
  return {
    arch: await readArch(host2, from),
    cpu: await readCpu(host2, from),
    iommu: await readIommu(host2, from),
    kvm: await readKvmDevice(host2, from),
    problems: from.problems
  };
}

// src/drivers/qemu/guest_architectures.ts
var GUEST_ARCHITECTURES = [
  {
    name: "alpha",
    wordSize: 64
  },
  {
    name: "armv6l",
    wordSize: 32,
    target: "arm"
  },
  {
    name: "armv7l",
    wordSize: 32,
    target: "arm"
  },
  {
    name: "armv7b",
    wordSize: 32
  },
  {
    name: "aarch64",
    wordSize: 64
  },
  {
    name: "cris",
    wordSize: 32
  },
  {
    name: "i686",
    wordSize: 32,
    target: "i386"
  },
  {
    name: "ia64",
    wordSize: 64
  },
  {
    name: "lm32",
    wordSize: 32
  },
  {
    name: "m68k",
    wordSize: 32
  },
  {
    name: "microblaze",
    wordSize: 32
  },
  {
    name: "microblazeel",
    wordSize: 32
  },
  {
    name: "mips",
    wordSize: 32
  },
  {
    name: "mipsel",
    wordSize: 32
  },
  {
    name: "mips64",
    wordSize: 64
  },
  {
    name: "mips64el",
    wordSize: 64
  },
  {
    name: "openrisc",
    wordSize: 32,
    target: "or32"
  },
  {
    name: "parisc",
    wordSize: 32
  },
  {
    name: "parisc64",
    wordSize: 64
  },
  {
    name: "ppc",
    wordSize: 32
  },
  {
    name: "ppcle",
    wordSize: 32
  },
  {
    name: "ppc64",
    wordSize: 64
  },
  {
    name: "ppc64le",
    wordSize: 64
  },
  {
    name: "ppcemb",
    wordSize: 32
  },
  {
    name: "riscv32",
    wordSize: 32
  },
  {
    name: "riscv64",
    wordSize: 64
  },
  {
    name: "s390",
    wordSize: 32
  },
  {
    name: "s390x",
    wordSize: 64
  },
  {
    name: "sh4",
    wordSize: 32
  },
  {
    name: "sh4eb",
    wordSize: 64
  },
  {
    name: "sparc",
    wordSize: 32
  },
  {
    name: "sparc64",
    wordSize: 64
  },
  {
    name: "unicore32",
    wordSize: 32
  },
  {
    name: "x86_64",
    wordSize: 64
  },
  {
    name: "xtensa",
    wordSize: 32
  },
  {
    name: "xtensaeb",
    wordSize: 32
  }
];
var WIDE_TARGETS = [
  "loongarch64"
];
function targetOf(arch) {
  const known = GUEST_ARCHITECTURES.find(({ name }) => name === arch);
  return known?.target ?? arch;
}
function wordSizeOf(arch) {
  const known = GUEST_ARCHITECTURES.find(({ name }) => name === arch);
  return known?.wordSize ?? (WIDE_TARGETS.includes(arch) ? 64 : 32);
}
function isKnownArchitecture(arch) {
  return GUEST_ARCHITECTURES.some(({ name }) => name === arch);
}
function isX862(arch) {
  return arch === "x86_64" || arch === "i686";
}
function isPpc64(arch) {
  return arch === "ppc64" || arch === "ppc64le";
}
function isS390(arch) {
  return arch === "s390x" || arch === "s390";
}
function isPpc(arch) {
  return arch.startsWith("ppc");
}
function isArm(arch) {
  return arch.startsWith("armv") || arch === "aarch64";
}
function isNative(hostArch, guestArch) {
  return hostArch === guestArch || hostArch === "x86_64" && guestArch === "i686" || hostArch === "aarch64" && guestArch === "armv7l" || isPpc64(hostArch) && isPpc64(guestArch);
}

// src/drivers/qemu/default_emulator.ts
var RHEL_EMULATOR = "/usr/libexec/qemu-kvm";
function defaultEmulator(emulators, guestArch, options) {
  const { hostArch } = options;
  const native = isNative(hostArch, guestArch);
  const words3 = [
    targetOf(guestArch),
    targetOf(fallbackArch(native ? hostArch : guestArch))
  ];
  if (hostArch === "aarch64" && guestArch === "armv7l") words3.unshift("aarch64");
  for (const word of words3) {
    const found = emulators.find(({ emulator }) => emulator.endsWith(`/qemu-system-${word}`));
    if (found !== void 0) return found;
  }
  return native ? emulators.find(({ emulator }) => emulator === RHEL_EMULATOR) : void 0;
}
function fallbackArch(arch) {
  return isPpc64(arch) ? "ppc64" : arch;
}

// src/drivers/qemu/build_capabilities.ts
var MIGRATION_TRANSPORTS = [
  "tcp",
  "rdma"
];
var DOMAIN_TYPES = [
  {
    type: "qemu",
    accelerator: "tcg"
  },
  {
    type: "kvm",
    accelerator: "kvm"
  },
  {
    type: "hvf",
    accelerator: "hvf"
  }
];
function buildCapabilities(input) {
  const { hostFacts, hostCpu } = input;
  const migration = {
    live: true,
    uriTransports: MIGRATION_TRANSPORTS
  };
  return {
    host: {
      ...hostFacts,
      cpu: hostCpu,
      migration
    },
    guests: buildGuests(input)
  };
}
function buildGuests({ hostArch, emulators }) {
  const chosen = GUEST_ARCHITECTURES.flatMap(({ name }) => {
    const emulator = defaultEmulator(emulators, name, {
      hostArch
    });
    return emulator === void 0 ? [] : [
      {
        arch: name,
        emulator
      }
    ];
  });
  for (const emulator of emulators) {
    if (isKnownArchitecture(emulator.arch) || chosen.some(({ arch }) => arch === emulator.arch)) continue;
    chosen.push({
      arch: emulator.arch,
      emulator
    });
  }
  const used = new Set(chosen.map(({ emulator }) => emulator.emulator));
  const others = emulators.filter(({ emulator }) => !used.has(emulator));
  const guests = chosen.map(({ arch, emulator }) => buildGuest(arch, emulator, others.filter((other) => other.arch === arch)));
  const placed = new Set(chosen.map(({ arch }) => arch));
  for (const other of others) {
    if (placed.has(other.arch)) continue;
    placed.add(other.arch);
    const more = others.filter((each) => each !== other && each.arch === other.arch);
    guests.push(buildGuest(other.arch, other, more));
  }
  return guests;
}
function buildGuest(arch, emulator, others) {
  return {
    osType: "hvm",
    arch: {
      name: arch,
      wordSize: wordSizeOf(arch),
      emulator: emulator.emulator,
      machines: buildMachines(emulator),
      domains: [
        ...domainTypes(emulator).map((type) => ({
          type,
          machines: []
        })),
        ...others.flatMap(buildDomains)
      ]
    },
    features: buildFeatures(arch)
  };
}
function domainTypes({ accelerators }) {
  return DOMAIN_TYPES.filter(({ accelerator }) => accelerators.includes(accelerator)).map(({ type }) => type);
}
function buildDomains(other) {
  const machines = buildMachines(other);
  return domainTypes(other).map((type) => ({
    type,
    emulator: other.emulator,
    machines
  }));
}
function buildMachines({ machines }) {
  const names = new Set(machines.map(({ name, alias: alias3 }) => alias3 ?? name));
  return machines.flatMap((machine2) => {
    const { name, alias: alias3, ...rest } = machine2;
    if (alias3 === void 0) return machine2;
    const aliased = {
      name: alias3,
      canonical: name,
      ...rest
    };
    return names.has(name) ? aliased : [
      {
        name,
        ...rest
      },
      aliased
    ];
  });
}
function buildFeatures(arch) {
  const features2 = [];
  if (arch === "i686") features2.push({
    name: "pae"
  }, {
    name: "nonpae"
  });
  if (isX862(arch) || arch === "aarch64") features2.push({
    name: "acpi",
    default: true,
    toggle: true
  });
  if (isX862(arch)) features2.push({
    name: "apic",
    default: true,
    toggle: false
  });
  return [
    ...features2,
    {
      name: "cpuselection"
    },
    {
      name: "deviceboot"
    },
    {
      name: "disksnapshot",
      default: true,
      toggle: false
    },
    {
      name: "externalSnapshot"
    }
  ];
}

// src/drivers/qemu/build_domain_rules.ts
function holds(row, guest2) {
  const flagged = row.flags === void 0 || row.flags.some((flag3) => guest2.flags.has(flag3));
  return flagged && (row.when === void 0 || row.when(guest2));
}
function buildEnum(name, rows, guest2) {
  return {
    name,
    values: rows.filter((row) => holds(row, guest2)).map(({ value }) => value)
  };
}

// src/drivers/qemu/machine_kind.ts
function isQ35({ machine: machine2, arch }) {
  return isX862(arch) && (machine2 === "q35" || machine2.startsWith("pc-q35-"));
}
function isI440fx({ machine: machine2, arch }) {
  return isX862(arch) && (machine2 === "pc" || /^(pc-0\.|pc-1\.|pc-i440fx-|rhel)/.test(machine2));
}
function isArmVirt({ machine: machine2, arch }) {
  return [
    "armv6l",
    "armv7l",
    "aarch64"
  ].includes(arch) && (machine2 === "virt" || machine2.startsWith("virt-"));
}
function isPseries({ machine: machine2, arch }) {
  return isPpc64(arch) && (machine2 === "pseries" || machine2.startsWith("pseries-"));
}
function hasIde(machine2) {
  return isI440fx(machine2) || [
    "malta",
    "sun4u",
    "g3beige"
  ].includes(machine2.machine);
}

// src/drivers/qemu/build_domain_devices.ts
var TRANSITIONAL = [
  {
    value: "virtio-transitional",
    flags: [
      "virtio-pci-non-transitional"
    ]
  },
  {
    value: "virtio-non-transitional",
    flags: [
      "virtio-pci-non-transitional"
    ]
  }
];
var USB_CONTROLLERS = [
  "piix3-usb-uhci",
  "piix4-usb-uhci",
  "usb-ehci",
  "ich9-usb-ehci1",
  "vt82c686b-usb-uhci",
  "pci-ohci",
  "nec-usb-xhci",
  "qemu-xhci"
];
var DEVICES = [
  {
    name: "disk",
    enums: {
      diskDevice: [
        {
          value: "disk"
        },
        {
          value: "cdrom"
        },
        {
          value: "floppy",
          when: hasFloppy
        },
        {
          value: "lun"
        }
      ],
      bus: [
        {
          value: "ide",
          when: hasIde
        },
        {
          value: "fdc",
          when: hasFloppy
        },
        {
          value: "scsi"
        },
        {
          value: "virtio"
        },
        {
          value: "usb",
          flags: [
            "usb-storage"
          ]
        },
        {
          value: "sata",
          flags: [
            "ich9-ahci"
          ]
        },
        {
          value: "nvme",
          flags: [
            "nvme"
          ]
        }
      ],
      model: [
        {
          value: "virtio"
        },
        ...TRANSITIONAL
      ]
    }
  },
  {
    name: "graphics",
    enums: {
      type: [
        {
          value: "sdl",
          flags: [
            "sdl"
          ]
        },
        {
          value: "vnc",
          flags: [
            "vnc"
          ]
        },
        {
          value: "rdp",
          flags: [
            "display-dbus"
          ],
          when: ({ host: host2 }) => host2.rdp
        },
        {
          value: "spice",
          flags: [
            "spice"
          ]
        },
        {
          value: "egl-headless",
          flags: [
            "egl-headless"
          ]
        },
        {
          value: "dbus",
          flags: [
            "display-dbus"
          ]
        }
      ]
    }
  },
  {
    name: "video",
    enums: {
      modelType: [
        {
          value: "vga",
          flags: [
            "VGA"
          ]
        },
        {
          value: "cirrus",
          flags: [
            "cirrus-vga"
          ]
        },
        {
          value: "vmvga",
          flags: [
            "vmware-svga"
          ]
        },
        {
          value: "qxl",
          flags: [
            "qxl"
          ]
        },
        {
          value: "virtio",
          flags: [
            "virtio-gpu"
          ]
        },
        {
          value: "none"
        },
        {
          value: "bochs",
          flags: [
            "bochs-display"
          ]
        },
        {
          value: "ramfb",
          flags: [
            "ramfb"
          ]
        }
      ]
    }
  },
  {
    name: "hostdev",
    enums: {
      mode: [
        {
          value: "subsystem"
        }
      ],
      startupPolicy: [
        {
          value: "default"
        },
        {
          value: "mandatory"
        },
        {
          value: "requisite"
        },
        {
          value: "optional"
        }
      ],
      subsysType: [
        {
          value: "usb",
          flags: USB_CONTROLLERS
        },
        {
          value: "pci"
        },
        {
          value: "scsi"
        }
      ],
      capsType: [],
      pciBackend: [
        {
          value: "default",
          flags: [
            "vfio-pci"
          ],
          when: ({ host: host2 }) => host2.vfio
        },
        {
          value: "vfio",
          flags: [
            "vfio-pci"
          ],
          when: ({ host: host2 }) => host2.vfio
        }
      ],
      iommufd: [
        {
          value: "yes",
          flags: [
            "iommufd"
          ]
        },
        {
          value: "no"
        }
      ]
    }
  },
  {
    name: "rng",
    enums: {
      model: [
        {
          value: "virtio",
          flags: [
            "virtio-rng"
          ]
        },
        ...TRANSITIONAL.map((row) => ({
          ...row,
          when: ({ flags }) => flags.has("virtio-rng")
        }))
      ],
      backendModel: [
        {
          value: "random",
          flags: [
            "rng-random"
          ]
        },
        {
          value: "egd",
          flags: [
            "rng-egd"
          ]
        },
        {
          value: "builtin",
          flags: [
            "rng-builtin"
          ]
        }
      ]
    }
  },
  {
    name: "filesystem",
    enums: {
      driverType: [
        {
          value: "path"
        },
        {
          value: "handle"
        },
        {
          value: "virtiofs",
          flags: [
            "vhost-user-fs"
          ]
        }
      ]
    }
  },
  {
    name: "tpm",
    enums: {
      model: [
        {
          value: "tpm-tis",
          flags: [
            "tpm-tis"
          ]
        },
        {
          value: "tpm-crb",
          flags: [
            "tpm-crb"
          ]
        },
        {
          value: "tpm-spapr",
          flags: [
            "tpm-spapr"
          ]
        },
        {
          value: "spapr-tpm-proxy",
          flags: [
            "spapr-tpm-proxy"
          ]
        }
      ],
      backendModel: [
        {
          value: "passthrough",
          flags: [
            "tpm-passthrough"
          ]
        },
        {
          value: "emulator",
          flags: [
            "tpm-emulator"
          ],
          when: ({ host: host2 }) => host2.swtpm !== void 0
        },
        {
          value: "external",
          flags: [
            "tpm-emulator"
          ],
          when: ({ host: host2 }) => host2.swtpm !== void 0
        }
      ],
      backendVersion: [
        {
          value: "1.2",
          when: ({ host: host2 }) => host2.swtpm?.tpm12 === true
        },
        {
          value: "2.0",
          when: ({ host: host2 }) => host2.swtpm?.tpm20 === true
        }
      ]
    },
    needs: [
      "model"
    ],
    optional: [
      "backendVersion"
    ]
  },
  {
    name: "redirdev",
    enums: {
      bus: [
        {
          value: "usb",
          flags: [
            "usb-redir"
          ]
        }
      ]
    },
    needs: [
      "bus"
    ]
  },
  {
    name: "channel",
    enums: {
      type: [
        {
          value: "pty"
        },
        {
          value: "unix"
        },
        {
          value: "spicevmc",
          flags: [
            "spice"
          ]
        }
      ]
    }
  },
  {
    name: "crypto",
    enums: {
      model: [
        {
          value: "virtio",
          flags: [
            "virtio-crypto"
          ]
        }
      ],
      type: [
        {
          value: "qemu",
          flags: [
            "virtio-crypto"
          ]
        }
      ],
      backendModel: [
        {
          value: "builtin",
          flags: [
            "virtio-crypto"
          ]
        },
        {
          value: "lkcf",
          flags: [
            "cryptodev-backend-lkcf"
          ]
        }
      ]
    },
    needs: [
      "model"
    ]
  },
  {
    name: "interface",
    enums: {
      backendType: [
        {
          value: "default"
        },
        {
          value: "passt",
          flags: [
            "netdev.stream"
          ],
          when: ({ host: host2 }) => host2.passt
        }
      ]
    }
  },
  {
    name: "panic",
    enums: {
      model: [
        {
          value: "isa",
          flags: [
            "pvpanic"
          ]
        },
        {
          value: "pseries",
          when: ({ arch }) => isPpc64(arch)
        },
        {
          value: "hyperv",
          when: ({ arch }) => isX862(arch)
        },
        {
          value: "s390",
          when: ({ arch }) => isS390(arch)
        },
        {
          value: "pvpanic",
          flags: [
            "pvpanic-pci"
          ]
        }
      ]
    },
    needs: [
      "model"
    ]
  },
  {
    name: "console",
    enums: {
      type: [
        ...[
          "null",
          "vc",
          "pty",
          "dev",
          "file",
          "pipe",
          "stdio",
          "udp",
          "tcp",
          "unix"
        ].map((value) => ({
          value
        })),
        {
          value: "spicevmc",
          flags: [
            "spice"
          ]
        },
        {
          value: "spiceport",
          flags: [
            "spice"
          ]
        },
        {
          value: "qemu-vdagent",
          flags: [
            "chardev.qemu-vdagent"
          ]
        },
        {
          value: "dbus",
          flags: [
            "display-dbus"
          ]
        }
      ]
    }
  }
];
function buildDevices(guest2) {
  return DEVICES.map((table) => buildDevice(table, guest2));
}
function buildDevice({ name, enums, needs = [], optional = [] }, guest2) {
  const built = Object.entries(enums).map(([enumName, rows]) => buildEnum(enumName, rows, guest2));
  const lacking = built.some((each) => needs.includes(each.name) && each.values.length === 0);
  if (lacking) return {
    name,
    supported: false,
    enums: []
  };
  return {
    name,
    supported: true,
    enums: built.filter((each) => each.values.length > 0 || !optional.includes(each.name))
  };
}
function hasFloppy(guest2) {
  return !isPseries({
    machine: guest2.machine,
    arch: guest2.capabilities.arch
  });
}

// src/drivers/qemu/build_domain_features.ts
var SWITCHES = [
  {
    name: "vmcoreinfo",
    flags: [
      "vmcoreinfo"
    ]
  },
  {
    name: "genid",
    flags: [
      "vmgenid"
    ]
  },
  {
    name: "backingStoreInput"
  },
  {
    name: "backup",
    flags: [
      "incremental-backup"
    ]
  },
  {
    name: "async-teardown",
    flags: [
      "run-with.async-teardown"
    ]
  },
  {
    name: "s390-pv",
    when: canProtectS390,
    only: ({ capabilities: capabilities3 }) => isS390(capabilities3.arch)
  },
  {
    name: "ps2",
    when: hasPs2
  },
  {
    name: "tdx",
    flags: [
      "tdx-guest"
    ],
    when: ({ capabilities: capabilities3 }) => capabilities3.kvmSupportsSecureGuest
  }
];
var GIC_VERSIONS = [
  2,
  3,
  4
];
var SECURITY_TYPES = [
  {
    value: "sev",
    flags: [
      "sev-guest"
    ],
    when: ({ capabilities: capabilities3 }) => capabilities3.sev !== void 0
  },
  {
    value: "sev-snp",
    flags: [
      "sev-snp-guest"
    ],
    when: ({ capabilities: capabilities3 }) => capabilities3.sev !== void 0
  },
  {
    value: "s390-pv",
    when: ({ capabilities: capabilities3, ...guest2 }) => canProtectS390({
      capabilities: capabilities3,
      ...guest2
    })
  },
  {
    value: "tdx",
    flags: [
      "tdx-guest"
    ],
    when: ({ capabilities: capabilities3 }) => capabilities3.kvmSupportsSecureGuest
  }
];
function buildFeatures2(guest2) {
  const { sev, sgx, hyperv: hyperv2 } = guest2.capabilities;
  const features2 = [
    buildGic(guest2)
  ];
  for (const row of SWITCHES) {
    if (row.only === void 0 || row.only(guest2)) features2.push({
      name: row.name,
      supported: holds(row, guest2)
    });
  }
  features2.push(defined({
    name: "sev",
    supported: sev !== void 0,
    sev: sev && buildSev(sev, guest2.host.sevLimits)
  }));
  features2.push(defined({
    name: "sgx",
    supported: sgx !== void 0,
    sgx: sgx && buildSgx(sgx)
  }));
  if (hyperv2 !== void 0) {
    const { supported, features: values, ...defaults } = hyperv2;
    const enums = [
      {
        name: "features",
        values
      }
    ];
    const hypervDefaults = Object.keys(defaults).length > 0 ? defaults : void 0;
    features2.push(defined({
      name: "hyperv",
      supported,
      ...supported && {
        enums,
        hypervDefaults
      }
    }));
  }
  features2.push(buildLaunchSecurity(guest2));
  return features2;
}
function buildGic(guest2) {
  const { capabilities: capabilities3, virtType: virtType2 } = guest2;
  const versions = GIC_VERSIONS.filter((version) => isArmVirt(guest2) && capabilities3.gic.some((each) => each.version === version && (virtType2 === "kvm" && each.kernel || virtType2 === "qemu" && each.emulated)));
  if (versions.length === 0) return {
    name: "gic",
    supported: false
  };
  return {
    name: "gic",
    supported: true,
    enums: [
      {
        name: "version",
        values: versions.map(String)
      }
    ]
  };
}
function buildSev(sev, limits) {
  const { cbitpos, reducedPhysBits, cpu0Id } = sev;
  return defined({
    cbitpos,
    reducedPhysBits,
    maxGuests: sev.maxGuests ?? limits?.guests ?? 0,
    maxEsGuests: sev.maxEsGuests ?? limits?.esGuests ?? 0,
    cpu0Id
  });
}
function buildSgx({ flc, sgx1, sgx2, sectionSize, sections }) {
  return {
    flc,
    sgx1,
    sgx2,
    sectionSizeKiB: sectionSize,
    sections: sections.map(({ node, size: size2 }) => ({
      node,
      sizeKiB: size2
    }))
  };
}
function buildLaunchSecurity(guest2) {
  const types2 = buildEnum("sectype", SECURITY_TYPES, guest2);
  if (types2.values.length === 0) return {
    name: "launchSecurity",
    supported: false
  };
  return {
    name: "launchSecurity",
    supported: true,
    enums: [
      types2
    ]
  };
}
function canProtectS390({ capabilities: capabilities3, flags }) {
  return isS390(capabilities3.arch) && flags.has("confidential-guest-support") && flags.has("s390-pv-guest") && capabilities3.kvmSupportsSecureGuest;
}
function hasPs2(guest2) {
  return isX862(guest2.arch) && guest2.flags.has("machine-i8042-opt") && (isQ35(guest2) || isI440fx(guest2));
}

// src/drivers/qemu/firmware_descriptor.ts
function matchesMachine(descriptor, architecture, machine2) {
  return descriptor.targets.some((target3) => target3.architecture === architecture && target3.machines.some((pattern2) => matchesPattern(pattern2, machine2)));
}
function loaderOf({ mapping }) {
  if (mapping.device === "flash") return mapping.executable.filename;
  return mapping.device === "memory" ? mapping.filename : void 0;
}
function matchesPattern(pattern2, text2) {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  while (at < text2.length) {
    const wanted = pattern2[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      resume = at;
    } else if (wanted === "?" || wanted === text2[at]) {
      inPattern++;
      at++;
    } else if (star !== -1) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern2.slice(inPattern));
}

// src/drivers/qemu/build_domain_os.ts
var FIRMWARE = [
  {
    value: "bios",
    interfaceType: "bios"
  },
  {
    value: "efi",
    interfaceType: "uefi"
  }
];
var FIRMWARE_FEATURES = [
  {
    name: "secureBoot",
    feature: "secure-boot"
  },
  {
    name: "enrolledKeys",
    feature: "enrolled-keys"
  }
];
function buildOs(guest2) {
  const { arch, machine: machine2, host: host2, flags } = guest2;
  const firmware = host2.firmware.filter((each) => matchesMachine(each, targetOf(arch), machine2));
  const interfaces = new Set(firmware.flatMap((each) => each.interfaces));
  const executables = new Set(firmware.flatMap((each) => loaderOf(each) ?? []));
  const secure = firmware.some(({ features: features2 }) => features2.includes("requires-smm"));
  return {
    supported: true,
    enums: [
      {
        name: "firmware",
        values: FIRMWARE.filter(({ interfaceType }) => interfaces.has(interfaceType)).map(({ value }) => value)
      }
    ],
    firmwareFeatures: {
      supported: true,
      enums: FIRMWARE_FEATURES.map(({ name, feature: feature2 }) => ({
        name,
        values: choices(firmware, feature2)
      }))
    },
    loader: {
      supported: true,
      values: executables.size > 0 ? [
        ...executables
      ] : host2.defaultLoaders,
      enums: [
        {
          name: "type",
          values: [
            "rom",
            "pflash"
          ]
        },
        {
          name: "readonly",
          values: [
            "yes",
            "no"
          ]
        },
        {
          name: "secure",
          values: secure ? [
            "yes",
            "no"
          ] : [
            "no"
          ]
        }
      ]
    },
    varstore: flags.has("uefi-vars")
  };
}
function choices(firmware, feature2) {
  const has = firmware.filter(({ interfaces }) => interfaces.includes("uefi")).map(({ features: features2 }) => features2.includes(feature2));
  return [
    ...has.includes(true) ? [
      "yes"
    ] : [],
    ...has.includes(false) ? [
      "no"
    ] : []
  ];
}

// src/drivers/qemu/build_domain_capabilities.ts
var MEMORY_SOURCES = [
  {
    value: "file"
  },
  {
    value: "anonymous"
  },
  {
    value: "memfd",
    flags: [
      "memory-backend-memfd"
    ]
  }
];
var S390_HOST_CPU_ONLY = [
  2.4,
  2.5,
  2.6,
  2.7
].map((version) => `s390-ccw-virtio-${version}`);
function buildDomainCapabilities(input) {
  const { capabilities: capabilities3, machine: machine2, virtType: virtType2, arch, hostFacts } = input;
  const guest2 = {
    arch,
    machine: machine2 ?? "",
    virtType: virtType2,
    flags: new Set(capabilities3.flags),
    capabilities: capabilities3,
    host: hostFacts
  };
  const vcpuMax = maxVcpus(guest2);
  return defined({
    path: capabilities3.emulator,
    domain: virtType2,
    machine: machine2,
    arch,
    vcpuMax: vcpuMax > 0 ? vcpuMax : void 0,
    iothreads: guest2.flags.has("iothread"),
    os: buildOs(guest2),
    cpu: buildCpu(input, guest2),
    memoryBacking: {
      supported: true,
      enums: [
        buildEnum("sourceType", MEMORY_SOURCES, guest2)
      ]
    },
    devices: buildDevices(guest2),
    features: buildFeatures2(guest2)
  });
}
function acceleratorFor(capabilities3, virtType2) {
  const wanted = virtType2 === "qemu" ? "tcg" : virtType2;
  return capabilities3.accelerators.find(({ type }) => type === wanted);
}
function maxVcpus({ capabilities: capabilities3, virtType: virtType2, machine: machine2, host: host2 }) {
  const machines = acceleratorFor(capabilities3, virtType2)?.machines ?? [];
  const ofMachine = machines.find(({ name }) => name === machine2)?.maxCpus ?? 0;
  const limit3 = virtType2 === "kvm" ? host2.kvmMaxVcpus : void 0;
  return limit3 === void 0 || limit3 === 0 ? ofMachine : Math.min(ofMachine, limit3);
}
function buildCpu(input, guest2) {
  const { capabilities: capabilities3, virtType: virtType2, machine: machine2, flags, host: host2 } = guest2;
  const hostOnly = isS390(capabilities3.arch) && virtType2 === "kvm" && S390_HOST_CPU_ONLY.includes(machine2);
  const passthrough = virtType2 !== "qemu" && isNative(host2.arch, capabilities3.arch);
  return defined({
    hostPassthrough: supportedWith(passthrough, {
      name: "hostPassthroughMigratable",
      values: flags.has("cpu.migratable") ? [
        "on",
        "off"
      ] : [
        "off"
      ]
    }),
    maximum: supportedWith(flags.has("cpu-max") && !hostOnly, {
      name: "maximumMigratable",
      values: [
        "on",
        "off"
      ]
    }),
    hostModel: hostOnly ? void 0 : input.hostModel,
    custom: hostOnly || input.customModels?.length === 0 ? void 0 : input.customModels?.map(withoutUnknownVendor)
  });
}
function withoutUnknownVendor({ vendor, ...model3 }) {
  return vendor === void 0 || vendor === "unknown" ? model3 : {
    ...model3,
    vendor
  };
}
function supportedWith(supported, values) {
  return supported ? {
    supported,
    enums: [
      values
    ]
  } : {
    supported,
    enums: []
  };
}

// src/drivers/qemu/choose_domain.ts
var DOMAIN = {
  domain: "VIR_FROM_QEMU"
};
var FAMILIES = [
  isX862,
  isPpc,
  isArm,
  isS390
];
function chooseEmulator(query, emulators, options) {
  const { hostArch } = options;
  const arch = query.arch ?? hostArch;
  if (query.emulator !== void 0) return {
    emulator: query.emulator,
    arch
  };
  if (!isKnownArchitecture(arch) && !emulators.some((each) => each.arch === arch)) throw unknownArchitecture(arch);
  const found = defaultEmulator(emulators, arch, {
    hostArch
  }) ?? emulators.find((each) => each.arch === arch);
  if (found !== void 0) return {
    emulator: found.emulator,
    arch
  };
  throw new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", `unable to find any emulator to serve '${arch}' architecture`, {
    ...DOMAIN,
    hint: "Install the emulator, or name it in the configuration"
  });
}
function chooseDomain(query, capabilities3, options) {
  const { arch } = options;
  if (arch !== capabilities3.arch && !FAMILIES.some((same) => same(arch) && same(capabilities3.arch))) {
    if (!isKnownArchitecture(arch)) throw unknownArchitecture(arch);
    throw invalid(`architecture from emulator '${capabilities3.arch}' doesn't match given architecture '${arch}'`, "Leave either the emulator or the architecture out");
  }
  const virtType2 = chooseVirtType(query.virtType, capabilities3);
  const machines = acceleratorFor(capabilities3, virtType2)?.machines ?? [];
  const { machine: machine2 } = query;
  if (machine2 === void 0) {
    const first = machines[0];
    return first === void 0 ? {
      virtType: virtType2
    } : {
      virtType: virtType2,
      machine: first.name
    };
  }
  const found = machines.find(({ alias: alias3 }) => alias3 === machine2) ?? machines.find(({ name }) => name === machine2);
  if (found !== void 0) return {
    virtType: virtType2,
    machine: found.name
  };
  throw invalid(`the machine '${machine2}' is not supported by emulator '${capabilities3.emulator}'`, "Ask for a machine that the host's capabilities list");
}
function unknownArchitecture(arch) {
  return invalid(`unknown architecture: ${arch}`, "Ask for an architecture that the host's capabilities list");
}
function chooseVirtType(asked, capabilities3) {
  const best = capabilities3.accelerators.find(({ type }) => type !== "tcg")?.type ?? "qemu";
  if (asked === void 0) return best;
  if (!isVirtType(asked)) throw invalid(`unknown virttype: ${asked}`, "Ask for qemu or kvm");
  if (acceleratorFor(capabilities3, asked) !== void 0) return asked;
  throw invalid(`the accel '${asked === "qemu" ? "tcg" : asked}' is not supported by '${capabilities3.emulator}' on this host`, "Ask for qemu, or see what keeps the accelerator from being used with: innkeeper doctor");
}
function invalid(detail, hint) {
  return new VirtError("VIR_ERR_INVALID_ARG", detail, {
    ...DOMAIN,
    hint
  });
}

// src/cpu/architecture.ts
var FAMILIES2 = {
  i686: "x86",
  x86_64: "x86",
  armv6l: "arm",
  armv7b: "arm",
  armv7l: "arm",
  aarch64: "arm",
  ppc64: "ppc64",
  ppc64le: "ppc64",
  s390: "s390",
  s390x: "s390"
};
function cpuFamily(arch) {
  return Object.hasOwn(FAMILIES2, arch) ? FAMILIES2[arch] : void 0;
}
var ALSO_NATIVE = {
  x86_64: [
    "i686"
  ],
  aarch64: [
    "armv7l"
  ],
  armv7l: [
    "armv6l"
  ],
  ppc64: [
    "ppc64le"
  ],
  ppc64le: [
    "ppc64"
  ]
};
function isNativeGuest(hostArch, guestArch) {
  return hostArch === guestArch || Object.hasOwn(ALSO_NATIVE, hostArch) && ALSO_NATIVE[hostArch].includes(guestArch);
}

// src/cpu/error.ts
var CpuError = class extends Error {
  code;
  constructor(code, message, options) {
    super(message, options);
    this.name = "CpuError";
    this.code = code;
  }
};

// src/cpu/document.ts
function isHostCpu(cpu2) {
  return cpu2.arch !== void 0;
}
function updateFeatures(list2, changes) {
  const byName2 = new Map(list2.map((feature2) => [
    feature2.name,
    feature2
  ]));
  for (const feature2 of changes) byName2.set(feature2.name, feature2);
  return [
    ...byName2.values()
  ];
}

// src/cpu/x86/features.ts
var FEATURE_WORDS = [
  {
    register: {
      kind: "cpuid",
      leaf: 1,
      subleaf: 0,
      output: "edx"
    },
    // deno-fmt-ignore
    bits: {
      0: "fpu",
      1: "vme",
      2: "de",
      3: "pse",
      4: "tsc",
      5: "msr",
      6: "pae",
      7: "mce",
      8: "cx8",
      9: "apic",
      11: "sep",
      12: "mtrr",
      13: "pge",
      14: "mca",
      15: "cmov",
      16: "pat",
      17: "pse36",
      18: "pn",
      19: "clflush",
      21: "ds",
      22: "acpi",
      23: "mmx",
      24: "fxsr",
      25: "sse",
      26: "sse2",
      27: "ss",
      28: "ht",
      29: "tm",
      30: "ia64",
      31: "pbe"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 1,
      subleaf: 0,
      output: "ecx"
    },
    // deno-fmt-ignore
    bits: {
      0: "pni",
      1: "pclmuldq",
      2: "dtes64",
      3: "monitor",
      4: "ds_cpl",
      5: "vmx",
      6: "smx",
      7: "est",
      8: "tm2",
      9: "ssse3",
      10: "cid",
      12: "fma",
      13: "cx16",
      14: "xtpr",
      15: "pdcm",
      17: "pcid",
      18: "dca",
      19: "sse4.1",
      20: "sse4.2",
      21: "x2apic",
      22: "movbe",
      23: "popcnt",
      24: "tsc-deadline",
      25: "aes",
      26: "xsave",
      27: "osxsave",
      28: "avx",
      29: "f16c",
      30: "rdrand",
      31: "hypervisor"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 6,
      subleaf: 0,
      output: "eax"
    },
    bits: {
      2: "arat"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 7,
      subleaf: 0,
      output: "ebx"
    },
    // deno-fmt-ignore
    bits: {
      0: "fsgsbase",
      1: "tsc_adjust",
      2: "sgx",
      3: "bmi1",
      4: "hle",
      5: "avx2",
      7: "smep",
      8: "bmi2",
      9: "erms",
      10: "invpcid",
      11: "rtm",
      12: "cmt",
      14: "mpx",
      16: "avx512f",
      17: "avx512dq",
      18: "rdseed",
      19: "adx",
      20: "smap",
      21: "avx512ifma",
      22: "pcommit",
      23: "clflushopt",
      24: "clwb",
      25: "intel-pt",
      26: "avx512pf",
      27: "avx512er",
      28: "avx512cd",
      29: "sha-ni",
      30: "avx512bw",
      31: "avx512vl"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 7,
      subleaf: 0,
      output: "ecx"
    },
    // deno-fmt-ignore
    bits: {
      1: "avx512vbmi",
      2: "umip",
      3: "pku",
      4: "ospke",
      5: "waitpkg",
      6: "avx512vbmi2",
      8: "gfni",
      9: "vaes",
      10: "vpclmulqdq",
      11: "avx512vnni",
      12: "avx512bitalg",
      14: "avx512-vpopcntdq",
      16: "la57",
      22: "rdpid",
      24: "bus-lock-detect",
      25: "cldemote",
      27: "movdiri",
      28: "movdir64b",
      30: "sgxlc",
      31: "pks"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 7,
      subleaf: 0,
      output: "edx"
    },
    // deno-fmt-ignore
    bits: {
      2: "avx512-4vnniw",
      3: "avx512-4fmaps",
      4: "fsrm",
      8: "avx512-vp2intersect",
      10: "md-clear",
      14: "serialize",
      16: "tsx-ldtrk",
      18: "pconfig",
      19: "arch-lbr",
      22: "amx-bf16",
      23: "avx512-fp16",
      24: "amx-tile",
      25: "amx-int8",
      26: "spec-ctrl",
      27: "stibp",
      29: "arch-capabilities",
      30: "core-capability",
      31: "ssbd"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 7,
      subleaf: 1,
      output: "eax"
    },
    bits: {
      4: "avx-vnni",
      5: "avx512-bf16"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 13,
      subleaf: 1,
      output: "eax"
    },
    bits: {
      0: "xsaveopt",
      1: "xsavec",
      2: "xgetbv1",
      3: "xsaves",
      4: "xfd"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 15,
      subleaf: 1,
      output: "edx"
    },
    bits: {
      1: "mbm_total",
      2: "mbm_local"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 18,
      subleaf: 0,
      output: "eax"
    },
    bits: {
      0: "sgx1",
      1: "sgx2"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 18,
      subleaf: 0,
      output: "ebx"
    },
    bits: {
      0: "sgx-exinfo"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 18,
      subleaf: 1,
      output: "eax"
    },
    bits: {
      1: "sgx-debug",
      2: "sgx-mode64",
      4: "sgx-provisionkey",
      5: "sgx-tokenkey",
      7: "sgx-kss"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 20,
      subleaf: 0,
      output: "ecx"
    },
    bits: {
      31: "intel-pt-lip"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 2147483649,
      subleaf: 0,
      output: "edx"
    },
    // deno-fmt-ignore
    bits: {
      11: "syscall",
      20: "nx",
      22: "mmxext",
      25: "fxsr_opt",
      26: "pdpe1gb",
      27: "rdtscp",
      29: "lm",
      30: "3dnowext",
      31: "3dnow"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 2147483649,
      subleaf: 0,
      output: "ecx"
    },
    // deno-fmt-ignore
    bits: {
      0: "lahf_lm",
      1: "cmp_legacy",
      2: "svm",
      3: "extapic",
      4: "cr8legacy",
      5: "abm",
      6: "sse4a",
      7: "misalignsse",
      8: "3dnowprefetch",
      9: "osvw",
      10: "ibs",
      11: "xop",
      12: "skinit",
      13: "wdt",
      15: "lwp",
      16: "fma4",
      17: "tce",
      18: "cvt16",
      19: "nodeid_msr",
      21: "tbm",
      22: "topoext",
      23: "perfctr_core",
      24: "perfctr_nb"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 2147483655,
      subleaf: 0,
      output: "edx"
    },
    bits: {
      8: "invtsc"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 2147483656,
      subleaf: 0,
      output: "ebx"
    },
    // deno-fmt-ignore
    bits: {
      0: "clzero",
      2: "xsaveerptr",
      9: "wbnoinvd",
      12: "ibpb",
      14: "ibrs",
      15: "amd-stibp",
      24: "amd-ssbd",
      25: "virt-ssbd",
      26: "amd-no-ssb"
    }
  },
  {
    register: {
      kind: "cpuid",
      leaf: 2147483658,
      subleaf: 0,
      output: "edx"
    },
    // deno-fmt-ignore
    bits: {
      0: "npt",
      1: "lbrv",
      2: "svm-lock",
      3: "nrip-save",
      4: "tsc-scale",
      5: "vmcb-clean",
      6: "flushbyasid",
      7: "decodeassists",
      10: "pause-filter",
      12: "pfthreshold",
      13: "avic",
      15: "v-vmsave-vmload",
      16: "vgif",
      28: "svme-addr-chk"
    }
  },
  {
    register: {
      kind: "msr",
      index: 266,
      output: "eax"
    },
    // deno-fmt-ignore
    bits: {
      0: "rdctl-no",
      1: "ibrs-all",
      2: "rsba",
      3: "skip-l1dfl-vmentry",
      4: "ssb-no",
      5: "mds-no",
      6: "pschange-mc-no",
      7: "tsx-ctrl",
      8: "taa-no"
    }
  },
  {
    register: {
      kind: "msr",
      index: 207,
      output: "eax"
    },
    bits: {
      5: "split-lock-detect"
    }
  }
];
var NON_MIGRATABLE_FEATURES = [
  "cmt",
  "mbm_total",
  "mbm_local",
  "xsaves",
  "invtsc"
];
var NEVER_PASSED_ON = [
  "cmt",
  "mbm_total",
  "mbm_local",
  "osxsave",
  "ospke"
];
function isNeverPassedOn(name) {
  return NEVER_PASSED_ON.includes(name);
}

// src/cpu/x86/feature_set.ts
function listFeatures() {
  const features2 = [];
  for (const { register, bits } of FEATURE_WORDS) {
    for (const [bit, name] of Object.entries(bits)) {
      features2.push({
        index: features2.length,
        name,
        register,
        bit: Number(bit)
      });
    }
  }
  return features2;
}
var FeatureSet = class _FeatureSet {
  #words;
  /** Makes an empty set that can hold the indexes below `size`. */
  constructor(size2) {
    this.#words = new Uint32Array(size2 + 31 >>> 5);
  }
  /** Puts an index in. */
  add(index2) {
    this.#words[index2 >>> 5] |= 1 << (index2 & 31);
  }
  /** Takes an index out. */
  delete(index2) {
    this.#words[index2 >>> 5] &= ~(1 << (index2 & 31));
  }
  /** Whether the index is in. */
  has(index2) {
    return (this.#words[index2 >>> 5] & 1 << (index2 & 31)) !== 0;
  }
  /** A copy that changes apart from this one. */
  copy() {
    const copy = new _FeatureSet(this.#words.length * 32);
    copy.#words.set(this.#words);
    return copy;
  }
  /** What is in this or the other. */
  union(other) {
    return this.#combine(other, (mine, theirs) => mine | theirs);
  }
  /** What is in both. */
  intersect(other) {
    return this.#combine(other, (mine, theirs) => mine & theirs);
  }
  /** What is in this and not in the other. */
  subtract(other) {
    return this.#combine(other, (mine, theirs) => mine & ~theirs);
  }
  /** Whether nothing is in. */
  isEmpty() {
    return this.#words.every((word) => word === 0);
  }
  /** Whether everything of the other is in this one. */
  includes(other) {
    return other.subtract(this).isEmpty();
  }
  /** How many indexes are in. */
  count() {
    let count3 = 0;
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]; rest !== 0; rest &= rest - 1) count3++;
    }
    return count3;
  }
  /** The indexes, rising. */
  indexes() {
    const found = [];
    for (let at = 0; at < this.#words.length; at++) {
      for (let rest = this.#words[at]; rest !== 0; rest &= rest - 1) {
        found.push(at * 32 + 31 - Math.clz32(rest & -rest));
      }
    }
    return found;
  }
  #combine(other, how) {
    const result = new _FeatureSet(this.#words.length * 32);
    for (let at = 0; at < this.#words.length; at++) {
      result.#words[at] = how(this.#words[at], other.#words[at]);
    }
    return result;
  }
};

// src/cpu/x86/requested.ts
function findModel(map, name) {
  const model3 = map.modelByName.get(name);
  if (model3 === void 0) throw new CpuError("unknown-name", `Unknown CPU model ${name}`);
  return model3;
}
function namesOf(map, set) {
  return set.indexes().map((index2) => map.features[index2].name);
}

// src/cpu/x86/expand.ts
function expandX86(map, cpu2) {
  const model3 = findModel(map, cpu2.model?.name ?? "");
  const own = namesOf(map, model3.features);
  if (isHostCpu(cpu2)) {
    return {
      ...cpu2,
      features: updateFeatures(own.map((name) => ({
        name
      })), cpu2.features)
    };
  }
  const asked = cpu2.features.filter(({ policy: policy2 }) => policy2 === "require" || policy2 === "disable");
  const features2 = updateFeatures(own.map((name) => ({
    name,
    policy: "require"
  })), asked);
  const named3 = new Set(features2.map((feature2) => feature2.name));
  const removed = model3.removed.filter((name) => !named3.has(name));
  return {
    ...cpu2,
    features: [
      ...features2,
      ...removed.map((name) => ({
        name,
        policy: "disable"
      }))
    ]
  };
}

// src/cpu/expand.ts
function expandCpu(map, arch, cpu2) {
  const expanded = cpuFamily(arch) === "x86" ? expandX86(map.x86, cpu2) : cpu2;
  return {
    ...expanded,
    features: expanded.features.toSorted((one, other) => one.name < other.name ? -1 : 1)
  };
}

// src/cpu/ppc64/models.ts
var PPC64_MODELS = [
  {
    name: "POWER6",
    vendor: "IBM",
    versions: [
      {
        value: 4063232,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWER7",
    vendor: "IBM",
    versions: [
      {
        value: 4128768,
        mask: 4294901760
      },
      {
        value: 4849664,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWER8",
    vendor: "IBM",
    versions: [
      {
        value: 4915200,
        mask: 4294901760
      },
      {
        value: 4980736,
        mask: 4294901760
      },
      {
        value: 5046272,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWER9",
    vendor: "IBM",
    versions: [
      {
        value: 5111808,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWER10",
    vendor: "IBM",
    versions: [
      {
        value: 8388608,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWERPC_e5500",
    vendor: "Freescale",
    versions: [
      {
        value: 2149842944,
        mask: 4294901760
      }
    ]
  },
  {
    name: "POWERPC_e6500",
    vendor: "Freescale",
    versions: [
      {
        value: 2151677952,
        mask: 4294901760
      }
    ]
  }
];
function findByVersion(version) {
  return PPC64_MODELS.find(({ versions }) => versions.some(({ value, mask }) => (version & mask) >>> 0 === value));
}

// src/cpu/x86/model_deviations.ts
var ROWS = [
  "486 - guest +vme",
  "pentium - guest +vme -apic",
  "pentium2 - guest +vme -apic",
  "pentium3 - guest +vme -apic",
  "pentiumpro - guest =qemu32 -pni",
  "coreduo Intel guest +vme -acpi -ss",
  "n270 Intel guest +vme -acpi -ss -movbe -lahf_lm",
  "core2duo Intel guest +vme -acpi -ss -cx16 -lahf_lm",
  "qemu32 - guest",
  "kvm32 - guest",
  "cpu64-rhel5 - never =Opteron_G1",
  "cpu64-rhel6 - never =Opteron_G2 -svm",
  "qemu64 - guest -lahf_lm",
  "kvm64 - guest",
  "Conroe Intel guest",
  "Penryn Intel guest",
  "Nehalem Intel guest",
  "Nehalem-IBRS Intel guest",
  "Westmere Intel guest -pclmuldq -arat",
  "Westmere-IBRS Intel guest -pclmuldq -arat",
  "SandyBridge Intel guest -arat -xsaveopt",
  "SandyBridge-IBRS Intel guest -arat -xsaveopt",
  "IvyBridge Intel guest +vme -arat -xsaveopt",
  "IvyBridge-IBRS Intel guest +vme -arat -xsaveopt",
  "Haswell-noTSX Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell-noTSX-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Haswell-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-noTSX Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-noTSX-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Broadwell-IBRS Intel guest -f16c -rdrand -arat -xsaveopt -abm",
  "Skylake-Client Intel guest +vme +mpx",
  "Skylake-Client-IBRS Intel guest +vme +mpx",
  "Skylake-Client-noTSX-IBRS Intel host +vme +mpx ~hle ~rtm",
  "Skylake-Server Intel guest +vme +mpx -clflushopt -pku",
  "Skylake-Server-IBRS Intel guest +vme +mpx -pku",
  "Skylake-Server-noTSX-IBRS Intel host +vme +mpx -pku ~hle ~rtm",
  "Cascadelake-Server Intel guest +vme +mpx -pku",
  "Cascadelake-Server-noTSX Intel host +vme +mpx -pku -arch-capabilities -rdctl-no -ibrs-all -skip-l1dfl-vmentry -mds-no ~hle ~rtm",
  "Icelake-Client Intel guest =Icelake-Server +vme +mpx -avx512f -avx512dq -clflushopt -clwb -avx512cd -avx512bw -avx512vl -la57 -pdpe1gb ~intel-pt",
  "Icelake-Client-noTSX Intel host =Icelake-Client -hle -rtm ~hle ~rtm ~intel-pt",
  "Icelake-Server Intel guest +vme +mpx ~intel-pt",
  "Icelake-Server-noTSX Intel host +vme +mpx ~hle ~rtm ~intel-pt",
  "Cooperlake Intel guest +vme",
  "Snowridge Intel guest +vme -monitor -mpx",
  "athlon AMD guest +vme -mca",
  "phenom AMD guest -cx16 -popcnt -pdpe1gb -rdtscp -lahf_lm -abm -sse4a -npt",
  "Opteron_G1 AMD guest",
  "Opteron_G2 AMD guest +rdtscp",
  "Opteron_G3 AMD guest -monitor ~monitor",
  "Opteron_G4 AMD guest -npt -nrip-save",
  "Opteron_G5 AMD guest -npt -nrip-save",
  "EPYC AMD guest +vme -monitor -topoext -npt -nrip-save ~monitor",
  "EPYC-IBPB AMD guest +vme -monitor -topoext -npt -nrip-save ~monitor",
  "EPYC-Rome AMD guest +vme -monitor -xsaves -topoext",
  "EPYC-Milan AMD guest +vme -monitor -topoext",
  "Dhyana Hygon guest +vme -monitor -topoext -npt -nrip-save ~monitor"
];

// src/cpu/x86/qemu_models.ts
var ROWS2 = [
  "486 Intel 4/8/0 +fpu +pse",
  "Broadwell Intel 6/61/2 =486 +de +tsc +msr +pae +mce +cx8 +apic +sep +mtrr +pge +mca +cmov +pat +pse36 +clflush +mmx +fxsr +sse +sse2 +pni +pclmuldq +ssse3 +fma +cx16 +pcid +sse4.1 +sse4.2 +x2apic +movbe +popcnt +tsc-deadline +aes +xsave +avx +f16c +rdrand +arat +fsgsbase +bmi1 +hle +avx2 +smep +bmi2 +erms +invpcid +rtm +rdseed +adx +smap +xsaveopt +syscall +nx +rdtscp +lm +lahf_lm +abm +3dnowprefetch",
  "Broadwell-IBRS Intel 6/61/2 =Broadwell +spec-ctrl",
  "Broadwell-noTSX Intel 6/61/2 =Broadwell -hle -rtm",
  "Broadwell-noTSX-IBRS Intel 6/61/2 =Broadwell-noTSX +spec-ctrl",
  "Cascadelake-Server Intel 6/85/6 =Broadwell-IBRS +avx512f +avx512dq +clflushopt +clwb +avx512cd +avx512bw +avx512vl +pku +avx512vnni +ssbd +xsavec +xgetbv1 +pdpe1gb",
  "Cascadelake-Server-noTSX Intel 6/85/6 =Cascadelake-Server +arch-capabilities +rdctl-no +ibrs-all +skip-l1dfl-vmentry +mds-no -hle -rtm",
  "Conroe Intel 6/15/3 =486 +de +tsc +msr +pae +mce +cx8 +apic +sep +mtrr +pge +mca +cmov +pat +pse36 +clflush +mmx +fxsr +sse +sse2 +pni +ssse3 +syscall +nx +lm +lahf_lm",
  "Cooperlake Intel 6/85/10 =Cascadelake-Server-noTSX +hle +rtm +stibp +avx512-bf16 +pschange-mc-no +taa-no",
  "Denverton Intel 6/95/1 =Broadwell-noTSX-IBRS +monitor +mpx +clflushopt +sha-ni +arch-capabilities +ssbd +xsavec +xgetbv1 +pdpe1gb +rdctl-no +skip-l1dfl-vmentry -fma -pcid -avx -f16c -bmi1 -avx2 -bmi2 -invpcid -adx -abm",
  "Dhyana Hygon 24/0/1 =Broadwell-noTSX +monitor +clflushopt +xsavec +xgetbv1 +mmxext +fxsr_opt +pdpe1gb +svm +cr8legacy +sse4a +misalignsse +osvw +topoext +ibpb +npt +nrip-save -pclmuldq -pcid -x2apic -tsc-deadline -aes -erms -invpcid",
  "EPYC AMD 23/1/2 =Dhyana +pclmuldq +aes +sha-ni -ibpb",
  "EPYC-IBPB AMD 23/1/2 =EPYC +ibpb",
  "EPYC-Milan AMD 25/1/1 =EPYC-IBPB +pcid +erms +invpcid +clwb +umip +pku +rdpid +fsrm +xsaves +perfctr_core +clzero +xsaveerptr +wbnoinvd +ibrs +amd-stibp +amd-ssbd +svme-addr-chk",
  "EPYC-Rome AMD 23/49/0 =EPYC-Milan -pcid -erms -invpcid -pku -fsrm -ibrs -amd-ssbd -svme-addr-chk",
  "Haswell Intel 6/60/4 =Broadwell -rdseed -adx -smap -3dnowprefetch",
  "Haswell-IBRS Intel 6/60/4 =Haswell +spec-ctrl",
  "Haswell-noTSX Intel 6/60/1 =Haswell -hle -rtm",
  "Haswell-noTSX-IBRS Intel 6/60/1 =Haswell-noTSX +spec-ctrl",
  "Icelake-Server Intel 6/134/0 =Cascadelake-Server +avx512vbmi +umip +avx512vbmi2 +gfni +vaes +vpclmulqdq +avx512bitalg +avx512-vpopcntdq +la57 +wbnoinvd",
  "Icelake-Server-noTSX Intel 6/134/0 =Icelake-Server -hle -rtm",
  "IvyBridge Intel 6/58/9 =Haswell-noTSX -fma -pcid -movbe -bmi1 -avx2 -bmi2 -invpcid -abm",
  "IvyBridge-IBRS Intel 6/58/9 =IvyBridge +spec-ctrl",
  "KnightsMill Intel 6/133/0 =Broadwell-noTSX +ss +avx512f +avx512pf +avx512er +avx512cd +avx512-vpopcntdq +avx512-4vnniw +avx512-4fmaps +pdpe1gb -pcid -invpcid -smap",
  "Nehalem Intel 6/26/3 =Conroe +cx16 +sse4.1 +sse4.2 +popcnt",
  "Nehalem-IBRS Intel 6/26/3 =Nehalem +spec-ctrl",
  "Opteron_G1 AMD 15/6/1 =Conroe -ssse3 -lahf_lm",
  "Opteron_G2 AMD 15/6/1 =Conroe +cx16 +svm -ssse3",
  "Opteron_G3 AMD 16/2/3 =Opteron_G2 +monitor +popcnt +rdtscp +abm +sse4a +misalignsse",
  "Opteron_G4 AMD 21/1/2 =Opteron_G3 +pclmuldq +ssse3 +sse4.1 +sse4.2 +aes +xsave +avx +pdpe1gb +3dnowprefetch +xop +fma4 +npt +nrip-save -monitor",
  "Opteron_G5 AMD 21/2/0 =Opteron_G4 +fma +f16c +tbm",
  "Penryn Intel 6/23/3 =Conroe +cx16 +sse4.1",
  "SandyBridge Intel 6/42/1 =IvyBridge -f16c -rdrand -fsgsbase -smep -erms",
  "SandyBridge-IBRS Intel 6/42/1 =SandyBridge +spec-ctrl",
  "Skylake-Client Intel 6/94/3 =Broadwell +xsavec +xgetbv1",
  "Skylake-Client-IBRS Intel 6/94/3 =Skylake-Client +spec-ctrl",
  "Skylake-Client-noTSX-IBRS Intel 6/94/3 =Broadwell-noTSX-IBRS +xsavec +xgetbv1",
  "Skylake-Server Intel 6/85/4 =Cascadelake-Server -avx512vnni -spec-ctrl -ssbd",
  "Skylake-Server-IBRS Intel 6/85/4 =Skylake-Server +spec-ctrl -clflushopt",
  "Skylake-Server-noTSX-IBRS Intel 6/85/4 =Skylake-Server-IBRS -hle -rtm",
  "Snowridge Intel 6/134/1 =Denverton +clwb +umip +gfni +cldemote +movdiri +movdir64b +core-capability +split-lock-detect -rdctl-no -skip-l1dfl-vmentry",
  "Westmere Intel 6/44/1 =Nehalem +pclmuldq +aes +arat",
  "Westmere-IBRS Intel 6/44/1 =Westmere +spec-ctrl",
  "athlon AMD 6/2/3 =Opteron_G1 +mmxext +3dnowext +3dnow -clflush -pni -syscall -nx -lm",
  "core2duo Intel 6/15/11 =Conroe +acpi +ss +monitor +cx16",
  "coreduo Intel 6/14/8 =Opteron_G1 +acpi +ss +monitor -pse36 -syscall -lm",
  "kvm32 Intel 15/6/1 =Opteron_G1 -syscall -nx -lm",
  "kvm64 Intel 15/6/1 =Opteron_G1 +cx16",
  "n270 Intel 6/28/2 =coreduo +ssse3 +movbe +lahf_lm",
  "pentium Intel 5/4/3 =486 +de +tsc +msr +mce +cx8 +apic +mmx",
  "pentium2 Intel 6/5/2 =kvm32 -clflush -sse -sse2 -pni",
  "pentium3 Intel 6/7/3 =pentium2 +sse",
  "phenom AMD 16/2/3 =Opteron_G3 +mmxext +fxsr_opt +pdpe1gb +3dnowext +3dnow +npt -misalignsse",
  "qemu32 Intel 6/6/3 =kvm32 -mtrr -mca -pse36 -clflush",
  "qemu64 AMD 15/107/1 =Opteron_G2"
];

// src/cpu/x86/signatures.ts
var MODEL_SIGNATURES = {
  pentium: "5/1 5/2 5/4",
  pentiumpro: "6/1",
  pentium2: "6/3 6/5",
  pentium3: "6/7 6/8 6/10 6/11",
  coreduo: "6/14",
  n270: "6/28",
  Conroe: "6/15 6/22",
  Penryn: "6/23 6/29",
  Nehalem: "6/26 6/30 6/31 6/46",
  "Nehalem-IBRS": "6/26 6/30 6/31 6/46",
  Westmere: "6/37 6/44 6/47",
  "Westmere-IBRS": "6/37 6/44 6/47",
  SandyBridge: "6/42 6/45",
  "SandyBridge-IBRS": "6/42 6/45",
  IvyBridge: "6/58 6/62",
  "IvyBridge-IBRS": "6/58 6/62",
  "Haswell-noTSX": "6/60 6/63 6/69 6/70",
  "Haswell-noTSX-IBRS": "6/60 6/63 6/69 6/70",
  Haswell: "6/60 6/63 6/69 6/70",
  "Haswell-IBRS": "6/60 6/63 6/69 6/70",
  "Broadwell-noTSX": "6/61 6/71 6/79 6/86",
  "Broadwell-noTSX-IBRS": "6/61 6/71 6/79 6/86",
  Broadwell: "6/61 6/71 6/79 6/86",
  "Broadwell-IBRS": "6/61 6/71 6/79 6/86",
  "Skylake-Client": "6/78 6/94 6/142 6/158",
  "Skylake-Client-IBRS": "6/78 6/94 6/142 6/158",
  "Skylake-Client-noTSX-IBRS": "6/78 6/94 6/142 6/158 6/165 6/166",
  "Skylake-Server": "6/85:0-4",
  "Skylake-Server-IBRS": "6/85:0-4",
  "Skylake-Server-noTSX-IBRS": "6/85:0-4",
  "Cascadelake-Server": "6/85:5-7",
  "Cascadelake-Server-noTSX": "6/85:5-7",
  Cooperlake: "6/85:10-11",
  "Icelake-Client": "6/125 6/126",
  "Icelake-Client-noTSX": "6/125 6/126",
  "Icelake-Server": "6/106 6/108",
  "Icelake-Server-noTSX": "6/106 6/108",
  Snowridge: "6/134",
  athlon: "6/1 6/2 6/4 6/7 6/8 6/10",
  phenom: "16/2",
  Opteron_G1: "15/5 15/33 15/37 15/39",
  Opteron_G2: "15/65 15/67 15/72",
  Opteron_G3: "16/2 16/8 16/9",
  Opteron_G4: "21/1",
  Opteron_G5: "21/2",
  EPYC: "23/1",
  "EPYC-IBPB": "23/1",
  "EPYC-Rome": "23/49",
  "EPYC-Milan": "25/1",
  Dhyana: "24/0 24/1 24/2"
};

// src/cpu/x86/model_map.ts
var X86_VENDORS = {
  GenuineIntel: "Intel",
  AuthenticAMD: "AMD",
  HygonGenuine: "Hygon"
};
function loadX86Map() {
  const features2 = listFeatures();
  const featureByName = new Map(features2.map((feature2) => [
    feature2.name,
    feature2
  ]));
  const fromQemu = /* @__PURE__ */ new Map();
  for (const row of ROWS2) {
    const [name, , , ...changes] = row.split(" ");
    fromQemu.set(name, applyChanges(changes, {
      start: void 0,
      known: fromQemu,
      featureByName
    }));
  }
  const known = new Map(fromQemu);
  const models = ROWS.map((row) => {
    const [name, vendor, use, ...words3] = row.split(" ");
    const changes = words3.filter((word) => !word.startsWith("~"));
    const set = applyChanges(changes, {
      start: fromQemu.get(name),
      known,
      featureByName
    });
    known.set(name, set);
    return {
      name,
      ...vendor === "-" ? {} : {
        vendor
      },
      features: set,
      removed: words3.filter((word) => word.startsWith("~")).map((word) => word.slice(1)),
      signatures: parseSignatures(MODEL_SIGNATURES[name] ?? ""),
      chosenFor: use === "guest" ? [
        "host",
        "guest"
      ] : use === "host" ? [
        "host"
      ] : []
    };
  });
  return {
    features: features2,
    featureByName,
    nonMigratable: new Set(NON_MIGRATABLE_FEATURES),
    models,
    modelByName: new Map(models.map((model3) => [
      model3.name,
      model3
    ]))
  };
}
function matchesSignature(ranges, signature) {
  return ranges.some(({ family, model: model3, steppings }) => family === signature.family && model3 === signature.model && (steppings === void 0 || signature.stepping >= steppings.first && signature.stepping <= steppings.last));
}
function applyChanges(changes, context) {
  let set = context.start?.copy() ?? new FeatureSet(context.featureByName.size);
  for (const change of changes) {
    const name = change.slice(1);
    if (change.startsWith("=")) set = context.known.get(name).copy();
    else if (change.startsWith("+")) set.add(context.featureByName.get(name).index);
    else set.delete(context.featureByName.get(name).index);
  }
  return set;
}
function parseSignatures(text2) {
  return text2.split(" ").filter((word) => word !== "").map((word) => {
    const [family, model3, first, last] = word.split(/[/:-]/).map(Number);
    return {
      family,
      model: model3,
      ...first === void 0 ? {} : {
        steppings: {
          first,
          last: last ?? first
        }
      }
    };
  });
}

// src/cpu/x86/qemu_names.ts
var TO_QEMU = {
  cmp_legacy: "cmp-legacy",
  ds_cpl: "ds-cpl",
  fxsr_opt: "fxsr-opt",
  kvm_pv_eoi: "kvm-pv-eoi",
  kvm_pv_unhalt: "kvm-pv-unhalt",
  lahf_lm: "lahf-lm",
  nodeid_msr: "nodeid-msr",
  pclmuldq: "pclmulqdq",
  perfctr_core: "perfctr-core",
  perfctr_nb: "perfctr-nb",
  tsc_adjust: "tsc-adjust"
};
var FROM_QEMU = Object.fromEntries(Object.entries(TO_QEMU).map(([ours, theirs]) => [
  theirs,
  ours
]));
function featureFromQemu(name) {
  return Object.hasOwn(FROM_QEMU, name) ? FROM_QEMU[name] : name;
}

// src/cpu/x86/decode.ts
function decodeX86(map, processor, options) {
  const features2 = withoutBrokenTsx(map, processor);
  const preferred = options.preferred ?? [];
  const offered = options.models && new Map(options.models.map((model3) => [
    model3.name,
    model3
  ]));
  let best;
  for (const model3 of map.models.toReversed()) {
    const offer = offered?.get(model3.name);
    if (offered !== void 0 && offer === void 0) {
      refuseLostPreference(model3.name, preferred, options.allowFallback ?? true);
      continue;
    }
    if (processor.vendor !== void 0 && model3.vendor !== void 0 && processor.vendor !== model3.vendor) continue;
    if (!model3.chosenFor.includes(options.type)) continue;
    const candidate = describeBy(map, model3, {
      features: features2,
      offer,
      type: options.type
    });
    const verdict = judge(best, candidate, {
      type: options.type,
      preferred,
      signature: processor.signature
    });
    if (verdict !== "worse") best = candidate;
    if (verdict === "best") break;
  }
  if (best === void 0) {
    const known = processor.vendor ?? "unknown vendor";
    throw new CpuError("incompatible", `No CPU model fits the processor (${known}), not even the oldest`);
  }
  return {
    model: best.model.name,
    ...processor.vendor === void 0 ? {} : {
      vendor: processor.vendor
    },
    ...processor.signature === void 0 ? {} : {
      signature: processor.signature
    },
    features: listFeatures2(map, best, options)
  };
}
function withoutBrokenTsx(map, { features: features2, vendor, signature }) {
  if (vendor !== "Intel" || signature === void 0 || signature.family !== 6) return features2;
  const { model: model3, stepping } = signature;
  if (!([
    60,
    69,
    70
  ].includes(model3) || model3 === 63 && stepping < 4)) return features2;
  const left = features2.copy();
  for (const name of [
    "hle",
    "rtm"
  ]) left.delete(map.featureByName.get(name).index);
  return left;
}
function refuseLostPreference(name, preferred, allowFallback) {
  if (preferred.length === 1 && preferred[0] === name && !allowFallback) {
    throw new CpuError("unsupported", `The hypervisor does not offer CPU model "${name}", and no other is allowed`);
  }
}
function describeBy(map, model3, context) {
  const more = context.features.subtract(model3.features);
  const less = model3.features.subtract(context.features);
  for (const blocker of context.offer?.blockers ?? []) {
    const feature2 = map.featureByName.get(featureFromQemu(blocker));
    if (feature2 !== void 0 && !more.has(feature2.index)) less.add(feature2.index);
  }
  const isNamed = (name) => {
    const { index: index2 } = map.featureByName.get(name);
    return more.has(index2) || less.has(index2);
  };
  const removed = context.type === "guest" ? model3.removed.filter((name) => !isNamed(name)) : [];
  return {
    model: model3,
    more,
    less,
    removed
  };
}
function listFeatures2(map, { more, less, removed }, options) {
  const namesOf3 = (set) => set.indexes().map((index2) => map.features[index2].name);
  const isWanted = (name) => options.migratable !== true || !map.nonMigratable.has(name);
  if (options.type === "host") return namesOf3(more).filter(isWanted).map((name) => ({
    name
  }));
  const require2 = namesOf3(more).filter(isWanted).map((name) => ({
    policy: "require",
    name
  }));
  const disable = [
    ...namesOf3(less),
    ...removed
  ].filter(isWanted);
  return [
    ...require2,
    ...disable.map((name) => ({
      policy: "disable",
      name
    }))
  ];
}
function judge(current2, candidate, context) {
  const isHost = context.type === "host";
  if (isHost && !candidate.less.isEmpty()) return "worse";
  const isPreferred = context.preferred.includes(candidate.model.name);
  if (isPreferred && context.preferred.length === 1) return "best";
  if (current2 === void 0) return "better";
  if (context.signature !== void 0) {
    const currentFits = matchesSignature(current2.model.signatures, context.signature);
    const candidateFits = matchesSignature(candidate.model.signatures, context.signature);
    if (currentFits !== candidateFits) return candidateFits ? "better" : "worse";
  }
  const have = costOf(current2, isHost);
  const offer = costOf(candidate, isHost);
  const shorter = offer.total < have.total || offer.total === have.total && offer.disabled < have.disabled;
  return shorter || isPreferred && offer.disabled < have.disabled ? "better" : "worse";
}
function costOf(candidate, isHost) {
  const more = candidate.more.count();
  if (isHost) return {
    total: more,
    disabled: 0
  };
  let uncounted = more + candidate.less.count() + candidate.removed.length;
  let disabled = 0;
  for (let at = more, penalty = 2; at < uncounted; at++, penalty++) {
    uncounted--;
    disabled += penalty;
  }
  return {
    total: uncounted + disabled,
    disabled
  };
}

// src/cpu/cpu_map.ts
var CpuMap = class {
  #x86;
  /** x86 features and models. */
  get x86() {
    return this.#x86 ??= loadX86Map();
  }
};

// src/cpu/custom_models.ts
function customModels(map, arch, definitions) {
  const known = knownModels(map, arch);
  return definitions.filter(({ name }) => name !== "host" && known !== "none" && (known === "any" || known.has(name))).map(({ name, usable, deprecated, blockers }) => ({
    name,
    usable,
    vendor: (typeof known === "string" ? void 0 : known.get(name)) ?? "unknown",
    ...deprecated ? {
      deprecated
    } : {},
    blockers
  }));
}
function knownModels(map, arch) {
  switch (cpuFamily(arch)) {
    case "x86":
      return new Map(map.x86.models.map((model3) => [
        model3.name,
        model3.vendor
      ]));
    case "ppc64":
      return new Map(PPC64_MODELS.map((model3) => [
        model3.name,
        model3.vendor
      ]));
    case void 0:
      return "none";
    default:
      return "any";
  }
}

// src/cpu/arm/models.ts
var ARM_VENDORS = /* @__PURE__ */ new Map([
  [
    65,
    "ARM"
  ],
  [
    66,
    "Broadcom"
  ],
  [
    67,
    "Cavium"
  ],
  [
    68,
    "DigitalEquipment"
  ],
  [
    70,
    "FUJITSU"
  ],
  [
    72,
    "HiSilicon"
  ],
  [
    73,
    "Infineon"
  ],
  [
    77,
    "Freescale"
  ],
  [
    78,
    "NVIDIA"
  ],
  [
    80,
    "APM"
  ],
  [
    81,
    "Qualcomm"
  ],
  [
    86,
    "Marvell"
  ],
  [
    105,
    "Intel"
  ],
  [
    112,
    "Phytium"
  ]
]);
var ARM_MODELS = [
  {
    implementer: 65,
    part: 3331,
    name: "cortex-a53"
  },
  {
    implementer: 65,
    part: 3335,
    name: "cortex-a57"
  },
  {
    implementer: 65,
    part: 3336,
    name: "cortex-a72"
  },
  {
    implementer: 65,
    part: 3340,
    name: "Neoverse-N1"
  },
  {
    implementer: 65,
    part: 3392,
    name: "Neoverse-V1"
  },
  {
    implementer: 65,
    part: 3401,
    name: "Neoverse-N2"
  },
  {
    implementer: 67,
    part: 175,
    name: "ThunderX299xx"
  },
  {
    implementer: 70,
    part: 1,
    name: "a64fx"
  },
  {
    implementer: 72,
    part: 3329,
    name: "Kunpeng-920"
  },
  {
    implementer: 81,
    part: 3072,
    name: "Falkor"
  },
  {
    implementer: 112,
    part: 1634,
    name: "FT-2000plus"
  },
  {
    implementer: 112,
    part: 1635,
    name: "Tengyun-S2500"
  }
];
var ARM_FEATURES = [
  // deno-fmt-ignore
  ..."fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm jscvt fcma lrcpc dcpop sha3 sm3".split(" "),
  ..."sm4 asimddp sha512 sve asimdfhm dit uscat ilrcpc flagm ssbs sb paca pacg".split(" ")
];

// src/cpu/arm/decode.ts
function decodeArm(id) {
  const model3 = ARM_MODELS.find(({ implementer, part }) => implementer === id.implementer && part === id.part);
  const vendor = ARM_VENDORS.get(id.implementer);
  if (model3 === void 0 || vendor === void 0) return {};
  return {
    model: model3.name,
    vendor
  };
}

// src/cpu/x86/proc_flags.ts
var NAMES = {
  pclmulqdq: "pclmuldq",
  dts: "ds",
  sse4_1: "sse4.1",
  sse4_2: "sse4.2",
  tsc_deadline_timer: "tsc-deadline",
  sha_ni: "sha-ni",
  intel_pt: "intel-pt",
  cr8_legacy: "cr8legacy",
  cqm: "cmt",
  cqm_mbm_total: "mbm_total",
  cqm_mbm_local: "mbm_local",
  avx512_vbmi2: "avx512vbmi2",
  avx512_vnni: "avx512vnni",
  avx512_bitalg: "avx512bitalg",
  avx512_vpopcntdq: "avx512-vpopcntdq",
  avx512_4vnniw: "avx512-4vnniw",
  avx512_4fmaps: "avx512-4fmaps",
  avx512_vp2intersect: "avx512-vp2intersect",
  avx512_bf16: "avx512-bf16",
  avx512_fp16: "avx512-fp16",
  avx_vnni: "avx-vnni",
  amx_bf16: "amx-bf16",
  amx_tile: "amx-tile",
  amx_int8: "amx-int8",
  arch_capabilities: "arch-capabilities",
  core_capabilities: "core-capability",
  md_clear: "md-clear",
  tsxldtrk: "tsx-ldtrk",
  arch_lbr: "arch-lbr",
  bus_lock_detect: "bus-lock-detect",
  split_lock_detect: "split-lock-detect",
  sgx_lc: "sgxlc",
  virt_ssbd: "virt-ssbd",
  svm_lock: "svm-lock",
  nrip_save: "nrip-save",
  tsc_scale: "tsc-scale",
  vmcb_clean: "vmcb-clean",
  pausefilter: "pause-filter",
  v_vmsave_vmload: "v-vmsave-vmload",
  // Constant and nonstop together are what CPUID calls invariant; the kernel sets the latter from that very bit.
  nonstop_tsc: "invtsc"
};
var INTEL_NAMES = {
  ibrs: "spec-ctrl",
  ibpb: "spec-ctrl"
};
var AMD_NAMES = {
  stibp: "amd-stibp",
  ssbd: "amd-ssbd"
};
var IMPLIED = {
  xsave: "osxsave"
};
function featuresFromProcFlag(flag3, vendor) {
  const special = vendor === "Intel" ? INTEL_NAMES : AMD_NAMES;
  const name = lookUp(special, flag3) ?? lookUp(NAMES, flag3) ?? flag3;
  const implied = lookUp(IMPLIED, flag3);
  return implied === void 0 ? [
    name
  ] : [
    name,
    implied
  ];
}
function lookUp(table, key) {
  return Object.hasOwn(table, key) ? table[key] : void 0;
}

// src/cpu/x86/processor.ts
function processorFromCpuid(map, leaves, msrs = []) {
  const cpuid = new Map(leaves.map((leaf) => [
    `${leaf.eaxIn}/${leaf.ecxIn}`,
    leaf
  ]));
  const registers = new Map(msrs.map((msr) => [
    msr.index,
    msr
  ]));
  const features2 = new FeatureSet(map.features.length);
  for (const feature2 of map.features) {
    if (readRegister(feature2.register, cpuid, registers) >>> feature2.bit & 1) features2.add(feature2.index);
  }
  const first = cpuid.get("0/0");
  const vendor = first === void 0 ? void 0 : vendorName(vendorString(first));
  return {
    features: features2,
    ...vendor === void 0 ? {} : {
      vendor
    },
    signature: decodeSignature(cpuid.get("1/0")?.eax ?? 0)
  };
}
function processorFromProperties(map, properties, options = {}) {
  const features2 = new FeatureSet(map.features.length);
  const numbers = /* @__PURE__ */ new Map();
  let vendor;
  for (const { name, value, migratable } of properties) {
    if (typeof value === "number") numbers.set(name, value);
    else if (typeof value === "string") vendor = name === "vendor" ? vendorName(value) : vendor;
    else if (value && !(options.migratable === true && migratable === false)) {
      const feature2 = map.featureByName.get(featureFromQemu(name));
      if (feature2 !== void 0) features2.add(feature2.index);
    }
  }
  return {
    features: features2,
    ...vendor === void 0 ? {} : {
      vendor
    },
    signature: {
      family: numbers.get("family") ?? 0,
      model: numbers.get("model") ?? 0,
      stepping: numbers.get("stepping") ?? 0
    }
  };
}
function processorFromProcFlags(map, cpuinfo) {
  const vendor = vendorName(cpuinfo.vendorId);
  const features2 = new FeatureSet(map.features.length);
  for (const flag3 of cpuinfo.flags) {
    for (const name of featuresFromProcFlag(flag3, vendor)) {
      const feature2 = map.featureByName.get(name);
      if (feature2 !== void 0) features2.add(feature2.index);
    }
  }
  return {
    features: features2,
    ...vendor === void 0 ? {} : {
      vendor
    },
    signature: {
      family: cpuinfo.family,
      model: cpuinfo.model,
      stepping: cpuinfo.stepping
    }
  };
}
function decodeSignature(eax) {
  return {
    family: (eax >>> 20 & 255) + (eax >>> 8 & 15),
    model: (eax >>> 12 & 240) + (eax >>> 4 & 15),
    stepping: eax & 15
  };
}
function vendorName(text2) {
  return Object.hasOwn(X86_VENDORS, text2) ? X86_VENDORS[text2] : void 0;
}
function readRegister(register, cpuid, registers) {
  if (register.kind === "msr") return registers.get(register.index)?.[register.output] ?? 0;
  return cpuid.get(`${register.leaf}/${register.subleaf}`)?.[register.output] ?? 0;
}
function vendorString(leaf) {
  return [
    leaf.ebx,
    leaf.edx,
    leaf.ecx
  ].map((word) => String.fromCharCode(word & 255, word >>> 8 & 255, word >>> 16 & 255, word >>> 24 & 255)).join("");
}

// src/cpu/host_cpu.ts
var ARCH_CAPABILITIES = 266;
function decodeHostCpu(map, facts) {
  const { arch } = facts;
  switch (cpuFamily(arch)) {
    case "x86": {
      const processor = readX86(map.x86, facts);
      return processor === void 0 ? {
        arch,
        features: []
      } : describeX86Host(map.x86, arch, processor);
    }
    case "arm":
      return {
        arch,
        ...facts.arm && decodeArm(facts.arm),
        features: facts.arm?.features.map(named) ?? []
      };
    case "ppc64": {
      const model3 = facts.pvr === void 0 ? void 0 : findByVersion(facts.pvr);
      return {
        arch,
        ...model3 && {
          model: model3.name,
          vendor: model3.vendor
        },
        features: []
      };
    }
    default:
      return {
        arch,
        features: []
      };
  }
}
function readX86(map, facts) {
  if (facts.cpuid !== void 0 && facts.cpuid.length > 0) {
    const exists = facts.cpuid.some((leaf) => leaf.eaxIn === 7 && leaf.ecxIn === 0 && (leaf.edx >>> 29 & 1) === 1);
    const msrs = exists ? facts.msrs?.filter((msr) => msr.index === ARCH_CAPABILITIES) : [];
    return processorFromCpuid(map, facts.cpuid, msrs);
  }
  return facts.cpuinfo && processorFromProcFlags(map, facts.cpuinfo);
}
function decodeHostAsGuest(map, facts, models) {
  if (cpuFamily(facts.arch) === "x86") {
    const processor = readX86(map.x86, facts);
    if (processor === void 0) return void 0;
    const decoded = attempt(() => decodeX86(map.x86, processor, {
      type: "guest",
      ...models && {
        models
      }
    }));
    return decoded && {
      model: decoded.model,
      ...vendorOf(decoded.vendor),
      features: decoded.features
    };
  }
  const { model: model3, vendor, features: features2 } = decodeHostCpu(map, facts);
  if (model3 === void 0 || models !== void 0 && !models.some(({ name }) => name === model3)) return void 0;
  return {
    model: model3,
    ...vendorOf(vendor),
    features: features2.map(({ name }) => ({
      policy: "require",
      name
    }))
  };
}
function describeX86Host(map, arch, processor) {
  const decoded = attempt(() => decodeX86(map, processor, {
    type: "host"
  }));
  if (decoded === void 0) return {
    arch,
    ...vendorOf(processor.vendor),
    features: []
  };
  const { model: model3, signature, features: features2 } = decoded;
  return {
    arch,
    model: model3,
    ...vendorOf(decoded.vendor),
    ...signature && {
      signature
    },
    features: features2
  };
}
function attempt(decode2) {
  try {
    return decode2();
  } catch (error) {
    if (error instanceof CpuError && error.code === "incompatible") return void 0;
    throw error;
  }
}
function vendorOf(vendor) {
  return vendor === void 0 ? {} : {
    vendor
  };
}
function named(name) {
  return {
    name
  };
}

// src/cpu/host_model.ts
function hostModel(map, input) {
  if (!isNativeGuest(input.hostArch, input.guestArch)) return void 0;
  switch (cpuFamily(input.guestArch)) {
    case "x86":
      return input.expanded === void 0 ? fromProcessor(map, input) : fromExpansion(map, input, input.expanded);
    case "s390":
      return input.expanded && s390Model(input.expanded);
    case "ppc64":
      return fromProcessor(map, input);
    default:
      return void 0;
  }
}
function fromExpansion(map, input, expanded) {
  const reported = decodeExpansion(map.x86, input, {
    expanded,
    migratable: false
  });
  if (reported === void 0) return void 0;
  const taken2 = (cpu2) => input.reportsUnavailable ? cpu2 : withoutRegisters(map.x86, cpu2);
  return {
    reported: taken2(reported),
    migratable: () => {
      const asked = expanded.migratability ? decodeExpansion(map.x86, input, {
        expanded,
        migratable: true
      }) : void 0;
      return taken2(asked ?? onlyMigratable(map.x86, reported));
    },
    full: () => {
      const full = input.accelerated ? withProcessor(map, input, reported) : void 0;
      return full && taken2(full);
    }
  };
}
function decodeExpansion(map, input, how) {
  const processor = processorFromProperties(map, how.expanded.properties, {
    migratable: how.migratable
  });
  const offered = input.definitions.length > 0 ? {
    models: input.definitions
  } : {};
  try {
    const { model: model3, vendor, features: features2 } = decodeX86(map, processor, {
      type: "guest",
      ...offered
    });
    return {
      model: model3,
      fallback: "forbid",
      ...vendor === void 0 ? {} : {
        vendor
      },
      features: features2
    };
  } catch (error) {
    if (error instanceof CpuError && error.code === "incompatible") return void 0;
    throw error;
  }
}
function withProcessor(map, input, reported) {
  const own = input.processor && decodeHostAsGuest(map, input.processor);
  if (own === void 0) return void 0;
  const document = {
    mode: "custom",
    model: {
      name: reported.model
    },
    features: reported.features
  };
  const emulated = expandCpu(map, input.guestArch, document).features.filter(({ policy: policy2 }) => policy2 === "require");
  return {
    ...own,
    fallback: "allow",
    features: updateFeatures(own.features, emulated)
  };
}
function fromProcessor(map, input) {
  const models = input.definitions.length > 0 ? input.definitions : void 0;
  const own = input.processor && decodeHostAsGuest(map, input.processor, models);
  if (own === void 0) return void 0;
  const reported = {
    ...own,
    fallback: "allow",
    features: own.features.filter(({ name }) => !isNeverPassedOn(name))
  };
  const isX863 = cpuFamily(input.guestArch) === "x86";
  const shown = isX863 && !input.reportsUnavailable ? withoutRegisters(map.x86, reported) : reported;
  return {
    reported: shown,
    migratable: () => isX863 ? onlyMigratable(map.x86, shown) : shown,
    full: () => void 0
  };
}
function onlyMigratable(map, cpu2) {
  return {
    ...cpu2,
    features: cpu2.features.filter(({ name }) => !map.nonMigratable.has(name))
  };
}
function withoutRegisters(map, cpu2) {
  return {
    ...cpu2,
    features: cpu2.features.filter(({ name }) => map.featureByName.get(name)?.register.kind !== "msr")
  };
}
function s390Model(expanded) {
  const read = (migratable) => ({
    model: expanded.name,
    fallback: "forbid",
    features: expanded.properties.flatMap((property2) => {
      if (typeof property2.value !== "boolean") return [];
      const kept = property2.value && !(migratable && property2.migratable === false);
      return [
        {
          policy: kept ? "require" : "disable",
          name: property2.name
        }
      ];
    })
  });
  return {
    reported: read(false),
    migratable: () => read(expanded.migratability),
    full: () => void 0
  };
}

// src/drivers/qemu/describe_cpus.ts
var CpuDescriber = class {
  #map = new CpuMap();
  /** The whole of the host's `<cpu>`. */
  describeHost(facts) {
    const { cpu: cpu2, kvm: kvm2, nodeCounts, memory: memory3 } = facts;
    const { sockets, cores, threads } = nodeCounts;
    return {
      ...decodeHostCpu(this.#map, describeProcessor(facts)),
      ...defined({
        microcode: cpu2.microcode,
        counter: kvm2.tsc === void 0 ? void 0 : {
          name: "tsc",
          frequency: kvm2.tsc.frequencyHz,
          scaling: kvm2.tsc.scaling
        },
        maxPhysAddr: cpu2.physicalBits === void 0 ? void 0 : {
          mode: "emulate",
          bits: cpu2.physicalBits
        }
      }),
      // Dies are counted as cores of their socket here, as libvirt does for hosts.
      topology: {
        sockets,
        dies: 1,
        cores,
        threads
      },
      pages: memory3.pageSizesKiB.map((value) => ({
        value,
        unit: "KiB"
      }))
    };
  }
  /** What host-model stands for, and the models a guest can name. */
  describeGuest({ capabilities: capabilities3, arch, virtType: virtType2 }, facts) {
    const accelerator = acceleratorFor(capabilities3, virtType2);
    if (accelerator === void 0) return {};
    const models = hostModel(this.#map, {
      hostArch: facts.arch,
      guestArch: arch,
      accelerated: accelerator.type !== "tcg",
      definitions: accelerator.cpus,
      processor: describeProcessor(facts),
      reportsUnavailable: capabilities3.flags.includes("cpu-unavailable-features"),
      ...defined({
        expanded: accelerator.hostCpu
      })
    });
    return defined({
      hostModel: models?.reported,
      customModels: customModels(this.#map, arch, accelerator.cpus)
    });
  }
};
function describeProcessor(facts) {
  const { arch, cpu: cpu2, kvm: kvm2 } = facts;
  if (isX862(arch)) return {
    arch,
    ...defined({
      cpuid: cpu2.cpuid,
      msrs: kvm2.msrs,
      cpuinfo: describeCpuinfo(facts)
    })
  };
  if (isArm(arch)) return {
    arch,
    ...defined({
      arm: describeArm(facts)
    })
  };
  return {
    arch
  };
}
function describeCpuinfo({ cpu: cpu2 }) {
  const { vendor, family, model: model3, stepping, flags } = cpu2;
  if (vendor === void 0 || family === void 0 || model3 === void 0 || stepping === void 0) return void 0;
  return {
    vendorId: vendor,
    family,
    model: model3,
    stepping,
    flags
  };
}
function describeArm({ cpu: cpu2 }) {
  const implementer = Number(cpu2.vendor);
  if (!Number.isInteger(implementer) || cpu2.model === void 0) return void 0;
  return {
    implementer,
    part: cpu2.model,
    features: cpu2.flags
  };
}

// src/drivers/qemu/describe_host.ts
var DEFAULT_LOADERS = [
  "/usr/share/OVMF/OVMF_CODE.fd",
  "/usr/share/OVMF/OVMF_CODE.secboot.fd",
  "/usr/share/AAVMF/AAVMF_CODE.fd",
  "/usr/share/AAVMF/AAVMF32_CODE.fd"
];
function describeHost(facts, options = {}) {
  return defined({
    uuid: facts.identity.uuid,
    powerManagement: describePower(facts.power),
    iommu: facts.iommu.groups > 0,
    topology: describeTopology(facts),
    cache: describeCaches(facts),
    memoryBandwidth: describeMemoryBandwidth(facts),
    securityModels: describeSecurity(facts.security, options.owner)
  });
}
function describeDomainHost(facts, options) {
  const installed = new Set(facts.helpers.filter(({ path: path2 }) => path2 !== void 0).map(({ name }) => name));
  return defined({
    arch: facts.arch,
    kvmMaxVcpus: facts.kvm.maxVcpus,
    sevLimits: sevLimitsOf(facts.cpu.cpuid ?? []),
    vfio: facts.iommu.groups > 0 && options.vfioDevice,
    firmware: facts.firmware,
    defaultLoaders: options.defaultLoaders,
    swtpm: installed.has("swtpm") ? options.swtpm ?? {
      tpm12: false,
      tpm20: false
    } : void 0,
    passt: installed.has("passt"),
    rdp: installed.has("qemu-rdp")
  });
}
function parseSwtpmVersions(text2) {
  const features2 = featuresOf2(text2);
  return features2 && {
    tpm12: features2.includes("tpm-1.2"),
    tpm20: features2.includes("tpm-2.0")
  };
}
function featuresOf2(text2) {
  try {
    const answer = JSON.parse(text2);
    const holder = typeof answer === "object" && answer !== null && "features" in answer ? answer.features : void 0;
    return Array.isArray(holder) ? holder : void 0;
  } catch {
    return void 0;
  }
}
function sevLimitsOf(leaves) {
  const leaf = leaves.find(({ eaxIn }) => eaxIn === 2147483679);
  if (leaf === void 0 || leaf.ecx === 0 || leaf.edx === 0) return void 0;
  return {
    guests: leaf.ecx - leaf.edx + 1,
    esGuests: leaf.edx - 1
  };
}
function describePower(power) {
  return [
    ...power.suspendMem ? [
      "suspend_mem"
    ] : [],
    ...power.suspendDisk ? [
      "suspend_disk"
    ] : [],
    ...power.suspendHybrid ? [
      "suspend_hybrid"
    ] : []
  ];
}
function describeTopology({ numa: numa2 }) {
  return numa2.interconnects.length > 0 ? {
    cells: numa2.cells,
    interconnects: numa2.interconnects
  } : {
    cells: numa2.cells
  };
}
function describeCaches({ caches: { banks, monitor: monitor2 } }) {
  return banks.length === 0 && monitor2 === void 0 ? void 0 : defined({
    banks,
    monitor: monitor2
  });
}
function describeMemoryBandwidth({ caches }) {
  const { memoryBandwidth: nodes, memoryBandwidthMonitor: monitor2 } = caches;
  return nodes.length === 0 && monitor2 === void 0 ? void 0 : defined({
    nodes,
    monitor: monitor2
  });
}
function describeSecurity(security, owner) {
  const models = [
    describeLabels(security)
  ];
  if (owner !== void 0) {
    const label3 = `+${owner.uid}:+${owner.gid}`;
    models.push({
      model: "dac",
      doi: "0",
      baseLabels: [
        "kvm",
        "qemu"
      ].map((type) => ({
        type,
        label: label3
      }))
    });
  }
  return models;
}
function describeLabels({ selinux, apparmor }) {
  if (selinux !== void 0) {
    const { guestContexts } = selinux;
    const baseLabels = guestContexts === void 0 ? [] : [
      {
        type: "kvm",
        label: guestContexts.kvm
      },
      {
        type: "qemu",
        label: guestContexts.emulated
      }
    ];
    return {
      model: "selinux",
      doi: "0",
      baseLabels
    };
  }
  if (apparmor !== void 0 && apparmor.templates) return {
    model: "apparmor",
    doi: "0",
    baseLabels: []
  };
  return {
    model: "none",
    doi: "0",
    baseLabels: []
  };
}

// src/drivers/qemu/capabilities_part.ts
var QemuCapabilitiesPart = class {
  #parts;
  #cpus = new CpuDescriber();
  constructor(parts3) {
    this.#parts = parts3;
  }
  /** The host's document: needs every emulator; one that cannot be probed is left out. */
  async host(options = {}) {
    const { host: host2, root } = this.#parts;
    const [known, facts, owner] = await Promise.all([
      this.#parts.emulators.summaries(options),
      readMachineFacts(host2, {
        root
      }),
      this.#parts.owner()
    ]);
    return buildCapabilities({
      hostArch: facts.arch,
      hostFacts: describeHost(facts, defined({
        owner
      })),
      hostCpu: this.#cpus.describeHost(facts),
      emulators: known.map(({ emulator }) => emulator)
    });
  }
  /** A guest's document: waits for the one emulator that is asked about. */
  async domain(query, options = {}) {
    const { emulators, swtpm, host: host2, root } = this.#parts;
    const hostArch = host2.env.arch;
    const found = await emulators.find(options);
    const { emulator, arch } = chooseEmulator(query, await this.#candidates(query, found), {
      hostArch
    });
    this.#refuseUnknown(emulator, found);
    const [{ value: { capabilities: capabilities3 } }, facts, versions, vfio, defaultLoaders] = await Promise.all([
      emulators.knowledge(emulator, options),
      readGuestFacts(host2, {
        root
      }),
      swtpm.versions(defined({
        signal: options.signal
      })),
      this.#isThere([
        "/dev/vfio/vfio"
      ]),
      this.#isThere(DEFAULT_LOADERS)
    ]);
    const guest2 = chooseDomain(query, capabilities3, {
      arch
    });
    return buildDomainCapabilities({
      capabilities: capabilities3,
      arch,
      ...guest2,
      ...this.#cpus.describeGuest({
        capabilities: capabilities3,
        arch,
        virtType: guest2.virtType
      }, facts),
      hostFacts: describeDomainHost(facts, {
        vfioDevice: vfio.length > 0,
        defaultLoaders,
        ...defined({
          swtpm: versions
        })
      })
    });
  }
  /**
   * By the names of the programs; an architecture that libvirt has no name for is found by what the emulators said of
   * themselves, where they were asked.
   */
  async #candidates(query, found) {
    const paths = found.emulators.map(({ path: path2 }) => path2);
    const byName2 = query.arch === void 0 || isKnownArchitecture(query.arch);
    if (byName2) return paths.map((emulator) => ({
      emulator
    }));
    const verdicts = await this.#parts.emulators.store.check(paths);
    return paths.map((emulator) => {
      const verdict = verdicts.get(emulator);
      const row = verdict !== void 0 && "row" in verdict ? verdict.row : void 0;
      return {
        emulator,
        arch: row?.summary.emulator.arch ?? archOfName(emulator)
      };
    });
  }
  /** To probe is to start: who may only read starts nothing that the host's owner has not installed or configured. */
  #refuseUnknown(emulator, found) {
    const known = [
      ...found.emulators,
      ...found.unusable
    ].some(({ path: path2 }) => path2 === emulator);
    if (known || !this.#parts.foundOnly) return;
    throw new VirtError("VIR_ERR_OPERATION_DENIED", `read only access prevents starting ${emulator}`, {
      domain: "VIR_FROM_QEMU",
      hint: "Name it in the configuration (probe.emulators), or connect with write access"
    });
  }
  async #isThere(paths) {
    const found = await Promise.all(paths.map(async (path2) => await this.#parts.host.files.stat(this.#parts.root + path2) === void 0 ? [] : [
      path2
    ]));
    return found.flat();
  }
};
function archOfName(emulator) {
  return emulator.slice(emulator.lastIndexOf("/") + 1).replace(/^qemu-system-/, "");
}

// src/base/in_parallel.ts
async function* inParallel(items, work, options) {
  const running = /* @__PURE__ */ new Map();
  const stop = new AbortController();
  let next = 0;
  function begin() {
    const number2 = next++;
    const item = items[number2];
    running.set(number2, work(item, stop.signal).then((result) => [
      number2,
      result
    ]));
  }
  try {
    while (next < items.length && running.size < Math.max(1, options.workers)) begin();
    while (running.size > 0) {
      const [number2, result] = await Promise.race(running.values());
      running.delete(number2);
      if (next < items.length) begin();
      yield result;
    }
  } finally {
    stop.abort(new Error("Nobody waits for the results any more"));
    await Promise.allSettled(running.values());
  }
}

// src/base/version.ts
var VERSION = deno_default.version;
function versionNumber(version) {
  const [major = 0, minor = 0, micro = 0] = version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
  return major * 1e6 + minor * 1e3 + micro;
}

// src/cache/contract.ts
var CachedFailureError = class extends Error {
  failure;
  constructor(failure2, options) {
    super(`Cannot use "${failure2.key}": ${failure2.detail.step} failed: ${failure2.detail.message}; it is tried again at ${failure2.retryAt} or when it changes`, options);
    this.name = "CachedFailureError";
    this.failure = failure2;
  }
};
var CacheKeyGoneError = class extends Error {
  key;
  constructor(key) {
    super(`Cannot use "${key}": there is no such file; install it or name another`);
    this.name = "CacheKeyGoneError";
    this.key = key;
  }
};

// src/base/backoff.ts
function backoffDelay(failures, options = {}) {
  const first = options.firstMs ?? 1e3;
  const most = options.mostMs ?? 6e5;
  if (failures <= 0) return 0;
  return Math.min(most, first * 2 ** Math.min(failures - 1, 52));
}

// src/cache/counters.ts
var Counters = class {
  #plain = /* @__PURE__ */ new Map();
  #invalidations = /* @__PURE__ */ new Map();
  /** One more. */
  add(name) {
    this.#plain.set(name, (this.#plain.get(name) ?? 0) + 1);
  }
  /** One more entry discarded for this reason. */
  addInvalidation(reason) {
    this.#invalidations.set(reason, (this.#invalidations.get(reason) ?? 0) + 1);
  }
  /** The numbers as they are now. */
  snapshot() {
    return {
      hits: this.#value("hits"),
      staleHits: this.#value("staleHits"),
      misses: this.#value("misses"),
      invalidations: Object.fromEntries(this.#invalidations),
      badFiles: this.#value("badFiles"),
      failedWrites: this.#value("failedWrites"),
      makes: this.#value("makes"),
      failedMakes: this.#value("failedMakes")
    };
  }
  #value(name) {
    return this.#plain.get(name) ?? 0;
  }
};

// src/cache/folder.ts
var DIRECTORY_MODE = 448;
var FILE_MODE = 384;
var BAD_MARK = ".bad-";
var LEFTOVER_AGE_NS = 60000000000n;
var CacheFolder = class {
  #host;
  #options;
  constructor(host2, options) {
    this.#host = host2;
    this.#options = options;
  }
  /** Path of a file in the folder. */
  pathOf(name) {
    return `${this.#options.path}/${name}`;
  }
  /** The identity of a file; undefined where there is nothing, or nothing that may be looked at. */
  async identity(name) {
    const stat = await this.#stat(name);
    return stat === void 0 ? void 0 : identityOf(stat);
  }
  /**
   * Reads a file. What is there and is not a plain file of a reasonable size is set aside; undefined where nothing
   * is there that can be used.
   */
  async read(name) {
    const stat = await this.#stat(name);
    if (stat === void 0) return void 0;
    const limit3 = this.#options.sizeLimit ?? 32 * 1024 * 1024;
    if (stat.kind !== "file" || stat.size > limit3) {
      const what = stat.kind === "file" ? `it is longer than ${limit3} bytes` : `it is a ${stat.kind}`;
      await this.setAside(name, {
        identity: identityOf(stat),
        cause: new Error(`Cannot use the file: ${what}`)
      });
      return void 0;
    }
    try {
      const bytes2 = await this.#host.files.readBytes(this.pathOf(name));
      return bytes2 === void 0 ? void 0 : {
        bytes: bytes2,
        identity: identityOf(stat)
      };
    } catch (cause) {
      await this.setAside(name, {
        identity: identityOf(stat),
        cause
      });
      return void 0;
    }
  }
  /** Writes a file whole. Undefined when it could not be written: a warning was logged. */
  async write(name, content6) {
    const temporary = this.pathOf(`.${name}.${this.#host.env.pid}.${this.#host.ids.hex(8)}.tmp`);
    const files = this.#host.files;
    try {
      const text2 = await content6;
      await this.#makeDirectories();
      await files.write(temporary, text2, {
        mode: FILE_MODE,
        sync: true,
        exclusive: true
      });
      await files.rename(temporary, this.pathOf(name));
      await files.syncDirectory(this.#options.path);
      return await this.identity(name);
    } catch (cause) {
      this.#options.counters.add("failedWrites");
      this.#options.log.warn("Cannot keep a cache file; the answer is given all the same", {
        path: this.pathOf(name),
        cause: textOf(cause)
      });
      await this.#removeQuietly(temporary);
      return void 0;
    }
  }
  /** Moves a file that cannot be used out of the way, unless another process has replaced it meanwhile. */
  async setAside(name, found) {
    this.#options.counters.add("badFiles");
    this.#options.log.warn("Set aside a cache file that cannot be used", {
      path: this.pathOf(name),
      cause: textOf(found.cause)
    });
    const now = await this.identity(name);
    if (now === void 0 || !sameIdentity(now, found.identity)) return;
    const time = new Date(this.#host.clock.now()).toISOString().replaceAll(/[-:.]/g, "");
    try {
      await this.#host.files.rename(this.pathOf(name), this.pathOf(`${name}${BAD_MARK}${time}`));
      await this.#dropOldBadFiles();
    } catch {
    }
  }
  /** Removes a file; what cannot be removed stays. */
  async remove(name) {
    await this.#removeQuietly(this.pathOf(name));
  }
  /** Removes a file, and says so when it cannot. */
  async removeLoudly(name) {
    await this.#host.files.remove(this.pathOf(name), {
      recursive: true
    });
  }
  /** Every name in the folder. */
  async list() {
    try {
      return await this.#host.files.list(this.#options.path) ?? [];
    } catch (cause) {
      this.#options.log.warn("Cannot list the cache folder", {
        path: this.#options.path,
        cause: textOf(cause)
      });
      return [];
    }
  }
  /** Removes temporary files that a process left which was killed while it wrote. */
  async tidy() {
    const now = BigInt(Math.trunc(this.#host.clock.now())) * 1000000n;
    for (const name of await this.list()) {
      if (!isTemporary(name)) continue;
      const stat = await this.#stat(name);
      if (stat !== void 0 && now - stat.mtimeNs > LEFTOVER_AGE_NS) await this.remove(name);
    }
  }
  async #makeDirectories() {
    const files = this.#host.files;
    if (await files.stat(this.#options.path) !== void 0) return;
    let path2 = this.#options.root;
    await files.makeDirectory(path2, {
      mode: DIRECTORY_MODE
    });
    for (const part of this.#options.path.slice(this.#options.root.length).split("/")) {
      if (part === "") continue;
      path2 += `/${part}`;
      await files.makeDirectory(path2, {
        mode: DIRECTORY_MODE
      });
    }
  }
  async #stat(name) {
    try {
      return await this.#host.files.lstat(this.pathOf(name));
    } catch {
      return void 0;
    }
  }
  async #dropOldBadFiles() {
    const bad2 = (await this.list()).filter(isBad).sort((a, b) => badTime(a).localeCompare(badTime(b)));
    for (const name of bad2.slice(0, Math.max(0, bad2.length - (this.#options.keepBad ?? 8)))) await this.remove(name);
  }
  async #removeQuietly(path2) {
    try {
      await this.#host.files.remove(path2, {
        recursive: true
      });
    } catch {
    }
  }
};
function sameIdentity(a, b) {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ino === b.ino;
}
function isBad(name) {
  return name.includes(BAD_MARK);
}
function isTemporary(name) {
  return name.startsWith(".") && name.endsWith(".tmp");
}
function badTime(name) {
  return name.slice(name.lastIndexOf(BAD_MARK) + BAD_MARK.length);
}
function identityOf(stat) {
  return {
    size: stat.size,
    mtimeNs: String(stat.mtimeNs),
    ino: String(stat.ino)
  };
}
function textOf(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}

// src/std/crypto.ts
var crypto = {
  subtle: {
    async digest(algorithm, data) {
      requireKnown(algorithm);
      if (isBufferSource(data)) return await globalThis.crypto.subtle.digest(algorithm, data);
      const hash = new Sha256();
      for await (const chunk of data) hash.update(bytesOf(chunk));
      return hash.digest();
    },
    digestSync(algorithm, data) {
      requireKnown(algorithm);
      const hash = new Sha256();
      if (isBufferSource(data)) hash.update(bytesOf(data));
      else for (const chunk of data) hash.update(bytesOf(chunk));
      return hash.digest();
    }
  }
};
function requireKnown(algorithm) {
  if (algorithm === "SHA-256") return;
  throw new DOMException(`Cannot digest with "${algorithm}": only SHA-256 is here`, "NotSupportedError");
}
function isBufferSource(data) {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}
function bytesOf(data) {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError("Cannot digest the data: a chunk is neither ArrayBuffer nor ArrayBufferView");
}
var BLOCK = 64;
var INITIAL = Int32Array.from(fractionalBits(8, Math.sqrt));
var CONSTANTS = Int32Array.from(fractionalBits(64, Math.cbrt));
var Sha256 = class {
  #state = INITIAL.slice();
  #schedule = new Int32Array(BLOCK);
  #rest = new Uint8Array(BLOCK);
  #length = 0;
  update(bytes2) {
    let at = 0;
    const held = this.#length % BLOCK;
    this.#length += bytes2.length;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes2.length);
      this.#rest.set(bytes2.subarray(0, at), held);
      if (held + at < BLOCK) return;
      this.#mix(this.#rest, 0);
    }
    for (; at + BLOCK <= bytes2.length; at += BLOCK) this.#mix(bytes2, at);
    this.#rest.set(bytes2.subarray(at));
  }
  digest() {
    const bits = this.#length * 8;
    const padding = new Uint8Array(BLOCK - (this.#length + 8) % BLOCK + 8);
    padding[0] = 128;
    const tail = new DataView(padding.buffer, padding.length - 8);
    tail.setUint32(0, Math.floor(bits / 2 ** 32));
    tail.setUint32(4, bits >>> 0);
    this.update(padding);
    const result = new DataView(new ArrayBuffer(32));
    for (const [index2, word] of this.#state.entries()) result.setInt32(index2 * 4, word);
    return result.buffer;
  }
  #mix(bytes2, start2) {
    const words3 = this.#schedule;
    const state3 = this.#state;
    const constants = CONSTANTS;
    for (let i = 0, at = start2; i < 16; i++, at += 4) {
      words3[i] = bytes2[at] << 24 | bytes2[at + 1] << 16 | bytes2[at + 2] << 8 | bytes2[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const early = words3[i - 15];
      const late = words3[i - 2];
      const small0 = (early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^ early >>> 3;
      const small1 = (late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^ late >>> 10;
      words3[i] = words3[i - 16] + small0 + words3[i - 7] + small1;
    }
    let a = state3[0];
    let b = state3[1];
    let c = state3[2];
    let d = state3[3];
    let e = state3[4];
    let f = state3[5];
    let g = state3[6];
    let h = state3[7];
    for (let i = 0; i < 64; i++) {
      const big1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
      const first = h + big1 + (e & f ^ ~e & g) + constants[i] + words3[i] | 0;
      const big0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      const second = big0 + (a & b ^ a & c ^ b & c) | 0;
      h = g;
      g = f;
      f = e;
      e = d + first | 0;
      d = c;
      c = b;
      b = a;
      a = first + second | 0;
    }
    state3[0] += a;
    state3[1] += b;
    state3[2] += c;
    state3[3] += d;
    state3[4] += e;
    state3[5] += f;
    state3[6] += g;
    state3[7] += h;
  }
};
function fractionalBits(count3, root) {
  const bits = [];
  for (let candidate = 2; bits.length < count3; candidate++) {
    if (isPrime(candidate)) bits.push(root(candidate) % 1 * 2 ** 32);
  }
  return bits;
}
function isPrime(candidate) {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

// src/base/hex.ts
var DIGITS = Array.from({
  length: 256
}, (_, byte) => byte.toString(16).padStart(2, "0"));
function toHex(bytes2) {
  let text2 = "";
  for (const byte of bytes2 instanceof Uint8Array ? bytes2 : new Uint8Array(bytes2)) text2 += DIGITS[byte];
  return text2;
}

// src/base/sha256.ts
function sha256Hex(data) {
  return toHex(crypto.subtle.digestSync("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data));
}
async function sha256HexOf(data) {
  return toHex(await crypto.subtle.digest("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data));
}

// src/cache/seal.ts
var LINE_END = 10;
async function seal(text2, trailer2) {
  const body = text2.endsWith("\n") ? text2 : `${text2}
`;
  return `${body}${trailer2(await sha256HexOf(body))}
`;
}
async function unseal(bytes2, trailer2) {
  const end = bytes2.length - 1;
  if (bytes2[end] !== LINE_END) throw new Error("Cannot use the file: it does not end with a checksum line");
  const start2 = bytes2.lastIndexOf(LINE_END, end - 1) + 1;
  if (start2 === 0) throw new Error("Cannot use the file: it holds no more than one line");
  const body = bytes2.slice(0, start2);
  const expected = new TextEncoder().encode(`${trailer2(await sha256HexOf(body))}
`);
  const found = bytes2.subarray(start2);
  if (found.length !== expected.length || !found.every((byte, at) => byte === expected[at])) {
    throw new Error("Cannot use the file: its checksum does not fit its content");
  }
  return new TextDecoder("utf-8", {
    fatal: true,
    ignoreBOM: true
  }).decode(body);
}

// src/cache/sealed_json.ts
var SealedJson = class {
  #folder;
  #name;
  #schema;
  #seen;
  /** `schema` names the shape of the content; a file of another schema is as good as none. */
  constructor(folder2, name, options) {
    this.#folder = folder2;
    this.#name = name;
    this.#schema = options.schema;
  }
  /** The content, when the file has changed since it was last read or written; undefined otherwise. */
  async readChanged() {
    const now = await this.#folder.identity(this.#name);
    if (now === void 0 || this.#seen !== void 0 && sameIdentity(now, this.#seen)) return void 0;
    const found = await this.#folder.read(this.#name);
    this.#seen = now;
    if (found === void 0) return void 0;
    try {
      const file = JSON.parse(await unseal(found.bytes, trailer));
      return isEnvelope(file) && file.schema === this.#schema ? file.content : void 0;
    } catch (cause) {
      await this.#folder.setAside(this.#name, {
        identity: found.identity,
        cause
      });
      return void 0;
    }
  }
  /** Writes the content, which JSON must be able to hold. */
  async write(content6) {
    const text2 = JSON.stringify({
      schema: this.#schema,
      content: content6
    });
    const identity2 = await this.#folder.write(this.#name, seal(text2, trailer));
    if (identity2 !== void 0) this.#seen = identity2;
  }
  /** Forgets what was seen, so that the next read reads. */
  forget() {
    this.#seen = void 0;
  }
};
function trailer(checksum) {
  return `sha256:${checksum}`;
}
function isEnvelope(value) {
  return typeof value === "object" && value !== null && "schema" in value && "content" in value;
}

// src/cache/failure_book.ts
var FailureBook = class {
  #file;
  #failures = /* @__PURE__ */ new Map();
  constructor(folder2) {
    this.#file = new SealedJson(folder2, "failures.json", {
      schema: "failures-1"
    });
  }
  /** Takes in what other processes have written; of two failures of a key the later one stands. */
  async refresh() {
    const content6 = await this.#file.readChanged();
    if (!Array.isArray(content6)) return;
    const failures = content6;
    for (const failure2 of failures) {
      const known = this.#failures.get(failure2.key);
      if (known === void 0 || known.failedAt < failure2.failedAt) this.#failures.set(failure2.key, failure2);
    }
  }
  /** The failure of a key. */
  get(key) {
    return this.#failures.get(key);
  }
  /** Every key that has failed. */
  keys() {
    return [
      ...this.#failures.keys()
    ];
  }
  /** Keeps a failure. */
  async keep(failure2) {
    await this.refresh();
    this.#failures.set(failure2.key, failure2);
    await this.#write();
  }
  /** Forgets the failures of these keys. */
  async drop(keys) {
    await this.refresh();
    const dropped = keys.filter((key) => this.#failures.delete(key));
    if (dropped.length > 0) await this.#write();
  }
  async #write() {
    await this.#file.write([
      ...this.#failures.values()
    ]);
  }
};

// src/cache/shelf.ts
var INDEX_FILE = "index.json";
var WRITE_AFTER_MS = 10;
var Shelf = class {
  #codec;
  #folder;
  #index;
  #documentsInMemory;
  /** Rows this process has seen the documents of. */
  #rows = /* @__PURE__ */ new Map();
  /** Rows as the index file has them. */
  #indexed = /* @__PURE__ */ new Map();
  #documents = /* @__PURE__ */ new Map();
  /** Keys whose file was set aside and not replaced since. */
  #unreadable = /* @__PURE__ */ new Set();
  /** Names of files by key, as the index has them or as the codec says. */
  #fileNames = /* @__PURE__ */ new Map();
  /** Documents on their way to the disk, by key; in memory only until they are there. */
  #writes = /* @__PURE__ */ new Map();
  #dirty = false;
  /** `documentsInMemory` is how many parsed documents are kept besides those that have no file. */
  constructor(codec, folder2, options) {
    this.#codec = codec;
    this.#folder = folder2;
    this.#index = new SealedJson(folder2, INDEX_FILE, {
      schema: `index-2 ${codec.schema}`
    });
    this.#documentsInMemory = options.documentsInMemory;
  }
  /** Whether the index file lags behind what is known. */
  get dirty() {
    return this.#dirty;
  }
  /** Whether anything has been seen of the key so far. */
  has(key) {
    return this.#rows.has(key);
  }
  /** What is there of these keys now. */
  async find(keys) {
    await this.#readIndex();
    const found = await Promise.all(keys.map(async (key) => [
      key,
      await this.#findOne(key)
    ]));
    return new Map(found);
  }
  /** The document of a key that {@linkcode Shelf.find} has found; undefined when its file turns out to be no good. */
  async document(key) {
    const held = this.#documents.get(key);
    const row = this.#rows.get(key);
    if (held !== void 0 && (held.identity === void 0 || row !== void 0 && sameFile(held, row))) {
      this.#remember(key, held);
      return held.entry;
    }
    if (row === void 0) return void 0;
    return (await this.#load(key))?.entry;
  }
  /** The text of a key's file, as it is; undefined where there is none. */
  async text(key) {
    const held = this.#documents.get(key);
    if (held !== void 0 && held.identity === void 0) return await this.#seal(held.entry);
    const found = await this.#folder.read(this.#fileName(key));
    return found === void 0 ? void 0 : new TextDecoder().decode(found.bytes);
  }
  /** Path and size of a key's file. */
  fileOf(key) {
    const size2 = this.#rows.get(key)?.identity?.size;
    return {
      path: this.#folder.pathOf(this.#fileName(key)),
      ...size2 === void 0 ? {} : {
        size: size2
      }
    };
  }
  /** Keeps a document: in memory at once, and soon in a file when that can be. */
  keep(entry) {
    const before = this.#writes.get(entry.key);
    const write = Promise.resolve(before).then(() => this.#writeSoon(entry)).finally(() => {
      if (this.#writes.get(entry.key) === write) this.#writes.delete(entry.key);
    });
    this.#writes.set(entry.key, write);
    return this.#hold({
      entry
    });
  }
  /** Waits until what was kept of the key, or of every key, is in its file or could not be written. */
  async written(key) {
    await (key === void 0 ? Promise.all(this.#writes.values()) : this.#writes.get(key));
  }
  /** Forgets a document. */
  async drop(key) {
    this.#forget(key);
    await this.#writes.get(key);
    if (this.#documents.has(key)) return;
    await this.#folder.remove(this.#fileName(key));
  }
  /** The keys of every document that is kept, which reads those that the index does not know. */
  async keys() {
    await this.written();
    await this.#readIndex();
    const byFile = /* @__PURE__ */ new Map();
    for (const key of [
      ...this.#indexed.keys(),
      ...this.#rows.keys()
    ]) byFile.set(this.#fileName(key), key);
    const keys = new Set([
      ...this.#rows.values()
    ].filter((row) => row.identity === void 0).map((row) => row.key));
    for (const name of await this.#folder.list()) {
      if (!name.endsWith(this.#codec.suffix) || isBad(name) || isTemporary(name)) continue;
      const key = byFile.get(name) ?? (await this.#loadFile(name))?.entry.key;
      if (key !== void 0) keys.add(key);
    }
    return [
      ...keys
    ].sort();
  }
  /** Writes the index when it lags behind, with what other processes have put into it. */
  async flush() {
    await this.written();
    if (!this.#dirty) return;
    this.#dirty = false;
    await this.#readIndex();
    const merged = new Map([
      ...this.#indexed,
      ...this.#rows
    ]);
    const rows = await Promise.all([
      ...merged.values()
    ].map(async (row) => await this.#stands(row) ? [
      row
    ] : []));
    await this.#index.write(rows.flat());
    await this.#folder.tidy();
  }
  /** Removes everything: documents, index, and what was set aside. */
  async clear() {
    await this.written();
    this.#rows.clear();
    this.#indexed.clear();
    this.#documents.clear();
    this.#unreadable.clear();
    this.#dirty = false;
    this.#index.forget();
    for (const name of await this.#folder.list()) {
      const ours = name === INDEX_FILE || name.endsWith(this.#codec.suffix) || isBad(name) || isTemporary(name);
      if (ours) await this.#folder.removeLoudly(name);
    }
  }
  async #writeSoon(entry) {
    await new Promise((resolve) => setTimeout(resolve, WRITE_AFTER_MS));
    if (this.#documents.get(entry.key)?.entry !== entry) return;
    const identity2 = await this.#folder.write(this.#fileName(entry.key), this.#seal(entry));
    const forgotten = this.#documents.get(entry.key)?.entry !== entry;
    if (identity2 !== void 0 && !forgotten) this.#hold({
      entry,
      identity: identity2
    });
  }
  async #findOne(key) {
    const row = this.#rows.get(key);
    if (row !== void 0 && row.identity === void 0) return {
      row,
      unreadable: false
    };
    const identity2 = await this.#folder.identity(this.#fileName(key));
    if (identity2 === void 0) {
      this.#forget(key);
      return {
        unreadable: this.#unreadable.has(key)
      };
    }
    for (const known of [
      row,
      this.#indexed.get(key)
    ]) {
      if (known?.identity === void 0 || !sameIdentity(known.identity, identity2)) continue;
      this.#rows.set(key, known);
      return {
        row: known,
        unreadable: false
      };
    }
    const loaded = await this.#load(key);
    return loaded === void 0 ? {
      unreadable: true
    } : {
      row: this.#hold(loaded),
      unreadable: false
    };
  }
  async #load(key) {
    const loaded = await this.#loadFile(this.#fileName(key));
    if (loaded === void 0) {
      this.#forget(key);
      this.#unreadable.add(key);
    } else {
      this.#remember(key, loaded);
    }
    return loaded;
  }
  async #loadFile(name) {
    const found = await this.#folder.read(name);
    if (found === void 0) return void 0;
    try {
      const entry = this.#codec.parse(await unseal(found.bytes, this.#codec.trailer));
      if (this.#codec.fileName(entry.key) !== name) throw new Error(`Cannot use the file: it is of "${entry.key}"`);
      return {
        entry,
        identity: found.identity
      };
    } catch (cause) {
      await this.#folder.setAside(name, {
        identity: found.identity,
        cause
      });
      return void 0;
    }
  }
  #hold(document) {
    const { entry, identity: identity2 } = document;
    const row = {
      key: entry.key,
      file: this.#fileName(entry.key),
      fingerprint: entry.fingerprint,
      summary: this.#codec.summarise(entry),
      storedAt: entry.storedAt,
      reason: entry.reason,
      ...identity2 === void 0 ? {} : {
        identity: identity2
      }
    };
    this.#rows.set(entry.key, row);
    this.#unreadable.delete(entry.key);
    this.#remember(entry.key, document);
    this.#dirty = true;
    return row;
  }
  #forget(key) {
    this.#documents.delete(key);
    if (this.#rows.delete(key) || this.#indexed.delete(key)) this.#dirty = true;
  }
  #remember(key, document) {
    this.#documents.delete(key);
    this.#documents.set(key, document);
    const filed = [
      ...this.#documents
    ].filter(([, held]) => held.identity !== void 0);
    for (const [oldest] of filed.slice(0, Math.max(0, filed.length - this.#documentsInMemory))) {
      this.#documents.delete(oldest);
    }
  }
  async #stands(row) {
    if (row.identity === void 0) return false;
    const now = await this.#folder.identity(this.#fileName(row.key));
    return now !== void 0 && sameIdentity(now, row.identity);
  }
  async #readIndex() {
    const content6 = await this.#index.readChanged();
    if (!Array.isArray(content6)) return;
    const rows = content6;
    this.#indexed = new Map(rows.map((row) => [
      row.key,
      row
    ]));
    for (const { key, file } of rows) if (!file.includes("/")) this.#fileNames.set(key, file);
  }
  #fileName(key) {
    const name = this.#fileNames.get(key) ?? this.#codec.fileName(key);
    this.#fileNames.set(key, name);
    return name;
  }
  async #seal(entry) {
    return await seal(this.#codec.format(entry), this.#codec.trailer);
  }
};
function sameFile(a, b) {
  return a.identity !== void 0 && b.identity !== void 0 && sameIdentity(a.identity, b.identity);
}

// src/cache/single_flight.ts
var Flight = class {
  #controller = new AbortController();
  #result;
  #waiting = 0;
  #kept = false;
  #landed = false;
  constructor(start2) {
    this.#result = this.#run(start2);
    this.#result.catch(() => {
    });
  }
  /** Whether the work was told to stop. */
  get stopped() {
    return this.#controller.signal.aborted;
  }
  /** Waits for the result, for as long as `signal` allows. */
  async wait(signal) {
    signal?.throwIfAborted();
    const given7 = Promise.withResolvers();
    function giveUp() {
      given7.reject(signal?.reason);
    }
    signal?.addEventListener("abort", giveUp, {
      once: true
    });
    this.#waiting++;
    try {
      return await Promise.race([
        this.#result,
        given7.promise
      ]);
    } finally {
      signal?.removeEventListener("abort", giveUp);
      this.#waiting--;
      if (this.#waiting === 0 && !this.#kept && !this.#landed) this.stop(signal?.reason);
    }
  }
  /** Lets the work go on though nobody waits. */
  keep() {
    this.#kept = true;
  }
  /** Tells the work to stop. */
  stop(reason) {
    this.#controller.abort(reason);
  }
  /** Resolves when the work has ended, however it ended. */
  async ended() {
    await this.#result.catch(() => {
    });
  }
  async #run(start2) {
    try {
      return await start2(this.#controller.signal);
    } finally {
      this.#landed = true;
    }
  }
};
var SingleFlight = class {
  #flights = /* @__PURE__ */ new Map();
  #all = /* @__PURE__ */ new Set();
  /** How many are under way. */
  get size() {
    return this.#all.size;
  }
  /** Whether work for the key is under way. */
  has(key) {
    return this.#flights.has(key);
  }
  /** The flight of the key, where there is one that goes on. */
  get(key) {
    const flight = this.#flights.get(key);
    return flight?.stopped === false ? flight : void 0;
  }
  /** The flight of the key, started if there is none. */
  join(key, start2) {
    const under = this.get(key);
    if (under !== void 0) return under;
    const flight = new Flight(start2);
    this.#flights.set(key, flight);
    this.#all.add(flight);
    void this.#forget(key, flight);
    return flight;
  }
  /** Stops everything and waits until it has stopped. */
  async stopAll(reason) {
    const flights = [
      ...this.#all
    ];
    for (const flight of flights) flight.stop(reason);
    await Promise.all(flights.map((flight) => flight.ended()));
  }
  async #forget(key, flight) {
    await flight.ended();
    this.#all.delete(flight);
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
};

// src/cache/store.ts
var CacheStore = class {
  /** Where the files are. */
  directory;
  #codec;
  #host;
  #log;
  #backoff;
  #counters = new Counters();
  #shelf;
  #failures;
  #flights = new SingleFlight();
  #closed = false;
  #flushing = Promise.resolve();
  /** Opening reads nothing and makes nothing. */
  constructor(codec, options) {
    this.#codec = codec;
    this.#host = options.host;
    this.#log = options.log ?? silentLog;
    this.#backoff = options.backoff ?? {};
    this.directory = `${options.directory}/${codec.folder}`;
    const folder2 = new CacheFolder(options.host, {
      path: this.directory,
      root: options.directory,
      log: this.#log,
      counters: this.#counters,
      ...options.keepBad === void 0 ? {} : {
        keepBad: options.keepBad
      }
    });
    this.#shelf = new Shelf(codec, folder2, {
      documentsInMemory: options.documentsInMemory ?? 4
    });
    this.#failures = new FailureBook(folder2);
  }
  /** What can be said of these keys now, in one pass and without making anything. */
  async check(keys) {
    const [found] = await Promise.all([
      this.#shelf.find(keys),
      this.#failures.refresh()
    ]);
    const requests = keys.map((key) => {
      const stored2 = found.get(key)?.row?.fingerprint ?? this.#failures.get(key)?.fingerprint;
      return {
        key,
        ...stored2 === void 0 ? {} : {
          stored: stored2
        }
      };
    });
    const now = await this.#codec.fingerprints(requests);
    const verdicts = /* @__PURE__ */ new Map();
    for (const key of keys) verdicts.set(key, this.#judge({
      key,
      now: now.get(key),
      found: found.get(key)
    }));
    if (this.#shelf.dirty && this.#flights.size === 0) this.#flushSoon();
    return verdicts;
  }
  /** Whether the key's document is being made. */
  isMaking(key) {
    return this.#flights.has(key);
  }
  /**
   * The summary of a key, made when there is no valid one.
   * Throws {@linkcode CacheKeyGoneError}, {@linkcode CachedFailureError}, and the signal's reason.
   */
  async summary(key, make, options = {}) {
    if (this.#closed) throw new Error(`Cannot answer for "${key}": the cache is closed`);
    options.signal?.throwIfAborted();
    const forced = options.force === true;
    const making = options.allowStale === true && !forced && !this.#shelf.has(key) ? this.#flights.get(key) : void 0;
    if (making !== void 0) return await this.#waitFor(making, key, options);
    const verdict = options.verdict ?? (await this.check([
      key
    ])).get(key);
    if (verdict === void 0 || verdict.state === "gone") throw new CacheKeyGoneError(key);
    if (!forced && verdict.state === "valid") {
      this.#counters.add("hits");
      return {
        row: verdict.row,
        cached: true
      };
    }
    if (!forced && verdict.state === "failed") throw new CachedFailureError(verdict.failure);
    const flight = this.#flights.join(key, (signal) => this.#make({
      key,
      make,
      forced,
      now: verdict.now,
      signal
    }));
    if (options.allowStale === true && verdict.state === "invalid" && verdict.row !== void 0) {
      flight.keep();
      this.#counters.add("staleHits");
      return {
        row: verdict.row,
        cached: true,
        stale: verdict.reason
      };
    }
    return await this.#waitFor(flight, key, options);
  }
  async #waitFor(flight, key, options) {
    const answer = await flight.wait(options.signal);
    if (options.beforeWritten !== true) await this.#shelf.written(key);
    return answer;
  }
  /** As {@linkcode CacheStore.summary}, with the document. */
  async get(key, make, options = {}) {
    const answer = await this.summary(key, make, options);
    const entry = await this.#shelf.document(key);
    if (entry !== void 0) return {
      ...answer,
      value: entry.value
    };
    const again = await this.summary(key, make, {
      ...options,
      allowStale: false,
      verdict: void 0
    });
    const made = await this.#shelf.document(key);
    if (made === void 0) {
      throw new Error(`Cannot answer for "${key}": its cache file was taken away twice; try again`);
    }
    return {
      ...again,
      value: made.value
    };
  }
  /** What is kept of every key, documents and failures. */
  async entries() {
    const documents = await this.#shelf.keys();
    await this.#failures.refresh();
    return await this.check([
      .../* @__PURE__ */ new Set([
        ...documents,
        ...this.#failures.keys()
      ])
    ].sort());
  }
  /** The text of a key's file; undefined where there is none. */
  async show(key) {
    await this.#shelf.find([
      key
    ]);
    return await this.#shelf.text(key);
  }
  /** Path of a key's file, and its size where it was found. */
  fileOf(key) {
    return this.#shelf.fileOf(key);
  }
  /** Forgets these keys, or everything; gives the keys that were forgotten. */
  async purge(keys) {
    const known = new Set((await this.entries()).keys());
    const wanted = (keys ?? [
      ...known
    ]).filter((key) => known.has(key));
    await this.#flushing;
    await this.#failures.drop(wanted);
    if (keys === void 0) await this.#shelf.clear();
    else await Promise.all(wanted.map((key) => this.#shelf.drop(key)));
    await this.flush();
    return wanted;
  }
  /** The numbers since the store was opened. */
  counters() {
    return this.#counters.snapshot();
  }
  /** Brings the index up to date. */
  async flush() {
    this.#flushSoon();
    await this.#flushing;
  }
  /** Stops what is under way and writes the index. */
  async [Symbol.asyncDispose]() {
    this.#closed = true;
    await this.#flights.stopAll(new Error("The cache is closed"));
    await this.flush();
  }
  #judge(subject) {
    const { now, found } = subject;
    const row = found?.row;
    if (now === void 0) return {
      state: "gone",
      ...row === void 0 ? {} : {
        row
      }
    };
    const failure2 = this.#failures.get(subject.key);
    if (failure2 !== void 0 && (row === void 0 || row.storedAt < failure2.failedAt)) {
      const changed = this.#codec.compare(failure2.fingerprint, now);
      if (changed !== void 0) return {
        state: "invalid",
        reason: changed,
        now
      };
      if (this.#host.clock.now() < Date.parse(failure2.retryAt)) return {
        state: "failed",
        failure: failure2,
        now
      };
      return {
        state: "invalid",
        reason: "retry",
        now
      };
    }
    if (row === void 0) {
      return {
        state: "invalid",
        reason: found?.unreadable === true ? "unreadable" : "new",
        now
      };
    }
    const reason = this.#codec.compare(row.fingerprint, now);
    return reason === void 0 ? {
      state: "valid",
      row,
      now
    } : {
      state: "invalid",
      reason,
      row,
      now
    };
  }
  async #make(order) {
    const { key, forced, now } = order;
    try {
      const found = (await this.#shelf.find([
        key
      ])).get(key);
      const verdict = this.#judge({
        key,
        now,
        found
      });
      if (!forced && verdict.state === "valid") return {
        row: verdict.row,
        cached: true
      };
      if (!forced && verdict.state === "failed") throw new CachedFailureError(verdict.failure);
      const reason = forced || verdict.state !== "invalid" ? "forced" : verdict.reason;
      this.#countDiscarded({
        key,
        reason,
        kept: found?.row !== void 0
      });
      return await this.#makeNow(order, reason);
    } finally {
      if (this.#flights.size <= 1) this.#flushSoon();
    }
  }
  async #makeNow(order, reason) {
    const { key, now, signal } = order;
    let value;
    try {
      signal.throwIfAborted();
      this.#counters.add("makes");
      const previous = async () => (await this.#shelf.document(key))?.value;
      value = await order.make({
        key,
        reason,
        fingerprint: now,
        signal,
        previous
      });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new CachedFailureError(await this.#keepFailure({
        key,
        reason,
        fingerprint: now,
        cause
      }), {
        cause
      });
    }
    const storedAt = new Date(this.#host.clock.now()).toISOString();
    const fingerprint = this.#codec.narrow(now, value);
    const row = this.#shelf.keep({
      key,
      fingerprint,
      value,
      storedAt,
      reason
    });
    if (this.#failures.get(key) !== void 0) await this.#failures.drop([
      key
    ]);
    return {
      row,
      cached: false
    };
  }
  async #keepFailure(what) {
    const { key, reason } = what;
    this.#counters.add("failedMakes");
    const fingerprint = this.#codec.narrow(what.fingerprint);
    const before = this.#failures.get(key);
    const again = before !== void 0 && this.#codec.compare(before.fingerprint, fingerprint) === void 0;
    const failures = again ? before.failures + 1 : 1;
    const now = this.#host.clock.now();
    const failure2 = {
      key,
      fingerprint,
      failures,
      failedAt: new Date(now).toISOString(),
      retryAt: new Date(now + backoffDelay(failures, this.#backoff)).toISOString(),
      reason,
      detail: this.#codec.describeFailure(what.cause)
    };
    this.#log.warn("Cannot learn what this can do; it is left alone for a while", {
      key,
      step: failure2.detail.step,
      cause: failure2.detail.message,
      retryAt: failure2.retryAt
    });
    await this.#shelf.drop(key);
    await this.#failures.keep(failure2);
    return failure2;
  }
  #countDiscarded(what) {
    if (!what.kept) this.#counters.add("misses");
    const ownReason = what.reason === "new" || what.reason === "retry" || what.reason === "unreadable";
    if (ownReason || !(what.kept || this.#failures.get(what.key) !== void 0)) return;
    this.#counters.addInvalidation(what.reason);
    this.#log.info("Discarded what was known, because it is out of date", {
      key: what.key,
      reason: what.reason
    });
  }
  #flushSoon() {
    this.#flushing = this.#flushing.then(() => this.#shelf.flush());
  }
};

// src/drivers/qemu/emulator_summary.ts
function summarise(capabilities3) {
  const { emulator, arch, version, accelerators, probe } = capabilities3;
  return defined({
    emulator,
    arch,
    version,
    package: capabilities3.package,
    accelerators: accelerators.map(({ type }) => type),
    machines: machinesOf(accelerators[0]),
    partial: probe.partial ? true : void 0
  });
}
function machinesOf(accelerator) {
  return (accelerator?.machines ?? []).map(summariseMachine);
}
function summariseMachine({ name, alias: alias3, maxCpus, deprecated }) {
  return defined({
    name,
    alias: alias3,
    maxCpus: maxCpus > 0 ? maxCpus : void 0,
    deprecated: deprecated ? true : void 0
  });
}

// src/drivers/qemu/cache_document.ts
var RECORD_VERSION = "1";
var OBSERVATION_ELEMENTS = {
  digests: "digest",
  moduleParameters: "moduleParameter",
  firmware: "firmware",
  helpers: "helper"
};

// src/drivers/qemu/format_cache_document.ts
function formatCacheDocument({ capabilities: capabilities3, inputs, record }) {
  const lines = [
    "<qemuCaps>"
  ];
  pushIdentity(lines, capabilities3, inputs);
  for (const accelerator of capabilities3.accelerators) pushAccelerator(lines, accelerator);
  for (const { version, kernel, emulated } of capabilities3.gic) {
    lines.push(`  <gic version='${version}' kernel='${yesNo(kernel)}' emulated='${yesNo(emulated)}'/>`);
  }
  if (capabilities3.sev !== void 0) pushSev(lines, capabilities3.sev);
  if (capabilities3.sgx !== void 0) pushSgx(lines, capabilities3.sgx);
  pushHyperv(lines, capabilities3);
  if (capabilities3.kvmSupportsNesting) lines.push("  <kvmSupportsNesting/>");
  if (capabilities3.kvmSupportsSecureGuest) lines.push("  <kvmSupportsSecureGuest/>");
  pushRecord(lines, capabilities3, record);
  lines.push("</qemuCaps>", "");
  return lines.join("\n");
}
function pushIdentity(lines, capabilities3, inputs) {
  lines.push(element("emulator", capabilities3.emulator), element("qemuctime", inputs.qemuCtime));
  if (inputs.moduleDirMtime !== void 0) lines.push(element("qemumoddirmtime", inputs.moduleDirMtime));
  lines.push(element("selfctime", inputs.selfCtime), element("selfvers", inputs.selfVersion));
  for (const flag3 of capabilities3.flags) lines.push(`  <flag name='${escapeText(flag3)}'/>`);
  lines.push(element("version", capabilities3.version));
  lines.push(element("kvmVersion", 0), element("microcodeVersion", inputs.microcodeVersion ?? 0));
  if (inputs.hostCpuSignature !== void 0) lines.push(element("hostCPUSignature", inputs.hostCpuSignature));
  lines.push(element("package", capabilities3.package ?? ""));
  if (inputs.kernelVersion !== void 0) lines.push(element("kernelVersion", inputs.kernelVersion));
  if (inputs.cpuData !== void 0) pushCpuData(lines, inputs.cpuData);
  lines.push(element("arch", capabilities3.arch));
}
function pushCpuData(lines, { cpuid, msrs }) {
  lines.push("  <cpudata arch='x86'>");
  for (const { eaxIn, ecxIn, eax, ebx, ecx, edx } of cpuid) {
    const inputs = `eax_in='${hex(eaxIn)}' ecx_in='${hex(ecxIn)}'`;
    lines.push(`    <cpuid ${inputs} eax='${hex(eax)}' ebx='${hex(ebx)}' ecx='${hex(ecx)}' edx='${hex(edx)}'/>`);
  }
  for (const { index: index2, eax, edx } of msrs) {
    lines.push(`    <msr index='${hex(index2)}' eax='${hex(eax)}' edx='${hex(edx)}'/>`);
  }
  lines.push("  </cpudata>");
}
function pushAccelerator(lines, { type, hostCpu, cpus, machines }) {
  if (hostCpu !== void 0) pushHostCpu(lines, type, hostCpu);
  for (const cpu2 of cpus) pushCpu(lines, type, cpu2);
  for (const machine2 of machines) lines.push(`  <machine type='${type}'${machineAttributes(machine2)}/>`);
}
function pushHostCpu(lines, type, model3) {
  const { name, migratability, properties, deprecatedFeatures, hostDeprecatedFeatures } = model3;
  const head2 = `type='${type}' model='${escapeText(name)}' migratability='${yesNo(migratability)}'`;
  lines.push(`  <hostCPU ${head2}>`);
  for (const { name: name2, value, migratable } of properties) {
    const told = migratable === void 0 ? "" : ` migratable='${yesNo(migratable)}'`;
    const text2 = typeof value === "string" ? escapeText(value) : value;
    const kind = `name='${escapeText(name2)}' type='${typeof value}'`;
    lines.push(`    <property ${kind} value='${text2}'${told}/>`);
  }
  pushNames(lines, "deprecatedFeatures", deprecatedFeatures);
  pushNames(lines, "hostDeprecatedFeatures", hostDeprecatedFeatures);
  lines.push("  </hostCPU>");
}
function pushNames(lines, name, names) {
  if (names === void 0) return;
  lines.push(`    <${name}>`);
  for (const entry of names) lines.push(`      <property name='${escapeText(entry)}'/>`);
  lines.push(`    </${name}>`);
}
function pushCpu(lines, type, { name, typename, usable, blockers, deprecated }) {
  const head2 = `  <cpu type='${type}'` + attribute("name", name) + attribute("typename", typename) + attribute("usable", usable === "unknown" ? void 0 : usable) + flag("deprecated", deprecated);
  if (blockers.length === 0) {
    lines.push(`${head2}/>`);
    return;
  }
  lines.push(`${head2}>`);
  for (const blocker of blockers) lines.push(`    <blocker name='${escapeText(blocker)}'/>`);
  lines.push("  </cpu>");
}
function machineAttributes(machine2) {
  return attribute("name", machine2.name) + attribute("alias", machine2.alias) + flag("hotplugCpus", machine2.hotplugCpus) + ` maxCpus='${machine2.maxCpus}'` + flag("default", machine2.isDefault) + attribute("defaultCPU", machine2.defaultCpu) + flag("numaMemSupported", machine2.numaMemSupported) + attribute("defaultRAMid", machine2.defaultRamId) + flag("deprecated", machine2.deprecated) + attribute("acpi", machine2.acpi === void 0 ? void 0 : yesNo(machine2.acpi));
}
function pushSev(lines, sev) {
  lines.push("  <sev>", `  ${element("cbitpos", sev.cbitpos)}`);
  lines.push(`  ${element("reducedPhysBits", sev.reducedPhysBits)}`);
  lines.push(`  ${element("pdh", sev.pdh)}`, `  ${element("certChain", sev.certChain)}`);
  if (sev.cpu0Id !== void 0) lines.push(`  ${element("cpu0Id", sev.cpu0Id)}`);
  lines.push("  </sev>");
}
function pushSgx(lines, { flc, sgx1, sgx2, sectionSize, sections }) {
  lines.push("  <sgx supported='yes'>");
  for (const [name, value] of Object.entries({
    flc,
    sgx1,
    sgx2
  })) lines.push(`  ${element(name, yesNo(value))}`);
  lines.push(`    <section_size unit='KiB'>${sectionSize}</section_size>`);
  if (sections.length > 0) {
    lines.push("    <sections>");
    for (const { node, size: size2 } of sections) lines.push(`      <section node='${node}' size='${size2}' unit='KiB'/>`);
    lines.push("    </sections>");
  }
  lines.push("  </sgx>");
}
function pushHyperv(lines, { hyperv: hyperv2 }) {
  if (hyperv2 === void 0) return;
  lines.push(`  <hypervCapabilities supported='${yesNo(hyperv2.supported)}'>`);
  for (const name of hyperv2.features) lines.push(`    <cap name='${escapeText(name)}'/>`);
  const { spinlocks, stimerDirect, tlbflushDirect, tlbflushExtended, vendorId } = hyperv2;
  if (spinlocks !== void 0) lines.push(`  ${element("spinlocks", spinlocks)}`);
  const switches = {
    stimer_direct: stimerDirect,
    tlbflush_direct: tlbflushDirect,
    tlbflush_extended: tlbflushExtended
  };
  for (const [name, value] of Object.entries(switches)) {
    if (value !== void 0) lines.push(`  ${element(name, value ? "on" : "off")}`);
  }
  if (vendorId !== void 0) lines.push(`  ${element("vendor_id", vendorId)}`);
  lines.push("  </hypervCapabilities>");
}
function pushRecord(lines, { target: target3, probe, sev, accelerators }, record) {
  const head2 = attribute("storedAt", record.storedAt) + attribute("reason", record.reason) + attribute("target", target3) + attribute("accelerators", accelerators.map(({ type }) => type).join(" "));
  lines.push(`  <innkeeper version='${RECORD_VERSION}'${head2}>`);
  pushEntries(lines, "fact", record.fingerprint);
  for (const group of [
    "digests",
    "moduleParameters",
    "firmware",
    "helpers"
  ]) {
    pushEntries(lines, OBSERVATION_ELEMENTS[group], record.observed[group]);
  }
  if (sev?.maxGuests !== void 0 && sev.maxEsGuests !== void 0) {
    lines.push(`    <sevGuests max='${sev.maxGuests}' maxES='${sev.maxEsGuests}'/>`);
  }
  const log = attribute("startedAt", probe.startedAt) + ` durationMs='${probe.durationMs}'` + attribute("reason", probe.reason) + ` partial='${yesNo(probe.partial)}'`;
  lines.push(`    <probe${log}>`);
  for (const { step, message } of probe.problems) {
    lines.push(`      <problem${attribute("step", step)}${attribute("message", message)}/>`);
  }
  for (const type of probe.deniedTypes) lines.push(`      <denied${attribute("type", type)}/>`);
  lines.push("    </probe>", "  </innkeeper>");
}
function pushEntries(lines, name, entries2) {
  for (const [key, value] of Object.entries(entries2)) {
    lines.push(`    <${name}${attribute("name", key)}${attribute("value", value)}/>`);
  }
}
function element(name, value) {
  return `  <${name}>${typeof value === "number" ? value : escapeText(value)}</${name}>`;
}
function attribute(name, value) {
  return value === void 0 ? "" : ` ${name}='${escapeText(value)}'`;
}
function flag(name, value) {
  return value ? ` ${name}='yes'` : "";
}
function yesNo(value) {
  return value ? "yes" : "no";
}
function hex(value) {
  return `0x${value.toString(16).padStart(8, "0")}`;
}
var ESCAPES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;"
};
function escapeText(text2) {
  if (!/[^\x20-\x25\x28-\x3b=?-\x7e]/.test(text2)) return text2;
  return text2.replace(/[&<>'"\t\n\r]/g, (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, "\uFFFD");
}

// src/drivers/qemu/scan_elements.ts
var ForeignDocumentError = class extends SyntaxError {
  name = "ForeignDocumentError";
};
function foreign(problem) {
  return new ForeignDocumentError(`Cannot read the cache document: ${problem}`);
}
var DEPTH_LIMIT = 8;
var SPACE = 32;
function scanElements(text2) {
  const top = {
    name: "",
    head: "",
    text: "",
    children: []
  };
  const open3 = [
    top
  ];
  const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*='[^'<]*')*)\s*(\/?)>([^<]*)/y;
  while (token.lastIndex < text2.length) {
    const at = token.lastIndex;
    const found = token.exec(text2);
    const parent = open3[open3.length - 1];
    if (found === null || parent === void 0) throw foreign(`nothing known at offset ${at}`);
    const closing = found[1];
    const name = found[2] ?? "";
    const head2 = found[3] ?? "";
    const empty = found[4];
    const after = found[5] ?? "";
    if (closing) {
      if (parent === top || parent.name !== name || head2 || empty) {
        throw foreign(`"</${name}>" closes nothing at offset ${at}`);
      }
      open3.pop();
    } else {
      const element3 = {
        name,
        head: head2,
        text: empty ? "" : after,
        children: []
      };
      parent.children.push(element3);
      if (!empty) open3.push(element3);
    }
    if (open3.length > DEPTH_LIMIT) throw foreign(`too deep at offset ${at}`);
    if ((closing || empty) && after.trim() !== "") throw foreign(`stray text at offset ${at}`);
  }
  const [root, ...others] = top.children;
  if (open3.length > 1 || root === void 0 || others.length > 0) throw foreign("it is cut off");
  return root;
}
function attributeOf(element3, name) {
  const { head: head2 } = element3;
  for (let at = 0; at < head2.length; ) {
    const equals = head2.indexOf("='", at);
    const end = head2.indexOf("'", equals + 2);
    const start2 = equals - name.length;
    if (start2 > at && head2.startsWith(name, start2) && head2.charCodeAt(start2 - 1) <= SPACE) {
      return decode(head2.slice(equals + 2, end));
    }
    at = end + 1;
  }
  return void 0;
}
function textOf2(element3) {
  return element3.children.length > 0 ? "" : decode(element3.text);
}
function childOf(element3, name) {
  return element3.children.find((child2) => child2.name === name);
}
function childrenOf(element3, name) {
  return element3.children.filter((child2) => child2.name === name);
}
var ENTITIES = {
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  quot: '"'
};
function decode(text2) {
  if (!text2.includes("&")) return text2;
  return text2.replace(/&([^;&]{0,10})(;?)/g, (whole, name, end) => {
    const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
    const point = code === null ? void 0 : code[1] ? parseInt(code[1], 16) : Number(code[2]);
    if (end && point !== void 0 && point <= 1114111) return String.fromCodePoint(point);
    const entity = end ? ENTITIES[name] : void 0;
    if (entity === void 0) throw foreign(`unknown entity "${whole}"`);
    return entity;
  });
}

// src/drivers/qemu/read_cached_values.ts
function requireChild(element3, name) {
  const child2 = childOf(element3, name);
  if (child2 === void 0) throw foreign(`"${element3.name}" has no "${name}"`);
  return child2;
}
function requireAttribute(element3, name) {
  const value = attributeOf(element3, name);
  if (value === void 0) throw foreign(`"${element3.name}" has no attribute "${name}"`);
  return value;
}
function readNumber(element3, attribute3) {
  const text2 = attribute3 === void 0 ? textOf2(element3) : requireAttribute(element3, attribute3);
  if (!/^-?\d+(\.\d+)?$/.test(text2)) throw foreign(`"${text2}" of "${element3.name}" is no number`);
  return Number(text2);
}
function optionalNumber(element3) {
  return element3 === void 0 ? void 0 : readNumber(element3);
}
function optionalText(element3) {
  return element3 === void 0 ? void 0 : textOf2(element3);
}

// src/drivers/qemu/parse_cached_accelerator.ts
function parseAccelerator(type, elements) {
  const host2 = elements.find((element3) => element3.name === "hostCPU");
  const deprecated = host2 && childOf(host2, "deprecatedFeatures");
  const hostDeprecated = host2 && childOf(host2, "hostDeprecatedFeatures");
  return {
    type,
    ...host2 !== void 0 && {
      hostCpu: {
        name: requireAttribute(host2, "model"),
        migratability: attributeOf(host2, "migratability") === "yes",
        properties: childrenOf(host2, "property").map(parseProperty),
        ...deprecated !== void 0 && {
          deprecatedFeatures: parseNames(deprecated)
        },
        ...hostDeprecated !== void 0 && {
          hostDeprecatedFeatures: parseNames(hostDeprecated)
        }
      }
    },
    cpus: elements.filter((element3) => element3.name === "cpu").map(parseCpu),
    machines: elements.filter((element3) => element3.name === "machine").map(parseMachine)
  };
}
function parseNames(element3) {
  return childrenOf(element3, "property").map((property2) => requireAttribute(property2, "name"));
}
function parseProperty(element3) {
  const name = requireAttribute(element3, "name");
  const value = parseValue(element3);
  const migratable = attributeOf(element3, "migratable");
  return migratable === void 0 ? {
    name,
    value
  } : {
    name,
    value,
    migratable: migratable === "yes"
  };
}
function parseValue(element3) {
  const type = attributeOf(element3, "type");
  switch (type) {
    case "boolean":
      return attributeOf(element3, "value") === "true";
    case "string":
      return requireAttribute(element3, "value");
    case "number":
      return readNumber(element3, "value");
    default:
      throw foreign(`a CPU property cannot be "${type}"`);
  }
}
function parseCpu(element3) {
  const typename = attributeOf(element3, "typename");
  const usable = attributeOf(element3, "usable");
  return {
    name: requireAttribute(element3, "name"),
    ...typename !== void 0 && {
      typename
    },
    usable: usable === "yes" || usable === "no" ? usable : "unknown",
    blockers: childrenOf(element3, "blocker").map((blocker) => requireAttribute(blocker, "name")),
    deprecated: attributeOf(element3, "deprecated") === "yes"
  };
}
function parseMachine(element3) {
  const alias3 = attributeOf(element3, "alias");
  const defaultCpu = attributeOf(element3, "defaultCPU");
  const defaultRamId = attributeOf(element3, "defaultRAMid");
  const acpi = attributeOf(element3, "acpi");
  return {
    name: requireAttribute(element3, "name"),
    ...alias3 !== void 0 && {
      alias: alias3
    },
    isDefault: attributeOf(element3, "default") === "yes",
    maxCpus: readNumber(element3, "maxCpus"),
    hotplugCpus: attributeOf(element3, "hotplugCpus") === "yes",
    numaMemSupported: attributeOf(element3, "numaMemSupported") === "yes",
    ...defaultCpu !== void 0 && {
      defaultCpu
    },
    ...defaultRamId !== void 0 && {
      defaultRamId
    },
    deprecated: attributeOf(element3, "deprecated") === "yes",
    ...acpi !== void 0 && {
      acpi: acpi === "yes"
    }
  };
}

// src/drivers/qemu/parse_cache_document.ts
var BULK_ELEMENTS = [
  "flag",
  "hostCPU",
  "cpu",
  "machine"
];
function parseCacheDocument(text2) {
  const whole = scanElements(text2);
  if (whole.name !== "qemuCaps") throw foreign(`its root is "${whole.name}", not "qemuCaps"`);
  const root = {
    ...whole,
    children: whole.children.filter(({ name }) => !BULK_ELEMENTS.includes(name))
  };
  const own = childOf(root, "innkeeper");
  const version = own && attributeOf(own, "version");
  if (own !== void 0 && version !== RECORD_VERSION) {
    throw foreign(`another release wrote it (record version "${version}")`);
  }
  return {
    capabilities: parseCapabilities(whole, root, own),
    inputs: parseInputs(root),
    record: parseRecord(own)
  };
}
function parseCapabilities(whole, root, own) {
  const text2 = textOf2(requireChild(root, "package"));
  const arch = textOf2(requireChild(root, "arch"));
  const [sev, sgx, hyperv2] = [
    "sev",
    "sgx",
    "hypervCapabilities"
  ].map((name) => childOf(root, name));
  return {
    emulator: textOf2(requireChild(root, "emulator")),
    version: readNumber(requireChild(root, "version")),
    ...text2 !== "" && {
      package: text2
    },
    arch,
    target: (own && attributeOf(own, "target")) ?? arch,
    flags: childrenOf(whole, "flag").map((flag3) => requireAttribute(flag3, "name")),
    accelerators: parseAccelerators(whole, own),
    gic: childrenOf(root, "gic").map(parseGic),
    ...sev !== void 0 && {
      sev: parseSev(sev, own && childOf(own, "sevGuests"))
    },
    ...sgx !== void 0 && {
      sgx: parseSgx(sgx)
    },
    ...hyperv2 !== void 0 && {
      hyperv: parseHyperv(hyperv2)
    },
    kvmSupportsNesting: childOf(root, "kvmSupportsNesting") !== void 0,
    kvmSupportsSecureGuest: childOf(root, "kvmSupportsSecureGuest") !== void 0,
    probe: parseProbe(own && childOf(own, "probe"))
  };
}
function parseAccelerators(whole, own) {
  const parts3 = /* @__PURE__ */ new Map();
  for (const type of ((own && attributeOf(own, "accelerators")) ?? "").split(" ")) {
    if (isAcceleratorType(type)) parts3.set(type, []);
  }
  for (const child2 of whole.children) {
    if (child2.name !== "hostCPU" && child2.name !== "cpu" && child2.name !== "machine") continue;
    const type = requireAttribute(child2, "type");
    if (!isAcceleratorType(type)) continue;
    const known = parts3.get(type);
    if (known === void 0) parts3.set(type, [
      child2
    ]);
    else known.push(child2);
  }
  return [
    ...parts3
  ].map(([type, elements]) => parseAccelerator(type, elements));
}
function isAcceleratorType(type) {
  return type === "kvm" || type === "hvf" || type === "tcg";
}
function parseInputs(root) {
  const moduleDirMtime = optionalNumber(childOf(root, "qemumoddirmtime"));
  const microcodeVersion = optionalNumber(childOf(root, "microcodeVersion"));
  const signature = childOf(root, "hostCPUSignature");
  const kernel = childOf(root, "kernelVersion");
  const cpuData = childOf(root, "cpudata");
  return {
    qemuCtime: readNumber(requireChild(root, "qemuctime")),
    ...moduleDirMtime !== void 0 && {
      moduleDirMtime
    },
    selfCtime: readNumber(requireChild(root, "selfctime")),
    selfVersion: readNumber(requireChild(root, "selfvers")),
    ...microcodeVersion && {
      microcodeVersion
    },
    ...signature !== void 0 && {
      hostCpuSignature: textOf2(signature)
    },
    ...kernel !== void 0 && {
      kernelVersion: textOf2(kernel)
    },
    ...cpuData !== void 0 && {
      cpuData: parseCpuData(cpuData)
    }
  };
}
function parseCpuData(element3) {
  return {
    cpuid: childrenOf(element3, "cpuid").map((leaf) => ({
      eaxIn: readHex(leaf, "eax_in"),
      ecxIn: readHex(leaf, "ecx_in"),
      eax: readHex(leaf, "eax"),
      ebx: readHex(leaf, "ebx"),
      ecx: readHex(leaf, "ecx"),
      edx: readHex(leaf, "edx")
    })),
    msrs: childrenOf(element3, "msr").map((msr) => ({
      index: readHex(msr, "index"),
      eax: readHex(msr, "eax"),
      edx: readHex(msr, "edx")
    }))
  };
}
function readHex(element3, name) {
  const text2 = requireAttribute(element3, name);
  if (!/^0x[\da-f]{1,8}$/i.test(text2)) throw foreign(`"${text2}" is no register`);
  return Number(text2);
}
function parseGic(element3) {
  return {
    version: readNumber(element3, "version"),
    kernel: attributeOf(element3, "kernel") === "yes",
    emulated: attributeOf(element3, "emulated") === "yes"
  };
}
function parseHyperv(element3) {
  const spinlocks = optionalNumber(childOf(element3, "spinlocks"));
  const [stimerDirect, tlbflushDirect, tlbflushExtended, vendorId] = [
    "stimer_direct",
    "tlbflush_direct",
    "tlbflush_extended",
    "vendor_id"
  ].map((name) => optionalText(childOf(element3, name)));
  return {
    supported: attributeOf(element3, "supported") === "yes",
    features: childrenOf(element3, "cap").map((cap) => requireAttribute(cap, "name")),
    ...spinlocks !== void 0 && {
      spinlocks
    },
    ...stimerDirect !== void 0 && {
      stimerDirect: stimerDirect === "on"
    },
    ...tlbflushDirect !== void 0 && {
      tlbflushDirect: tlbflushDirect === "on"
    },
    ...tlbflushExtended !== void 0 && {
      tlbflushExtended: tlbflushExtended === "on"
    },
    ...vendorId !== void 0 && {
      vendorId
    }
  };
}
function parseSev(element3, guests) {
  const cpu0Id = childOf(element3, "cpu0Id");
  return {
    cbitpos: readNumber(requireChild(element3, "cbitpos")),
    reducedPhysBits: readNumber(requireChild(element3, "reducedPhysBits")),
    pdh: textOf2(requireChild(element3, "pdh")),
    certChain: textOf2(requireChild(element3, "certChain")),
    ...cpu0Id !== void 0 && {
      cpu0Id: textOf2(cpu0Id)
    },
    ...guests !== void 0 && {
      maxGuests: readNumber(guests, "max"),
      maxEsGuests: readNumber(guests, "maxES")
    }
  };
}
function parseSgx(element3) {
  const sections = childOf(element3, "sections");
  return {
    flc: textOf2(requireChild(element3, "flc")) === "yes",
    sgx1: textOf2(requireChild(element3, "sgx1")) === "yes",
    sgx2: textOf2(requireChild(element3, "sgx2")) === "yes",
    sectionSize: readNumber(requireChild(element3, "section_size")),
    sections: sections === void 0 ? [] : childrenOf(sections, "section").map((section) => ({
      node: readNumber(section, "node"),
      size: readNumber(section, "size")
    }))
  };
}
function parseProbe(element3) {
  if (element3 === void 0) {
    return {
      startedAt: "",
      durationMs: 0,
      reason: "",
      partial: false,
      problems: [],
      deniedTypes: []
    };
  }
  return {
    startedAt: requireAttribute(element3, "startedAt"),
    durationMs: readNumber(element3, "durationMs"),
    reason: requireAttribute(element3, "reason"),
    partial: attributeOf(element3, "partial") === "yes",
    problems: childrenOf(element3, "problem").map((problem) => ({
      step: requireAttribute(problem, "step"),
      message: requireAttribute(problem, "message")
    })),
    deniedTypes: childrenOf(element3, "denied").map((denied) => requireAttribute(denied, "type"))
  };
}
function parseRecord(own) {
  return {
    storedAt: own === void 0 ? "" : requireAttribute(own, "storedAt"),
    reason: own === void 0 ? "" : requireAttribute(own, "reason"),
    fingerprint: parseEntries(own, "fact"),
    observed: {
      digests: parseEntries(own, OBSERVATION_ELEMENTS.digests),
      moduleParameters: parseEntries(own, OBSERVATION_ELEMENTS.moduleParameters),
      firmware: parseEntries(own, OBSERVATION_ELEMENTS.firmware),
      helpers: parseEntries(own, OBSERVATION_ELEMENTS.helpers)
    }
  };
}
function parseEntries(own, name) {
  const elements = own === void 0 ? [] : childrenOf(own, name);
  return Object.fromEntries(elements.map((entry) => [
    requireAttribute(entry, "name"),
    requireAttribute(entry, "value")
  ]));
}

// src/drivers/qemu/validity/checks.ts
var VALIDITY_CHECKS = [
  {
    reason: "binary-ctime",
    reads: "the change time of the binary, links followed",
    compares: "nanoseconds, equal",
    scope: "every"
  },
  {
    reason: "binary-identity",
    reads: "device, inode, size and modification time of the binary",
    compares: "all equal; tells images apart whose files all carry one time",
    scope: "every"
  },
  {
    reason: "binary-content",
    reads: "the build id in the binary's notes, SHA-256 of its content where it has none; once per identity",
    compares: "equal",
    scope: "every"
  },
  {
    reason: "module-directory",
    reads: "QEMU's module directories: their modification times; name, size and time of each module",
    compares: "digest, equal",
    scope: "every"
  },
  {
    reason: "self-ctime",
    reads: "the change time of this program's file, where it is one compiled file",
    compares: "nanoseconds, equal",
    scope: "every"
  },
  {
    reason: "self-version",
    reads: "the version of this program",
    compares: "equal",
    scope: "every"
  },
  {
    reason: "schema",
    reads: "the version of the questions this program asks and of the form it keeps the answers in",
    compares: "equal",
    scope: "every"
  },
  {
    reason: "kvm-availability",
    reads: "whether /dev/kvm is there",
    compares: "equal",
    scope: "native"
  },
  {
    reason: "kvm-access",
    reads: "whether the account that runs emulators may read and write /dev/kvm",
    compares: "equal, so that a device which may not be used is a state like another",
    scope: "native"
  },
  {
    reason: "cpu-signature",
    reads: "vendor, model name, family, model and stepping of the host's processor",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "microcode",
    reads: "the microcode version in /proc/cpuinfo",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "kernel",
    reads: "release and version of the kernel",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "cpu-data",
    reads: "the answers of CPUID, without what differs from core to core",
    compares: "digest, equal",
    scope: "accelerated"
  },
  {
    reason: "kvm-parameter",
    reads: "each parameter of each kvm module",
    compares: "equal; one that comes or goes has changed",
    scope: "accelerated",
    many: true
  },
  {
    reason: "secure-guest",
    reads: "/dev/sev and the room for encrypted guests; the ultravisor and `prot_virt=` on s390x",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "device-nodes",
    reads: "presence, mode and owner of the vhost, vfio, iommufd, SGX, TDX and SEV devices",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "iommu",
    reads: "whether the kernel has IOMMU groups",
    compares: "equal",
    scope: "accelerated"
  },
  {
    reason: "firmware",
    reads: "the firmware descriptor directories: name, size and modification time of each descriptor",
    compares: "digest, equal",
    scope: "native"
  },
  {
    reason: "helpers",
    reads: "swtpm, virtiofsd, passt and the like: path, size and modification time",
    compares: "digest, equal",
    scope: "native"
  }
];
var PROBE_SCHEMA = "1";

// src/drivers/qemu/validity/compare_facts.ts
var SCOPE_NAME = "scope";
var SCOPES2 = [
  "every",
  "native",
  "accelerated"
];
function narrowFacts(facts, scope) {
  const kept = {
    [SCOPE_NAME]: scope
  };
  for (const check of checksOf(scope)) {
    for (const name of namesOf2(check, facts)) {
      const value = facts[name];
      if (value !== void 0) kept[name] = value;
    }
  }
  return kept;
}
function compareFacts(stored2, now) {
  for (const check of checksOf(scopeOf(stored2))) {
    if (!check.many) {
      if (stored2[check.reason] !== now[check.reason]) return check.reason;
      continue;
    }
    const names = /* @__PURE__ */ new Set([
      ...namesOf2(check, stored2),
      ...namesOf2(check, now)
    ]);
    for (const name of [
      ...names
    ].sort()) if (stored2[name] !== now[name]) return name;
  }
  return void 0;
}
function scopeOf(stored2) {
  return SCOPES2.find((scope) => scope === stored2[SCOPE_NAME]) ?? "accelerated";
}
function checksOf(scope) {
  return VALIDITY_CHECKS.filter((check) => SCOPES2.indexOf(check.scope) <= SCOPES2.indexOf(scope));
}
function namesOf2(check, facts) {
  if (!check.many) return [
    check.reason
  ];
  return Object.keys(facts).filter((name) => name.startsWith(`${check.reason}:`));
}

// src/drivers/qemu/codec.ts
function createCodec(facts, options) {
  return {
    folder: "qemu/capabilities",
    schema: `qemu-${PROBE_SCHEMA}`,
    suffix: ".xml",
    fileName: (key) => `${sha256Hex(key)}.xml`,
    format,
    parse: parse2,
    trailer: (checksum) => `<!-- sha256:${checksum} -->`,
    summarise: summariseEntry,
    fingerprints: (requests) => facts.read(requests),
    narrow: (now, value) => narrowFacts(now, value === void 0 ? "native" : scopeOf2(value.capabilities, options)),
    compare: compareFacts,
    describeFailure
  };
}
function scopeOf2(capabilities3, options) {
  if (capabilities3.accelerators.some(({ type }) => type !== "tcg")) return "accelerated";
  return isNative(options.hostArch, capabilities3.arch) ? "native" : "every";
}
function format({ fingerprint, value, storedAt, reason }) {
  const { capabilities: capabilities3, inputs, observed } = value;
  return formatCacheDocument({
    capabilities: capabilities3,
    inputs,
    record: {
      storedAt,
      reason,
      fingerprint,
      observed
    }
  });
}
function parse2(text2) {
  const { capabilities: capabilities3, inputs, record } = parseCacheDocument(text2);
  const { storedAt, reason, fingerprint, observed } = record;
  if (storedAt === "") throw new SyntaxError("Cannot use the file: another program wrote it");
  return {
    key: capabilities3.emulator,
    fingerprint,
    value: {
      capabilities: capabilities3,
      inputs,
      observed
    },
    storedAt,
    reason
  };
}
function summariseEntry({ value }) {
  const { startedAt, durationMs, problems } = value.capabilities.probe;
  return {
    emulator: summarise(value.capabilities),
    startedAt,
    durationMs,
    problems
  };
}
function describeFailure(error) {
  const message = error instanceof Error ? error.message : String(error);
  const step = textProperty(error, "step") ?? "start";
  const stderr = textProperty(error, "stderr");
  return {
    step,
    message,
    ...stderr === void 0 || stderr === "" ? {} : {
      stderr
    }
  };
}
function textProperty(error, name) {
  const value = typeof error === "object" && error !== null ? Reflect.get(error, name) : void 0;
  return typeof value === "string" ? value : void 0;
}

// src/drivers/qemu/emulator_state.ts
function stateOf(path2, verdict, options) {
  if (options.probing) return {
    path: path2,
    state: "probing"
  };
  switch (verdict?.state) {
    case "valid":
      return readyState(verdict.row, {
        cached: true
      });
    case "failed":
      return failedState(verdict.failure);
    default:
      return {
        path: path2,
        state: "unprobed",
        ...verdict?.state === "invalid" ? {
          reason: verdict.reason
        } : {}
      };
  }
}
function readyState(row, options) {
  const { emulator, durationMs, problems, startedAt } = row.summary;
  return {
    path: row.key,
    state: "ready",
    arch: emulator.arch,
    version: versionText(emulator.version),
    ...emulator.package === void 0 ? {} : {
      package: emulator.package
    },
    accelerators: emulator.accelerators,
    machineCount: emulator.machines.length,
    cached: options.cached,
    reason: row.reason,
    durationMs,
    probedAt: startedAt,
    partial: emulator.partial === true,
    problems
  };
}
function failedState({ key, detail, retryAt, reason, failedAt }) {
  return {
    path: key,
    state: "failed",
    error: detail,
    retryAt,
    reason,
    probedAt: failedAt
  };
}
function unusableState(path2, message) {
  return {
    path: path2,
    state: "failed",
    error: {
      step: "find",
      message
    }
  };
}

// src/drivers/qemu/validity/parse_build_id.ts
var PT_NOTE = 4;
var NT_GNU_BUILD_ID = 3;
var MOST_HEADERS = 256;
function parseBuildId(head2) {
  try {
    const view = new DataView(head2.buffer, head2.byteOffset, head2.byteLength);
    if (view.getUint32(0, false) !== 2135247942) return void 0;
    return readBuildId(new ElfReader(view, {
      wide: head2[4] === 2,
      little: head2[5] === 1
    }));
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function readBuildId(elf) {
  const tableAt = elf.address(elf.wide ? 32 : 28);
  const size2 = elf.half(elf.wide ? 54 : 42);
  const count3 = Math.min(elf.half(elf.wide ? 56 : 44), MOST_HEADERS);
  for (let header = 0; header < count3; header++) {
    const at = tableAt + header * size2;
    if (elf.word(at) !== PT_NOTE) continue;
    const start2 = elf.address(at + (elf.wide ? 8 : 4));
    const found = readNotes(elf, start2, start2 + elf.address(at + (elf.wide ? 32 : 16)));
    if (found !== void 0) return found;
  }
  return void 0;
}
function readNotes(elf, start2, end) {
  let at = start2;
  while (at + 12 <= end) {
    const nameSize = elf.word(at);
    const valueSize = elf.word(at + 4);
    const valueAt = at + 12 + padded(nameSize);
    if (elf.word(at + 8) === NT_GNU_BUILD_ID && nameSize === 4 && elf.text(at + 12, 3) === "GNU") {
      return valueSize === 0 || valueSize > 64 ? void 0 : toHex(elf.bytes(valueAt, valueSize));
    }
    at = valueAt + padded(valueSize);
  }
  return void 0;
}
function padded(size2) {
  return Math.ceil(size2 / 4) * 4;
}
var ElfReader = class {
  wide;
  #view;
  #little;
  constructor(view, kind) {
    this.#view = view;
    this.wide = kind.wide;
    this.#little = kind.little;
  }
  half(at) {
    return this.#view.getUint16(at, this.#little);
  }
  word(at) {
    return this.#view.getUint32(at, this.#little);
  }
  address(at) {
    return this.wide ? Number(this.#view.getBigUint64(at, this.#little)) : this.word(at);
  }
  bytes(at, length) {
    if (at + length > this.#view.byteLength) throw new RangeError("Cannot read beyond the end");
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length);
  }
  text(at, length) {
    return String.fromCharCode(...this.bytes(at, length));
  }
};

// src/drivers/qemu/validity/read_binary_facts.ts
var HEAD_BYTES = 64 * 1024;
var LONGEST_HASHED = 128 * 1024 * 1024;
async function readBinaryFacts(files, path2, stored2) {
  let stat;
  try {
    stat = await files.stat(path2);
  } catch (error) {
    return {
      "binary-identity": `unreadable: ${error instanceof Error ? error.name : "unknown"}`
    };
  }
  if (stat === void 0) return void 0;
  const facts = {
    "binary-ctime": String(stat.ctimeNs),
    "binary-identity": `${stat.kind} ${stat.dev}:${stat.ino} ${stat.size} ${stat.mtimeNs}`
  };
  const content6 = stored2?.["binary-content"];
  if (content6 !== void 0 && sameFile2(stored2, facts)) return {
    ...facts,
    "binary-content": content6
  };
  return {
    ...facts,
    "binary-content": await readContent(files, path2, stat)
  };
}
function ctimeSeconds(facts) {
  return Number(BigInt(facts["binary-ctime"] ?? "0") / 1000000000n);
}
function sameFile2(stored2, facts) {
  return stored2?.["binary-ctime"] === facts["binary-ctime"] && stored2?.["binary-identity"] === facts["binary-identity"];
}
async function readContent(files, path2, stat) {
  if (stat.kind !== "file") return stat.kind;
  try {
    const head2 = await files.readBytes(path2, {
      length: Math.min(HEAD_BYTES, stat.size)
    });
    const buildId = head2 === void 0 ? void 0 : parseBuildId(head2);
    if (buildId !== void 0) return `build-id:${buildId}`;
    if (stat.size <= LONGEST_HASHED) return `sha256:${await files.sha256(path2)}`;
    return `long:${stat.size}`;
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.name : "unknown"}`;
  }
}

// src/drivers/qemu/validity/describe_files.ts
async function describeFiles(files, paths) {
  const found = await Promise.all(paths.map(async (path2) => {
    const stat = await files.stat(path2);
    return stat === void 0 ? [] : [
      [
        path2,
        `${stat.size} ${stat.mtimeNs}`
      ]
    ];
  }));
  return Object.fromEntries(found.flat());
}
async function describeDirectories(files, directories) {
  const described = await Promise.all(directories.map(async (directory) => {
    const names = await files.list(directory);
    if (names === void 0) return {};
    return await describeFiles(files, [
      directory,
      ...names.map((name) => `${directory}/${name}`)
    ]);
  }));
  return Object.assign({}, ...described);
}
function digestOf(described) {
  const entries2 = Object.entries(described);
  return entries2.length === 0 ? "none" : sha256Hex(JSON.stringify(entries2)).slice(0, 32);
}

// src/drivers/qemu/validity/read_host_facts.ts
var DEVICES2 = [
  "/dev/vhost-net",
  "/dev/vhost-vsock",
  "/dev/vhost-scsi",
  "/dev/vfio/vfio",
  "/dev/iommu",
  "/dev/udmabuf",
  "/dev/sgx_enclave",
  "/dev/sgx_provision",
  "/dev/sgx_vepc",
  "/dev/sev",
  "/dev/tdx_guest"
];
async function readCommonFacts(host2, options) {
  const files = new FactFiles(host2, {
    root: options.root ?? "",
    problems: []
  });
  const directories = moduleDirectories(host2);
  const self = host2.env.self;
  const [modules, selfStat] = await Promise.all([
    describeDirectories(files, directories),
    self === void 0 ? void 0 : host2.files.stat(self)
  ]);
  const first = directories.map((directory) => modules[directory]).find((found) => found !== void 0);
  return {
    facts: {
      "module-directory": digestOf(modules),
      "self-ctime": selfStat === void 0 ? "source" : String(selfStat.ctimeNs),
      "self-version": options.version,
      "schema": PROBE_SCHEMA
    },
    selfCtime: selfStat === void 0 ? 0 : seconds(selfStat.ctimeNs),
    ...first === void 0 ? {} : {
      moduleDirMtime: seconds(BigInt(first.split(" ")[1] ?? "0"))
    }
  };
}
async function readAcceleratorFacts(host2, options) {
  const from = {
    root: options.root ?? "",
    problems: []
  };
  const files = new FactFiles(host2, from);
  const [{ signature, microcode }, kernelFacts, cpuid, modules, kvm2, devices2, iommu, firmware, helpers, secure, room] = await Promise.all([
    readCpuSignature(host2, from),
    readKernel(host2, from),
    options.root ? void 0 : host2.native.cpuid(),
    readKvmModules(host2, from),
    readKvmAccess(host2, from),
    describeDevices(files),
    readIommu(host2, from),
    describeDirectories(files, firmwareDirectories(host2)),
    readHelpers(host2, from),
    readSecureGuest(host2, from),
    files.text("/sys/fs/cgroup/misc.capacity")
  ]);
  const kernel = formatKernel(kernelFacts);
  const stable = cpuid === void 0 ? void 0 : stableCpuid(cpuid);
  const { account } = options;
  const kvmUsable = account === void 0 ? kvm2.usable : kvm2.mode !== void 0 && kvm2.uid !== void 0 && kvm2.gid !== void 0 && mayReadAndWrite({
    mode: kvm2.mode,
    uid: kvm2.uid,
    gid: kvm2.gid
  }, {
    uid: account.uid,
    gids: [
      account.gid
    ]
  });
  const found = describeHelpers(helpers);
  const parameters3 = byName(modules);
  return {
    facts: defined({
      ...Object.fromEntries(Object.entries(parameters3).map(([name, value]) => [
        `kvm-parameter:${name}`,
        value
      ])),
      "kvm-availability": kvm2.present ? "present" : "absent",
      "kvm-access": kvmUsable ? "usable" : "not usable",
      "cpu-signature": signature,
      "microcode": microcode === void 0 ? void 0 : String(microcode),
      "kernel": kernel,
      "cpu-data": stable === void 0 ? void 0 : sha256Hex(JSON.stringify(stable)).slice(0, 32),
      "secure-guest": `${secure ? "yes" : "no"}; ${encryptionRoom(room ?? "")}`,
      "device-nodes": devices2,
      "iommu": iommu.groups > 0 ? "yes" : "no",
      "firmware": digestOf(firmware),
      "helpers": digestOf(found)
    }),
    ...defined({
      signature,
      microcode,
      kernel,
      cpuid: stable
    }),
    moduleParameters: Object.fromEntries(modules.flatMap(({ name, parameters: parameters4 }) => Object.entries(parameters4).map(([parameter, value]) => [
      `${name}.${parameter}`,
      value
    ]))),
    firmware,
    helpers: found,
    nested: modules.some(({ parameters: parameters4 }) => isOn(parameters4["nested"])),
    secureGuest: secure
  };
}
function byName(modules) {
  const named3 = {};
  for (const [name, value] of modules.flatMap(({ parameters: parameters3 }) => Object.entries(parameters3))) {
    named3[name] = named3[name] === void 0 ? value : `${named3[name]},${value}`;
  }
  return named3;
}
function describeHelpers(helpers) {
  return Object.fromEntries(helpers.flatMap(({ path: path2, size: size2, mtimeNs }) => path2 === void 0 ? [] : [
    [
      path2,
      `${size2} ${mtimeNs}`
    ]
  ]));
}
async function describeDevices(files) {
  const found = await Promise.all(DEVICES2.map(async (path2) => {
    const stat = await files.stat(path2);
    return stat === void 0 ? [] : [
      `${path2} ${stat.mode.toString(8)} ${stat.uid}:${stat.gid}`
    ];
  }));
  return found.flat().join(", ") || "none";
}
function encryptionRoom(capacity) {
  return capacity.split("\n").filter((line) => /^(?:sev|tdx)/.test(line)).join(", ") || "no room";
}
function moduleDirectories(host2) {
  const own = host2.env.get("QEMU_MODULE_DIR");
  const arch = host2.env.arch === "ppc64le" ? "powerpc64le" : host2.env.arch;
  const usual = [
    `/usr/lib/${arch}-linux-gnu/qemu`,
    "/usr/lib64/qemu",
    "/usr/lib/qemu"
  ];
  return own === void 0 || !own.startsWith("/") ? usual : [
    own,
    ...usual
  ];
}
function seconds(nanoseconds) {
  return Number(nanoseconds / 1000000000n);
}

// src/drivers/qemu/fingerprint.ts
var EmulatorFacts = class {
  #host;
  #options;
  #common;
  #accelerator;
  /** `options` are asked for at the first reading, so that opening a connection reads nothing. */
  constructor(host2, options) {
    this.#host = host2;
    this.#options = options;
  }
  /** The facts of each binary that is there. */
  async read(requests) {
    const options = await this.#options();
    const needsAccelerator = requests.some(({ stored: stored2 }) => stored2?.[SCOPE_NAME] !== "every");
    const [common4, accelerator, binaries] = await Promise.all([
      readCommonFacts(this.#host, options),
      needsAccelerator ? readAcceleratorFacts(this.#host, options) : void 0,
      Promise.all(requests.map(({ key, stored: stored2 }) => readBinaryFacts(this.#host.files, key, stored2)))
    ]);
    this.#common = common4;
    this.#accelerator = accelerator ?? this.#accelerator;
    const found = /* @__PURE__ */ new Map();
    requests.forEach(({ key }, at) => {
      const binary2 = binaries[at];
      if (binary2 !== void 0) found.set(key, {
        ...binary2,
        ...common4.facts,
        ...accelerator?.facts
      });
    });
    return found;
  }
  /** What matters to every binary, as last read. */
  async common() {
    return this.#common ??= await readCommonFacts(this.#host, await this.#options());
  }
  /** What matters where an accelerator may be in use, as last read. */
  async accelerator() {
    return this.#accelerator ??= await readAcceleratorFacts(this.#host, await this.#options());
  }
};

// src/drivers/qemu/emulator_service.ts
var SURVEY_MS = 1e3;
var EmulatorService = class {
  /** What is known, and the files it is in. */
  store;
  #host;
  #settings;
  #prober;
  #facts;
  /** The last look. */
  #survey;
  /** Nothing is read before the first question. */
  constructor({ host: host2, settings, prober, log = silentLog }) {
    this.#host = host2;
    this.#settings = settings;
    this.#prober = prober;
    this.#facts = new EmulatorFacts(host2, async () => ({
      root: settings.root,
      version: VERSION,
      ...defined({
        account: await prober.account()
      })
    }));
    this.store = new CacheStore(createCodec(this.#facts, {
      hostArch: host2.env.arch
    }), {
      host: host2,
      directory: settings.cacheDirectory,
      log
    });
  }
  /** Looks for emulators. */
  async find(options = {}) {
    return (options.allowStale ? this.#recentSurvey()?.found : void 0) ?? await this.#prober.find();
  }
  /** What is known of each emulator now, in the order in which they are probed. */
  async list(options = {}) {
    options.signal?.throwIfAborted();
    const { found: { emulators, unusable }, verdicts } = await this.#look();
    return [
      ...emulators.map(({ path: path2 }) => stateOf(path2, verdicts.get(path2), {
        probing: this.store.isMaking(path2)
      })),
      ...unusable.map(({ path: path2, reason }) => unusableState(path2, reason))
    ];
  }
  /** Probes what is not valid, or everything with `force`; yields each emulator as its answer is there. */
  async *probe(options = {}) {
    const { force = false, emulators: wanted } = options;
    const survey = options.allowStale && wanted === void 0 ? this.#recentSurvey() : void 0;
    const found = survey?.found ?? await this.find();
    const unknown = wanted?.filter((path2) => !isFound(found, path2)) ?? [];
    const paths = [
      ...found.emulators.map(({ path: path2 }) => path2).filter((path2) => wanted?.includes(path2) ?? true),
      ...unknown
    ];
    const verdicts = survey?.verdicts ?? await this.store.check(paths);
    for (const { path: path2, reason } of found.unusable) {
      if (wanted?.includes(path2) ?? true) yield unusableState(path2, reason);
    }
    const work = (path2, stop) => this.#probeOne(path2, {
      force,
      signal: either(stop, options.signal),
      verdict: verdicts.get(path2)
    });
    yield* inParallel(paths, work, {
      workers: this.#settings.probeWorkers
    });
  }
  /** The summaries of every emulator that can be probed; those that cannot are left out. */
  async summaries(options = {}) {
    const survey = options.allowStale ? this.#recentSurvey() : void 0;
    const { found: { emulators }, verdicts } = isSettled(survey) ? survey : await this.#look();
    const paths = emulators.map(({ path: path2 }) => path2);
    const found = /* @__PURE__ */ new Map();
    const work = async (path2, stop) => {
      const signal = either(stop, options.signal);
      const answer = await this.#tryOne(path2, {
        ...options,
        signal,
        verdict: verdicts.get(path2)
      });
      if ("row" in answer) found.set(path2, answer.row.summary);
    };
    for await (const _ of inParallel(paths, work, {
      workers: this.#settings.probeWorkers
    })) continue;
    return paths.flatMap((path2) => found.get(path2) ?? []);
  }
  /** Everything that is known of one emulator. Throws {@linkcode VirtError} where it cannot be probed. */
  async knowledge(path2, options = {}) {
    try {
      return await this.store.get(path2, (context) => this.#make(context), {
        ...options,
        beforeWritten: true
      });
    } catch (error) {
      throw explain(error);
    }
  }
  /** Stops what is under way. */
  async [Symbol.asyncDispose]() {
    await this.store[Symbol.asyncDispose]();
  }
  async #look() {
    const found = await this.find();
    const verdicts = await this.store.check(found.emulators.map(({ path: path2 }) => path2));
    this.#survey = {
      found,
      verdicts,
      madeAt: this.#host.clock.monotonic()
    };
    return this.#survey;
  }
  /** The last look, where it is a moment ago. */
  #recentSurvey() {
    const survey = this.#survey;
    if (survey === void 0 || this.#host.clock.monotonic() - survey.madeAt > SURVEY_MS) return void 0;
    return survey;
  }
  async #probeOne(path2, options) {
    const answer = await this.#tryOne(path2, options);
    if ("row" in answer) return readyState(answer.row, {
      cached: answer.cached
    });
    return answer instanceof CachedFailureError ? failedState(answer.failure) : unusableState(path2, answer.message);
  }
  /** An answer, or why there is none; only the caller's own giving up is thrown. */
  async #tryOne(path2, options) {
    try {
      return await this.store.summary(path2, (context) => this.#make(context), {
        ...options,
        beforeWritten: true
      });
    } catch (error) {
      if (error instanceof CachedFailureError || error instanceof CacheKeyGoneError) return error;
      throw error;
    }
  }
  async #make(context) {
    const { key: path2, reason, signal, fingerprint } = context;
    this.#survey?.verdicts.delete(path2);
    const { cpuid, nested, secureGuest, ...accelerator } = await this.#facts.accelerator();
    const capabilities3 = await this.#prober.probe({
      path: path2,
      reason,
      signal,
      kvmSupportsNesting: nested,
      kvmSupportsSecureGuest: secureGuest,
      deniedTypes: await knownDenied(context),
      ...defined({
        cpuid
      })
    });
    return {
      capabilities: capabilities3,
      inputs: await this.#inputs(capabilities3, context),
      observed: {
        digests: defined({
          [path2]: fingerprint["binary-content"]
        }),
        moduleParameters: accelerator.moduleParameters,
        firmware: accelerator.firmware,
        helpers: accelerator.helpers
      }
    };
  }
  /** As the reference keeps them: what an accelerator depends on only where there is one. */
  async #inputs(capabilities3, context) {
    const { selfCtime, moduleDirMtime } = await this.#facts.common();
    const inputs = {
      qemuCtime: ctimeSeconds(context.fingerprint),
      ...defined({
        moduleDirMtime
      }),
      selfCtime,
      selfVersion: versionNumber(VERSION)
    };
    if (scopeOf2(capabilities3, {
      hostArch: this.#host.env.arch
    }) !== "accelerated") return inputs;
    const { signature, microcode, kernel, cpuid } = await this.#facts.accelerator();
    const msrs = this.#settings.root === "" ? (await this.#host.native.kvm())?.msrs ?? [] : [];
    return {
      ...inputs,
      ...defined({
        microcodeVersion: microcode,
        hostCpuSignature: signature,
        kernelVersion: kernel,
        cpuData: cpuid === void 0 ? void 0 : {
          cpuid,
          msrs
        }
      })
    };
  }
};
function isSettled(survey) {
  return survey !== void 0 && survey.found.emulators.every(({ path: path2 }) => survey.verdicts.get(path2)?.state === "valid");
}
async function knownDenied({ fingerprint, key, previous }) {
  const before = await previous();
  const same = before?.observed.digests[key] === fingerprint["binary-content"];
  return same ? before?.capabilities.probe.deniedTypes ?? [] : [];
}
function either(one, other) {
  return other === void 0 ? one : AbortSignal.any([
    one,
    other
  ]);
}
function isFound(found, path2) {
  return [
    ...found.emulators,
    ...found.unusable
  ].some((each) => each.path === path2);
}
function explain(error) {
  if (error instanceof CachedFailureError) {
    const { key, detail, retryAt } = error.failure;
    return new VirtError("VIR_ERR_INTERNAL_ERROR", `Failed to probe QEMU binary ${key}: ${detail.message}`, {
      domain: "VIR_FROM_QEMU",
      step: detail.step,
      hint: `See what is wrong with: innkeeper cache why ${key}; it is tried again at ${retryAt} or when it changes`,
      cause: error
    });
  }
  if (error instanceof CacheKeyGoneError) {
    return new VirtError("VIR_ERR_CONFIG_UNSUPPORTED", `QEMU binary ${error.key} does not exist`, {
      domain: "VIR_FROM_QEMU",
      hint: "Install it, or name another",
      cause: error
    });
  }
  return error;
}

// src/host/parse_users.ts
function parsePasswd(text2) {
  return text2.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = "", , home = ""] = line.split(":");
    return name !== "" && isId(uid) && isId(gid) ? [
      {
        name,
        uid: Number(uid),
        gid: Number(gid),
        home
      }
    ] : [];
  });
}
function parseGroup(text2) {
  return text2.split("\n").flatMap((line) => {
    const [name = "", , gid = "", members2 = ""] = line.split(":");
    return name !== "" && isId(gid) ? [
      {
        name,
        gid: Number(gid),
        members: members2.split(",").filter(Boolean)
      }
    ] : [];
  });
}
function isId(text2) {
  return /^\d{1,10}$/.test(text2);
}

// src/host/read_users.ts
async function readUser(host2, names, options = {}) {
  const files = new FactFiles(host2, options);
  const users = parsePasswd(await files.text("/etc/passwd") ?? "");
  for (const name of names) {
    const user = users.find((each) => each.name === name || `${each.uid}` === name);
    if (user === void 0) continue;
    const groups = parseGroup(await files.text("/etc/group") ?? "");
    const others = groups.filter((group) => group.members.includes(user.name)).map((group) => group.gid);
    return {
      ...user,
      gids: [
        user.gid,
        ...others.filter((gid) => gid !== user.gid)
      ]
    };
  }
  return void 0;
}
async function readGroup(host2, names, options = {}) {
  const groups = parseGroup(await new FactFiles(host2, options).text("/etc/group") ?? "");
  for (const name of names) {
    const group = groups.find((each) => each.name === name || `${each.gid}` === name);
    if (group !== void 0) return group;
  }
  return void 0;
}

// src/drivers/qemu/guest_owner.ts
var USERS = [
  "libvirt-qemu",
  "qemu"
];
async function guestOwner(host2, { root }) {
  if (host2.env.uid !== 0) return void 0;
  const from = {
    root,
    problems: []
  };
  const user = await readUser(host2, USERS, from);
  if (user === void 0) return {
    uid: 0,
    gid: 0
  };
  const group = await readGroup(host2, [
    user.name
  ], from);
  return {
    uid: user.uid,
    gid: group?.gid ?? user.gid
  };
}

// src/drivers/qemu/swtpm_versions.ts
var DEADLINE_MS = 5e3;
var SwtpmService = class {
  #host;
  #store;
  constructor(host2, options) {
    this.#host = host2;
    this.#store = new CacheStore(createCodec2(host2), {
      host: host2,
      ...options
    });
  }
  /** The versions; undefined where the program is not installed, or does not tell. */
  async versions(options = {}) {
    const { path: path2 } = await findProgram(this.#host, "swtpm_setup");
    if (path2 === void 0) return void 0;
    const { row } = await this.#store.summary(path2, ({ signal }) => this.#ask(path2, signal), options);
    return row.summary ?? void 0;
  }
  async [Symbol.asyncDispose]() {
    await this.#store[Symbol.asyncDispose]();
  }
  async #ask(path2, signal) {
    const command = {
      argv: [
        path2,
        "--print-capabilities"
      ]
    };
    try {
      const { code, stdout } = await this.#host.exec.run(command, {
        deadlineMs: DEADLINE_MS,
        signal
      });
      return code === 0 ? parseSwtpmVersions(stdout) ?? null : null;
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }
};
function createCodec2(host2) {
  return {
    folder: "qemu/helpers",
    schema: "helpers-1",
    suffix: ".json",
    fileName: (key) => `swtpm-${sha256Hex(key)}.json`,
    format: (entry) => JSON.stringify(entry, void 0, 2),
    parse: (text2) => JSON.parse(text2),
    trailer: (checksum) => `// sha256:${checksum}`,
    summarise: ({ value }) => value,
    async fingerprints(requests) {
      const read = await Promise.all(requests.map(async ({ key, stored: stored2 }) => [
        key,
        await readBinaryFacts(host2.files, key, stored2)
      ]));
      return new Map(read.flatMap(([key, facts]) => facts === void 0 ? [] : [
        [
          key,
          facts
        ]
      ]));
    },
    narrow: (now) => now,
    compare: (stored2, now) => Object.keys(now).find((name) => stored2[name] !== now[name]),
    describeFailure: (error) => ({
      step: "print-capabilities",
      message: String(error)
    })
  };
}

// src/drivers/qemu/connection.ts
function connect(target3, options, parts3) {
  const { host: host2, log = silentLog, readOnly = false } = options;
  const { settings, prober } = parts3;
  const path2 = checkPath(target3, host2.env.uid);
  const emulators = new EmulatorService({
    host: host2,
    settings,
    prober,
    log
  });
  const swtpm = new SwtpmService(host2, {
    directory: settings.cacheDirectory,
    log
  });
  return {
    driver: "qemu",
    uri: `qemu:///${path2}`,
    type: "QEMU",
    capabilities: new QemuCapabilitiesPart({
      host: host2,
      emulators,
      swtpm,
      root: settings.root,
      foundOnly: readOnly,
      owner: () => guestOwner(host2, settings)
    }),
    emulators,
    cache: createCachePart(emulators.store),
    async [Symbol.asyncDispose]() {
      await Promise.all([
        emulators[Symbol.asyncDispose](),
        swtpm[Symbol.asyncDispose]()
      ]);
      await prober[Symbol.asyncDispose]();
    }
  };
}
function checkPath({ path: path2, text: text2 }, uid) {
  if (path2 === "/session") return "session";
  if (path2 === "/system" && uid === 0) return "system";
  if (path2 === "/system") {
    throw new VirtError("VIR_ERR_NO_CONNECT", `${text2}: the machine's hypervisor is opened by root only`, {
      domain: "VIR_FROM_QEMU",
      hint: "Open qemu:///session, or run this program as root"
    });
  }
  const hint = `Open qemu:///${uid === 0 ? "system" : "session"}`;
  if (path2 === "" || path2 === "/") {
    throw new VirtError("VIR_ERR_INVALID_ARG", `"${text2}" names no hypervisor`, {
      domain: "VIR_FROM_QEMU",
      hint
    });
  }
  throw new VirtError("VIR_ERR_INVALID_ARG", `there is no QEMU hypervisor at the path "${path2}"`, {
    domain: "VIR_FROM_QEMU",
    hint
  });
}

// src/drivers/qemu/detect.ts
var EMULATOR_NAME = /^qemu-system-[\w-]+$/;
var LIBEXEC_EMULATOR = "/usr/libexec/qemu-kvm";
async function detect(host2, options) {
  options.signal?.throwIfAborted();
  const path2 = (host2.env.get("PATH") ?? "").split(":").filter((directory) => directory.startsWith("/"));
  const directories = [
    ...new Set(path2)
  ];
  const native = `qemu-system-${targetOf(host2.env.arch)}`;
  if (await isAnyThere(host2, [
    LIBEXEC_EMULATOR,
    ...directories.map((directory) => `${directory}/${native}`)
  ])) {
    const kvm2 = await readKvmAccess(host2, {
      problems: []
    });
    return {
      state: "healthy",
      detail: kvm2.usable ? "KVM usable" : kvm2.present ? "KVM not usable" : "no KVM"
    };
  }
  const listings = await Promise.all(directories.map((directory) => listQuietly(host2, directory)));
  const names = new Set(listings.flat().filter((name) => EMULATOR_NAME.test(name)));
  if (names.size === 0) return {
    state: "absent",
    reason: "There is no qemu-system-* program in the search path"
  };
  return {
    state: "healthy",
    detail: "emulators of foreign architectures only"
  };
}
async function isAnyThere(host2, paths) {
  const found = await Promise.all(paths.map((path2) => host2.files.stat(path2).catch(() => void 0)));
  return found.some((stat) => stat !== void 0);
}
async function listQuietly(host2, directory) {
  try {
    return await host2.files.list(directory) ?? [];
  } catch {
    return [];
  }
}

// src/base/turnstile.ts
var Turnstile = class {
  #free;
  #first = [];
  #others = [];
  /** `places`: how many may be in at a time. */
  constructor(places) {
    this.#free = Math.max(1, places);
  }
  /** Waits for a place; privileged callers pass those who wait and are not. Leaving is by disposal. */
  async enter(options = {}) {
    if (this.#free > 0) this.#free--;
    else {
      await new Promise((resolve) => (options.privileged === true ? this.#first : this.#others).push(resolve));
    }
    let inside = true;
    return {
      [Symbol.dispose]: () => {
        if (!inside) return;
        inside = false;
        this.#leave();
      }
    };
  }
  /** The place is handed over, so that nobody who comes now takes it. */
  #leave() {
    const next = this.#first.shift() ?? this.#others.shift();
    if (next === void 0) this.#free++;
    else next();
  }
};

// src/drivers/qemu/find_emulators.ts
var EMULATOR_NAME2 = /^qemu-system-[\w-]+$/;
var LIBEXEC_EMULATOR2 = "/usr/libexec/qemu-kvm";
var HEAD_BYTES2 = 4;
async function findEmulators(host2, options = {}) {
  const directories = await distinct(host2.files, searchPath(host2.env.get("PATH")));
  const listings = await Promise.all(directories.map((directory) => listQuietly2(host2.files, directory)));
  const names = new Set(listings.flat().filter((name) => EMULATOR_NAME2.test(name)));
  const candidates = [
    ...(options.configured ?? []).map((path2) => ({
      paths: [
        path2
      ],
      wanted: true
    })),
    {
      paths: [
        LIBEXEC_EMULATOR2
      ],
      wanted: false
    },
    ...[
      ...names
    ].map((name) => ({
      paths: directories.filter((_, index2) => listings[index2]?.includes(name)).map((directory) => `${directory}/${name}`),
      wanted: false
    }))
  ];
  const results = await Promise.all(candidates.map(({ paths, wanted }) => firstUsable(host2, paths, wanted)));
  const emulators = results.filter((result) => result !== void 0).filter((result) => "native" in result);
  const unusable = results.filter((result) => result !== void 0).filter((result) => "reason" in result);
  return {
    emulators: byPath(emulators).sort(probeOrder),
    unusable: byPath(unusable)
  };
}
function isNativeName(hostArch, path2) {
  if (path2 === LIBEXEC_EMULATOR2) return true;
  const native = GUEST_ARCHITECTURES.filter(({ name }) => isNative(hostArch, name));
  return native.some(({ name }) => path2.endsWith(`/qemu-system-${targetOf(name)}`));
}
async function firstUsable(host2, paths, wanted) {
  let reason;
  for (const path2 of paths) {
    const result = await examine(host2, path2);
    if ("native" in result) return result;
    if (result.reason !== ABSENT || wanted) reason ??= result;
  }
  return reason;
}
var ABSENT = "There is no such file";
async function examine(host2, path2) {
  try {
    return await examineFile(host2, path2);
  } catch (error) {
    return {
      path: path2,
      reason: error instanceof Error ? error.message : String(error)
    };
  }
}
async function examineFile(host2, path2) {
  const { files } = host2;
  if (!path2.startsWith("/")) return {
    path: path2,
    reason: "The path is not absolute"
  };
  const stat = await files.stat(path2);
  if (stat === void 0) {
    const link2 = await files.lstat(path2);
    return {
      path: path2,
      reason: link2 === void 0 ? ABSENT : `It is a symbolic link to nothing: ${await files.readLink(path2)}`
    };
  }
  if (stat.kind !== "file") return {
    path: path2,
    reason: `It is a ${stat.kind}, not a program`
  };
  if (!await files.access(path2, "x")) return {
    path: path2,
    reason: "It is not executable for this user"
  };
  const head2 = await files.readBytes(path2, {
    length: HEAD_BYTES2
  });
  if (!isProgram(head2, host2.env.os)) return {
    path: path2,
    reason: "It is neither an ELF program nor a script"
  };
  return {
    path: path2,
    size: stat.size,
    native: isNativeName(host2.env.arch, path2)
  };
}
function isProgram(head2, os2) {
  if (os2 !== "linux" && os2 !== "freebsd") return true;
  const text2 = String.fromCharCode(...head2 ?? []);
  return text2.startsWith("\x7FELF") || text2.startsWith("#!");
}
function searchPath(path2) {
  const directories = (path2 ?? "").split(":").filter((directory) => directory.startsWith("/"));
  return [
    ...new Set(directories.map((directory) => directory.replace(/\/+$/, "")))
  ].filter((name) => name !== "");
}
async function distinct(files, directories) {
  const seen = /* @__PURE__ */ new Set();
  const stats = await Promise.all(directories.map((directory) => files.stat(directory).catch(() => void 0)));
  return directories.filter((_, index2) => {
    const stat = stats[index2];
    const identity2 = stat === void 0 ? `${index2}` : `${stat.dev}:${stat.ino}`;
    return !seen.has(identity2) && seen.add(identity2);
  });
}
async function listQuietly2(files, directory) {
  try {
    return await files.list(directory) ?? [];
  } catch {
    return [];
  }
}
function byPath(found) {
  return [
    ...new Map(found.map((one) => [
      one.path,
      one
    ])).values()
  ];
}
function probeOrder(one, other) {
  if (one.native !== other.native) return one.native ? -1 : 1;
  return other.size - one.size || (one.path < other.path ? -1 : 1);
}

// src/drivers/qemu/probe_account.ts
var USERS2 = [
  "libvirt-qemu",
  "qemu",
  "nobody"
];
var KVM_GROUP = "kvm";
async function probeAccount(host2, options = {}) {
  if (host2.env.uid !== 0) return void 0;
  const { configured, root = "" } = options;
  const user = await readUser(host2, configured === void 0 ? USERS2 : [
    configured
  ], {
    root
  });
  if (user === void 0) {
    if (configured === void 0) return void 0;
    throw new Error(`Cannot probe as "${configured}": there is no such user; create it or change probe user`);
  }
  const group = configured === void 0 ? await readGroup(host2, [
    KVM_GROUP
  ], {
    root
  }) : void 0;
  const member = user.gids.length > 1 ? await readGroup(host2, [
    KVM_GROUP
  ], {
    root
  }) : void 0;
  const gid = group?.gid ?? (member !== void 0 && user.gids.includes(member.gid) ? member.gid : user.gid);
  return {
    uid: user.uid,
    gid
  };
}

// src/drivers/qemu/schema_shelf.ts
var SchemaShelf = class {
  #answers = /* @__PURE__ */ new Map();
  /** Whether no binary has answered yet. */
  get isEmpty() {
    return this.#answers.size === 0;
  }
  /**
   * The flags that follow from the schema: those of a sister that has answered, or else those that `ask` finds out.
   * Nobody waits for a sister that is still being asked: she might hang.
   */
  async take(evidence, ask) {
    const key = sisterhood(evidence);
    const known = key && this.#answers.get(key);
    if (known) return known;
    const answer = await ask();
    if (key !== void 0 && answer !== void 0) this.#answers.set(key, answer);
    return answer;
  }
};
function sisterhood(evidence) {
  if (evidence.package === void 0 || evidence.commands.size === 0) return void 0;
  const options = [
    ...evidence.options
  ].map(([option, parameters3]) => [
    option,
    ...[
      ...parameters3
    ].sort()
  ].join(" "));
  const { folder: folder2, version } = evidence;
  return JSON.stringify([
    folder2,
    version,
    evidence.package,
    [
      ...evidence.commands
    ].sort(),
    options.sort()
  ]);
}

// src/drivers/qemu/qemu_prober.ts
var FEW_PROCESSORS = 2;
var HEAD_START_MS = 500;
var QemuProber = class {
  #host;
  #settings;
  #turnstile;
  #ending = /* @__PURE__ */ new Set();
  #account;
  #schemas = new SchemaShelf();
  #running = 0;
  /** The first native probe of a round, until it has ended. */
  #first;
  constructor(host2, settings) {
    this.#host = host2;
    this.#settings = settings;
    this.#turnstile = new Turnstile(settings.probeWorkers);
  }
  /** Looks for emulators, those of the configuration too. */
  find() {
    return findEmulators(this.#host, {
      configured: this.#settings.extraEmulators
    });
  }
  /** Read once; throws when the configured user does not exist. */
  account() {
    const { probeUser, root } = this.#settings;
    this.#account ??= probeAccount(this.#host, {
      root,
      ...probeUser !== void 0 && {
        configured: probeUser
      }
    });
    return this.#account;
  }
  /** Throws {@linkcode ProbeError}. Any number of probes may run at once. */
  async probe(order) {
    if (this.#running === 0) this.#schemas = new SchemaShelf();
    this.#running++;
    try {
      const { probeEmulator } = await import("./probe_emulator-E6JKOI5X.js");
      const account = await this.account();
      const mayUseKvm = await this.#mayUseKvm(account);
      const native = isNativeName(this.#host.env.arch, order.path);
      if (!native || this.#first !== void 0) await this.#letFirstPass(order.signal);
      const probing = probeEmulator(this.#host, order, {
        deadlineMs: this.#settings.probeDeadlineMs,
        ...account !== void 0 && {
          account
        },
        expectAccelerator: native && mayUseKvm,
        turnstile: this.#turnstile,
        privileged: native,
        schemas: this.#schemas,
        afterwards: (work) => this.#bury(work)
      });
      if (native) this.#first ??= probing.catch(() => {
      }).finally(() => this.#first = Promise.resolve());
      return await probing;
    } finally {
      this.#running--;
      if (this.#running === 0) this.#first = void 0;
    }
  }
  /**
   * Where there are few processors, the answer that is most likely waited for would share them with emulators that
   * nobody has asked about. One that hangs is not waited for.
   */
  async #letFirstPass(signal) {
    if (this.#first === void 0 || this.#host.env.cpuCount > FEW_PROCESSORS) return;
    const over = new AbortController();
    const patience = this.#host.clock.sleep(HEAD_START_MS, {
      signal: AbortSignal.any([
        signal,
        over.signal
      ])
    });
    try {
      await Promise.race([
        this.#first,
        patience.catch(() => {
        })
      ]);
    } finally {
      over.abort();
    }
  }
  /** Waits for the ends of all processes. */
  async [Symbol.asyncDispose]() {
    while (this.#ending.size > 0) await Promise.all(this.#ending);
  }
  async #mayUseKvm(account) {
    const { usable, mode: mode3, uid, gid } = await readKvmAccess(this.#host, {
      root: this.#settings.root
    });
    if (account === void 0 || mode3 === void 0 || uid === void 0 || gid === void 0) return usable;
    return mayReadAndWrite({
      mode: mode3,
      uid,
      gid
    }, {
      uid: account.uid,
      gids: [
        account.gid
      ]
    });
  }
  /** Nobody is to wait for the end of a process, and nobody can mend it: an empty directory may be left behind. */
  #bury(work) {
    const ending = work.catch(() => {
    }).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
};

// src/drivers/qemu/settings.ts
var EXTRA_WORKERS = 1;
var DEADLINE_MS2 = 1e4;
function completeSettings(host2, given7) {
  return {
    cacheDirectory: given7.cacheDirectory ?? defaultCacheDirectory(host2.env),
    probeDeadlineMs: given7.probeDeadlineMs ?? DEADLINE_MS2,
    probeWorkers: given7.probeWorkers ?? host2.env.cpuCount + EXTRA_WORKERS,
    ...given7.probeUser === void 0 ? {} : {
      probeUser: given7.probeUser
    },
    extraEmulators: given7.extraEmulators ?? [],
    root: given7.root ?? ""
  };
}
function defaultCacheDirectory(env) {
  if (env.uid === 0) return "/var/cache/innkeeper";
  const cache2 = env.get("XDG_CACHE_HOME");
  if (cache2?.startsWith("/")) return `${cache2.replace(/\/+$/, "")}/innkeeper`;
  const home = env.get("HOME");
  return home?.startsWith("/") ? `${home.replace(/\/+$/, "")}/.cache/innkeeper` : `/run/user/${env.uid}/innkeeper/cache`;
}

// src/drivers/qemu/mod.ts
function createQemuDriver(options = {}) {
  return {
    id: "qemu",
    title: "QEMU/KVM",
    reach: "local",
    uriSchemes: [
      "qemu"
    ],
    localUri: ({ uid }) => uid === 0 ? "qemu:///system" : "qemu:///session",
    detect,
    open: (target3, openOptions) => open(target3, openOptions, options)
  };
}
var driver = createQemuDriver();
async function open(target3, options, driverOptions) {
  options.signal?.throwIfAborted();
  const settings = completeSettings(options.host, {
    ...driverOptions,
    ...options.settings
  });
  return await Promise.resolve(connect(target3, options, {
    settings,
    prober: new QemuProber(options.host, settings)
  }));
}

// src/drivers/test/authenticate.ts
function authenticate(users, { user, text: text2 }) {
  if (users.length === 0) return;
  const known = users.find(({ name }) => name === user);
  if (known !== void 0 && known.password === void 0) return;
  const detail = "authentication failed, see test XML for the correct username/password";
  throw new VirtError("VIR_ERR_AUTH_FAILED", detail, {
    domain: "VIR_FROM_TEST",
    hint: `Open ${text2} as a user that its file names without a password`
  });
}

// src/drivers/test/default_node.ts
var KIB_PER_GIB = 1024 * 1024;
var DEFAULT_INFO = {
  model: "i686",
  memory: 3 * KIB_PER_GIB,
  cpus: 16,
  mhz: 1400,
  nodes: 2,
  sockets: 2,
  cores: 2,
  threads: 2
};
var CELLS = [
  {
    memory: 2 * KIB_PER_GIB,
    free: KIB_PER_GIB
  },
  {
    memory: 4 * KIB_PER_GIB,
    free: 2 * KIB_PER_GIB
  }
];
var DOMAIN2 = `<domain type='test'>
  <name>test</name>
  <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
  <memory unit='GiB'>8</memory>
  <currentMemory unit='GiB'>2</currentMemory>
  <vcpu>2</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/guest/diskimage1'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0' bus='1' slot='0' function='0'/>
    </disk>
    <interface type='network'>
      <mac address='aa:bb:cc:dd:ee:ff'/>
      <source network='default'/>
      <address type='pci' domain='0' bus='0' slot='1' function='0'/>
    </interface>
    <memballoon model='virtio'>
      <address type='pci' domain='0' bus='0' slot='2' function='0'/>
    </memballoon>
  </devices>
</domain>`;
var NETWORK = `<network>
  <name>default</name>
  <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
  <forward/>
  <bridge name='virbr0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>`;
var INTERFACE = `<interface type='ethernet' name='eth1'>
  <start mode='onboot'/>
  <mac address='aa:bb:cc:dd:ee:ff'/>
  <mtu size='1492'/>
  <protocol family='ipv4'>
    <ip address='192.168.0.5' prefix='24'/>
    <route gateway='192.168.0.1'/>
  </protocol>
</interface>`;
var POOL = `<pool type='dir'>
  <name>default-pool</name>
  <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
  <target><path>/default-pool</path></target>
</pool>`;
var COMPUTER = `<device>
  <name>computer</name>
  <capability type='system'>
    <hardware>
      <vendor>Libvirt</vendor>
      <version>Test driver</version>
      <serial>123456</serial>
      <uuid>11111111-2222-3333-4444-555555555555</uuid>
    </hardware>
    <firmware>
      <vendor>Libvirt</vendor>
      <version>Test Driver</version>
      <release_date>01/22/2007</release_date>
    </firmware>
  </capability>
</device>`;
var FABRIC = "2000000043214321";
var OTHER_FABRIC = "2000000087658765";
var DEFAULT_NODE = {
  info: DEFAULT_INFO,
  cells: CELLS,
  domains: [
    {
      xml: DOMAIN2,
      state: "running",
      transient: false,
      hasManagedSave: false,
      snapshots: []
    }
  ],
  networks: [
    NETWORK
  ],
  interfaces: [
    INTERFACE
  ],
  pools: [
    {
      xml: POOL,
      volumes: []
    }
  ],
  devices: [
    COMPUTER,
    fibreHost({
      number: 1,
      parent: "computer",
      wwn: "12341234",
      fabric: FABRIC,
      ports: 1
    }),
    fibreHost({
      number: 2,
      parent: "computer",
      wwn: "56785678",
      fabric: OTHER_FABRIC,
      ports: 0
    }),
    fibreHost({
      number: 11,
      parent: "scsi_host1",
      wwn: "34563456",
      fabric: FABRIC
    })
  ],
  secrets: [],
  networkFilters: [],
  users: [],
  script: {
    rules: []
  }
};
function fibreHost({ number: number2, parent, wwn, fabric, ports }) {
  const vports = ports === void 0 ? "" : `<capability type='vport_ops'><max_vports>127</max_vports><vports>${ports}</vports></capability>`;
  return `<device>
  <name>scsi_host${number2}</name>
  <parent>${parent}</parent>
  <capability type='scsi_host'>
    <host>${number2}</host>
    <unique_id>${number2 - 1}</unique_id>
    <capability type='fc_host'>
      <wwnn>20000000${wwn}</wwnn>
      <wwpn>10000000${wwn}</wwpn>
      <fabric_wwn>${fabric}</fabric_wwn>
    </capability>
    ${vports}
  </capability>
</device>`;
}

// src/drivers/test/emulators.ts
var EMULATOR = "/usr/bin/test-hv";
var ARCH = "i686";
var VERSION2 = "0.0.2";
function createEmulators(clock2) {
  let known = {
    path: EMULATOR,
    state: "unprobed",
    arch: ARCH
  };
  async function* probe({ force = false, emulators, signal } = {}) {
    await Promise.resolve();
    signal?.throwIfAborted();
    if (emulators !== void 0 && !emulators.includes(EMULATOR)) return;
    const fresh = known.state !== "ready";
    known = fresh || force ? probed(clock2, fresh ? "new" : "forced") : {
      ...known,
      cached: true
    };
    yield known;
  }
  return {
    list: () => Promise.resolve([
      known
    ]),
    probe
  };
}
function probed(clock2, reason) {
  return {
    path: EMULATOR,
    state: "ready",
    arch: ARCH,
    version: VERSION2,
    accelerators: [],
    machineCount: 0,
    cached: false,
    reason,
    durationMs: 0,
    probedAt: new Date(clock2.now()).toISOString(),
    partial: false,
    problems: []
  };
}

// src/drivers/test/capabilities.ts
var VIRT_TYPE = "test";
var MAX_VCPUS = 32;
var CPUS_PER_CELL = 8;
var KIB_PER_GIB2 = 1024 * 1024;
var SMALL_PAGES = [
  4,
  8
];
var LARGE_PAGES = [
  2048,
  KIB_PER_GIB2
];
var DEVICES3 = [
  "disk",
  "graphics",
  "video",
  "hostdev",
  "rng",
  "filesystem",
  "tpm",
  "redirdev",
  "channel"
];
var UNSUPPORTED = {
  supported: false,
  enums: []
};
function hostDocument(cells = DEFAULT_NODE.cells) {
  return {
    host: {
      cpu: {
        arch: ARCH,
        flags: [
          "pae",
          "nonpae"
        ],
        features: [],
        pages: [
          ...SMALL_PAGES,
          ...LARGE_PAGES
        ].map(kib)
      },
      powerManagement: [],
      iommu: false,
      topology: {
        cells: cells.map(numaCell)
      },
      securityModels: [
        {
          model: "testSecurity",
          doi: "",
          baseLabels: []
        }
      ]
    },
    guests: [
      guest("hvm"),
      guest("xen")
    ]
  };
}
function domainDocument(query) {
  requireOffered("emulator", query.emulator, EMULATOR);
  requireOffered("architecture", query.arch, ARCH);
  requireOffered("virtualisation type", query.virtType, VIRT_TYPE);
  if (query.machine !== void 0) {
    const detail = `the machine '${query.machine}' is not supported by emulator '${EMULATOR}'`;
    throw new VirtError("VIR_ERR_INVALID_ARG", detail, {
      domain: "VIR_FROM_TEST",
      hint: "Leave the machine out: this hypervisor has no machine types"
    });
  }
  return {
    path: EMULATOR,
    domain: VIRT_TYPE,
    arch: ARCH,
    vcpuMax: MAX_VCPUS,
    iothreads: false,
    os: {
      supported: true,
      enums: [],
      loader: {
        ...UNSUPPORTED,
        values: []
      }
    },
    cpu: {
      hostPassthrough: UNSUPPORTED,
      maximum: UNSUPPORTED
    },
    devices: DEVICES3.map((name) => ({
      name,
      ...UNSUPPORTED
    })),
    features: []
  };
}
function requireOffered(what, asked, offered) {
  if (asked === void 0 || asked === offered) return;
  throw new VirtError("VIR_ERR_INVALID_ARG", `the ${what} '${asked}' is not one this hypervisor has`, {
    domain: "VIR_FROM_TEST",
    hint: `Leave it out, or ask for '${offered}'`
  });
}
function numaCell({ memory: memory3 }, id) {
  const pageSize = SMALL_PAGES[id] ?? SMALL_PAGES[0];
  return {
    id,
    memory: kib(memory3),
    pages: [
      {
        size: kib(pageSize),
        count: memory3 / pageSize
      },
      ...LARGE_PAGES.map((size2) => ({
        size: kib(size2),
        count: 0
      }))
    ],
    distances: [],
    cpus: Array.from({
      length: CPUS_PER_CELL
    }, (_, core) => cellCpu(id, core))
  };
}
function cellCpu(cell2, core) {
  const id = cell2 * CPUS_PER_CELL + core;
  return {
    id,
    socketId: cell2,
    dieId: 0,
    coreId: core,
    siblings: String(id)
  };
}
function guest(osType2) {
  return {
    osType: osType2,
    arch: {
      name: ARCH,
      wordSize: 32,
      emulator: EMULATOR,
      machines: [],
      domains: [
        {
          type: VIRT_TYPE,
          machines: []
        }
      ]
    },
    features: [
      {
        name: "pae"
      },
      {
        name: "nonpae"
      }
    ]
  };
}
function kib(value) {
  return {
    value,
    unit: "KiB"
  };
}

// src/base/integer64.ts
var MAX_UINT64 = 0xffffffffffffffffn;
var MAX_INT64 = 0x7fffffffffffffffn;
var MIN_INT64 = -0x8000000000000000n;
function toInteger64(value) {
  const number2 = Number(value);
  return Number.isSafeInteger(number2) ? number2 : value;
}
function isUint64(value) {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return typeof value === "bigint" && value >= 0n && value <= MAX_UINT64;
}
function isInt64(value) {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value === "bigint" && value >= MIN_INT64 && value <= MAX_INT64;
}
function parseInteger64(text2) {
  return /^[+-]?\d{1,20}$/.test(text2) ? toInteger64(BigInt(text2)) : void 0;
}

// src/model/typed_parameter.ts
function fromRecord(table, record) {
  const parameters3 = [];
  for (const [field, value] of Object.entries(record)) {
    if (value === void 0) continue;
    const kind = kindOf(table, field);
    const type = kind === "strings" ? "string" : kind;
    for (const item of kind === "strings" && Array.isArray(value) ? value : [
      value
    ]) {
      if (!fits(type, item)) {
        throw new VirtError("VIR_ERR_INVALID_ARG", `Invalid value for field '${field}': expected ${EXPECTED[type]}`);
      }
      parameters3.push({
        field,
        type,
        value: item
      });
    }
  }
  return parameters3;
}
function parameterKind(table, field) {
  if (Object.hasOwn(table, field)) return table[field];
  const pattern2 = field.replace(/(?<=\.|pin)\d+(?=\.|$)/g, "<num>");
  return Object.hasOwn(table, pattern2) ? table[pattern2] : void 0;
}
function kindOf(table, field) {
  const kind = parameterKind(table, field);
  if (kind !== void 0) return kind;
  throw new VirtError("VIR_ERR_ARGUMENT_UNSUPPORTED", `parameter '${field}' not supported`);
}
var EXPECTED = {
  int: "int",
  uint: "unsigned int",
  llong: "long long",
  ullong: "unsigned long long",
  double: "double",
  boolean: "boolean",
  string: "string"
};
function fits(type, value) {
  switch (type) {
    case "int":
      return typeof value === "number" && (value | 0) === value;
    case "uint":
      return typeof value === "number" && value >>> 0 === value;
    case "llong":
      return isInt64(value);
    case "ullong":
      return isUint64(value);
    case "double":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
  }
}

// src/drivers/test/errors.ts
function failure(code, detail, options = {}) {
  return new VirtError(code, detail, {
    domain: "VIR_FROM_TEST",
    ...options
  });
}
function noDomain({ uuid: uuid2, name }) {
  return failure("VIR_ERR_NO_DOMAIN", `no domain with matching uuid '${uuid2}' (${name})`, {
    hint: "It was removed, or never was here: list the domains"
  });
}
function notRunning() {
  return failure("VIR_ERR_OPERATION_INVALID", "domain is not running", {
    domain: "VIR_FROM_DOMAIN",
    hint: "Start the domain first"
  });
}

// src/conf/shape/value.ts
function failValue(reader, { value, text: text2, attribute: attribute3, terms: terms4 }) {
  const place3 = attribute3 === void 0 ? `element '${reader.name}'` : `attribute '${attribute3}' in element '${reader.name}'`;
  const ends = typeof value.complaint === "function" ? value.complaint(text2) : value.complaint;
  const ending = ends === void 0 ? "" : ` ${ends}`;
  const isZero = value.zeroRefused === true && /^\s*\+?0+$/.test(text2);
  const complaint = isZero ? "Zero is not permitted" : `'${text2}'.${ending}`;
  const detail = terms4.detail?.replace("%s", text2) ?? `Invalid value for ${place3}: ${complaint}`;
  reader.fail(`"${text2}" is not ${value.expected}`, attribute3, {
    ...terms4,
    detail
  });
}
function parseValue2(reader, value, bad2) {
  return value.parse(bad2.text) ?? failValue(reader, {
    value,
    ...bad2
  });
}

// src/conf/shape/attribute.ts
function attribute2(name, value, options = {}) {
  const terms4 = valueTerms(options);
  return {
    optional: options.required !== true && options.default === void 0,
    read(reader, context) {
      const text2 = reader.attribute(name);
      if (options.only === "live" && !context.live) return void 0;
      if (text2 !== void 0 && options.drop?.includes(text2) !== true) {
        return parseValue2(reader, value, {
          text: text2,
          attribute: name,
          terms: terms4
        });
      }
      if (options.required !== true) return options.default;
      const detail = options.detail ?? `Missing required attribute '${name}' in element '${reader.name}'`;
      return reader.fail(`the attribute "${name}" is missing`, name, {
        ...terms4,
        detail,
        ...options.missing
      });
    },
    write(given7, out) {
      if (options.only !== void 0 && !out.context[options.only]) return;
      if (options.omitDefault === true && given7 === options.default) return;
      out.attribute(name, value.format(given7));
    },
    schema: () => value.schema
  };
}
function valueTerms({ code, domain: domain2, detail }) {
  return {
    ...code === void 0 ? {} : {
      code
    },
    ...domain2 === void 0 ? {} : {
      domain: domain2
    },
    ...detail === void 0 ? {} : {
      detail
    }
  };
}

// src/conf/shape/element_out.ts
var ElementOut = class {
  context;
  #attributes = {};
  #content = [];
  #text;
  constructor(context) {
    this.context = context;
  }
  /** Adds an attribute. */
  attribute(name, value) {
    this.#attributes[name] = value;
  }
  /** Adds an attribute ahead of those that are there already. */
  firstAttribute(name, value) {
    this.#attributes = {
      [name]: value,
      ...this.#attributes
    };
  }
  /** Sets the text. */
  text(text2) {
    this.#text = text2;
  }
  /** Adds children. */
  content(write) {
    this.#content.push(write);
  }
  /** Whether nothing was written. */
  get isEmpty() {
    return this.#text === void 0 && this.#content.length === 0 && Object.keys(this.#attributes).length === 0;
  }
  /** Writes the element. */
  flush(writer, name, empty = "close") {
    if (this.#text !== void 0) return writer.text(name, this.#text, this.#attributes);
    if (empty === "omit" && Object.keys(this.#attributes).length === 0) {
      return writer.unlessEmpty(name, {}, () => this.flushContent(writer));
    }
    if (empty === "block") return writer.block(name, this.#attributes, () => this.flushContent(writer));
    writer.element(name, this.#attributes, () => this.flushContent(writer));
  }
  /** Writes the children only. */
  flushContent(writer) {
    for (const write of this.#content) write(writer);
  }
};

// src/conf/shape/part.ts
function isPart(like) {
  return typeof like.read === "function";
}

// src/conf/shape/object.ts
function object(fields6) {
  const entries2 = Object.entries(fields6);
  return {
    optional: false,
    read(reader, context) {
      const read = {};
      for (const [name, part] of entries2) {
        const value = part.read(reader, context);
        if (value !== void 0) read[name] = value;
      }
      return read;
    },
    write(value, out) {
      for (const [name, part] of entries2) {
        const given7 = value[name];
        if (given7 !== void 0) part.write(given7, out);
      }
    },
    schema(definitions) {
      const properties = Object.fromEntries(entries2.map(([name, part]) => [
        name,
        part.schema(definitions)
      ]));
      const required2 = entries2.filter(([, part]) => !part.optional).map(([name]) => name);
      return {
        type: "object",
        properties,
        ...required2.length === 0 ? {} : {
          required: required2
        }
      };
    }
  };
}
function toPart(like) {
  return isPart(like) ? like : object(like);
}
function closed(schema) {
  const isObject = schema.type === "object" || schema.allOf !== void 0 || schema.anyOf !== void 0;
  return isObject ? {
    ...schema,
    unevaluatedProperties: false
  } : schema;
}

// src/conf/shape/child.ts
function child(name, content6, options = {}) {
  const part = toPart(content6);
  return {
    optional: options.required !== true && options.default === void 0,
    read(reader, context) {
      const found = only(reader, name, {
        context,
        once: options.once
      });
      if (found !== void 0 && part.isAbsent?.(found) !== true) {
        const value = part.read(found, context);
        const counts = (options.only !== "live" || context.live) && !(options.empty === "omit" && isNothing(value));
        if (counts) return value;
      }
      if (options.required !== true) return options.default;
      return reader.fail(`the element <${name}> is missing`, void 0, valueTerms(options));
    },
    write(value, out) {
      if (options.only !== void 0 && !out.context[options.only]) return;
      const inner = new ElementOut(out.context);
      part.write(value, inner);
      out.content((writer) => inner.flush(writer, name, options.empty));
    },
    schema: (definitions) => closed(part.schema(definitions))
  };
}
function children(name, content6, options = {}) {
  const part = toPart(content6);
  const { min = 0, max = Infinity } = options;
  return {
    optional: min === 0,
    read(reader, context) {
      const found = reader.children(name);
      if (found.length < min) reader.fail(`at least ${min} <${name}> must be given`, void 0, valueTerms(options));
      if (found.length > max) found[max]?.fail(`at most ${max} <${name}> may be given`, void 0, valueTerms(options));
      const values = found.map((each) => part.read(each, context));
      return values.length === 0 || options.only === "live" && !context.live ? void 0 : values;
    },
    write(values, out) {
      if (options.only !== void 0 && !out.context[options.only]) return;
      for (const value of values) {
        const inner = new ElementOut(out.context);
        part.write(value, inner);
        out.content((writer) => inner.flush(writer, name, options.empty));
      }
    },
    schema: (definitions) => ({
      type: "array",
      items: closed(part.schema(definitions)),
      ...min === 0 ? {} : {
        minItems: min
      }
    })
  };
}
function path(names, content6, options = {}) {
  const [name = "", ...rest] = names.split("/");
  const part = rest.length === 0 ? toPart(content6) : path(rest.join("/"), content6, options);
  return {
    optional: true,
    read(reader, context) {
      const found = only(reader, name, {
        context,
        once: options.once
      });
      return found === void 0 ? void 0 : part.read(found, context);
    },
    write(value, out) {
      const inner = new ElementOut(out.context);
      part.write(value, inner);
      out.content((writer) => inner.flush(writer, name, options.empty ?? "omit"));
    },
    schema: (definitions) => closed(part.schema(definitions))
  };
}
function isNothing(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
function only(reader, name, { context, once }) {
  const [first, second] = reader.children(name);
  if (second === void 0 || context.lenient && once === void 0) return first;
  return second.fail(`<${name}> may be given once only`, void 0, once ?? {});
}

// src/conf/shape/words.ts
var string = {
  parse: (text2) => text2,
  format: (text2) => text2,
  schema: TEXT,
  expected: "a text"
};
function pattern(expression, expected) {
  const whole = new RegExp(`^(?:${expression.source})$`, expression.flags);
  return {
    parse: (text2) => whole.test(text2) ? text2 : void 0,
    format: (text2) => text2,
    schema: {
      type: "string",
      pattern: whole.source
    },
    expected
  };
}
function oneOf2(...words3) {
  const known = new Set(words3);
  return {
    parse: (text2) => known.has(text2) ? text2 : void 0,
    format: (word) => word,
    schema: {
      type: "string",
      enum: words3
    },
    expected: `one of ${words3.join(", ")}`
  };
}
var yesNo2 = truth("yes", "no");
var onOff = truth("on", "off");
function truth(yes, no) {
  return {
    parse: (text2) => text2 === yes ? true : text2 === no ? false : void 0,
    format: (value) => value ? yes : no,
    schema: BOOLEAN,
    expected: `${yes} or ${no}`
  };
}

// src/conf/shape/choice.ts
function choice(name, cases, options = {}) {
  const parts3 = new Map(Object.entries(cases).map(([word, content6]) => [
    word,
    toPart(content6)
  ]));
  const value = oneOf2(...parts3.keys());
  const terms4 = valueTerms(options);
  return {
    optional: false,
    read(reader, context) {
      const word = reader.attribute(name) ?? options.default;
      if (word === void 0) {
        const detail = options.detail ?? `Missing required attribute '${name}' in element '${reader.name}'`;
        return reader.fail(`the attribute "${name}" is missing`, name, {
          ...terms4,
          detail,
          ...options.missing
        });
      }
      const part = parts3.get(word) ?? failValue(reader, {
        value,
        text: word,
        attribute: name,
        terms: terms4
      });
      return {
        [name]: word,
        ...part.read(reader, context)
      };
    },
    write(given7, out) {
      const word = given7[name] ?? "";
      if (options.omitDefault !== true || word !== options.default) {
        if (options.first === true) out.firstAttribute(name, word);
        else out.attribute(name, word);
      }
      parts3.get(word)?.write(given7, out);
    },
    schema: (definitions) => ({
      anyOf: [
        ...parts3
      ].map(([word, part]) => withProperty(part.schema(definitions), name, {
        const: word
      }))
    })
  };
}
function merge(...likes) {
  const parts3 = likes.map((like) => toPart(like));
  return {
    optional: false,
    read: (reader, context) => Object.assign({}, ...parts3.map((part) => part.read(reader, context))),
    write(value, out) {
      for (const part of parts3) part.write(value, out);
    },
    schema: (definitions) => ({
      allOf: parts3.map((part) => part.schema(definitions))
    })
  };
}
function withProperty(schema, name, property2) {
  if (schema.type !== "object") {
    return {
      allOf: [
        {
          type: "object",
          properties: {
            [name]: property2
          },
          required: [
            name
          ]
        },
        schema
      ]
    };
  }
  const properties = {
    [name]: property2,
    ...schema.properties
  };
  return {
    ...schema,
    properties,
    required: [
      name,
      ...schema.required ?? []
    ]
  };
}

// src/conf/shape/cpu_set.ts
var LARGEST = 16383;
var cpuSet = {
  parse(text2) {
    const members2 = parseCpuSet(text2);
    return members2 === void 0 ? void 0 : formatCpuSet(members2);
  },
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^(\\d+(-\\d+)?(,\\d+(-\\d+)?)*)?$"
  },
  expected: "a set of numbers like 0-3,^2"
};
function parseCpuSet(text2) {
  const members2 = /* @__PURE__ */ new Set();
  for (const item of text2.split(",")) {
    const match = /^\s*(\^?)(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(item);
    if (match === null) return void 0;
    const first = Number(match[2]);
    const last = Number(match[3] ?? first);
    const remove = match[1] === "^";
    if (last < first || last > LARGEST || remove && match[3] !== void 0) return void 0;
    for (let each = first; each <= last; each += 1) remove ? members2.delete(each) : members2.add(each);
  }
  return members2;
}
function formatCpuSet(members2) {
  const ranges = [];
  const sorted = [
    ...members2
  ].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] ?? 0;
    let last = first;
    while (sorted[++at] === last + 1) last += 1;
    ranges.push(first === last ? `${first}` : `${first}-${last}`);
  }
  return ranges.join(",");
}

// src/conf/shape/element.ts
function element2(name, content6, options = {}) {
  return {
    ...toPart(content6),
    name,
    empty: options.empty ?? "close",
    namespaces: options.namespaces ?? {}
  };
}
function parseShape(shape, text2, options = {}) {
  const context = {
    lenient: options.unknown === "ignore",
    live: options.live ?? true
  };
  return readDocument(text2, (reader) => shape.read(reader, context), {
    ...options,
    root: shape.name,
    namespaces: shape.namespaces
  });
}
function formatShape(shape, document, options = {}) {
  const out = new ElementOut({
    live: options.live ?? true,
    secure: options.secure ?? true
  });
  shape.write(document, out);
  const writer = new XmlWriter();
  out.flush(writer, shape.name, shape.empty);
  return writer.toString();
}

// src/conf/shape/flag.ts
function flag2(name) {
  return {
    optional: true,
    read: (reader) => reader.children(name).length > 0 ? true : void 0,
    write(given7, out) {
      if (given7) out.content((writer) => writer.element(name));
    },
    schema: () => BOOLEAN
  };
}

// src/conf/shape/identifiers.ts
var uuid = {
  parse(text2) {
    const trimmed = text2.trim();
    if (!/^(?:[- ]*[0-9a-fA-F]{2}){16}$/.test(trimmed)) return void 0;
    const digits = trimmed.replace(/[- ]/g, "").toLowerCase();
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  },
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
  },
  expected: "a UUID",
  complaint: "Expected UUID"
};
var mac = {
  parse(text2) {
    if (!/^(?:[0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}$/.test(text2)) return void 0;
    return text2.split(":").map((pair) => pair.padStart(2, "0").toLowerCase()).join(":");
  },
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$"
  },
  expected: "a MAC address"
};

// src/conf/shape/lazy.ts
function lazy(name, get) {
  const part = () => toPart(get());
  return {
    optional: false,
    read: (reader, context) => part().read(reader, context),
    write: (value, out) => part().write(value, out),
    schema(definitions) {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, part().schema(definitions));
      }
      return {
        $ref: `#/$defs/${name}`
      };
    }
  };
}

// src/conf/shape/namespace.ts
function namespace(prefix, uri, fields6) {
  const part = object(fields6);
  return {
    optional: true,
    read(reader, context) {
      const value = part.read(reader, context);
      return Object.keys(value).length === 0 ? void 0 : value;
    },
    write(value, out) {
      out.attribute(`xmlns:${prefix}`, uri);
      part.write(value, out);
    },
    schema: (definitions) => ({
      ...part.schema(definitions),
      unevaluatedProperties: false
    })
  };
}

// src/conf/shape/refine.ts
function refine(like, check) {
  const part = toPart(like);
  return {
    ...part,
    read(reader, context) {
      const value = part.read(reader, context);
      if (value !== void 0) check(value, failFor(reader), context);
      return value;
    }
  };
}
function mapped(like, mapping) {
  const part = toPart(like);
  return {
    ...part,
    read: (reader, context) => mapping.parse(part.read(reader, context), failFor(reader)),
    write(value, out) {
      const given7 = mapping.format(value);
      if (given7 !== void 0) part.write(given7, out);
    },
    schema: mapping.schema ?? part.schema
  };
}
function failFor(reader) {
  return (problem, { attribute: attribute3, ...terms4 } = {}) => reader.fail(problem, attribute3, terms4);
}

// src/conf/shape/non_zero.ts
function nonZero(part) {
  const unlessZero = (value) => value === 0 ? void 0 : value;
  return {
    ...mapped(part, {
      parse: unlessZero,
      format: (value) => unlessZero(value)
    }),
    optional: true
  };
}

// src/conf/shape/numbers.ts
function uint32({ min = 0, max = 4294967295 } = {}) {
  const value = integer({
    min,
    max
  }, "Expected non-negative integer value");
  return min === 1 ? {
    ...value,
    zeroRefused: true
  } : value;
}
function int32({ min = -2147483648, max = 2147483647 } = {}) {
  return integer({
    min,
    max
  }, (text2) => min === 0 ? complainOfSign(text2) : "Expected integer value");
}
function complainOfSign(text2) {
  return /^\s*-\d+$/.test(text2) ? "Expected non-negative value" : "Expected integer value";
}
function integer(range3, complaint) {
  return {
    parse(text2) {
      const number2 = /^\s*[+-]?\d{1,20}$/.test(text2) ? Number(text2) : NaN;
      return number2 >= range3.min && number2 <= range3.max ? number2 : void 0;
    },
    format: String,
    schema: {
      type: "integer",
      minimum: range3.min,
      maximum: range3.max
    },
    expected: `a whole number from ${range3.min} to ${range3.max}`,
    complaint
  };
}
var uint64 = large(0n, 2n ** 64n - 1n, "Expected non-negative integer value");
var int64 = large(-(2n ** 63n), 2n ** 63n - 1n, "Expected long long integer value");
function large(min, max, complaint) {
  return {
    parse(text2) {
      if (!/^\s*[+-]?\d{1,20}$/.test(text2)) return void 0;
      const number2 = BigInt(text2.trim().replace("+", ""));
      return number2 >= min && number2 <= max ? toInteger64(number2) : void 0;
    },
    format: String,
    schema: INTEGER,
    expected: `a whole number from ${min} to ${max}`,
    complaint
  };
}
function hex2({ min = 0, max = 4294967295, width = 1, upperCase = false } = {}) {
  return {
    ...cNumber({
      min,
      max
    }),
    format(number2) {
      const digits = number2.toString(16).padStart(width, "0");
      return `0x${upperCase ? digits.toUpperCase() : digits}`;
    }
  };
}
function cNumber({ min = 0, max = 4294967295 } = {}) {
  return {
    parse(text2) {
      const number2 = parseCNumber(text2.trim());
      return number2 >= min && number2 <= max ? number2 : void 0;
    },
    format: String,
    schema: {
      type: "integer",
      minimum: min,
      maximum: max
    },
    expected: `a whole number from ${min} to ${max}, like 0x1f or 31`,
    complaint: "Expected non-negative integer value"
  };
}
function base16({ width = 1 } = {}) {
  return {
    parse(text2) {
      const digits = /^\s*\+?(?:0[xX])?([0-9a-fA-F]{1,16})$/.exec(text2)?.[1];
      return digits === void 0 ? void 0 : toInteger64(BigInt(`0x${digits}`));
    },
    format: (number2) => `0x${BigInt(number2).toString(16).padStart(width, "0")}`,
    schema: INTEGER,
    expected: "a hexadecimal number like 0x3f8",
    complaint: "Expected non-negative integer value"
  };
}
function parseCNumber(text2) {
  if (/^0[xX][0-9a-fA-F]{1,13}$/.test(text2)) return Number.parseInt(text2, 16);
  if (/^0[0-7]{1,15}$/.test(text2)) return Number.parseInt(text2, 8);
  return /^[+-]?\d{1,15}$/.test(text2) ? Number(text2) : NaN;
}

// src/conf/shape/size.ts
function size(options = {}) {
  const { unit = "KiB", attribute: attribute3, unitAttribute = "unit" } = options;
  const terms4 = {
    ...valueTerms(options),
    ...attribute3 === void 0 ? {} : {
      attribute: attribute3
    }
  };
  return {
    optional: options.optional === true,
    read(reader) {
      const text2 = attribute3 === void 0 ? reader.text().trim() : reader.attribute(attribute3);
      const scale = scaleOf(reader, unitAttribute, options.assumed ?? (unit === "KiB" ? unit : "bytes"));
      if (text2 === void 0 || text2 === "") {
        if (options.optional === true) return void 0;
        return reader.fail("the size is missing", attribute3, valueTerms(options));
      }
      const number2 = BigInt(parseValue2(reader, uint64, {
        text: text2,
        terms: terms4,
        ...terms4
      }));
      const bytes2 = number2 * scale;
      if (bytes2 >= 2n ** 64n) {
        const detail = `value too large: ${number2}${reader.attribute(unitAttribute) ?? ""}`;
        return reader.fail(`${number2} of that unit are too many`, void 0, {
          code: "VIR_ERR_OVERFLOW",
          detail
        });
      }
      return toInteger64(unit === "KiB" ? (bytes2 + 1023n) / 1024n : bytes2);
    },
    write(value, out) {
      const written4 = unit === "largest" ? largestUnit(BigInt(value)) : {
        number: value,
        unit
      };
      if (attribute3 === void 0) out.text(String(written4.number));
      else out.attribute(attribute3, String(written4.number));
      out.attribute(unitAttribute, written4.unit);
    },
    schema: () => INTEGER,
    isAbsent: (reader) => attribute3 === void 0 && reader.text() === ""
  };
}
function unitScale(unit) {
  if (/^(b|bytes?)$/i.test(unit)) return 1n;
  const match = /^([kmgtpe])(|b|ib)$/i.exec(unit);
  if (match === null) return void 0;
  const base2 = match[2]?.toLowerCase() === "b" ? 1000n : 1024n;
  return base2 ** BigInt(" kmgtpe".indexOf((match[1] ?? "").toLowerCase()));
}
function largestUnit(bytes2) {
  const units = [
    "B",
    "KiB",
    "MiB",
    "GiB",
    "TiB",
    "PiB"
  ];
  let at = 0;
  let number2 = bytes2;
  for (; number2 !== 0n && number2 % 1024n === 0n && at < units.length - 1; at += 1) number2 /= 1024n;
  return {
    number: number2,
    unit: units[at] ?? "B"
  };
}
function scaleOf(reader, attribute3, assumed) {
  const given7 = reader.attribute(attribute3) ?? "";
  const scale = unitScale(given7 === "" ? assumed : given7);
  if (scale !== void 0) return scale;
  const terms4 = {
    code: "VIR_ERR_INVALID_ARG",
    detail: `unknown suffix '${given7}'`
  };
  return reader.fail(`"${given7}" is no unit of size: write KiB, MiB, GiB, KB, bytes, \u2026`, attribute3, terms4);
}

// src/conf/shape/text_of.ts
function textOf3(value, options = {}) {
  const terms4 = valueTerms(options);
  return {
    optional: false,
    read(reader) {
      const text2 = reader.text();
      return value.parse(text2) ?? parseValue2(reader, value, {
        text: text2.trim(),
        terms: terms4
      });
    },
    write(given7, out) {
      out.text(value.format(given7));
    },
    schema: () => value.schema,
    isAbsent: (reader) => options.emptyIsAbsent !== false && reader.text() === ""
  };
}
function textIfAny(value, options = {}) {
  const part = textOf3(value, options);
  return {
    ...part,
    optional: true,
    read: (reader, context) => reader.text().trim() === "" ? void 0 : part.read(reader, context),
    isAbsent: () => false
  };
}

// src/conf/xml/dump_element.ts
function dumpElement(element3, { indent = "", namespace: namespace2 } = {}) {
  const outside = {};
  for (const prefix of namespace2 === void 0 ? [] : freePrefixes(element3, /* @__PURE__ */ new Set())) {
    const uri = namespace2?.(prefix);
    if (uri !== void 0) outside[prefix === "" ? "xmlns" : `xmlns:${prefix}`] = uri;
  }
  return dump({
    ...element3,
    attributes: {
      ...outside,
      ...element3.attributes
    }
  }, indent);
}
function dump(element3, indent) {
  const name = element3.name.raw;
  const head2 = `<${name}${dumpAttributes(element3.attributes)}`;
  const children2 = withoutBlanks(element3.children);
  if (children2.length === 0) return `${head2}/>`;
  const inner = indent === void 0 || children2.some(isTextual) ? void 0 : `${indent}  `;
  const body = children2.map((node) => isElement(node) ? dump(node, inner) : dumpText(node));
  if (inner === void 0) return `${head2}>${body.join("")}</${name}>`;
  return `${head2}>${body.map((line) => `
${inner}${line}`).join("")}
${indent}</${name}>`;
}
function dumpAttributes(attributes2) {
  const names = Object.keys(attributes2);
  const isNamespace = (name) => name === "xmlns" || name.startsWith("xmlns:");
  const ordered = [
    ...names.filter(isNamespace),
    ...names.filter((name) => !isNamespace(name))
  ];
  return ordered.map((name) => ` ${name}="${escape(attributes2[name] ?? "", true)}"`).join("");
}
function dumpText(node) {
  if (node.type === "comment") return `<!--${node.text}-->`;
  return node.type === "cdata" ? `<![CDATA[${node.text}]]>` : escape(node.text, false);
}
function withoutBlanks(children2) {
  const isBlank = (node) => node.type === "text" && /^[ \t\n\r]*$/.test(node.text);
  if (children2.every((node) => node.type === "text")) return children2;
  return children2.some((node) => isTextual(node) && !isBlank(node)) ? children2 : children2.filter((node) => !isBlank(node));
}
function isTextual(node) {
  return node.type === "text" || node.type === "cdata";
}
var ESCAPES2 = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "	": "&#9;",
  "\r": "&#13;"
};
function escape(text2, isAttribute) {
  return text2.replace(isAttribute ? /[&<>"\n\t\r]/g : /[&<>\r]/g, (found) => ESCAPES2[found] ?? found);
}
function freePrefixes(element3, declared) {
  const known = new Set(declared);
  const used = [
    element3.name.prefix ?? ""
  ];
  for (const name of Object.keys(element3.attributes)) {
    if (name === "xmlns") known.add("");
    else if (name.startsWith("xmlns:")) known.add(name.slice("xmlns:".length));
    else if (name.includes(":")) used.push(name.slice(0, name.indexOf(":")));
  }
  const free = new Set(used.filter((prefix) => prefix !== "xml" && !known.has(prefix)));
  for (const child2 of element3.children) {
    if (isElement(child2)) {
      for (const prefix of freePrefixes(child2, known)) free.add(prefix);
    }
  }
  return free;
}

// src/conf/shape/verbatim.ts
function verbatim(name) {
  const all = verbatims(name);
  return {
    optional: true,
    read: (reader, context) => all.read(reader, context)?.[0],
    write: (text2, out) => all.write([
      text2
    ], out),
    schema: () => TEXT
  };
}
function verbatims(name) {
  return {
    optional: true,
    read(reader) {
      const texts = reader.children(name).map((found) => {
        found.ignoreRest();
        return dumpElement(found.element, {
          namespace: (prefix) => reader.namespace(prefix)
        });
      });
      return texts.length === 0 ? void 0 : texts;
    },
    write(texts, out) {
      for (const text2 of texts) {
        const { root } = parse(text2);
        out.content((writer) => writer.raw((indent) => dumpElement(root, {
          indent
        })));
      }
    },
    schema: () => ({
      type: "array",
      items: TEXT
    })
  };
}

// src/conf/parts/pci_address.ts
var pciAddress = refine({
  domain: attribute2("domain", hex2({
    width: 4
  }), {
    default: 0
  }),
  bus: attribute2("bus", hex2({
    width: 2
  }), {
    default: 0
  }),
  slot: attribute2("slot", hex2({
    width: 2
  }), {
    default: 0
  }),
  function: attribute2("function", hex2(), {
    default: 0
  })
}, checkPciAddress);
function checkPciAddress(address5, fail) {
  const { domain: domain2 = 0, bus = 0, slot = 0, function: number2 = 0 } = address5;
  if (domain2 === 0 && bus === 0 && slot === 0) return;
  const refuse6 = (attribute3, limit3, assignment) => {
    const detail = `Invalid PCI address ${assignment}, must be <= ${limit3}`;
    return fail(`the largest ${attribute3} of a PCI address is ${limit3}`, {
      domain: "VIR_FROM_NONE",
      attribute: attribute3,
      detail
    });
  };
  if (bus > 255) refuse6("bus", "0xFF", `bus='0x${bus.toString(16)}'`);
  if (slot > 31) refuse6("slot", "0x1F", `slot='0x${slot.toString(16)}'`);
  if (number2 > 7) refuse6("function", "7", `function=0x${number2.toString(16)}`);
}

// src/conf/parts/secret_reference.ts
function secretReference(type) {
  return refine({
    type,
    uuid: attribute2("uuid", uuid, {
      domain: "VIR_FROM_NONE",
      detail: "invalid secret uuid '%s'"
    }),
    usage: attribute2("usage", string)
  }, checkReference);
}
function checkReference(value, fail) {
  if (value.uuid === void 0 && value.usage === void 0) {
    const detail = "missing secret uuid or usage attribute";
    fail("a secret is named by uuid or usage", {
      domain: "VIR_FROM_NONE",
      detail
    });
  }
  if (value.uuid === void 0 || value.usage === void 0) return;
  fail("uuid or usage, not both", {
    domain: "VIR_FROM_NONE",
    detail: "either secret uuid or usage expected"
  });
}

// src/conf/parts/storage_auth.ts
var storageAuth = object({
  type: attribute2("type", oneOf2("none", "chap", "ceph"), {
    drop: [
      "none"
    ],
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_STORAGE",
    detail: "unknown auth type '%s'"
  }),
  username: attribute2("username", string, {
    required: true,
    domain: "VIR_FROM_STORAGE",
    detail: "missing username for auth"
  }),
  secret: child("secret", secretReference(attribute2("type", string)), {
    required: true,
    domain: "VIR_FROM_STORAGE",
    detail: "Missing <secret> element in auth"
  })
});

// src/conf/parts/storage_encryption.ts
var secretType = attribute2("type", oneOf2("passphrase"), {
  required: true,
  missing: terms("unknown volume encryption secret type"),
  ...terms("unknown volume encryption secret type %s", "VIR_ERR_CONFIG_UNSUPPORTED")
});
var given = refine({
  format: attribute2("format", oneOf2("default", "qcow", "luks", "luks2"), {
    required: true,
    missing: terms("unknown volume encryption format"),
    ...terms("unknown volume encryption format type %s", "VIR_ERR_CONFIG_UNSUPPORTED")
  }),
  engine: attribute2("engine", oneOf2("qemu", "librbd")),
  secrets: children("secret", secretReference(secretType)),
  cipher: child("cipher", {
    name: attribute2("name", string, {
      required: true,
      ...terms("cipher info missing 'name' attribute")
    }),
    size: attribute2("size", uint32(), {
      required: true
    }),
    mode: attribute2("mode", string),
    hash: attribute2("hash", string)
  }),
  ivGenerator: child("ivgen", {
    name: attribute2("name", string, {
      required: true,
      ...terms("missing ivgen info name string")
    }),
    hash: attribute2("hash", string)
  })
}, ({ format: format2, cipher: cipher2, ivGenerator }, fail) => {
  if (format2 !== "luks" || ivGenerator === void 0 || cipher2 !== void 0) return;
  fail("an ivgen needs a cipher", terms("ivgen element found, but cipher is missing"));
});
var storageEncryption = mapped(given, {
  parse: ({ cipher: cipher2, ivGenerator, ...rest }) => ({
    ...rest,
    ...rest.format !== "luks" || cipher2 === void 0 ? {} : {
      cipher: cipher2
    },
    ...rest.format !== "luks" || ivGenerator === void 0 ? {} : {
      ivGenerator
    }
  }),
  format: (value) => value
});
function terms(detail, code = "VIR_ERR_XML_ERROR") {
  return {
    code,
    domain: "VIR_FROM_STORAGE",
    detail
  };
}

// src/conf/domain/terms.ts
function wrong(detail, code = "VIR_ERR_XML_ERROR") {
  return {
    code,
    domain: "VIR_FROM_DOMAIN",
    detail
  };
}
function unsupported(detail) {
  return wrong(detail, "VIR_ERR_CONFIG_UNSUPPORTED");
}
function internal(detail) {
  return wrong(detail, "VIR_ERR_INTERNAL_ERROR");
}
function required(detail, code) {
  return {
    required: true,
    ...wrong(detail, code)
  };
}

// src/conf/domain/devices/device_label.ts
var MAX_LABEL = 4096;
var label = refine({
  model: attribute2("model", string),
  labelSkip: attribute2("labelskip", yesNo2, {
    only: "live"
  }),
  relabel: attribute2("relabel", yesNo2),
  label: child("label", textOf3(string))
}, ({ model: model3, relabel, label: label3 }, fail) => {
  if (label3 === void 0 || label3.length >= MAX_LABEL || relabel !== false) return;
  const detail = `Cannot specify a label if relabelling is turned off. model=${model3 ?? "<null>"}`;
  fail("a label needs relabelling", wrong(detail));
});
var canonical = {
  ...label,
  read(reader, context) {
    const { labelSkip, relabel, label: text2, ...rest } = label.read(reader, context);
    const kept = text2 === void 0 || text2.length >= MAX_LABEL ? {} : {
      label: text2
    };
    return {
      ...rest,
      ...labelSkip === true ? {
        labelSkip
      } : {
        relabel: relabel ?? true
      },
      ...kept
    };
  }
};
var list = children("seclabel", canonical);
var deviceLabels = {
  ...list,
  read(reader, context) {
    const models = reader.children("seclabel").map((each) => each.attribute("model"));
    const again = models.findIndex((model3, index2) => model3 !== void 0 && models.indexOf(model3) < index2);
    if (again >= 0) {
      const detail = `seclabel for model ${models[again]} is already provided`;
      reader.fail("one label for each model", void 0, wrong(detail, "VIR_ERR_XML_DETAIL"));
    }
    return list.read(reader, context);
  },
  write(labels, out) {
    const said2 = out.context.live ? labels : labels.filter((each) => each.label !== void 0 || each.relabel === false);
    if (said2.length > 0) list.write(said2, out);
  }
};

// src/conf/domain/devices/reconnect.ts
var given2 = child("reconnect", refine({
  enabled: attribute2("enabled", yesNo2),
  timeout: attribute2("timeout", uint32())
}, (value, fail) => {
  if (value.enabled !== true || value.timeout !== void 0) return;
  const detail = "Missing required attribute 'timeout' in element 'reconnect'";
  fail("a timeout in seconds must be given", {
    attribute: "timeout",
    detail
  });
}), {
  empty: "omit"
});
var reconnect = mapped(given2, {
  parse: (value) => value?.enabled === void 0 ? void 0 : value.enabled ? value : {
    enabled: false
  },
  format: (value) => value
});

// src/conf/domain/devices/disk/cookie.ts
var NOT_IN_VALUES = /[\x01-\x20",;\\]/;
var NOT_IN_NAMES = /[()<>@:/[\]?={}]/;
function checkCookie(cookie, fail) {
  const refuse6 = (detail) => fail(detail, {
    domain: "VIR_FROM_STORAGE",
    detail
  });
  const { name, value } = cookie;
  if (name === "") refuse6("cookie name must not be empty");
  if (NOT_IN_VALUES.test(name) || NOT_IN_NAMES.test(name)) refuse6(`cookie name '${name}' contains invalid characters`);
  if (value === "") refuse6(`missing value for cookie '${name}'`);
  const isQuoted = value.startsWith('"');
  const inner = isQuoted ? value.slice(1, -1) : value;
  if (isQuoted && !value.endsWith('"') || NOT_IN_VALUES.test(inner)) {
    refuse6(`value of cookie '${name}' contains invalid characters`);
  }
}

// src/conf/domain/devices/disk/network_source.ts
var DEFAULT_PORTS = {
  nbd: 10809,
  rbd: 0,
  sheepdog: 7e3,
  gluster: 24007,
  iscsi: 3260,
  http: 80,
  https: 443,
  ftp: 21,
  ftps: 990,
  tftp: 69,
  ssh: 22,
  vxhs: 9999,
  nfs: 0
};
var PROTOCOLS_WITH = {
  query: [
    "http",
    "https"
  ],
  identity: [
    "nfs"
  ],
  verifySsl: [
    "https",
    "ftps"
  ],
  cookies: [
    "http",
    "https"
  ],
  readahead: [
    "http",
    "https",
    "ftp",
    "ftps"
  ],
  timeout: [
    "http",
    "https",
    "ftp",
    "ftps"
  ]
};
var protocols = Object.keys(DEFAULT_PORTS);
var storageHost = refine({
  name: attribute2("name", string),
  port: nonZero(attribute2("port", uint32({
    max: 65535
  }), {
    code: "VIR_ERR_INVALID_ARG",
    domain: "VIR_FROM_NONE",
    detail: "failed to parse port number '%s'"
  })),
  transport: attribute2("transport", oneOf2("tcp", "unix", "rdma"), {
    drop: [
      "tcp"
    ],
    ...unsupported("unknown protocol transport type '%s'")
  }),
  socket: attribute2("socket", string)
}, ({ transport = "tcp", socket: socket2, name }, fail) => {
  if (transport === "unix") {
    if (socket2 === void 0) fail("a socket must be given", wrong("missing socket for unix transport"));
    return;
  }
  if (socket2 !== void 0) {
    fail("a socket is for unix only", wrong(`transport '${transport}' does not support socket attribute`));
  }
  if (name === void 0) fail("the host's name is missing", {
    attribute: "name",
    ...wrong("missing name for host")
  });
});
var initiator = path("initiator/iqn", attribute2("name", string));
var notTimes = wrong("invalid readahead size or timeout");
var fields = {
  protocol: attribute2("protocol", oneOf2(...protocols), {
    required: true
  }),
  name: attribute2("name", string),
  query: attribute2("query", string),
  tls: attribute2("tls", yesNo2),
  tlsHostname: attribute2("tlsHostname", string),
  hosts: children("host", storageHost),
  identity: child("identity", {
    user: attribute2("user", string),
    group: attribute2("group", string)
  }, {
    empty: "omit"
  }),
  snapshot: path("snapshot", attribute2("name", string)),
  config: path("config", attribute2("file", string)),
  initiator,
  verifySsl: path("ssl", attribute2("verify", yesNo2)),
  cookies: path("cookies", children("cookie", refine({
    name: attribute2("name", string, {
      required: true,
      ...wrong("missing cookie name")
    }),
    value: textOf3(string)
  }, checkCookie), {
    only: "secure"
  })),
  readahead: path("readahead", nonZero(attribute2("size", uint64, notTimes))),
  timeout: path("timeout", nonZero(attribute2("seconds", uint64, notTimes)))
};
function checkName({ protocol, name }, fail) {
  if (name === void 0) {
    if (protocol !== "nbd") {
      fail("the name is missing", {
        attribute: "name",
        ...wrong("missing name for disk source")
      });
    }
    return;
  }
  if (protocol !== "gluster" && protocol !== "rbd" || name.indexOf("/") > 0) return;
  fail("the name is a pool and an image with a slash between", {
    attribute: "name",
    ...wrong(`can't split path '${name}' into pool name and image name`)
  });
}
var networkSource = mapped(refine(fields, checkName), {
  parse(value) {
    const known = Object.entries(value).filter(([name]) => {
      const some = PROTOCOLS_WITH[name];
      return some === void 0 || some.includes(value.protocol);
    });
    const { hosts, ...rest } = Object.fromEntries(known);
    return {
      ...rest,
      ...hosts === void 0 ? {} : {
        hosts: hosts.map((host2) => withPort(host2, value.protocol))
      }
    };
  },
  format: (value) => value
});
function withPort(host2, protocol) {
  const port4 = DEFAULT_PORTS[protocol];
  if (host2.transport !== void 0 || host2.port !== void 0 || port4 === 0) return host2;
  return {
    ...host2,
    port: port4
  };
}

// src/conf/domain/devices/disk/reservations.ts
var reservations = child("reservations", refine({
  managed: attribute2("managed", yesNo2, {
    required: true
  }),
  source: child("source", {
    type: attribute2("type", oneOf2("unix"), {
      required: true,
      missing: said("missing connection type for <reservations/>"),
      ...said("unsupported connection type for <reservations/>: %s")
    }),
    path: attribute2("path", string, {
      required: true,
      ...said("missing path for <reservations/>")
    }),
    mode: attribute2("mode", oneOf2("client"), {
      required: true,
      missing: said("missing connection mode for <reservations/>"),
      ...said("unsupported connection mode for <reservations/>: %s")
    })
  })
}, ({ managed: managed2, source: source3 }, fail) => {
  if (managed2 || source3 !== void 0) return;
  fail("an unmanaged helper has a source", said("missing connection type for <reservations/>"));
}));
function said(detail) {
  return {
    domain: "VIR_FROM_STORAGE",
    detail
  };
}

// src/conf/domain/devices/disk/source.ts
function sliceNumber(name) {
  return attribute2(name, uint64, {
    required: true,
    missing: wrong("missing offset or size attribute of slice"),
    ...wrong(`malformed value '%s' of '${name}' attribute of slice`)
  });
}
var slice = path("slices/slice", {
  type: attribute2("type", oneOf2("storage"), {
    required: true
  }),
  offset: sliceNumber("offset"),
  size: sliceNumber("size")
});
var attributes = {
  startupPolicy: attribute2("startupPolicy", oneOf2("mandatory", "requisite", "optional")),
  index: attribute2("index", uint32(), {
    only: "live",
    ...wrong("invalid disk index '%s'")
  })
};
var encryption = child("encryption", storageEncryption, {
  empty: "block"
});
var common = {
  slice,
  labels: deviceLabels,
  auth: child("auth", storageAuth),
  encryption,
  reservations,
  ...attributes
};
function place(name) {
  return attribute2(name, string, {
    drop: [
      ""
    ]
  });
}
var volumeFields = {
  pool: attribute2("pool", string),
  volume: attribute2("volume", string),
  mode: attribute2("mode", oneOf2("host", "direct"), unsupported("unknown source mode '%s' for volume type disk")),
  slice,
  labels: deviceLabels,
  encryption,
  reservations,
  ...attributes
};
var volume = refine(volumeFields, ({ pool: pool2, volume: volume2 }, fail) => {
  if (pool2 === void 0 === (volume2 === void 0)) return;
  const detail = "'pool' and 'volume' must be specified together for 'pool' type source";
  fail("pool and volume come together", wrong(detail));
});
var nvmeFields = {
  managed: attribute2("managed", yesNo2),
  namespace: attribute2("namespace", uint64, {
    required: true,
    missing: wrong("missing 'namespace' attribute to disk source"),
    ...wrong("malformed namespace '%s'")
  }),
  address: child("address", pciAddress, required("NVMe disk source is missing address")),
  ...common
};
var nvme = choice("type", {
  pci: nvmeFields
}, {
  ...wrong("unsupported source type '%s'"),
  missing: wrong("missing 'type' attribute to disk source")
});
var vhostUserFields = {
  path: attribute2("path", string, required("missing 'path' attribute for vhostuser disk source")),
  reconnect,
  ...common
};
var vhostUser = choice("type", {
  unix: vhostUserFields
}, {
  ...wrong("invalid 'type' attribute for vhostuser disk source"),
  missing: wrong("missing 'type' attribute for vhostuser disk source")
});
var fileFields = {
  file: place("file"),
  fdGroup: attribute2("fdgroup", string),
  ...common
};
var blockFields = {
  dev: place("dev"),
  ...common
};
var folderFields = {
  dir: place("dir"),
  ...common
};
var { labels: _labels, startupPolicy: _startupPolicy, ...commonOfNetwork } = common;
var remote = merge(networkSource, commonOfNetwork);
function storage(options = {}) {
  const empty = {
    empty: "omit"
  };
  return choice("type", {
    file: {
      source: child("source", fileFields, empty)
    },
    block: {
      source: child("source", blockFields, empty)
    },
    dir: {
      source: child("source", folderFields, empty)
    },
    network: {
      source: child("source", remote, empty)
    },
    volume: {
      source: child("source", volume, empty)
    },
    nvme: {
      source: child("source", nvme, empty)
    },
    vhostuser: {
      source: child("source", vhostUser, empty)
    }
  }, {
    first: true,
    ...options
  });
}

// src/conf/domain/nvram.ts
var template = {
  template: attribute2("template", string)
};
var asFile = object({
  ...template,
  path: textIfAny(string)
});
var asStorage = merge(template, storage({
  first: false
}));
var nvram = {
  optional: false,
  read: (reader, context) => (reader.attribute("type") === void 0 ? asFile : asStorage).read(reader, context),
  write(value, out) {
    if ("type" in value) asStorage.write(value, out);
    else asFile.write(value, out);
  },
  schema: (definitions) => ({
    anyOf: [
      asFile.schema(definitions),
      asStorage.schema(definitions)
    ]
  })
};

// src/conf/domain/os.ts
var machine = pattern(/[a-zA-Z0-9_.-]+/, "a machine's name: letters, digits, dots and dashes");
var osType = {
  arch: attribute2("arch", string),
  machine: attribute2("machine", machine),
  type: textOf3(oneOf2("hvm", "xen", "xenpvh", "linux", "exe", "uml"), {
    emptyIsAbsent: false,
    ...unsupported("unknown OS type '%s'")
  })
};
var bootMenu = mapped({
  enable: attribute2("enable", yesNo2),
  timeout: attribute2("timeout", uint32())
}, {
  // A menu that is not shown waits for nobody.
  parse: ({ enable, timeout }) => ({
    ...enable === void 0 ? {} : {
      enable
    },
    ...enable === true && timeout !== void 0 ? {
      timeout
    } : {}
  }),
  format: (value) => value
});
var bootloader = {
  bootloader: child("bootloader", textOf3(string)),
  bootloaderArgs: child("bootloader_args", textOf3(string))
};
var NO_OS = {
  type: {
    type: "xen"
  }
};
var os = child("os", {
  firmware: attribute2("firmware", oneOf2("bios", "efi"), wrong("unknown firmware value %s")),
  type: child("type", osType, {
    required: true,
    ...wrong("an os <type> must be specified")
  }),
  firmwareFeatures: path("firmware", children("feature", {
    enabled: attribute2("enabled", yesNo2, {
      required: true
    }),
    name: attribute2("name", oneOf2("enrolled-keys", "secure-boot"), {
      required: true
    })
  })),
  init: child("init", textOf3(string)),
  initArgs: children("initarg", textOf3(string)),
  initEnv: children("initenv", {
    name: attribute2("name", string, {
      required: true
    }),
    value: textOf3(string)
  }),
  initDir: child("initdir", textOf3(string)),
  initUser: child("inituser", textOf3(string)),
  initGroup: child("initgroup", textOf3(string)),
  loader: child("loader", {
    readonly: attribute2("readonly", yesNo2),
    secure: attribute2("secure", yesNo2),
    type: attribute2("type", oneOf2("rom", "pflash")),
    stateless: attribute2("stateless", yesNo2),
    path: textIfAny(string)
  }, {
    empty: "omit"
  }),
  nvram: child("nvram", nvram, {
    empty: "omit"
  }),
  kernel: child("kernel", textOf3(string)),
  initrd: child("initrd", textOf3(string)),
  cmdline: child("cmdline", textOf3(string)),
  dtb: child("dtb", textOf3(string)),
  root: child("root", textOf3(string)),
  acpiTables: path("acpi", children("table", {
    type: attribute2("type", oneOf2("slic"), {
      required: true,
      ...wrong("Unknown acpi table type: %s")
    }),
    path: textOf3(string)
  }, {
    max: 1,
    ...wrong("Only one acpi table is supported")
  })),
  boot: mapped(children("boot", attribute2("dev", oneOf2("fd", "cdrom", "hd", "network"), {
    required: true
  })), {
    parse: (devices2) => devices2?.slice(0, 4),
    format: (devices2) => devices2
  }),
  bootMenu: child("bootmenu", bootMenu, {
    empty: "omit"
  }),
  bios: child("bios", {
    useSerial: attribute2("useserial", yesNo2),
    rebootTimeout: attribute2("rebootTimeout", int32())
  }, {
    empty: "omit"
  }),
  smbios: path("smbios", attribute2("mode", oneOf2("emulate", "host", "sysinfo")))
}, {
  empty: "block",
  default: NO_OS
});

// src/conf/domain/canonical.ts
function canonicalKind(domain2, fail) {
  if (domain2.os === NO_OS && domain2.bootloader === void 0) {
    fail("the element <os> is missing", wrong("an os <type> must be specified"));
  }
  const { bootloaderArgs: _, ...rest } = domain2;
  return {
    ...domain2.bootloader === void 0 ? rest : domain2,
    os: canonicalOs(domain2.os, domain2)
  };
}
function canonicalOs(os2, { type, bootloader: bootloader2 }) {
  const kind = type === "xen" && os2.type.type === "xen" ? "linux" : os2.type.type;
  const named3 = {
    ...os2,
    type: {
      ...os2.type,
      type: kind
    }
  };
  if (kind === "hvm") return bootloader2 === void 0 ? without(named3, INIT) : without(named3, [
    ...INIT,
    ...BOOT
  ]);
  if (kind === "exe") return without(named3, [
    ...KERNEL,
    ...FIRMWARE2,
    ...BOOT
  ]);
  if (kind === "linux" && type !== "xen") return without(named3, [
    ...INIT,
    ...KERNEL,
    ...FIRMWARE2,
    ...BOOT
  ]);
  return without(named3, [
    ...INIT,
    ...FIRMWARE_CHOICE,
    ...BOOT
  ]);
}
var INIT = [
  "init",
  "initArgs",
  "initEnv",
  "initDir",
  "initUser",
  "initGroup"
];
var BOOT = [
  "boot",
  "bootMenu",
  "bios"
];
var KERNEL = [
  "kernel",
  "initrd",
  "dtb",
  "root"
];
var FIRMWARE_CHOICE = [
  "firmware",
  "firmwareFeatures",
  "acpiTables"
];
var FIRMWARE2 = [
  ...FIRMWARE_CHOICE,
  "loader",
  "nvram"
];
function without(os2, fields6) {
  const kept = Object.entries(os2).filter(([name]) => !fields6.includes(name));
  return Object.fromEntries(kept);
}

// src/conf/domain/clock.ts
var timer = {
  name: attribute2("name", oneOf2("platform", "pit", "rtc", "hpet", "tsc", "kvmclock", "hypervclock", "armvtimer"), {
    required: true
  }),
  present: attribute2("present", yesNo2),
  tickPolicy: attribute2("tickpolicy", oneOf2("delay", "catchup", "merge", "discard")),
  track: attribute2("track", oneOf2("boot", "guest", "wall", "realtime")),
  frequency: attribute2("frequency", uint64),
  mode: attribute2("mode", oneOf2("auto", "native", "emulate", "paravirt", "smpsafe")),
  catchup: child("catchup", {
    threshold: attribute2("threshold", uint64),
    slew: attribute2("slew", uint64),
    limit: attribute2("limit", uint64)
  }, {
    empty: "omit"
  })
};
var timers = children("timer", timer);
var resettable = {
  adjustment: attribute2("adjustment", pattern(/reset|[+-]?[0-9]+/, "reset or a number of seconds"), wrong("unknown clock adjustment '%s'")),
  timers
};
var written = choice("offset", {
  utc: resettable,
  localtime: resettable,
  variable: {
    adjustment: attribute2("adjustment", int64, {
      default: 0
    }),
    basis: attribute2("basis", oneOf2("utc", "localtime"), {
      default: "utc",
      ...unsupported("unknown clock basis '%s'")
    }),
    timers
  },
  timezone: {
    timezone: attribute2("timezone", string, {
      required: true,
      ...wrong("missing 'timezone' attribute for clock with offset='timezone'", "VIR_ERR_INTERNAL_ERROR")
    }),
    timers
  },
  absolute: {
    start: attribute2("start", uint64, {
      required: true,
      ...wrong("missing 'start' attribute for clock with offset='absolute'", "VIR_ERR_INTERNAL_ERROR")
    }),
    timers
  }
}, {
  default: "utc",
  ...unsupported("unknown clock offset '%s'")
});
var clock = child("clock", mapped(written, {
  parse: canonical2,
  format: (value) => value
}), {
  default: {
    offset: "utc"
  }
});
function canonical2(clock2) {
  if (clock2.offset !== "utc" && clock2.offset !== "localtime") return clock2;
  const { adjustment, offset, timers: timers2 } = clock2;
  if (adjustment === void 0 || adjustment === "reset") return clock2;
  const seconds2 = int64.parse(adjustment) ?? 0;
  return {
    offset: "variable",
    adjustment: seconds2,
    basis: offset,
    ...timers2 === void 0 ? {} : {
      timers: timers2
    }
  };
}

// src/conf/domain/distances.ts
var LOCAL = 10;
var UNREACHABLE = 255;
function completeDistances(cells, fail) {
  const rows = cells.map(() => void 0);
  cells.forEach(({ distances = [] }, from) => {
    for (const { id: to, value } of distances) {
      checkDistance({
        from,
        to,
        value,
        count: cells.length
      }, fail);
      (rows[from] ??= /* @__PURE__ */ new Map([
        [
          from,
          LOCAL
        ]
      ])).set(to, value);
      const back = rows[to] ??= /* @__PURE__ */ new Map([
        [
          to,
          LOCAL
        ]
      ]);
      if (!back.has(from)) back.set(from, value);
    }
  });
  return cells.map((cell2, at) => {
    const row = rows[at];
    if (row === void 0) return cell2;
    const distances = [
      ...row
    ].map(([id, value]) => ({
      id,
      value
    })).toSorted((a, b) => a.id - b.id);
    return {
      ...cell2,
      distances
    };
  });
}
function checkDistance({ from, to, value, count: count3 }, fail) {
  const domain2 = "VIR_FROM_DOMAIN";
  if (to >= count3) {
    const detail2 = `'sibling_id ${to}' does not refer to a valid cell within NUMA 'cell id ${from}'`;
    fail(`there is no cell ${to}`, {
      domain: domain2,
      detail: detail2
    });
  }
  if (value >= LOCAL && value <= UNREACHABLE && to === from === (value === LOCAL)) return;
  const detail = `'value ${value}' is invalid for 'sibling id ${to}' under NUMA 'cell id ${from}'`;
  fail(`${value} is no distance between cells ${from} and ${to}`, {
    domain: domain2,
    detail
  });
}

// src/conf/domain/numa.ts
var cache = {
  level: attribute2("level", uint32(), {
    required: true
  }),
  associativity: attribute2("associativity", oneOf2("none", "direct", "full"), {
    required: true
  }),
  policy: attribute2("policy", oneOf2("none", "writeback", "writethrough"), {
    required: true
  }),
  size: path("size", size({
    attribute: "value"
  })),
  line: path("line", size({
    attribute: "value",
    unit: "B"
  }))
};
var cell = {
  id: attribute2("id", uint32()),
  cpus: attribute2("cpus", cpuSet, {
    code: "VIR_ERR_INVALID_ARG",
    detail: "Failed to parse bitmap '%s'"
  }),
  memory: size({
    attribute: "memory",
    domain: "VIR_FROM_DOMAIN",
    detail: "missing memory attribute in guest NUMA node"
  }),
  memAccess: attribute2("memAccess", oneOf2("shared", "private"), {
    drop: [
      "default"
    ]
  }),
  discard: attribute2("discard", yesNo2),
  distances: path("distances", children("sibling", {
    id: attribute2("id", uint32(), {
      required: true
    }),
    value: attribute2("value", uint32(), {
      required: true
    })
  })),
  caches: children("cache", cache)
};
var link = {
  initiator: attribute2("initiator", uint32(), {
    required: true
  }),
  target: attribute2("target", uint32(), {
    required: true
  }),
  cache: attribute2("cache", uint32()),
  type: attribute2("type", oneOf2("access", "read", "write"), {
    required: true
  })
};
var numa = child("numa", {
  cells: mapped(children("cell", cell, {
    min: 1,
    domain: "VIR_FROM_DOMAIN",
    detail: "NUMA topology defined without NUMA cells"
  }), {
    parse(cells, fail) {
      const numbered2 = cells.map((each, at) => ({
        ...each,
        id: each.id ?? at
      }));
      checkIds(numbered2.map(({ id }) => id), fail);
      return completeDistances(numbered2.toSorted((a, b) => a.id - b.id), fail);
    },
    format: (cells) => cells
  }),
  interconnects: child("interconnects", {
    latencies: children("latency", {
      ...link,
      value: attribute2("value", uint64, {
        required: true
      })
    }),
    bandwidths: children("bandwidth", merge(link, {
      value: size({
        attribute: "value"
      })
    }))
  }, {
    empty: "omit"
  })
});
function checkIds(ids, fail) {
  const seen = /* @__PURE__ */ new Set();
  for (const id of ids) {
    if (id >= ids.length) {
      const detail2 = "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed";
      fail("the ids of cells are not 0, 1, 2, \u2026", {
        domain: "VIR_FROM_DOMAIN",
        detail: detail2
      });
    }
    const detail = `Duplicate NUMA cell info for cell id '${id}'`;
    if (seen.has(id)) fail(`there are two cells ${id}`, {
      domain: "VIR_FROM_DOMAIN",
      detail
    });
    seen.add(id);
  }
}

// src/conf/domain/cpu.ts
var model = {
  fallback: attribute2("fallback", oneOf2("allow", "forbid"), bad("Invalid fallback attribute")),
  vendorId: attribute2("vendor_id", pattern(/[^,]{12}/, "12 characters without commas"), {
    domain: "VIR_FROM_CPU",
    detail: "vendor_id must be exactly 12 characters long"
  }),
  name: textIfAny(string)
};
var feature = {
  policy: attribute2("policy", oneOf2("force", "require", "optional", "disable", "forbid"), {
    default: "require",
    ...bad("Invalid CPU feature policy")
  }),
  name: attribute2("name", pattern(/[a-zA-Z0-9_.-]+/, "a feature's name"), {
    required: true,
    domain: "VIR_FROM_CPU",
    detail: "Invalid CPU feature name"
  })
};
var written2 = refine({
  mode: attribute2("mode", oneOf2("custom", "host-model", "host-passthrough", "maximum"), bad("Invalid mode attribute '%s'")),
  match: attribute2("match", oneOf2("minimum", "exact", "strict")),
  check: attribute2("check", oneOf2("none", "partial", "full")),
  migratable: attribute2("migratable", onOff),
  model: child("model", model, {
    empty: "omit"
  }),
  vendor: path("vendor", textIfAny(string)),
  topology: child("topology", {
    sockets: attribute2("sockets", uint32({
      min: 1
    }), {
      required: true
    }),
    dies: attribute2("dies", uint32({
      min: 1
    }), {
      default: 1
    }),
    cores: attribute2("cores", uint32({
      min: 1
    }), {
      required: true
    }),
    threads: attribute2("threads", uint32({
      min: 1
    }), {
      required: true
    })
  }),
  cache: child("cache", {
    level: attribute2("level", uint32({
      min: 1,
      max: 3
    })),
    mode: attribute2("mode", oneOf2("emulate", "passthrough", "disable"), {
      required: true
    })
  }, {
    once: {
      domain: "VIR_FROM_CPU",
      detail: "at most one CPU cache element may be specified"
    }
  }),
  maxPhysAddr: child("maxphysaddr", {
    mode: attribute2("mode", oneOf2("emulate", "passthrough"), {
      required: true
    }),
    bits: attribute2("bits", uint32({
      max: 2147483647
    }))
  }),
  features: children("feature", feature),
  numa
}, ({ mode: mode3 = "custom", migratable, model: model3, vendor, features: features2 = [] }, fail) => {
  if (migratable !== void 0 && mode3 !== "host-passthrough" && mode3 !== "maximum") {
    const detail = "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode";
    fail(`mode ${mode3} has no migratable`, {
      attribute: "migratable",
      ...bad(detail)
    });
  }
  if (vendor !== void 0 && model3?.name === void 0) {
    fail("a vendor needs a model", {
      domain: "VIR_FROM_CPU",
      detail: "CPU vendor specified without CPU model"
    });
  }
  if (features2.length > 0 && model3?.name === void 0 && mode3 === "custom") {
    const detail = "Non-empty feature list specified without CPU model";
    fail("features need a model", {
      domain: "VIR_FROM_CPU",
      detail
    });
  }
  const seen = /* @__PURE__ */ new Set();
  for (const { name } of features2) {
    const detail = `CPU feature '${name}' specified more than once`;
    if (seen.has(name)) fail(`${name} is given twice`, {
      domain: "VIR_FROM_CPU",
      detail
    });
    seen.add(name);
  }
});
var cpu = child("cpu", mapped(written2, {
  parse: canonical3,
  format: (value) => value
}), {
  empty: "omit"
});
function canonical3(cpu2) {
  const { mode: mode3 = "custom", match, check, migratable, model: model3, vendor, ...rest } = cpu2;
  if (mode3 === "custom" && model3?.name === void 0) {
    return {
      ...model3?.vendorId === void 0 ? {} : {
        model: {
          vendorId: model3.vendorId
        }
      },
      ...rest
    };
  }
  const isNamed = mode3 === "custom" || mode3 === "host-model";
  return {
    mode: mode3,
    ...mode3 === "custom" ? {
      match: match ?? "exact"
    } : {},
    ...check === void 0 ? {} : {
      check
    },
    ...migratable === void 0 ? {} : {
      migratable
    },
    ...isNamed && (model3?.name ?? model3?.vendorId) !== void 0 ? {
      model: withFallback(model3)
    } : {},
    ...isNamed && vendor !== void 0 ? {
      vendor
    } : {},
    ...rest
  };
}
function withFallback({ name, vendorId, fallback = "allow" } = {}) {
  const vendor = vendorId === void 0 ? {} : {
    vendorId
  };
  return name === void 0 ? vendor : {
    fallback,
    ...vendor,
    name
  };
}
function bad(detail) {
  return {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_CPU",
    detail
  };
}

// src/conf/domain/cputune.ts
var scheduler = {
  scheduler: attribute2("scheduler", oneOf2("batch", "idle", "fifo", "rr"), {
    required: true
  }),
  priority: attribute2("priority", uint32())
};
var monitor = {
  level: attribute2("level", uint32()),
  vcpus: attribute2("vcpus", cpuSet, {
    required: true
  })
};
var cacheShare = {
  id: attribute2("id", uint32(), {
    required: true
  }),
  level: attribute2("level", uint32(), {
    required: true
  }),
  type: attribute2("type", oneOf2("both", "code", "data"), {
    required: true
  }),
  size: size({
    attribute: "size",
    unit: "largest"
  })
};
var cputune = child("cputune", {
  shares: child("shares", textOf3(uint64)),
  period: period("period"),
  quota: quota("quota"),
  globalPeriod: period("global_period"),
  globalQuota: quota("global_quota"),
  emulatorPeriod: period("emulator_period"),
  emulatorQuota: quota("emulator_quota"),
  iothreadPeriod: period("iothread_period"),
  iothreadQuota: quota("iothread_quota"),
  vcpuPins: mapped(children("vcpupin", {
    vcpu: attribute2("vcpu", uint32(), {
      required: true
    }),
    cpuset: attribute2("cpuset", cpuSet, {
      required: true
    })
  }), {
    parse: (pins) => pins?.toSorted((a, b) => a.vcpu - b.vcpu),
    format: (pins) => pins
  }),
  emulatorPin: child("emulatorpin", {
    cpuset: attribute2("cpuset", cpuSet, {
      required: true
    })
  }),
  iothreadPins: mapped(children("iothreadpin", {
    iothread: attribute2("iothread", uint32(), {
      required: true
    }),
    cpuset: attribute2("cpuset", cpuSet, {
      required: true
    })
  }), {
    parse: (pins) => pins?.toSorted((a, b) => a.iothread - b.iothread),
    format: (pins) => pins
  }),
  emulatorScheduler: child("emulatorsched", scheduler),
  vcpuSchedulers: schedulers("vcpusched", "vcpus"),
  iothreadSchedulers: schedulers("iothreadsched", "iothreads"),
  cacheTunes: mapped(children("cachetune", {
    vcpus: attribute2("vcpus", cpuSet, {
      required: true
    }),
    id: attribute2("id", string, {
      only: "live"
    }),
    caches: mapped(children("cache", cacheShare), {
      parse: (caches) => caches?.toSorted((a, b) => a.level - b.level || a.type.localeCompare(b.type) || a.id - b.id),
      format: (caches) => caches
    }),
    monitors: children("monitor", monitor)
  }), {
    parse: (tunes) => nonEmpty(tunes?.filter(({ caches, monitors }) => caches !== void 0 || monitors !== void 0)),
    format: (tunes) => tunes
  }),
  memoryTunes: children("memorytune", {
    vcpus: attribute2("vcpus", cpuSet, {
      required: true
    }),
    id: attribute2("id", string, {
      only: "live"
    }),
    nodes: mapped(children("node", {
      id: attribute2("id", uint32(), {
        required: true
      }),
      bandwidth: attribute2("bandwidth", uint32(), {
        required: true
      })
    }), {
      parse: (nodes) => nodes?.toSorted((a, b) => a.id - b.id),
      format: (nodes) => nodes
    }),
    monitors: children("monitor", {
      vcpus: attribute2("vcpus", cpuSet, {
        required: true
      })
    })
  })
}, {
  empty: "omit"
});
function period(name) {
  const detail = `Value of cputune '${name}' must be in range [1000, 1000000]`;
  const part = refine(child(name, textOf3(uint64)), (value, fail) => {
    if (BigInt(value) !== 0n && (value < 1e3 || value > 1e6)) {
      fail(`${value} is not within 1000 and 1000000`, wrong(detail));
    }
  });
  return withoutZero(part);
}
function quota(name) {
  const detail = `Value of cputune '${name}' must be in range [1000, 17592186044415]`;
  const part = refine(child(name, textOf3(int64)), (value, fail) => {
    if (value > 0 && (value < 1e3 || value > 17592186044415)) {
      fail(`${value} is not within 1000 and 17592186044415`, wrong(detail));
    }
  });
  return withoutZero(part);
}
function withoutZero(part) {
  return mapped(part, {
    parse: (value) => value === 0 ? void 0 : value,
    format: (value) => value
  });
}
function schedulers(element3, set) {
  const part = children(element3, {
    ids: attribute2(set, cpuSet, {
      required: true
    }),
    ...scheduler
  });
  return mapped(part, {
    parse(given7, fail) {
      if (given7 === void 0) return void 0;
      const all = given7.flatMap(({ ids, ...rest }) => [
        ...parseCpuSet(ids) ?? []
      ].map((id) => ({
        id,
        ...rest
      })));
      if (new Set(all.map(({ id }) => id)).size < all.length) {
        const detail = `'${element3}' attributes '${set}' must not overlap`;
        fail(`the ${set} of <${element3}> overlap`, wrong(detail, "VIR_ERR_XML_DETAIL"));
      }
      return all.toSorted((a, b) => a.id - b.id);
    },
    format: (all) => all.map(({ id, ...rest }) => ({
      ids: String(id),
      ...rest
    })),
    schema: () => ({
      type: "array",
      items: {
        type: "object",
        properties: {
          id: {
            type: "integer"
          },
          scheduler: {
            type: "string",
            enum: [
              "batch",
              "idle",
              "fifo",
              "rr"
            ]
          },
          priority: {
            type: "integer"
          }
        },
        required: [
          "id",
          "scheduler"
        ]
      }
    })
  });
}
function nonEmpty(list2) {
  return list2 === void 0 || list2.length === 0 ? void 0 : list2;
}

// src/conf/domain/devices/address.ts
var zpci = mapped(child("zpci", {
  uid: attribute2("uid", hex2({
    width: 4
  })),
  fid: attribute2("fid", hex2({
    width: 8
  }))
}, {
  empty: "omit"
}), {
  parse: (value) => value === void 0 ? void 0 : {
    uid: value.uid ?? 0,
    fid: value.fid ?? 0
  },
  format: (value) => value
});
var pciFields = refine({
  domain: attribute2("domain", hex2({
    width: 4
  })),
  bus: attribute2("bus", hex2({
    width: 2
  })),
  slot: attribute2("slot", hex2({
    width: 2
  })),
  function: attribute2("function", hex2()),
  multifunction: attribute2("multifunction", onOff),
  zpci
}, checkPciAddress);
var pci = mapped(pciFields, {
  parse: completePci,
  format: completePci
});
function completePci({ domain: domain2 = 0, bus = 0, slot = 0, function: number2 = 0, ...rest }) {
  if (domain2 === 0 && bus === 0 && slot === 0) return rest;
  return {
    domain: domain2,
    bus,
    slot,
    function: number2,
    ...rest
  };
}
var CCW_LIMITS = {
  cssid: 254,
  ssid: 3,
  devno: 65535
};
var ccw = refine({
  cssid: attribute2("cssid", hex2()),
  ssid: attribute2("ssid", hex2()),
  devno: attribute2("devno", hex2({
    width: 4
  }))
}, ({ cssid, ssid, devno }, fail) => {
  const numbers = [
    cssid,
    ssid,
    devno
  ];
  const isTooLarge = Object.values(CCW_LIMITS).some((limit3, index2) => (numbers[index2] ?? 0) > limit3);
  if (isTooLarge) {
    const [c, s, d] = numbers.map((number2 = 0) => number2.toString(16));
    const place3 = `cssid='0x${c}' ssid='0x${s}' devno='0x${d?.padStart(4, "0")}'`;
    fail("a number of the address is too large: at most 0xfe, 0x3 and 0xffff", {
      ...internal(`Invalid specification for virtio ccw address: ${place3}`),
      domain: "VIR_FROM_DEVICE"
    });
  }
  const given7 = numbers.filter((number2) => number2 !== void 0).length;
  if (given7 === 0 || given7 === 3) return;
  fail("cssid, ssid and devno come together", {
    ...internal("Invalid partial specification for virtio ccw address"),
    domain: "VIR_FROM_DEVICE"
  });
});
var usbPort = {
  parse: (text2) => /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text2) ? text2.split(".").map(Number).join(".") : void 0,
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^\\d{1,9}(\\.\\d{1,9}){0,3}$"
  },
  expected: "up to four port numbers with dots between"
};
var number = uint32();
var kinds = choice("type", {
  pci,
  drive: {
    controller: attribute2("controller", number, {
      default: 0
    }),
    bus: attribute2("bus", number, {
      default: 0
    }),
    target: attribute2("target", number, {
      default: 0
    }),
    unit: attribute2("unit", number, {
      default: 0
    })
  },
  "virtio-serial": {
    controller: attribute2("controller", number, {
      default: 0
    }),
    bus: attribute2("bus", number, {
      default: 0
    }),
    port: attribute2("port", number, {
      default: 0
    })
  },
  ccid: {
    controller: attribute2("controller", number, {
      default: 0
    }),
    slot: attribute2("slot", number, {
      default: 0
    })
  },
  usb: {
    bus: attribute2("bus", number, {
      default: 0
    }),
    port: attribute2("port", usbPort, {
      drop: [
        "0"
      ],
      ...internal("Cannot parse <address> 'port' attribute"),
      domain: "VIR_FROM_DEVICE"
    })
  },
  "spapr-vio": {
    reg: attribute2("reg", base16({
      width: 8
    }))
  },
  ccw,
  "virtio-mmio": {},
  isa: {
    ioBase: nonZero(attribute2("iobase", base16())),
    irq: nonZero(attribute2("irq", base16()))
  },
  dimm: {
    slot: attribute2("slot", number, {
      required: true
    }),
    base: nonZero(attribute2("base", base16()))
  },
  unassigned: {}
}, {
  ...unsupported("unknown address type '%s'"),
  missing: internal("No type specified for device address")
});
var checked = {
  ...kinds,
  read(reader, context) {
    if (reader.attribute("type") !== "virtio-s390") return kinds.read(reader, context);
    const detail = "virtio-s390 bus doesn't have an address";
    return reader.fail(detail, "type", wrong(detail));
  }
};
var address = child("address", checked);

// src/conf/domain/devices/device_info.ts
var anyAlias = path("alias", attribute2("name", string));
var alias = {
  ...anyAlias,
  read(reader, context) {
    const name = anyAlias.read(reader, context);
    return context.live || isUserAlias(name) ? name : void 0;
  }
};
function isUserAlias(name) {
  return name !== void 0 && /^ua-[A-Za-z0-9_-]*$/.test(name);
}
var loadParameter = {
  parse: (text2) => text2.toUpperCase(),
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^[A-Z0-9. ]{1,8}$"
  },
  expected: "one to eight letters, digits, dots and spaces"
};
var boot = child("boot", refine({
  order: attribute2("order", uint32({
    min: 1
  }), {
    required: true
  }),
  loadParameter: attribute2("loadparm", loadParameter)
}, ({ loadParameter: text2 }, fail) => {
  if (text2 === void 0) return;
  if (text2.length < 1 || text2.length > 8) {
    const detail2 = `loadparm value '${text2}' must be between 1 and 8 characters`;
    fail("loadparm has one to eight characters", {
      attribute: "loadparm",
      ...internal(detail2)
    });
  }
  if (/^[A-Z0-9. ]*$/.test(text2)) return;
  const detail = `invalid loadparm value '${text2}', expecting chars in set of [a-zA-Z0-9.] and blank spaces`;
  fail("loadparm holds letters, digits, dots and spaces", {
    attribute: "loadparm",
    ...internal(detail)
  });
}));
var rom = child("rom", refine({
  enabled: attribute2("enabled", yesNo2),
  bar: attribute2("bar", onOff),
  file: attribute2("file", string)
}, ({ enabled, bar, file }, fail) => {
  if (enabled !== false || bar === void 0 && file === void 0) return;
  fail("a disabled ROM has no other settings", unsupported("ROM tuning is not supported when ROM is disabled"));
}), {
  empty: "omit"
});
var acpiIndex = path("acpi", attribute2("index", uint32({
  min: 1
})));
var deviceInfo = {
  alias,
  acpiIndex,
  address
};
var bootableInfo = {
  boot,
  ...deviceInfo
};
var romInfo = {
  boot,
  alias,
  rom,
  acpiIndex,
  address
};

// src/conf/domain/devices/virtio_options.ts
var virtioOptions = {
  iommu: attribute2("iommu", onOff),
  ats: attribute2("ats", onOff),
  packed: attribute2("packed", onOff),
  pagePerVq: attribute2("page_per_vq", onOff)
};

// src/conf/domain/devices/controller.ts
var MAX_INT = 2147483647;
function model2(...words3) {
  return attribute2("model", oneOf2(...words3), unsupported("Unknown model type '%s'"));
}
function count(name) {
  return attribute2(name, int32({
    min: 0
  }));
}
var index = count("index");
var numbered = {
  ...cNumber({
    max: MAX_INT
  }),
  complaint: "Expected integer value"
};
var port = {
  ...numbered,
  format: (number2) => base16().format(number2)
};
var pci2 = {
  index,
  model: model2("pci-root", "pcie-root", "pci-bridge", "dmi-to-pci-bridge", "pcie-to-pci-bridge", "pcie-root-port", "pcie-switch-upstream-port", "pcie-switch-downstream-port", "pci-expander-bus", "pcie-expander-bus"),
  modelName: path("model", attribute2("name", oneOf2("pci-bridge", "i82801b11-bridge", "ioh3420", "x3130-upstream", "xio3130-downstream", "pxb", "pxb-pcie", "pcie-root-port", "spapr-pci-host-bridge", "pcie-pci-bridge"), {
    drop: [
      "none"
    ]
  }), {
    once: wrong("Multiple <model> elements in controller definition not allowed")
  }),
  target: child("target", {
    chassisNr: attribute2("chassisNr", numbered),
    chassis: attribute2("chassis", numbered),
    port: attribute2("port", port),
    busNr: attribute2("busNr", numbered),
    index: attribute2("index", numbered),
    hotplug: attribute2("hotplug", onOff),
    node: child("node", textOf3(int32({
      min: 0
    }), wrong("invalid NUMA node in target")))
  }, {
    empty: "omit",
    once: wrong("Multiple <target> elements in controller definition not allowed")
  })
};
var VIRTIO_SCSI = [
  "virtio-scsi",
  "virtio-transitional",
  "virtio-non-transitional"
];
var kinds2 = choice("type", {
  ide: {
    index,
    model: model2("piix3", "piix4", "ich6")
  },
  fdc: {
    index,
    model: model2()
  },
  scsi: {
    index,
    model: model2("auto", "buslogic", "lsilogic", "lsisas1068", "vmpvscsi", "ibmvscsi", "lsisas1078", "ncr53c90", "dc390", "am53c974", ...VIRTIO_SCSI)
  },
  sata: {
    index,
    model: model2()
  },
  "virtio-serial": {
    index,
    model: model2("virtio", "virtio-transitional", "virtio-non-transitional"),
    ports: count("ports"),
    vectors: count("vectors")
  },
  ccid: {
    index,
    model: model2()
  },
  usb: {
    index,
    model: model2("piix3-uhci", "piix4-uhci", "ehci", "ich9-ehci1", "ich9-uhci1", "ich9-uhci2", "ich9-uhci3", "vt82c686b-uhci", "pci-ohci", "nec-xhci", "qusb1", "qusb2", "qemu-xhci", "none"),
    ports: count("ports")
  },
  pci: pci2,
  xenbus: {
    index,
    model: model2(),
    maxGrantFrames: count("maxGrantFrames"),
    maxEventChannels: count("maxEventChannels")
  },
  isa: {
    index,
    model: model2()
  }
}, {
  default: "ide"
});
var { alias: alias2, ...infoAfterAlias } = deviceInfo;
var common2 = {
  driver: child("driver", {
    queues: nonZero(attribute2("queues", uint32())),
    commandsPerLun: nonZero(attribute2("cmd_per_lun", uint32())),
    maxSectors: nonZero(attribute2("max_sectors", uint32())),
    ioEventFd: attribute2("ioeventfd", onOff),
    ioThread: nonZero(attribute2("iothread", uint32())),
    ...virtioOptions
  }, {
    empty: "omit"
  }),
  alias: alias2,
  masterPort: path("master", attribute2("startport", uint32())),
  ...infoAfterAlias,
  pciHole64: child("pcihole64", size())
};
var COMPANION_PORTS = {
  "ich9-uhci1": 0,
  "ich9-uhci2": 2,
  "ich9-uhci3": 4
};
var given3 = refine(merge(kinds2, common2), ({ driver: driver4, model: model3 }, fail) => {
  if (driver4?.ioThread === void 0 || VIRTIO_SCSI.some((each) => each === model3)) return;
  const detail = "'iothread' attribute only supported for virtio scsi controllers";
  fail("only virtio SCSI controllers have an I/O thread", wrong(detail));
});
var controller = mapped(given3, {
  parse: completed,
  format: (value) => value
});
function completed(value) {
  const { pciHole64, ...rest } = value;
  const isRoot = value.type === "pci" && (value.model === "pci-root" || value.model === "pcie-root");
  const kept = isRoot && pciHole64 !== void 0 ? {
    ...rest,
    pciHole64
  } : rest;
  if (value.type !== "usb") return kept;
  if (value.model === "none") {
    const { alias: _alias, masterPort: _port, acpiIndex: _acpi, address: _address, ...none } = kept;
    return none;
  }
  const masterPort = value.masterPort ?? COMPANION_PORTS[value.model ?? ""];
  return masterPort === void 0 ? kept : {
    ...kept,
    masterPort
  };
}

// src/conf/domain/devices/disk/image_format.ts
var imageFormat = oneOf2("raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow", "qcow2", "qed", "vmdk");
var metadataCacheSize = path("metadata_cache", child("max_size", nonZero(size({
  unit: "bytes"
}))));
var formatContent = {
  type: attribute2("type", imageFormat, {
    required: true,
    missing: wrong("missing disk backing store format"),
    ...wrong("unknown storage source format '%s'")
  }),
  metadataCacheSize
};

// src/conf/domain/devices/disk/backing_store.ts
var backingStore = child("backingStore", lazy("BackingStore", () => content));
var image = refine(merge({
  index: attribute2("index", uint32(), {
    only: "live",
    ...wrong("invalid storage source index '%s'")
  }),
  format: child("format", formatContent)
}, storage(wrong("unknown storage source type '%s'")), {
  backingStore
}), ({ format: format2, source: source3 }, fail) => {
  if (format2 === void 0) fail("the format is missing", wrong("missing disk backing store format"));
  if (source3 === void 0) fail("the source is missing", wrong("missing disk backing store source"));
});
var content = {
  ...image,
  read: (reader, context) => reader.attribute("type") === void 0 ? {} : image.read(reader, context),
  write(value, out) {
    if (value.type !== void 0) image.write(value, out);
  },
  schema: (definitions) => ({
    anyOf: [
      {
        type: "object",
        additionalProperties: false
      },
      image.schema(definitions)
    ]
  })
};

// src/conf/domain/devices/disk/complete_disk.ts
var BUS_OF_PREFIX = {
  hd: "ide",
  sd: "scsi",
  vd: "virtio",
  xvd: "xen",
  ubd: "uml"
};
function completeDisk(given7) {
  const { snapshot, ...rest } = withSource(given7);
  const readonly = rest.readonly === true || rest.device === "cdrom";
  const place3 = snapshot ?? (rest.type === "vhostuser" ? "no" : void 0);
  const keepsPlace = place3 !== void 0 && !(place3 === "no" && readonly);
  return {
    ...withTarget(rest),
    ...readonly ? {
      readonly
    } : {},
    ...keepsPlace ? {
      snapshot: place3
    } : {}
  };
}
function withSource(disk2) {
  if (disk2.source === void 0) return {
    ...disk2,
    type: "file"
  };
  if (disk2.type === "nvme") return {
    ...disk2,
    source: {
      managed: true,
      ...disk2.source
    }
  };
  if (disk2.type === "network" && disk2.source.protocol === "iscsi") {
    const name = disk2.source.name ?? "";
    return {
      ...disk2,
      source: {
        ...disk2.source,
        name: name.includes("/") ? name : `${name}/0`
      }
    };
  }
  return disk2;
}
function withTarget(disk2) {
  const { target: target3 } = disk2;
  if (target3 === void 0) return disk2;
  const dev = target3.dev?.replace(/^ioemu:/, "");
  const bus = target3.bus ?? (disk2.device === "floppy" ? "fdc" : busOf(dev ?? ""));
  return {
    ...disk2,
    target: {
      ...target3,
      ...dev === void 0 ? {} : {
        dev
      },
      bus
    }
  };
}
function busOf(dev) {
  const known = Object.entries(BUS_OF_PREFIX).find(([prefix]) => dev.startsWith(prefix));
  return known?.[1] ?? "ide";
}

// src/conf/domain/devices/disk/driver.ts
var driverFormat = {
  ...imageFormat,
  parse: (text2) => imageFormat.parse(text2 === "aio" ? "raw" : text2)
};
var errorPolicy = oneOf2("stop", "report", "ignore", "enospace");
var diskDriver = child("driver", refine({
  name: attribute2("name", string),
  type: attribute2("type", driverFormat, unsupported("unknown driver format value '%s'")),
  cache: attribute2("cache", oneOf2("none", "writethrough", "writeback", "directsync", "unsafe"), {
    drop: [
      "default"
    ]
  }),
  errorPolicy: attribute2("error_policy", errorPolicy),
  readErrorPolicy: attribute2("rerror_policy", errorPolicy),
  io: attribute2("io", oneOf2("native", "threads", "io_uring")),
  ioEventFd: attribute2("ioeventfd", onOff),
  eventIdx: attribute2("event_idx", onOff),
  copyOnRead: attribute2("copy_on_read", onOff),
  discard: attribute2("discard", oneOf2("unmap", "ignore")),
  ioThread: attribute2("iothread", uint32({
    min: 1
  })),
  detectZeroes: attribute2("detect_zeroes", oneOf2("off", "on", "unmap")),
  queues: nonZero(attribute2("queues", uint32())),
  queueSize: nonZero(attribute2("queue_size", uint32())),
  ...virtioOptions,
  metadataCacheSize
}, ({ readErrorPolicy }, fail) => {
  if (readErrorPolicy !== "enospace") return;
  fail("reading never runs out of space", {
    attribute: "rerror_policy",
    ...unsupported("Invalid disk read error policy: 'enospace'")
  });
}), {
  empty: "omit"
});

// src/conf/domain/devices/disk/iotune.ts
function limit(name) {
  return nonZero(child(name, textOf3(uint64, wrong(`disk iotune field '${name}' must be an integer`))));
}
var ioTune = child("iotune", {
  totalBytesSec: limit("total_bytes_sec"),
  readBytesSec: limit("read_bytes_sec"),
  writeBytesSec: limit("write_bytes_sec"),
  totalIopsSec: limit("total_iops_sec"),
  readIopsSec: limit("read_iops_sec"),
  writeIopsSec: limit("write_iops_sec"),
  totalBytesSecMax: limit("total_bytes_sec_max"),
  readBytesSecMax: limit("read_bytes_sec_max"),
  writeBytesSecMax: limit("write_bytes_sec_max"),
  totalIopsSecMax: limit("total_iops_sec_max"),
  readIopsSecMax: limit("read_iops_sec_max"),
  writeIopsSecMax: limit("write_iops_sec_max"),
  sizeIopsSec: limit("size_iops_sec"),
  groupName: child("group_name", textOf3(string)),
  totalBytesSecMaxLength: limit("total_bytes_sec_max_length"),
  readBytesSecMaxLength: limit("read_bytes_sec_max_length"),
  writeBytesSecMaxLength: limit("write_bytes_sec_max_length"),
  totalIopsSecMaxLength: limit("total_iops_sec_max_length"),
  readIopsSecMaxLength: limit("read_iops_sec_max_length"),
  writeIopsSecMaxLength: limit("write_iops_sec_max_length")
}, {
  empty: "omit"
});

// src/conf/domain/devices/disk/mirror.ts
var oldFields = {
  file: attribute2("file", string),
  oldFormat: attribute2("format", imageFormat, wrong("unknown storage source format '%s'"))
};
var fields2 = {
  job: attribute2("job", oneOf2("copy", "active-commit"), {
    default: "copy",
    ...unsupported("unknown mirror job type '%s'")
  }),
  ready: attribute2("ready", oneOf2("yes", "abort", "pivot"), {
    drop: [
      "none"
    ],
    ...wrong("unknown mirror ready state %s")
  }),
  format: child("format", formatContent)
};
var given4 = merge(oldFields, fields2, storage({
  default: "file",
  ...wrong("unknown storage source type '%s'")
}), {
  backingStore
});
var content2 = mapped(given4, {
  parse({ file, oldFormat, ...rest }, fail) {
    if (rest.source !== void 0) return rest;
    if (file === void 0) return fail("the source is missing", wrong("mirror requires source element"));
    const format2 = oldFormat === void 0 ? {} : {
      format: {
        type: oldFormat
      }
    };
    const { job, ready } = rest;
    return {
      job,
      ...ready === void 0 ? {} : {
        ready
      },
      ...format2,
      type: "file",
      source: {
        file
      }
    };
  },
  format(value) {
    if (value.type !== "file" || value.job !== "copy") return value;
    const file = value.source?.file;
    const old = value.format?.type;
    return {
      ...value,
      ...file === void 0 ? {} : {
        file
      },
      ...old === void 0 ? {} : {
        oldFormat: old
      }
    };
  }
});
var mirror = child("mirror", content2, {
  only: "live"
});

// src/conf/domain/devices/disk/disk.ts
var geometry = mapped(child("geometry", {
  cylinders: attribute2("cyls", uint32(), {
    default: 0
  }),
  heads: attribute2("heads", uint32(), {
    default: 0
  }),
  sectors: attribute2("secs", uint32(), {
    default: 0
  }),
  translation: attribute2("trans", oneOf2("none", "auto", "lba"))
}), {
  parse: (value) => value === void 0 || value.cylinders * value.heads * value.sectors === 0 ? void 0 : value,
  format: (value) => value
});
var target = child("target", {
  dev: attribute2("dev", string),
  bus: attribute2("bus", oneOf2("ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd")),
  tray: attribute2("tray", oneOf2("open"), {
    drop: [
      "closed"
    ]
  }),
  removable: attribute2("removable", onOff),
  rotationRate: nonZero(attribute2("rotation_rate", uint32()))
});
var beforeSource = {
  device: attribute2("device", oneOf2("disk", "cdrom", "floppy", "lun"), {
    default: "disk"
  }),
  model: attribute2("model", oneOf2("virtio", "virtio-transitional", "virtio-non-transitional"), {
    drop: [
      "default"
    ]
  }),
  rawIo: attribute2("rawio", yesNo2),
  sgIo: attribute2("sgio", oneOf2("filtered", "unfiltered")),
  snapshot: attribute2("snapshot", oneOf2("no", "internal", "external", "manual")),
  driver: diskDriver,
  auth: child("auth", storageAuth)
};
var afterSource = {
  backingStore,
  backendDomain: path("backenddomain", attribute2("name", string)),
  geometry,
  blockIo: child("blockio", {
    logicalBlockSize: nonZero(attribute2("logical_block_size", uint32())),
    physicalBlockSize: nonZero(attribute2("physical_block_size", uint32()))
  }, {
    empty: "omit"
  }),
  mirror,
  target,
  ioTune,
  readonly: flag2("readonly"),
  shareable: flag2("shareable"),
  transient: child("transient", {
    shareBacking: attribute2("shareBacking", yesNo2, {
      drop: [
        "no"
      ]
    })
  }),
  serial: child("serial", textOf3(string)),
  wwn: child("wwn", textOf3(string)),
  vendor: child("vendor", textOf3(string)),
  product: child("product", textOf3(string)),
  encryption: child("encryption", storageEncryption, {
    empty: "block"
  }),
  ...bootableInfo
};
var parts = merge(beforeSource, storage({
  default: "file"
}), afterSource);
var disk = mapped(refine(parts, checkTwice), {
  parse: completeDisk,
  format: (value) => value
});
function checkTwice({ source: source3, auth, encryption: encryption2 }, fail) {
  if (auth !== void 0 && source3 !== void 0 && "auth" in source3) {
    fail("auth is given twice", unsupported("an <auth> definition already found for disk source"));
  }
  if (encryption2 === void 0 || source3?.encryption === void 0) return;
  fail("encryption is given twice", unsupported("an <encryption> definition already found for disk source"));
}

// src/conf/domain/devices/clean_path.ts
var cleanPath = {
  ...string,
  parse: sanitizePath
};
function sanitizePath(path2) {
  const scheme = path2.indexOf("://");
  if (scheme >= 0 && path2.indexOf("/") > scheme) return path2;
  const root = /^\/\/(?!\/)/.test(path2) ? "//" : "";
  const clean = path2.slice(root.length).replace(/\/+/g, "/");
  const isJustRoot = root === "" && clean === "/";
  return root + (isJustRoot ? clean : clean.replace(/\/$/, ""));
}

// src/conf/domain/devices/filesystem.ts
var mode = {
  parse: (text2) => /^[0-7]{1,4}$/.test(text2) && Number.parseInt(text2, 8) <= 511 ? Number.parseInt(text2, 8) : void 0,
  format: (number2) => number2.toString(8).padStart(4, "0"),
  schema: {
    type: "integer",
    minimum: 0,
    maximum: 511
  },
  expected: "an octal number up to 777",
  complaint: "Expected non-negative integer value"
};
var driver2 = child("driver", {
  type: attribute2("type", oneOf2("path", "handle", "loop", "nbd", "ploop", "virtiofs"), {
    drop: [
      "default"
    ]
  }),
  format: attribute2("format", imageFormat, unsupported("unknown driver format value '%s'")),
  writePolicy: attribute2("wrpolicy", oneOf2("immediate"), {
    drop: [
      "default"
    ]
  }),
  queue: nonZero(attribute2("queue", uint64, wrong("cannot parse queue size '%s' for virtiofs"))),
  ...virtioOptions
}, {
  empty: "omit"
});
var binary = child("binary", {
  path: attribute2("path", cleanPath, {
    drop: [
      ""
    ]
  }),
  xattr: attribute2("xattr", onOff),
  cache: path("cache", attribute2("mode", oneOf2("none", "always"))),
  sandbox: path("sandbox", attribute2("mode", oneOf2("namespace", "chroot"))),
  lock: child("lock", {
    posix: attribute2("posix", onOff),
    flock: attribute2("flock", onOff)
  }, {
    empty: "omit"
  }),
  threadPoolSize: path("thread_pool", attribute2("size", int32({
    min: 0
  }), wrong("cannot parse thread pool size '%s' for virtiofs")))
}, {
  empty: "omit"
});
var folder = {
  source: child("source", {
    dir: attribute2("dir", string),
    socket: attribute2("socket", string)
  })
};
var sources = choice("type", {
  mount: folder,
  bind: folder,
  block: {
    source: child("source", {
      dev: attribute2("dev", string)
    })
  },
  file: {
    source: child("source", {
      file: attribute2("file", string)
    })
  },
  template: {
    source: child("source", {
      name: attribute2("name", string)
    })
  },
  ram: {
    source: child("source", {
      usage: size({
        attribute: "usage",
        unitAttribute: "units",
        unit: "KiB",
        ...wrong("cannot parse usage '%s' for RAM filesystem")
      })
    }, required("missing 'usage' attribute for RAM filesystem"))
  },
  volume: {
    source: child("source", {
      pool: attribute2("pool", string),
      volume: attribute2("volume", string)
    })
  }
}, {
  default: "mount",
  first: true
});
var beforeSource2 = {
  accessMode: attribute2("accessmode", oneOf2("passthrough", "mapped", "squash"), {
    drop: [
      ""
    ]
  }),
  model: attribute2("model", oneOf2("virtio", "virtio-transitional", "virtio-non-transitional")),
  multiDevices: attribute2("multidevs", oneOf2("remap", "forbid", "warn"), {
    drop: [
      "default"
    ]
  }),
  fileMode: nonZero(attribute2("fmode", mode)),
  directoryMode: nonZero(attribute2("dmode", mode)),
  driver: driver2,
  binary
};
var afterSource2 = {
  target: path("target", attribute2("dir", string, {
    drop: [
      ""
    ]
  })),
  readonly: flag2("readonly"),
  ...bootableInfo,
  spaceHardLimit: nonZero(child("space_hard_limit", size({
    unit: "bytes"
  }))),
  spaceSoftLimit: nonZero(child("space_soft_limit", size({
    unit: "bytes"
  })))
};
var given5 = refine(merge(beforeSource2, sources, afterSource2), checkSource);
var filesystem = mapped(given5, {
  parse: completed2,
  format: (value) => value
});
function checkSource({ type, source: source3, target: target3 }, fail) {
  if (type === "ram") return;
  if (type === "volume") {
    if (source3?.pool === void 0 === (source3?.volume === void 0)) return;
    const detail = "'pool' and 'volume' must be specified together for 'pool' type source";
    fail("pool and volume come together", wrong(detail));
  }
  if (source3 !== void 0 && Object.keys(source3).length > 0) return;
  fail("the source is missing", wrong(target3 ?? "", "VIR_ERR_NO_SOURCE"));
}
function completed2(value) {
  const { driver: driver4, binary: binary2, accessMode, ...rest } = value;
  const socket2 = "source" in value && value.source !== void 0 && "socket" in value.source;
  const access = accessMode ?? (socket2 ? void 0 : "passthrough");
  return {
    ...rest,
    ...access === void 0 ? {} : {
      accessMode: access
    },
    ...driver4 === void 0 ? {} : driverOf(driver4),
    ...binary2 === void 0 || driver4?.type !== "virtiofs" ? {} : {
      binary: binary2
    }
  };
}
function driverOf(driver4) {
  const { type, format: _format, writePolicy: _policy, queue, ...virtio } = driver4;
  if (type === void 0) return Object.keys(virtio).length === 0 ? {} : {
    driver: virtio
  };
  if (type === "virtiofs" || queue === void 0) return {
    driver: driver4
  };
  const { queue: _queue, ...others } = driver4;
  return {
    driver: others
  };
}

// src/conf/domain/devices/hub.ts
var hub = object({
  type: attribute2("type", oneOf2("usb"), {
    required: true,
    missing: internal("missing hub device type"),
    ...unsupported("unknown hub device type '%s'")
  }),
  ...deviceInfo
});

// src/base/ip_address.ts
function parseIpAddress(text2) {
  const bits = text2.includes(":") ? parseV6(text2) : parseV4(text2);
  return bits === void 0 ? void 0 : {
    family: text2.includes(":") ? 6 : 4,
    bits
  };
}
function formatIpAddress({ family, bits }) {
  return family === 4 ? formatV4(bits) : formatV6(bits);
}
function prefixMask(family, prefix) {
  const width = BigInt(family === 4 ? 32 : 128);
  const kept = BigInt(prefix);
  return (1n << kept) - 1n << width - kept;
}
function networkBits({ family, bits }, prefix) {
  return bits & prefixMask(family, Math.max(prefix, 0));
}
function parseV4(text2) {
  const parts3 = text2.split(".");
  if (parts3.length > 4) return void 0;
  let bits = 0n;
  for (const [index2, part] of parts3.entries()) {
    const number2 = parseCPart(part);
    const bytes2 = index2 === parts3.length - 1 ? 5 - parts3.length : 1;
    if (number2 === void 0 || number2 >= 1n << BigInt(bytes2 * 8)) return void 0;
    bits = bits << BigInt(bytes2 * 8) | number2;
  }
  return bits;
}
function parseCPart(text2) {
  if (/^0[xX][0-9a-fA-F]{1,8}$/.test(text2)) return BigInt(text2);
  if (/^0[0-7]{1,11}$/.test(text2)) return BigInt(`0o${text2.slice(1)}`);
  return /^(0|[1-9]\d{0,9})$/.test(text2) ? BigInt(text2) : void 0;
}
function parseV6(text2) {
  if (text2.length > 45) return void 0;
  const [head2 = "", tail, more] = text2.split("::");
  if (more !== void 0) return void 0;
  const left = words2(head2, tail === void 0);
  const right = words2(tail ?? "", true);
  if (left === void 0 || right === void 0) return void 0;
  const missing = 8 - left.length - right.length;
  if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
  const all = [
    ...left,
    ...Array.from({
      length: missing
    }, () => 0n),
    ...right
  ];
  return all.reduce((bits, word) => bits << 16n | word, 0n);
}
function words2(text2, mayEndInV4) {
  if (text2 === "") return [];
  const found = [];
  const parts3 = text2.split(":");
  for (const [index2, part] of parts3.entries()) {
    if (mayEndInV4 && index2 === parts3.length - 1 && /^(\d{1,3}\.){3}\d{1,3}$/.test(part)) {
      const v4 = parseV4(part);
      if (v4 === void 0) return void 0;
      found.push(v4 >> 16n, v4 & 0xffffn);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      found.push(BigInt(`0x${part}`));
    } else return void 0;
  }
  return found;
}
function formatV4(bits) {
  return [
    24n,
    16n,
    8n,
    0n
  ].map((shift) => String(bits >> shift & 0xffn)).join(".");
}
function formatV6(bits) {
  const all = Array.from({
    length: 8
  }, (_, index2) => bits >> BigInt(112 - 16 * index2) & 0xffffn);
  const gap = longestZeros(all);
  if (gap.start === 0 && (gap.length === 6 || gap.length === 5 && all[5] === 0xffffn)) {
    return `::${gap.length === 5 ? "ffff:" : ""}${formatV4(bits & 0xffffffffn)}`;
  }
  const hex3 = all.map((word) => word.toString(16));
  if (gap.length < 2) return hex3.join(":");
  return `${hex3.slice(0, gap.start).join(":")}::${hex3.slice(gap.start + gap.length).join(":")}`;
}
function longestZeros(all) {
  let best = {
    start: 0,
    length: 0
  };
  for (let start2 = 0; start2 < all.length; start2 += 1) {
    let length = 0;
    while (all[start2 + length] === 0n) length += 1;
    if (length > best.length) best = {
      start: start2,
      length
    };
  }
  return best;
}

// src/conf/parts/ip_address.ts
var ipAddress = ofFamily(void 0);
var ipv4Address = ofFamily(4);
function addressOf(text2) {
  return parseIpAddress(text2) ?? {
    family: 4,
    bits: 0n
  };
}
function ofFamily(family) {
  return {
    parse(text2) {
      const address5 = parseIpAddress(text2);
      if (address5 === void 0 || family !== void 0 && address5.family !== family) return void 0;
      return formatIpAddress(address5);
    },
    format: (text2) => text2,
    schema: {
      type: "string"
    },
    expected: family === 4 ? "an IPv4 address" : "an IP address"
  };
}

// src/conf/parts/ip_route.ts
function ipRoute(where) {
  return refine(fields3(where), (route, fail) => {
    const refuse6 = (problem, detail) => fail(problem, wrong2(`${where}: ${detail}`));
    checkFamilies(route, refuse6);
    checkIsNetwork(route, refuse6);
  });
}
function fields3(where) {
  return {
    family: attribute2("family", string),
    address: attribute2("address", ipAddress, {
      required: true,
      ...wrong2(`${where}: Bad network address '%s' in route definition`),
      missing: wrong2(`${where}: Missing required address attribute in route definition`)
    }),
    netmask: attribute2("netmask", ipAddress, wrong2(`${where}: Bad netmask address '%s' in route definition`)),
    prefix: attribute2("prefix", uint32()),
    gateway: attribute2("gateway", ipAddress, {
      required: true,
      ...wrong2(`${where}: Bad gateway address '%s' in route definition`),
      missing: wrong2(`${where}: Missing required gateway attribute in route definition`)
    }),
    metric: attribute2("metric", uint32({
      min: 1
    }))
  };
}
function checkFamilies(route, refuse6) {
  const { family, address: address5, netmask, prefix = 0, gateway } = route;
  const isV4 = addressOf(address5).family === 4;
  const gatewayIsV4 = addressOf(gateway).family === 4;
  if (family === void 0 || family === "ipv4") {
    const stated = family === void 0 ? "No family" : "IPv4 family";
    if (!isV4) refuse6("no IPv4 address", `${stated} specified for non-IPv4 address '${address5}' in route definition`);
    if (!gatewayIsV4) {
      refuse6("no IPv4 gateway", `${stated} specified for non-IPv4 gateway '${address5}' in route definition`);
    }
    if (netmask !== void 0 && addressOf(netmask).family !== 4) {
      refuse6("no IPv4 mask", `Invalid netmask '${netmask}' for address '${address5}' (both must be IPv4)`);
    }
    if (netmask !== void 0 && route.prefix !== void 0) {
      refuse6("netmask or prefix, not both", "Route definition cannot have both a prefix and a netmask");
    }
    if (prefix > 32) refuse6("too long a prefix", badPrefix(prefix, 32));
  } else if (family === "ipv6") {
    if (isV4) {
      refuse6("no IPv6 address", `ipv6 family specified for non-IPv6 address '${address5}' in route definition`);
    }
    if (netmask !== void 0) {
      refuse6("IPv6 has prefixes", `Specifying netmask invalid for IPv6 address '${address5}' in route definition`);
    }
    if (gatewayIsV4) {
      refuse6("no IPv6 gateway", `ipv6 specified for non-IPv6 gateway address '${gateway}' in route definition`);
    }
    if (prefix > 128) refuse6("too long a prefix", badPrefix(prefix, 128));
  } else refuse6("no such family", `Unrecognized family '${family}' in route definition`);
}
function badPrefix(prefix, most) {
  return `Invalid prefix ${prefix} specified in route definition, must be 0 - ${most}`;
}
function checkIsNetwork({ address: address5, netmask, prefix = 0 }, refuse6) {
  const given7 = addressOf(address5);
  const first = netmask === void 0 ? networkBits(given7, prefix) : given7.bits & addressOf(netmask).bits;
  if (given7.bits === first) return;
  const text2 = formatIpAddress(given7);
  refuse6("it is no network address", `Address '${text2}' in route definition is not a network address`);
}
function wrong2(detail) {
  return {
    domain: "VIR_FROM_NETWORK",
    detail
  };
}

// src/conf/domain/devices/ip_config.ts
var given6 = refine({
  address: attribute2("address", ipAddress, {
    required: true,
    missing: wrong("Missing required address in <ip>"),
    ...wrong("Invalid address '%s' in <ip>")
  }),
  family: attribute2("family", oneOf2("ipv4", "ipv6")),
  prefix: nonZero(attribute2("prefix", uint32({
    max: 128
  }), wrong("Invalid prefix value '%s' in <ip>"))),
  peer: attribute2("peer", ipAddress, wrong("Invalid peer '%s' in <ip>", "VIR_ERR_INVALID_ARG"))
}, ({ address: address5, family, prefix = 0, peer }, fail) => {
  const actual = addressOf(address5).family === 4 ? "ipv4" : "ipv6";
  if (family !== void 0 && family !== actual) {
    fail(`${address5} is not of the family ${family}`, wrong(`Invalid address '${address5}' in <ip>`));
  }
  if (actual === "ipv4" && prefix > 32) {
    fail("a prefix of IPv4 is up to 32", wrong(`Invalid prefix value '${prefix}' in <ip>`));
  }
  if (peer === void 0 || addressOf(peer).family === addressOf(address5).family) return;
  fail("the peer is of another family", wrong(`Invalid peer '${peer}' in <ip>`, "VIR_ERR_INVALID_ARG"));
});
var address2 = mapped(given6, {
  parse: ({ address: address5, prefix, peer }) => ({
    address: address5,
    family: address5.includes(":") ? "ipv6" : "ipv4",
    ...prefix === void 0 ? {} : {
      prefix
    },
    ...peer === void 0 ? {} : {
      peer
    }
  }),
  format: (value) => value
});
function ipConfig(place3) {
  return {
    addresses: children("ip", address2),
    routes: children("route", ipRoute(place3))
  };
}

// src/conf/domain/devices/teaming.ts
var content3 = refine({
  type: attribute2("type", oneOf2("persistent", "transient"), unsupported("unknown teaming type '%s'")),
  persistent: attribute2("persistent", string)
}, ({ type, persistent }, fail) => {
  if (type !== void 0 || persistent === void 0) return;
  fail("a type must be given", {
    attribute: "type",
    ...unsupported("unknown teaming type '(null)'")
  });
});
var teaming = child("teaming", content3, {
  empty: "omit"
});

// src/conf/domain/devices/hostdev/scsi_source.ts
var adapterName = "'adapter' name must be specified for scsi hostdev source";
var adapter = {
  adapter: child("adapter", {
    name: attribute2("name", string, required(adapterName))
  }, required(adapterName)),
  address: child("address", {
    bus: attribute2("bus", cNumber(), {
      required: true
    }),
    target: attribute2("target", cNumber(), {
      required: true
    }),
    unit: attribute2("unit", uint64, {
      required: true
    })
  }, required("'address' must be specified for scsi hostdev source"))
};
var iscsi = refine({
  name: attribute2("name", string, required("missing iSCSI hostdev source path name")),
  host: child("host", storageHost, {
    ...required("missing the host address for the iSCSI hostdev"),
    once: wrong("only one source host address may be specified for the iSCSI hostdev")
  }),
  auth: child("auth", storageAuth),
  initiator
}, ({ auth }, fail) => {
  if (auth === void 0 || auth.secret.type === "iscsi") return;
  refuseSecret(auth.secret.type, fail);
});
var otherSecrets = oneOf2("none", "volume", "ceph", "tls", "vtpm");
function refuseSecret(type, fail) {
  const known = type !== void 0 && otherSecrets.parse(type) !== void 0;
  const detail = known ? `hostdev invalid secret type '${type}'` : `invalid secret type ${type ?? "(null)"}`;
  return fail("the secret is not for iSCSI", known ? internal(detail) : unsupported(detail));
}
var iscsiWithUnit = mapped(iscsi, {
  parse: (value) => ({
    ...value,
    name: value.name.includes("/") ? value.name : `${value.name}/0`
  }),
  format: (value) => value
});
var content4 = choice("protocol", {
  adapter,
  iscsi: iscsiWithUnit
}, {
  default: "adapter",
  omitDefault: true,
  ...unsupported("Unknown SCSI subsystem protocol '%s'")
});
var scsiSource = content4;

// src/conf/domain/devices/hostdev/usb_source.ts
var usbIdentity = {
  vendor: child("vendor", {
    id: attribute2("id", hex2({
      width: 4,
      min: 1
    }), {
      required: true
    })
  }),
  product: child("product", {
    id: attribute2("id", hex2({
      width: 4
    }), {
      required: true
    })
  })
};
var place2 = {
  bus: attribute2("bus", cNumber(), {
    required: true
  }),
  device: attribute2("device", cNumber(), {
    required: true
  })
};
var usbPlace = mapped(child("address", place2), {
  parse: (value) => value === void 0 || value.bus === 0 && value.device === 0 ? void 0 : value,
  format: (value) => value
});
function checkUsbIdentity(value, fail) {
  if (value.vendor !== void 0 && value.product === void 0) {
    fail("a vendor needs a product", internal("missing product"));
  }
  if (value.product === void 0 || value.vendor !== void 0) return;
  fail("a product needs a vendor", internal("missing vendor"));
}

// src/conf/domain/devices/hostdev/host_device.ts
var managed = attribute2("managed", yesNo2, {
  default: false
});
var source = required("Missing <source> element in hostdev device");
var pciBackend = path("driver", attribute2("name", oneOf2("kvm", "vfio", "xen")));
var usb = refine({
  startupPolicy: attribute2("startupPolicy", oneOf2("mandatory", "requisite", "optional")),
  autoAddress: attribute2("autoAddress", yesNo2, {
    only: "live"
  }),
  missing: attribute2("missing", yesNo2, {
    only: "live",
    drop: [
      "no"
    ]
  }),
  guestReset: attribute2("guestReset", oneOf2("off", "uninitialized", "on")),
  ...usbIdentity,
  address: usbPlace
}, checkUsbIdentity);
var wwpn = pattern(/naa\.[0-9a-fA-F]{16}/, "naa. and sixteen hexadecimal digits");
var scsiHost = choice("protocol", {
  vhost: {
    wwpn: attribute2("wwpn", wwpn, {
      required: true,
      missing: wrong("missing vhost-scsi hostdev source wwpn"),
      ...wrong("malformed 'wwpn' value")
    })
  }
}, {
  ...unsupported("Unknown scsi_host subsystem protocol '%s'"),
  missing: wrong("Missing scsi_host subsystem protocol")
});
var types = {
  ...unsupported("unknown host device source address type '%s'"),
  missing: wrong("missing source address type")
};
var subsystem = choice("type", {
  usb: {
    managed,
    source: child("source", usb, source)
  },
  pci: {
    managed,
    backend: pciBackend,
    source: child("source", {
      writeFiltering: attribute2("writeFiltering", yesNo2),
      address: child("address", pciAddress, {
        default: {
          domain: 0,
          bus: 0,
          slot: 0,
          function: 0
        }
      })
    }, source)
  },
  scsi: {
    managed,
    sgIo: attribute2("sgio", oneOf2("filtered", "unfiltered")),
    rawIo: attribute2("rawio", yesNo2),
    source: child("source", scsiSource, source)
  },
  scsi_host: {
    managed,
    model: attribute2("model", oneOf2("virtio", "virtio-transitional", "virtio-non-transitional"), {
      drop: [
        "default"
      ]
    }),
    source: child("source", scsiHost, source)
  },
  mdev: {
    managed,
    model: attribute2("model", oneOf2("vfio-pci", "vfio-ccw", "vfio-ap"), {
      required: true
    }),
    display: attribute2("display", onOff),
    ramFb: attribute2("ramfb", onOff),
    source: child("source", {
      address: child("address", {
        uuid: attribute2("uuid", uuid, {
          required: true,
          missing: unsupported("Missing 'uuid' attribute for element <address>"),
          ...internal("Cannot parse uuid attribute of element <address>")
        })
      }, {
        required: true,
        ...unsupported("Missing <address> element")
      })
    }, source)
  }
}, types);
function named2(name, kind) {
  return child(name, textOf3(string), required(`Missing <${name}> element in hostdev ${kind} device`));
}
var capabilities = choice("type", {
  storage: {
    source: child("source", {
      block: named2("block", "storage")
    }, source)
  },
  misc: {
    source: child("source", {
      char: named2("char", "character")
    }, source)
  },
  net: {
    source: child("source", {
      interface: named2("interface", "net")
    }, source),
    ...ipConfig("Domain hostdev device")
  }
}, types);
var modes = choice("mode", {
  subsystem,
  capabilities
}, {
  default: "subsystem",
  ...unsupported("unknown hostdev mode '%s'")
});
var common3 = {
  teaming,
  readonly: flag2("readonly"),
  shareable: flag2("shareable"),
  ...romInfo
};
var hostDevice = mapped(merge(modes, common3), {
  parse(value) {
    if (value.mode === "subsystem" && value.type === "scsi") return value;
    const { readonly: _readonly, shareable: _shareable, ...rest } = value;
    return rest;
  },
  format: (value) => value
});

// src/conf/parts/bandwidth.ts
var rate = refine({
  average: attribute2("average", uint64, unreadable("average")),
  peak: attribute2("peak", uint64, unreadable("peak")),
  floor: attribute2("floor", uint64, unreadable("floor")),
  burst: attribute2("burst", uint64, unreadable("burst"))
}, ({ average, peak, floor, burst }, fail) => {
  if (average !== void 0) return;
  if (floor === void 0) {
    fail("average or floor must be given", {
      code: "VIR_ERR_XML_DETAIL",
      domain: "VIR_FROM_NONE",
      detail: "Missing mandatory average or floor attributes"
    });
  }
  if (peak === void 0 && burst === void 0) return;
  const detail = "'peak' and 'burst' require 'average' attribute";
  fail("peak and burst need an average", {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_NONE",
    detail
  });
});
var outboundRate = refine(rate, ({ floor }, fail) => {
  if (floor === void 0) return;
  const detail = "'floor' attribute allowed only in <inbound> element";
  fail("a floor is for inbound traffic only", {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_NONE",
    detail
  });
});
var both = child("bandwidth", {
  classId: attribute2("classID", uint32()),
  inbound: child("inbound", rate, {
    once: twice("inbound")
  }),
  outbound: child("outbound", outboundRate, {
    once: twice("outbound")
  })
}, {
  empty: "block"
});
var bandwidth = mapped(both, {
  parse: (value) => value?.inbound === void 0 && value?.outbound === void 0 ? void 0 : value,
  format: (value) => value
});
function unreadable(name) {
  const detail = `could not convert bandwidth ${name} value '%s'`;
  return {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    domain: "VIR_FROM_NONE",
    detail
  };
}
function twice(name) {
  const detail = `Only one child <${name}> element allowed`;
  return {
    code: "VIR_ERR_XML_DETAIL",
    domain: "VIR_FROM_NONE",
    detail
  };
}

// src/conf/parts/filter_reference.ts
var parameters = mapped(children("parameter", {
  name: attribute2("name", string),
  value: attribute2("value", string)
}), {
  parse: (list2 = []) => {
    const usable = list2.flatMap(({ name, value }) => isUsable(name, value) ? [
      {
        name: name ?? "",
        value: value ?? ""
      }
    ] : []);
    return usable.length === 0 ? void 0 : usable.toSorted((one, other) => one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
  },
  format: (list2) => list2
});
function filterReference(missing) {
  return object({
    filter: attribute2("filter", string, {
      required: true,
      missing
    }),
    parameters
  });
}
function isUsable(name, value) {
  return name !== void 0 && value !== void 0 && /^\w*$/.test(name) && /^[\w.:]+$/.test(value);
}

// src/conf/parts/virtual_port.ts
var parameters2 = {
  managerId: attribute2("managerid", cNumber({
    max: 255
  }), terms2("value of managerid out of range")),
  typeId: attribute2("typeid", cNumber({
    max: 16777215
  }), terms2("value for typeid out of range")),
  typeIdVersion: attribute2("typeidversion", cNumber({
    max: 255
  }), terms2("value of typeidversion out of range")),
  instanceId: attribute2("instanceid", uuid, terms2("cannot parse instanceid parameter as a uuid")),
  interfaceId: attribute2("interfaceid", uuid, terms2("cannot parse interfaceid parameter as a uuid")),
  profileId: attribute2("profileid", pattern(/.{1,39}/, "a text of up to 39 characters"), {
    drop: [
      ""
    ],
    ...terms2("profileid parameter too long")
  })
};
var EXTRAS = {
  "802.1Qbg": {
    profileId: "profileid",
    interfaceId: "interfaceid"
  },
  "802.1Qbh": {
    managerId: "managerid",
    typeId: "typeid",
    typeIdVersion: "typeidversion",
    instanceId: "instanceid",
    interfaceId: "interfaceid"
  },
  openvswitch: {
    managerId: "managerid",
    typeId: "typeid",
    typeIdVersion: "typeidversion",
    instanceId: "instanceid"
  },
  midonet: {}
};
var profile = refine({
  type: attribute2("type", oneOf2("802.1Qbg", "802.1Qbh", "openvswitch", "midonet"), {
    code: "VIR_ERR_CONFIG_UNSUPPORTED",
    ...terms2("unknown virtualport type %s")
  }),
  parameters: child("parameters", parameters2, {
    empty: "omit"
  })
}, ({ type, parameters: parameters3 }, fail) => {
  for (const [name, word] of Object.entries(type === void 0 ? {} : EXTRAS[type])) {
    if (parameters3?.[name] === void 0) continue;
    fail(`type ${type} has no ${word}`, terms2(`extra ${word} unsupported in <virtualport type='${type}'>`));
  }
});
var virtualPort = mapped(child("virtualport", profile, {
  empty: "omit"
}), {
  parse: (value) => value?.type === void 0 && value?.parameters === void 0 ? void 0 : value,
  format: (value) => value
});
function terms2(detail) {
  return {
    domain: "VIR_FROM_NONE",
    detail
  };
}

// src/conf/parts/vlan.ts
var tag = refine({
  id: attribute2("id", uint32(), {
    required: true
  }),
  nativeMode: attribute2("nativeMode", oneOf2("tagged", "untagged"))
}, ({ id }, fail) => {
  if (id <= 4095) return;
  const detail = `vlan tag id ${id} too large (maximum 4095)`;
  fail(`${id} is too large for a VLAN tag: 4095 is the largest`, {
    domain: "VIR_FROM_NONE",
    detail
  });
});
var written3 = refine({
  trunk: attribute2("trunk", yesNo2),
  tags: children("tag", tag, {
    min: 1,
    domain: "VIR_FROM_NONE",
    detail: "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement"
  })
}, ({ trunk, tags }, fail) => {
  const natives = tags.filter(({ nativeMode }) => nativeMode !== void 0).length;
  if (natives > 1) {
    fail("only one tag can be the native one", {
      domain: "VIR_FROM_NONE",
      detail: "duplicate native vlan setting"
    });
  }
  if (trunk !== false) return;
  if (tags.length > 1) {
    const detail2 = `invalid "trunk='no'" in <vlan> - trunk='yes' is required for more than one vlan tag`;
    fail("several tags need a trunk", {
      domain: "VIR_FROM_NONE",
      attribute: "trunk",
      detail: detail2
    });
  }
  if (natives === 0) return;
  const detail = `invalid configuration in <vlan> - "trunk='no'" is not allowed with a native vlan id`;
  fail("a native tag needs a trunk", {
    domain: "VIR_FROM_NONE",
    attribute: "trunk",
    detail
  });
});
var vlan = mapped(written3, {
  parse: ({ trunk, tags }) => trunk === true || tags.length > 1 ? {
    trunk: true,
    tags
  } : {
    tags
  },
  format: (value) => value
});

// src/conf/domain/devices/interface/driver.ts
var content5 = {
  name: attribute2("name", oneOf2("qemu", "vhost")),
  txMode: attribute2("txmode", oneOf2("iothread", "timer")),
  ioEventFd: attribute2("ioeventfd", onOff),
  eventIdx: attribute2("event_idx", onOff),
  queues: nonZero(attribute2("queues", uint32(), {
    drop: [
      "1"
    ]
  })),
  rxQueueSize: nonZero(attribute2("rx_queue_size", uint32())),
  txQueueSize: nonZero(attribute2("tx_queue_size", uint32())),
  rss: attribute2("rss", onOff),
  rssHashReport: attribute2("rss_hash_report", onOff),
  ...virtioOptions,
  host: child("host", {
    csum: attribute2("csum", onOff),
    gso: attribute2("gso", onOff),
    tso4: attribute2("tso4", onOff),
    tso6: attribute2("tso6", onOff),
    ecn: attribute2("ecn", onOff),
    ufo: attribute2("ufo", onOff),
    mrgRxBuf: attribute2("mrg_rxbuf", onOff)
  }, {
    empty: "omit"
  }),
  guest: child("guest", {
    csum: attribute2("csum", onOff),
    tso4: attribute2("tso4", onOff),
    tso6: attribute2("tso6", onOff),
    ecn: attribute2("ecn", onOff),
    ufo: attribute2("ufo", onOff)
  }, {
    empty: "omit"
  })
};
var forVirtio = child("driver", content5, {
  empty: "omit"
});
var interfaceDriver = {
  ...forVirtio,
  read(reader, context) {
    if (reader.attribute("type") !== "hostdev" && isVirtio(reader)) return forVirtio.read(reader, context);
    for (const driver4 of reader.children("driver")) driver4.ignoreRest();
    return void 0;
  }
};
var backendContent = {
  type: attribute2("type", oneOf2("passt")),
  tap: attribute2("tap", cleanPath),
  vhost: attribute2("vhost", cleanPath),
  logFile: attribute2("logFile", string)
};
var anyBackend = child("backend", backendContent, {
  empty: "omit"
});
var interfaceBackend = {
  ...anyBackend,
  read(reader, context) {
    const value = anyBackend.read(reader, context);
    if (value?.vhost === void 0 || reader.attribute("type") !== "hostdev" && isVirtio(reader)) return value;
    const { vhost: _vhost, ...rest } = value;
    return Object.keys(rest).length === 0 ? void 0 : rest;
  }
};
function isVirtio(reader) {
  const model3 = reader.children("model")[0]?.attribute("type");
  return model3 !== void 0 && /^virtio(-transitional|-non-transitional)?$/i.test(model3);
}

// src/conf/domain/devices/interface/model.ts
var KNOWN = [
  "netfront",
  "rtl8139",
  "virtio",
  "e1000",
  "e1000e",
  "virtio-transitional",
  "virtio-non-transitional",
  "usb-net",
  "spapr-vlan",
  "lan9118",
  "scm91c111",
  "vlance",
  "vmxnet",
  "vmxnet2",
  "vmxnet3",
  "Am79C970A",
  "Am79C973",
  "82540EM",
  "82545EM",
  "82543GC"
];
var card = {
  parse(text2) {
    const known = KNOWN.find((each) => each.toLowerCase() === text2.toLowerCase());
    return known ?? (/^[A-Za-z0-9_-]*$/.test(text2) ? text2 : void 0);
  },
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^[A-Za-z0-9_-]*$"
  },
  expected: "letters, digits, _ and -"
};
var interfaceModel = path("model", attribute2("type", card, {
  drop: [
    "",
    "unknown"
  ],
  code: "VIR_ERR_INVALID_ARG",
  domain: "VIR_FROM_DOMAIN",
  detail: "Model name contains invalid characters"
}));

// src/conf/domain/devices/interface/port_forward.ts
var port2 = uint32({
  min: 1
});
var range = mapped({
  start: attribute2("start", port2),
  end: attribute2("end", port2),
  to: attribute2("to", port2),
  exclude: attribute2("exclude", yesNo2)
}, {
  parse: ({ end, to, ...rest }) => ({
    ...rest,
    ...rest.start === void 0 || end === void 0 ? {} : {
      end
    },
    ...rest.start === void 0 || to === void 0 ? {} : {
      to
    }
  }),
  format: (value) => value
});
var portForwards = children("portForward", {
  protocol: attribute2("proto", oneOf2("tcp", "udp"), {
    required: true
  }),
  address: attribute2("address", ipAddress, wrong("Invalid address '%s' in <portForward>")),
  dev: attribute2("dev", string),
  ranges: children("range", range, {
    empty: "omit"
  })
});

// src/conf/domain/devices/interface/device_source.ts
var address3 = choice("type", {
  pci: pciAddress,
  usb: {
    bus: attribute2("bus", cNumber(), {
      required: true
    }),
    device: attribute2("device", cNumber(), {
      required: true
    })
  }
}, {
  ...unsupported("unknown host device source address type '%s'"),
  missing: wrong("missing source address type")
});
var fields4 = {
  writeFiltering: attribute2("writeFiltering", yesNo2),
  ...usbIdentity,
  address: child("address", address3)
};
var deviceSource = child("source", refine(fields4, (value, fail) => {
  checkUsbIdentity(value, fail);
  if (value.vendor !== void 0 || value.address !== void 0) return;
  fail("the address is missing", wrong("missing source address type"));
}), required("missing source address type"));

// src/conf/domain/devices/interface/sources.ts
var host = ipConfig("interface host IP");
function text(name) {
  return attribute2(name, string, {
    required: true
  });
}
function needed(type) {
  return required(`interface type='${type}' requires a 'source' element`);
}
var port3 = attribute2("port", int32(), {
  required: true
});
var socket = {
  address: text("address"),
  port: port3,
  ...host
};
var network = {
  network: text("network"),
  portGroup: attribute2("portgroup", string),
  portId: attribute2("portid", uuid, {
    only: "live"
  }),
  bridge: attribute2("bridge", string, {
    only: "live"
  }),
  macTableManager: attribute2("macTableManager", oneOf2("kernel", "libvirt"), {
    only: "live"
  }),
  ...host
};
var kinds3 = choice("type", {
  user: {
    source: child("source", {
      dev: attribute2("dev", string),
      ...host
    }, {
      empty: "omit"
    })
  },
  ethernet: {
    source: child("source", host, {
      empty: "omit"
    })
  },
  vhostuser: {
    source: child("source", {
      type: attribute2("type", oneOf2("unix"), {
        required: true,
        missing: {
          detail: "Missing required attribute 'type' in element 'source'"
        },
        ...unsupported("Type='%s' unsupported for <interface type='vhostuser'>")
      }),
      path: text("path"),
      mode: attribute2("mode", oneOf2("client", "server"), {
        required: true
      }),
      reconnect,
      ...host
    }, needed("vhostuser"))
  },
  server: {
    source: child("source", {
      address: attribute2("address", string),
      port: port3,
      ...host
    }, needed("server"))
  },
  client: {
    source: child("source", socket, needed("client"))
  },
  mcast: {
    source: child("source", socket, needed("mcast"))
  },
  network: {
    source: child("source", network, needed("network"))
  },
  bridge: {
    source: child("source", {
      bridge: text("bridge"),
      macTableManager: attribute2("macTableManager", oneOf2("kernel", "libvirt"), {
        only: "live"
      }),
      ...host
    }, needed("bridge"))
  },
  internal: {
    source: child("source", {
      name: text("name"),
      ...host
    }, needed("internal"))
  },
  direct: {
    source: child("source", {
      dev: text("dev"),
      mode: attribute2("mode", oneOf2("vepa", "private", "bridge", "passthrough"), {
        default: "vepa"
      }),
      ...host
    }, needed("direct"))
  },
  hostdev: {
    backend: pciBackend,
    source: deviceSource
  },
  udp: {
    source: child("source", {
      ...socket,
      local: child("local", {
        address: text("address"),
        port: port3
      }, {
        ...required("'<local>' element missing for 'udp' socket interface")
      })
    }, needed("udp"))
  },
  vdpa: {
    source: child("source", {
      dev: text("dev"),
      ...host
    }, needed("vdpa"))
  },
  null: {
    source: child("source", host, {
      empty: "omit"
    })
  },
  vds: {
    source: child("source", {
      switchId: attribute2("switchid", uuid, {
        required: true
      }),
      portId: attribute2("portid", int64, {
        required: true
      }),
      portGroupId: text("portgroupid"),
      connectionId: attribute2("connectionid", int64, {
        required: true
      }),
      ...host
    }, needed("vds"))
  }
}, {
  default: "user",
  first: true
});
var interfaceKinds = kinds3;

// src/conf/domain/devices/interface/target.ts
var target2 = child("target", {
  dev: attribute2("dev", string),
  managed: attribute2("managed", yesNo2)
}, {
  empty: "omit"
});
var interfaceTarget = {
  ...target2,
  read: (reader, context) => withoutMadeUp(target2.read(reader, context), context.live),
  write(value, out) {
    const given7 = withoutMadeUp(value, out.context.live);
    if (given7 !== void 0) target2.write(given7, out);
  }
};
function withoutMadeUp(value, live) {
  const isMadeUp = value?.managed !== false && /^(vnet|macvtap|macvlan)/.test(value?.dev ?? "");
  if (live || value === void 0 || !isMadeUp) return value;
  return value.managed === void 0 ? void 0 : {
    managed: value.managed
  };
}

// src/conf/domain/devices/interface/interface.ts
var address4 = child("mac", refine({
  address: attribute2("address", mac, wrong("unable to parse mac address '%s'")),
  type: attribute2("type", oneOf2("generated", "static")),
  check: attribute2("check", yesNo2)
}, ({ address: address5 }, fail) => {
  const isMulticast = address5 !== void 0 && (Number.parseInt(address5.slice(0, 2), 16) & 1) === 1;
  if (!isMulticast) return;
  const detail = `expected unicast mac address, found multicast '${address5}'`;
  fail("the address is one of a group", {
    attribute: "address",
    ...wrong(detail)
  });
}));
var beforeSource3 = {
  managed: attribute2("managed", yesNo2, {
    drop: [
      "no"
    ]
  }),
  trustGuestRxFilters: attribute2("trustGuestRxFilters", yesNo2),
  mac: address4
};
var filter = child("filterref", filterReference({}));
var afterSource3 = {
  vlan: child("vlan", vlan),
  virtualPort,
  bandwidth,
  isolated: path("port", attribute2("isolated", yesNo2)),
  ...ipConfig("guest interface"),
  portForwards,
  script: path("script", attribute2("path", string)),
  downScript: path("downscript", attribute2("path", string)),
  backendDomain: path("backenddomain", attribute2("name", string)),
  target: interfaceTarget,
  guest: child("guest", {
    dev: attribute2("dev", string),
    actual: attribute2("actual", string)
  }, {
    empty: "omit"
  }),
  model: interfaceModel,
  driver: interfaceDriver,
  backendFiles: interfaceBackend,
  filter,
  sendBuffer: path("tune", child("sndbuf", textOf3(uint64, wrong("sndbuf must be a positive integer")))),
  teaming,
  link: path("link", attribute2("state", oneOf2("up", "down"), unsupported("unknown interface link state '%s'"))),
  mtu: path("mtu", nonZero(attribute2("size", uint32(), wrong("malformed mtu size")))),
  coalescedFrames: path("coalesce/rx/frames", nonZero(attribute2("max", uint32(), wrong("cannot parse value '%s' for coalesce parameter", "VIR_ERR_XML_DETAIL")))),
  ...romInfo
};
var parts2 = merge(beforeSource3, interfaceKinds, afterSource3);
var networkInterface = mapped(refine(parts2, checkVirtualPort), {
  parse: completed3,
  format: (value) => value
});
var ANNOUNCED = [
  "network",
  "bridge",
  "direct",
  "hostdev"
];
var FILTERED = [
  "network",
  "bridge",
  "ethernet"
];
function checkVirtualPort({ type, virtualPort: virtualPort2 }, fail) {
  if (virtualPort2 === void 0 || ANNOUNCED.includes(type)) return;
  const detail = `<virtualport> element unsupported for <interface type='${type}'>`;
  fail("such an interface does not announce itself", unsupported(detail));
}
function completed3(value) {
  const { managed: managed2, filter: filter2, ...rest } = value;
  return {
    ...withoutHostName(rest),
    ...managed2 === void 0 || value.type !== "hostdev" ? {} : {
      managed: managed2
    },
    ...filter2 === void 0 || !FILTERED.includes(value.type) ? {} : {
      filter: filter2
    }
  };
}
function withoutHostName(value) {
  if (value.type !== "user" || value.source?.dev === void 0 || value.backendFiles?.type === "passt") return value;
  const { source: { dev: _dev, ...source3 }, ...rest } = value;
  return Object.keys(source3).length === 0 ? rest : {
    ...rest,
    source: source3
  };
}

// src/conf/domain/devices/lease.ts
var lease = object({
  lockspace: child("lockspace", textOf3(string), {
    required: true
  }),
  key: child("key", textOf3(string), required("Missing 'key' element for lease")),
  target: child("target", {
    path: attribute2("path", string, required("Missing 'path' attribute to 'target' element for lease")),
    offset: nonZero(attribute2("offset", uint64))
  }, required("Missing 'target' element for lease"))
});

// src/conf/domain/devices/redirection_filter.ts
var usbVersion = {
  parse(text2) {
    const [, major, minor = ""] = /^(\d{1,2})\.(\d{1,2})$/.exec(text2) ?? [];
    return major === void 0 ? void 0 : `${Number(major)}.${minor.padEnd(2, "0")}`;
  },
  format: (text2) => text2,
  schema: {
    type: "string",
    pattern: "^\\d{1,2}\\.\\d{2}$"
  },
  expected: "a version like 2.00"
};
var rule = object({
  class: attribute2("class", hex2({
    width: 2,
    max: 255,
    upperCase: true
  }), {
    drop: [
      "-1"
    ],
    ...internal("Invalid USB Class code %s")
  }),
  vendor: attribute2("vendor", hex2({
    width: 4,
    max: 2147483647,
    upperCase: true
  }), {
    drop: [
      "-1"
    ]
  }),
  product: attribute2("product", hex2({
    width: 4,
    max: 2147483647,
    upperCase: true
  }), {
    drop: [
      "-1"
    ]
  }),
  version: attribute2("version", usbVersion, {
    drop: [
      "-1"
    ],
    ...wrong("Cannot parse USB device version %s")
  }),
  allow: attribute2("allow", yesNo2, {
    required: true
  })
});
var redirectionFilter = path("redirfilter", children("usbdev", rule));

// src/conf/domain/devices/mod.ts
var devices = object({
  emulator: child("emulator", textOf3(string)),
  disks: children("disk", disk),
  controllers: children("controller", controller),
  leases: children("lease", lease),
  filesystems: children("filesystem", filesystem),
  interfaces: children("interface", networkInterface),
  smartcards: verbatims("smartcard"),
  serials: verbatims("serial"),
  parallels: verbatims("parallel"),
  consoles: verbatims("console"),
  channels: verbatims("channel"),
  inputs: verbatims("input"),
  tpms: verbatims("tpm"),
  graphics: verbatims("graphics"),
  sounds: verbatims("sound"),
  audios: verbatims("audio"),
  videos: verbatims("video"),
  hostDevices: children("hostdev", hostDevice),
  redirectedDevices: verbatims("redirdev"),
  redirectionFilter,
  hubs: children("hub", hub),
  watchdogs: verbatims("watchdog"),
  memballoon: verbatims("memballoon"),
  rngs: verbatims("rng"),
  nvram: verbatims("nvram"),
  panics: verbatims("panic"),
  sharedMemories: verbatims("shmem"),
  memories: verbatims("memory"),
  iommu: verbatims("iommu"),
  vsock: verbatims("vsock")
});

// src/conf/domain/hyperv.ts
var hyperv = {
  mode: attribute2("mode", oneOf2("custom", "passthrough"), {
    default: "custom"
  }),
  relaxed: state("relaxed"),
  vapic: state("vapic"),
  spinlocks: child("spinlocks", refine({
    ...switched(),
    retries: attribute2("retries", uint32())
  }, ({ state: state3, retries }, fail) => {
    if (!state3 || (retries ?? 0) >= 4095) return;
    fail("there must be at least 4095 retries", {
      attribute: "retries",
      ...retries === void 0 ? wrong("Missing required attribute 'retries' in element 'spinlocks'") : wrong("HyperV spinlock retry count must be at least 4095")
    });
  })),
  vpindex: state("vpindex"),
  runtime: state("runtime"),
  synic: state("synic"),
  stimer: child("stimer", {
    ...switched(),
    direct: path("direct", attribute2("state", onOff, {
      required: true
    }))
  }),
  reset: state("reset"),
  vendorId: child("vendor_id", {
    ...switched(),
    value: attribute2("value", pattern(/[^,]{0,12}/, "up to 12 characters without commas"), {
      ...wrong("HyperV vendor_id value is invalid")
    })
  }),
  frequencies: state("frequencies"),
  reenlightenment: state("reenlightenment"),
  tlbflush: state("tlbflush"),
  ipi: state("ipi"),
  evmcs: state("evmcs"),
  avic: state("avic")
};
function state(name) {
  return path(name, attribute2("state", onOff, {
    required: true,
    ...unsupported(`invalid state of '${name}'`)
  }));
}
function switched() {
  return {
    state: attribute2("state", onOff, {
      required: true
    })
  };
}

// src/conf/domain/features.ts
var PROCESS_CAPABILITIES = [
  "audit_control",
  "audit_write",
  "block_suspend",
  "chown",
  "dac_override",
  "dac_read_search",
  "fowner",
  "fsetid",
  "ipc_lock",
  "ipc_owner",
  "kill",
  "lease",
  "linux_immutable",
  "mac_admin",
  "mac_override",
  "mknod",
  "net_admin",
  "net_bind_service",
  "net_broadcast",
  "net_raw",
  "setgid",
  "setfcap",
  "setpcap",
  "setuid",
  "sys_admin",
  "sys_boot",
  "sys_chroot",
  "sys_module",
  "sys_nice",
  "sys_pacct",
  "sys_ptrace",
  "sys_rawio",
  "sys_resource",
  "sys_time",
  "sys_tty_config",
  "syslog",
  "wake_alarm"
];
var kvm = {
  hidden: state2("hidden"),
  hintDedicated: state2("hint-dedicated"),
  pollControl: state2("poll-control"),
  pvIpi: state2("pv-ipi"),
  dirtyRing: child("dirty-ring", refine({
    state: attribute2("state", onOff, {
      required: true
    }),
    size: attribute2("size", uint32())
  }, checkDirtyRing))
};
var xen = {
  e820Host: state2("e820_host"),
  passthrough: child("passthrough", {
    state: attribute2("state", onOff, {
      required: true
    }),
    mode: attribute2("mode", oneOf2("sync_pt", "share_pt"), {
      drop: [
        "default"
      ]
    })
  })
};
var capabilities2 = mapped(object({
  policy: attribute2("policy", oneOf2("default", "allow", "deny")),
  states: object(Object.fromEntries(PROCESS_CAPABILITIES.map((name) => [
    name,
    state2(name)
  ])))
}), {
  // The default policy is worth a word only beside a capability.
  parse({ policy: policy2 = "default", states }) {
    if (Object.keys(states).length > 0) return {
      policy: policy2,
      states
    };
    return policy2 === "default" ? {} : {
      policy: policy2
    };
  },
  format: ({ policy: policy2, states = {} }) => ({
    states,
    ...policy2 === void 0 ? {} : {
      policy: policy2
    }
  })
});
var features = child("features", {
  acpi: flag2("acpi"),
  apic: child("apic", {
    eoi: attribute2("eoi", onOff)
  }),
  pae: flag2("pae"),
  hap: stateOrOn("hap"),
  viridian: flag2("viridian"),
  privnet: flag2("privnet"),
  hyperv: child("hyperv", hyperv, {
    empty: "block"
  }),
  kvm: child("kvm", kvm, {
    empty: "block"
  }),
  pvSpinlock: stateOrOn("pvspinlock"),
  capabilities: child("capabilities", capabilities2, {
    empty: "omit"
  }),
  pmu: stateOrOn("pmu"),
  vmport: stateOrOn("vmport"),
  gic: child("gic", {
    version: attribute2("version", oneOf2("host", "2", "3"))
  }),
  smm: child("smm", {
    state: attribute2("state", onOff, {
      default: true
    }),
    tseg: child("tseg", size({
      unit: "largest",
      assumed: "MiB"
    }))
  }),
  ioapic: path("ioapic", attribute2("driver", oneOf2("qemu", "kvm"))),
  hpt: child("hpt", {
    resizing: attribute2("resizing", oneOf2("enabled", "disabled", "required")),
    maxPageSize: child("maxpagesize", size())
  }, {
    empty: "omit"
  }),
  vmCoreInfo: stateOrOn("vmcoreinfo"),
  htm: state2("htm"),
  nestedHv: state2("nested-hv"),
  msrs: path("msrs", attribute2("unknown", oneOf2("ignore", "fault"), {
    required: true
  })),
  ccfAssist: state2("ccf-assist"),
  xen: child("xen", xen, {
    empty: "block"
  }),
  cfpc: path("cfpc", attribute2("value", oneOf2("broken", "workaround", "fixed"))),
  sbbc: path("sbbc", attribute2("value", oneOf2("broken", "workaround", "fixed"))),
  ibs: path("ibs", attribute2("value", oneOf2("broken", "workaround", "fixed-ibs", "fixed-ccd", "fixed-na"))),
  tcg: child("tcg", {
    tbCache: child("tb-cache", size())
  }, {
    empty: "omit"
  })
}, {
  empty: "omit"
});
function state2(name) {
  return path(name, attribute2("state", onOff, {
    required: true
  }));
}
function stateOrOn(name) {
  return path(name, attribute2("state", onOff, {
    default: true
  }));
}
function checkDirtyRing({ state: state3, size: size2 }, fail) {
  if (!state3) return;
  if (size2 !== void 0 && size2 >= 1024 && size2 <= 65536 && (size2 & size2 - 1) === 0) return;
  fail("the ring needs a size", {
    attribute: "size",
    ...unsupported("dirty ring must be power of 2 and ranges [1024, 65536]")
  });
}

// src/conf/domain/identity.ts
var virtType = oneOf2("qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz", "test", "vmware", "hyperv", "vbox", "phyp", "parallels", "bhyve", "vz", "hvf");
var uuidOrNothing = {
  ...uuid,
  parse: (text2) => text2.trim() === "" ? "" : uuid.parse(text2)
};
var head = {
  type: attribute2("type", virtType, {
    required: true,
    ...unsupported("invalid domain type %s")
  }),
  id: attribute2("id", uint32({
    max: 2147483647
  }), {
    only: "live"
  })
};
var identity = {
  name: child("name", textOf3(pattern(/[^\n]+/, "a name on one line"), wrong("invalid char in name: \n", "VIR_ERR_XML_DETAIL")), {
    required: true,
    code: "VIR_ERR_NO_NAME",
    domain: "VIR_FROM_DOMAIN",
    detail: ""
  }),
  uuid: child("uuid", textOf3(uuid, wrong("malformed uuid element", "VIR_ERR_INTERNAL_ERROR"))),
  genid: child("genid", textOf3(uuidOrNothing, {
    emptyIsAbsent: false,
    ...wrong("malformed genid element", "VIR_ERR_INTERNAL_ERROR")
  })),
  title: child("title", textOf3(pattern(/[^\n]+/, "a title on one line"), wrong("Domain title can't contain newlines"))),
  description: child("description", textOf3(string)),
  metadata: verbatim("metadata")
};

// src/conf/domain/lifecycle.ts
var action = oneOf2("destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart");
var events = {
  onPoweroff: child("on_poweroff", textOf3(action, terms3("on_poweroff")), {
    default: "destroy"
  }),
  onReboot: child("on_reboot", textOf3(action, terms3("on_reboot")), {
    default: "restart"
  }),
  onCrash: child("on_crash", textOf3(action, terms3("on_crash")), {
    default: "destroy"
  }),
  onLockFailure: child("on_lockfailure", textOf3(oneOf2("poweroff", "restart", "pause", "ignore"), terms3("on_lockfailure")))
};
var pm = child("pm", {
  suspendToMem: path("suspend-to-mem", attribute2("enabled", yesNo2)),
  suspendToDisk: path("suspend-to-disk", attribute2("enabled", yesNo2))
}, {
  empty: "omit"
});
var PERF_EVENTS = [
  "cmt",
  "mbmt",
  "mbml",
  "cpu_cycles",
  "instructions",
  "cache_references",
  "cache_misses",
  "branch_instructions",
  "branch_misses",
  "bus_cycles",
  "stalled_cycles_frontend",
  "stalled_cycles_backend",
  "ref_cpu_cycles",
  "cpu_clock",
  "task_clock",
  "page_faults",
  "context_switches",
  "cpu_migrations",
  "page_faults_min",
  "page_faults_maj",
  "alignment_faults",
  "emulation_faults"
];
var perf = path("perf", mapped(children("event", {
  name: attribute2("name", oneOf2(...PERF_EVENTS), {
    required: true
  }),
  enabled: attribute2("enabled", yesNo2, {
    required: true
  })
}), {
  parse: (events2) => events2?.toSorted((a, b) => PERF_EVENTS.indexOf(a.name) - PERF_EVENTS.indexOf(b.name)),
  format: (events2) => events2
}));
function terms3(name) {
  return wrong(`unknown ${name} action: %s`, "VIR_ERR_INTERNAL_ERROR");
}

// src/conf/domain/memory.ts
var memory = {
  maxMemory: child("maxMemory", {
    slots: attribute2("slots", uint32()),
    size: size()
  }),
  memory: child("memory", {
    dumpCore: attribute2("dumpCore", onOff),
    size: size()
  }),
  currentMemory: child("currentMemory", size())
};
var UNLIMITED = 9007199254740991n;
var memtune = child("memtune", {
  hardLimit: limit2("hard_limit"),
  softLimit: limit2("soft_limit"),
  minGuarantee: child("min_guarantee", size()),
  swapHardLimit: limit2("swap_hard_limit")
}, {
  empty: "omit"
});
var memoryBacking = child("memoryBacking", {
  hugepages: child("hugepages", {
    pages: children("page", {
      size: size({
        attribute: "size"
      }),
      nodeset: attribute2("nodeset", cpuSet)
    })
  }),
  noSharePages: flag2("nosharepages"),
  locked: flag2("locked"),
  source: path("source", attribute2("type", oneOf2("file", "anonymous", "memfd"), {
    drop: [
      "none"
    ]
  })),
  access: path("access", attribute2("mode", oneOf2("shared", "private"), {
    drop: [
      "default"
    ]
  })),
  allocation: child("allocation", {
    mode: attribute2("mode", oneOf2("immediate", "ondemand"), {
      drop: [
        "none"
      ]
    }),
    threads: attribute2("threads", uint32())
  }, {
    empty: "omit"
  }),
  discard: flag2("discard")
}, {
  empty: "omit"
});
function limit2(name) {
  return mapped(child(name, size()), {
    parse: (value) => value !== void 0 && BigInt(value) >= UNLIMITED ? void 0 : value,
    format: (value) => value
  });
}

// src/conf/domain/namespaces.ts
var args = attribute2("value", string, {
  required: true
});
var property = {
  name: attribute2("name", string, {
    required: true
  }),
  type: attribute2("type", oneOf2("string", "signed", "unsigned", "bool", "remove"), {
    required: true
  }),
  value: attribute2("value", string)
};
var source2 = {
  type: attribute2("type", oneOf2("netns", "name", "pid"), {
    required: true
  }),
  value: attribute2("value", string, {
    required: true
  })
};
var NAMESPACES = {
  qemu: "http://libvirt.org/schemas/domain/qemu/1.0",
  lxc: "http://libvirt.org/schemas/domain/lxc/1.0",
  xen: "http://libvirt.org/schemas/domain/xen/1.0",
  bhyve: "http://libvirt.org/schemas/domain/bhyve/1.0",
  vmware: "http://libvirt.org/schemas/domain/vmware/1.0"
};
var namespaces = {
  qemu: namespace("qemu", NAMESPACES.qemu, {
    commandline: child("qemu:commandline", {
      args: children("qemu:arg", args),
      env: children("qemu:env", {
        name: attribute2("name", string, {
          required: true
        }),
        value: attribute2("value", string)
      })
    }, {
      empty: "omit"
    }),
    capabilities: child("qemu:capabilities", {
      add: children("qemu:add", attribute2("capability", string, {
        required: true
      })),
      del: children("qemu:del", attribute2("capability", string, {
        required: true
      }))
    }, {
      empty: "omit"
    }),
    override: path("qemu:override", children("qemu:device", {
      alias: attribute2("alias", string, {
        required: true
      }),
      frontend: path("qemu:frontend", children("qemu:property", property))
    })),
    deprecation: path("qemu:deprecation", attribute2("behavior", string))
  }),
  lxc: namespace("lxc", NAMESPACES.lxc, {
    namespace: child("lxc:namespace", {
      sharenet: child("lxc:sharenet", source2),
      shareipc: child("lxc:shareipc", source2),
      shareuts: child("lxc:shareuts", source2)
    })
  }),
  xen: namespace("xen", NAMESPACES.xen, {
    commandline: path("xen:commandline", children("xen:arg", args))
  }),
  bhyve: namespace("bhyve", NAMESPACES.bhyve, {
    commandline: path("bhyve:commandline", children("bhyve:arg", args))
  }),
  vmware: namespace("vmware", NAMESPACES.vmware, {
    datacenterPath: child("vmware:datacenterpath", textOf3(string))
  })
};

// src/conf/domain/security.ts
var label2 = refine({
  type: attribute2("type", oneOf2("none", "dynamic", "static"), {
    default: "dynamic"
  }),
  model: attribute2("model", string),
  relabel: attribute2("relabel", yesNo2),
  label: child("label", textOf3(string)),
  imageLabel: child("imagelabel", textOf3(string), {
    only: "live"
  }),
  baseLabel: child("baselabel", textOf3(string))
}, ({ type, relabel, label: label3, model: model3 }, fail) => {
  if (type === "dynamic" && relabel === false) {
    const detail = "dynamic label type must use resource relabeling";
    fail("a dynamic label must be put on resources", {
      attribute: "relabel",
      ...unsupported(detail)
    });
  }
  if (type === "none" && relabel === true) {
    const detail = "resource relabeling is not compatible with 'none' label type";
    fail("without a label there is none to put on resources", {
      attribute: "relabel",
      ...unsupported(detail)
    });
  }
  if (type === "static" && label3 === void 0 && model3 !== "none") {
    fail("a static label must be given", wrong("security label is missing"));
  }
});
var seclabels = children("seclabel", mapped(label2, {
  parse: canonical4,
  format: (value) => value
}));
function canonical4({ type, model: model3, relabel, label: label3, imageLabel, baseLabel }) {
  const head2 = {
    type,
    ...model3 === void 0 ? {} : {
      model: model3
    }
  };
  if (type === "none") return head2;
  const isRelabelled = relabel ?? type === "dynamic";
  return {
    ...head2,
    relabel: isRelabelled,
    ...label3 === void 0 ? {} : {
      label: label3
    },
    ...isRelabelled && imageLabel !== void 0 ? {
      imageLabel
    } : {},
    ...type === "dynamic" && baseLabel !== void 0 ? {
      baseLabel
    } : {}
  };
}
var cipher = {
  name: attribute2("name", oneOf2("aes", "dea"), {
    required: true
  }),
  state: attribute2("state", onOff, {
    required: true
  })
};
var keywrap = child("keywrap", {
  ciphers: mapped(children("cipher", cipher), {
    parse: (ciphers) => ciphers?.toSorted((a, b) => a.name.localeCompare(b.name)),
    format: (ciphers) => ciphers
  })
}, {
  empty: "omit"
});
var policy = {
  ...hex2({
    width: 4
  }),
  parse: (text2) => hex2().parse(text2.trim().replace(/^(0x)?/i, "0x"))
};
var launchSecurity = child("launchSecurity", choice("type", {
  sev: {
    kernelHashes: attribute2("kernelHashes", yesNo2),
    cbitpos: child("cbitpos", textOf3(uint32(), wrong("Invalid format for launch security cbitpos"))),
    reducedPhysBits: child("reducedPhysBits", textOf3(uint32(), wrong("Invalid format for launch security reduced-phys-bits"))),
    policy: child("policy", textOf3(policy, wrong("failed to get launch security policy")), {
      required: true,
      ...wrong("failed to get launch security policy")
    }),
    dhCert: child("dhCert", textOf3(string)),
    session: child("session", textOf3(string))
  },
  "s390-pv": {}
}));

// src/conf/domain/sysinfo.ts
function entries(...names) {
  return {
    optional: false,
    read(reader) {
      const found = {};
      for (const entry of reader.children("entry")) {
        const name = entry.requiredAttribute("name");
        const text2 = entry.text();
        if (!names.includes(name)) entry.ignoreRest();
        else if (text2 !== "") found[name] ??= text2;
      }
      const ordered = names.filter((name) => found[name] !== void 0).map((name) => [
        name,
        found[name]
      ]);
      return Object.fromEntries(ordered);
    },
    write(value, out) {
      out.content((writer) => {
        for (const name of names) {
          const text2 = value[name];
          if (text2 !== void 0) writer.text("entry", text2, {
            name
          });
        }
      });
    },
    schema: () => ({
      type: "object",
      properties: Object.fromEntries(names.map((name) => [
        name,
        {
          type: "string"
        }
      ]))
    })
  };
}
var sysinfo = children("sysinfo", choice("type", {
  smbios: {
    bios: child("bios", entries("vendor", "version", "date", "release"), {
      empty: "block"
    }),
    system: child("system", entries("manufacturer", "product", "version", "serial", "uuid", "sku", "family"), {
      empty: "block"
    }),
    baseBoards: children("baseBoard", entries("manufacturer", "product", "version", "serial", "asset", "location"), {
      empty: "block"
    }),
    chassis: child("chassis", entries("manufacturer", "version", "serial", "asset", "sku"), {
      empty: "block"
    }),
    oemStrings: child("oemStrings", {
      entries: children("entry", textOf3(string))
    }, {
      empty: "block"
    })
  },
  fwcfg: {
    entries: children("entry", {
      name: attribute2("name", string, {
        required: true,
        ...wrong("Firmware entry is missing 'name' attribute")
      }),
      file: attribute2("file", string),
      value: textIfAny(string)
    })
  }
}, unsupported("unknown sysinfo type '%s'")));

// src/conf/domain/tuning.ts
var blkiotune = child("blkiotune", {
  weight: child("weight", textOf3(uint32())),
  devices: children("device", {
    path: child("path", textOf3(string), {
      required: true
    }),
    weight: child("weight", textOf3(uint32())),
    readIopsSec: child("read_iops_sec", textOf3(uint32())),
    writeIopsSec: child("write_iops_sec", textOf3(uint32())),
    readBytesSec: child("read_bytes_sec", textOf3(uint64)),
    writeBytesSec: child("write_bytes_sec", textOf3(uint64))
  })
}, {
  empty: "omit"
});
var mode2 = oneOf2("strict", "preferred", "interleave", "restrictive");
var memory2 = refine({
  mode: attribute2("mode", mode2, unsupported("Unsupported NUMA memory tuning mode '%s'")),
  nodeset: attribute2("nodeset", cpuSet, {
    code: "VIR_ERR_INVALID_ARG",
    detail: "Failed to parse bitmap '%s'"
  }),
  placement: attribute2("placement", oneOf2("static", "auto"), unsupported("Unsupported NUMA memory placement mode '%s'"))
}, ({ nodeset, placement }, fail, { lenient }) => {
  if (nodeset === "") {
    fail("the set is empty", {
      attribute: "nodeset",
      ...unsupported("Invalid value of 'nodeset': ")
    });
  }
  if (placement === "static" && nodeset === void 0) {
    const detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    fail("static placement needs a nodeset", unsupported(detail));
  }
  if (placement === "auto" && nodeset !== void 0 && !lenient) fail("automatic placement has no nodeset of its own");
});
var numatune = child("numatune", {
  memory: mapped(child("memory", memory2, {
    empty: "omit"
  }), {
    parse(value) {
      if (value === void 0) return void 0;
      const { mode: mode3 = "strict", nodeset, placement } = value;
      if (placement !== "auto" && nodeset !== void 0) return {
        mode: mode3,
        nodeset
      };
      return {
        mode: mode3,
        ...placement === void 0 ? {} : {
          placement
        }
      };
    },
    format: (value) => value
  }),
  memnodes: children("memnode", {
    cellid: attribute2("cellid", uint32(), {
      required: true
    }),
    mode: attribute2("mode", mode2, {
      default: "strict"
    }),
    nodeset: attribute2("nodeset", cpuSet, {
      required: true
    })
  })
}, {
  empty: "omit"
});
var resource = child("resource", {
  partition: child("partition", textOf3(string)),
  fibreChannelAppId: path("fibrechannel", attribute2("appid", pattern(/[ -~]{1,128}/, "up to 128 printable characters"), {
    code: "VIR_ERR_INVALID_ARG",
    detail: "FC appid '%s' is not valid"
  }))
}, {
  empty: "omit"
});
var range2 = {
  start: attribute2("start", uint32(), {
    required: true
  }),
  target: attribute2("target", uint32(), {
    required: true
  }),
  count: attribute2("count", uint32(), {
    required: true
  })
};
var idmap = child("idmap", {
  uids: mapped(children("uid", range2), {
    parse: (ids) => ids?.toSorted(byStart),
    format: (ids) => ids
  }),
  gids: mapped(children("gid", range2), {
    parse: (ids) => ids?.toSorted(byStart),
    format: (ids) => ids
  })
}, {
  empty: "omit"
});
function byStart(a, b) {
  return a.start - b.start;
}

// src/conf/domain/vcpu.ts
var count2 = mapped(refine({
  placement: attribute2("placement", oneOf2("static", "auto"), {
    default: "static"
  }),
  cpuset: attribute2("cpuset", cpuSet, {
    code: "VIR_ERR_INVALID_ARG",
    detail: "Failed to parse bitmap '%s'"
  }),
  current: attribute2("current", uint32()),
  maximum: textOf3(uint32(), wrong("maximum vcpus count must be an integer"))
}, ({ cpuset }, fail) => {
  if (cpuset !== "") return;
  fail("the set is empty", {
    attribute: "cpuset",
    ...unsupported("Invalid value of 'cpuset': ")
  });
}), {
  parse: ({ cpuset, current: current2, ...rest }) => ({
    ...rest,
    // What libvirt places by itself has no set of its own; all processors in use go without saying.
    ...cpuset === void 0 || rest.placement === "auto" ? {} : {
      cpuset
    },
    ...current2 === void 0 || current2 === rest.maximum ? {} : {
      current: current2
    }
  }),
  format: (value) => value
});
var vcpu = child("vcpu", count2, {
  default: {
    placement: "static",
    maximum: 1
  }
});
var vcpus = path("vcpus", children("vcpu", {
  id: attribute2("id", uint32(), {
    required: true
  }),
  enabled: attribute2("enabled", yesNo2, {
    required: true
  }),
  hotpluggable: attribute2("hotpluggable", yesNo2),
  order: attribute2("order", uint32())
}));
var pool = {
  threadPoolMin: attribute2("thread_pool_min", uint32({
    max: 2147483647
  })),
  threadPoolMax: attribute2("thread_pool_max", uint32({
    max: 2147483647
  }))
};
var ioThreads = {
  iothreads: child("iothreads", textOf3(uint32(), wrong("invalid iothreads count '%s'"))),
  iothreadIds: path("iothreadids", children("iothread", {
    id: attribute2("id", uint32({
      min: 1
    }), {
      required: true
    }),
    ...pool
  })),
  defaultIoThread: child("defaultiothread", pool, {
    empty: "omit"
  })
};

// src/conf/domain/document.ts
var fields5 = {
  ...head,
  ...identity,
  ...memory,
  blkiotune,
  memtune,
  memoryBacking,
  vcpu,
  vcpus,
  ...ioThreads,
  cputune,
  numatune,
  resource,
  sysinfo,
  ...bootloader,
  os,
  idmap,
  features,
  cpu,
  clock,
  ...events,
  pm,
  perf,
  devices: child("devices", devices, {
    default: {},
    empty: "block"
  }),
  seclabels,
  keywrap,
  launchSecurity,
  ...namespaces
};
var domain = element2("domain", mapped(fields5, {
  parse: (written4, fail) => canonicalKind(written4, fail),
  format: (written4) => written4
}), {
  namespaces: NAMESPACES
});

// src/drivers/test/device_views.ts
var views = /* @__PURE__ */ new WeakMap();
function deviceViews(definition) {
  let view = views.get(definition);
  if (view === void 0) {
    view = readDocument(formatShape(domain, definition), readDomain, {
      root: "domain",
      unknown: "ignore"
    });
    views.set(definition, view);
  }
  return view;
}
function readDomain(root) {
  const devices2 = root.child("devices");
  const all = (name) => devices2?.children(name) ?? [];
  const characters = (name) => all(name).map((each, at) => readCharacter(each, `${name}${at}`));
  return {
    interfaces: all("interface").map(readInterface),
    consoles: [
      ...characters("console"),
      ...characters("serial"),
      ...characters("parallel")
    ],
    channels: characters("channel"),
    balloon: all("memballoon").some((each) => each.attribute("model") !== "none"),
    screens: all("video").length
  };
}
function readInterface(net) {
  const target3 = net.child("target")?.attribute("dev");
  const network2 = net.child("source")?.attribute("network");
  const script = net.child("script")?.attribute("path");
  return {
    type: net.attribute("type") ?? "",
    mac: net.child("mac")?.attribute("address")?.toLowerCase() ?? "",
    ...target3 === void 0 ? {} : {
      target: target3
    },
    ...network2 === void 0 ? {} : {
      network: network2
    },
    ...script === void 0 ? {} : {
      script
    }
  };
}
function readCharacter(device, otherwise) {
  const name = device.child("target")?.attribute("name");
  return {
    alias: device.child("alias")?.attribute("name") ?? otherwise,
    ...name === void 0 ? {} : {
      name
    }
  };
}

// src/drivers/test/devices_of.ts
function disksOf({ devices: devices2 }) {
  return devices2?.disks ?? [];
}
function diskTarget({ target: target3 }) {
  return target3?.dev ?? "";
}
function diskPath(disk2) {
  switch (disk2.type) {
    case "file":
      return disk2.source?.file;
    case "block":
      return disk2.source?.dev;
    case "dir":
      return disk2.source?.dir;
    case "vhostuser":
      return disk2.source?.path;
    default:
      return void 0;
  }
}
function findDisk(definition, name) {
  const nameOf = name.startsWith("/") ? diskPath : diskTarget;
  return disksOf(definition).find((disk2) => nameOf(disk2) === name);
}
function interfacesOf(definition) {
  return deviceViews(definition).interfaces;
}
function findInterface(definition, name) {
  const mac2 = name.toLowerCase();
  return interfacesOf(definition).find((each) => each.mac === mac2 || each.target === name);
}
function withDisk(definition, old, next) {
  const disks = disksOf(definition).map((disk2) => disk2 === old ? next : disk2);
  return {
    ...definition,
    devices: {
      ...definition.devices,
      disks
    }
  };
}

// src/drivers/test/vcpus_of.ts
function maxVcpus2({ vcpu: vcpu2 }) {
  return vcpu2.maximum;
}
function onlineVcpus({ vcpu: vcpu2, vcpus: vcpus2 }) {
  const all = Array.from({
    length: vcpu2.maximum
  }, (_, id) => id);
  if (vcpus2 === void 0) return all.slice(0, vcpu2.current ?? vcpu2.maximum);
  const enabled = new Set(vcpus2.filter((each) => each.enabled).map(({ id }) => id));
  return all.filter((id) => enabled.has(id));
}
function affinityOf({ vcpu: vcpu2, cputune: cputune2 }, id, hostCpus) {
  const set = cputune2?.vcpuPins?.find((pin) => pin.vcpu === id)?.cpuset ?? vcpu2.cpuset;
  return cpusIn(set, hostCpus);
}
function cpusIn(set, hostCpus) {
  const members2 = set === void 0 ? void 0 : parseCpuSet(set);
  return members2 === void 0 ? Array.from({
    length: hostCpus
  }, (_, cpu2) => cpu2) : [
    ...members2
  ].sort((a, b) => a - b);
}

// src/drivers/test/io_threads.ts
var DEFAULT_POLLING = {
  maxNs: 32768,
  grow: 0,
  shrink: 0
};
function ioThreadIds(definition) {
  return threadsOf(definition).map(({ id }) => id);
}
function ioThreadInfos(definition) {
  const all = onlineVcpus(definition).length;
  return ioThreadIds(definition).map((id) => {
    const own = definition.cputune?.iothreadPins?.find(({ iothread }) => iothread === id)?.cpuset;
    return {
      id,
      cpus: cpusIn(own ?? definition.vcpu.cpuset, all)
    };
  });
}
function withIoThread(definition, id) {
  const threads = threadsOf(definition);
  if (threads.some((thread) => thread.id === id)) throw refuse(`an IOThread is already using iothread_id '${id}'`);
  return withThreads(definition, [
    ...threads,
    {
      id
    }
  ]);
}
function withoutIoThread(definition, id) {
  const threads = threadsOf(definition);
  const at = threads.findIndex((thread) => thread.id === id);
  if (at === -1) throw refuse(`cannot find IOThread '${id}' in iothreadids list`);
  const user = disksOf(definition).find((disk2) => disk2.driver?.ioThread === id);
  if (user !== void 0) {
    throw refuse(`cannot remove IOThread ${id} since it is being used by disk '${diskTarget(user)}'`);
  }
  const isLastUnnamed = definition.iothreadIds === void 0 && at === threads.length - 1;
  const rest = threads.toSpliced(at, 1);
  if (!isLastUnnamed) return withThreads(definition, rest);
  const { iothreads: _, ...others } = definition;
  return rest.length === 0 ? others : {
    ...others,
    iothreads: rest.length
  };
}
function withIoThreadPin(definition, { id, cpus }) {
  if (cpus.length === 0) {
    throw failure("VIR_ERR_INVALID_ARG", "Empty iothread cpumap list for pinning");
  }
  const threads = threadsOf(definition);
  if (!threads.some((thread) => thread.id === id)) {
    throw failure("VIR_ERR_INVALID_ARG", `iothreadid ${id} not found`);
  }
  const pin = {
    iothread: id,
    cpuset: formatCpuSet(new Set(cpus))
  };
  const others = definition.cputune?.iothreadPins?.filter(({ iothread }) => iothread !== id) ?? [];
  const iothreadPins = [
    ...others,
    pin
  ].sort((a, b) => a.iothread - b.iothread);
  return {
    ...withThreads(definition, threads),
    cputune: {
      ...definition.cputune,
      iothreadPins
    }
  };
}
function threadsOf({ iothreads = 0, iothreadIds }) {
  return iothreadIds ?? Array.from({
    length: iothreads
  }, (_, at) => ({
    id: at + 1
  }));
}
function withThreads(definition, threads) {
  const { iothreads: _, iothreadIds: __, ...rest } = definition;
  return threads.length === 0 ? rest : {
    ...rest,
    iothreads: threads.length,
    iothreadIds: [
      ...threads
    ]
  };
}
function refuse(detail) {
  return failure("VIR_ERR_INVALID_ARG", detail, {
    domain: "VIR_FROM_DOMAIN"
  });
}

// src/drivers/test/pick_definition.ts
function pickOne(record, flags) {
  if (flags.live && flags.config) {
    const text2 = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
    throw invalidArgument("flags", text2, {
      function: "virDomainObjGetOneDefState",
      domain: "VIR_FROM_DOMAIN"
    });
  }
  const { live } = impact(record, flags);
  return live || record.id === -1 ? current(record, live) : stored(record);
}
function pickAll(record, flags) {
  const { live, config } = impact(record, flags);
  if (record.id === -1) return [
    current(record, false)
  ];
  return [
    ...live ? [
      current(record, true)
    ] : [],
    ...config ? [
      stored(record)
    ] : []
  ];
}
function impact(record, flags) {
  const running = record.id !== -1;
  const { live = false, config = false } = flags.live || flags.config ? flags : {
    live: running,
    config: !running
  };
  if (live && !running) throw notRunning();
  if (config && !record.persistent) {
    throw failure("VIR_ERR_OPERATION_INVALID", "transient domains do not have any persistent config", {
      domain: "VIR_FROM_DOMAIN",
      hint: "Change the running domain, or define it first"
    });
  }
  return {
    live,
    config
  };
}
function current(record, live) {
  return {
    definition: record.definition,
    live,
    change: (next) => void (record.definition = next)
  };
}
function stored(record) {
  return {
    definition: record.stored ?? record.definition,
    live: false,
    change: (next) => void (record.stored = next)
  };
}

// src/drivers/test/refuse_flags.ts
function refuseFlags(flags, rule2) {
  const allowed = Object.fromEntries(rule2.allowed.map((name) => [
    name,
    rule2.table[name] ?? 0
  ]));
  checkFlags(flagsToNumber(rule2.table, flags), [
    allowed
  ], {
    function: rule2.function,
    domain: "VIR_FROM_TEST"
  });
}

// src/drivers/test/domain_io_threads.ts
var PARAMETERS2 = {
  poll_max_ns: "ullong",
  poll_grow: "uint",
  poll_shrink: "uint"
};
function createIoThreads({ list: list2 }) {
  return {
    getIoThreads: (ref, flags) => Promise.try(() => ioThreadInfos(pickOne(list2.require(ref), flags).definition)),
    addIoThread: (ref, id, flags) => Promise.try(() => {
      requireNumber(id);
      const record = list2.require(ref);
      const picked = pickOne(record, flags);
      picked.change(withIoThread(picked.definition, id));
      record.ioThreads.set(id, DEFAULT_POLLING);
    }),
    deleteIoThread: (ref, id, flags) => Promise.try(() => {
      requireNumber(id);
      const record = list2.require(ref);
      const picked = pickOne(record, flags);
      picked.change(withoutIoThread(picked.definition, id));
      record.ioThreads.delete(id);
    }),
    pinIoThread: (ref, pin, flags) => Promise.try(() => {
      const picked = pickOne(list2.require(ref), flags);
      picked.change(withIoThreadPin(picked.definition, pin));
    }),
    setIoThreadParameters: (ref, { id, parameters: parameters3, flags }) => Promise.try(() => {
      refuseFlags(flags, {
        table: DOMAIN_AFFECT_FLAGS,
        allowed: [
          "live"
        ],
        function: "testDomainSetIOThreadParams"
      });
      requireNumber(id);
      const record = list2.require(ref);
      if (!ioThreadIds(pickOne(record, flags).definition).includes(id)) {
        throw failure("VIR_ERR_INVALID_ARG", `cannot find IOThread '${id}' in iothreadids`);
      }
      const values = new Map(fromRecord(PARAMETERS2, parameters3).map(({ field, value }) => [
        field,
        value
      ]));
      const old = record.ioThreads.get(id) ?? DEFAULT_POLLING;
      record.ioThreads.set(id, {
        maxNs: values.get("poll_max_ns") ?? old.maxNs,
        grow: values.get("poll_grow") ?? old.grow,
        shrink: values.get("poll_shrink") ?? old.shrink
      });
    })
  };
}
function requireNumber(id) {
  if (id === 0) throw failure("VIR_ERR_INVALID_ARG", "invalid value of 0 for iothread_id");
}

// src/drivers/test/memory_of.ts
var LAST_UPDATE = 627319920;
function totalMemory({ memory: memory3 }) {
  return memory3?.size ?? 0;
}
function currentMemory(definition) {
  return definition.currentMemory ?? totalMemory(definition);
}
function memoryStats(definition) {
  if (!deviceViews(definition).balloon) return {};
  const actual = currentMemory(definition);
  const part = (of) => toInteger64(BigInt(actual) / of);
  return {
    actualBalloon: actual,
    swapIn: 0,
    swapOut: 0,
    majorFault: 0,
    minorFault: 0,
    unused: part(2n),
    available: actual,
    usable: part(2n),
    lastUpdate: LAST_UPDATE,
    diskCaches: part(8n),
    hugetlbPgalloc: 0,
    hugetlbPgfail: 0,
    rss: part(2n)
  };
}

// src/drivers/test/domain_memory.ts
function createMemory({ list: list2 }) {
  return {
    getMaxMemory: (ref) => Promise.try(() => totalMemory(list2.require(ref).definition)),
    setMemory: (ref, memory3, flags) => Promise.try(() => {
      const { definition, live, change } = pickOne(list2.require(ref), flags);
      if (flags.maximum) {
        if (live) throw refuse2("cannot resize the maximum memory on an active domain");
        return change(withMaximum(definition, memory3));
      }
      if (memory3 > totalMemory(definition)) {
        throw failure("VIR_ERR_INVALID_ARG", "cannot set memory higher than max memory");
      }
      change({
        ...definition,
        currentMemory: memory3
      });
    })
  };
}
function withMaximum(definition, memory3) {
  if ((definition.cpu?.numa?.cells.length ?? 0) > 0) {
    throw refuse2("initial memory size of a domain with NUMA nodes cannot be modified with this API");
  }
  if (definition.maxMemory !== void 0 && definition.maxMemory.size < memory3) {
    throw refuse2("cannot set initial memory size greater than the maximum memory size");
  }
  const current2 = currentMemory(definition);
  return {
    ...definition,
    memory: {
      ...definition.memory,
      size: memory3
    },
    currentMemory: current2 > memory3 ? memory3 : current2
  };
}
function refuse2(detail) {
  return failure("VIR_ERR_OPERATION_INVALID", detail);
}

// src/drivers/test/host.ts
var HOST_CALLS = {
  getHostname: "virConnectGetHostname",
  getNodeInfo: "virNodeGetInfo",
  getCpuMap: "virNodeGetCPUMap",
  getCpuStats: "virNodeGetCPUStats",
  getMemoryStats: "virNodeGetMemoryStats",
  getFreeMemory: "virNodeGetFreeMemory",
  getCellsFreeMemory: "virNodeGetCellsFreeMemory",
  getFreePages: "virNodeGetFreePages",
  getSecurityModel: "virNodeGetSecurityModel",
  getSysinfo: "virConnectGetSysinfo",
  getMaxVcpus: "virConnectGetMaxVcpus"
};
var MAX_VCPUS2 = 32;
var CPU_STATS = {
  user: 97974e5,
  kernel: 346787234e5,
  idle: 872649e5,
  iowait: 7636e5
};
var SYSINFO = `<sysinfo type='smbios'>
  <bios>
    <entry name='vendor'>LENOVO</entry>
    <entry name='version'>G4ETA1WW (2.61 )</entry>
    <entry name='date'>05/07/2014</entry>
    <entry name='release'>2.61</entry>
  </bios>
</sysinfo>
`;
function createHost({ node, files }) {
  const { info, cells } = node;
  return {
    getHostname: async () => (await files.readText("/proc/sys/kernel/hostname"))?.trim() ?? "localhost",
    getNodeInfo: () => Promise.resolve(info),
    getCpuMap: () => Promise.resolve({
      total: 8,
      online: [
        0,
        2,
        4
      ]
    }),
    getCpuStats: () => Promise.resolve(CPU_STATS),
    getMemoryStats: (cell2) => Promise.try(() => {
      const own = cell2 === void 0 ? void 0 : cells[cell2];
      if (cell2 !== void 0 && own === void 0) throw outOfRange();
      const free = own?.free ?? cells.reduce((sum2, each) => sum2 + each.free, 0);
      return {
        total: own?.memory ?? info.memory,
        free,
        buffers: 0,
        cached: 0
      };
    }),
    getFreeMemory: () => Promise.resolve(cells.reduce((sum2, { free }) => sum2 + free, 0)),
    getCellsFreeMemory: (start2, count3) => Promise.try(() => {
      if (start2 >= cells.length) throw outOfRange();
      return cells.slice(start2, start2 + count3).map(({ memory: memory3 }) => memory3);
    }),
    getFreePages: (query) => Promise.resolve(freePages(query)),
    getSecurityModel: () => Promise.resolve({
      model: "testSecurity",
      doi: ""
    }),
    getSysinfo: () => Promise.resolve(SYSINFO),
    getMaxVcpus: () => Promise.resolve(MAX_VCPUS2)
  };
}
function freePages({ sizes, cellCount }) {
  const counts = [];
  for (let count3 = 19; counts.length < sizes.length * cellCount; count3 = count3 * 2 + 7 | 0) counts.push(count3);
  return counts;
}
function outOfRange() {
  return new VirtError("VIR_ERR_INVALID_ARG", "Range exceeds available cells", {
    domain: "VIR_FROM_TEST",
    hint: "virsh capabilities lists the cells"
  });
}

// src/drivers/test/made_up.ts
var MICROSECONDS_PER_MILLISECOND = 1e3;
var MICROSECONDS_PER_SECOND = 1e6;
var BLOCK_INFO = {
  capacity: 1099506450432,
  allocation: 1099511627776,
  physical: 1099511627776
};
var CPU_TIMES = {
  total: 48772617035,
  user: 554e7,
  system: 646e7
};
function base(clock2) {
  return Math.floor(clock2.now()) * MICROSECONDS_PER_MILLISECOND;
}
function diskCounts(clock2) {
  const now = base(clock2);
  return {
    readRequests: Math.floor(now / 10),
    readBytes: Math.floor(now / 20),
    writeRequests: Math.floor(now / 30),
    writeBytes: Math.floor(now / 40),
    errors: Math.floor(now / (MICROSECONDS_PER_SECOND * 2))
  };
}
function interfaceCounts(clock2) {
  const now = base(clock2);
  return {
    rxBytes: Math.floor(now / 10),
    rxPackets: Math.floor(now / 100),
    rxErrors: Math.floor(now / MICROSECONDS_PER_SECOND),
    rxDropped: Math.floor(now / (MICROSECONDS_PER_SECOND * 2)),
    txBytes: Math.floor(now / 20),
    txPackets: Math.floor(now / 110),
    txErrors: Math.floor(now / (MICROSECONDS_PER_SECOND * 3)),
    txDropped: Math.floor(now / (MICROSECONDS_PER_SECOND * 4))
  };
}
function vcpuTime(clock2) {
  return Math.floor(base(clock2) / 10);
}

// src/drivers/test/domain_vcpus.ts
function createVcpus({ hypervisor: { clock: clock2, node }, list: list2 }) {
  const { nodes, sockets, cores, threads } = node.info;
  const hostCpus = nodes * sockets * cores * threads;
  return {
    getMaxVcpus: (ref) => Promise.try(() => maxVcpus2(pickOne(list2.require(ref), {
      live: true
    }).definition)),
    getVcpuCount: (ref, flags) => Promise.try(() => {
      refuseFlags(flags, {
        table: DOMAIN_VCPU_FLAGS,
        allowed: [
          "live",
          "config",
          "maximum"
        ],
        function: "testDomainGetVcpusFlags"
      });
      const { definition } = pickOne(list2.require(ref), flags);
      return flags.maximum ? maxVcpus2(definition) : onlineVcpus(definition).length;
    }),
    setVcpuCount: (ref, count3, flags) => Promise.try(() => {
      refuseFlags(flags, {
        table: DOMAIN_VCPU_FLAGS,
        allowed: [
          "live",
          "config",
          "maximum"
        ],
        function: "testDomainSetVcpusFlags"
      });
      if (count3 > MAX_VCPUS2) {
        const detail = `requested cpu amount exceeds maximum supported amount (${count3} > ${MAX_VCPUS2})`;
        throw failure("VIR_ERR_INVALID_ARG", detail);
      }
      const picked = pickAll(list2.require(ref), flags);
      for (const { definition, live } of picked) {
        const max = maxVcpus2(definition);
        if ((live || !flags.maximum) && max < count3) {
          throw failure("VIR_ERR_INVALID_ARG", `requested cpu amount exceeds maximum (${count3} > ${max})`);
        }
      }
      for (const { definition, live, change } of picked) {
        change(flags.maximum && !live ? withMaximum2(definition, count3) : withOnline(definition, firstOf(count3)));
      }
    }),
    setVcpus: (ref, change, flags) => Promise.try(() => {
      for (const { definition, change: put } of pickAll(list2.require(ref), flags)) {
        put(withSingle(definition, change));
      }
    }),
    getVcpus: (ref) => Promise.try(() => {
      const { id, definition } = list2.require(ref);
      if (id === -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot list vcpus for an inactive domain");
      return onlineVcpus(definition).map((number2) => {
        const affinity = affinityOf(definition, number2, hostCpus);
        return {
          number: number2,
          state: "running",
          cpuTime: vcpuTime(clock2),
          cpu: affinity.at(-1) ?? -1,
          affinity
        };
      });
    }),
    getVcpuPins: (ref, flags) => Promise.try(() => {
      const { definition } = pickOne(list2.require(ref), flags);
      return firstOf(maxVcpus2(definition)).map((id) => affinityOf(definition, id, hostCpus));
    }),
    pinVcpu: (ref, { vcpu: vcpu2, cpus }, flags) => Promise.try(() => {
      refuseFlags(flags, {
        table: DOMAIN_AFFECT_FLAGS,
        allowed: [],
        function: "testDomainPinVcpuFlags"
      });
      const record = list2.require(ref);
      const { definition } = record;
      if (record.id === -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot pin vcpus on an inactive domain");
      if (!onlineVcpus(definition).includes(vcpu2)) {
        throw failure("VIR_ERR_INVALID_ARG", `requested vcpu '${vcpu2}' is not present in the domain`);
      }
      const others = definition.cputune?.vcpuPins?.filter((pin) => pin.vcpu !== vcpu2) ?? [];
      const vcpuPins = [
        ...others,
        {
          vcpu: vcpu2,
          cpuset: formatCpuSet(new Set(cpus))
        }
      ].sort((a, b) => a.vcpu - b.vcpu);
      record.definition = {
        ...definition,
        cputune: {
          ...definition.cputune,
          vcpuPins
        }
      };
    }),
    getEmulatorPin: (ref, flags) => Promise.try(() => {
      const { definition: { cputune: cputune2, vcpu: vcpu2 } } = pickOne(list2.require(ref), flags);
      return cpusIn(cputune2?.emulatorPin?.cpuset ?? vcpu2.cpuset, hostCpus);
    }),
    pinEmulator: (ref, cpus, flags) => Promise.try(() => {
      const { definition, change } = pickOne(list2.require(ref), flags);
      if (cpus.length === 0) throw failure("VIR_ERR_INVALID_ARG", "Empty cpu list for pinning");
      const emulatorPin = {
        cpuset: formatCpuSet(new Set(cpus))
      };
      change({
        ...definition,
        cputune: {
          ...definition.cputune,
          emulatorPin
        }
      });
    })
  };
}
function firstOf(count3) {
  return Array.from({
    length: count3
  }, (_, id) => id);
}
function withOnline(definition, online) {
  const { current: _, ...vcpu2 } = definition.vcpu;
  const counted = online.length === vcpu2.maximum ? vcpu2 : {
    ...vcpu2,
    current: online.length
  };
  if (definition.vcpus === void 0) return {
    ...definition,
    vcpu: counted
  };
  const vcpus2 = definition.vcpus.map((each) => ({
    ...each,
    enabled: online.includes(each.id)
  }));
  return {
    ...definition,
    vcpu: counted,
    vcpus: vcpus2
  };
}
function withMaximum2(definition, maximum) {
  const online = onlineVcpus(definition).filter((id) => id < maximum);
  const known = definition.vcpus?.filter(({ id }) => id < maximum);
  const added = firstOf(maximum).slice(definition.vcpus?.length).map((id) => ({
    id,
    enabled: false,
    hotpluggable: true
  }));
  const vcpus2 = known === void 0 ? {} : {
    vcpus: [
      ...known,
      ...added
    ]
  };
  return withOnline({
    ...definition,
    ...vcpus2,
    vcpu: {
      ...definition.vcpu,
      maximum
    }
  }, online);
}
function withSingle(definition, { vcpus: vcpus2, enabled }) {
  const wanted = parseCpuSet(vcpus2);
  if (wanted === void 0 || wanted.size === 0) {
    throw failure("VIR_ERR_INVALID_ARG", `Failed to parse bitmap '${vcpus2}'`, {
      domain: "VIR_FROM_NONE"
    });
  }
  const max = maxVcpus2(definition);
  const missing = [
    ...wanted
  ].find((id) => id >= max);
  if (missing !== void 0) {
    throw failure("VIR_ERR_INVALID_ARG", `vcpu '${missing}' is not present in domain definition`);
  }
  if (!enabled && wanted.has(0)) throw failure("VIR_ERR_INVALID_ARG", "vCPU '0' can't be modified");
  const online = new Set(onlineVcpus(definition));
  for (const id of wanted) enabled ? online.add(id) : online.delete(id);
  const before = definition.vcpus;
  const all = firstOf(max).map((id) => before?.[id] ?? {
    id,
    enabled: false,
    hotpluggable: id !== 0
  });
  return withOnline({
    ...definition,
    vcpus: all
  }, [
    ...online
  ].sort((a, b) => a - b));
}

// src/drivers/test/domain_devices.ts
var DOMAIN_DEVICES_CALLS = {
  attach: "virDomainAttachDevice",
  detach: "virDomainDetachDevice",
  detachAlias: "virDomainDetachDeviceAlias",
  update: "virDomainUpdateDevice",
  getMaxMemory: "virDomainGetMaxMemory",
  setMemory: "virDomainSetMemory",
  setMemoryStatsPeriod: "virDomainSetMemoryStatsPeriod",
  getMaxVcpus: "virDomainGetMaxVcpus",
  getVcpuCount: "virDomainGetVcpus",
  setVcpuCount: "virDomainSetVcpus",
  setVcpus: "virDomainSetVcpu",
  getVcpus: "virDomainGetVcpus",
  getVcpuPins: "virDomainGetVcpuPinInfo",
  pinVcpu: "virDomainPinVcpu",
  getEmulatorPin: "virDomainGetEmulatorPinInfo",
  pinEmulator: "virDomainPinEmulator",
  getIoThreads: "virDomainGetIOThreadInfo",
  addIoThread: "virDomainAddIOThread",
  deleteIoThread: "virDomainDelIOThread",
  pinIoThread: "virDomainPinIOThread",
  setIoThreadParameters: "virDomainSetIOThreadParams"
};
function createDomainDevices(guests) {
  return {
    ...createMemory(guests),
    ...createVcpus(guests),
    ...createIoThreads(guests)
  };
}

// src/conf/domain/normalise/step.ts
function refuse3(detail, code = "VIR_ERR_XML_ERROR") {
  throw new VirtError(code, detail, {
    domain: "VIR_FROM_DOMAIN"
  });
}
function refuseUnsupported(detail) {
  return refuse3(detail, "VIR_ERR_CONFIG_UNSUPPORTED");
}

// src/conf/domain/normalise/boot_order.ts
function completeBootOrder(domain2, { accepts }) {
  if (domain2.os.type.type !== "hvm" || accepts.has("no-boot-order")) return domain2;
  const orders = bootOrders(domain2.devices);
  const twice2 = orders.find((order, at) => orders.indexOf(order) !== at);
  if (twice2 !== void 0) refuseUnsupported(`boot order '${twice2}' used for more than one device`);
  const { boot: boot2 } = domain2.os;
  if (boot2 !== void 0 && orders.length > 0) {
    refuseUnsupported("per-device boot elements cannot be used together with os/boot elements");
  }
  if (boot2 !== void 0 || orders.length > 0) return domain2;
  return domain2.bootloader === void 0 ? {
    ...domain2,
    os: {
      ...domain2.os,
      boot: [
        "hd"
      ]
    }
  } : domain2;
}
function bootOrders(devices2) {
  const all = Object.values(devices2).flatMap((list2) => Array.isArray(list2) ? list2 : [
    list2
  ]);
  return all.flatMap((device) => {
    const order = device?.boot?.order;
    return order === void 0 ? [] : [
      order
    ];
  });
}

// src/conf/domain/normalise/firmware_tables.ts
function matchSystemUuid(domain2, _context) {
  const system = domain2.sysinfo?.find(({ type }) => type === "smbios");
  const text2 = system?.type === "smbios" ? system.system?.uuid : void 0;
  if (text2 === void 0) return domain2;
  const uuid2 = uuid.parse(text2);
  if (uuid2 === void 0) refuse3("malformed <sysinfo> uuid element", "VIR_ERR_XML_DETAIL");
  if (domain2.uuid !== void 0 && domain2.uuid !== uuid2) {
    refuse3("UUID mismatch between <uuid> and <sysinfo>", "VIR_ERR_XML_DETAIL");
  }
  return {
    ...domain2,
    uuid: uuid2
  };
}
function checkFirmwareDate(domain2) {
  for (const info of domain2.sysinfo ?? []) {
    const date = info.type === "smbios" ? info.bios?.date : void 0;
    if (date === void 0) continue;
    const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(date)?.map(Number) ?? [];
    const isDate = within(month, 1, 12) && within(day, 1, 31) && (within(year, 0, 99) || within(year, 1900, Infinity));
    if (!isDate) refuse3("Invalid BIOS 'date' format", "VIR_ERR_XML_DETAIL");
  }
  return domain2;
}
function within(number2, min, max) {
  return number2 !== void 0 && number2 >= min && number2 <= max;
}

// src/conf/domain/normalise/controller_rules.ts
function checkControllerRules(domain2) {
  for (const controller2 of domain2.devices.controllers ?? []) {
    if (controller2.type === "pci") checkPci(controller2);
  }
  return domain2;
}
function checkPci({ model: model3, index: index2 = 0, address: address5, target: target3 = {} }) {
  if ((model3 === "pci-root" || model3 === "pcie-root") && address5 !== void 0) {
    refuseUnsupported("pci-root and pcie-root controllers should not have an address");
  }
  if (index2 > 255) refuseUnsupported(`PCI controller index ${index2} too high, maximum is 255`);
  checkRange("target index", target3.index, [
    0,
    30
  ]);
  if (target3.index !== void 0 && index2 === 0 !== (target3.index === 0)) {
    refuseUnsupported("Only the PCI controller with index 0 can have target index 0, and vice versa");
  }
  checkRange("chassisNr", target3.chassisNr, [
    1,
    255
  ]);
  checkRange("chassis", target3.chassis, [
    0,
    255
  ]);
  checkRange("port", target3.port, [
    0,
    255
  ]);
  checkRange("busNr", target3.busNr, [
    1,
    254
  ]);
  if (target3.node !== void 0 && index2 === 0) {
    refuseUnsupported("The PCI controller with index=0 can't be associated with a NUMA node");
  }
}
function checkRange(name, value, [min, max]) {
  if (value === void 0 || value >= min && value <= max) return;
  refuseUnsupported(`PCI controller ${name} '${value}' out of range - must be ${min}-${max}`);
}

// src/conf/domain/normalise/controllers.ts
var USB2_MODELS = [
  "ich9-ehci1",
  "ich9-uhci1",
  "ich9-uhci2",
  "ich9-uhci3"
];
function orderControllers(domain2) {
  const ordered = [];
  for (const controller2 of domain2.devices.controllers ?? []) {
    if (controller2.type === "usb") checkUsb(controller2, ordered);
    ordered.splice(placeOf(controller2, ordered), 0, controller2);
  }
  const usb2 = ordered.filter(({ type, model: model3 }) => type === "usb" && model3 !== "none");
  if (usb2.length > 0 && usb2.every(({ masterPort }) => masterPort !== void 0)) {
    refuse3("No master USB controller specified", "VIR_ERR_XML_DETAIL");
  }
  return withControllers(domain2, ordered);
}
function numberControllers(domain2) {
  const controllers = [
    ...domain2.devices.controllers ?? []
  ];
  controllers.forEach((controller2, at) => {
    if (controller2.index !== void 0) return;
    const index2 = companionIndex(controllers, at) ?? freeIndex(controllers, controller2.type);
    controllers[at] = withIndex(controller2, index2);
  });
  return withControllers(domain2, controllers);
}
function checkControllers(domain2) {
  const taken2 = /* @__PURE__ */ new Set();
  for (const { type, index: index2 } of domain2.devices.controllers ?? []) {
    if (type === "usb") continue;
    if (taken2.has(`${type} ${index2}`)) refuse3(`Multiple '${type}' controllers with index '${index2}'`);
    taken2.add(`${type} ${index2}`);
  }
  return domain2;
}
function addControllers(domain2) {
  const { devices: devices2 } = domain2;
  const controllers = [
    ...devices2.controllers ?? []
  ];
  const taken2 = new Set(controllers.map(({ type, index: index2 }) => `${type} ${index2}`));
  const add = (type, index2) => {
    if (taken2.has(`${type} ${index2}`)) return;
    taken2.add(`${type} ${index2}`);
    controllers.push(withIndex({
      type
    }, index2));
  };
  const addUpTo = (type, index2) => {
    for (let each = 0; each <= index2; each += 1) add(type, each);
  };
  for (const type of [
    "scsi",
    "fdc",
    "ide",
    "sata"
  ]) {
    addUpTo(type, highestController(devices2.disks?.filter(({ target: target3 }) => target3?.bus === type) ?? []));
  }
  for (const port4 of [
    ...devices2.channels ?? [],
    ...devices2.consoles ?? []
  ]) {
    if (!isVirtioPort(port4)) continue;
    add("virtio-serial", port4.address?.type === "virtio-serial" ? port4.address.controller : 0);
  }
  addUpTo("scsi", highestController(devices2.hostDevices?.filter(({ type }) => type === "scsi") ?? []));
  return withControllers(domain2, controllers);
}
var MAX_CONTROLLERS = 8192;
function highestController(devices2) {
  const numbers = devices2.map(({ address: address5 }) => address5?.type === "drive" ? address5.controller : -1);
  const highest = Math.max(-1, ...numbers);
  if (highest >= MAX_CONTROLLERS) refuse3(`controller '${highest}' of a drive is out of range`, "VIR_ERR_INVALID_ARG");
  return highest;
}
function isVirtioPort(port4) {
  return port4.target?.type === "virtio";
}
function checkUsb({ model: model3 }, before) {
  const usb2 = before.filter(({ type }) => type === "usb");
  const isOff = usb2.some((each) => each.model === "none");
  if (!isOff && (model3 !== "none" || usb2.length === 0)) return;
  refuse3("Can't add another USB controller: USB is disabled for this domain", "VIR_ERR_XML_DETAIL");
}
function placeOf(controller2, before) {
  let place3;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const each = before[at];
    if (each === void 0 || each.type !== controller2.type) continue;
    if (controller2.index === void 0) return at + 1;
    if ((each.index ?? -1) > controller2.index) place3 = at;
    else if (isMaster(controller2) && !isMaster(each) && each.index === controller2.index) place3 = at;
    else place3 ??= at + 1;
  }
  return place3 ?? before.length;
}
function isMaster({ masterPort }) {
  return masterPort === void 0;
}
function companionIndex(controllers, at) {
  const controller2 = controllers[at];
  if (controller2?.type !== "usb" || !USB2_MODELS.includes(controller2.model ?? "")) return void 0;
  const previous = controllers.slice(0, at).findLast(({ type }) => type === "usb");
  if (previous === void 0 || !USB2_MODELS.includes(previous.model ?? "")) return void 0;
  const isTaken = controllers.some(({ type, index: index2, model: model3 }) => type === "usb" && index2 === previous.index && model3 === controller2.model);
  return isTaken ? void 0 : previous.index;
}
function freeIndex(controllers, type) {
  const taken2 = new Set(controllers.filter((each) => each.type === type).map(({ index: index3 }) => index3));
  let index2 = 0;
  while (taken2.has(index2)) index2 += 1;
  return index2;
}
function withIndex(controller2, index2) {
  return {
    ...controller2,
    index: index2
  };
}
function withControllers(domain2, controllers) {
  return controllers.length === 0 ? domain2 : {
    ...domain2,
    devices: {
      ...domain2.devices,
      controllers
    }
  };
}

// src/conf/domain/disk_name.ts
function diskIndex(name) {
  const letters = /^(?:fd|hd|vd|sd|xvd|ubd)([a-z]{1,6})\d*$/.exec(name)?.[1];
  if (letters === void 0) return void 0;
  return [
    ...letters
  ].reduce((index2, letter) => (index2 + 1) * 26 + letter.charCodeAt(0) - 97, -1);
}

// src/conf/domain/normalise/disks.ts
function orderDisks(domain2) {
  const ordered = [];
  for (const disk2 of domain2.devices.disks ?? []) ordered.splice(placeOf2(disk2, ordered), 0, disk2);
  return withDisks(domain2, ordered);
}
function addressDisks(domain2, { accepts }) {
  const disks = domain2.devices.disks?.map((disk2) => {
    const dev = disk2.target?.dev;
    if (disk2.address !== void 0 || dev === void 0) return disk2;
    const index2 = diskIndex(dev);
    if (index2 === void 0) return refuse3(`Unknown disk name '${dev}' and no address specified`);
    const address5 = accepts.has("wide-scsi") && disk2.target?.bus === "scsi" ? wideScsiAddress(index2) : addressOf2(disk2.target?.bus, index2);
    return address5 === void 0 ? disk2 : {
      ...disk2,
      address: address5
    };
  });
  return withDisks(domain2, disks);
}
function shareIoTune(domain2) {
  const { disks } = domain2.devices;
  return withDisks(domain2, disks?.map((disk2) => {
    const group = disk2.ioTune?.groupName;
    if (group === void 0 || hasLimits(disk2)) return disk2;
    const other = disks.find((each) => each.ioTune?.groupName === group && hasLimits(each));
    return other?.ioTune === void 0 ? disk2 : {
      ...disk2,
      ioTune: other.ioTune
    };
  }));
}
function checkDisks(domain2) {
  const disks = domain2.devices.disks ?? [];
  disks.forEach((disk2, at) => {
    const other = disks.slice(at + 1).find((each) => each.target?.dev === disk2.target?.dev);
    if (other === void 0) return;
    const names = `'${disk2.target?.dev}' duplicated for disk sources '${sourceOf(disk2)}' and '${sourceOf(other)}'`;
    refuse3(`target ${names}`);
  });
  disks.forEach((disk2, at) => {
    const { address: address5, target: target3 } = disk2;
    if (address5?.type !== "drive") return;
    const isSame2 = (each) => each.target?.bus === target3?.bus && isSameDrive(each.address, address5);
    if (!disks.slice(at + 1).some(isSame2)) return;
    const place3 = `controller='${address5.controller}' bus='${address5.bus}' target='${address5.target}' unit='${address5.unit}'`;
    refuseUnsupported(`Found duplicate drive address for disk with target name '${target3?.dev}' ${place3}`);
  });
  return domain2;
}
function isSameDrive(a, b) {
  return a?.type === "drive" && a.controller === b.controller && a.bus === b.bus && a.target === b.target && a.unit === b.unit;
}
function sourceOf(disk2) {
  const { source: source3 } = disk2;
  if (source3 === void 0) return "<null>";
  if ("file" in source3 && source3.file !== void 0) return source3.file;
  if ("dev" in source3 && source3.dev !== void 0) return source3.dev;
  if ("dir" in source3 && source3.dir !== void 0) return source3.dir;
  if ("name" in source3 && source3.name !== void 0) return source3.name;
  return "<null>";
}
function placeOf2(disk2, before) {
  const index2 = diskIndex(disk2.target?.dev ?? "") ?? -1;
  let place3 = before.length;
  let isFound2 = false;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const each = before[at];
    if (each?.target?.bus !== disk2.target?.bus) continue;
    if ((diskIndex(each?.target?.dev ?? "") ?? -1) > index2) {
      place3 = at;
      isFound2 = true;
    } else if (!isFound2) {
      place3 = at + 1;
      isFound2 = true;
    }
  }
  return place3;
}
var DRIVES = {
  ide: {
    controller: 4,
    bus: 2
  },
  fdc: {
    controller: 2,
    bus: 2
  },
  sata: {
    controller: 6,
    bus: 6
  },
  scsi: {
    controller: 7,
    bus: 7
  }
};
function addressOf2(bus, index2) {
  if (bus === void 0 || !(bus in DRIVES)) return void 0;
  const drives = DRIVES[bus];
  return {
    type: "drive",
    controller: Math.floor(index2 / drives.controller),
    bus: Math.floor(index2 % drives.controller / drives.bus),
    target: 0,
    unit: index2 % drives.bus
  };
}
function wideScsiAddress(index2) {
  const unit = index2 % 15;
  const controller2 = Math.floor(index2 / 15);
  return {
    type: "drive",
    controller: controller2,
    bus: 0,
    target: 0,
    unit: unit < 7 ? unit : unit + 1
  };
}
function hasLimits({ ioTune: ioTune2 }) {
  return Object.keys(ioTune2 ?? {}).some((name) => name !== "groupName");
}
function withDisks(domain2, disks) {
  return disks === void 0 || disks.length === 0 ? domain2 : {
    ...domain2,
    devices: {
      ...domain2.devices,
      disks
    }
  };
}

// src/conf/domain/normalise/vhost_user_rules.ts
var UNSUPPORTED2 = [
  [
    "cache",
    ({ driver: driver4 }) => driver4?.cache !== void 0
  ],
  [
    "error_policy",
    ({ driver: driver4 }) => (driver4?.errorPolicy ?? driver4?.readErrorPolicy) !== void 0
  ],
  [
    "io",
    ({ driver: driver4 }) => driver4?.io !== void 0
  ],
  [
    "ioeventfd",
    ({ driver: driver4 }) => driver4?.ioEventFd !== void 0
  ],
  [
    "copy_on_read",
    ({ driver: driver4 }) => driver4?.copyOnRead !== void 0
  ],
  [
    "discard",
    ({ driver: driver4 }) => driver4?.discard !== void 0
  ],
  [
    "iothread",
    ({ driver: driver4 }) => driver4?.ioThread !== void 0
  ],
  [
    "detect_zeroes",
    ({ driver: driver4 }) => driver4?.detectZeroes !== void 0
  ],
  [
    "metadata_cache",
    ({ driver: driver4 }) => driver4?.metadataCacheSize !== void 0
  ],
  [
    "iotune",
    ({ ioTune: ioTune2 }) => ioTune2 !== void 0
  ],
  [
    "backingStore",
    ({ backingStore: backingStore2 }) => backingStore2 !== void 0
  ],
  [
    "encryption",
    ({ encryption: encryption2, source: source3 }) => (encryption2 ?? source3?.encryption) !== void 0
  ],
  [
    "readonly",
    ({ readonly }) => readonly === true
  ],
  [
    "shareable",
    ({ shareable }) => shareable === true
  ],
  [
    "transient",
    ({ transient }) => transient !== void 0
  ],
  [
    "serial",
    ({ serial }) => serial !== void 0
  ],
  [
    "wwn",
    ({ wwn }) => wwn !== void 0
  ],
  [
    "vendor",
    ({ vendor }) => vendor !== void 0
  ],
  [
    "product",
    ({ product }) => product !== void 0
  ],
  [
    "auth",
    ({ auth }) => auth !== void 0
  ],
  [
    "geometry",
    ({ geometry: geometry2 }) => geometry2 !== void 0
  ],
  [
    "blockio",
    ({ blockIo }) => blockIo !== void 0
  ]
];
var VHOST_USER_RULES = [
  {
    when: ({ type, target: target3 }) => type === "vhostuser" && target3?.bus !== "virtio",
    detail: "vhostuser disk supports only virtio bus"
  },
  {
    when: ({ type, snapshot }) => type === "vhostuser" && snapshot !== "no",
    detail: "only snapshot=no is supported with vhostuser disk"
  },
  ...UNSUPPORTED2.map(([name, isGiven]) => ({
    when: (disk2) => disk2.type === "vhostuser" && isGiven(disk2),
    detail: `${name} is not supported with vhostuser disk`
  }))
];

// src/conf/domain/normalise/disk_rules.ts
var SECRET_OF_PROTOCOL = {
  iscsi: "iscsi",
  rbd: "ceph"
};
var AUTHENTICATED = [
  "iscsi",
  "http",
  "https",
  "ftp",
  "ftps",
  "ssh",
  "rbd"
];
var SECRETS = [
  "none",
  "volume",
  "ceph",
  "iscsi",
  "tls",
  "vtpm"
];
var DRIVE_BUSES = [
  "ide",
  "fdc",
  "scsi",
  "sata"
];
var SOURCE_RULES = [
  {
    when: (disk2) => disk2.type === "network" && authOf(disk2) !== void 0 && !AUTHENTICATED.includes(protocolOf(disk2) ?? ""),
    detail: (disk2) => `authentication is not supported for protocol '${protocolOf(disk2)}'`
  },
  {
    when: (disk2) => disk2.type === "network" && authOf(disk2) !== void 0 && !SECRETS.includes(authOf(disk2)?.secret.type ?? ""),
    detail: (disk2) => `unknown secret type '${authOf(disk2)?.secret.type ?? "<null>"}'`
  },
  {
    when: (disk2) => {
      const wanted = SECRET_OF_PROTOCOL[protocolOf(disk2) ?? ""];
      return authOf(disk2) !== void 0 && wanted !== void 0 && authOf(disk2)?.secret.type !== wanted;
    },
    detail: (disk2) => `invalid secret type '${authOf(disk2)?.secret.type}'`
  },
  {
    when: (disk2) => {
      const encryption2 = disk2.encryption ?? disk2.source?.encryption;
      return encryption2?.format === "luks" && encryption2.cipher !== void 0;
    },
    detail: "supplying <cipher> for domain disk definition is unnecessary"
  }
];
var LUN_RULES = [
  {
    when: (disk2) => isLun(disk2) && disk2.type === "network" && protocolOf(disk2) !== "iscsi",
    detail: (disk2) => `disk device='lun' is not supported for protocol='${protocolOf(disk2)}'`
  },
  {
    when: (disk2) => isLun(disk2) && ![
      "network",
      "block",
      "volume"
    ].includes(disk2.type),
    detail: "disk device='lun' is only valid for block type disk source"
  },
  {
    when: (disk2) => isLun(disk2) && ![
      "raw",
      "none",
      void 0
    ].includes(disk2.driver?.type),
    detail: "disk device 'lun' must use 'raw' format"
  },
  {
    when: (disk2) => isLun(disk2) && (disk2.encryption ?? disk2.source?.encryption ?? {
      format: "default"
    }).format !== "default",
    detail: "disk device 'lun' doesn't support encryption"
  },
  {
    when: (disk2) => !isLun(disk2) && disk2.source?.reservations !== void 0,
    detail: "<reservations/> allowed only for lun devices"
  },
  {
    when: (disk2) => !isLun(disk2) && disk2.rawIo !== void 0,
    detail: "rawio can be used only with device='lun'"
  },
  {
    when: (disk2) => !isLun(disk2) && disk2.sgIo !== void 0,
    detail: "sgio can be used only with device='lun'"
  }
];
var LIMIT_RULES = [
  "BytesSec",
  "IopsSec",
  "BytesSecMax",
  "IopsSecMax"
].map((name) => ({
  when: ({ ioTune: ioTune2 }) => ioTune2?.[`total${name}`] !== void 0 && (ioTune2[`read${name}`] ?? ioTune2[`write${name}`]) !== void 0,
  detail: `total and read/write ${snakeCase(name)} cannot be set at the same time`,
  code: "VIR_ERR_XML_ERROR"
}));
var BUS_RULES = [
  {
    when: ({ address: address5, target: target3 }) => address5 !== void 0 && address5.type !== "drive" && DRIVE_BUSES.includes(target3?.bus ?? ""),
    detail: ({ address: address5, target: target3 }) => `Invalid address type '${address5?.type}' for the disk '${target3?.dev}' with the bus type '${target3?.bus}'`
  },
  {
    when: (disk2) => !isVirtio2(disk2) && disk2.model !== void 0,
    detail: ({ model: model3, target: target3 }) => `disk model '${model3}' not supported for bus '${target3?.bus}'`
  },
  {
    when: (disk2) => !isVirtio2(disk2) && disk2.driver?.queues !== void 0,
    detail: "queues attribute in disk driver element is only supported by virtio-blk"
  },
  {
    when: (disk2) => !isVirtio2(disk2) && disk2.driver?.eventIdx !== void 0,
    detail: "disk event_idx mode supported only for virtio bus"
  },
  {
    when: (disk2) => !isVirtio2(disk2) && disk2.driver?.ioEventFd !== void 0,
    detail: "disk ioeventfd mode supported only for virtio bus"
  }
];
var REST = [
  {
    when: ({ target: target3, device }) => target3?.tray !== void 0 && device !== "floppy" && device !== "cdrom",
    detail: "tray is only valid for cdrom and floppy"
  },
  {
    when: ({ vendor = "" }) => vendor.length > 8,
    detail: "disk vendor is more than 8 characters"
  },
  {
    when: ({ product = "" }) => product.length > 16,
    detail: "disk product is more than 16 characters"
  },
  {
    when: ({ device, target: target3 }) => device === "floppy" && target3?.bus !== "fdc",
    detail: ({ target: target3 }) => `Invalid bus type '${target3?.bus}' for floppy disk`,
    code: "VIR_ERR_INTERNAL_ERROR"
  },
  {
    when: ({ device, target: target3 }) => device !== "floppy" && target3?.bus === "fdc",
    detail: ({ target: target3 }) => `Invalid bus type '${target3?.bus}' for disk`,
    code: "VIR_ERR_INTERNAL_ERROR"
  },
  {
    when: ({ target: target3 }) => target3?.removable !== void 0 && target3.bus !== "usb",
    detail: "removable is only valid for usb disks",
    code: "VIR_ERR_XML_ERROR"
  },
  {
    when: ({ device, target: target3 }) => (device === "disk" || device === "lun") && !/^(hd|sd|vd|xvd|ubd)/.test(target3?.dev ?? ""),
    detail: ({ target: target3 }) => `Invalid harddisk device name: ${target3?.dev}`,
    code: "VIR_ERR_INTERNAL_ERROR"
  },
  {
    when: ({ device, target: target3 }) => device === "floppy" && !target3?.dev?.startsWith("fd"),
    detail: ({ target: target3 }) => `Invalid floppy device name: ${target3?.dev}`,
    code: "VIR_ERR_INTERNAL_ERROR"
  },
  {
    when: (disk2) => disk2.device === "disk" && isEmpty(disk2),
    detail: ({ target: target3 }) => target3?.dev ?? "",
    code: "VIR_ERR_NO_SOURCE"
  }
];
var RULES = [
  {
    when: ({ target: target3 }) => target3?.dev === void 0,
    detail: (disk2) => disk2.source === void 0 ? "" : sourceOf(disk2),
    code: "VIR_ERR_NO_TARGET"
  },
  ...SOURCE_RULES,
  {
    when: ({ sgIo }) => sgIo === "unfiltered",
    detail: "unfiltered sgio is no longer supported"
  },
  ...LUN_RULES,
  ...LIMIT_RULES,
  ...BUS_RULES,
  ...VHOST_USER_RULES,
  ...REST
];
function checkDiskFiles(domain2, { accepts }) {
  if (accepts.has("disk-fd")) return domain2;
  const handed = domain2.devices.disks?.find(({ type, source: source3 }) => type === "file" && source3?.fdGroup !== void 0);
  if (handed !== void 0) refuseUnsupported(`driver does not support FD passing for disk '${handed.target?.dev}'`);
  return domain2;
}
function checkDiskRules(domain2) {
  for (const disk2 of domain2.devices.disks ?? []) {
    for (const { when, detail, code = "VIR_ERR_CONFIG_UNSUPPORTED" } of RULES) {
      if (when(disk2, domain2)) refuse3(typeof detail === "string" ? detail : detail(disk2), code);
    }
  }
  return domain2;
}
function isLun(disk2) {
  return disk2.device === "lun";
}
function isVirtio2(disk2) {
  return disk2.target?.bus === "virtio";
}
function protocolOf(disk2) {
  return disk2.type === "network" ? disk2.source?.protocol : void 0;
}
function authOf(disk2) {
  return disk2.auth ?? (disk2.type === "network" ? disk2.source?.auth : void 0);
}
function isEmpty(disk2) {
  if (disk2.source === void 0) return true;
  switch (disk2.type) {
    case "file":
      return disk2.source.file === void 0 && disk2.source.fdGroup === void 0;
    case "block":
      return disk2.source.dev === void 0;
    case "dir":
      return disk2.source.dir === void 0;
    case "volume":
      return disk2.source.pool === void 0;
    default:
      return false;
  }
}
function snakeCase(name) {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

// src/conf/domain/normalise/host_devices.ts
var UNITS2 = {
  "virtio-scsi": {
    max: 16383
  },
  "virtio-transitional": {
    max: 16383
  },
  "virtio-non-transitional": {
    max: 16383
  },
  ibmvscsi: {
    max: 31,
    reserved: 7
  },
  lsisas1068: {
    max: 1
  },
  lsisas1078: {
    max: 255
  },
  lsilogic: {
    reserved: 7
  },
  vmpvscsi: {
    reserved: 7
  },
  buslogic: {
    reserved: 7
  },
  ncr53c90: {
    max: 6
  },
  dc390: {
    max: 6
  },
  am53c974: {
    max: 6
  }
};
function addressHostDevices(domain2, context) {
  const hostDevices = [
    ...domain2.devices.hostDevices ?? []
  ];
  hostDevices.forEach((device, at) => {
    if (device.type === "mdev") checkMediated(device.model, device.address);
    if (device.type !== "scsi") return;
    const address5 = device.address ?? freeDrive({
      ...domain2,
      devices: {
        ...domain2.devices,
        hostDevices
      }
    }, context);
    hostDevices[at] = {
      ...device,
      address: address5
    };
    const isDisk = domain2.devices.disks?.some(({ target: target3, address: other }) => target3?.bus === "scsi" && address5.type === "drive" && isSameDrive(other, address5));
    if (isDisk === true) refuse3(`SCSI host address ${placeOf3(address5)} in use by a SCSI disk`);
  });
  return hostDevices.length === 0 ? domain2 : {
    ...domain2,
    devices: {
      ...domain2.devices,
      hostDevices
    }
  };
}
function checkHostDevices(domain2) {
  const devices2 = domain2.devices.hostDevices ?? [];
  devices2.forEach((device, at) => {
    if (devices2.slice(at + 1).some((other) => isSameDevice(device, other))) {
      refuse3("Hostdev already exists in the domain configuration");
    }
  });
  if (devices2.filter((device) => device.type === "mdev" && device.ramFb === true).length > 1) {
    refuseUnsupported("Only one vgpu device can have 'ramfb' enabled");
  }
  const drives = devices2.filter(({ type }) => type === "scsi");
  drives.forEach(({ address: address5 }, at) => {
    if (address5?.type !== "drive") return;
    const isTaken = drives.slice(at + 1).some((other) => isSameDrive(other.address, address5));
    const { controller: bus, bus: controller2 } = address5;
    const place3 = placeOf3({
      ...address5,
      controller: controller2,
      bus
    });
    if (isTaken) refuseUnsupported(`SCSI host address ${place3} in use by another SCSI host device`);
  });
  return domain2;
}
function checkDrivePlaces(domain2) {
  for (const { target: target3, address: address5 } of domain2.devices.disks ?? []) {
    if (target3?.bus !== "scsi" || address5?.type !== "drive") continue;
    const drive = address5;
    const isTaken = domain2.devices.hostDevices?.some(({ type, address: other }) => type === "scsi" && isSameDrive(other, drive));
    if (isTaken !== true) continue;
    const place3 = placeOf3(drive).slice(0, -1);
    refuseUnsupported(`using disk target name '${target3.dev}' conflicts with SCSI host device address ${place3}`);
  }
  return domain2;
}
function checkMediated(model3, address5) {
  if (address5 === void 0) return;
  const wanted = {
    "vfio-pci": "pci",
    "vfio-ccw": "ccw"
  }[model3];
  if (wanted === void 0 || address5.type === wanted) return;
  refuse3(`Unsupported address type '${address5.type}' with mediated device model '${model3}'`);
}
function freeDrive({ devices: devices2 }, { accepts }) {
  const width = accepts.has("wide-scsi") ? 16 : 7;
  const others = [
    ...devices2.disks?.filter(({ target: target3 }) => target3?.bus === "scsi") ?? [],
    ...scsiDevices(devices2)
  ];
  for (let controller2 = 0; ; controller2 += 1) {
    const model3 = devices2.controllers?.find(({ type, index: index2 }) => type === "scsi" && index2 === controller2)?.model ?? "";
    const { max = width, reserved } = UNITS2[model3] ?? {};
    for (let unit = 0; unit < width && unit <= max; unit += 1) {
      const address5 = {
        type: "drive",
        controller: controller2,
        bus: 0,
        target: 0,
        unit
      };
      if (unit !== reserved && !others.some((other) => isSameDrive(other.address, address5))) return address5;
    }
  }
}
function scsiDevices(devices2) {
  return devices2.hostDevices?.filter(({ type }) => type === "scsi") ?? [];
}
function isSameDevice(a, b) {
  return a.mode === b.mode && a.type === b.type && identityOf2(a) === identityOf2(b);
}
function identityOf2(device) {
  switch (device.type) {
    case "pci":
      return JSON.stringify(device.source.address);
    case "usb": {
      const { address: address5, vendor, product } = device.source;
      return JSON.stringify(address5 ?? {
        vendor,
        product
      });
    }
    case "scsi": {
      const { source: source3 } = device;
      return source3.protocol === "adapter" ? JSON.stringify([
        source3.adapter,
        source3.address
      ]) : JSON.stringify([
        source3.name,
        source3.host
      ]);
    }
    case "mdev":
      return device.source.address.uuid;
    default:
      return JSON.stringify(device.source);
  }
}
function placeOf3(address5) {
  if (address5.type !== "drive") return "";
  const { controller: controller2, bus, target: target3, unit } = address5;
  return `controller='${controller2}' bus='${bus}' target='${target3}' unit='${unit}'`;
}

// src/conf/domain/normalise/interfaces.ts
function completeInterfaces(domain2, context) {
  const interfaces = domain2.devices.interfaces?.map((card2) => withVirtualPort(withMac(card2, context), context));
  return interfaces === void 0 ? domain2 : {
    ...domain2,
    devices: {
      ...domain2.devices,
      interfaces
    }
  };
}
function withMac(card2, { newMac }) {
  return card2.mac?.address === void 0 ? {
    ...card2,
    mac: {
      address: newMac(),
      ...card2.mac
    }
  } : card2;
}
var REQUIRED = {
  "802.1Qbg": {
    managerId: "managerid",
    typeId: "typeid",
    typeIdVersion: "typeidversion"
  },
  "802.1Qbh": {
    profileId: "profileid"
  },
  openvswitch: {},
  midonet: {
    interfaceId: "interfaceid"
  }
};
function withVirtualPort(card2, { newUuid }) {
  if (card2.virtualPort === void 0) return card2;
  const { type, parameters: parameters3 } = card2.virtualPort;
  if (type === void 0 && card2.type !== "network") refuse3("missing required virtualport type");
  const instanceId = parameters3?.instanceId ?? (type === void 0 || type === "802.1Qbg" ? newUuid() : void 0);
  const interfaceId = parameters3?.interfaceId ?? (type === void 0 || type === "openvswitch" ? newUuid() : void 0);
  const complete = {
    ...parameters3,
    ...instanceId === void 0 ? {} : {
      instanceId
    },
    ...interfaceId === void 0 ? {} : {
      interfaceId
    }
  };
  if (type !== void 0 && card2.type !== "network") {
    for (const [name, word] of Object.entries(REQUIRED[type])) {
      if (complete[name] !== void 0) continue;
      refuse3(`missing ${word} in <virtualport type='${type}'>`);
    }
  }
  const virtualPort2 = {
    ...card2.virtualPort,
    ...Object.keys(complete).length === 0 ? {} : {
      parameters: complete
    }
  };
  return {
    ...card2,
    virtualPort: virtualPort2
  };
}

// src/conf/domain/normalise/io_threads.ts
function completeIoThreads(domain2) {
  const ids = domain2.iothreadIds ?? [];
  const count3 = Math.max(domain2.iothreads ?? 0, ids.length);
  const taken2 = /* @__PURE__ */ new Set();
  for (const { id } of ids) {
    if (taken2.has(id)) refuse3(`duplicate iothread id '${id}' found`);
    taken2.add(id);
  }
  const { iothreads: _, iothreadIds: __, ...rest } = domain2;
  if (count3 === 0) return rest;
  if (ids.length === 0) return {
    ...rest,
    iothreads: count3
  };
  const all = [
    ...ids
  ];
  for (let id = 1; all.length < count3; id += 1) {
    if (!taken2.has(id)) all.push({
      id
    });
  }
  return {
    ...rest,
    iothreads: count3,
    iothreadIds: all
  };
}
function checkIoThreads(domain2) {
  const pools = [
    ...domain2.iothreadIds ?? [],
    ...domain2.defaultIoThread === void 0 ? [] : [
      domain2.defaultIoThread
    ]
  ];
  for (const { threadPoolMin = -1, threadPoolMax } of pools) {
    if (threadPoolMax === 0) refuseUnsupported("thread_pool_max must be a positive integer");
    if (threadPoolMax !== void 0 && threadPoolMin > threadPoolMax) {
      refuseUnsupported("thread_pool_min must be smaller or equal to thread_pool_max");
    }
  }
  const ids = new Set(domain2.iothreadIds?.map(({ id }) => id) ?? Array.from({
    length: domain2.iothreads ?? 0
  }, (_, at) => at + 1));
  const used = [
    ...domain2.cputune?.iothreadPins?.map(({ iothread }) => iothread) ?? [],
    ...domain2.cputune?.iothreadSchedulers?.map(({ id }) => id) ?? []
  ];
  const missing = used.find((id) => !ids.has(id));
  if (missing !== void 0) refuseUnsupported(`Cannot find 'iothread' : ${missing}`);
  return domain2;
}

// src/conf/domain/normalise/memory.ts
function completeMemory(domain2) {
  const given7 = BigInt(domain2.memory?.size ?? 0);
  const total = given7 === 0n ? numaMemory(domain2) : given7;
  if (total === 0n) {
    refuse3("Memory size must be specified via <memory> or in the <numa> configuration");
  }
  const current2 = BigInt(domain2.currentMemory ?? 0);
  const size2 = toInteger64(total);
  return {
    ...domain2,
    memory: {
      ...domain2.memory,
      size: size2
    },
    currentMemory: current2 === 0n || current2 > total ? size2 : toInteger64(current2)
  };
}
function checkMaxMemory(domain2, { accepts }) {
  const { slots = 0, size: size2 = 0 } = domain2.maxMemory ?? {};
  if (slots === 0 && size2 === 0) return domain2;
  if (slots === 0 || size2 === 0) refuse3("both maximum memory size and memory slot count must be specified");
  if (size2 < (domain2.memory?.size ?? 0)) {
    refuse3("maximum memory size must be equal or greater than the actual memory size");
  }
  if (!accepts.has("memory-hotplug")) {
    refuseUnsupported("memory hotplug tunables <maxMemory> are not supported by this hypervisor driver");
  }
  return domain2;
}
function numaMemory(domain2) {
  const sizes = domain2.cpu?.numa?.cells.map(({ memory: memory3 }) => memory3) ?? [];
  return sizes.reduce((sum2, size2) => sum2 + BigInt(size2), 0n);
}

// src/conf/domain/normalise/names.ts
function giveIds(domain2, { newUuid }) {
  const uuid2 = domain2.uuid ?? newUuid();
  return {
    ...domain2,
    uuid: uuid2,
    ...domain2.genid === "" ? {
      genid: newUuid()
    } : {}
  };
}
function refuseSlash(domain2, { accepts }) {
  if (!accepts.has("name-slash") && domain2.name.includes("/")) refuse3(`name ${domain2.name} cannot contain '/'`);
  return domain2;
}

// src/conf/parts/metadata.ts
function sanitizeMetadata(text2) {
  const { root } = parse(text2);
  const seen = /* @__PURE__ */ new Set();
  const children2 = root.children.filter(isElement).filter((child2) => {
    const uri = namespaceOf(child2, root);
    if (uri === void 0 || uri === "" || seen.has(uri)) return false;
    seen.add(uri);
    return true;
  });
  return dumpElement({
    ...root,
    children: children2
  });
}
function namespaceOf({ name, attributes: attributes2 }, parent) {
  return name.prefix === void 0 ? attributes2["xmlns"] ?? parent.attributes["xmlns"] : name.uri;
}

// src/conf/domain/normalise/namespaces.ts
function keepOwnNamespace(domain2, { namespace: namespace2 }) {
  const { qemu, lxc, xen: xen2, bhyve, vmware, ...rest } = domain2;
  const all = {
    qemu,
    lxc,
    xen: xen2,
    bhyve,
    vmware
  };
  const own = namespace2 === void 0 ? void 0 : all[namespace2];
  return namespace2 === void 0 || own === void 0 ? rest : {
    ...rest,
    [namespace2]: own
  };
}
function completeMetadata(domain2) {
  return domain2.metadata === void 0 ? domain2 : {
    ...domain2,
    metadata: sanitizeMetadata(domain2.metadata)
  };
}

// src/conf/domain/normalise/numa.ts
function checkNumaCpus(domain2) {
  const { maximum } = domain2.vcpu;
  const sets = domain2.cpu?.numa?.cells.map(({ cpus }) => parseCpuSet(cpus ?? "") ?? /* @__PURE__ */ new Set()) ?? [];
  sets.forEach((set, at) => {
    const other = sets.slice(0, at).findIndex((each) => !each.isDisjointFrom(set));
    if (other !== -1) refuseUnsupported(`NUMA cells ${at} and ${other} have overlapping vCPU ids`);
  });
  const count3 = sets.reduce((sum2, set) => sum2 + set.size, 0);
  if (count3 > maximum) refuse3("Number of CPUs in <numa> exceeds the <vcpu> count", "VIR_ERR_INTERNAL_ERROR");
  if (sets.some((set) => Math.max(-1, ...set) >= maximum)) {
    refuse3("CPU IDs in <numa> exceed the <vcpu> count", "VIR_ERR_INTERNAL_ERROR");
  }
  return domain2;
}
function completePlacement(domain2) {
  const isAutomatic = domain2.vcpu.placement === "auto";
  const { memory: memory3, ...rest } = domain2.numatune ?? {};
  const completed5 = memory3 === void 0 ? isAutomatic ? {
    mode: "strict",
    placement: "auto"
  } : void 0 : memory3.nodeset === void 0 && memory3.placement === void 0 ? {
    ...memory3,
    placement: isAutomatic ? "auto" : "static"
  } : memory3;
  if (completed5?.placement === "static" && completed5.nodeset === void 0) {
    refuseUnsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
  }
  const isPinned = domain2.vcpu.cpuset !== void 0 || domain2.cputune?.vcpuPins !== void 0 || domain2.cputune?.emulatorPin !== void 0 || domain2.cputune?.iothreadPins !== void 0;
  const placement = completed5?.placement === "auto" && !isPinned ? "auto" : domain2.vcpu.placement;
  const placed = {
    ...domain2,
    vcpu: {
      ...domain2.vcpu,
      placement
    }
  };
  return completed5 === void 0 ? placed : {
    ...placed,
    numatune: {
      memory: completed5,
      ...rest
    }
  };
}
function checkMemnodes(domain2) {
  const { memory: memory3, memnodes = [] } = domain2.numatune ?? {};
  if (memnodes.length === 0) return domain2;
  if (memory3?.placement === "auto") {
    refuseUnsupported("Per-node binding is not compatible with automatic NUMA placement.");
  }
  const cells = domain2.cpu?.numa?.cells.length ?? 0;
  if (cells === 0) refuse3("Element 'memnode' is invalid without any guest NUMA cells");
  const seen = /* @__PURE__ */ new Set();
  for (const { cellid, mode: mode3, nodeset } of memnodes) {
    if (cellid >= cells) {
      refuse3("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell");
    }
    if (seen.has(cellid)) refuse3(`Multiple memnode elements with cellid ${cellid}`);
    seen.add(cellid);
    if (memory3?.mode === "restrictive" && mode3 !== "restrictive") {
      refuse3("'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element");
    }
    if (nodeset === "") refuseUnsupported("Invalid value of 'nodeset': ");
  }
  return domain2;
}
function completeHugePages(domain2) {
  const pages = domain2.memoryBacking?.hugepages?.pages;
  if (pages === void 0 || domain2.cpu?.numa !== void 0) return domain2;
  const plain2 = pages.map(({ size: size2, nodeset }) => {
    const names = nodeset !== void 0 && [
      ...parseCpuSet(nodeset) ?? []
    ].some((node) => node > 0);
    return {
      size: size2,
      ...names ? {
        nodeset
      } : {}
    };
  });
  return {
    ...domain2,
    memoryBacking: {
      ...domain2.memoryBacking,
      hugepages: {
        pages: plain2
      }
    }
  };
}
function checkHugePages(domain2) {
  const cells = domain2.cpu?.numa?.cells.length ?? 0;
  const sets = domain2.memoryBacking?.hugepages?.pages?.map(({ size: size2, nodeset }) => ({
    size: size2,
    nodes: nodeset === void 0 ? void 0 : parseCpuSet(nodeset)
  })) ?? [];
  sets.forEach(({ size: size2, nodes }, at) => {
    for (const other of sets.slice(0, at)) {
      if (nodes === void 0 && other.nodes === void 0) {
        refuse3(`two master hugepages detected: ${size2} and ${other.size}`, "VIR_ERR_XML_DETAIL");
      }
      if (nodes !== void 0 && other.nodes !== void 0 && !nodes.isDisjointFrom(other.nodes)) {
        const detail = `nodeset attribute of hugepages of sizes ${size2} and ${other.size} intersect`;
        refuse3(detail, "VIR_ERR_XML_DETAIL");
      }
    }
    const missing = [
      ...nodes ?? []
    ].toSorted((a, b) => a - b).find((node) => node >= cells);
    if (missing !== void 0) refuse3(`hugepages: node ${missing} not found`, "VIR_ERR_XML_DETAIL");
  });
  return domain2;
}

// src/conf/domain/normalise/os.ts
function completeArch(domain2, { defaultArch }) {
  const { arch = defaultArch, ...type } = domain2.os.type;
  return {
    ...domain2,
    os: {
      ...domain2.os,
      type: {
        arch,
        ...type
      }
    }
  };
}
function completeFirmware(domain2) {
  const { loader, firmwareFeatures = [], firmware, ...rest } = domain2.os;
  const state3 = new Map(firmwareFeatures.map(({ name, enabled }) => [
    name,
    enabled
  ]));
  if (state3.get("enrolled-keys") === true) {
    if (state3.get("secure-boot") === false) {
      const detail = "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled";
      refuse3(detail, "VIR_ERR_XML_DETAIL");
    }
    state3.set("secure-boot", true);
  }
  const features2 = [
    "enrolled-keys",
    "secure-boot"
  ].flatMap((name) => {
    const enabled = state3.get(name);
    return enabled === void 0 ? [] : [
      {
        enabled,
        name
      }
    ];
  });
  const isRom = loader?.path !== void 0 && loader.type === void 0;
  return {
    ...domain2,
    os: {
      ...rest,
      ...firmware === void 0 ? {} : {
        firmware
      },
      // Without a choice of firmware, features choose nothing.
      ...features2.length === 0 || firmware === void 0 ? {} : {
        firmwareFeatures: features2
      },
      ...loader === void 0 ? {} : {
        loader: isRom ? {
          ...loader,
          type: "rom"
        } : loader
      }
    }
  };
}
function checkFirmware(domain2, { accepts }) {
  const { firmware, loader, nvram: nvram2 } = domain2.os;
  if (firmware !== void 0 && !accepts.has("firmware-autoselect")) {
    refuse3("firmware auto selection not implemented for this driver", "VIR_ERR_XML_DETAIL");
  }
  if (loader === void 0 && nvram2 === void 0) return domain2;
  if (firmware !== void 0) checkChosen(domain2);
  if (firmware === void 0 && loader?.path === void 0) {
    refuse3("no loader path specified and firmware auto selection disabled", "VIR_ERR_XML_DETAIL");
  }
  if (loader?.stateless === true) {
    if (nvram2?.template !== void 0) {
      refuse3("NVRAM template is not permitted when loader is stateless", "VIR_ERR_XML_DETAIL");
    }
    if (nvram2 !== void 0) refuse3("NVRAM is not permitted when loader is stateless", "VIR_ERR_XML_DETAIL");
  }
  if (loader?.stateless === false) {
    if (firmware === void 0 && loader.type !== "pflash") {
      refuse3("Only pflash loader type permits NVRAM", "VIR_ERR_XML_DETAIL");
    }
    if (firmware !== void 0 && firmware !== "efi") {
      refuse3("Only EFI firmware permits NVRAM", "VIR_ERR_XML_DETAIL");
    }
  }
  return domain2;
}
function checkChosen({ os: { firmware, loader, nvram: nvram2 } }) {
  const ending = "cannot be specified when firmware autoselection is enabled";
  if (loader?.readonly !== void 0) refuse3(`loader attribute 'readonly' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.type !== void 0) refuse3(`loader attribute 'type' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.path !== void 0) refuse3(`loader path ${ending}`, "VIR_ERR_XML_DETAIL");
  if (nvram2?.template !== void 0) refuse3(`nvram attribute 'template' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (loader?.secure === false) refuse3(`loader attribute 'secure' ${ending}`, "VIR_ERR_XML_DETAIL");
  if (nvram2 !== void 0 && firmware !== "efi") {
    refuse3(`firmware type '${firmware}' does not support nvram`, "VIR_ERR_XML_DETAIL");
  }
}
function checkStart(domain2) {
  const { type, init, bootMenu: bootMenu2, bios } = domain2.os;
  if (type.type === "exe" && init === void 0) refuse3("init binary must be specified");
  if ((bootMenu2?.timeout ?? 0) > 65535) {
    refuseUnsupported("invalid value for boot menu timeout, must be in range [0,65535]");
  }
  const { rebootTimeout = 0 } = bios ?? {};
  if (rebootTimeout < -1 || rebootTimeout > 65535) {
    refuseUnsupported("invalid value for rebootTimeout, must be in range [-1,65535]");
  }
  return domain2;
}

// src/conf/domain/normalise/resctrl.ts
function completeResctrl(domain2) {
  const { cacheTunes, memoryTunes, ...rest } = domain2.cputune ?? {};
  if (cacheTunes === void 0 && memoryTunes === void 0) return domain2;
  const { maximum } = domain2.vcpu;
  const groups = [];
  const caches = withVcpus(cacheTunes, maximum);
  for (const tune of caches) addCacheTune(groups, tune, maximum);
  const memories = withVcpus(memoryTunes, maximum);
  for (const tune of memories) addMemoryTune(groups, tune, maximum);
  const cputune2 = {
    ...rest,
    ...caches.length === 0 ? {} : {
      cacheTunes: caches
    },
    ...memories.length === 0 ? {} : {
      memoryTunes: memories
    }
  };
  return {
    ...domain2,
    cputune: cputune2
  };
}
function addCacheTune(groups, tune, maximum) {
  const vcpus2 = members(tune.vcpus, maximum);
  if (findGroup(groups, vcpus2) !== void 0) refuse3("Identical vcpus in cachetunes found");
  const group = {
    vcpus: vcpus2,
    isEmpty: tune.caches === void 0,
    monitors: []
  };
  const taken2 = /* @__PURE__ */ new Set();
  for (const { level, id, type } of tune.caches ?? []) {
    const rivals = type === "both" ? [
      "both",
      "code",
      "data"
    ] : [
      "both",
      type
    ];
    if (rivals.some((rival) => taken2.has(`${level}/${id}/${rival}`))) {
      const detail = `Colliding cache allocations for cache level '${level}' id '${id}', type '${type}'`;
      throw new VirtError("VIR_ERR_XML_ERROR", detail, {
        domain: "VIR_FROM_RESCTRL"
      });
    }
    taken2.add(`${level}/${id}/${type}`);
  }
  for (const monitor2 of tune.monitors ?? []) {
    if (monitor2.level !== 3) refuse3(`Invalid monitor cache level '${monitor2.level}'`);
    addMonitor(group, "cache", members(monitor2.vcpus, maximum));
  }
  groups.push(group);
}
function addMemoryTune(groups, tune, maximum) {
  const vcpus2 = members(tune.vcpus, maximum);
  const found = findGroup(groups, vcpus2);
  const group = found ?? {
    vcpus: vcpus2,
    isEmpty: tune.nodes === void 0,
    monitors: []
  };
  const taken2 = /* @__PURE__ */ new Set();
  for (const { id } of tune.nodes ?? []) {
    if (taken2.has(id)) {
      const detail = `Memory Bandwidth already defined for node ${id}`;
      throw new VirtError("VIR_ERR_XML_ERROR", detail, {
        domain: "VIR_FROM_RESCTRL"
      });
    }
    taken2.add(id);
  }
  for (const monitor2 of tune.monitors ?? []) addMonitor(group, "memory", members(monitor2.vcpus, maximum));
  if (found === void 0) groups.push(group);
}
function findGroup(groups, vcpus2) {
  for (const group of groups) {
    if (isSame(group.vcpus, vcpus2)) return group;
    if (!group.vcpus.isDisjointFrom(vcpus2)) refuse3("Overlapping vcpus in resctrls");
  }
  return void 0;
}
function addMonitor(group, kind, vcpus2) {
  if (vcpus2.size === 0) refuse3("vcpus is empty", "VIR_ERR_INVALID_ARG");
  if (!vcpus2.isSubsetOf(group.vcpus)) refuse3("Monitor vcpus conflicts with allocation", "VIR_ERR_INVALID_ARG");
  const isWhole = isSame(vcpus2, group.vcpus);
  for (const other of group.monitors) {
    const isEqual = isSame(vcpus2, other.vcpus);
    if (isEqual && kind === other.kind) {
      refuse3("Identical vcpus found in same type monitors", "VIR_ERR_INVALID_ARG");
    }
    if (isEqual || vcpus2.isDisjointFrom(other.vcpus)) continue;
    if (group.isEmpty || !isWhole && !isSame(other.vcpus, group.vcpus)) {
      refuse3("vcpus overlaps in resctrl groups", "VIR_ERR_INVALID_ARG");
    }
  }
  group.monitors.push({
    kind,
    vcpus: vcpus2
  });
}
function withVcpus(tunes, maximum) {
  const limited = tunes?.map((tune) => ({
    ...tune,
    vcpus: formatCpuSet(members(tune.vcpus, maximum))
  })) ?? [];
  return limited.filter(({ vcpus: vcpus2 }) => vcpus2 !== "");
}
function members(set, maximum) {
  return new Set([
    ...parseCpuSet(set) ?? []
  ].filter((id) => id < maximum));
}
function isSame(a, b) {
  return a.size === b.size && a.isSubsetOf(b);
}

// src/conf/domain/normalise/tuning.ts
function completePins(domain2) {
  const { vcpuPins, ...rest } = domain2.cputune ?? {};
  if (vcpuPins === void 0) return domain2;
  const pins = vcpuPins.filter(({ vcpu: vcpu2 }) => vcpu2 < domain2.vcpu.maximum);
  pins.forEach(({ vcpu: vcpu2, cpuset }, at) => {
    if (pins[at - 1]?.vcpu === vcpu2) refuse3(`duplicate vcpupin for vcpu '${vcpu2}'`, "VIR_ERR_INTERNAL_ERROR");
    if (cpuset === "") refuseUnsupported("Invalid value of 'cpuset': ");
  });
  const cputune2 = {
    ...rest,
    ...pins.length === 0 ? {} : {
      vcpuPins: pins
    }
  };
  return {
    ...domain2,
    cputune: cputune2
  };
}
function checkLimits(domain2) {
  const paths = domain2.blkiotune?.devices?.map(({ path: path2 }) => path2) ?? [];
  const twice2 = paths.find((path2, at) => paths.indexOf(path2) !== at);
  if (twice2 !== void 0) refuseUnsupported(`duplicate blkio device path '${twice2}'`);
  const { shares } = domain2.cputune ?? {};
  if (shares !== void 0 && shares > 0 && (shares < 2 || shares > 262144)) {
    refuseUnsupported("Value of cputune 'shares' must be in range [2, 262144]");
  }
  const { uids, gids } = domain2.idmap ?? {};
  if (uids === void 0 !== (gids === void 0)) refuseUnsupported("uid and gid should be mapped both");
  if ((uids?.[0]?.start ?? 0) !== 0 || (gids?.[0]?.start ?? 0) !== 0) {
    refuseUnsupported("You must map the root user of container");
  }
  return domain2;
}
function checkLabels(domain2) {
  const models = domain2.seclabels?.map(({ model: model3 }) => model3) ?? [];
  const twice2 = models.find((model3, at) => models.indexOf(model3) !== at);
  if (twice2 !== void 0) refuse3(`seclabel for model ${twice2} is already provided`, "VIR_ERR_XML_DETAIL");
  if (models.length > 1 && models.includes(void 0)) {
    refuse3("missing security model when using multiple labels");
  }
  return domain2;
}
function checkLifecycle(domain2) {
  for (const [event, action2] of [
    [
      "poweroff",
      domain2.onPoweroff
    ],
    [
      "reboot",
      domain2.onReboot
    ]
  ]) {
    if (action2 === "coredump-destroy" || action2 === "coredump-restart") {
      refuseUnsupported(`Lifecycle event '${event}' doesn't support '${action2}' action`);
    }
  }
  return domain2;
}
function checkTimers(domain2) {
  for (const { name, tickPolicy, catchup, frequency, mode: mode3, track } of domain2.clock.timers ?? []) {
    const refuseSetting = (setting) => refuseUnsupported(`timer ${name} doesn't support setting of timer ${setting}`);
    if ((name === "kvmclock" || name === "hypervclock") && tickPolicy !== void 0) refuseSetting("tickpolicy");
    if (tickPolicy !== "catchup" && catchup !== void 0) {
      refuse3("setting of timer catchup policies is only supported with tickpolicy='catchup'");
    }
    if (name !== "tsc" && frequency !== void 0 && frequency !== 0) refuseSetting("frequency");
    if (name !== "tsc" && mode3 !== void 0) refuseSetting("mode");
    if (name !== "platform" && name !== "rtc" && track !== void 0) refuseSetting("track");
  }
  return domain2;
}
function checkTopology(domain2) {
  const { sockets, dies, cores, threads } = domain2.cpu?.topology ?? {
    sockets: 1,
    dies: 1,
    cores: 1,
    threads: 1
  };
  if (sockets * dies * cores * threads > 4294967295) {
    refuseUnsupported("cpu topology results in more than 4294967295 cpus");
  }
  return domain2;
}

// src/conf/domain/normalise/vcpus.ts
function checkVcpuCounts(domain2) {
  const { maximum, current: current2 } = domain2.vcpu;
  if (maximum === 0) refuse3("domain config can't have 0 maximum vCPUs");
  if (current2 !== void 0 && current2 > maximum) {
    refuse3(`maxvcpus must not be less than current vcpus (${maximum} < ${current2})`);
  }
  return domain2;
}
function completeVcpus(domain2, { accepts }) {
  if (domain2.vcpus === void 0) return domain2;
  if (!accepts.has("individual-vcpus")) {
    refuseUnsupported("individual CPU state configuration is not supported");
  }
  const { maximum, current: _, ...rest } = domain2.vcpu;
  const given7 = new Map(domain2.vcpus.map((vcpu2) => [
    vcpu2.id,
    vcpu2
  ]));
  for (const id of given7.keys()) {
    if (id >= maximum) refuse3(`vcpu id '${id}' is out of range of maximum vcpu count`);
  }
  const vcpus2 = Array.from({
    length: maximum
  }, (_2, id) => {
    const { enabled, hotpluggable = !enabled, order } = given7.get(id) ?? {
      enabled: false
    };
    if (!enabled && !hotpluggable) refuseUnsupported(`vcpu '${id}' is both offline and not hotpluggable`);
    return {
      id,
      enabled,
      hotpluggable,
      ...order === void 0 || order === 0 ? {} : {
        order
      }
    };
  });
  const online = vcpus2.filter(({ enabled }) => enabled).length;
  return {
    ...domain2,
    vcpu: {
      ...rest,
      maximum,
      ...online === maximum ? {} : {
        current: online
      }
    },
    vcpus: vcpus2
  };
}

// src/conf/domain/normalise/mod.ts
var COMMON_STEPS = [
  matchSystemUuid,
  giveIds,
  completeArch,
  checkLabels,
  checkVcpuCounts,
  completeIoThreads,
  completePins,
  checkIoThreads,
  completeResctrl,
  checkNumaCpus,
  completePlacement,
  checkMemnodes,
  checkFirmwareDate,
  orderDisks,
  orderControllers,
  completeInterfaces,
  keepOwnNamespace,
  numberControllers,
  addressDisks,
  checkDrivePlaces,
  shareIoTune,
  checkDiskFiles,
  addressHostDevices,
  completeVcpus,
  completeMemory,
  checkMaxMemory,
  completeFirmware,
  completeHugePages,
  checkControllers,
  completeBootOrder,
  completeMetadata,
  checkTimers,
  addControllers,
  refuseSlash,
  checkDiskRules,
  checkControllerRules,
  checkDisks,
  checkHostDevices,
  checkTopology,
  checkLifecycle,
  checkHugePages,
  checkFirmware,
  checkStart,
  checkLimits
];
function normalise(domain2, steps, context) {
  return steps.reduce((document, step) => step(document, context), domain2);
}

// src/drivers/test/parsing.ts
function parsing(what, parse3) {
  try {
    return parse3();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new VirtError(error.code, error.detail, {
      domain: error.domain,
      step: `parse ${what}`,
      hint: `Look at ${error.path} of ${what}: line ${error.line}, column ${error.column}`,
      cause: error
    });
  }
}

// src/drivers/test/definition.ts
var ACCEPTS = /* @__PURE__ */ new Set([
  "memory-hotplug",
  "offline-vcpu-pin",
  "individual-vcpus",
  "user-alias",
  "firmware-autoselect",
  "net-model-string"
]);
function parseDefinition(hypervisor, xml, options = {}) {
  const unknown = options.validate ? "error" : "ignore";
  return completed4(hypervisor, parsing("the domain", () => parseShape(domain, xml, {
    unknown,
    live: false
  })));
}
function formatDomain(definition, { secure = false } = {}) {
  return formatShape(domain, definition, {
    live: false,
    secure
  });
}
function formatDefinition(record, flags) {
  const { definition, stored: stored2, id } = record;
  const secure = flags.secure ?? false;
  if (flags.inactive || id === -1) return formatDomain(stored2 ?? definition, {
    secure
  });
  return formatShape(domain, {
    ...definition,
    id
  }, {
    live: true,
    secure
  });
}
function completed4({ ids }, definition) {
  return normalise(definition, COMMON_STEPS, {
    newUuid: ids.uuid,
    newMac: ids.mac,
    defaultArch: ARCH,
    accepts: ACCEPTS
  });
}

// src/base/number_table.ts
function wordOf(table, number2) {
  return Object.keys(table).find((word) => table[word] === number2);
}
function isWordOf(table, text2) {
  return Object.hasOwn(table, text2);
}

// src/model/domain_keys.ts
var KEYCODE_SETS = {
  linux: 0,
  xt: 1,
  atset1: 2,
  atset2: 3,
  atset3: 4,
  osx: 5,
  xtKbd: 6,
  usb: 7,
  win32: 8,
  qnum: 9
};
var PROCESS_SIGNALS = {
  nop: 0,
  hup: 1,
  int: 2,
  quit: 3,
  ill: 4,
  trap: 5,
  abrt: 6,
  bus: 7,
  fpe: 8,
  kill: 9,
  usr1: 10,
  segv: 11,
  usr2: 12,
  pipe: 13,
  alrm: 14,
  term: 15,
  stkflt: 16,
  chld: 17,
  cont: 18,
  stop: 19,
  tstp: 20,
  ttin: 21,
  ttou: 22,
  urg: 23,
  xcpu: 24,
  xfsz: 25,
  vtalrm: 26,
  prof: 27,
  winch: 28,
  poll: 29,
  pwr: 30,
  sys: 31,
  rt0: 32,
  rt1: 33,
  rt2: 34,
  rt3: 35,
  rt4: 36,
  rt5: 37,
  rt6: 38,
  rt7: 39,
  rt8: 40,
  rt9: 41,
  rt10: 42,
  rt11: 43,
  rt12: 44,
  rt13: 45,
  rt14: 46,
  rt15: 47,
  rt16: 48,
  rt17: 49,
  rt18: 50,
  rt19: 51,
  rt20: 52,
  rt21: 53,
  rt22: 54,
  rt23: 55,
  rt24: 56,
  rt25: 57,
  rt26: 58,
  rt27: 59,
  rt28: 60,
  rt29: 61,
  rt30: 62,
  rt31: 63,
  rt32: 64
};

// src/drivers/test/domain_ref.ts
function domainRef({ name, uuid: uuid2, id }) {
  return {
    name,
    uuid: uuid2,
    id
  };
}

// src/drivers/test/domain_state.ts
function tell({ hypervisor }, record, what) {
  hypervisor.emit({
    kind: "domain",
    event: "lifecycle",
    domain: domainRef(record),
    ...what
  });
}
function requireRunning({ id }) {
  if (id === -1) throw notRunning();
}
function startDomain({ list: list2 }, record, reason) {
  record.state = {
    state: "running",
    reason
  };
  list2.number(record);
  if (record.persistent) record.stored ??= record.definition;
  record.managedSave = void 0;
  record.ioThreads.clear();
  for (const id of ioThreadIds(record.definition)) record.ioThreads.set(id, DEFAULT_POLLING);
}
function stopDomain(guests, record, reason) {
  guests.list.unnumber(record);
  if (record.stored !== void 0) {
    record.definition = record.stored;
    record.stored = void 0;
    record.id = -1;
  }
  record.state = {
    state: "shutoff",
    reason
  };
  record.job?.abort.abort();
  for (const job of record.blockJobs.values()) job.end.abort();
  record.blockJobs.clear();
  for (const close of record.openDevices.values()) close();
  record.openDevices.clear();
  record.dirtyRate = void 0;
}
function forgetTransient({ list: list2 }, record) {
  if (!record.persistent) list2.remove(record);
}

// src/model/domain_job.ts
var DOMAIN_JOB_OPERATIONS = {
  unknown: 0,
  start: 1,
  save: 2,
  restore: 3,
  migrationIn: 4,
  migrationOut: 5,
  snapshot: 6,
  snapshotRevert: 7,
  dump: 8,
  backup: 9,
  snapshotDelete: 10
};

// src/model/parameters_job.ts
var JOB_STATS_PARAMETERS = {
  operation: "int",
  time_elapsed: "ullong",
  time_elapsed_net: "ullong",
  time_remaining: "ullong",
  downtime: "ullong",
  downtime_net: "ullong",
  setup_time: "ullong",
  data_total: "ullong",
  data_processed: "ullong",
  data_remaining: "ullong",
  memory_total: "ullong",
  memory_processed: "ullong",
  memory_remaining: "ullong",
  memory_constant: "ullong",
  memory_normal: "ullong",
  memory_normal_bytes: "ullong",
  memory_bps: "ullong",
  memory_dirty_rate: "ullong",
  memory_page_size: "ullong",
  memory_iteration: "ullong",
  memory_postcopy_requests: "ullong",
  disk_total: "ullong",
  disk_processed: "ullong",
  disk_remaining: "ullong",
  disk_bps: "ullong",
  disk_temp_used: "ullong",
  disk_temp_total: "ullong",
  compression_cache: "ullong",
  compression_bytes: "ullong",
  compression_pages: "ullong",
  compression_cache_misses: "ullong",
  compression_overflow: "ullong",
  auto_converge_throttle: "int",
  success: "boolean",
  errmsg: "string"
};

// src/drivers/test/job.ts
var TITLES = {
  save: "domain save job",
  dump: "domain core dump job",
  migrationOut: "migration out job"
};
var PATIENCE = 3e4;
var BYTES_PER_KIB = 1024;
async function runJob({ hypervisor, record }, request, { signal, finish }) {
  await waitForJob(hypervisor, record, signal);
  const { clock: clock2, script } = hypervisor;
  const { promise: ended, resolve: end } = Promise.withResolvers();
  const job = {
    operation: request.operation,
    start: clock2.monotonic(),
    duration: script.jobMs(request.call, record.name),
    total: Number(record.definition.memory?.size ?? 0) * BYTES_PER_KIB,
    abort: new AbortController(),
    ended
  };
  record.job = job;
  try {
    const reasons = signal === void 0 ? [
      job.abort.signal
    ] : [
      job.abort.signal,
      signal
    ];
    if (job.duration > 0) await clock2.sleep(job.duration, {
      signal: AbortSignal.any(reasons)
    });
    await finish();
    remember(hypervisor, record, {
      type: "completed",
      job
    });
  } catch (error) {
    const cancelled = job.abort.signal.aborted;
    remember(hypervisor, record, {
      type: cancelled ? "cancelled" : "failed",
      job
    });
    if (!cancelled) throw error;
    throw failure("VIR_ERR_OPERATION_ABORTED", `${TITLES[job.operation] ?? "job"}: canceled by client`, {
      domain: "VIR_FROM_QEMU",
      hint: "Somebody aborted the job"
    });
  } finally {
    record.job = void 0;
    end();
  }
}
async function waitForJob({ clock: clock2 }, record, signal) {
  if (record.job === void 0) return;
  const rest = new AbortController();
  const patience = AbortSignal.any(signal === void 0 ? [
    rest.signal
  ] : [
    rest.signal,
    signal
  ]);
  const late = clock2.sleep(PATIENCE, {
    signal: patience
  }).then(() => true, () => false);
  while (record.job !== void 0) {
    if (await Promise.race([
      record.job.ended.then(() => false),
      late
    ])) {
      throw failure("VIR_ERR_OPERATION_TIMEOUT", "cannot acquire state change lock", {
        domain: "VIR_FROM_DOMAIN",
        hint: "The domain has a job: wait for it, or abort it"
      });
    }
    signal?.throwIfAborted();
  }
  rest.abort();
}
function jobStats({ clock: clock2 }, job) {
  if (job === void 0) return {
    type: "none",
    stats: {}
  };
  const elapsed = Math.min(clock2.monotonic() - job.start, job.duration);
  const share = job.duration === 0 ? 1 : elapsed / job.duration;
  const processed = Math.floor(job.total * share);
  return {
    type: "bounded",
    stats: {
      operation: DOMAIN_JOB_OPERATIONS[job.operation],
      time_elapsed: Math.round(elapsed),
      time_remaining: Math.round(job.duration - elapsed),
      ...amounts("data", job.total, processed),
      ...amounts("memory", job.total, processed),
      ...amounts("disk", 0, 0)
    }
  };
}
function amounts(kind, total, processed) {
  return {
    [`${kind}_total`]: total,
    [`${kind}_processed`]: processed,
    [`${kind}_remaining`]: total - processed
  };
}
function remember(hypervisor, record, { type, job }) {
  const { time_remaining: _none, ...stats } = jobStats(hypervisor, job).stats;
  record.lastJob = {
    type,
    stats: {
      ...stats,
      success: type === "completed"
    }
  };
  if (job.duration === 0) return;
  hypervisor.emit({
    kind: "domain",
    event: "jobCompleted",
    domain: domainRef(record),
    parameters: fromRecord(JOB_STATS_PARAMETERS, record.lastJob.stats)
  });
}

// src/drivers/test/domain_input.ts
var MAX_KEYCODE = 65535;
function createInput(guests) {
  const { hypervisor, list: list2 } = guests;
  const running = (ref) => {
    const record = list2.require(ref);
    requireRunning(record);
    return record;
  };
  return {
    async pmSuspend(ref, { target: target3 }, { signal }) {
      const record = running(ref);
      await waitForJob(hypervisor, record, signal);
      if (record.state.state !== "running") throw failure("VIR_ERR_OPERATION_INVALID", "domain is not running");
      if (target3 === "mem") {
        record.state = {
          state: "pmsuspended",
          reason: "unknown"
        };
        hypervisor.emit({
          kind: "domain",
          event: "pmSuspend",
          domain: domainRef(record)
        });
        tell(guests, record, {
          change: "pmsuspended",
          detail: "memory"
        });
        return;
      }
      hypervisor.emit({
        kind: "domain",
        event: "pmSuspendDisk",
        domain: domainRef(record)
      });
      stopDomain(guests, record, "shutdown");
      tell(guests, record, {
        change: "stopped",
        detail: "shutdown"
      });
      forgetTransient(guests, record);
    },
    pmWakeup: (ref) => Promise.try(() => {
      const record = running(ref);
      if (record.state.state !== "pmsuspended") {
        throw failure("VIR_ERR_OPERATION_INVALID", "Unable to wake up domain: it is not suspended", {
          hint: "Only a domain that sleeps in memory can be woken"
        });
      }
      record.state = {
        state: "running",
        reason: "wakeup"
      };
      hypervisor.emit({
        kind: "domain",
        event: "pmWakeup",
        domain: domainRef(record)
      });
      tell(guests, record, {
        change: "started",
        detail: "wakeup"
      });
    }),
    injectNmi: (ref) => Promise.try(() => void running(ref)),
    sendKey: (ref, { codeset, keycodes }) => Promise.try(() => {
      running(ref);
      const wrong3 = keycodes.find((code) => !isWordOf(KEYCODE_SETS, codeset) || code > MAX_KEYCODE);
      if (wrong3 === void 0) return;
      throw failure("VIR_ERR_INTERNAL_ERROR", `invalid keycode ${wrong3} of ${codeset} codeset`);
    }),
    sendProcessSignal: (ref, pid, signal) => Promise.try(() => {
      if (BigInt(pid) !== 1n) {
        throw failure("VIR_ERR_INVALID_ARG", "only sending a signal to pid 1 is supported");
      }
      if (signal >= Object.keys(PROCESS_SIGNALS).length) {
        throw failure("VIR_ERR_INVALID_ARG", `signum value ${signal} is out of range`);
      }
      list2.require(ref);
    })
  };
}

// src/drivers/test/domain_lifecycle.ts
function createLifecycle(guests) {
  const { hypervisor, list: list2 } = guests;
  const settled = async (ref, signal) => {
    const record = list2.require(ref);
    await waitForJob(hypervisor, record, signal);
    return record;
  };
  return {
    async define(xml, flags, { signal }) {
      const definition = parseDefinition(hypervisor, xml, flags);
      const before = list2.find({
        uuid: definition.uuid ?? ""
      });
      if (before !== void 0) await waitForJob(hypervisor, before, signal);
      const { record, old } = list2.add(definition);
      record.persistent = true;
      tell(guests, record, {
        change: "defined",
        detail: old === void 0 ? "added" : "updated"
      });
      return domainRef(record);
    },
    async undefine(ref, flags, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_UNDEFINE_FLAGS,
        allowed: [
          "managedSave",
          "snapshotsMetadata"
        ],
        function: "testDomainUndefineFlags"
      });
      const record = await settled(ref, signal);
      if (record.managedSave !== void 0 && !flags.managedSave) {
        throw failure("VIR_ERR_OPERATION_INVALID", "Refusing to undefine while domain managed save image exists");
      }
      const { size: size2 } = record.snapshots;
      if (record.id === -1 && size2 > 0 && !flags.snapshotsMetadata) {
        throw failure("VIR_ERR_OPERATION_INVALID", `cannot delete inactive domain with ${size2} snapshots`);
      }
      tell(guests, record, {
        change: "undefined",
        detail: "removed"
      });
      record.managedSave = void 0;
      record.persistent = false;
      if (record.id === -1) list2.remove(record);
    },
    async createXml(xml, flags) {
      refuseFlags(flags, {
        table: DOMAIN_CREATE_FLAGS,
        allowed: [
          "validate"
        ],
        function: "testDomainCreateXML"
      });
      await Promise.resolve();
      const { record } = list2.add(parseDefinition(hypervisor, xml, flags), {
        live: true
      });
      start(guests, record);
      return domainRef(record);
    },
    async create(ref, flags, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_CREATE_FLAGS,
        allowed: [],
        function: "testDomainCreateWithFlags"
      });
      const record = await settled(ref, signal);
      if (record.state.state !== "shutoff") {
        throw failure("VIR_ERR_INTERNAL_ERROR", `Domain '${ref.name}' is already running`);
      }
      start(guests, record);
      return domainRef(record);
    },
    async shutdown(ref, flags, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_SHUTDOWN_FLAGS,
        allowed: [],
        function: "testDomainShutdownFlags"
      });
      const record = await settled(ref, signal);
      if (record.state.state === "shutoff") throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not running`);
      act(guests, record, record.definition.onPoweroff);
    },
    async reboot(ref, _flags, { signal }) {
      const record = await settled(ref, signal);
      requireRunning(record);
      act(guests, record, record.definition.onReboot);
    },
    async reset(ref, { signal }) {
      requireRunning(await settled(ref, signal));
    },
    async destroy(ref, flags) {
      refuseFlags(flags, {
        table: DOMAIN_DESTROY_FLAGS,
        allowed: [
          "graceful"
        ],
        function: "testDomainDestroyFlags"
      });
      await Promise.resolve();
      const record = list2.require(ref);
      requireRunning(record);
      stopDomain(guests, record, "destroyed");
      tell(guests, record, {
        change: "stopped",
        detail: "destroyed"
      });
      forgetTransient(guests, record);
    },
    async suspend(ref, { signal }) {
      const record = await settled(ref, signal);
      const { state: state3 } = record.state;
      if (state3 === "shutoff" || state3 === "paused") {
        throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not running`);
      }
      record.state = {
        state: "paused",
        reason: "user"
      };
      tell(guests, record, {
        change: "suspended",
        detail: "paused"
      });
    },
    async resume(ref, { signal }) {
      const record = await settled(ref, signal);
      if (record.state.state !== "paused") throw failure("VIR_ERR_INTERNAL_ERROR", `domain '${ref.name}' not paused`);
      record.state = {
        state: "running",
        reason: "unpaused"
      };
      tell(guests, record, {
        change: "resumed",
        detail: "unpaused"
      });
    },
    async rename(ref, name, { signal }) {
      const record = await settled(ref, signal);
      if (record.id !== -1) throw failure("VIR_ERR_OPERATION_INVALID", "cannot rename active domain");
      if (!record.persistent) throw failure("VIR_ERR_OPERATION_INVALID", "cannot rename a transient domain");
      list2.rename(record, name, (moment) => tell(guests, record, moment === "before" ? {
        change: "undefined",
        detail: "renamed"
      } : {
        change: "defined",
        detail: "renamed"
      }));
    }
  };
}
function start(guests, record) {
  startDomain(guests, record, "booted");
  tell(guests, record, {
    change: "started",
    detail: "booted"
  });
}
function act(guests, record, action2) {
  if (action2 === "restart" || action2 === "rename-restart") {
    record.state = {
      state: "running",
      reason: "booted"
    };
    return;
  }
  stopDomain(guests, record, "shutdown");
  tell(guests, record, {
    change: "stopped",
    detail: "shutdown"
  });
  forgetTransient(guests, record);
}

// src/drivers/test/guest_system.ts
var FIRST_SECOND = 627319920;
function createGuestSystem() {
  return {
    seconds: FIRST_SECOND,
    nanoseconds: 0,
    frozen: /* @__PURE__ */ new Set(),
    authorizedKeys: /* @__PURE__ */ new Map(),
    offlineVcpus: /* @__PURE__ */ new Set(),
    responseTimeout: -2
  };
}

// src/drivers/test/moments.ts
var MomentTree = class {
  /** The moment that the guest came from last. */
  current;
  #moments = /* @__PURE__ */ new Map();
  /** How many there are. */
  get size() {
    return this.#moments.size;
  }
  /** The moment with this name. */
  find(name) {
    return this.#moments.get(name);
  }
  /** Puts a moment in, in the place of one with its name. */
  set(moment) {
    this.#moments.set(moment.name, moment);
  }
  /** Takes a moment out; who came after it is left as it is. */
  delete(moment) {
    this.#moments.delete(moment.name);
    if (this.current === moment) this.current = void 0;
  }
  /** All of them, as they came. */
  all() {
    return [
      ...this.#moments.values()
    ];
  }
  /** Those that nothing comes before. */
  roots() {
    return this.all().filter(({ parent }) => parent === void 0 || !this.#moments.has(parent));
  }
  /** Those that came right after one. */
  childrenOf(moment) {
    return this.all().filter(({ parent }) => parent === moment.name);
  }
  /** Those that came after one, parents before children. */
  descendantsOf(moment) {
    const children2 = /* @__PURE__ */ new Map();
    for (const each of this.#moments.values()) {
      if (each.parent === void 0) continue;
      const siblings = children2.get(each.parent);
      if (siblings === void 0) children2.set(each.parent, [
        each
      ]);
      else siblings.push(each);
    }
    const found = [];
    const seen = /* @__PURE__ */ new Set([
      moment.name
    ]);
    for (let queue = children2.get(moment.name) ?? []; queue.length > 0; ) {
      const fresh = queue.filter(({ name }) => !seen.has(name));
      for (const each of fresh) seen.add(each.name);
      found.push(...fresh);
      queue = fresh.flatMap(({ name }) => children2.get(name) ?? []);
    }
    return found;
  }
  /** Whether anything came after one. */
  isLeaf(moment) {
    return !this.all().some(({ parent }) => parent === moment.name);
  }
};

// src/drivers/test/domain_record.ts
var DEFAULT_WEIGHT = 50;
function createDomainRecord(definition) {
  return {
    uuid: definition.uuid ?? "",
    name: definition.name,
    definition,
    stored: void 0,
    id: -1,
    state: {
      state: "shutoff",
      reason: "unknown"
    },
    persistent: false,
    autostart: false,
    managedSave: void 0,
    taints: /* @__PURE__ */ new Set(),
    deprecations: [],
    ioThreads: /* @__PURE__ */ new Map(),
    guest: createGuestSystem(),
    snapshots: new MomentTree(),
    checkpoints: new MomentTree(),
    blockJobs: /* @__PURE__ */ new Map(),
    openDevices: /* @__PURE__ */ new Map(),
    job: void 0,
    lastJob: void 0,
    dirtyRate: void 0,
    schedulerWeight: DEFAULT_WEIGHT
  };
}

// src/drivers/test/object_store.ts
var ObjectStore = class {
  #byUuid = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  /** How many there are. */
  get size() {
    return this.#byUuid.size;
  }
  /** All of them. */
  values() {
    return this.#byUuid.values();
  }
  /** The object with this UUID. */
  byUuid(uuid2) {
    return this.#byUuid.get(uuid2);
  }
  /** The object with this name. */
  byName(name) {
    return this.#byName.get(name);
  }
  /** Puts an object in, in the place of one with its UUID. */
  set(object2) {
    const old = this.#byUuid.get(object2.uuid);
    if (old !== void 0) this.#byName.delete(old.name);
    this.#byUuid.set(object2.uuid, object2);
    this.#byName.set(object2.name, object2);
  }
  /** Takes an object out. */
  delete(object2) {
    if (this.#byUuid.get(object2.uuid) !== object2) return;
    this.#byUuid.delete(object2.uuid);
    this.#byName.delete(object2.name);
  }
  /** Files an object under the name that `change` gives it. */
  rename(object2, change) {
    this.#byName.delete(object2.name);
    change();
    this.#byName.set(object2.name, object2);
  }
};

// src/drivers/test/domain_list.ts
var DomainList = class {
  #store = new ObjectStore();
  #running = /* @__PURE__ */ new Map();
  #nextId = 1;
  /** All of them. */
  values() {
    return this.#store.values();
  }
  /** The guest that a reference means. */
  find({ uuid: uuid2 }) {
    return this.#store.byUuid(uuid2);
  }
  /** The guest of this name. */
  byName(name) {
    return this.#store.byName(name);
  }
  /** The guest that runs under this number. */
  byId(id) {
    return this.#running.get(id);
  }
  /**
   * The guest that a reference means.
   *
   * @throws VirtError where there is none
   */
  require(ref) {
    const record = this.find(ref);
    if (record === void 0) throw noDomain(ref);
    return record;
  }
  /**
   * Puts a definition in: for a new guest, or in the place of another of the same guest.
   *
   * @throws VirtError where the name or the UUID belongs to another
   */
  add(definition, { live = false } = {}) {
    const { name, uuid: uuid2 = "" } = definition;
    const record = this.#store.byUuid(uuid2);
    if (record === void 0) {
      const other = this.#store.byName(name);
      if (other !== void 0) throw taken(`domain '${name}' already exists with uuid ${other.uuid}`);
      const created = createDomainRecord(definition);
      this.#store.set(created);
      return {
        record: created
      };
    }
    if (record.name !== name) throw taken(`domain '${record.name}' is already defined with uuid ${uuid2}`);
    if (live && record.id !== -1) {
      throw failure("VIR_ERR_OPERATION_INVALID", `domain '${name}' is already active`, {
        domain: "VIR_FROM_DOMAIN"
      });
    }
    const old = this.assign(record, definition, {
      live
    });
    return old === void 0 ? {
      record
    } : {
      record,
      old
    };
  }
  /** Gives a guest another definition, and gives back what was stored before. */
  assign(record, definition, { live = false } = {}) {
    if (record.id !== -1) {
      const old2 = record.stored;
      record.stored = definition;
      return old2;
    }
    const old = record.definition;
    if (live) record.stored ??= old;
    record.definition = definition;
    return live ? void 0 : old;
  }
  /** Gives a guest the next number, under which it is found while it runs. */
  number(record) {
    this.unnumber(record);
    record.id = this.#nextId++;
    this.#running.set(record.id, record);
  }
  /** Takes a guest from those that run; its number is left as it is. */
  unnumber({ id }) {
    this.#running.delete(id);
  }
  /** Takes a guest out. */
  remove(record) {
    this.unnumber(record);
    this.#store.delete(record);
  }
  /**
   * Gives a guest another name; `tell` is called before and after.
   *
   * @throws VirtError where the name is its own, or another's
   */
  rename(record, name, tell2) {
    if (record.name === name) {
      throw failure("VIR_ERR_OPERATION_INVALID", "Can't rename domain to itself", {
        domain: "VIR_FROM_DOMAIN"
      });
    }
    if (this.#store.byName(name) !== void 0) {
      throw failure("VIR_ERR_OPERATION_INVALID", `domain with name '${name}' already exists`, {
        domain: "VIR_FROM_DOMAIN"
      });
    }
    if (name.includes("/")) throw failure("VIR_ERR_XML_ERROR", `name ${name} cannot contain '/'`);
    tell2("before");
    this.#store.rename(record, () => {
      record.name = name;
      record.definition = {
        ...record.definition,
        name
      };
    });
    tell2("after");
  }
};
function passesFilter(record, filter2) {
  const { state: { state: state3 }, persistent, managedSave, autostart, snapshots, checkpoints } = record;
  const other = state3 !== "running" && state3 !== "paused" && state3 !== "shutoff";
  return either2(filter2.active, filter2.inactive, record.id !== -1) && either2(filter2.persistent, filter2.transient, persistent) && either2(filter2.managedSave, filter2.noManagedSave, managedSave !== void 0) && either2(filter2.autostart, filter2.noAutostart, autostart) && either2(filter2.hasSnapshot, filter2.noSnapshot, snapshots.size > 0) && either2(filter2.hasCheckpoint, filter2.noCheckpoint, checkpoints.size > 0) && (!(filter2.running || filter2.paused || filter2.shutoff || filter2.other) || Boolean(filter2.running && state3 === "running" || filter2.paused && state3 === "paused" || filter2.shutoff && state3 === "shutoff" || filter2.other && other));
}
function either2(wanted, unwanted, is) {
  return Boolean(wanted) === Boolean(unwanted) || is === Boolean(wanted);
}
function taken(detail) {
  return failure("VIR_ERR_OPERATION_FAILED", detail, {
    domain: "VIR_FROM_DOMAIN",
    hint: "Choose another name, or another UUID"
  });
}

// src/drivers/test/domain_messages.ts
var TAINTS = {
  "high-privileges": "running with undesirable elevated privileges",
  "shell-scripts": "network configuration using opaque shell scripts",
  "cdrom-passthrough": "use of host cdrom passthrough",
  "custom-dtb": "custom device tree blob used",
  "deprecated-config": "use of deprecated configuration settings"
};
var DEPRECATED_MODEL = "Deprecated-Test";
function noteTaints({ definition, taints, deprecations }) {
  const note = (taint) => void taints.add(taint);
  for (const disk2 of disksOf(definition)) {
    if (disk2.rawIo) note("high-privileges");
    if (disk2.device === "cdrom" && disk2.type === "block" && diskPath(disk2) !== void 0) note("cdrom-passthrough");
  }
  if (interfacesOf(definition).some(({ script }) => script !== void 0)) note("shell-scripts");
  if (definition.cpu?.mode === "custom" && definition.cpu.model?.name === DEPRECATED_MODEL) {
    note("deprecated-config");
    const message = `CPU model ${DEPRECATED_MODEL}`;
    if (!deprecations.includes(message)) deprecations.push(message);
  }
  if (definition.os?.dtb !== void 0) note("custom-dtb");
}
function messagesOf({ taints, deprecations }, kinds4) {
  const all = !kinds4.tainting && !kinds4.deprecation;
  const tainted = Object.keys(TAINTS).filter((taint) => taints.has(taint));
  return [
    ...all || kinds4.tainting ? tainted.map((taint) => `tainted: ${TAINTS[taint]}`) : [],
    ...all || kinds4.deprecation ? deprecations.map((message) => `deprecated configuration: ${message}`) : []
  ];
}

// src/drivers/test/metadata_xml.ts
function extractMetadata(metadata, uri) {
  const found = childrenOf2(metadata).find((child2) => namespaceOf2(child2) === uri);
  return found === void 0 ? void 0 : dumpElement(unprefixed(found, uri));
}
function replaceMetadata(metadata, { value, uri, key }) {
  const kept = childrenOf2(metadata).filter((child2) => namespaceOf2(child2) !== uri);
  const added = value === void 0 ? [] : [
    prefixed(parseElement(value), uri, key)
  ];
  const children2 = [
    ...kept,
    ...added
  ];
  if (children2.length === 0) return void 0;
  return dumpElement({
    type: "element",
    name: {
      raw: "metadata",
      local: "metadata"
    },
    attributes: {},
    children: children2
  });
}
function isPrefix(text2) {
  return /^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u.test(text2);
}
function childrenOf2(metadata) {
  return metadata === void 0 ? [] : parse(metadata).root.children.filter(isElement);
}
function namespaceOf2({ name, attributes: attributes2 }) {
  return name.uri ?? attributes2.xmlns;
}
function parseElement(xml) {
  const root = /<([^\s!?/>]+)/.exec(xml)?.[1] ?? "metadata";
  return readDocument(xml, (reader) => reader.element, {
    root,
    unknown: "ignore"
  });
}
function prefixed(element3, uri, key) {
  const whole = mapElements(element3, (each) => each.name.prefix === void 0 && each.attributes.xmlns === void 0 ? {
    ...each,
    name: {
      raw: `${key}:${each.name.local}`,
      local: each.name.local,
      prefix: key,
      uri
    }
  } : each);
  return {
    ...whole,
    attributes: {
      [`xmlns:${key}`]: uri,
      ...whole.attributes
    }
  };
}
function unprefixed(element3, uri) {
  const whole = mapElements(element3, (each) => namespaceOf2(each) === uri ? {
    ...each,
    name: {
      raw: each.name.local,
      local: each.name.local
    }
  } : each);
  const attributes2 = Object.fromEntries(Object.entries(whole.attributes).filter(([name, value]) => !(/^xmlns(:|$)/.test(name) && value === uri)));
  return {
    ...whole,
    attributes: attributes2
  };
}
function mapElements(element3, change) {
  const children2 = element3.children.map((child2) => isElement(child2) ? mapElements(child2, change) : child2);
  return change({
    ...element3,
    children: children2
  });
}

// src/drivers/test/domain_metadata.ts
var ACTIONS = {
  destroy: "destroy",
  restart: "restart",
  restartRename: "rename-restart",
  preserve: "preserve",
  coredumpDestroy: "coredump-destroy",
  coredumpRestart: "coredump-restart"
};
function createMetadata({ hypervisor, list: list2 }) {
  return {
    getMetadata: (ref, { type, uri = "", flags }) => Promise.try(() => {
      const { definition } = pickOne(list2.require(ref), flags);
      const found = type === "element" ? extractMetadata(definition.metadata, uri) : definition[type];
      if (found !== void 0) return found;
      throw failure("VIR_ERR_NO_DOMAIN_METADATA", "Requested metadata element is not present", {
        domain: "VIR_FROM_DOMAIN"
      });
    }),
    async setMetadata(ref, change, { signal }) {
      const record = list2.require(ref);
      await waitForJob(hypervisor, record, signal);
      for (const { definition, change: put } of pickAll(record, change.flags)) put(withMetadata(definition, change));
      hypervisor.emit({
        kind: "domain",
        event: "metadataChange",
        domain: domainRef(record),
        type: change.type,
        namespaceUri: change.uri
      });
    },
    async setLifecycleAction(ref, change, { signal }) {
      refuseAction(change);
      const record = list2.require(ref);
      await waitForJob(hypervisor, record, signal);
      const action2 = ACTIONS[change.action];
      for (const { definition, change: put } of pickAll(record, change.flags)) {
        if (change.type === "poweroff") put({
          ...definition,
          onPoweroff: action2
        });
        else if (change.type === "reboot") put({
          ...definition,
          onReboot: action2
        });
        else put({
          ...definition,
          onCrash: action2
        });
      }
    }
  };
}
function withMetadata(definition, { type, value, key = "", uri = "" }) {
  if (type !== "element") {
    const { [type]: _old, ...rest2 } = definition;
    return value === void 0 || value === "" ? rest2 : {
      ...definition,
      [type]: value
    };
  }
  if (value !== void 0 && !isPrefix(key)) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "failed to validate prefix for a new XML namespace", {
      domain: "VIR_FROM_XML"
    });
  }
  const { metadata, ...rest } = definition;
  const element3 = value === void 0 ? {
    uri,
    key
  } : {
    value,
    uri,
    key
  };
  const next = parsing("the metadata", () => replaceMetadata(metadata, element3));
  return next === void 0 ? rest : {
    ...definition,
    metadata: next
  };
}
function refuseAction({ type, action: action2 }) {
  if (type === "crash" || !action2.startsWith("coredump")) return;
  const detail = `Lifecycle event '${type}' doesn't support '${ACTIONS[action2]}' action`;
  throw failure("VIR_ERR_CONFIG_UNSUPPORTED", detail, {
    domain: "VIR_FROM_DOMAIN"
  });
}

// src/drivers/test/domains.ts
var DOMAINS_CALLS = {
  list: "virConnectListAllDomains",
  lookupById: "virDomainLookupByID",
  lookupByName: "virDomainLookupByName",
  lookupByUuid: "virDomainLookupByUUID",
  getXml: "virDomainGetXMLDesc",
  getInfo: "virDomainGetInfo",
  getState: "virDomainGetState",
  isActive: "virDomainIsActive",
  isPersistent: "virDomainIsPersistent",
  isUpdated: "virDomainIsUpdated",
  getOsType: "virDomainGetOSType",
  define: "virDomainDefineXML",
  undefine: "virDomainUndefine",
  createXml: "virDomainCreateXML",
  create: "virDomainCreate",
  shutdown: "virDomainShutdown",
  reboot: "virDomainReboot",
  reset: "virDomainReset",
  destroy: "virDomainDestroy",
  suspend: "virDomainSuspend",
  resume: "virDomainResume",
  rename: "virDomainRename",
  getAutostart: "virDomainGetAutostart",
  setAutostart: "virDomainSetAutostart",
  getMetadata: "virDomainGetMetadata",
  setMetadata: "virDomainSetMetadata",
  setLifecycleAction: "virDomainSetLifecycleAction",
  getMessages: "virDomainGetMessages",
  pmSuspend: "virDomainPMSuspendForDuration",
  pmWakeup: "virDomainPMWakeup",
  injectNmi: "virDomainInjectNMI",
  sendKey: "virDomainSendKey",
  sendProcessSignal: "virDomainSendProcessSignal"
};
var NANOSECONDS_PER_MILLISECOND = 1e6;
function createDomains(guests) {
  const { hypervisor: { clock: clock2 }, list: list2 } = guests;
  const found = (record) => {
    if (record === void 0) throw failure("VIR_ERR_NO_DOMAIN", void 0, {
      hint: "List the domains"
    });
    return record;
  };
  return {
    list: (filter2) => Promise.try(() => [
      ...list2.values().filter((record) => passesFilter(record, filter2)).map(domainRef)
    ]),
    lookupById: (id) => Promise.try(() => domainRef(found(list2.byId(id)))),
    lookupByName: (name) => Promise.try(() => domainRef(found(list2.byName(name)))),
    lookupByUuid: (uuid2) => Promise.try(() => domainRef(found(list2.find({
      uuid: uuid2
    })))),
    getXml: (ref, flags) => Promise.try(() => formatDefinition(list2.require(ref), flags)),
    getInfo: (ref) => Promise.try(() => infoOf(list2.require(ref), clock2.now() * NANOSECONDS_PER_MILLISECOND)),
    getState: (ref) => Promise.try(() => list2.require(ref).state),
    isActive: (ref) => Promise.try(() => list2.require(ref).id !== -1),
    isPersistent: (ref) => Promise.try(() => list2.require(ref).persistent),
    isUpdated: (ref) => Promise.try(() => list2.require(ref) === void 0),
    getOsType: () => Promise.resolve("linux"),
    getAutostart: (ref) => Promise.try(() => list2.require(ref).autostart),
    setAutostart: (ref, autostart) => Promise.try(() => void (list2.require(ref).autostart = autostart)),
    getMessages: (ref, kinds4) => Promise.try(() => messagesOf(list2.require(ref), kinds4)),
    ...createLifecycle(guests),
    ...createMetadata(guests),
    ...createInput(guests)
  };
}
function infoOf({ definition, state: state3 }, cpuTime) {
  return {
    state: state3.state,
    maxMemory: totalMemory(definition),
    memory: currentMemory(definition),
    vcpus: onlineVcpus(definition).length,
    cpuTime: Number.isSafeInteger(cpuTime) ? cpuTime : BigInt(cpuTime)
  };
}

// src/drivers/test/save_image.ts
var MAGIC = "TestGuestMagic\0";
var LENGTH_BYTES = 4;
var MAX_LENGTH = 8192;
function buildSaveImage(xml) {
  const magic = new TextEncoder().encode(MAGIC);
  const text2 = new TextEncoder().encode(xml);
  const image2 = new Uint8Array(magic.length + LENGTH_BYTES + text2.length);
  image2.set(magic);
  new DataView(image2.buffer).setInt32(magic.length, text2.length, true);
  image2.set(text2, magic.length + LENGTH_BYTES);
  return image2;
}
function buildDump() {
  return new TextEncoder().encode(MAGIC);
}
function parseSaveImage(image2, path2) {
  const magic = new TextEncoder().encode(MAGIC);
  if (image2.length < magic.length) throw incomplete(`incomplete save header in '${path2}'`);
  if (magic.some((byte, at) => image2[at] !== byte)) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "mismatched header magic", {
      hint: `${path2} is no saved domain`
    });
  }
  const start2 = magic.length + LENGTH_BYTES;
  if (image2.length < start2) throw incomplete(`failed to read metadata length in '${path2}'`);
  const length = new DataView(image2.buffer, image2.byteOffset).getInt32(magic.length, true);
  if (length < 1 || length > MAX_LENGTH) {
    throw failure("VIR_ERR_INTERNAL_ERROR", "length of metadata out of range");
  }
  if (image2.length < start2 + length) throw incomplete(`incomplete metadata in '${path2}'`);
  return new TextDecoder().decode(image2.subarray(start2, start2 + length));
}
function incomplete(detail) {
  return failure("VIR_ERR_SYSTEM_ERROR", detail, {
    hint: "The file is cut short: save the domain again"
  });
}

// src/drivers/test/domain_save.ts
var DOMAIN_SAVE_CALLS = {
  save: "virDomainSave",
  restore: "virDomainRestore",
  getSaveImageXml: "virDomainSaveImageGetXMLDesc",
  defineSaveImageXml: "virDomainSaveImageDefineXML",
  managedSave: "virDomainManagedSave",
  hasManagedSave: "virDomainHasManagedSaveImage",
  removeManagedSave: "virDomainManagedSaveRemove",
  getManagedSaveXml: "virDomainManagedSaveGetXMLDesc",
  defineManagedSaveXml: "virDomainManagedSaveDefineXML",
  coreDump: "virDomainCoreDump",
  getJobStats: "virDomainGetJobStats",
  abortJob: "virDomainAbortJob"
};
var PRIVATE = 384;
function createDomainSave(guests) {
  const { hypervisor, list: list2 } = guests;
  const readImage = async (path2) => {
    const image2 = await hypervisor.files.readBytes(path2);
    if (image2 === void 0) throw systemError(`cannot read domain image '${path2}': No such file or directory`);
    return parseDefinition(hypervisor, parseSaveImage(image2, path2));
  };
  const saveImage = (path2, xml) => hypervisor.files.write(path2, buildSaveImage(xml), {
    mode: PRIVATE
  });
  return {
    async save(ref, { file, xml, flags }, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: [],
        function: "testDomainSaveFlags"
      });
      if (xml !== void 0) throw unsupported2("xml modification unsupported");
      const record = list2.require(ref);
      requireRunning(record);
      await runJob({
        hypervisor,
        record
      }, {
        call: "virDomainSave",
        operation: "save"
      }, {
        ...signal === void 0 ? {} : {
          signal
        },
        async finish() {
          requireRunning(record);
          const text2 = formatDefinition(record, {
            secure: true
          });
          try {
            await saveImage(file, text2);
          } catch (error) {
            throw systemError(`saving domain '${record.name}' to '${file}': open failed`, error);
          }
          stopDomain(guests, record, "saved");
          tell(guests, record, {
            change: "stopped",
            detail: "saved"
          });
          forgetTransient(guests, record);
        }
      });
    },
    async restore({ file, xml, flags }) {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: [],
        function: "testDomainRestoreFlags"
      });
      if (xml !== void 0) throw unsupported2("xml modification unsupported");
      const { record } = list2.add(await readImage(file), {
        live: true
      });
      startDomain(guests, record, "restored");
      tell(guests, record, {
        change: "started",
        detail: "restored"
      });
    },
    getSaveImageXml: async (file) => formatDomain(await readImage(file), {
      secure: true
    }),
    async defineSaveImageXml(file, xml, flags) {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: [
          "running",
          "paused"
        ],
        function: "testDomainSaveImageDefineXML"
      });
      await readImage(file);
      await saveImage(file, formatDomain(parseDefinition(hypervisor, xml), {
        secure: true
      }));
    },
    async managedSave(ref, flags, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_SAVE_FLAGS,
        allowed: [
          "bypassCache",
          "running",
          "paused"
        ],
        function: "testDomainManagedSave"
      });
      const record = list2.require(ref);
      requireRunning(record);
      if (!record.persistent) {
        throw failure("VIR_ERR_OPERATION_INVALID", "cannot do managed save for transient domain");
      }
      await runJob({
        hypervisor,
        record
      }, {
        call: "virDomainManagedSave",
        operation: "save"
      }, {
        ...signal === void 0 ? {} : {
          signal
        },
        finish() {
          requireRunning(record);
          const saved = record.definition;
          stopDomain(guests, record, "saved");
          tell(guests, record, {
            change: "stopped",
            detail: "saved"
          });
          record.managedSave = saved;
        }
      });
    },
    hasManagedSave: (ref) => Promise.try(() => list2.require(ref).managedSave !== void 0),
    removeManagedSave: (ref) => Promise.try(() => void (list2.require(ref).managedSave = void 0)),
    getManagedSaveXml: (ref, flags) => Promise.try(() => formatDomain(requireSaved(list2.require(ref).managedSave), {
      secure: flags.secure ?? false
    })),
    defineManagedSaveXml: (ref, xml) => Promise.try(() => {
      const record = list2.require(ref);
      requireSaved(record.managedSave);
      const { name, uuid: uuid2 } = record;
      record.managedSave = {
        ...parseDefinition(hypervisor, xml),
        name,
        uuid: uuid2
      };
    }),
    async coreDump(ref, { file, format: format2, flags }, { signal }) {
      refuseFlags(flags, {
        table: DOMAIN_DUMP_FLAGS,
        allowed: [
          "crash"
        ],
        function: "testDomainCoreDumpWithFormat"
      });
      const record = list2.require(ref);
      requireRunning(record);
      await runJob({
        hypervisor,
        record
      }, {
        call: "virDomainCoreDump",
        operation: "dump"
      }, {
        ...signal === void 0 ? {} : {
          signal
        },
        async finish() {
          requireRunning(record);
          try {
            await hypervisor.files.write(file, buildDump(), {
              mode: PRIVATE
            });
          } catch (error) {
            throw systemError(`domain '${record.name}' coredump: failed to open ${file}`, error);
          }
          if (format2 !== "raw") {
            throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "kdump-compressed format is not supported here");
          }
          if (!flags.crash) return;
          stopDomain(guests, record, "crashed");
          tell(guests, record, {
            change: "stopped",
            detail: "crashed"
          });
          forgetTransient(guests, record);
        }
      });
    },
    getJobStats: (ref, { completed: completed5, keepCompleted }) => Promise.try(() => {
      const record = list2.require(ref);
      if (!completed5) {
        requireRunning(record);
        return jobStats(hypervisor, record.job);
      }
      const last = record.lastJob ?? {
        type: "none",
        stats: {}
      };
      if (!keepCompleted) record.lastJob = void 0;
      return last;
    }),
    abortJob: (ref) => Promise.try(() => {
      const record = list2.require(ref);
      requireRunning(record);
      if (record.job === void 0) {
        throw failure("VIR_ERR_OPERATION_INVALID", "no job is active on the domain", {
          domain: "VIR_FROM_QEMU"
        });
      }
      record.job.abort.abort();
    })
  };
}
function requireSaved(saved) {
  if (saved !== void 0) return saved;
  throw failure("VIR_ERR_OPERATION_INVALID", "domain does not have managed save image", {
    domain: "VIR_FROM_QEMU"
  });
}
function unsupported2(detail) {
  return failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail);
}
function systemError(detail, cause) {
  const reason = cause === void 0 ? "" : `: ${cause instanceof Error ? cause.message : String(cause)}`;
  return failure("VIR_ERR_SYSTEM_ERROR", detail + reason, {
    hint: "Look at the path, and at who may use it"
  });
}

// src/model/parameters_tuning.ts
var BLKIO_PARAMETERS = {
  weight: "uint",
  device_weight: "string",
  device_read_iops_sec: "string",
  device_write_iops_sec: "string",
  device_read_bytes_sec: "string",
  device_write_bytes_sec: "string"
};
var NUMA_PARAMETERS = {
  numa_nodeset: "string",
  numa_mode: "int"
};

// src/drivers/test/checked_values.ts
function checkedValues(table, record) {
  return new Map(fromRecord(table, record).map(({ field, value }) => [
    field,
    value
  ]));
}

// src/drivers/test/domain_blkio.ts
var FIELDS = {
  device_weight: "weight",
  device_read_iops_sec: "readIopsSec",
  device_write_iops_sec: "writeIopsSec",
  device_read_bytes_sec: "readBytesSec",
  device_write_bytes_sec: "writeBytesSec"
};
function createBlkio({ list: list2 }) {
  return {
    getBlkioParameters: (ref, flags) => Promise.try(() => {
      const { weight = 0, devices: devices2 = [] } = pickOne(list2.require(ref), flags).definition.blkiotune ?? {};
      const names = Object.keys(FIELDS);
      return {
        weight,
        ...Object.fromEntries(names.map((name) => [
          name,
          formatDevices(devices2, FIELDS[name])
        ]))
      };
    }),
    setBlkioParameters: (ref, parameters3, flags) => Promise.try(() => {
      const values = checkedValues(BLKIO_PARAMETERS, parameters3);
      const { definition, change } = pickOne(list2.require(ref), flags);
      let blkiotune2 = definition.blkiotune ?? {};
      for (const [name, value] of values) {
        if (name === "weight") blkiotune2 = {
          ...blkiotune2,
          weight: value
        };
        else blkiotune2 = withDevices(blkiotune2, name, String(value));
      }
      change({
        ...definition,
        blkiotune: blkiotune2
      });
    })
  };
}
function formatDevices(devices2, field) {
  return devices2.filter((device) => device[field]).map((device) => `${device.path},${device[field]}`).join(",");
}
function withDevices(blkio, name, text2) {
  const devices2 = [
    ...blkio.devices ?? []
  ];
  for (const [path2, value] of parseDevices(name, text2)) {
    const at = devices2.findIndex((device) => device.path === path2);
    const next = {
      ...at === -1 ? {
        path: path2
      } : devices2[at],
      path: path2,
      [FIELDS[name]]: value
    };
    if (at !== -1) devices2[at] = next;
    else if (value !== 0) devices2.push(next);
  }
  return {
    ...blkio,
    devices: devices2
  };
}
function parseDevices(name, text2) {
  if (text2 === "") return [];
  const words3 = text2.split(",");
  if (words3.length % 2 === 1) {
    throw refuse4(`unable to parse blkio device '${name}' '${text2}'`);
  }
  const pairs = [];
  for (let at = 0; at < words3.length; at += 2) {
    const [path2 = "", figure = ""] = words3.slice(at, at + 2);
    const value = parseInteger64(figure);
    if (value === void 0 || value < 0) {
      throw refuse4(`invalid value '${figure}' for parameter '${name}' of device '${path2}'`);
    }
    pairs.push([
      path2,
      value
    ]);
  }
  return pairs;
}
function refuse4(detail) {
  return failure("VIR_ERR_INVALID_ARG", detail, {
    domain: "VIR_FROM_DOMAIN"
  });
}

// src/model/parameters_block.ts
var BLOCK_IOTUNE_PARAMETERS = {
  total_bytes_sec: "ullong",
  read_bytes_sec: "ullong",
  write_bytes_sec: "ullong",
  total_iops_sec: "ullong",
  read_iops_sec: "ullong",
  write_iops_sec: "ullong",
  total_bytes_sec_max: "ullong",
  read_bytes_sec_max: "ullong",
  write_bytes_sec_max: "ullong",
  total_iops_sec_max: "ullong",
  read_iops_sec_max: "ullong",
  write_iops_sec_max: "ullong",
  total_bytes_sec_max_length: "ullong",
  read_bytes_sec_max_length: "ullong",
  write_bytes_sec_max_length: "ullong",
  total_iops_sec_max_length: "ullong",
  read_iops_sec_max_length: "ullong",
  write_iops_sec_max_length: "ullong",
  size_iops_sec: "ullong",
  group_name: "string"
};

// src/drivers/test/domain_iotune.ts
var MAX = 1e15;
var TOTALS = [
  "bytes_sec",
  "iops_sec",
  "bytes_sec_max",
  "iops_sec_max"
];
var SUSTAINED = [
  "bytes_sec",
  "iops_sec"
].flatMap((what) => [
  "total",
  "read",
  "write"
].map((way) => `${way}_${what}`));
function createIoTune({ list: list2 }) {
  return {
    getBlockIoTune: (ref, name, flags) => Promise.try(() => {
      const disk2 = findDisk(pickOne(list2.require(ref), flags).definition, name);
      if (disk2 === void 0) {
        throw failure("VIR_ERR_INVALID_ARG", `disk '${name}' was not found in the domain config`);
      }
      return recordOf(disk2.ioTune);
    }),
    setBlockIoTune: (ref, { device, parameters: parameters3 }, flags) => Promise.try(() => {
      const values = checkedValues(BLOCK_IOTUNE_PARAMETERS, parameters3);
      const { definition, change } = pickOne(list2.require(ref), flags);
      const disk2 = findDisk(definition, device);
      if (disk2 === void 0) {
        throw failure("VIR_ERR_INVALID_ARG", `missing persistent configuration for disk '${device}'`);
      }
      if ([
        ...values.values()
      ].some((value) => Number(value) > MAX)) {
        const detail = `block I/O throttle limit value must be no more than ${MAX}`;
        throw failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail);
      }
      const next = {
        ...recordOf(disk2.ioTune),
        ...Object.fromEntries(values)
      };
      refuseContradictions(next);
      change(withDisk(definition, disk2, {
        ...disk2,
        ioTune: ioTuneOf(next)
      }));
    })
  };
}
function recordOf(ioTune2) {
  const fields6 = {
    ...ioTune2
  };
  const entries2 = Object.entries(BLOCK_IOTUNE_PARAMETERS).map(([name, type]) => [
    name,
    fields6[camelCase(name)] ?? (type === "string" ? "" : 0)
  ]);
  return Object.fromEntries(entries2);
}
function ioTuneOf(record) {
  const set = Object.entries(record).filter(([, value]) => value !== 0 && value !== "");
  return Object.fromEntries(set.map(([name, value]) => [
    camelCase(name),
    value
  ]));
}
function camelCase(name) {
  return name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}
function refuseContradictions(record) {
  const value = (name) => record[name];
  for (const what of TOTALS) {
    if (value(`total_${what}`) && (value(`read_${what}`) || value(`write_${what}`))) {
      throw failure("VIR_ERR_INVALID_ARG", `total and read/write of ${what} cannot be set at the same time`);
    }
  }
  for (const name of SUSTAINED) {
    if (value(name) > value(`${name}_max`)) {
      throw failure("VIR_ERR_INVALID_ARG", `${name} cannot be set higher than ${name}_max `);
    }
  }
}

// src/model/parameters_perf.ts
var PERF_PARAMETERS = {
  cmt: "boolean",
  mbmt: "boolean",
  mbml: "boolean",
  cache_misses: "boolean",
  cache_references: "boolean",
  instructions: "boolean",
  cpu_cycles: "boolean",
  branch_instructions: "boolean",
  branch_misses: "boolean",
  bus_cycles: "boolean",
  stalled_cycles_frontend: "boolean",
  stalled_cycles_backend: "boolean",
  ref_cpu_cycles: "boolean",
  cpu_clock: "boolean",
  task_clock: "boolean",
  page_faults: "boolean",
  context_switches: "boolean",
  cpu_migrations: "boolean",
  page_faults_min: "boolean",
  page_faults_maj: "boolean",
  alignment_faults: "boolean",
  emulation_faults: "boolean"
};

// src/drivers/test/domain_limits.ts
var UNLIMITED2 = 9007199254740991;
var LIMITS = {
  hard_limit: "ullong",
  soft_limit: "ullong",
  swap_hard_limit: "ullong"
};
function createLimits({ list: list2 }) {
  return {
    getMemoryParameters: (ref, flags) => Promise.try(() => {
      const { memtune: memtune2 } = pickOne(list2.require(ref), flags).definition;
      return {
        hard_limit: memtune2?.hardLimit ?? UNLIMITED2,
        soft_limit: memtune2?.softLimit ?? UNLIMITED2,
        swap_hard_limit: memtune2?.swapHardLimit ?? UNLIMITED2
      };
    }),
    setMemoryParameters: (ref, parameters3, flags) => Promise.try(() => {
      const values = checkedValues(LIMITS, parameters3);
      const record = list2.require(ref);
      const { definition, change } = pickOne(record, flags);
      const [hard, soft, swap] = [
        "hard_limit",
        "soft_limit",
        "swap_hard_limit"
      ].map((name) => values.get(name));
      if (hard !== void 0 || swap !== void 0) {
        const { hardLimit = UNLIMITED2, swapHardLimit = UNLIMITED2 } = record.definition.memtune ?? {};
        if (BigInt(hard ?? hardLimit) > BigInt(swap ?? swapHardLimit)) {
          const detail = "memory hard_limit tunable value must be lower than or equal to swap_hard_limit";
          throw failure("VIR_ERR_INVALID_ARG", detail);
        }
      }
      change({
        ...definition,
        memtune: {
          ...withLimit("hardLimit", hard ?? definition.memtune?.hardLimit),
          ...withLimit("softLimit", soft ?? definition.memtune?.softLimit),
          ...withLimit("minGuarantee", definition.memtune?.minGuarantee),
          ...withLimit("swapHardLimit", swap ?? definition.memtune?.swapHardLimit)
        }
      });
    }),
    getSchedulerType: () => Promise.resolve({
      type: "fair",
      parameterCount: 1
    }),
    getSchedulerParameters: (ref) => Promise.try(() => ({
      weight: list2.require(ref).schedulerWeight
    })),
    setSchedulerParameters: (ref, parameters3) => Promise.try(() => {
      const { weight } = Object.fromEntries(checkedValues({
        weight: "uint"
      }, parameters3));
      const record = list2.require(ref);
      if (typeof weight === "number") record.schedulerWeight = weight;
    }),
    getPerfEvents: (ref, flags) => Promise.try(() => {
      const { perf: perf2 } = pickOne(list2.require(ref), flags).definition;
      const enabled = new Set(perf2?.filter((event) => event.enabled).map(({ name }) => name));
      const names = Object.keys(PERF_PARAMETERS);
      return Object.fromEntries(names.map((name) => [
        name,
        enabled.has(name)
      ]));
    }),
    setPerfEvents: (ref, parameters3, flags) => Promise.try(() => {
      const values = checkedValues(PERF_PARAMETERS, parameters3);
      const { definition, change } = pickOne(list2.require(ref), flags);
      const events2 = new Map(definition.perf?.map((event) => [
        event.name,
        event
      ]));
      for (const [name, enabled] of values) {
        events2.set(name, {
          name,
          enabled: enabled === true
        });
      }
      const names = Object.keys(PERF_PARAMETERS);
      change({
        ...definition,
        perf: names.map((name) => events2.get(name)).filter((event) => event !== void 0)
      });
    })
  };
}
function withLimit(name, value) {
  return value === void 0 || BigInt(value) >= BigInt(UNLIMITED2) ? {} : {
    [name]: value
  };
}

// src/model/domain_vcpu.ts
var VCPU_STATES = {
  offline: 0,
  running: 1,
  blocked: 2
};
var NUMATUNE_MEM_MODES = {
  strict: 0,
  preferred: 1,
  interleave: 2,
  restrictive: 3
};

// src/drivers/test/domain_numa.ts
function createNuma({ list: list2 }) {
  return {
    getNumaParameters: (ref, flags) => Promise.try(() => {
      const memory3 = pickOne(list2.require(ref), flags).definition.numatune?.memory;
      return {
        numa_mode: NUMATUNE_MEM_MODES[memory3?.mode ?? "strict"],
        numa_nodeset: memory3?.nodeset ?? ""
      };
    }),
    setNumaParameters: (ref, parameters3, flags) => Promise.try(() => {
      const values = checkedValues(NUMA_PARAMETERS, parameters3);
      const { definition, live, change } = pickOne(list2.require(ref), flags);
      const mode3 = modeOf(values.get("numa_mode"));
      const nodeset = nodesetOf(values.get("numa_nodeset"));
      const before = definition.numatune?.memory?.mode;
      if (live && mode3 !== void 0 && before !== void 0 && before !== mode3) {
        throw failure("VIR_ERR_OPERATION_INVALID", "can't change numatune mode for running domain");
      }
      if (mode3 !== void 0 || nodeset !== void 0) change(withMemory(definition, mode3, nodeset));
    })
  };
}
function modeOf(value) {
  if (typeof value !== "number") return void 0;
  const mode3 = wordOf(NUMATUNE_MEM_MODES, value);
  if (mode3 === void 0) throw failure("VIR_ERR_INVALID_ARG", `unsupported numatune mode: '${value}'`);
  return mode3;
}
function nodesetOf(value) {
  if (typeof value !== "string") return void 0;
  const members2 = parseCpuSet(value);
  if (members2 === void 0) {
    throw failure("VIR_ERR_INVALID_ARG", `Failed to parse bitmap '${value}'`, {
      domain: "VIR_FROM_NONE"
    });
  }
  if (members2.size === 0) throw failure("VIR_ERR_OPERATION_INVALID", `Invalid nodeset of 'numatune': ${value}`);
  return formatCpuSet(members2);
}
function withMemory(definition, mode3, nodeset) {
  const old = definition.numatune?.memory;
  const next = {
    mode: mode3 ?? old?.mode ?? "strict"
  };
  const set = nodeset ?? old?.nodeset;
  if (set === void 0 && old === void 0 && definition.vcpu.placement === "static") {
    const detail = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    throw failure("VIR_ERR_CONFIG_UNSUPPORTED", detail, {
      domain: "VIR_FROM_DOMAIN"
    });
  }
  const memory3 = set === void 0 ? {
    ...next,
    placement: "auto"
  } : {
    ...next,
    nodeset: set
  };
  return {
    ...definition,
    numatune: {
      ...definition.numatune,
      memory: memory3
    }
  };
}

// src/drivers/test/domain_tuning.ts
var DOMAIN_TUNING_CALLS = {
  getMemoryParameters: "virDomainGetMemoryParameters",
  setMemoryParameters: "virDomainSetMemoryParameters",
  getBlkioParameters: "virDomainGetBlkioParameters",
  setBlkioParameters: "virDomainSetBlkioParameters",
  getNumaParameters: "virDomainGetNumaParameters",
  setNumaParameters: "virDomainSetNumaParameters",
  getSchedulerType: "virDomainGetSchedulerType",
  getSchedulerParameters: "virDomainGetSchedulerParameters",
  setSchedulerParameters: "virDomainSetSchedulerParameters",
  getPerfEvents: "virDomainGetPerfEvents",
  setPerfEvents: "virDomainSetPerfEvents",
  getInterfaceParameters: "virDomainGetInterfaceParameters",
  setInterfaceParameters: "virDomainSetInterfaceParameters",
  getBlockIoTune: "virDomainGetBlockIoTune",
  setBlockIoTune: "virDomainSetBlockIoTune"
};
function createDomainTuning(guests) {
  return {
    ...createLimits(guests),
    ...createNuma(guests),
    ...createBlkio(guests),
    ...createIoTune(guests)
  };
}

// src/model/list_filters.ts
var DOMAIN_STATE_FILTERS = {
  active: 1,
  inactive: 2,
  persistent: 4,
  transient: 8,
  running: 16,
  paused: 32,
  shutoff: 64,
  other: 128
};
var LIST_DOMAINS_FLAGS = {
  ...DOMAIN_STATE_FILTERS,
  managedSave: 256,
  noManagedSave: 512,
  autostart: 1024,
  noAutostart: 2048,
  hasSnapshot: 4096,
  noSnapshot: 8192,
  hasCheckpoint: 16384,
  noCheckpoint: 32768
};

// src/model/domain_stats.ts
var DOMAIN_STATS_GROUPS = {
  state: 1,
  cpuTotal: 2,
  balloon: 4,
  vcpu: 8,
  interface: 16,
  block: 32,
  perf: 64,
  iothread: 128,
  memory: 256,
  dirtyRate: 512,
  vm: 1024
};
var ALL_DOMAIN_STATS_FLAGS = {
  ...DOMAIN_STATE_FILTERS,
  nowait: 536870912,
  backing: 1073741824,
  enforceStats: 2147483648
};
var DIRTY_RATE_STATUSES = {
  unstarted: 0,
  measuring: 1,
  measured: 2
};

// src/model/domain_state.ts
var DOMAIN_STATES = {
  nostate: 0,
  running: 1,
  blocked: 2,
  paused: 3,
  shutdown: 4,
  shutoff: 5,
  crashed: 6,
  pmsuspended: 7
};
var DOMAIN_NOSTATE_REASONS = {
  unknown: 0
};
var DOMAIN_RUNNING_REASONS = {
  unknown: 0,
  booted: 1,
  migrated: 2,
  restored: 3,
  fromSnapshot: 4,
  unpaused: 5,
  migrationCanceled: 6,
  saveCanceled: 7,
  wakeup: 8,
  crashed: 9,
  postcopy: 10,
  postcopyFailed: 11
};
var DOMAIN_BLOCKED_REASONS = {
  unknown: 0
};
var DOMAIN_PAUSED_REASONS = {
  unknown: 0,
  user: 1,
  migration: 2,
  save: 3,
  dump: 4,
  ioError: 5,
  watchdog: 6,
  fromSnapshot: 7,
  shuttingDown: 8,
  snapshot: 9,
  crashed: 10,
  startingUp: 11,
  postcopy: 12,
  postcopyFailed: 13,
  apiError: 14
};
var DOMAIN_SHUTDOWN_REASONS = {
  unknown: 0,
  user: 1
};
var DOMAIN_SHUTOFF_REASONS = {
  unknown: 0,
  shutdown: 1,
  destroyed: 2,
  crashed: 3,
  migrated: 4,
  saved: 5,
  failed: 6,
  fromSnapshot: 7,
  daemon: 8
};
var DOMAIN_CRASHED_REASONS = {
  unknown: 0,
  panicked: 1
};
var DOMAIN_PMSUSPENDED_REASONS = {
  unknown: 0
};

// src/model/domain_state_reason.ts
var DOMAIN_STATE_REASONS = {
  nostate: DOMAIN_NOSTATE_REASONS,
  running: DOMAIN_RUNNING_REASONS,
  blocked: DOMAIN_BLOCKED_REASONS,
  paused: DOMAIN_PAUSED_REASONS,
  shutdown: DOMAIN_SHUTDOWN_REASONS,
  shutoff: DOMAIN_SHUTOFF_REASONS,
  crashed: DOMAIN_CRASHED_REASONS,
  pmsuspended: DOMAIN_PMSUSPENDED_REASONS
};
function domainStateNumbers(value) {
  const reasons = DOMAIN_STATE_REASONS[value.state];
  return {
    state: DOMAIN_STATES[value.state],
    reason: reasons[value.reason] ?? 0
  };
}

// src/drivers/test/bulk_stats.ts
var DEFAULT_GROUPS = {
  state: true,
  iothread: true
};
var DIRTY_RATE = 32;
var MILLISECONDS = 1e3;
var WRITERS = {
  state(record, fields6) {
    const { state: state3, reason } = domainStateNumbers(record.state);
    fields6["state.state"] = state3;
    fields6["state.reason"] = reason;
  },
  cpuTotal({ id }, fields6) {
    if (id === -1) return;
    fields6["cpu.time"] = CPU_TIMES.total;
    fields6["cpu.user"] = CPU_TIMES.user;
    fields6["cpu.system"] = CPU_TIMES.system;
  },
  balloon({ id, definition }, fields6) {
    fields6["balloon.current"] = currentMemory(definition);
    fields6["balloon.maximum"] = totalMemory(definition);
    if (id === -1) return;
    const { actualBalloon: _current, ...stats } = memoryStats(definition);
    for (const [tag2, value] of Object.entries(stats)) fields6[`balloon.${BALLOON_NAMES[tag2] ?? tag2}`] = value;
  },
  vcpu({ id, definition }, fields6, clock2) {
    const online = onlineVcpus(definition);
    fields6["vcpu.current"] = online.length;
    fields6["vcpu.maximum"] = maxVcpus2(definition);
    for (const vcpu2 of online) {
      fields6[`vcpu.${vcpu2}.state`] = id === -1 ? VCPU_STATES.offline : VCPU_STATES.running;
      if (id === -1) continue;
      fields6[`vcpu.${vcpu2}.time`] = vcpuTime(clock2);
      fields6[`vcpu.${vcpu2}.wait`] = 0;
      fields6[`vcpu.${vcpu2}.delay`] = 0;
    }
  },
  interface({ id, definition }, fields6, clock2) {
    if (id === -1) return;
    const interfaces = interfacesOf(definition);
    fields6["net.count"] = interfaces.length;
    const counts = interfaceCounts(clock2);
    for (const [at, { target: target3 }] of interfaces.entries()) {
      if (target3 === void 0) continue;
      fields6[`net.${at}.name`] = target3;
      for (const way of [
        "rx",
        "tx"
      ]) {
        fields6[`net.${at}.${way}.bytes`] = counts[`${way}Bytes`];
        fields6[`net.${at}.${way}.pkts`] = counts[`${way}Packets`];
        fields6[`net.${at}.${way}.errs`] = counts[`${way}Errors`];
        fields6[`net.${at}.${way}.drop`] = counts[`${way}Dropped`];
      }
    }
  },
  block({ id, definition }, fields6, clock2) {
    const disks = disksOf(definition);
    fields6["block.count"] = disks.length;
    const counts = diskCounts(clock2);
    for (const [at, disk2] of disks.entries()) {
      const path2 = diskPath(disk2);
      fields6[`block.${at}.name`] = diskTarget(disk2);
      if (path2 !== void 0) fields6[`block.${at}.path`] = path2;
      if (id === -1) continue;
      fields6[`block.${at}.rd.reqs`] = counts.readRequests;
      fields6[`block.${at}.rd.bytes`] = counts.readBytes;
      fields6[`block.${at}.wr.reqs`] = counts.writeRequests;
      fields6[`block.${at}.wr.bytes`] = counts.writeBytes;
      fields6[`block.${at}.allocation`] = BLOCK_INFO.allocation;
      fields6[`block.${at}.capacity`] = BLOCK_INFO.capacity;
      fields6[`block.${at}.physical`] = BLOCK_INFO.physical;
    }
  },
  perf({ id, definition }, fields6) {
    if (id === -1) return;
    const enabled = new Set(definition.perf?.filter((event) => event.enabled).map(({ name }) => name));
    for (const name of Object.keys(PERF_PARAMETERS)) {
      if (enabled.has(name)) fields6[`perf.${name}`] = 0;
    }
  },
  iothread({ id, ioThreads: ioThreads2 }, fields6) {
    if (id === -1 || ioThreads2.size === 0) return;
    fields6["iothread.count"] = ioThreads2.size;
    for (const [thread, { maxNs, grow, shrink }] of ioThreads2) {
      fields6[`iothread.${thread}.poll-max-ns`] = maxNs;
      fields6[`iothread.${thread}.poll-grow`] = grow;
      fields6[`iothread.${thread}.poll-shrink`] = shrink;
    }
  },
  dirtyRate({ id, dirtyRate }, fields6, clock2) {
    if (id === -1) return;
    const measured = dirtyRate !== void 0 && clock2.now() >= dirtyRate.start + dirtyRate.period * MILLISECONDS;
    const status = dirtyRate === void 0 ? "unstarted" : measured ? "measured" : "measuring";
    fields6["dirtyrate.calc_status"] = DIRTY_RATE_STATUSES[status];
    fields6["dirtyrate.calc_start_time"] = Math.floor((dirtyRate?.start ?? 0) / MILLISECONDS);
    fields6["dirtyrate.calc_period"] = dirtyRate?.period ?? 0;
    fields6["dirtyrate.calc_mode"] = dirtyRate?.mode ?? "page-sampling";
    if (measured) fields6["dirtyrate.megabytes_per_second"] = DIRTY_RATE;
  }
};
var KNOWN_GROUPS = Object.keys(WRITERS);
var BALLOON_NAMES = {
  swapIn: "swap_in",
  swapOut: "swap_out",
  majorFault: "major_fault",
  minorFault: "minor_fault",
  lastUpdate: "last-update",
  diskCaches: "disk_caches",
  hugetlbPgalloc: "hugetlb_pgalloc",
  hugetlbPgfail: "hugetlb_pgfail"
};
function bulkStats(record, groups, clock2) {
  const fields6 = {};
  for (const group of groups) WRITERS[group]?.(record, fields6, clock2);
  return fields6;
}

// src/drivers/test/peek.ts
var MAX_SIZE = 4 * 1024 * 1024;
function createPeeks(running) {
  return {
    peekBlock: (ref, disk2, range3) => Promise.try(() => {
      if (findDisk(running(ref).definition, disk2) === void 0) {
        throw failure("VIR_ERR_INVALID_ARG", `invalid disk or path '${disk2}'`);
      }
      return bytes(range3);
    }),
    peekMemory: (ref, range3) => Promise.try(() => {
      running(ref);
      return bytes(range3);
    })
  };
}
function bytes({ offset, size: size2 }) {
  if (size2 > MAX_SIZE) {
    throw failure("VIR_ERR_INVALID_ARG", `size ${size2} is larger than ${MAX_SIZE} bytes`, {
      hint: "Read in pieces"
    });
  }
  const first = Number(BigInt(offset) & 0xffn);
  return Uint8Array.from({
    length: size2
  }, (_, at) => first + at & 255);
}

// src/drivers/test/domain_stats.ts
var DOMAIN_STATS_CALLS = {
  getAllStats: "virConnectGetAllDomainStats",
  getBlockStats: "virDomainBlockStats",
  getInterfaceStats: "virDomainInterfaceStats",
  getMemoryStats: "virDomainMemoryStats",
  getBlockInfo: "virDomainGetBlockInfo",
  getCpuStats: "virDomainGetCPUStats",
  getDiskErrors: "virDomainGetDiskErrors",
  getControlInfo: "virDomainGetControlInfo",
  getSecurityLabels: "virDomainGetSecurityLabelList",
  getLaunchSecurityInfo: "virDomainGetLaunchSecurityInfo",
  peekBlock: "virDomainBlockPeek",
  peekMemory: "virDomainMemoryPeek",
  startDirtyRateCalc: "virDomainStartDirtyRateCalc"
};
var MAX_DIRTY_PERIOD = 60;
function createDomainStats(guests) {
  const { hypervisor: { clock: clock2, node }, list: list2 } = guests;
  const running = (ref) => {
    const record = list2.require(ref);
    requireRunning(record);
    return record;
  };
  return {
    getAllStats: ({ domains, groups, flags }) => Promise.try(() => {
      const wanted = chooseGroups(groups, flags.enforceStats ?? false);
      const chosen = domains.length === 0 ? list2.values() : domains.map((ref) => list2.find(ref)).filter((record) => record !== void 0).values();
      return [
        ...chosen.filter((record) => passesFilter(record, flags)).map((record) => ({
          domain: domainRef(record),
          stats: bulkStats(record, wanted, clock2)
        }))
      ];
    }),
    getBlockStats: (ref, disk2) => Promise.try(() => {
      if (disk2 === "") {
        throw failure("VIR_ERR_OPERATION_UNSUPPORTED", "summary statistics are not supported yet");
      }
      const { definition } = running(ref);
      if (findDisk(definition, disk2) === void 0) {
        throw failure("VIR_ERR_INVALID_ARG", `invalid path: ${disk2}`, {
          hint: "Name a disk by its target"
        });
      }
      const counts = diskCounts(clock2);
      return {
        rd_bytes: counts.readBytes,
        rd_operations: counts.readRequests,
        wr_bytes: counts.writeBytes,
        wr_operations: counts.writeRequests,
        errs: counts.errors
      };
    }),
    getInterfaceStats: (ref, device) => Promise.try(() => {
      requireInterface(running(ref), device);
      return interfaceCounts(clock2);
    }),
    getMemoryStats: (ref) => Promise.try(() => memoryStats(running(ref).definition)),
    getBlockInfo: (ref, name) => Promise.try(() => {
      const disk2 = findDisk(list2.require(ref).definition, name);
      if (disk2 === void 0) {
        throw failure("VIR_ERR_INVALID_ARG", `invalid path ${name} not assigned to domain`);
      }
      if (diskPath(disk2) === void 0 && disk2.type !== "network" && disk2.type !== "volume") {
        throw failure("VIR_ERR_INVALID_ARG", `disk '${name}' does not currently have a source assigned`);
      }
      return BLOCK_INFO;
    }),
    getCpuStats: (ref, query) => Promise.try(() => {
      running(ref);
      return cpuStats(query, node.info.cores);
    }),
    getDiskErrors: (ref) => Promise.try(() => disksOf(running(ref).definition).map((disk2, at) => ({
      disk: diskTarget(disk2),
      error: at % 2 === 0 ? "unspec" : "no-space"
    }))),
    getControlInfo: (ref) => Promise.try(() => controlInfo(running(ref))),
    getSecurityLabels: (ref) => Promise.try(() => list2.require(ref).id === -1 ? [] : [
      {
        label: "libvirt-test",
        enforcing: true
      }
    ]),
    getLaunchSecurityInfo: () => Promise.resolve({}),
    startDirtyRateCalc: (ref, seconds2, mode3) => Promise.try(() => {
      const record = running(ref);
      if (seconds2 < 1 || seconds2 > MAX_DIRTY_PERIOD) {
        throw failure("VIR_ERR_INVALID_ARG", `seconds=${seconds2} is invalid, please choose value within [1, 60].`);
      }
      record.dirtyRate = {
        start: clock2.now(),
        period: seconds2,
        mode: mode3
      };
    }),
    ...createPeeks(running)
  };
}
function requireInterface({ definition }, device) {
  if (findInterface(definition, device) !== void 0) return;
  throw failure("VIR_ERR_INVALID_ARG", `'${device}' is not a known interface`, {
    domain: "VIR_FROM_DOMAIN"
  });
}
function chooseGroups(asked, enforce) {
  const names = Object.keys(DOMAIN_STATS_GROUPS);
  const wanted = names.filter((name) => asked[name]);
  if (wanted.length === 0) return names.filter((name) => DEFAULT_GROUPS[name]);
  const unknown = wanted.filter((name) => !KNOWN_GROUPS.includes(name));
  if (enforce && unknown.length > 0) {
    const bits = flagsToNumber(DOMAIN_STATS_GROUPS, Object.fromEntries(unknown.map((name) => [
      name,
      true
    ])));
    const detail = `Stats types bits 0x${bits.toString(16)} are not supported by this daemon`;
    throw failure("VIR_ERR_ARGUMENT_UNSUPPORTED", detail, {
      hint: "Ask without enforcing, or for other groups"
    });
  }
  return wanted;
}
function cpuStats({ start: start2, count: count3 }, cpuCount) {
  if (start2 === void 0) {
    const total = {
      cpu_time: CPU_TIMES.total,
      user_time: CPU_TIMES.user,
      system_time: CPU_TIMES.system
    };
    return {
      records: [
        total
      ],
      cpuCount
    };
  }
  if (count3 > 0 && start2 >= cpuCount) {
    throw failure("VIR_ERR_INVALID_ARG", `start_cpu ${start2} larger than maximum of ${cpuCount - 1}`);
  }
  const each = Math.floor(CPU_TIMES.total / cpuCount);
  const end = Math.min(cpuCount, start2 + count3);
  const records = Array.from({
    length: Math.max(0, end - start2)
  }, (_, at) => ({
    cpu_time: each + start2 + at,
    vcpu_time: each + start2 + at - 1234567890
  }));
  return {
    records,
    cpuCount
  };
}
function controlInfo({ guest: guest2, job }) {
  const seconds2 = Number(guest2.seconds);
  if (seconds2 > 0 && seconds2 < 1e4) return {
    state: "job",
    details: "none",
    stateTime: seconds2
  };
  if (seconds2 >= 1e4 && seconds2 < 3e4) {
    return {
      state: "occupied",
      details: "none",
      stateTime: seconds2 - 1e4
    };
  }
  if (seconds2 >= 3e4 && seconds2 < 6e4) {
    const details = [
      "none",
      "unknown",
      "monitor",
      "internal"
    ][seconds2 % 4] ?? "none";
    return {
      state: "error",
      details,
      stateTime: seconds2 - 3e4
    };
  }
  return {
    state: job === void 0 ? "ok" : "job",
    details: "none",
    stateTime: 0
  };
}

// src/drivers/test/open_domains.ts
function openDomains(hypervisor) {
  const guests = {
    hypervisor,
    list: new DomainList()
  };
  for (const domain2 of hypervisor.node.domains) openDomain(guests, domain2);
  return guests;
}
function openDomain(guests, { xml, state: state3, transient, hasManagedSave }) {
  const { record } = guests.list.add(parseDefinition(guests.hypervisor, xml));
  record.persistent = !transient;
  if (state3 !== "shutoff") startDomain(guests, record, "booted");
  if (hasManagedSave) record.managedSave = record.definition;
  record.state = {
    state: state3,
    reason: "unknown"
  };
  noteTaints(record);
}

// src/drivers/test/with_script.ts
function withScript(part, names, script) {
  if (!script.active) return part;
  const guarded = {
    ...part
  };
  for (const [name, method] of Object.entries(part)) {
    const call = names[name];
    if (call === void 0 || typeof method !== "function") continue;
    guarded[name] = async (...values) => {
      const { signal } = values.at(-1) ?? {};
      const object2 = objectName(values[0]);
      await script.begin({
        call,
        ...object2 === void 0 ? {} : {
          object: object2
        },
        ...signal === void 0 ? {} : {
          signal
        }
      });
      return await method.apply(part, values);
    };
  }
  return guarded;
}
function objectName(value) {
  if (typeof value === "string") return value.includes("<") ? void 0 : value;
  const name = value?.name;
  return typeof name === "string" ? name : void 0;
}

// src/drivers/test/connection.ts
var VERSION3 = 2;
function connect2(hypervisor) {
  const { script } = hypervisor;
  const guests = openDomains(hypervisor);
  return {
    driver: "test",
    uri: hypervisor.uri,
    type: "TEST",
    getVersion: () => Promise.resolve(VERSION3),
    capabilities: {
      host: () => Promise.resolve(hostDocument(hypervisor.node.cells)),
      domain: (query) => Promise.try(domainDocument, query)
    },
    emulators: createEmulators(hypervisor.clock),
    host: withScript(createHost(hypervisor), HOST_CALLS, script),
    domains: withScript(createDomains(guests), DOMAINS_CALLS, script),
    domainDevices: withScript(createDomainDevices(guests), DOMAIN_DEVICES_CALLS, script),
    domainTuning: withScript(createDomainTuning(guests), DOMAIN_TUNING_CALLS, script),
    domainSave: withScript(createDomainSave(guests), DOMAIN_SAVE_CALLS, script),
    domainStats: withScript(createDomainStats(guests), DOMAIN_STATS_CALLS, script),
    events: hypervisor.events.part,
    [Symbol.asyncDispose]: () => Promise.resolve()
  };
}

// src/drivers/test/detect.ts
function detect2() {
  return Promise.resolve({
    state: "healthy",
    version: VERSION2,
    detail: "in memory, for trying things out"
  });
}

// src/drivers/test/event_hub.ts
function createEventHub() {
  const listeners = /* @__PURE__ */ new Set();
  return {
    part: {
      subscribe(listener) {
        const own = (event) => listener(event);
        listeners.add(own);
        return () => void listeners.delete(own);
      }
    },
    emit(event) {
      for (const listener of [
        ...listeners
      ]) listener(event);
    }
  };
}

// src/drivers/test/script.ts
function createScript(rules, clock2) {
  const known = rules.map((rule2) => ({
    ...rule2,
    call: withoutFlags(rule2.call)
  }));
  const counts = /* @__PURE__ */ new Map();
  function matching(call, object2) {
    const nth = counts.get(call) ?? 0;
    return known.filter((rule2) => rule2.call === call && (rule2.nth ?? nth) === nth && (rule2.object ?? object2) === object2);
  }
  return {
    active: rules.length > 0,
    async begin({ call, object: object2, signal }) {
      const name = withoutFlags(call);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const rulesOfCall = matching(name, object2);
      for (const { delayMs = 0 } of rulesOfCall) {
        if (delayMs > 0) await clock2.sleep(delayMs, signal === void 0 ? {} : {
          signal
        });
      }
      const failure2 = rulesOfCall.find(({ fail }) => fail !== void 0)?.fail;
      if (failure2 === void 0) return;
      throw new VirtError(failure2.code, failure2.message, {
        domain: failure2.domain ?? "VIR_FROM_TEST",
        hint: `The script of this hypervisor lets ${call} fail`
      });
    },
    jobMs: (call, object2) => Math.max(0, ...matching(withoutFlags(call), object2).map(({ jobMs = 0 }) => jobMs))
  };
}
function withoutFlags(call) {
  return call.replace(/(?:With)?Flags\d?$/, "");
}

// src/drivers/test/seeded_ids.ts
var MAC_PREFIX = "52:54:00";
function createSeededIds(seed) {
  const next = mulberry32(seed);
  const hex3 = (length) => Array.from({
    length
  }, () => Math.floor(next() * 16).toString(16)).join("");
  return {
    hex: hex3,
    uuid() {
      const variant = "89ab"[Math.floor(next() * 4)];
      return `${hex3(8)}-${hex3(4)}-4${hex3(3)}-${variant}${hex3(3)}-${hex3(12)}`;
    },
    mac: () => `${MAC_PREFIX}:${hex3(2)}:${hex3(2)}:${hex3(2)}`
  };
}
function mulberry32(seed) {
  let state3 = seed | 0;
  return () => {
    state3 = state3 + 1831565813 | 0;
    let mixed2 = Math.imul(state3 ^ state3 >>> 15, 1 | state3);
    mixed2 = mixed2 + Math.imul(mixed2 ^ mixed2 >>> 7, 61 | mixed2) ^ mixed2;
    return ((mixed2 ^ mixed2 >>> 14) >>> 0) / 2 ** 32;
  };
}

// src/drivers/test/hypervisor.ts
function createHypervisor(start2, host2, options = {}) {
  const { script } = start2.node;
  const clock2 = options.clock ?? (script.clock === void 0 ? host2.clock : startingAt(script.clock, host2.clock));
  const events2 = createEventHub();
  return {
    ...start2,
    clock: clock2,
    ids: createSeededIds(options.seed ?? script.seed ?? 1),
    script: createScript([
      ...script.rules,
      ...options.script ?? []
    ], clock2),
    files: host2.files,
    events: events2,
    emit: (event) => events2.emit(event)
  };
}
function startingAt(now, clock2) {
  const offset = now - clock2.monotonic();
  return {
    now: () => offset + clock2.monotonic(),
    monotonic: () => clock2.monotonic(),
    sleep: (milliseconds, options) => clock2.sleep(milliseconds, options)
  };
}

// src/drivers/test/read_node_file.ts
import { dirname, isAbsolute, join } from "node:path/posix";

// src/drivers/test/parse_script.ts
var SCRIPT_NAMESPACE = "urn:innkeeper:test:1";
var ATTRIBUTES = [
  "name",
  "object",
  "nth",
  "delay",
  "job",
  "code",
  "domain",
  "message"
];
var MAX_WAIT = 24 * 60 * 60 * 1e3;
function parseScript(node) {
  const script = node.children.filter(isElement).find((child2) => child2.name.local === "script" && (child2.name.uri ?? child2.attributes.xmlns) === SCRIPT_NAMESPACE);
  if (script === void 0) return {
    rules: []
  };
  const seed = numberOf(script, "seed", 2 ** 32 - 1);
  const clock2 = clockOf(script);
  return {
    rules: script.children.filter(isElement).map(parseCall),
    ...seed === void 0 ? {} : {
      seed
    },
    ...clock2 === void 0 ? {} : {
      clock: clock2
    }
  };
}
function parseCall(element3) {
  if (element3.name.local !== "call") throw refuse5(`<${element3.name.raw}> is unknown, write <call>`);
  const { name, object: object2 } = element3.attributes;
  for (const each of Object.keys(element3.attributes)) {
    if (!ATTRIBUTES.includes(each) && !each.startsWith("xmlns")) throw refuse5(`<call> has no attribute "${each}"`);
  }
  if (name === void 0 || !/^vir[A-Za-z]+$/.test(name)) throw refuse5("<call> needs the name of a libvirt function");
  const nth = numberOf(element3, "nth", Number.MAX_SAFE_INTEGER);
  const delayMs = numberOf(element3, "delay", MAX_WAIT);
  const jobMs = numberOf(element3, "job", MAX_WAIT);
  const fail = failureOf(element3);
  return {
    call: name,
    ...object2 === void 0 ? {} : {
      object: object2
    },
    ...nth === void 0 ? {} : {
      nth
    },
    ...delayMs === void 0 ? {} : {
      delayMs
    },
    ...jobMs === void 0 ? {} : {
      jobMs
    },
    ...fail === void 0 ? {} : {
      fail
    }
  };
}
function failureOf({ attributes: { code, domain: domain2, message } }) {
  if (code === void 0) return void 0;
  if (!Object.hasOwn(ERROR_CODES, code)) throw refuse5(`"${code}" is no error code of libvirt`);
  if (domain2 !== void 0 && !ERROR_DOMAINS.includes(domain2)) {
    throw refuse5(`"${domain2}" is no error domain of libvirt`);
  }
  return {
    code,
    ...message === void 0 ? {} : {
      message
    },
    ...domain2 === void 0 ? {} : {
      domain: domain2
    }
  };
}
function clockOf({ attributes: { clock: clock2 } }) {
  if (clock2 === void 0) return void 0;
  const time = Date.parse(clock2);
  if (Number.isNaN(time)) throw refuse5(`"${clock2}" is no time: write 2030-01-31T12:00:00Z`);
  return time;
}
function numberOf({ attributes: attributes2 }, name, max) {
  const text2 = attributes2[name];
  if (text2 === void 0) return void 0;
  const value = /^\d{1,16}$/.test(text2) ? Number(text2) : NaN;
  if (!(value <= max)) throw refuse5(`"${text2}" is no ${name} from 0 to ${max}`);
  return value;
}
function refuse5(problem) {
  return new VirtError("VIR_ERR_XML_ERROR", `the script of the test hypervisor: ${problem}`, {
    domain: "VIR_FROM_TEST",
    hint: "src/drivers/test/README.md shows a script"
  });
}

// src/drivers/test/parse_node.ts
var TEST_NAMESPACE = "http://libvirt.org/schemas/domain/test/1.0";
var MODEL_LENGTH = 31;
function parseNode(node) {
  return {
    info: parseInfo(node),
    cells: [],
    domains: childrenOf3(node, "domain").map((domain2) => parseDomain(domain2, dumper(node))),
    networks: textsOf(node, "network"),
    interfaces: textsOf(node, "interface"),
    pools: childrenOf3(node, "pool").map((pool2) => parsePool(pool2, dumper(node))),
    devices: textsOf(node, "device"),
    secrets: textsOf(node, "secret"),
    networkFilters: textsOf(node, "filter"),
    users: childrenOf3(node, "auth").flatMap((auth) => childrenOf3(auth, "user")).map(parseUser),
    script: parseScript(node)
  };
}
function childrenOf3(element3, name) {
  return element3.children.filter(isElement).filter((child2) => child2.name.local === name);
}
function textsOf(node, name) {
  return childrenOf3(node, name).map(dumper(node));
}
function dumper({ attributes: attributes2 }) {
  const namespace2 = (prefix) => attributes2[prefix === "" ? "xmlns" : `xmlns:${prefix}`];
  return (element3) => dumpElement(element3, {
    namespace: namespace2
  });
}
function parseInfo(node) {
  const cpu2 = childrenOf3(node, "cpu")[0];
  const number2 = (name) => numberOf2(cpu2, name, `cpu ${name}`);
  const shape = {
    nodes: number2("nodes") ?? DEFAULT_INFO.nodes,
    sockets: number2("sockets") ?? DEFAULT_INFO.sockets,
    cores: number2("cores") ?? DEFAULT_INFO.cores,
    threads: number2("threads") ?? DEFAULT_INFO.threads
  };
  const cpus = shape.cores * shape.threads * shape.sockets * shape.nodes;
  const model3 = textOf4(cpu2, "model") ?? DEFAULT_INFO.model;
  if (model3.length > MODEL_LENGTH) {
    throw new VirtError("VIR_ERR_INTERNAL_ERROR", `Model ${model3} too big for destination`, {
      domain: "VIR_FROM_TEST",
      hint: `Give the model at most ${MODEL_LENGTH} characters`
    });
  }
  return {
    model: model3,
    memory: numberOf2(node, "memory", "memory") ?? DEFAULT_INFO.memory,
    cpus: Math.min(number2("active") ?? cpus, cpus),
    mhz: number2("mhz") ?? DEFAULT_INFO.mhz,
    ...shape
  };
}
function numberOf2(parent, name, title) {
  const text2 = textOf4(parent, name);
  if (text2 === void 0) return void 0;
  const value = /^\s*\d{1,15}\s*$/.test(text2) ? Number(text2) : NaN;
  if (Number.isNaN(value)) throw malformed(`invalid node ${title} value`);
  return value;
}
function textOf4(parent, name) {
  const found = parent === void 0 ? void 0 : childrenOf3(parent, name)[0];
  return found?.children.map((child2) => child2.type === "text" ? child2.text : "").join("");
}
function parseDomain(element3, dump2) {
  const own = element3.children.filter(isElement).filter((child2) => child2.name.uri === TEST_NAMESPACE);
  const find = (name) => own.find((child2) => child2.name.local === name);
  const runstate = find("runstate");
  const state3 = runstate === void 0 ? "running" : parseState(runstate);
  const transient = find("transient") !== void 0;
  const hasManagedSave = find("hasmanagedsave") !== void 0;
  if (transient && state3 === "shutoff") throw malformed("transient domain cannot have runstate 'shutoff'");
  if (hasManagedSave && state3 !== "shutoff") {
    throw malformed("domain with managedsave data can only have runstate 'shutoff'");
  }
  const rest = {
    ...element3,
    children: element3.children.filter((child2) => !own.includes(child2))
  };
  return {
    xml: dump2(rest),
    state: state3,
    transient,
    hasManagedSave,
    snapshots: own.filter((child2) => child2.name.local === "domainsnapshot").map((child2) => dump2(plain(child2)))
  };
}
function parseState(element3) {
  const text2 = element3.children.map((child2) => child2.type === "text" ? child2.text : "").join("").trim();
  const number2 = /^\d{1,9}$/.test(text2) ? Number(text2) : NaN;
  if (Number.isNaN(number2)) throw malformed("invalid runstate");
  const state3 = wordOf(DOMAIN_STATES, number2);
  if (state3 === void 0) throw malformed(`runstate '${number2}' out of range'`);
  return state3;
}
function plain(element3) {
  const { local } = element3.name;
  return {
    ...element3,
    name: {
      raw: local,
      local
    }
  };
}
function parsePool(element3, dump2) {
  const volumes = childrenOf3(element3, "volume");
  const rest = {
    ...element3,
    children: element3.children.filter((child2) => !volumes.includes(child2))
  };
  return {
    xml: dump2(rest),
    volumes: volumes.map(dump2)
  };
}
function parseUser(element3) {
  const name = element3.children.map((child2) => child2.type === "text" ? child2.text : "").join("");
  if (name === "") throw malformed("missing username in /node/auth/user field");
  const { password } = element3.attributes;
  return password === void 0 ? {
    name
  } : {
    name,
    password
  };
}
function malformed(detail) {
  return new VirtError("VIR_ERR_XML_ERROR", detail, {
    domain: "VIR_FROM_TEST",
    hint: "Correct the file that describes the hypervisor"
  });
}

// src/drivers/test/read_node_file.ts
var LIMIT = 16 * 1024 * 1024;
var INCLUDED = {
  domain: [
    "domainsnapshot"
  ],
  network: [],
  interface: [],
  pool: [
    "volume"
  ],
  device: [],
  secret: [],
  filter: []
};
async function readNodeFile(path2, files) {
  const node = await readElement(path2, "node", files);
  const include = async (child2) => {
    if (!isElement(child2)) return child2;
    const inner = INCLUDED[child2.name.local];
    if (inner === void 0) return child2;
    const whole = await replaced(child2, path2, files);
    const children2 = await inOrder(whole.children, (each) => isElement(each) && inner.includes(each.name.local) ? replaced(each, path2, files) : Promise.resolve(each));
    return {
      ...whole,
      children: children2
    };
  };
  return parseNode({
    ...node,
    children: await inOrder(node.children, include)
  });
}
async function replaced(element3, path2, files) {
  const { file } = element3.attributes;
  if (file === void 0) return element3;
  const from = isAbsolute(file) ? file : join(dirname(path2), file);
  const found = await readElement(from, element3.name.local, files);
  return {
    ...found,
    name: element3.name
  };
}
async function readElement(path2, root, files) {
  const text2 = await files.readText(path2, {
    limit: LIMIT
  });
  if (text2 === void 0) {
    throw new VirtError("VIR_ERR_XML_ERROR", `failed to parse xml document '${path2}'`, {
      domain: "VIR_FROM_XML",
      hint: `Is there a file ${path2}? test:///default needs none`
    });
  }
  return parsing(path2, () => readDocument(text2, (reader) => reader.element, {
    root,
    unknown: "ignore"
  }));
}
async function inOrder(items, change) {
  const changed = [];
  for (const item of items) changed.push(await change(item));
  return changed;
}

// src/drivers/test/mod.ts
var DEFAULT_URI = "test:///default";
var driver3 = createTestDriver();
function createTestDriver(options = {}) {
  return {
    id: "test",
    title: "Test (in memory)",
    reach: "local",
    uriSchemes: [
      "test"
    ],
    localUri: () => DEFAULT_URI,
    standIn: true,
    detect: detect2,
    shares: ({ path: path2 }) => path2 === "/default",
    open: (target3, given7) => open2(target3, given7, options)
  };
}
async function open2(target3, { host: host2, signal }, options) {
  signal?.throwIfAborted();
  const { path: path2 } = target3;
  if (path2 === "" || path2 === "/") {
    throw new VirtError("VIR_ERR_INVALID_ARG", "testOpen: supply a path or use test:///default", {
      domain: "VIR_FROM_TEST",
      hint: `Open ${DEFAULT_URI}`
    });
  }
  const isDefault = path2 === "/default";
  const node = isDefault ? DEFAULT_NODE : await readNodeFile(path2, host2.files);
  authenticate(node.users, target3);
  return connect2(createHypervisor({
    uri: isDefault ? DEFAULT_URI : `test://${path2}`,
    node
  }, host2, options));
}

// src/drivers/registry.ts
var drivers = [
  driver,
  driver3
];

export {
  toHex,
  drivers
};
