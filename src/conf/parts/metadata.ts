/**
 * `<metadata>`: what programs note about an object, each in an XML namespace of its own.
 *
 * @module
 */

import { isElement, parse, type XmlElement } from "@std/xml";
import { dumpElement } from "../xml/dump_element.ts";

/** Only what is in a namespace, and only the first of each: what libvirt keeps. */
export function sanitizeMetadata(text: string): string {
  const { root } = parse(text);
  const seen = new Set<string>();
  const children = root.children.filter(isElement).filter((child) => {
    const uri = namespaceOf(child, root);
    if (uri === undefined || uri === "" || seen.has(uri)) return false;
    seen.add(uri);
    return true;
  });
  return dumpElement({ ...root, children });
}

function namespaceOf({ name, attributes }: XmlElement, parent: XmlElement): string | undefined {
  return name.prefix === undefined ? attributes["xmlns"] ?? parent.attributes["xmlns"] : name.uri;
}
