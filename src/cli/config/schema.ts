/**
 * Every key of the configuration: its type, what it is when nobody says anything, and what it does. The parser, the
 * checks, the suggestions, `--check-config` and `innkeeper help config` are all made from this table.
 *
 * @module
 */

import { runtimeDirectory, userDirectory } from "./directories.ts";
import { LIBVIRT_SETTINGS } from "./libvirt_settings.ts";

/** The keys with the type that a checked value has. */
export interface Settings {
  readonly "uri": string;
  readonly "cache.directory": string;
  readonly "probe.deadline": number;
  readonly "probe.workers": number;
  readonly "probe.user": string;
  readonly "probe.emulators": readonly string[];
  readonly "agent.socket": string;
  readonly "agent.socket_mode": number;
  readonly "agent.socket_group": string;
  readonly "agent.listen": string;
  readonly "agent.token_file": string;
  readonly "agent.revalidate": number;
  readonly "libvirt.socket": string;
  readonly "libvirt.socket_mode": number;
  readonly "libvirt.socket_ro": string;
  readonly "libvirt.socket_ro_mode": number;
  readonly "libvirt.socket_group": string;
  readonly "libvirt.compatible_paths": boolean;
  readonly "libvirt.auth": "none" | "polkit" | "sasl";
  readonly "libvirt.listen_tcp": string;
  readonly "libvirt.auth_tcp": "none" | "sasl";
  readonly "libvirt.listen_tls": string;
  readonly "libvirt.auth_tls": "none" | "sasl";
  readonly "libvirt.tls_ca": string;
  readonly "libvirt.tls_certificate": string;
  readonly "libvirt.tls_key": string;
  readonly "libvirt.tls_allowed_names": readonly string[];
  readonly "libvirt.sasl_users": string;
  readonly "libvirt.max_clients": number;
  readonly "log.level": "debug" | "info" | "warn" | "error";
  readonly "log.format": "auto" | "text" | "json";
}

/** The name of a key. */
export type SettingName = keyof Settings;

/** A value of a key. */
export type SettingValue = Settings[SettingName];

/** What the defaults depend on. */
export interface DefaultFacts {
  readonly uid: number;
  /** Reads an environment variable. */
  get(name: string): string | undefined;
}

/** What kind of value a key takes. */
export type SettingType =
  | { readonly kind: "text" }
  /** `also`: words that it takes in place of a path. */
  | { readonly kind: "path"; readonly also?: readonly string[] }
  | { readonly kind: "paths" }
  | { readonly kind: "texts" }
  | { readonly kind: "boolean" }
  | { readonly kind: "address" }
  | { readonly kind: "mode" }
  | { readonly kind: "loopback" }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: "choice"; readonly choices: readonly string[] };

/** One row of the table. */
export interface SettingRow {
  readonly key: SettingName;
  readonly type: SettingType;
  /** One or two sentences. */
  readonly doc: string;
  /** What the default is, for the help. */
  readonly defaultDoc: string;
  default(facts: DefaultFacts): SettingValue;
}

/** The table. */
export const SETTINGS: readonly SettingRow[] = [
  {
    key: "uri",
    type: { kind: "text" },
    doc: "The connection that commands use when -c does not name one.",
    defaultDoc: 'the hypervisor found on this host; "test:///default" where there is none',
    default: empty,
  },
  {
    key: "cache.directory",
    type: { kind: "path" },
    doc: "Where probed capabilities are kept. Made with mode 0700 when it is missing.",
    defaultDoc: "/var/cache/innkeeper as root, $XDG_CACHE_HOME/innkeeper as a user",
    default: cacheDirectory,
  },
  {
    key: "probe.deadline",
    type: { kind: "number", min: 0.1, max: 600, whole: false },
    doc: "Seconds after which an emulator that does not answer is ended and counts as failed.",
    defaultDoc: "10",
    default: () => 10,
  },
  {
    key: "probe.workers",
    type: { kind: "number", min: 0, max: 256, whole: true },
    doc: "How many emulators are probed at the same time; 0 means one more than there are processors.",
    defaultDoc: "0",
    default: () => 0,
  },
  {
    key: "probe.user",
    type: { kind: "text" },
    doc: "The account, by name or number, that emulators are probed as when this program runs as root.",
    defaultDoc: "libvirt-qemu, qemu or nobody, the first that exists",
    default: empty,
  },
  {
    key: "probe.emulators",
    type: { kind: "paths" },
    doc: "Emulators to probe besides those found in PATH.",
    defaultDoc: "none",
    default: () => [],
  },
  {
    key: "agent.socket",
    type: { kind: "path" },
    doc: "The unix socket that the agent serves.",
    defaultDoc: "/run/innkeeper/innkeeper.sock as root, $XDG_RUNTIME_DIR/innkeeper/innkeeper.sock as a user",
    default: socketPath,
  },
  {
    key: "agent.socket_mode",
    type: { kind: "mode" },
    doc: "Permissions of the socket, in octal. Whoever can write to it can use the agent.",
    defaultDoc: '"0600"',
    default: () => 0o600,
  },
  {
    key: "agent.socket_group",
    type: { kind: "text" },
    doc: "The group that the socket is given to, by name or number.",
    defaultDoc: "the group the agent runs as",
    default: empty,
  },
  {
    key: "agent.listen",
    type: { kind: "loopback" },
    doc: "A loopback address and port that the agent also serves, to callers with the token: 127.0.0.1:8642.",
    defaultDoc: "none: only the socket",
    default: empty,
  },
  {
    key: "agent.token_file",
    type: { kind: "path" },
    doc: "The file with the bearer token for agent.listen, readable by its owner only. Made when it is missing.",
    defaultDoc: "innkeeper.token beside the socket",
    default: empty,
  },
  {
    key: "agent.revalidate",
    type: { kind: "number", min: 0, max: 86_400, whole: false },
    doc: "Seconds between two looks of the agent at whether what it knows is still valid; 0 means never.",
    defaultDoc: "60",
    default: () => 60,
  },
  ...LIBVIRT_SETTINGS,
  {
    key: "log.level",
    type: { kind: "choice", choices: ["debug", "info", "warn", "error"] },
    doc: "The least important message that the agent writes.",
    defaultDoc: "info",
    default: () => "info",
  },
  {
    key: "log.format",
    type: { kind: "choice", choices: ["auto", "text", "json"] },
    doc: "How the agent writes messages: auto means text to a terminal and JSON, one object a line, elsewhere.",
    defaultDoc: "auto",
    default: () => "auto",
  },
];

/** Gives the environment variable of a key: `INNKEEPER_CACHE_DIRECTORY` for `cache.directory`. */
export function environmentName(key: string): string {
  return `INNKEEPER_${key.replaceAll(".", "_").toUpperCase()}`;
}

/** Gives the directory of the configuration: /etc/innkeeper for root, the user's own for anyone else. */
export function configurationDirectory(facts: DefaultFacts): string {
  return facts.uid === 0 ? "/etc/innkeeper" : `${userDirectory(facts, "XDG_CONFIG_HOME", ".config")}/innkeeper`;
}

function empty(): string {
  return "";
}

function cacheDirectory(facts: DefaultFacts): string {
  return facts.uid === 0 ? "/var/cache/innkeeper" : `${userDirectory(facts, "XDG_CACHE_HOME", ".cache")}/innkeeper`;
}

function socketPath(facts: DefaultFacts): string {
  return `${runtimeDirectory(facts)}/innkeeper.sock`;
}
