/**
 * What a character device is on the host: a file, a terminal, a socket, a channel of a display.
 *
 * @module
 */

import {
  attribute,
  child,
  type ChildOptions,
  children,
  choice,
  type ChoiceOptions,
  type Fail,
  type Fields,
  type FieldsOf,
  mapped,
  merge,
  oneOf,
  onOff,
  type Part,
  path,
  type ShapeOf,
  string,
  yesNo,
} from "../../../shape/mod.ts";
import type { ElementReader } from "../../../xml/element_reader.ts";
import { unsupported, wrong } from "../../terms.ts";
import { deviceLabels } from "../device_label.ts";
import { reconnect } from "../reconnect.ts";

const mode = attribute("mode", oneOf("connect", "bind"), { default: "connect" });

/** An element that libvirt overlooks where it says nothing, and of which there is one. */
const single = {
  empty: "omit",
  once: wrong("only one source element is allowed for character device"),
} as const satisfies ChildOptions<unknown>;

const file = { path: attribute("path", string), labels: deviceLabels } as const;
const channel = { source: child("source", { channel: attribute("channel", string) }, single) } as const;

const server = child(
  "source",
  {
    mode,
    host: attribute("host", string),
    service: attribute("service", string),
    tls: attribute("tls", yesNo),
    reconnect,
  },
  single,
);

const socket = child("source", { mode, path: attribute("path", string), labels: deviceLabels, reconnect }, single);

/** A socket that has no path is not written: it gets one when it is made. */
const namedSocket = mapped(socket, {
  parse: (source) => source?.path === undefined ? undefined : source,
  format: (source) => source,
});

const end = { mode, host: attribute("host", string), service: attribute("service", string) } as const;

type Ends = readonly FieldsOf<typeof end>[] | undefined;

/** The two ends of UDP: where it listens and where it sends to; the first of each counts. */
const ends = mapped(
  children("source", end, { max: 2, ...wrong("only two source elements are allowed for character device") }),
  { parse: orderedEnds, format: (given) => given },
);

function orderedEnds(given: Ends): Ends {
  const said = given?.filter(({ host, service }) => host !== undefined || service !== undefined) ?? [];
  const first = (wanted: string): typeof said => said.filter((each) => each.mode === wanted).slice(0, 1);
  const kept = [...first("bind"), ...first("connect")];
  return kept.length === 0 ? undefined : kept;
}

const agent = child("source", {
  clipboard: path("clipboard", attribute("copypaste", yesNo, { required: true })),
  mouse: path("mouse", attribute("mode", oneOf("server", "client"), { required: true })),
}, single);

const protocol = path(
  "protocol",
  attribute("type", oneOf("raw", "telnet", "telnets", "tls"), {
    default: "raw",
    ...unsupported("Unknown protocol '%s'"),
  }),
  { once: wrong("only one protocol element is allowed for character device") },
);

/** What TCP speaks, where nothing is said as well. */
const alwaysProtocol = mapped(protocol, { parse: (given) => given ?? "raw", format: (given) => given });

const cases = {
  null: {},
  vc: {},
  pty: { source: child("source", file, { ...single, only: "live" }) },
  dev: { source: child("source", file, single) },
  file: {
    source: child("source", { path: file.path, append: attribute("append", onOff), labels: deviceLabels }, single),
  },
  pipe: { source: child("source", file, single) },
  stdio: {},
  udp: { sources: ends },
  tcp: { source: server, protocol: alwaysProtocol },
  unix: { source: namedSocket },
  spicevmc: {},
  spiceport: channel,
  nmdm: {
    source: child("source", { master: attribute("master", string), slave: attribute("slave", string) }, single),
  },
  "qemu-vdagent": { source: agent },
  dbus: channel,
} as const satisfies Readonly<Record<string, Fields>>;

const logFile = child("log", { file: attribute("file", string), append: attribute("append", onOff) }, {
  empty: "omit",
  once: wrong("only one log element is allowed for character device"),
});

/** `<log>`: the file that everything is written to as well. */
const log = mapped(logFile, {
  parse: (given) => given?.file === undefined ? undefined : given,
  format: (given) => given,
});

type Types = typeof cases;
type Host = {
  readonly [K in keyof Types]: { readonly type: K } & FieldsOf<Types[K]>;
}[keyof Types];

/** What a character device is on the host. */
export type CharacterSource = Host & { readonly log?: Exclude<ShapeOf<typeof log>, undefined> };

/** The attribute `type`, and the children `<source>`, `<protocol>` and `<log>`. */
export function characterSource(options: ChoiceOptions<CharacterSource["type"]> = {}): Part<CharacterSource> {
  const terms = unsupported("unknown type presented to host for character device: %s");
  const content = merge(choice("type", cases, { ...terms, ...options }), { log }) as Part<CharacterSource>;
  return {
    ...content,
    read(reader, context): CharacterSource {
      overlookOthers(reader);
      return content.read(reader, context);
    },
  };
}

/** Only a virtio port can be the line to the SPICE agent. */
export function refuseSpiceAgent({ type }: CharacterSource, fail: Fail): void {
  if (type !== "spicevmc") return;
  fail("such a device is no virtio port", unsupported("spicevmc device type only supports virtio"));
}

/** What a source of one type or another has. */
const ATTRIBUTES = ["mode", "path", "host", "service", "channel", "master", "slave", "append", "tls"];
const CHILDREN = ["reconnect", "seclabel", "clipboard", "mouse"];

/** libvirt lets sources have what another type has. */
function overlookOthers(reader: ElementReader): void {
  for (const source of reader.children("source")) {
    for (const name of ATTRIBUTES) source.attribute(name);
    for (const each of source.childrenOf((name) => CHILDREN.includes(name))) each.ignoreRest();
  }
  for (const each of reader.children("protocol")) each.ignoreRest();
}
