/**
 * A disk's `<source>` on a storage server.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  type Fail,
  type FieldsOf,
  mapped,
  nonZero,
  oneOf,
  type Part,
  path,
  refine,
  type ShapeOf,
  string,
  textOf,
  uint32,
  uint64,
  yesNo,
} from "../../../shape/mod.ts";
import { unsupported, wrong } from "../../terms.ts";
import { checkCookie } from "./cookie.ts";

/** Port of each protocol; where it is 0 there is none. */
const DEFAULT_PORTS = {
  nbd: 10809,
  rbd: 0,
  sheepdog: 7000,
  gluster: 24007,
  iscsi: 3260,
  http: 80,
  https: 443,
  ftp: 21,
  ftps: 990,
  tftp: 69,
  ssh: 22,
  vxhs: 9999,
  nfs: 0,
} as const;

/** A protocol of a storage server. */
export type StorageProtocol = keyof typeof DEFAULT_PORTS;

/** What only some protocols have; for the others libvirt does not read it. */
const PROTOCOLS_WITH = {
  query: ["http", "https"],
  identity: ["nfs"],
  verifySsl: ["https", "ftps"],
  cookies: ["http", "https"],
  readahead: ["http", "https", "ftp", "ftps"],
  timeout: ["http", "https", "ftp", "ftps"],
} as const satisfies Readonly<Record<string, readonly StorageProtocol[]>>;

const protocols = Object.keys(DEFAULT_PORTS) as readonly StorageProtocol[];

/** One address of a storage server. */
export const storageHost = refine({
  name: attribute("name", string),
  port: nonZero(attribute("port", uint32({ max: 0xffff }), {
    code: "VIR_ERR_INVALID_ARG",
    domain: "VIR_FROM_NONE",
    detail: "failed to parse port number '%s'",
  })),
  transport: attribute("transport", oneOf("tcp", "unix", "rdma"), {
    drop: ["tcp"],
    ...unsupported("unknown protocol transport type '%s'"),
  }),
  socket: attribute("socket", string),
}, ({ transport = "tcp", socket, name }, fail) => {
  if (transport === "unix") {
    if (socket === undefined) fail("a socket must be given", wrong("missing socket for unix transport"));
    return;
  }
  if (socket !== undefined) {
    fail("a socket is for unix only", wrong(`transport '${transport}' does not support socket attribute`));
  }
  if (name === undefined) fail("the host's name is missing", { attribute: "name", ...wrong("missing name for host") });
});

type StorageHost = ShapeOf<typeof storageHost>;

/** `<initiator>`: under which name we talk to an iSCSI server. */
export const initiator = path("initiator/iqn", attribute("name", string));

const notTimes = wrong("invalid readahead size or timeout");

/** What stands in a network source, in libvirt's order. */
const fields = {
  protocol: attribute("protocol", oneOf(...protocols), { required: true }),
  name: attribute("name", string),
  query: attribute("query", string),
  tls: attribute("tls", yesNo),
  tlsHostname: attribute("tlsHostname", string),
  hosts: children("host", storageHost),
  identity: child("identity", { user: attribute("user", string), group: attribute("group", string) }, {
    empty: "omit",
  }),
  snapshot: path("snapshot", attribute("name", string)),
  config: path("config", attribute("file", string)),
  initiator,
  verifySsl: path("ssl", attribute("verify", yesNo)),
  cookies: path(
    "cookies",
    children(
      "cookie",
      refine({
        name: attribute("name", string, { required: true, ...wrong("missing cookie name") }),
        value: textOf(string),
      }, checkCookie),
      { only: "secure" },
    ),
  ),
  readahead: path("readahead", nonZero(attribute("size", uint64, notTimes))),
  timeout: path("timeout", nonZero(attribute("seconds", uint64, notTimes))),
} as const;

/** Where on a storage server data is. */
export interface NetworkSource extends FieldsOf<typeof fields> {}

function checkName({ protocol, name }: NetworkSource, fail: Fail): void {
  if (name === undefined) {
    if (protocol !== "nbd") {
      fail("the name is missing", { attribute: "name", ...wrong("missing name for disk source") });
    }
    return;
  }
  if (protocol !== "gluster" && protocol !== "rbd" || name.indexOf("/") > 0) return;
  fail("the name is a pool and an image with a slash between", {
    attribute: "name",
    ...wrong(`can't split path '${name}' into pool name and image name`),
  });
}

/** What a network source holds, with the ports that libvirt puts where none is given. */
export const networkSource: Part<NetworkSource> = mapped(refine(fields, checkName), {
  parse(value): NetworkSource {
    const known = Object.entries(value).filter(([name]) => {
      const some: readonly string[] | undefined = PROTOCOLS_WITH[name as keyof typeof PROTOCOLS_WITH];
      return some === undefined || some.includes(value.protocol);
    });
    const { hosts, ...rest } = Object.fromEntries(known) as unknown as NetworkSource;
    return { ...rest, ...(hosts === undefined ? {} : { hosts: hosts.map((host) => withPort(host, value.protocol)) }) };
  },
  format: (value) => value,
});

function withPort(host: StorageHost, protocol: StorageProtocol): StorageHost {
  const port = DEFAULT_PORTS[protocol];
  if (host.transport !== undefined || host.port !== undefined || port === 0) return host;
  return { ...host, port };
}
