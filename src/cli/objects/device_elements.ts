/**
 * The device elements of a guest's document, as they are written there: to show them, and to name one that goes.
 *
 * @module
 */

import type { Domain } from "../../api/mod.ts";
import { dumpElement } from "../../conf/xml/dump_element.ts";
import { readDocument } from "../../conf/xml/read_document.ts";

/** One element below `<devices>`. */
export interface DeviceElement {
  /** `disk`, `interface`, … */
  readonly name: string;
  /** Its attributes, and those of its children as `source/file`. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** The element as XML. */
  readonly xml: string;
}

/** Gives the devices of one name, in their order. */
export async function devicesOf(domain: Domain, name: string, inactive = false): Promise<readonly DeviceElement[]> {
  const xml = await domain.getXml(inactive ? { inactive: true } : {});
  return readDocument(xml, (root) => {
    const found = root.child("devices")?.children(name) ?? [];
    return found.map((reader) => ({
      name,
      attributes: Object.fromEntries([
        ...Object.entries(reader.element.attributes),
        ...reader.elements().flatMap(({ element }) =>
          Object.entries(element.attributes).map(([key, text]) => [`${element.name.raw}/${key}`, text] as const)
        ),
      ]),
      xml: `${dumpElement(reader.element)}\n`,
    }));
  }, { unknown: "ignore" });
}
