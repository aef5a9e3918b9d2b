/**
 * `<clock>`: what time the guest's clock shows, and which timers it has.
 *
 * @module
 */

import {
  attribute,
  child,
  children,
  choice,
  int64,
  mapped,
  oneOf,
  pattern,
  type ShapeOf,
  string,
  uint64,
  yesNo,
} from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

const timer = {
  name: attribute("name", oneOf("platform", "pit", "rtc", "hpet", "tsc", "kvmclock", "hypervclock", "armvtimer"), {
    required: true,
  }),
  present: attribute("present", yesNo),
  tickPolicy: attribute("tickpolicy", oneOf("delay", "catchup", "merge", "discard")),
  track: attribute("track", oneOf("boot", "guest", "wall", "realtime")),
  frequency: attribute("frequency", uint64),
  mode: attribute("mode", oneOf("auto", "native", "emulate", "paravirt", "smpsafe")),
  catchup: child("catchup", {
    threshold: attribute("threshold", uint64),
    slew: attribute("slew", uint64),
    limit: attribute("limit", uint64),
  }, { empty: "omit" }),
};

const timers = children("timer", timer);
const resettable = {
  adjustment: attribute(
    "adjustment",
    pattern(/reset|[+-]?[0-9]+/, "reset or a number of seconds"),
    wrong("unknown clock adjustment '%s'"),
  ),
  timers,
};

const written = choice("offset", {
  utc: resettable,
  localtime: resettable,
  variable: {
    adjustment: attribute("adjustment", int64, { default: 0 }),
    basis: attribute("basis", oneOf("utc", "localtime"), {
      default: "utc",
      ...unsupported("unknown clock basis '%s'"),
    }),
    timers,
  },
  timezone: {
    timezone: attribute("timezone", string, {
      required: true,
      ...wrong("missing 'timezone' attribute for clock with offset='timezone'", "VIR_ERR_INTERNAL_ERROR"),
    }),
    timers,
  },
  absolute: {
    start: attribute("start", uint64, {
      required: true,
      ...wrong("missing 'start' attribute for clock with offset='absolute'", "VIR_ERR_INTERNAL_ERROR"),
    }),
    timers,
  },
}, { default: "utc", ...unsupported("unknown clock offset '%s'") });

type Clock = ShapeOf<typeof written>;

/** `<clock>`; UTC where nothing is said. A clock with an adjustment in seconds is a variable one. */
export const clock = child("clock", mapped(written, { parse: canonical, format: (value) => value }), {
  default: { offset: "utc" },
});

function canonical(clock: Clock): Clock {
  if (clock.offset !== "utc" && clock.offset !== "localtime") return clock;
  const { adjustment, offset, timers } = clock;
  if (adjustment === undefined || adjustment === "reset") return clock;
  const seconds = int64.parse(adjustment) ?? 0;
  return { offset: "variable", adjustment: seconds, basis: offset, ...(timers === undefined ? {} : { timers }) };
}
