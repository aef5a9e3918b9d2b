/**
 * A part that is one attribute.
 *
 * @module
 */

import type { Part } from "./part.ts";
import { parseValue, type Value, type ValueTerms } from "./value.ts";

/** When something is kept and written. */
export interface Only {
  /**
   * `live`: what only a running object has; left out when an inactive document is read or written. `secure`: secrets,
   * written only when asked for.
   */
  readonly only?: "live" | "secure";
}

/** How an attribute is read and written; it is optional unless told. */
export interface AttributeOptions<T> extends ValueTerms, Only {
  /** Its absence is an error. @default {false} */
  readonly required?: boolean;
  /** What libvirt says about its absence where that is not what it says about a bad value. */
  readonly missing?: ValueTerms;
  /** What its absence means; it is then always written. */
  readonly default?: T;
  /** Does not write the default. @default {false} */
  readonly omitDefault?: boolean;
  /** Texts that mean the same as absence, however they are written: `default`, which libvirt reads and never writes. */
  readonly drop?: readonly string[];
}

/** An attribute that is always there once the document is read. */
export function attribute<T>(
  name: string,
  value: Value<T>,
  options: AttributeOptions<NoInfer<T>> & ({ readonly required: true } | { readonly default: NoInfer<T> }),
): Part<T>;
/** An attribute that may be absent. */
export function attribute<T>(
  name: string,
  value: Value<T>,
  options?: AttributeOptions<NoInfer<T>>,
): Part<T | undefined>;
export function attribute<T>(name: string, value: Value<T>, options: AttributeOptions<T> = {}): Part<T | undefined> {
  const terms = valueTerms(options);
  return {
    optional: options.required !== true && options.default === undefined,
    read(reader, context): T | undefined {
      const text = reader.attribute(name);
      if (options.only === "live" && !context.live) return undefined;
      if (text !== undefined && options.drop?.includes(text) !== true) {
        const given = parseValue(reader, value, { text, attribute: name, terms });
        // "00" is "0" written otherwise.
        if (options.drop?.includes(value.format(given) ?? "") !== true) return given;
      }
      if (options.required !== true) return options.default;
      const detail = options.detail ?? `Missing required attribute '${name}' in element '${reader.name}'`;
      return reader.fail(`the attribute "${name}" is missing`, name, { ...terms, detail, ...options.missing });
    },
    write(given, out): void {
      if (options.only !== undefined && !out.context[options.only]) return;
      if (options.omitDefault === true && given === options.default) return;
      out.attribute(name, value.format(given as T));
    },
    schema: () => value.schema,
  };
}

/** Only what goes into an error. */
export function valueTerms({ code, domain, detail }: ValueTerms): ValueTerms {
  return {
    ...(code === undefined ? {} : { code }),
    ...(domain === undefined ? {} : { domain }),
    ...(detail === undefined ? {} : { detail }),
  };
}
