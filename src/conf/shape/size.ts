/**
 * Sizes with a unit: `<memory unit='KiB'>219136</memory>`, `<page size='2' unit='MiB'/>`.
 *
 * @module
 */

import { type Integer64, toInteger64 } from "../../base/integer64.ts";
import { INTEGER } from "../json_schema.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { valueTerms } from "./attribute.ts";
import { uint64 } from "./numbers.ts";
import type { Part } from "./part.ts";
import { parseValue, type ValueTerms } from "./value.ts";

/** How a size is read and written. */
export interface SizeOptions extends ValueTerms {
  /**
   * What it is written in; `largest` is the largest unit that gives a whole number. The typed document counts in KiB
   * where that is written, and else in bytes. @default {"KiB"}
   */
  readonly unit?: "KiB" | "bytes" | "B" | "largest";
  /** What a number without a unit counts. Default: what is written, or bytes. */
  readonly assumed?: "bytes" | "KiB" | "MiB";
  /** The attribute that holds the number. Default: it is the element's text. */
  readonly attribute?: string;
  /** The attribute that holds the unit. @default {"unit"} */
  readonly unitAttribute?: string;
}

/** A number and the `unit` attribute as one number, rounded up. */
export function size(options: SizeOptions & { readonly optional: true }): Part<Integer64 | undefined>;
export function size(options?: SizeOptions): Part<Integer64>;
export function size(options: SizeOptions & { readonly optional?: true } = {}): Part<Integer64 | undefined> {
  const { unit = "KiB", attribute, unitAttribute = "unit" } = options;
  const terms = { ...valueTerms(options), ...(attribute === undefined ? {} : { attribute }) };
  return {
    optional: options.optional === true,
    read(reader): Integer64 | undefined {
      const text = attribute === undefined ? reader.text().trim() : reader.attribute(attribute);
      const scale = scaleOf(reader, unitAttribute, options.assumed ?? (unit === "KiB" ? unit : "bytes"));
      if (text === undefined || text === "") {
        if (options.optional === true) return undefined;
        return reader.fail("the size is missing", attribute, valueTerms(options));
      }
      const number = BigInt(parseValue(reader, uint64, { text, terms, ...terms }));
      const bytes = number * scale;
      if (bytes >= 2n ** 64n) {
        const detail = `value too large: ${number}${reader.attribute(unitAttribute) ?? ""}`;
        return reader.fail(`${number} of that unit are too many`, undefined, { code: "VIR_ERR_OVERFLOW", detail });
      }
      return toInteger64(unit === "KiB" ? (bytes + 1023n) / 1024n : bytes);
    },
    write(value, out): void {
      const written = unit === "largest" ? largestUnit(BigInt(value)) : { number: value, unit };
      if (attribute === undefined) out.text(String(written.number));
      else out.attribute(attribute, String(written.number));
      out.attribute(unitAttribute, written.unit);
    },
    schema: () => INTEGER,
    isAbsent: (reader) => attribute === undefined && reader.text() === "",
  };
}

/** Bytes in a unit: `b`, `KB` (1000), `K` and `KiB` (1024), and so on up to E. */
export function unitScale(unit: string): bigint | undefined {
  if (/^(b|bytes?)$/i.test(unit)) return 1n;
  const match = /^([kmgtpe])(|b|ib)$/i.exec(unit);
  if (match === null) return undefined;
  const base = match[2]?.toLowerCase() === "b" ? 1000n : 1024n;
  return base ** BigInt(" kmgtpe".indexOf((match[1] ?? "").toLowerCase()));
}

/** The number of the largest unit, up to PiB, that leaves no remainder. */
function largestUnit(bytes: bigint): { readonly number: bigint; readonly unit: string } {
  const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  let at = 0;
  let number = bytes;
  for (; number !== 0n && number % 1024n === 0n && at < units.length - 1; at += 1) number /= 1024n;
  return { number, unit: units[at] ?? "B" };
}

function scaleOf(reader: ElementReader, attribute: string, assumed: string): bigint {
  const given = reader.attribute(attribute) ?? "";
  const scale = unitScale(given === "" ? assumed : given);
  if (scale !== undefined) return scale;
  const terms = { code: "VIR_ERR_INVALID_ARG", detail: `unknown suffix '${given}'` } as const;
  return reader.fail(`"${given}" is no unit of size: write KiB, MiB, GiB, KB, bytes, …`, attribute, terms);
}
