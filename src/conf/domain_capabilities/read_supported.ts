/**
 * Reads what recurs in domain capabilities: `supported='yes'` with enums below it.
 *
 * @module
 */

import type { ElementReader } from "../xml/element_reader.ts";
import type { EnumValues, SupportedPart } from "./document.ts";

/** The `supported` attribute. */
export function isSupported(element: ElementReader): boolean {
  return element.requiredOneOf("supported", ["yes", "no"]) === "yes";
}

/** The `<enum>` children. */
export function readEnums(element: ElementReader): EnumValues[] {
  return element.children("enum").map((each) => ({
    name: each.requiredAttribute("name"),
    values: each.children("value").map((value) => value.text()),
  }));
}

/** Both. */
export function readSupported(element: ElementReader): SupportedPart {
  return { supported: isSupported(element), enums: readEnums(element) };
}
