/**
 * What nearly every device has: a name, an address, a place in the boot order, an option ROM.
 *
 * @module
 */

import {
  attribute,
  child,
  type Fail,
  onOff,
  type Part,
  path,
  type ReadContext,
  refine,
  string,
  uint32,
  type Value,
  yesNo,
} from "../../shape/mod.ts";
import { internal, unsupported } from "../terms.ts";
import { address } from "./address.ts";

const anyAlias = path("alias", attribute("name", string));

/** `<alias>`: what the hypervisor calls the device; an inactive document keeps only names that a user gave. */
const alias: Part<string | undefined> = {
  ...anyAlias,
  read(reader, context): string | undefined {
    const name = anyAlias.read(reader, context);
    return context.live || isUserAlias(name) ? name : undefined;
  },
};

/** Whether the name of a device was chosen by a user: libvirt wants them to begin with `ua-`. */
export function isUserAlias(name: string | undefined): boolean {
  return name !== undefined && /^ua-[A-Za-z0-9_-]*$/.test(name);
}

/** What an s390 loader is told: `[A-Z0-9. ]{1,8}`. */
const loadParameter: Value<string> = {
  parse: (text) => text.toUpperCase(),
  format: (text) => text,
  schema: { type: "string", pattern: "^[A-Z0-9. ]{1,8}$" },
  expected: "one to eight letters, digits, dots and spaces",
};

/** `<boot>`: a device's place in the order in which the firmware tries them. */
const boot = child(
  "boot",
  refine({
    order: attribute("order", uint32({ min: 1 }), { required: true }),
    loadParameter: attribute("loadparm", loadParameter),
  }, ({ loadParameter: text }, fail) => {
    if (text === undefined) return;
    if (text.length < 1 || text.length > 8) {
      const detail = `loadparm value '${text}' must be between 1 and 8 characters`;
      fail("loadparm has one to eight characters", { attribute: "loadparm", ...internal(detail) });
    }
    if (/^[A-Z0-9. ]*$/.test(text)) return;
    const detail = `invalid loadparm value '${text}', expecting chars in set of [a-zA-Z0-9.] and blank spaces`;
    fail("loadparm holds letters, digits, dots and spaces", { attribute: "loadparm", ...internal(detail) });
  }),
);

/** `<rom>`: the device's option ROM. */
const rom = child(
  "rom",
  refine({
    enabled: attribute("enabled", yesNo),
    bar: attribute("bar", onOff),
    file: refine(attribute("file", string), checkRomFile),
  }, ({ enabled, bar, file }, fail) => {
    if (enabled !== false || (bar === undefined && file === undefined)) return;
    fail("a disabled ROM has no other settings", unsupported("ROM tuning is not supported when ROM is disabled"));
  }),
  { empty: "omit" },
);

/** The schema has whole paths. */
function checkRomFile(file: string, fail: Fail, { lenient }: ReadContext): void {
  if (!lenient && !file.startsWith("/")) {
    fail("the file is not given from the root: no ROM at all is enabled='no'", { attribute: "file" });
  }
}

const acpiIndex = path("acpi", attribute("index", uint32({ min: 1 })));

/** Fields of a device that cannot be booted from. */
export const deviceInfo = { alias, acpiIndex, address } as const;

/** Fields of a device that can be booted from. */
export const bootableInfo = { boot, ...deviceInfo } as const;

/** Fields of a device that can be booted from and has an option ROM. */
export const romInfo = { boot, alias, rom, acpiIndex, address } as const;
