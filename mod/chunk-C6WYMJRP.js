import {
  nearest
} from "./chunk-3H6TZ6VI.js";
import {
  UsageError
} from "./chunk-MVMYNZQN.js";

// src/cli/command_table.ts
var GLOBAL_OPTIONS = [
  {
    name: "connect",
    short: "c",
    value: "URI",
    setting: "uri",
    doc: "The hypervisor to talk to, as qemu:///system"
  },
  {
    name: "config",
    value: "FILE",
    doc: "Read this configuration file instead of the usual one"
  },
  {
    name: "set",
    value: "KEY=VALUE",
    repeat: true,
    doc: 'Set a key of the configuration; see "innkeeper help config"'
  },
  {
    name: "check-config",
    doc: "Check the configuration, print every value and where it comes from, and stop"
  },
  {
    name: "help",
    short: "h",
    doc: "Explain, and stop"
  },
  {
    name: "version",
    short: "V",
    doc: "Say which version this is, and stop"
  }
];
var COMMANDS = [
  {
    name: "start",
    summary: "Probe this host and serve what was learnt on loopback, for a first look",
    load: async () => (await import("./start-BIJIE5GW.js")).command
  },
  {
    name: "probe",
    summary: "Find out what every emulator of this host can do",
    load: async () => (await import("./probe-CZZPQZXZ.js")).command
  },
  {
    name: "capabilities",
    summary: "Print what this host and its hypervisor offer",
    load: async () => (await import("./capabilities-SNK2MCVV.js")).command
  },
  {
    name: "domcapabilities",
    summary: "Print what a guest can have",
    load: async () => (await import("./domcapabilities-AGOR6SFM.js")).command
  },
  {
    name: "cache list",
    summary: "List what was learnt and kept, and whether it still holds",
    load: async () => (await import("./cache_list-2FCMSQ54.js")).command
  },
  {
    name: "cache show",
    summary: "Print the kept document of an emulator",
    load: async () => (await import("./cache_show-OOHGSP2C.js")).command
  },
  {
    name: "cache why",
    summary: "Say why an emulator was probed, and whether it would be probed again now",
    load: async () => (await import("./cache_why-5VXRE2SI.js")).command
  },
  {
    name: "cache purge",
    summary: "Forget what was learnt",
    load: async () => (await import("./cache_purge-JHVLIOMA.js")).command
  },
  {
    name: "doctor",
    summary: "Look for what is missing or wrong on this host, and say how to mend it",
    load: async () => (await import("./doctor-GTS47F35.js")).command
  },
  {
    name: "agent",
    summary: "Keep watch over this host and serve what is known on a socket",
    load: async () => (await import("./agent-YJVFXUIS.js")).command
  },
  {
    name: "version",
    summary: "Print the version of this program and of what it runs on",
    load: async () => (await import("./version-PVDB6HIB.js")).command
  },
  {
    name: "help",
    summary: "Explain a command, the configuration (config) or the exit codes (exit-codes)",
    load: async () => (await import("./help-XY6JSFIU.js")).command
  }
];
function findCommand(words) {
  const [first = "", second = ""] = words;
  const pair = COMMANDS.find((entry) => entry.name === `${first} ${second}`);
  if (pair !== void 0) return {
    entry: pair,
    rest: words.slice(2)
  };
  const single = COMMANDS.find((entry) => entry.name === first);
  if (single !== void 0) return {
    entry: single,
    rest: words.slice(1)
  };
  const group = COMMANDS.filter((entry) => entry.name.startsWith(`${first} `)).map((entry) => entry.name);
  if (group.length > 0) throw unknownMember(first, second, group);
  const suggestion = nearest(first, [
    ...new Set(COMMANDS.map((entry) => entry.name.split(" ")[0] ?? ""))
  ]);
  throw new UsageError(`There is no command "${first}"${suggestion === void 0 ? '; see "innkeeper help"' : `: did you mean "${suggestion}"?`}`);
}
function unknownMember(group, word, members) {
  const names = members.map((name) => name.slice(group.length + 1));
  if (word === "" || word.startsWith("-")) {
    return new UsageError(`"${group}" needs one of ${names.join(", ")} after it`);
  }
  const suggestion = nearest(word, names);
  const hint = suggestion === void 0 ? `: there are ${names.join(", ")}` : `: did you mean "${group} ${suggestion}"?`;
  return new UsageError(`There is no command "${group} ${word}"${hint}`);
}

export {
  GLOBAL_OPTIONS,
  COMMANDS,
  findCommand
};
