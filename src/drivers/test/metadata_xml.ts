/**
 * Elements in `<metadata>`, one for each XML namespace.
 *
 * @module
 */

import { isElement, parse, type XmlElement } from "@std/xml";
import { dumpElement } from "../../conf/xml/dump_element.ts";
import type { DocumentTitle } from "../../conf/xml/document_titles.ts";
import { readDocument } from "../../conf/xml/read_document.ts";

const ABOUT: DocumentTitle = { title: "(metadata_xml)", domain: "VIR_FROM_DOMAIN" };

/** The element of a namespace, as text without its prefix; undefined where there is none. */
export function extractMetadata(metadata: string | undefined, uri: string): string | undefined {
  const found = childrenOf(metadata).find((child) => namespaceOf(child) === uri);
  return found === undefined ? undefined : dumpElement(unprefixed(found, uri));
}

/** A new element of a namespace. */
export interface MetadataElement {
  /** XML; absent: there shall be none. */
  readonly value?: string;
  readonly uri: string;
  /** Its prefix. */
  readonly key: string;
}

/**
 * `<metadata>` with another element of a namespace, or without one; undefined where there never was any.
 *
 * @throws {DocumentError} The value is not one element.
 */
export function replaceMetadata(
  metadata: string | undefined,
  { value, uri, key }: MetadataElement,
): string | undefined {
  const kept = childrenOf(metadata).filter((child) => namespaceOf(child) !== uri);
  const added = value === undefined ? [] : [prefixed(parseElement(value), uri, key)];
  const children = [...kept, ...added];
  // Where there were some, libvirt leaves the empty element.
  if (children.length === 0) return metadata === undefined ? undefined : "<metadata/>";
  return dumpElement({ type: "element", name: { raw: "metadata", local: "metadata" }, attributes: {}, children });
}

/** Whether a text can be the prefix of a namespace. */
export function isPrefix(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u.test(text);
}

function childrenOf(metadata: string | undefined): XmlElement[] {
  return metadata === undefined ? [] : parse(metadata).root.children.filter(isElement);
}

/** A default namespace is told by the attribute: the parser resolves prefixes only. */
function namespaceOf({ name, attributes }: XmlElement): string | undefined {
  return name.uri ?? attributes.xmlns;
}

function parseElement(xml: string): XmlElement {
  const root = /<([^\s!?/>]+)/.exec(xml)?.[1] ?? "metadata";
  return readDocument(xml, (reader) => reader.element, { root, unknown: "ignore", about: ABOUT });
}

function prefixed(element: XmlElement, uri: string, key: string): XmlElement {
  const whole = mapElements(
    element,
    (each) =>
      each.name.prefix === undefined && each.attributes.xmlns === undefined
        ? { ...each, name: { raw: `${key}:${each.name.local}`, local: each.name.local, prefix: key, uri } }
        : each,
  );
  return { ...whole, attributes: { [`xmlns:${key}`]: uri, ...whole.attributes } };
}

function unprefixed(element: XmlElement, uri: string): XmlElement {
  const whole = mapElements(
    element,
    (each) => namespaceOf(each) === uri ? { ...each, name: { raw: each.name.local, local: each.name.local } } : each,
  );
  const attributes = Object.fromEntries(
    Object.entries(whole.attributes).filter(([name, value]) => !(/^xmlns(:|$)/.test(name) && value === uri)),
  );
  return { ...whole, attributes };
}

function mapElements(element: XmlElement, change: (element: XmlElement) => XmlElement): XmlElement {
  const children = element.children.map((child) => isElement(child) ? mapElements(child, change) : child);
  return change({ ...element, children });
}
