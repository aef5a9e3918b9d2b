/**
 * The password of a display, until when it holds, and what becomes of who is connected when it changes.
 *
 * @module
 */

import {
  attribute,
  type FieldsOf,
  mapped,
  object,
  oneOf,
  type Part,
  refine,
  string,
  type Value,
} from "../../../shape/mod.ts";
import { internal, unsupported } from "../../terms.ts";

/** A moment in UTC, to the second. */
const moment: Value<string> = {
  parse(text): string | undefined {
    const parts = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text)?.slice(1).map(Number);
    if (parts === undefined) return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
    const isReal = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 &&
      minute < 60 && second < 60;
    return isReal ? date.toISOString().slice(0, -".000Z".length) : undefined;
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$" },
  expected: "a moment like 2010-11-28T14:29:01",
};

const fields = {
  password: attribute("passwd", string, { only: "secure" }),
  validTo: attribute(
    "passwdValidTo",
    moment,
    internal("cannot parse password validity time '%s', expect YYYY-MM-DDTHH:MM:SS"),
  ),
  connected: attribute("connected", oneOf("fail", "disconnect", "keep"), unsupported("unknown connected value %s")),
} as const;

/** The password of a display. */
export interface Password extends FieldsOf<typeof fields> {}

/** The attributes of a password; without one the others mean nothing. */
export const password: Part<Password> = mapped(object(fields), {
  parse: (given): Password => given.password === undefined ? {} : given,
  format: (given) => given,
});

/** The same for VNC, which never ends a connection. */
export const vncPassword: Part<Password> = refine(password, ({ connected }, fail) => {
  if (connected === undefined || connected === "keep") return;
  fail("VNC keeps who is connected", { attribute: "connected", ...unsupported("VNC supports connected='keep' only") });
});
