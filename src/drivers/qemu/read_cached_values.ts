/**
 * Values out of the elements of a cache file, or the error that makes it foreign.
 *
 * @module
 */

import { attributeOf, childOf, foreign, type ScannedElement, textOf } from "./scan_elements.ts";

/** The child of that name. Throws {@linkcode ForeignDocumentError} where there is none. */
export function requireChild(element: ScannedElement, name: string): ScannedElement {
  const child = childOf(element, name);
  if (child === undefined) throw foreign(`"${element.name}" has no "${name}"`);
  return child;
}

/** The attribute of that name. Throws {@linkcode ForeignDocumentError} where there is none. */
export function requireAttribute(element: ScannedElement, name: string): string {
  const value = attributeOf(element, name);
  if (value === undefined) throw foreign(`"${element.name}" has no attribute "${name}"`);
  return value;
}

/** The number in an attribute, or in the text where none is named. Throws {@linkcode ForeignDocumentError}. */
export function readNumber(element: ScannedElement, attribute?: string): number {
  const text = attribute === undefined ? textOf(element) : requireAttribute(element, attribute);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw foreign(`"${text}" of "${element.name}" is no number`);
  return Number(text);
}

/** The number in the text of an element that may be missing. Throws {@linkcode ForeignDocumentError}. */
export function optionalNumber(element: ScannedElement | undefined): number | undefined {
  return element === undefined ? undefined : readNumber(element);
}

/** The text of an element that may be missing. */
export function optionalText(element: ScannedElement | undefined): string | undefined {
  return element === undefined ? undefined : textOf(element);
}
