/**
 * A child that is kept as it is, namespaces included: `<metadata>`, and wherever the schema allows anything. Its value
 * is its XML text.
 *
 * @module
 */

import { parse } from "@std/xml";
import { TEXT } from "../json_schema.ts";
import { dumpElement } from "../xml/dump_element.ts";
import type { Part } from "./part.ts";

/** The child of this name as XML text, laid out as libvirt does. */
export function verbatim(name: string): Part<string | undefined> {
  return {
    optional: true,
    read(reader): string | undefined {
      const [found] = reader.children(name).map((child) => {
        child.ignoreRest();
        return dumpElement(child.element, { namespace: (prefix) => reader.namespace(prefix) });
      });
      return found;
    },
    write(text, out): void {
      const { root } = parse(text);
      out.content((writer) => writer.raw((indent) => dumpElement(root, { indent })));
    },
    schema: () => TEXT,
  };
}
