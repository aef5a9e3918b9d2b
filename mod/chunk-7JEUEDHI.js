// src/cli/config/schema.ts
var SETTINGS = [
  {
    key: "uri",
    type: {
      kind: "text"
    },
    doc: "The connection that commands use when -c does not name one.",
    defaultDoc: 'the hypervisor found on this host; "test:///default" where there is none',
    default: empty
  },
  {
    key: "cache.directory",
    type: {
      kind: "path"
    },
    doc: "Where probed capabilities are kept. Made with mode 0700 when it is missing.",
    defaultDoc: "/var/cache/innkeeper as root, $XDG_CACHE_HOME/innkeeper as a user",
    default: cacheDirectory
  },
  {
    key: "probe.deadline",
    type: {
      kind: "number",
      min: 0.1,
      max: 600,
      whole: false
    },
    doc: "Seconds after which an emulator that does not answer is ended and counts as failed.",
    defaultDoc: "10",
    default: () => 10
  },
  {
    key: "probe.workers",
    type: {
      kind: "number",
      min: 0,
      max: 256,
      whole: true
    },
    doc: "How many emulators are probed at the same time; 0 means one more than there are processors.",
    defaultDoc: "0",
    default: () => 0
  },
  {
    key: "probe.user",
    type: {
      kind: "text"
    },
    doc: "The account, by name or number, that emulators are probed as when this program runs as root.",
    defaultDoc: "libvirt-qemu, qemu or nobody, the first that exists",
    default: empty
  },
  {
    key: "probe.emulators",
    type: {
      kind: "paths"
    },
    doc: "Emulators to probe besides those found in PATH.",
    defaultDoc: "none",
    default: () => []
  },
  {
    key: "agent.socket",
    type: {
      kind: "path"
    },
    doc: "The unix socket that the agent serves.",
    defaultDoc: "/run/innkeeper/innkeeper.sock as root, $XDG_RUNTIME_DIR/innkeeper/innkeeper.sock as a user",
    default: socketPath
  },
  {
    key: "agent.socket_mode",
    type: {
      kind: "mode"
    },
    doc: "Permissions of the socket, in octal. Whoever can write to it can use the agent.",
    defaultDoc: '"0600"',
    default: () => 384
  },
  {
    key: "agent.socket_group",
    type: {
      kind: "text"
    },
    doc: "The group that the socket is given to, by name or number.",
    defaultDoc: "the group the agent runs as",
    default: empty
  },
  {
    key: "agent.listen",
    type: {
      kind: "loopback"
    },
    doc: "A loopback address and port that the agent also serves, to callers with the token: 127.0.0.1:8642.",
    defaultDoc: "none: only the socket",
    default: empty
  },
  {
    key: "agent.token_file",
    type: {
      kind: "path"
    },
    doc: "The file with the bearer token for agent.listen, readable by its owner only. Made when it is missing.",
    defaultDoc: "innkeeper.token beside the socket",
    default: empty
  },
  {
    key: "agent.revalidate",
    type: {
      kind: "number",
      min: 0,
      max: 86400,
      whole: false
    },
    doc: "Seconds between two looks of the agent at whether what it knows is still valid; 0 means never.",
    defaultDoc: "60",
    default: () => 60
  },
  {
    key: "log.level",
    type: {
      kind: "choice",
      choices: [
        "debug",
        "info",
        "warn",
        "error"
      ]
    },
    doc: "The least important message that the agent writes.",
    defaultDoc: "info",
    default: () => "info"
  },
  {
    key: "log.format",
    type: {
      kind: "choice",
      choices: [
        "auto",
        "text",
        "json"
      ]
    },
    doc: "How the agent writes messages: auto means text to a terminal and JSON, one object a line, elsewhere.",
    defaultDoc: "auto",
    default: () => "auto"
  }
];
function environmentName(key) {
  return `INNKEEPER_${key.replaceAll(".", "_").toUpperCase()}`;
}
function configurationDirectory(facts) {
  return facts.uid === 0 ? "/etc/innkeeper" : `${userDirectory(facts, "XDG_CONFIG_HOME", ".config")}/innkeeper`;
}
function empty() {
  return "";
}
function cacheDirectory(facts) {
  return facts.uid === 0 ? "/var/cache/innkeeper" : `${userDirectory(facts, "XDG_CACHE_HOME", ".cache")}/innkeeper`;
}
function socketPath(facts) {
  if (facts.uid === 0) return "/run/innkeeper/innkeeper.sock";
  const runtime = facts.get("XDG_RUNTIME_DIR");
  const folder = runtime?.startsWith("/") ? `${runtime}/innkeeper` : `${userDirectory(facts, "XDG_STATE_HOME", ".local/state")}/innkeeper`;
  return `${folder}/innkeeper.sock`;
}
function userDirectory(facts, variable, below) {
  const set = facts.get(variable);
  if (set?.startsWith("/")) return set;
  const home = facts.get("HOME");
  return `${home?.startsWith("/") ? home : `/run/user/${facts.uid}`}/${below}`;
}

export {
  SETTINGS,
  environmentName,
  configurationDirectory
};
