/**
 * `<sysinfo>`: what the firmware tells the guest about its hardware.
 *
 * @module
 */

import type { JsonSchema } from "../json_schema.ts";
import { attribute, child, children, choice, type Part, string, textIfAny, textOf } from "../shape/mod.ts";
import { unsupported, wrong } from "./terms.ts";

/** `<entry name='…'>` children as an object, in libvirt's order. */
export function entries<const N extends string>(...names: readonly N[]): Part<{ readonly [K in N]?: string }> {
  return {
    optional: false,
    read(reader): { readonly [K in N]?: string } {
      const found: Record<string, string> = {};
      for (const entry of reader.children("entry")) {
        const name = entry.requiredAttribute("name");
        const text = entry.text();
        if (!(names as readonly string[]).includes(name)) entry.ignoreRest();
        else if (text !== "") found[name] ??= text;
      }
      const ordered = names.filter((name) => found[name] !== undefined).map((name) => [name, found[name]]);
      return Object.fromEntries(ordered) as { readonly [K in N]?: string };
    },
    write(value, out): void {
      out.content((writer) => {
        for (const name of names) {
          const text = (value as Readonly<Record<string, string | undefined>>)[name];
          if (text !== undefined) writer.text("entry", text, { name });
        }
      });
    },
    schema: (): JsonSchema => ({
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    }),
  };
}

/** The firmware and the boards, of a guest or of a host. */
export const boards = {
  bios: child("bios", entries("vendor", "version", "date", "release"), { empty: "block" }),
  system: child("system", entries("manufacturer", "product", "version", "serial", "uuid", "sku", "family"), {
    empty: "block",
  }),
  baseBoards: children("baseBoard", entries("manufacturer", "product", "version", "serial", "asset", "location"), {
    empty: "block",
  }),
  chassis: child("chassis", entries("manufacturer", "version", "serial", "asset", "sku"), { empty: "block" }),
};

/** What a vendor wants to say. */
export const oemStrings = child("oemStrings", { entries: children("entry", textOf(string)) }, { empty: "block" });

/** `<sysinfo>`, of which there may be one of each type. */
export const sysinfo = children(
  "sysinfo",
  choice("type", {
    smbios: { ...boards, oemStrings },
    fwcfg: {
      entries: children("entry", {
        name: attribute("name", string, { required: true, ...wrong("Firmware entry is missing 'name' attribute") }),
        file: attribute("file", string),
        value: textIfAny(string),
      }),
    },
  }, unsupported("unknown sysinfo type '%s'")),
);
