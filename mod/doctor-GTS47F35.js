import {
  ConfigProblems
} from "./chunk-JHRETUS4.js";
import {
  SETTINGS,
  environmentName
} from "./chunk-7JEUEDHI.js";
import {
  detectDrivers
} from "./chunk-3UIUTLYF.js";
import "./chunk-IPCQ7EBV.js";
import {
  connect,
  isStandIn
} from "./chunk-L7F77KUE.js";
import {
  printable
} from "./chunk-ZIGGVUXN.js";
import {
  nearest
} from "./chunk-3H6TZ6VI.js";
import {
  describeError
} from "./chunk-MVMYNZQN.js";
import {
  EXIT
} from "./chunk-FOT5CZLM.js";
import "./chunk-375IGCM2.js";
import {
  drivers
} from "./chunk-ZLS2SH4M.js";
import "./chunk-TISH7ZDI.js";
import "./chunk-Y7NETJHG.js";
import "./chunk-PPW2KBSA.js";
import "./chunk-26Q5ZKW6.js";
import "./chunk-7X5P3HIZ.js";
import "./chunk-HQZ27YEO.js";
import "./chunk-33PIS4WT.js";
import "./chunk-6S2T734L.js";
import "./chunk-SC5ASBGQ.js";

// src/cli/doctor/check_configuration.ts
var OTHER_VARIABLES = [
  "INNKEEPER_CONFIG",
  "INNKEEPER_BIN"
];
var checkConfiguration = {
  name: "configuration",
  run
};
async function run(facts) {
  const findings = facts.configurationProblems.map((problem) => ({
    severity: "error",
    subject: "configuration",
    what: problem,
    fix: 'innkeeper help config; check with "innkeeper --check-config"'
  }));
  findings.push(...unknownVariables(facts.variables));
  const { configuration, host } = facts;
  if (configuration === void 0) return findings;
  for (const path of configuration.files) {
    const stat = await host.files.stat(path);
    if (stat === void 0 || (stat.mode & 18) === 0) continue;
    const what = `has mode ${octal(stat.mode)}: others than its owner may change what this program does`;
    findings.push({
      severity: "warning",
      subject: path,
      what,
      fix: `chmod go-w ${path}`
    });
  }
  findings.push(...await checkToken(facts));
  if (findings.length === 0) {
    const files = configuration.files.length === 0 ? "the defaults" : configuration.files.join(", ");
    findings.push({
      severity: "ok",
      subject: "configuration",
      what: `is right: ${files}`
    });
  }
  return findings;
}
async function checkToken({ configuration, host }) {
  const path = configuration?.get("agent.token_file") ?? "";
  const stat = path === "" ? void 0 : await host.files.stat(path);
  if (stat === void 0 || (stat.mode & 63) === 0) return [];
  const what = `holds a secret, but has mode ${octal(stat.mode)}: the agent refuses it`;
  return [
    {
      severity: "error",
      subject: path,
      what,
      fix: `chmod 0600 ${path}`
    }
  ];
}
function unknownVariables(variables) {
  const known = [
    ...SETTINGS.map(({ key }) => environmentName(key)),
    ...OTHER_VARIABLES
  ];
  return variables.filter((name) => !known.includes(name)).map((name) => {
    const suggestion = nearest(name, known);
    return {
      severity: "warning",
      subject: name,
      what: "is set in the environment, but nothing reads it",
      fix: suggestion === void 0 ? 'see "innkeeper help config"' : `did you mean ${suggestion}?`
    };
  });
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}

