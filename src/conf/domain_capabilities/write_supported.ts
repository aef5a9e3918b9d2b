/**
 * Writes what recurs in domain capabilities: `supported='yes'` with enums below it.
 *
 * @module
 */

import { type FormatOptions, isKnown } from "../level.ts";
import { type XmlWriter, yesNo } from "../xml/xml_writer.ts";
import type { EnumValues, SupportedPart } from "./document.ts";
import { DOMAIN_CAPABILITIES_SINCE } from "./since.ts";

/** An element and where it stands. */
export interface SupportedElement {
  readonly name: string;
  /** Its row in the table of first releases. */
  readonly place: string;
  readonly part: SupportedPart;
  /** Values that stand before the enums. */
  readonly values?: readonly string[];
}

/** Whether the document's level knows this place. */
export function knows(place: string, options: FormatOptions): boolean {
  return isKnown(DOMAIN_CAPABILITIES_SINCE, place, options);
}

/** Writes the element: closed at once where it is not supported, else with a line for either tag. */
export function writeSupported(writer: XmlWriter, element: SupportedElement, options: FormatOptions): void {
  const { name, place, part, values = [] } = element;
  if (!knows(place, options)) return;
  if (!part.supported) return writer.element(name, { supported: "no" });
  writer.block(name, { supported: yesNo(part.supported) }, () => {
    for (const value of values) writer.element("value", {}, value);
    writeEnums(writer, { place, enums: part.enums }, options);
  });
}

/** Writes the enums, without those and without values that the level does not know. */
export function writeEnums(
  writer: XmlWriter,
  of: { readonly place: string; readonly enums: readonly EnumValues[] },
  options: FormatOptions,
): void {
  for (const { name, values } of of.enums) {
    const place = `${of.place}/${name}`;
    if (!knows(place, options)) continue;
    writer.element("enum", { name }, () => {
      for (const value of values) if (knows(`${place}=${value}`, options)) writer.element("value", {}, value);
    });
  }
}
