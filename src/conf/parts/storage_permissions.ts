/**
 * `<permissions>` of a pool or a volume: who may do what with its file.
 *
 * @module
 */

import { child, mapped, string, textOf, type Value } from "../shape/mod.ts";

const mode: Value<number> = {
  parse: (text) => /^\s*0*[0-7]{1,3}$/.test(text) ? Number.parseInt(text, 8) : undefined,
  format: (number) => `0${number.toString(8)}`,
  schema: { type: "integer", minimum: 0, maximum: 0o777 },
  expected: "an octal number up to 777",
};

/** -1 means nobody in particular; libvirt writes large numbers as negative ones. */
const id: Value<number> = {
  parse(text): number | undefined {
    const number = /^\s*[+-]?\d{1,10}$/.test(text) ? Number(text) : NaN;
    return number >= -1 && number <= 0xffff_ffff ? number : undefined;
  },
  format: (number) => String(number | 0),
  schema: { type: "integer", minimum: 0, maximum: 0xffff_ffff },
  expected: "a number of a user or group",
};

const written = child("permissions", {
  mode: child("mode", textOf(mode, { domain: "VIR_FROM_STORAGE", detail: "malformed octal mode" })),
  owner: owner("owner"),
  group: owner("group"),
  label: child("label", textOf(string)),
}, { empty: "omit" });

/** The child `<permissions>`; one that says nothing counts as absent. */
export const storagePermissions = mapped(written, {
  parse: (value) => value === undefined || Object.keys(value).length === 0 ? undefined : value,
  format: (value) => value,
});

function owner(name: "owner" | "group") {
  const terms = { domain: "VIR_FROM_STORAGE", detail: `malformed ${name} element` } as const;
  return mapped(child(name, textOf(id, { ...terms, emptyIsAbsent: false })), {
    parse: (number) => number === -1 || number === 0xffff_ffff ? undefined : number,
    format: (number) => number,
  });
}