// src/cli/doctor/install_hint.ts
var FAMILIES = [
  {
    ids: [
      "debian",
      "ubuntu"
    ],
    command: "apt-get install",
    packages: {
      emulator: "qemu-system",
      firmware: "ovmf",
      swtpm: "swtpm swtpm-tools"
    }
  },
  {
    ids: [
      "fedora",
      "rhel",
      "centos"
    ],
    command: "dnf install",
    packages: {
      emulator: "qemu-kvm",
      firmware: "edk2-ovmf",
      swtpm: "swtpm swtpm-tools"
    }
  },
  {
    ids: [
      "suse",
      "opensuse",
      "opensuse-leap",
      "opensuse-tumbleweed",
      "sles"
    ],
    command: "zypper install",
    packages: {
      emulator: "qemu",
      firmware: "qemu-ovmf-x86_64",
      swtpm: "swtpm"
    }
  },
  {
    ids: [
      "arch"
    ],
    command: "pacman -S",
    packages: {
      emulator: "qemu-full",
      firmware: "edk2-ovmf",
      swtpm: "swtpm"
    }
  },
  {
    ids: [
      "alpine"
    ],
    command: "apk add",
    packages: {
      emulator: "qemu-system-x86_64",
      firmware: "ovmf",
      swtpm: "swtpm"
    }
  }
];
async function installHint(host, what) {
  const text = await host.files.readText("/etc/os-release") ?? await host.files.readText("/usr/lib/os-release") ?? "";
  const ids = parseOsReleaseIds(text);
  const family = FAMILIES.find((candidate) => candidate.ids.some((id) => ids.includes(id)));
  if (family !== void 0) return `${family.command} ${family.packages[what]}`;
  const words = {
    emulator: "QEMU",
    firmware: "OVMF (edk2)",
    swtpm: "swtpm"
  };
  return `install ${words[what]} with the package manager of this system`;
}
function parseOsReleaseIds(text) {
  const value = (name) => new RegExp(`^${name}=["']?([^"'\\n]*)["']?\\s*$`, "m").exec(text)?.[1] ?? "";
  return [
    value("ID"),
    ...value("ID_LIKE").split(/\s+/)
  ].filter((id) => id !== "");
}

// src/cli/doctor/check_emulators.ts
var checkEmulators = {
  name: "hypervisors",
  run: run2
};
async function run2(facts) {
  const findings = [];
  for (const { driver, detection } of facts.drivers) {
    if (detection.state === "absent") continue;
    const version = detection.version === void 0 ? "" : ` ${detection.version}`;
    if (detection.state === "healthy") {
      const detail = detection.detail === void 0 ? "" : `: ${detection.detail}`;
      findings.push({
        severity: "ok",
        subject: driver.title,
        what: `is here${version}${detail}`
      });
    } else {
      findings.push({
        severity: "error",
        subject: driver.title,
        what: detection.reason,
        fix: detection.hint
      });
    }
  }
  if (facts.connectionProblem !== void 0) {
    const what = `could not be opened: ${facts.connectionProblem}`;
    findings.push({
      severity: "error",
      subject: "the connection",
      what,
      fix: "see the other findings, or use -c"
    });
  }
  if (findings.length === 0) {
    findings.push({
      severity: "error",
      subject: "emulators",
      what: "none was found in PATH: no guest can run on this host",
      fix: await installHint(facts.host, "emulator")
    });
  }
  return [
    ...findings,
    ...describeEmulators(facts.emulators ?? [])
  ];
}
function describeEmulators(emulators) {
  const findings = [];
  for (const emulator of emulators) {
    if (emulator.state === "failed") findings.push(describeFailure(emulator));
    else if (emulator.partial) {
      const steps = (emulator.problems ?? []).map(({ step }) => step).join(", ");
      const what = `answered all but a part of the questions (${steps})`;
      findings.push({
        severity: "note",
        subject: emulator.path,
        what,
        fix: `innkeeper cache show ${emulator.path}`
      });
    }
  }
  const unprobed = emulators.filter(({ state }) => state === "unprobed" || state === "probing").length;
  if (unprobed > 0) {
    const what = `${unprobed} of ${emulators.length} were not asked yet what they can do`;
    findings.push({
      severity: "note",
      subject: "emulators",
      what,
      fix: "innkeeper probe"
    });
  }
  return findings;
}
function describeFailure({ path, error, retryAt }) {
  const printed = error?.stderr?.trim().split("\n").at(-1);
  const said = printed && !error?.message.includes(printed) ? `; it printed: ${printed}` : "";
  const again = retryAt === void 0 ? "" : `; it is tried again at ${retryAt}`;
  return {
    severity: "warning",
    subject: path,
    what: `could not be probed: ${error?.step ?? "unknown step"}: ${error?.message ?? "no reason given"}${said}${again}`,
    fix: `reinstall or remove the emulator, then: innkeeper probe --refresh ${path}`
  };
}

