/**
 * `<dnsmasq:options>` of a network: lines that are put into dnsmasq's configuration as they are.
 *
 * @module
 */

import { TEXT } from "../json_schema.ts";
import type { Part } from "../shape/mod.ts";
import type { ElementReader } from "../xml/element_reader.ts";

const URI = "http://libvirt.org/schemas/network/dnsmasq/1.0";

/** The declaration of the namespace; its value says only that it is to be written. */
export const dnsmasqNamespace: Part<true | undefined> = {
  optional: true,
  read: () => undefined,
  write: (_, out) => out.attribute("xmlns:dnsmasq", URI),
  schema: () => ({ type: "boolean" }),
};

/** The lines. */
export const dnsmasqOptions: Part<readonly string[] | undefined> = {
  optional: true,
  read(reader): readonly string[] | undefined {
    const lines = inNamespace(reader, "options").flatMap((each) => inNamespace(each, "option")).map(valueOf);
    return lines.length === 0 ? undefined : lines;
  },
  write(lines, out): void {
    out.content((writer) =>
      writer.element("dnsmasq:options", {}, () => {
        for (const value of lines) writer.element("dnsmasq:option", { value });
      })
    );
  },
  schema: () => ({ type: "array", items: TEXT }),
};

function inNamespace(reader: ElementReader, name: string): ElementReader[] {
  return reader.childrenOf((raw) => raw.endsWith(`:${name}`))
    .filter((each) => each.namespace(each.name.slice(0, -name.length - 1)) === URI);
}

function valueOf(reader: ElementReader): string {
  const detail = "No dnsmasq options value specified";
  return reader.attribute("value") ??
    reader.fail("the value is missing", "value", {
      code: "VIR_ERR_INTERNAL_ERROR",
      domain: "VIR_FROM_NETWORK",
      detail,
    });
}
