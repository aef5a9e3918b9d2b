/**
 * The name and UUID that a configuration gives its object: all that an access policy is told of what is not there yet.
 *
 * @module
 */

import { readDocument } from "../conf/xml/read_document.ts";
import { findStartTag } from "../conf/xml/scan_tags.ts";

/** Longer than any root element's name. */
const LONGEST_NAME = 64;

/** What a configuration calls its object. */
export interface NameInXml {
  readonly name?: string;
  readonly uuid?: string;
}

/** What the configuration calls its object; undefined where the text cannot be read, which its driver will refuse. */
export function nameInXml(xml: string): NameInXml | undefined {
  const start = findStartTag(xml, 0) ?? xml.length;
  const [, root] = /^<([^\s/>]+)/.exec(xml.slice(start, start + LONGEST_NAME)) ?? [];
  if (root === undefined) return undefined;
  try {
    return readDocument(xml, (element) => {
      const name = element.childText("name")?.trim();
      const uuid = element.childText("uuid")?.trim();
      return { ...(name === undefined ? {} : { name }), ...(uuid === undefined ? {} : { uuid }) };
    }, { root, unknown: "ignore" });
  } catch {
    return undefined;
  }
}
