/**
 * `<disks>` of what snapshot-create-as and checkpoint-create-as are told of disks.
 *
 * @module
 */

import { escapeXml } from "../../conf/xml/xml_writer.ts";
import { UsageError } from "../failure.ts";

/** Options of a disk that become attributes of it. */
const ATTRIBUTES = ["snapshot", "checkpoint", "bitmap"];

/** Builds the element from texts such as `vda,snapshot=external,file=/a,,b`; two commas stand for one. */
export function buildDiskSpecs(specs: readonly string[], kind: "snapshot" | "checkpoint"): string {
  if (specs.length === 0) return "";
  return `  <disks>\n${specs.map((spec) => buildDisk(spec, kind)).join("")}  </disks>\n`;
}

function buildDisk(spec: string, kind: "snapshot" | "checkpoint"): string {
  const [name = "", ...parts] = spec.replaceAll(",,", "\0").split(",").map((part) => part.replaceAll("\0", ","));
  const given = new Map(parts.map((part) => {
    const equals = part.indexOf("=");
    if (equals < 1) throw new UsageError(`"--diskspec" takes DISK,name=value, but got "${spec}"`);
    return [part.slice(0, equals), part.slice(equals + 1)] as const;
  }));
  const [file, driver, stype = "file"] = [given.get("file"), given.get("driver"), given.get("stype")];
  const attributes = ATTRIBUTES.map((key) => [key, given.get(key)] as const).filter(([, text]) => text !== undefined);
  const known = [...ATTRIBUTES, ...(kind === "snapshot" ? ["file", "driver", "stype"] : [])];
  const unknown = [...given.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined) throw new UsageError(`"--diskspec" knows ${known.join(", ")}, but not "${unknown}"`);
  const head = [["name", name] as const, ...attributes, ...(stype === "file" ? [] : [["type", stype] as const])]
    .map(([key, text]) => ` ${key}='${escapeXml(text ?? "")}'`).join("");
  const inner = (driver === undefined ? "" : `      <driver type='${escapeXml(driver)}'/>\n`) +
    (file === undefined ? "" : `      <source ${stype === "block" ? "dev" : "file"}='${escapeXml(file)}'/>\n`);
  return inner === "" ? `    <disk${head}/>\n` : `    <disk${head}>\n${inner}    </disk>\n`;
}
