/**
 * `<node>`, the file of a test hypervisor: libvirt's elements, and a script of our own.
 *
 * @module
 */

import { isElement, type XmlElement } from "@std/xml";
import { dumpElement } from "../../conf/xml/dump_element.ts";
import { DOMAIN_STATES } from "../../model/domain_state.ts";
import { wordOf } from "../../base/number_table.ts";
import { VirtError } from "../../model/error.ts";
import type { NodeInfo } from "../contract.ts";
import { DEFAULT_INFO } from "./default_node.ts";
import type { NodeDocument, NodeDomain, NodePool, NodeUser } from "./node_document.ts";
import { parseScript } from "./parse_script.ts";

/** The namespace in which libvirt says how a guest of a test hypervisor begins. */
export const TEST_NAMESPACE = "http://libvirt.org/schemas/domain/test/1.0";

/** libvirt's longest name of a processor, without the byte that ends it. */
const MODEL_LENGTH = 31;

/** Reads the element; what was in files of its own has been put into it before. */
export function parseNode(node: XmlElement): NodeDocument {
  return {
    info: parseInfo(node),
    cells: [],
    domains: childrenOf(node, "domain").map((domain) => parseDomain(domain, dumper(node))),
    networks: textsOf(node, "network"),
    interfaces: textsOf(node, "interface"),
    pools: childrenOf(node, "pool").map((pool) => parsePool(pool, dumper(node))),
    devices: textsOf(node, "device"),
    secrets: textsOf(node, "secret"),
    networkFilters: textsOf(node, "filter"),
    users: childrenOf(node, "auth").flatMap((auth) => childrenOf(auth, "user")).map(parseUser),
    script: parseScript(node),
  };
}

/** The element's children of a name, whatever namespace they are in. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).filter((child) => child.name.local === name);
}

function textsOf(node: XmlElement, name: string): string[] {
  return childrenOf(node, name).map(dumper(node));
}

type Dumper = (element: XmlElement) => string;

/** Writes what is in the node as a document of its own, with the namespaces that the node declares. */
function dumper({ attributes }: XmlElement): Dumper {
  const namespace = (prefix: string): string | undefined => attributes[prefix === "" ? "xmlns" : `xmlns:${prefix}`];
  return (element) => dumpElement(element, { namespace });
}

function parseInfo(node: XmlElement): NodeInfo {
  const cpu = childrenOf(node, "cpu")[0];
  const number = (name: keyof NodeInfo | "active"): number | undefined => numberOf(cpu, name, `cpu ${name}`);
  const shape = {
    nodes: number("nodes") ?? DEFAULT_INFO.nodes,
    sockets: number("sockets") ?? DEFAULT_INFO.sockets,
    cores: number("cores") ?? DEFAULT_INFO.cores,
    threads: number("threads") ?? DEFAULT_INFO.threads,
  };
  const cpus = shape.cores * shape.threads * shape.sockets * shape.nodes;
  const model = textOf(cpu, "model") ?? DEFAULT_INFO.model;
  if (model.length > MODEL_LENGTH) {
    throw new VirtError("VIR_ERR_INTERNAL_ERROR", `Model ${model} too big for destination`, {
      domain: "VIR_FROM_TEST",
      hint: `Give the model at most ${MODEL_LENGTH} characters`,
    });
  }
  return {
    model,
    memory: numberOf(node, "memory", "memory") ?? DEFAULT_INFO.memory,
    cpus: Math.min(number("active") ?? cpus, cpus),
    mhz: number("mhz") ?? DEFAULT_INFO.mhz,
    ...shape,
  };
}

function numberOf(parent: XmlElement | undefined, name: string, title: string): number | undefined {
  const text = textOf(parent, name);
  if (text === undefined) return undefined;
  const value = /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) throw malformed(`invalid node ${title} value`);
  return value;
}

function textOf(parent: XmlElement | undefined, name: string): string | undefined {
  const found = parent === undefined ? undefined : childrenOf(parent, name)[0];
  return found?.children.map((child) => child.type === "text" ? child.text : "").join("");
}

function parseDomain(element: XmlElement, dump: Dumper): NodeDomain {
  const own = element.children.filter(isElement).filter((child) => child.name.uri === TEST_NAMESPACE);
  const find = (name: string): XmlElement | undefined => own.find((child) => child.name.local === name);
  const runstate = find("runstate");
  const state = runstate === undefined ? "running" : parseState(runstate);
  const transient = find("transient") !== undefined;
  const hasManagedSave = find("hasmanagedsave") !== undefined;
  if (transient && state === "shutoff") throw malformed("transient domain cannot have runstate 'shutoff'");
  if (hasManagedSave && state !== "shutoff") {
    throw malformed("domain with managedsave data can only have runstate 'shutoff'");
  }
  const rest = { ...element, children: element.children.filter((child) => !own.includes(child as XmlElement)) };
  return {
    xml: dump(rest),
    state,
    transient,
    hasManagedSave,
    snapshots: own.filter((child) => child.name.local === "domainsnapshot").map((child) => dump(plain(child))),
  };
}

function parseState(element: XmlElement): NodeDomain["state"] {
  const text = element.children.map((child) => child.type === "text" ? child.text : "").join("").trim();
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number)) throw malformed("invalid runstate");
  const state = wordOf(DOMAIN_STATES, number);
  if (state === undefined) throw malformed(`runstate '${number}' out of range'`);
  return state;
}

/** The element without its prefix, as a document of its own. */
function plain(element: XmlElement): XmlElement {
  const { local } = element.name;
  return { ...element, name: { raw: local, local } };
}

function parsePool(element: XmlElement, dump: Dumper): NodePool {
  const volumes = childrenOf(element, "volume");
  const rest = { ...element, children: element.children.filter((child) => !volumes.includes(child as XmlElement)) };
  return { xml: dump(rest), volumes: volumes.map(dump) };
}

function parseUser(element: XmlElement): NodeUser {
  const name = element.children.map((child) => child.type === "text" ? child.text : "").join("");
  if (name === "") throw malformed("missing username in /node/auth/user field");
  const { password } = element.attributes;
  return password === undefined ? { name } : { name, password };
}

function malformed(detail: string): VirtError {
  return new VirtError("VIR_ERR_XML_ERROR", detail, {
    domain: "VIR_FROM_TEST",
    hint: "Correct the file that describes the hypervisor",
  });
}
