/**
 * `<graphics>`: how the picture of a guest is shown.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type Fields,
  type FieldsOf,
  int32,
  mapped,
  merge,
  nonZero,
  oneOf,
  type Part,
  string,
  yesNo,
} from "../../../shape/mod.ts";
import { audioId } from "../audio_id.ts";
import { type Listen, listens } from "./listen.ts";
import { type Password, password, vncPassword } from "./password.ts";
import { type Ports, rdpPorts, type SpicePorts, spicePorts, vncPorts } from "./ports.ts";
import { defaultMode, gl, spiceSettings } from "./spice.ts";

const yesOnly = { drop: ["no"] } as const;
const keymap = attribute("keymap", string);
const display = attribute("display", string);
const fullScreen = attribute("fullscreen", yesNo, yesOnly);

const vncFields = {
  webSocket: nonZero(attribute("websocket", int32())),
  listens: listens("vnc"),
  keymap,
  sharePolicy: attribute("sharePolicy", oneOf("allow-exclusive", "force-shared", "ignore"), { drop: ["default"] }),
  powerControl: attribute("powerControl", yesNo),
} as const;
const audio = { audioId } as const;

/** VNC. */
export type Vnc = Ports & FieldsOf<typeof vncFields> & Password & FieldsOf<typeof audio>;

const spiceBefore = { listens: listens("spice"), keymap, defaultMode } as const;

/** SPICE. */
export type Spice = SpicePorts & FieldsOf<typeof spiceBefore> & Password & FieldsOf<typeof spiceSettings>;

const rdpFields = {
  replaceUser: attribute("replaceUser", yesNo, yesOnly),
  multiUser: attribute("multiUser", yesNo, yesOnly),
  listens: listens("rdp"),
} as const;

/** The remote desktop protocol of Windows. */
export type Rdp = Ports & FieldsOf<typeof rdpFields>;

const others = {
  sdl: {
    display,
    xauth: attribute("xauth", string),
    fullScreen,
    gl: child("gl", { enable: attribute("enable", yesNo, { required: true }) }),
  },
  desktop: { display, fullScreen },
  "egl-headless": { gl: child("gl", { renderNode: attribute("rendernode", string) }, { empty: "omit" }) },
  dbus: {
    p2p: attribute("p2p", yesNo, yesOnly),
    address: attribute("address", string),
    gl,
    audioId,
  },
} as const satisfies Readonly<Record<string, Fields>>;

type Others = { readonly [K in keyof typeof others]: { readonly type: K } & FieldsOf<(typeof others)[K]> };

/** A display. */
export type Graphics =
  | { readonly type: "vnc" } & Vnc
  | { readonly type: "spice" } & Spice
  | { readonly type: "rdp" } & Rdp
  | Others[keyof Others];

/** The content of `<graphics>`. */
export const graphics: Part<Graphics> = choice("type", {
  vnc: withoutIdlePorts(merge(vncPorts, vncFields, vncPassword, audio) as Part<Vnc>),
  spice: withoutIdlePorts(merge(spicePorts, spiceBefore, password, spiceSettings) as Part<Spice>),
  rdp: merge(rdpPorts, rdpFields),
  ...others,
}) as Part<Graphics>;

/** What has ports, and may listen elsewhere. */
interface Listener {
  readonly port?: number;
  readonly tlsPort?: number;
  readonly autoport?: boolean;
  readonly webSocket?: number;
  readonly listens: readonly Listen[];
}

/** A display that waits at a socket, or nowhere, has no ports. */
function withoutIdlePorts<T extends Listener>(part: Part<T>): Part<T> {
  return mapped(part as Part<Listener>, {
    parse(given): Listener {
      const place = given.listens[0]?.type;
      if (place === "address" || place === "network") return given;
      const { port: _port, tlsPort: _tlsPort, autoport: _autoport, webSocket: _webSocket, ...rest } = given;
      return rest;
    },
    format: (given) => given,
  }) as unknown as Part<T>;
}
