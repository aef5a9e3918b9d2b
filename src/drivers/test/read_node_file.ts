/**
 * Reads the file of a test hypervisor, and the files it names.
 *
 * @module
 */

import { isElement, type XmlElement, type XmlNode } from "@std/xml";
import { dirname, isAbsolute, join } from "node:path/posix";
import { readDocument } from "../../conf/xml/read_document.ts";
import type { Files } from "../../host/host.ts";
import { VirtError } from "../../model/error.ts";
import type { NodeDocument } from "./node_document.ts";
import { parseNode } from "./parse_node.ts";
import { parsing } from "./parsing.ts";

/** Bytes of one file. */
const LIMIT = 16 * 1024 * 1024;

/** Elements that may stand in a file of their own, and which of their children may. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  domain: ["domainsnapshot"],
  network: [],
  interface: [],
  pool: ["volume"],
  device: [],
  secret: [],
  filter: [],
};

/**
 * The hypervisor that a file describes.
 *
 * @throws VirtError where a file cannot be read or is not what it should be
 */
export async function readNodeFile(path: string, files: Files): Promise<NodeDocument> {
  const node = await readElement(path, "node", files);
  const include = async (child: XmlNode): Promise<XmlNode> => {
    if (!isElement(child)) return child;
    const inner = INCLUDED[child.name.local];
    if (inner === undefined) return child;
    const whole = await replaced(child, path, files);
    const children = await inOrder(
      whole.children,
      (each) =>
        isElement(each) && inner.includes(each.name.local) ? replaced(each, path, files) : Promise.resolve(each),
    );
    return { ...whole, children };
  };
  return parseNode({ ...node, children: await inOrder(node.children, include) });
}

/** The element, or the one in the file that it names. */
async function replaced(element: XmlElement, path: string, files: Files): Promise<XmlElement> {
  const { file } = element.attributes;
  if (file === undefined) return element;
  const from = isAbsolute(file) ? file : join(dirname(path), file);
  const found = await readElement(from, element.name.local, files);
  // It stays in the namespace that says what it is for.
  return { ...found, name: element.name };
}

async function readElement(path: string, root: string, files: Files): Promise<XmlElement> {
  const text = await files.readText(path, { limit: LIMIT });
  if (text === undefined) {
    throw new VirtError("VIR_ERR_XML_ERROR", `failed to parse xml document '${path}'`, {
      domain: "VIR_FROM_XML",
      hint: `Is there a file ${path}? test:///default needs none`,
    });
  }
  return parsing(path, () => readDocument(text, (reader) => reader.element, { root, unknown: "ignore" }));
}

/** One after the other: a machine may have few file handles, and errors then come in the file's order. */
async function inOrder<T>(items: readonly T[], change: (item: T) => Promise<T>): Promise<T[]> {
  const changed: T[] = [];
  for (const item of items) changed.push(await change(item));
  return changed;
}