// src/cli/doctor/check_helpers.ts
var DESCRIPTOR_LIMIT = 1 << 20;
var checkFirmware = {
  name: "firmware",
  run: runFirmware
};
var checkTpm = {
  name: "TPM",
  run: runTpm
};
async function runFirmware({ host }) {
  const findings = [];
  let count = 0;
  for (const path of await listDescriptors(host)) {
    count++;
    const text = await host.files.readText(path, {
      limit: DESCRIPTOR_LIMIT
    });
    const names = text === void 0 ? [] : parseDescriptorFiles(text);
    if (names === void 0) {
      findings.push({
        severity: "warning",
        subject: path,
        what: "is no firmware descriptor",
        fix: `remove ${path}`
      });
      continue;
    }
    for (const name of names) {
      if (await host.files.stat(name) !== void 0) continue;
      findings.push({
        severity: "warning",
        subject: path,
        what: `names ${name}, which is not there: guests with this firmware do not start`,
        fix: `${await installHint(host, "firmware")}, or remove ${path}`
      });
    }
  }
  if (count > 0) {
    return [
      {
        severity: "ok",
        subject: "firmware",
        what: `${count} descriptors were found`
      },
      ...findings
    ];
  }
  const what = "no descriptor was found: guests can start with a BIOS only, not with UEFI";
  return [
    {
      severity: "note",
      subject: "firmware",
      what,
      fix: await installHint(host, "firmware")
    }
  ];
}
function parseDescriptorFiles(text) {
  let descriptor;
  try {
    descriptor = JSON.parse(text);
  } catch {
    return void 0;
  }
  const mapping = field(descriptor, "mapping");
  if (typeof mapping !== "object" || mapping === null) return void 0;
  const names = [
    field(mapping, "filename"),
    field(field(mapping, "executable"), "filename"),
    field(field(mapping, "nvram-template"), "filename")
  ];
  return names.filter((name) => typeof name === "string");
}
async function listDescriptors(host) {
  const config = host.env.get("XDG_CONFIG_HOME") || `${host.env.get("HOME") ?? "/nonexistent"}/.config`;
  const folders = [
    `${config}/qemu/firmware`,
    "/etc/qemu/firmware",
    "/usr/share/qemu/firmware"
  ];
  const byName = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    for (const name of await host.files.list(folder) ?? []) {
      if (name.endsWith(".json") && !byName.has(name)) byName.set(name, `${folder}/${name}`);
    }
  }
  const used = [];
  for (const path of byName.values()) if ((await host.files.stat(path))?.size !== 0) used.push(path);
  return used;
}
async function runTpm({ host }) {
  const missing = [];
  for (const program of [
    "swtpm",
    "swtpm_setup"
  ]) if (!await isInPath(host, program)) missing.push(program);
  if (missing.length === 0) return [
    {
      severity: "ok",
      subject: "swtpm",
      what: "is here: guests can have a TPM"
    }
  ];
  const what = `${missing.join(" and ")} not found in PATH: guests cannot have an emulated TPM`;
  return [
    {
      severity: "note",
      subject: "swtpm",
      what,
      fix: await installHint(host, "swtpm")
    }
  ];
}
async function isInPath(host, program) {
  for (const folder of (host.env.get("PATH") ?? "").split(":")) {
    if (!folder.startsWith("/")) continue;
    const path = `${folder}/${program}`;
    if ((await host.files.stat(path))?.kind === "file" && await host.files.access(path, "x")) return true;
  }
  return false;
}
function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}

// src/cli/doctor/accounts.ts
function groupName(group, gid) {
  return rowsOf(group).find((row) => row[2] === `${gid}`)?.[0];
}
function userName(passwd, uid) {
  return rowsOf(passwd).find((row) => row[2] === `${uid}`)?.[0];
}
function isMember(files, user, gid) {
  const row = rowsOf(files.passwd).find(([name, , uid]) => name === user || uid === user);
  if (row === void 0) return void 0;
  if (row[3] === `${gid}`) return true;
  const members = rowsOf(files.group).find((candidate) => candidate[2] === `${gid}`)?.[3]?.split(",") ?? [];
  return members.includes(row[0] ?? "");
}
function rowsOf(text) {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(":"));
}

