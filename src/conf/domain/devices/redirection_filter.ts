/**
 * `<redirfilter>`: which USB devices of a client may be plugged into the guest.
 *
 * @module
 */

import { attribute, children, hex, object, path, type Value, yesNo } from "../../shape/mod.ts";
import { internal, wrong } from "../terms.ts";

/** A USB version as JJ.MN; `2.1` is 2.10. */
const usbVersion: Value<string> = {
  parse(text): string | undefined {
    const [, major, minor = ""] = /^(\d{1,2})\.(\d{1,2})$/.exec(text) ?? [];
    return major === undefined ? undefined : `${Number(major)}.${minor.padEnd(2, "0")}`;
  },
  format: (text) => text,
  schema: { type: "string", pattern: "^\\d{1,2}\\.\\d{2}$" },
  expected: "a version like 2.00",
};

const rule = object({
  class: attribute("class", hex({ width: 2, max: 0xff, upperCase: true }), {
    drop: ["-1"],
    ...internal("Invalid USB Class code %s"),
  }),
  vendor: attribute("vendor", hex({ width: 4, max: 0x7fff_ffff, upperCase: true }), { drop: ["-1"] }),
  product: attribute("product", hex({ width: 4, max: 0x7fff_ffff, upperCase: true }), { drop: ["-1"] }),
  version: attribute("version", usbVersion, { drop: ["-1"], ...wrong("Cannot parse USB device version %s") }),
  allow: attribute("allow", yesNo, { required: true }),
});

/** The child `<redirfilter>`: the first rule that fits counts; one without rules means nothing. */
export const redirectionFilter = path("redirfilter", children("usbdev", rule));
