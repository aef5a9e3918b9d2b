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
  const all = verbatims(name);
  return {
    optional: true,
    read: (reader, context) => all.read(reader, context)?.[0],
    write: (text, out) => all.write([text], out),
    schema: () => TEXT,
  };
}

/** Every child of this name as XML text. */
export function verbatims(name: string): Part<readonly string[] | undefined> {
  return {
    optional: true,
    read(reader): readonly string[] | undefined {
      const texts = reader.children(name).map((found) => {
        found.ignoreRest();
        return dumpElement(found.element, { namespace: (prefix) => reader.namespace(prefix) });
      });
      return texts.length === 0 ? undefined : texts;
    },
    write(texts, out): void {
      for (const text of texts) {
        const { root } = parse(text);
        out.content((writer) => writer.raw((indent) => dumpElement(root, { indent })));
      }
    },
    schema: () => ({ type: "array", items: TEXT }),
  };
}
