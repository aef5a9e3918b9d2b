/**
 * Sizes with a unit: `<memory unit='KiB'>219136</memory>`.
 *
 * @module
 */

import { type Integer64, toInteger64 } from "../../base/integer64.ts";
import { INTEGER } from "../json_schema.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import { valueTerms } from "./attribute.ts";
import type { Part } from "./part.ts";
import { parseValue, type ValueTerms } from "./value.ts";
import { uint64 } from "./numbers.ts";

/** How a size is read and written. */
export interface SizeOptions extends ValueTerms {
  /** What the document and its JSON form count in. @default {"KiB"} */
  readonly unit?: "KiB" | "bytes";
  /** What a number without a unit counts. Default: the unit above. */
  readonly assumed?: "bytes" | "KiB" | "MiB";
}

/** The element's text and `unit` attribute as one number, rounded up. */
export function size(options: SizeOptions = {}): Part<Integer64> {
  const unit = options.unit ?? "KiB";
  const terms = valueTerms(options);
  return {
    optional: false,
    read(reader): Integer64 {
      const number = BigInt(parseValue(reader, uint64, { text: reader.text().trim(), terms }));
      const scale = scaleOf(reader, options.assumed ?? unit);
      const bytes = number * scale;
      if (bytes >= 2n ** 64n) {
        const detail = `value too large: ${number}${reader.attribute("unit") ?? ""}`;
        return reader.fail(`${number} of that unit are too many`, undefined, { code: "VIR_ERR_OVERFLOW", detail });
      }
      return toInteger64(unit === "bytes" ? bytes : (bytes + 1023n) / 1024n);
    },
    write(value, out): void {
      out.attribute("unit", unit);
      out.text(String(value));
    },
    schema: () => INTEGER,
    isAbsent: (reader) => reader.text() === "",
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

function scaleOf(reader: ElementReader, assumed: string): bigint {
  const given = reader.attribute("unit") ?? "";
  const scale = unitScale(given === "" ? assumed : given);
  if (scale !== undefined) return scale;
  const terms = { code: "VIR_ERR_INVALID_ARG", detail: `unknown suffix '${given}'` } as const;
  return reader.fail(`"${given}" is no unit of size: write KiB, MiB, GiB, KB, bytes, …`, "unit", terms);
}