// src/cli/doctor/check_kvm.ts
var KVM_API_VERSION = 12;
var DEVICE = "/dev/kvm";
var checkKvm = {
  name: "hardware virtualisation",
  run: run3
};
async function run3(facts) {
  const { host } = facts;
  if (host.env.os !== "linux") return [];
  const device = await host.files.stat(DEVICE);
  if (device === void 0) return [
    await explainAbsence(host)
  ];
  if (!await host.files.access(DEVICE, "rw")) return [
    await explainRefusal(host, device)
  ];
  return [
    await describeDevice(host),
    ...await checkProbeUser(facts, device),
    ...await checkNested(host)
  ];
}
async function describeDevice(host) {
  const kvm = await host.native.kvm();
  if (kvm === void 0) {
    return {
      severity: "note",
      subject: DEVICE,
      what: "is there and may be used, but cannot be asked what it offers",
      fix: "run the compiled program, or allow foreign functions (--allow-ffi)"
    };
  }
  if (kvm.apiVersion !== KVM_API_VERSION) {
    const what = `speaks API version ${kvm.apiVersion}, but emulators need ${KVM_API_VERSION}`;
    return {
      severity: "error",
      subject: DEVICE,
      what,
      fix: "use a supported Linux kernel"
    };
  }
  const vcpus = kvm.maxVcpus > 0 ? `, up to ${kvm.maxVcpus} processors for a guest` : "";
  return {
    severity: "ok",
    subject: DEVICE,
    what: `may be used; API version ${kvm.apiVersion}${vcpus}`
  };
}
async function explainAbsence(host) {
  const subject = DEVICE;
  const cpuinfo = await host.files.readText("/proc/cpuinfo") ?? "";
  const module = /\bvmx\b/.test(cpuinfo) ? "kvm_intel" : /\bsvm\b/.test(cpuinfo) ? "kvm_amd" : void 0;
  const isX86 = host.env.arch === "x86_64" || host.env.arch === "i686";
  if (isX86 && module === void 0) {
    const inGuest = /\bhypervisor\b/.test(cpuinfo);
    return {
      severity: "warning",
      subject,
      what: "is missing, because the processor offers no virtualisation; guests are emulated, which is slow",
      fix: inGuest ? "switch on nested virtualisation for this machine where it runs as a guest" : "switch on VT-x or AMD-V (SVM) in the firmware setup of this machine"
    };
  }
  const loaded = await host.files.stat("/sys/module/kvm") !== void 0;
  if (module !== void 0 && await host.files.stat(`/sys/module/${module}`) === void 0) {
    const what = `is missing: the module ${module} is not loaded; guests are emulated, which is slow`;
    return {
      severity: "warning",
      subject,
      what,
      fix: `modprobe ${module}`
    };
  }
  return {
    severity: "warning",
    subject,
    what: `is missing, though ${loaded ? "the kvm module is loaded" : "the processor may offer it"}`,
    fix: loaded ? "hand /dev/kvm to this container, or make it: mknod /dev/kvm c 10 232" : "modprobe kvm"
  };
}
async function explainRefusal(host, device) {
  const files = await readAccounts(host);
  const mode = device.mode.toString(8).padStart(4, "0");
  const group = groupName(files.group, device.gid) ?? `${device.gid}`;
  const user = userName(files.passwd, host.env.uid) ?? `${host.env.uid}`;
  const what = `may not be opened by ${user}; it has mode ${mode} and group ${group}; guests are emulated, which is slow`;
  if ((device.mode & 48) !== 48) {
    return {
      severity: "warning",
      subject: DEVICE,
      what,
      fix: `chgrp kvm ${DEVICE} && chmod 0660 ${DEVICE}`
    };
  }
  const member = isMember(files, user, device.gid) === true;
  const fix = member ? "log in again: the membership is new" : `usermod --append --groups ${group} ${user}`;
  return {
    severity: "warning",
    subject: DEVICE,
    what,
    fix
  };
}
async function checkProbeUser({ host, configuration }, device) {
  const user = configuration?.get("probe.user") ?? "";
  if (host.env.uid !== 0 || user === "" || (device.mode & 6) === 6) return [];
  const member = isMember(await readAccounts(host), user, device.gid);
  if (member === void 0) {
    const what = `names "${user}", but there is no such user`;
    return [
      {
        severity: "error",
        subject: "probe.user",
        what,
        fix: `useradd --system ${user}, or name another`
      }
    ];
  }
  if (member && (device.mode & 48) === 48) return [];
  const group = groupName((await readAccounts(host)).group, device.gid) ?? `${device.gid}`;
  return [
    {
      severity: "warning",
      subject: DEVICE,
      what: `may not be opened by ${user}, as whom emulators are probed`,
      fix: `usermod --append --groups ${group} ${user}`
    }
  ];
}
async function checkNested(host) {
  for (const module of [
    "kvm_intel",
    "kvm_amd"
  ]) {
    const value = await host.files.readText(`/sys/module/${module}/parameters/nested`);
    if (value === void 0) continue;
    if (/^[1Y]/.test(value)) return [
      {
        severity: "ok",
        subject: "nested virtualisation",
        what: "is on"
      }
    ];
    return [
      {
        severity: "note",
        subject: "nested virtualisation",
        what: "is off: guests cannot be hosts of their own",
        fix: `echo options ${module} nested=1 >/etc/modprobe.d/kvm-nested.conf, and load ${module} again`
      }
    ];
  }
  return [];
}
async function readAccounts(host) {
  return {
    passwd: await host.files.readText("/etc/passwd") ?? "",
    group: await host.files.readText("/etc/group") ?? ""
  };
}

