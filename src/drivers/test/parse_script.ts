/**
 * `<script>` in the file of a test hypervisor: calls that fail and calls that take long.
 *
 * @module
 */

import { isElement, type XmlElement } from "@std/xml";
import { VirtError } from "../../model/error.ts";
import { ERROR_CODES, type ErrorCode } from "../../model/error_code.ts";
import { ERROR_DOMAINS, type ErrorDomain } from "../../model/error_domain.ts";
import type { NodeScript } from "./node_document.ts";
import type { ScriptedFailure, ScriptRule } from "./script.ts";

/** The namespace of what libvirt's files do not have. */
export const SCRIPT_NAMESPACE = "urn:innkeeper:test:1";

/** The attributes of a `<call>`. */
const ATTRIBUTES = ["name", "object", "nth", "delay", "job", "code", "domain", "message"];

/** The longest that a script lets anybody wait, in milliseconds: a day. */
const MAX_WAIT = 24 * 60 * 60 * 1000;

/** The rules of a `<node>`; none where it has no script. */
export function parseScript(node: XmlElement): NodeScript {
  const script = node.children.filter(isElement).find((child) =>
    child.name.local === "script" && (child.name.uri ?? child.attributes.xmlns) === SCRIPT_NAMESPACE
  );
  if (script === undefined) return { rules: [] };
  const seed = numberOf(script, "seed", 2 ** 32 - 1);
  const clock = clockOf(script);
  return {
    rules: script.children.filter(isElement).map(parseCall),
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { clock }),
  };
}

function parseCall(element: XmlElement): ScriptRule {
  if (element.name.local !== "call") throw refuse(`<${element.name.raw}> is unknown, write <call>`);
  const { name, object } = element.attributes;
  for (const each of Object.keys(element.attributes)) {
    if (!ATTRIBUTES.includes(each) && !each.startsWith("xmlns")) throw refuse(`<call> has no attribute "${each}"`);
  }
  if (name === undefined || !/^vir[A-Za-z]+$/.test(name)) throw refuse("<call> needs the name of a libvirt function");
  const nth = numberOf(element, "nth", Number.MAX_SAFE_INTEGER);
  const delayMs = numberOf(element, "delay", MAX_WAIT);
  const jobMs = numberOf(element, "job", MAX_WAIT);
  const fail = failureOf(element);
  return {
    call: name,
    ...(object === undefined ? {} : { object }),
    ...(nth === undefined ? {} : { nth }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(jobMs === undefined ? {} : { jobMs }),
    ...(fail === undefined ? {} : { fail }),
  };
}

function failureOf({ attributes: { code, domain, message } }: XmlElement): ScriptedFailure | undefined {
  if (code === undefined) return undefined;
  if (!Object.hasOwn(ERROR_CODES, code)) throw refuse(`"${code}" is no error code of libvirt`);
  if (domain !== undefined && !(ERROR_DOMAINS as readonly string[]).includes(domain)) {
    throw refuse(`"${domain}" is no error domain of libvirt`);
  }
  return {
    code: code as ErrorCode,
    ...(message === undefined ? {} : { message }),
    ...(domain === undefined ? {} : { domain: domain as ErrorDomain }),
  };
}

function clockOf({ attributes: { clock } }: XmlElement): number | undefined {
  if (clock === undefined) return undefined;
  const time = Date.parse(clock);
  if (Number.isNaN(time)) throw refuse(`"${clock}" is no time: write 2030-01-31T12:00:00Z`);
  return time;
}

function numberOf({ attributes }: XmlElement, name: string, max: number): number | undefined {
  const text = attributes[name];
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!(value <= max)) throw refuse(`"${text}" is no ${name} from 0 to ${max}`);
  return value;
}

function refuse(problem: string): VirtError {
  return new VirtError("VIR_ERR_XML_ERROR", `the script of the test hypervisor: ${problem}`, {
    domain: "VIR_FROM_TEST",
    hint: "src/drivers/test/README.md shows a script",
  });
}
