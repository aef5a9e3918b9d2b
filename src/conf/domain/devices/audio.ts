/**
 * `<audio>`: what a guest's sound is played through on the host, and recorded from.
 *
 * @module
 */

import {
  attribute,
  child,
  choice,
  type Fail,
  type Fields,
  type FieldsOf,
  int32,
  mapped,
  merge,
  nonZero,
  oneOf,
  type Part,
  refine,
  string,
  uint32,
  yesNo,
} from "../../shape/mod.ts";
import { unsupported, wrong } from "../terms.ts";
import { audioNumber } from "./audio_id.ts";

function positive(name: string): Part<number | undefined> {
  return attribute(name, uint32({ min: 1 }));
}

function count(name: string): Part<number | undefined> {
  return nonZero(attribute(name, uint32()));
}

const common = {
  mixingEngine: attribute("mixingEngine", yesNo),
  fixedSettings: attribute("fixedSettings", yesNo),
  voices: positive("voices"),
  bufferLength: positive("bufferLength"),
} as const;

const settings = child("settings", {
  frequency: positive("frequency"),
  channels: positive("channels"),
  format: attribute("format", oneOf("u8", "s8", "u16", "s16", "u32", "s32", "f32")),
});

interface Stream extends FieldsOf<typeof common> {
  readonly settings?: FieldsOf<{ readonly settings: typeof settings }>["settings"];
}

/** One direction, with what a backend has besides the usual. */
function stream<F extends Fields>(name: "input" | "output", own: F): Part<(Stream & FieldsOf<F>) | undefined> {
  const content = mapped(refine({ ...common, ...own, settings } as Fields, checkStream), {
    parse: (given: Stream) => given.fixedSettings === true ? { settings: {}, ...given } : given,
    format: (given) => given,
  });
  return child(name, content, { empty: "omit" }) as Part<(Stream & FieldsOf<F>) | undefined>;
}

function checkStream({ mixingEngine, fixedSettings, settings }: Stream, fail: Fail): void {
  if (fixedSettings === true && mixingEngine !== true) {
    fail("fixed settings need the mixing engine", unsupported("fixed audio settings requires mixing engine"));
  }
  if (settings === undefined || fixedSettings === true) return;
  fail("settings have to be fixed", unsupported("audio settings specified without fixed settings flag"));
}

function backend<A extends Fields, S extends Fields>(attributes: A, own: S) {
  return {
    timerPeriod: positive("timerPeriod"),
    ...attributes,
    input: stream("input", own),
    output: stream("output", own),
  };
}

const device = attribute("dev", string);
const serverName = attribute("serverName", string);
const bufferCount = count("bufferCount");

const cases = {
  none: backend({}, {}),
  alsa: backend({}, { device }),
  coreaudio: backend({}, { bufferCount }),
  jack: backend({}, {
    serverName,
    clientName: attribute("clientName", string),
    connectPorts: attribute("connectPorts", string),
    exactName: attribute("exactName", yesNo),
  }),
  oss: backend({
    tryMmap: attribute("tryMMap", yesNo),
    exclusive: attribute("exclusive", yesNo),
    dspPolicy: attribute("dspPolicy", int32({ min: 0 }), wrong("cannot parse 'dspPolicy' value '%s'")),
  }, { device, bufferCount, tryPoll: attribute("tryPoll", yesNo) }),
  pulseaudio: backend({ serverName }, {
    name: attribute("name", string),
    streamName: attribute("streamName", string),
    latency: count("latency"),
  }),
  sdl: backend({ driver: attribute("driver", oneOf("esd", "alsa", "arts", "pulseaudio")) }, { bufferCount }),
  spice: backend({}, {}),
  file: backend({ path: attribute("path", string) }, {}),
  dbus: backend({}, {}),
} as const satisfies Readonly<Record<string, Fields>>;

type Cases = { readonly [K in keyof typeof cases]: { readonly type: K } & FieldsOf<(typeof cases)[K]> };

/** What sound is played through. */
export type Audio = { readonly id: number } & Cases[keyof Cases];

/** The content of `<audio>`. */
export const audio: Part<Audio> = merge({ id: audioNumber }, choice("type", cases)) as Part<Audio>;
