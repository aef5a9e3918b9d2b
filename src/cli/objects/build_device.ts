/**
 * Documents of devices from words of the command line.
 *
 * @module
 */

import { escapeXml } from "../../conf/xml/xml_writer.ts";
import type { Words } from "./words.ts";

/** `<disk>` of what attach-disk was told. */
export function buildDisk(words: Words): string {
  const type = words.text("sourcetype") ?? (words.required("source").startsWith("/dev/") ? "block" : "file");
  const device = words.text("type") ?? "disk";
  const driver = attributes({
    name: words.text("driver"),
    type: words.text("subdriver"),
    iothread: words.text("iothread"),
    cache: words.text("cache"),
    io: words.text("io"),
  });
  const mode = words.text("mode");
  const source = attributes({ [type === "block" ? "dev" : "file"]: words.required("source") || undefined });
  return [
    `<disk${attributes({ type, device })}>`,
    ...(driver === "" ? [] : [`  <driver${driver}/>`]),
    ...(source === "" ? [] : [`  <source${source}/>`]),
    `  <target${attributes({ dev: words.required("target"), bus: words.text("targetbus") })}/>`,
    ...(mode === undefined ? [] : [`  <${mode}/>`]),
    ...element("serial", words.text("serial")),
    ...alias(words),
    ...element("wwn", words.text("wwn")),
    "</disk>\n",
  ].join("\n");
}

/** `<interface>` of what attach-interface was told. */
export function buildInterface(words: Words): string {
  const type = words.required("type");
  const place = { network: "network", bridge: "bridge", direct: "dev" }[type] ?? "dev";
  return [
    `<interface${attributes({ type })}>`,
    `  <source${attributes({ [place]: words.required("source"), mode: words.text("source-mode") })}/>`,
    ...one("target", "dev", words.text("target")),
    ...one("mac", "address", words.text("mac")),
    ...one("script", "path", words.text("script")),
    ...one("model", "type", words.text("model")),
    ...alias(words),
    "</interface>\n",
  ].join("\n");
}

function alias(words: Words): string[] {
  return one("alias", "name", words.text("alias"));
}

function one(name: string, attribute: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`  <${name}${attributes({ [attribute]: text })}/>`];
}

function element(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`  <${name}>${escapeXml(text)}</${name}>`];
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values).map(([name, text]) => text === undefined ? "" : ` ${name}='${escapeXml(text)}'`).join(
    "",
  );
}