// src/cli/doctor/check_places.ts
var checkCacheDirectory = {
  name: "cache directory",
  run: runCache
};
var checkSocket = {
  name: "socket",
  run: runSocket
};
async function runCache({ host, configuration }) {
  const path = configuration?.get("cache.directory");
  if (path === void 0) return [];
  const subject = path;
  const stat = await host.files.stat(path);
  if (stat === void 0) {
    const parent = await nearestAncestor(host, path);
    if (await host.files.access(parent, "w")) {
      return [
        {
          severity: "ok",
          subject,
          what: "is not there yet; it is made when something is learnt"
        }
      ];
    }
    const what = `is not there and cannot be made, because ${parent} is not writable: everything is learnt anew each time`;
    return [
      {
        severity: "warning",
        subject,
        what,
        fix: `mkdir -p -m 0700 ${path}, or set cache.directory`
      }
    ];
  }
  if (stat.kind !== "directory") {
    const what = `is no directory but a ${stat.kind}: nothing can be kept`;
    return [
      {
        severity: "warning",
        subject,
        what,
        fix: `remove ${path}, or set cache.directory`
      }
    ];
  }
  const findings = [];
  if (!await host.files.access(path, "rw")) {
    const what = "may not be written: what is learnt is lost at the end";
    findings.push({
      severity: "warning",
      subject,
      what,
      fix: `chown ${host.env.uid} ${path}, or set cache.directory`
    });
  }
  if ((stat.mode & 18) !== 0) {
    const mode = stat.mode.toString(8).padStart(4, "0");
    const what = `has mode ${mode}: others may change what this program believes`;
    findings.push({
      severity: "warning",
      subject,
      what,
      fix: `chmod 0700 ${path}`
    });
  }
  if (stat.uid !== host.env.uid && stat.uid !== 0) {
    const what = `belongs to user ${stat.uid}, who may change what this program believes`;
    findings.push({
      severity: "warning",
      subject,
      what,
      fix: `chown -R ${host.env.uid} ${path}`
    });
  }
  return findings.length > 0 ? findings : [
    {
      severity: "ok",
      subject,
      what: "may be read and written"
    }
  ];
}
async function runSocket({ host, configuration, socketState }) {
  const path = configuration?.get("agent.socket");
  if (path === void 0) return [];
  const stat = await host.files.lstat(path);
  if (stat === void 0) return [
    {
      severity: "ok",
      subject: path,
      what: "is not there: no agent runs"
    }
  ];
  if (stat.kind !== "socket") {
    const what = `is no socket but a ${stat.kind}: the agent cannot start`;
    return [
      {
        severity: "error",
        subject: path,
        what,
        fix: `remove ${path}, or set agent.socket`
      }
    ];
  }
  switch (await socketState(path)) {
    case "serving":
      return [
        {
          severity: "ok",
          subject: path,
          what: "is served by an agent"
        }
      ];
    case "denied":
      return [
        {
          severity: "note",
          subject: path,
          what: "may not be opened by this user",
          fix: "set agent.socket_group and agent.socket_mode"
        }
      ];
    case "refused":
      return [
        {
          severity: "note",
          subject: path,
          what: "was left behind by an agent that is gone; the next one takes its place",
          fix: "innkeeper agent"
        }
      ];
    case "absent":
      return [];
  }
}
async function nearestAncestor(host, path) {
  for (let at = parentOf(path); at !== "/"; at = parentOf(at)) if (await host.files.stat(at) !== void 0) return at;
  return "/";
}
function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/"))) || "/";
}

