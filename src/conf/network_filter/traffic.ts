/**
 * The elements in a rule that say which traffic it is about. Several of one protocol are one set of attributes, each
 * of which has to hold, or with `match='no'` not to.
 *
 * @module
 */

import { isElement } from "@std/xml";
import type { JsonSchema } from "../json_schema.ts";
import { TEXT } from "../json_schema.ts";
import type { ElementOut } from "../shape/element_out.ts";
import type { Part } from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import type { ElementReader } from "../xml/element_reader.ts";
import type { XmlAttributes } from "../xml/xml_writer.ts";
import { companionOf, keepsSets, PROTOCOLS, type RuleAttributes, type RuleProtocol } from "./protocols.ts";
import { variable } from "./values.ts";

/** Which traffic a rule is about. */
export interface Traffic {
  readonly protocol: RuleProtocol;
  /** What has to hold. */
  readonly is?: Readonly<Record<string, string>>;
  /** What must not. */
  readonly isNot?: Readonly<Record<string, string>>;
}

/** An attribute as it was found. */
interface Found {
  readonly value: string;
  readonly negated: boolean;
}

/** The part of a rule. */
export const traffic: Part<Traffic | undefined> = {
  optional: true,
  read(reader): Traffic | undefined {
    const protocol = reader.element.children.filter(isElement).map(({ name }) => name.raw).find(isProtocol);
    if (protocol === undefined) return undefined;
    const found = new Map<string, Found>();
    for (const each of reader.children(protocol)) readAttributes(each, PROTOCOLS[protocol], found);
    if (protocol === "ip" || protocol === "ipv6") checkPorts(reader, protocol, found);
    return toTraffic(protocol, found);
  },
  write: writeTraffic,
  schema: () => ({ anyOf: (Object.keys(PROTOCOLS) as RuleProtocol[]).map(schemaOf) }),
};

function isProtocol(name: string): name is RuleProtocol {
  return Object.hasOwn(PROTOCOLS, name);
}

/** Reads all of them before it complains, as libvirt does: the last mistake is the one that is told. */
function readAttributes(reader: ElementReader, attributes: RuleAttributes, found: Map<string, Found>): void {
  const negated = reader.attribute("match") === "no";
  let wrong: { readonly name: string; readonly text: string } | undefined;
  for (const [name, kind] of Object.entries(attributes)) {
    const text = reader.attribute(name);
    if (text === undefined) continue;
    const value = text.startsWith("$") ? prefixed(variable(text.slice(1))) : kind(text);
    if (value === undefined) wrong = { name, text };
    else found.set(name, { value, negated });
  }
  if (wrong === undefined) return;
  const detail = `${wrong.name} has illegal value ${wrong.text}`;
  reader.fail(`"${wrong.text}" cannot be the value of ${wrong.name}`, wrong.name, internal(detail));
}

function prefixed(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `$${name}`;
}

/** Ports belong to protocols that have them. */
function checkPorts(reader: ElementReader, protocol: "ip" | "ipv6", found: ReadonlyMap<string, Found>): void {
  const hasPorts = ["srcportstart", "srcportend", "dstportstart", "dstportend"].some((name) => found.has(name));
  const given = found.get("protocol")?.value ?? "";
  if (!hasPorts || ["tcp", "udp", "sctp"].includes(given) || Number(given) === 33) return;
  const need =
    "requires protocol specification with protocol to be either one of tcp(6), udp(17), dccp(33), or sctp(132)";
  const detail = `${protocol === "ip" ? "IP" : "IPv6"} rule with port specification ${need}`;
  reader.fail("ports need a protocol that has them", undefined, internal(detail));
}

function toTraffic(protocol: RuleProtocol, found: Map<string, Found>): Traffic {
  if (!keepsSets(protocol)) fixSets(found);
  const is: Record<string, string> = {};
  const isNot: Record<string, string> = {};
  for (const name of Object.keys(PROTOCOLS[protocol])) {
    const own = found.get(name);
    if (own === undefined) continue;
    const companion = companionOf(protocol, name);
    const negated = companion === undefined ? own.negated : found.get(companion)?.negated === true;
    (negated ? isNot : is)[name] = own.value;
  }
  return {
    protocol,
    ...(Object.keys(is).length === 0 ? {} : { is }),
    ...(Object.keys(isNot).length === 0 ? {} : { isNot }),
  };
}

/** libvirt 9.0 forgets a set that comes with flags, and gives `src` to one that comes without. */
function fixSets(found: Map<string, Found>): void {
  const set = found.get("ipset");
  if (set !== undefined && !found.has("ipsetflags")) {
    found.set("ipsetflags", { value: "src", negated: false });
    return;
  }
  found.delete("ipset");
  found.delete("ipsetflags");
}

/** A new element begins wherever what holds and what must not take turns. */
function writeTraffic({ protocol, is = {}, isNot = {} }: Traffic, out: ElementOut): void {
  const elements: Record<string, string>[] = [];
  let negatedBefore: boolean | undefined;
  for (const name of Object.keys(PROTOCOLS[protocol])) {
    const value = is[name] ?? isNot[name];
    if (value === undefined) continue;
    const negated = is[name] === undefined;
    if (negated !== negatedBefore) elements.push(negated ? { match: "no" } : {});
    const last = elements.at(-1);
    if (last !== undefined) last[name] = value;
    negatedBefore = negated;
  }
  if (elements.length === 0) elements.push({});
  out.content((writer) => {
    for (const attributes of elements) writer.element(protocol, attributes as XmlAttributes);
  });
}

function schemaOf(protocol: RuleProtocol): JsonSchema {
  const properties = Object.fromEntries(Object.keys(PROTOCOLS[protocol]).map((name) => [name, TEXT]));
  const attributes: JsonSchema = { type: "object", properties, unevaluatedProperties: false };
  return {
    type: "object",
    properties: { protocol: { const: protocol }, is: attributes, isNot: attributes },
    required: ["protocol"],
  };
}

function internal(detail: string): ErrorTerms {
  return { code: "VIR_ERR_INTERNAL_ERROR", domain: "VIR_FROM_NWFILTER", detail };
}
