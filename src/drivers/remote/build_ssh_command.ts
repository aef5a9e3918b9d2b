/**
 * The command that leads to a server through ssh.
 *
 * There, `virt-ssh-helper` joins standard input to the right socket; where it is not installed, netcat does (the same
 * rules as libvirt's client, so that hosts that serve one serve the other).
 *
 * @module
 */

import type { RemoteTarget } from "./parse_target.ts";

const SYSTEM_SOCKET = "/var/run/libvirt/libvirt-sock";

/** The argument array. */
export function buildSshCommand(target: RemoteTarget, readOnly: boolean): readonly [string, ...string[]] {
  return [
    target.command ?? "ssh",
    ...(target.port === undefined ? [] : ["-p", String(target.port)]),
    ...(target.user === undefined ? [] : ["-l", target.user]),
    ...(target.keyFile === undefined ? [] : ["-i", target.keyFile]),
    ...(target.terminal ? [] : ["-o", "BatchMode=yes"]),
    ...(target.verify ? [] : ["-o", "StrictHostKeyChecking=no"]),
    "-T",
    "-e",
    "none",
    "--",
    target.host ?? "localhost",
    remoteCommand(target, readOnly),
  ];
}

/** What the shell on the other machine runs: ssh knows no argument arrays, so every word from outside is quoted. */
function remoteCommand(target: RemoteTarget, readOnly: boolean): string {
  const helper = `virt-ssh-helper ${readOnly ? "-r " : ""}${quote(target.name === "" ? "auto" : target.name)}`;
  const netcat = `${quote(target.netcat ?? "nc")} -U ${quote(target.socket ?? socketOf(target, readOnly))}`;
  if (target.socket !== undefined || target.proxy === "netcat") return `sh -c ${quote(netcat)}`;
  if (target.proxy === "native") return `sh -c ${quote(helper)}`;
  return `sh -c ${quote(`if which virt-ssh-helper >/dev/null 2>&1; then ${helper}; else ${netcat}; fi`)}`;
}

function socketOf({ session }: RemoteTarget, readOnly: boolean): string {
  if (session) return "$XDG_RUNTIME_DIR/libvirt/libvirt-sock";
  return `${SYSTEM_SOCKET}${readOnly ? "-ro" : ""}`;
}

/** A word for a shell; only the variable of a session's socket is left to it. */
function quote(word: string): string {
  if (word.startsWith("$XDG_RUNTIME_DIR/")) return `"${word}"`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
