/**
 * Two XML documents, element by element: an element is where it stands, its attributes and its own text; its place
 * among its siblings is compared on its own.
 *
 * @module
 */

import { isElement, isText, parse, type XmlElement } from "@std/xml";

/** What a comparison found. */
export interface Comparison {
  readonly expected: number;
  readonly matched: number;
  /** Expected, but not there. */
  readonly missing: readonly string[];
  /** There, but not expected. */
  readonly surplus: readonly string[];
  /** Whether what matched stands in the expected order. */
  readonly inOrder: boolean;
}

/** Decides whether an element counts; what it refuses is left out with everything below it. */
export type ElementFilter = (element: XmlElement) => boolean;

/** Compares; only elements that `counts` accepts. */
export function compareElements(expected: string, actual: string, counts: ElementFilter): Comparison {
  const wanted = describe(parse(expected).root, counts);
  const found = describe(parse(actual).root, counts);
  const missing = withoutEach(wanted, found);
  const surplus = withoutEach(found, wanted);
  const inOrder = withoutEach(wanted, missing).join("\n") === withoutEach(found, surplus).join("\n");
  return { expected: wanted.length, matched: wanted.length - missing.length, missing, surplus, inOrder };
}

function describe(root: XmlElement, counts: ElementFilter): string[] {
  const lines: string[] = [];
  const visit = (element: XmlElement, parent: string): void => {
    if (!counts(element)) return;
    const attributes = Object.entries(element.attributes).sort(([a], [b]) => a < b ? -1 : 1);
    const label = element.name.raw + attributes.map(([name, value]) => ` ${name}='${value}'`).join("");
    const text = element.children.filter(isText).map((node) => node.text).join("").trim();
    lines.push(`${parent}${label}${text === "" ? "" : ` ${text}`}`);
    // The name tells which CPU or machine a child belongs to.
    for (const child of element.children) if (isElement(child)) visit(child, `${parent}${label} > `);
  };
  visit(root, "");
  return lines;
}

/** The lines of `from` without one for each line of `other`, in the order of `from`. */
function withoutEach(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
