/**
 * Reads amounts that are written with their unit beside them.
 *
 * @module
 */

import type { ElementReader } from "../xml/element_reader.ts";
import type { Quantity } from "./document.ts";

const DEFAULT_UNIT = "KiB";

/** The amount in an attribute, with the element's `unit` (KiB where it does not say). */
export function readQuantity(element: ElementReader, attribute: string): Quantity {
  return { value: element.requiredInteger(attribute), unit: element.attribute("unit") ?? DEFAULT_UNIT };
}

/** The amount that is the element's text, with its `unit` (KiB where it does not say). */
export function readQuantityText(element: ElementReader): Quantity {
  return { value: element.textInteger(), unit: element.attribute("unit") ?? DEFAULT_UNIT };
}
