/**
 * SPICE: its channels, and how it sends pictures, sound and files.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  type FieldsOf,
  mapped,
  oneOf,
  onOff,
  type Part,
  path,
  string,
  yesNo,
} from "../../../shape/mod.ts";

/** The channels in the order in which they are written. */
const CHANNELS = ["main", "display", "inputs", "cursor", "playback", "record", "smartcard", "usbredir"] as const;

const mode = oneOf("any", "secure", "insecure");

const channel = {
  name: attribute("name", oneOf(...CHANNELS), { required: true }),
  mode: attribute("mode", mode, { required: true }),
} as const;

type Channel = FieldsOf<typeof channel>;

/** What is said of a channel last counts, and that it may be any is not worth saying. */
const channels = mapped(children("channel", channel), {
  parse(given = []): readonly Channel[] | undefined {
    const kept = CHANNELS.map((name) => given.findLast((each) => each.name === name))
      .filter((each) => each !== undefined && each.mode !== "any") as Channel[];
    return kept.length === 0 ? undefined : kept;
  },
  format: (given) => given,
});

function compression<const W extends string>(name: string, ...words: readonly W[]): Part<W | undefined> {
  return path(name, attribute("compression", oneOf(...words), { required: true }));
}

function mayUse(name: string, attributeName: string): Part<boolean | undefined> {
  return path(name, attribute(attributeName, yesNo, { required: true }));
}

/** `<gl>`: whether pictures are made by a graphics processor of the host, and by which. */
export const gl = child("gl", {
  enable: attribute("enable", yesNo, { required: true }),
  renderNode: attribute("rendernode", string),
});

/** The mode of every channel of which nothing is said. */
export const defaultMode = attribute("defaultMode", mode, { drop: ["any"] });

/** The children of SPICE after `<listen>`. */
export const spiceSettings = {
  channels,
  image: compression("image", "auto_glz", "auto_lz", "quic", "glz", "lz", "off"),
  jpeg: compression("jpeg", "auto", "never", "always"),
  zlib: compression("zlib", "auto", "never", "always"),
  playback: path("playback", attribute("compression", onOff, { required: true })),
  streaming: path("streaming", attribute("mode", oneOf("filter", "all", "off"), { required: true })),
  mouse: path("mouse", attribute("mode", oneOf("server", "client"), { required: true })),
  clipboard: mayUse("clipboard", "copypaste"),
  fileTransfer: mayUse("filetransfer", "enable"),
  gl,
} as const;