// src/cli/doctor/finding.ts
var SEVERITIES = [
  "ok",
  "note",
  "warning",
  "error"
];
function worstOf(findings) {
  const worst = Math.max(0, ...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return SEVERITIES[worst] ?? "error";
}
async function runChecks(checks, facts) {
  const findings = [];
  for (const check of checks) {
    try {
      findings.push(...await check.run(facts));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      findings.push({
        severity: "warning",
        subject: check.name,
        what: `could not be looked at: ${reason}`
      });
    }
  }
  return findings;
}

// src/cli/socket_state.ts
async function unixSocketState(path) {
  try {
    (await Deno.connect({
      transport: "unix",
      path
    })).close();
    return "serving";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "absent";
    if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable) return "denied";
    return "refused";
  }
}

// src/cli/commands/doctor.ts
var CHECKS = [
  checkConfiguration,
  checkEmulators,
  checkKvm,
  checkFirmware,
  checkTpm,
  checkCacheDirectory,
  checkSocket
];
var STYLES = {
  ok: "green",
  note: "cyan",
  warning: "yellow",
  error: "red"
};
var command = {
  options: [
    {
      name: "json",
      doc: "Print JSON: the worst severity and the findings"
    }
  ],
  positionals: [],
  details: [
    "Looks at the configuration, the emulators, /dev/kvm, firmware, the TPM emulator, the cache directory and the agent's socket. Changes nothing and starts no emulator. The exit code is 1 when there is an error, 6 when the worst is a warning, and 0 otherwise."
  ],
  examples: [],
  run: run4
};
async function run4(context) {
  const { arguments: { switches }, terminal } = context;
  const findings = await runChecks(CHECKS, await gatherFacts(context));
  const worst = worstOf(findings);
  if (switches.has("json")) terminal.out(`${JSON.stringify({
    worst,
    findings
  }, null, 2)}
`);
  else terminal.out(formatFindings(findings, terminal));
  return worst === "error" ? EXIT.failure : worst === "warning" ? EXIT.attention : EXIT.ok;
}
async function gatherFacts(context) {
  const host = await context.host();
  const configuration = await readConfiguration(context);
  return {
    host,
    ...configuration,
    variables: Object.keys(Deno.env.toObject()).filter((name) => name.startsWith("INNKEEPER_")),
    drivers: await detectDrivers(drivers.filter(({ standIn }) => !standIn), host, {
      signal: context.signal
    }),
    ...configuration.configuration === void 0 ? {} : await readEmulators(context),
    socketState: unixSocketState
  };
}
async function readConfiguration(context) {
  try {
    return {
      configuration: await context.configuration(),
      configurationProblems: []
    };
  } catch (error) {
    if (error instanceof ConfigProblems) return {
      configurationProblems: error.problems
    };
    throw error;
  }
}
async function readEmulators(context) {
  try {
    await using connection = await connect(context, {
      silent: true
    });
    if (isStandIn(connection, drivers)) return {};
    return connection.supports("emulators") ? {
      emulators: await connection.listEmulators()
    } : {};
  } catch (error) {
    context.signal.throwIfAborted();
    return {
      connectionProblem: describeError(error)
    };
  }
}
function formatFindings(findings, terminal) {
  const lines = findings.flatMap(({ severity, subject, what, fix }) => {
    const label = terminal.paint(STYLES[severity], severity.padEnd(7));
    const found = `${label}  ${printable(`${subject}: ${what}`)}`;
    return fix === void 0 || severity === "ok" ? [
      found
    ] : [
      found,
      `         fix: ${printable(fix)}`
    ];
  });
  const counts = [
    "error",
    "warning",
    "note"
  ].map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return `${lines.join("\n")}

${counts.join(", ")}
`;
}
export {
  command
};
