/**
 * The keys of libvirt's door: where virsh and every other libvirt client finds this program, and who may come in.
 *
 * @module
 */

import type { DefaultFacts, SettingRow } from "./schema.ts";

/** The rows. */
export const LIBVIRT_SETTINGS: readonly SettingRow[] = [
  {
    key: "libvirt.socket",
    type: { kind: "path", also: ["", "off"] },
    doc: "The unix socket for libvirt's clients: virsh -c 'qemu+unix:///system?socket=PATH'.",
    defaultDoc: "libvirt-sock beside agent.socket",
    default: empty,
  },
  {
    key: "libvirt.socket_mode",
    type: { kind: "mode" },
    doc: "Permissions of libvirt.socket. Whoever can write to it can do everything, unless libvirt.auth asks for more.",
    defaultDoc: '"0600"',
    default: () => 0o600,
  },
  {
    key: "libvirt.socket_ro",
    type: { kind: "path", also: ["", "off"] },
    doc: "The unix socket for libvirt's clients that only read.",
    defaultDoc: "libvirt-sock-ro beside agent.socket",
    default: empty,
  },
  {
    key: "libvirt.socket_ro_mode",
    type: { kind: "mode" },
    doc: "Permissions of libvirt.socket_ro. libvirt's own is open to everybody: 0777.",
    defaultDoc: '"0600"',
    default: () => 0o600,
  },
  {
    key: "libvirt.socket_group",
    type: { kind: "text" },
    doc: "The group that both sockets are given to, by name or number.",
    defaultDoc: "the group the agent runs as",
    default: empty,
  },
  {
    key: "libvirt.compatible_paths",
    type: { kind: "boolean" },
    doc: "Whether the agent also serves the paths of libvirt's own daemon, so that clients need no URI: " +
      "/run/libvirt/libvirt-sock and -ro as root, the same below $XDG_RUNTIME_DIR as a user.",
    defaultDoc: "false",
    default: () => false,
  },
  {
    key: "libvirt.auth",
    type: { kind: "choice", choices: ["none", "polkit", "sasl"] },
    doc: "What clients of the unix sockets prove, besides that they can open them: nothing; that polkit lets them, " +
      "which root need not; or a name and password of libvirt.sasl_users.",
    defaultDoc: "none",
    default: () => "none",
  },
  {
    key: "libvirt.listen_tcp",
    type: { kind: "loopback" },
    doc: "A loopback address and port for libvirt's clients, without encryption: 127.0.0.1:16509.",
    defaultDoc: "none",
    default: empty,
  },
  {
    key: "libvirt.auth_tcp",
    type: { kind: "choice", choices: ["none", "sasl"] },
    doc:
      "What clients of libvirt.listen_tcp prove. With none every account of this host can do everything; with sasl " +
      "libvirt's own clients refuse, for the way is not encrypted.",
    defaultDoc: "sasl",
    default: () => "sasl",
  },
  {
    key: "libvirt.listen_tls",
    type: { kind: "address" },
    doc: "An address and port for libvirt's clients with certificates: 0.0.0.0:16514.",
    defaultDoc: "none",
    default: empty,
  },
  {
    key: "libvirt.auth_tls",
    type: { kind: "choice", choices: ["none", "sasl"] },
    doc: "What clients of libvirt.listen_tls prove besides their certificate.",
    defaultDoc: "none",
    default: () => "none",
  },
  {
    key: "libvirt.tls_ca",
    type: { kind: "path" },
    doc: "Certificates of the authorities whose clients may come in, PEM.",
    defaultDoc: "/etc/pki/CA/cacert.pem",
    default: () => "/etc/pki/CA/cacert.pem",
  },
  {
    key: "libvirt.tls_certificate",
    type: { kind: "path" },
    doc: "The certificate that the agent shows, PEM.",
    defaultDoc: "/etc/pki/libvirt/servercert.pem",
    default: () => "/etc/pki/libvirt/servercert.pem",
  },
  {
    key: "libvirt.tls_key",
    type: { kind: "path" },
    doc: "The key of that certificate, PEM.",
    defaultDoc: "/etc/pki/libvirt/private/serverkey.pem",
    default: () => "/etc/pki/libvirt/private/serverkey.pem",
  },
  {
    key: "libvirt.tls_allowed_names",
    type: { kind: "texts" },
    doc: 'Patterns (* and ?) of the distinguished names that may come in, as "C=GB,O=Example,CN=*". None: every ' +
      "client with a certificate of the authorities.",
    defaultDoc: "none",
    default: () => [],
  },
  {
    key: "libvirt.sasl_users",
    type: { kind: "path" },
    doc:
      "Who may come in by name and password (SCRAM-SHA-256): lines name:SCRAM-SHA-256$iterations:salt$stored:server, " +
      "which innkeeper sasl-user makes.",
    defaultDoc: "/etc/innkeeper/sasl_users",
    default: () => "/etc/innkeeper/sasl_users",
  },
  {
    key: "libvirt.max_clients",
    type: { kind: "number", min: 1, max: 100_000, whole: true },
    doc: "How many of libvirt's clients may be connected at the same time.",
    defaultDoc: "5000",
    default: () => 5_000,
  },
];

/** The sockets of libvirt's own daemon: for readers and writers, and for readers. */
export function libvirtPaths(facts: DefaultFacts): { readonly socket: string; readonly socketRo: string } {
  const runtime = facts.get("XDG_RUNTIME_DIR");
  const folder = facts.uid === 0 ? "/run" : runtime?.startsWith("/") ? runtime : `/run/user/${facts.uid}`;
  return { socket: `${folder}/libvirt/libvirt-sock`, socketRo: `${folder}/libvirt/libvirt-sock-ro` };
}

function empty(): string {
  return "";
}
