/**
 * CPUs in files of several kinds.
 *
 * @module
 */

import { dumpElement } from "../../conf/xml/dump_element.ts";
import type { ElementReader } from "../../conf/xml/element_reader.ts";
import { readDocument } from "../../conf/xml/read_document.ts";
import { CliError } from "../failure.ts";

/** Every `<cpu>` of a text: alone, in a guest's document, or in capabilities; one document may follow the other. */
export function cpusIn(text: string): readonly string[] {
  const whole = `<container>${text.replace(/<\?xml[^>]*\?>/g, "")}</container>`;
  const found = readDocument(whole, (root) => root.elements().flatMap(cpusOf), { unknown: "ignore" });
  if (found.length === 0) throw new CliError("The file has no element <cpu>, and no document with one");
  return found;
}

function cpusOf(reader: ElementReader): string[] {
  const name = reader.element.name.raw;
  if (name === "cpu") return [dumpElement(reader.element)];
  if (name === "domain") return (reader.children("cpu")).map(({ element }) => dumpElement(element));
  if (name === "capabilities") {
    return (reader.child("host")?.children("cpu") ?? []).map(({ element }) => dumpElement(element));
  }
  if (name !== "domainCapabilities") return [];
  const modes = reader.child("cpu")?.children("mode") ?? [];
  const model = modes.find((mode) => mode.attribute("name") === "host-model");
  return model === undefined
    ? []
    : [dumpElement({ ...model.element, name: { raw: "cpu", local: "cpu" }, attributes: {} })];
}
