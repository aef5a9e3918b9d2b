/**
 * An element as text again, laid out as libxml2 does when libvirt prints what it keeps unread: white space between
 * elements becomes indentation, and an element that holds text is left alone.
 *
 * @module
 */

import { isElement, type XmlElement, type XmlNode } from "@std/xml";

/** How an element is dumped. */
export interface DumpOptions {
  /** What stands before the element, and before each line below it. @default {""} */
  readonly indent?: string;
  /** What a prefix is bound to outside of the element. */
  readonly namespace?: (prefix: string) => string | undefined;
}

/** The element as text, without a line break at its end; namespaces it takes from outside are declared on it. */
export function dumpElement(element: XmlElement, { indent = "", namespace }: DumpOptions = {}): string {
  const outside: Record<string, string> = {};
  for (const prefix of namespace === undefined ? [] : freePrefixes(element, new Set())) {
    const uri = namespace?.(prefix);
    if (uri !== undefined) outside[prefix === "" ? "xmlns" : `xmlns:${prefix}`] = uri;
  }
  return dump({ ...element, attributes: { ...outside, ...element.attributes } }, indent);
}

function dump(element: XmlElement, indent: string | undefined): string {
  const name = element.name.raw;
  const head = `<${name}${dumpAttributes(element.attributes)}`;
  const children = withoutBlanks(element.children);
  if (children.length === 0) return `${head}/>`;
  const inner = indent === undefined || children.some(isTextual) ? undefined : `${indent}  `;
  const body = children.map((node) => isElement(node) ? dump(node, inner) : dumpText(node));
  if (inner === undefined) return `${head}>${body.join("")}</${name}>`;
  return `${head}>${body.map((line) => `\n${inner}${line}`).join("")}\n${indent}</${name}>`;
}

/** Namespaces come before attributes. */
function dumpAttributes(attributes: Readonly<Record<string, string>>): string {
  const names = Object.keys(attributes);
  const isNamespace = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");
  const ordered = [...names.filter(isNamespace), ...names.filter((name) => !isNamespace(name))];
  return ordered.map((name) => ` ${name}="${escape(attributes[name] ?? "", true)}"`).join("");
}

function dumpText(node: Exclude<XmlNode, XmlElement>): string {
  if (node.type === "comment") return `<!--${node.text}-->`;
  return node.type === "cdata" ? `<![CDATA[${node.text}]]>` : escape(node.text, false);
}

/** White space between elements goes, unless the element begins or ends with text. */
function withoutBlanks(children: readonly XmlNode[]): readonly XmlNode[] {
  const isBlank = (node: XmlNode): boolean => node.type === "text" && /^[ \t\n\r]*$/.test(node.text);
  if (children.every((node) => node.type === "text")) return children;
  return children.some((node) => isTextual(node) && !isBlank(node))
    ? children
    : children.filter((node) => !isBlank(node));
}

function isTextual(node: XmlNode): boolean {
  return node.type === "text" || node.type === "cdata";
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
  "\r": "&#13;",
};

function escape(text: string, isAttribute: boolean): string {
  return text.replace(isAttribute ? /[&<>"\n\t\r]/g : /[&<>\r]/g, (found) => ESCAPES[found] ?? found);
}

/** Prefixes that are used in the element and declared outside of it. */
function freePrefixes(element: XmlElement, declared: ReadonlySet<string>): Set<string> {
  const known = new Set(declared);
  const used = [element.name.prefix ?? ""];
  for (const name of Object.keys(element.attributes)) {
    if (name === "xmlns") known.add("");
    else if (name.startsWith("xmlns:")) known.add(name.slice("xmlns:".length));
    else if (name.includes(":")) used.push(name.slice(0, name.indexOf(":")));
  }
  const free = new Set(used.filter((prefix) => prefix !== "xml" && !known.has(prefix)));
  for (const child of element.children) {
    if (isElement(child)) { for (const prefix of freePrefixes(child, known)) free.add(prefix); }
  }
  return free;
}
