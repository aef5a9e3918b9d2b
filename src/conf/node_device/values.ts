/**
 * Values of node devices, with libvirt's words for those that are missing or wrong.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import { NAME } from "../parts/names_itself.ts";
import { selectedChild } from "../parts/selected_child.ts";
import {
  attribute,
  base16,
  child,
  cNumber,
  mapped,
  type Part,
  type PartLike,
  refine,
  type ShapeOf,
  string,
  textIfAny,
  textOf,
  uint32,
  uint64,
  type Value,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** Something that has to be there and is not, or is not what it should be. */
export function internal(detail: string): ErrorTerms {
  return { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_NODEDEV", detail };
}

/** Something that libvirt does not take. */
export function unsupported(detail: string): ErrorTerms {
  return { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_NODEDEV", detail };
}

/** A text that may be missing. */
export function text(name: string): Part<string | undefined> {
  return child(name, textOf(string));
}

/** A text that has to be there. */
export function requiredText(name: string, missing: ErrorTerms): Part<string> {
  return child(name, textOf(string), { required: true, ...missing });
}

/** A number that has to be there; `label` is what libvirt calls it. */
export function number(name: string, label: string): Part<number> {
  return counted(name, { label, value: uint32() });
}

/** A large number that has to be there. */
export function bigNumber(name: string, label: string): Part<Integer64> {
  return counted(name, { label, value: uint64 });
}

function counted<T>(name: string, { label, value }: { readonly label: string; readonly value: Value<T> }): Part<T> {
  const part = child(name, textOf(value, internal(`invalid ${label} supplied for '${NAME}'`)), {
    required: true,
    ...internal(`no ${label} supplied for '${NAME}'`),
  } as { required: true });
  return part as Part<T>;
}

/** A vendor or product: its number, and its name where that is known. */
export function identity(
  name: string,
  { label, space }: { readonly label: string; readonly space?: boolean },
): Part<Identity> {
  const id = attribute("id", base16({ width: 4 }), {
    required: true,
    drop: [""],
    ...internal(`invalid ${label} supplied for '${NAME}'`),
    missing: internal(`no ${label} supplied for '${NAME}'`),
  });
  const part = child(name, { id, name: textIfAny(string) }, {
    required: true,
    ...internal(`no ${label} supplied for '${NAME}'`),
  });
  if (space !== true) return part;
  return {
    ...part,
    // libvirt has a space here, for USB only.
    write(value, out): void {
      if (value.name !== undefined) return part.write(value, out);
      const digits = base16({ width: 4 }).format(value.id);
      out.content((writer) => writer.raw(() => `<${name} id='${digits}' />`));
    },
  };
}

/** A number and a name. */
export interface Identity {
  readonly id: Integer64;
  readonly name?: string;
}

/** How a number in hexadecimal is read and written. */
export interface HexTextOptions {
  /** Digits after `0x`. */
  readonly width: number;
  /** Takes digits without `0x` for hexadecimal, too. */
  readonly always?: true;
  /** The largest that the schema allows; libvirt takes more where it does not validate. */
  readonly max?: number;
}

/** A number in hexadecimal that has to be there. */
export function hexText(name: string, { width, always, max = Infinity }: HexTextOptions): Part<number> {
  const value: Value<number> = {
    ...cNumber(),
    parse: (found) => cNumber().parse(always === true ? `0x${found.trim().replace(/^0[xX]/, "")}` : found),
    format: (given) => `0x${given.toString(16).padStart(width, "0")}`,
  };
  const part = child(name, textOf(value, unsupported(`invalid ${name} value '%s' for '${NAME}'`)), {
    required: true,
    ...unsupported(`missing ${name} value for '${NAME}'`),
  });
  return refine(part, (given, fail, { lenient }) => {
    if (given > max && !lenient) fail(`${name} is ${value.format(max)} at most`);
  });
}

/** A capability within a capability. */
export function capability<P extends PartLike>(type: string, content: P): Part<ShapeOf<P> | undefined> {
  return selectedChild({ child: "capability", by: "type", word: type }, content);
}

/** Refuses capabilities within a capability that are of none of the types; it has no value itself. */
export function noOtherCapabilities(types: readonly string[], kind: string): Part<undefined> {
  return {
    optional: true,
    read(reader): undefined {
      for (const each of reader.children("capability")) {
        const type = each.attribute("type");
        if (type === undefined) {
          return each.fail("the type is missing", "type", internal(`missing ${kind} capability type for '${NAME}'`));
        }
        if (types.includes(type)) continue;
        each.fail("no such type", "type", internal(`unknown ${kind} capability type '${type}' for '${NAME}'`));
      }
    },
    write: () => {},
    schema: () => ({}),
  };
}

/** The part, absent where it is the same as an empty list. */
export function unlessEmpty<T extends object>(part: Part<T | undefined>): Part<T | undefined> {
  return mapped(part, {
    parse: (value) => value === undefined || Object.keys(value).length === 0 ? undefined : value,
    format: (value) => value as T,
  });
}
