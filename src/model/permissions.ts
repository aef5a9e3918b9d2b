/**
 * What can be allowed or forbidden, object by object: libvirt's permission names (`viraccessperm.c` of the reference,
 * release 9.0, in the spelling its policies use).
 *
 * @module
 */

/** The verbs of each kind of object. */
export const PERMISSIONS = {
  connect: [
    "getattr",
    "read",
    "write",
    "search-domains",
    "search-networks",
    "search-storage-pools",
    "search-node-devices",
    "search-interfaces",
    "search-secrets",
    "search-nwfilters",
    "search-nwfilter-bindings",
    "detect-storage-pools",
    "pm-control",
    "interface-transaction",
  ],
  domain: [
    "getattr",
    "read",
    "write",
    "read-secure",
    "start",
    "stop",
    "reset",
    "save",
    "delete",
    "migrate",
    "checkpoint",
    "snapshot",
    "suspend",
    "hibernate",
    "core-dump",
    "pm-control",
    "init-control",
    "inject-nmi",
    "send-input",
    "send-signal",
    "fs-trim",
    "fs-freeze",
    "block-read",
    "block-write",
    "mem-read",
    "open-graphics",
    "open-device",
    "screenshot",
    "open-namespace",
    "set-time",
    "set-password",
  ],
  interface: ["getattr", "read", "write", "save", "delete", "start", "stop"],
  network: ["getattr", "read", "write", "save", "delete", "start", "stop", "search-ports"],
  "network-port": ["getattr", "read", "write", "create", "delete"],
  "node-device": ["getattr", "read", "write", "start", "stop", "detach", "delete"],
  nwfilter: ["getattr", "read", "write", "save", "delete"],
  "nwfilter-binding": ["getattr", "read", "create", "delete"],
  secret: ["getattr", "read", "write", "read-secure", "save", "delete"],
  "storage-pool": [
    "getattr",
    "read",
    "write",
    "save",
    "delete",
    "start",
    "stop",
    "refresh",
    "search-storage-vols",
    "format",
  ],
  "storage-vol": ["getattr", "read", "create", "delete", "format", "resize", "data-read", "data-write"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A kind of object that permissions are about. */
export type PermissionObject = keyof typeof PERMISSIONS;

/** A permission: `domain.start`, `connect.search-domains`. */
export type Permission = {
  [Object in PermissionObject]: `${Object}.${(typeof PERMISSIONS)[Object][number]}`;
}[PermissionObject];

/** Whether a text is a permission. */
export function isPermission(text: string): text is Permission {
  const dot = text.indexOf(".");
  const object = text.slice(0, dot);
  if (!Object.hasOwn(PERMISSIONS, object)) return false;
  const verbs: readonly string[] = PERMISSIONS[object as PermissionObject];
  return verbs.includes(text.slice(dot + 1));
}
