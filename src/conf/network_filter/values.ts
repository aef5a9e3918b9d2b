/**
 * What the attributes of a filter's rules may hold: each kind takes a text and answers its canonical form, or undefined.
 *
 * @module
 */

import { formatIpAddress, maskPrefix, parseIpAddress } from "../../base/ip_address.ts";
import { mac } from "../shape/mod.ts";

/** A kind of value. */
export type RuleValue = (text: string) => string | undefined;

/** A number up to the bound; one with letters is hexadecimal and stays so. */
export function number(max: number, { min = 0, decimalOnly = false }: NumberOptions = {}): RuleValue {
  return (text) => {
    const decimal = /^\s*\+?\d+$/.test(text) ? Number(text) : NaN;
    const digits = /^(?:0[xX])?([0-9a-fA-F]+)$/.exec(text)?.[1];
    const within = (value: number): boolean => value >= min && value <= max;
    if (decimal <= max) return within(decimal) ? String(decimal) : undefined;
    const hex = decimalOnly || digits === undefined ? NaN : Number.parseInt(digits, 16);
    return within(hex) ? `0x${hex.toString(16)}` : undefined;
  };
}

/** How a number is read. */
export interface NumberOptions {
  readonly min?: number;
  /** Takes no hexadecimal. */
  readonly decimalOnly?: boolean;
}

/** A number that has names: the name is the canonical form. */
export function named(names: Readonly<Record<string, number>>, value: RuleValue, as?: "decimal"): RuleValue {
  const entries = Object.entries(names);
  return (text) => {
    const canonical = value(text);
    if (canonical === undefined) return entries.find(([name]) => name.toLowerCase() === text.toLowerCase())?.[0];
    const name = entries.find(([, number]) => number === Number(canonical))?.[0];
    return name ?? (as === "decimal" ? String(Number(canonical)) : canonical);
  };
}

/** An address of six bytes. */
export function macAddress(text: string): string | undefined {
  return mac.parse(text);
}

/** Six bytes: ones, then zeros. */
export function macMask(text: string): string | undefined {
  const canonical = mac.parse(text);
  if (canonical === undefined) return undefined;
  const bits = canonical.split(":").map((pair) => Number.parseInt(pair, 16).toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(bits) ? canonical : undefined;
}

/** An IP address of the family. */
export function ipAddress(family: 4 | 6): RuleValue {
  return (text) => {
    const address = parseIpAddress(text);
    return address?.family === family ? formatIpAddress(address) : undefined;
  };
}

/** A mask, written as the number of its leading ones. */
export function ipMask(family: 4 | 6): RuleValue {
  return (text) => {
    if (/^\s*\+?\d+$/.test(text)) return Number(text) <= (family === 4 ? 32 : 128) ? String(Number(text)) : undefined;
    const address = parseIpAddress(text);
    const prefix = address?.family === family ? maskPrefix(address) : undefined;
    return prefix === undefined ? undefined : String(prefix);
  };
}

/** A text for people; the end of a long one is lost. */
export function comment(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= 256 ? text : new TextDecoder().decode(bytes.subarray(0, 256)).replace(/\ufffd+$/, "");
}

/** Any word but three is false. */
export function truth(text: string): string {
  return ["true", "1", "yes"].includes(text) ? "true" : "false";
}

/** Several of some words, in the order of the table; with `NONE` nothing else counts. */
export function connectionStates(text: string): string | undefined {
  const found = words(text, ["NEW", "ESTABLISHED", "RELATED", "INVALID", "NONE"]);
  if (found === undefined) return undefined;
  return found.includes("NONE") ? "NONE" : found.join(",");
}

const TCP_FLAGS = ["FIN", "SYN", "RST", "PSH", "ACK", "URG"];

/** Which flags of TCP are looked at, and which of them are set: `SYN,ACK/SYN`. */
export function tcpFlags(text: string): string | undefined {
  const [mask, flags, ...rest] = text.split("/");
  if (mask === undefined || flags === undefined || rest.length > 0) return undefined;
  const [looked, set] = [tcpFlagList(mask), tcpFlagList(flags)];
  return looked === undefined || set === undefined ? undefined : `${looked}/${set}`;
}

function tcpFlagList(text: string): string | undefined {
  const found = words(text, [...TCP_FLAGS, "ALL", "NONE"]);
  if (found === undefined) return undefined;
  const set = TCP_FLAGS.filter((flag) => found.includes("ALL") || found.includes(flag));
  return set.length === 0 ? "NONE" : set.length === TCP_FLAGS.length ? "ALL" : set.join(",");
}

/** The words in a text, in the order of the list; they may be separated by commas and white space. */
function words(text: string, known: readonly string[]): string[] | undefined {
  const found = new Set<string>();
  let rest = text.replace(/^[\s,]+/, "");
  while (rest !== "") {
    const word = known.find((each) => rest.toUpperCase().startsWith(each));
    if (word === undefined) return undefined;
    found.add(word);
    rest = rest.slice(word.length).replace(/^[\s,]+/, "");
  }
  return known.filter((word) => found.has(word));
}

/** The name of a set of addresses. */
export function setName(text: string): string | undefined {
  return /^[\w.:+ -]{0,31}$/.test(text) ? text : undefined;
}

/** Up to six directions in which a set is looked up. */
export function setFlags(text: string): string | undefined {
  return /^(src|dst)(,(src|dst)){0,5}$/i.test(text) ? text.toLowerCase() : undefined;
}

/** A variable, `$IP` or `$IP[@1]`, without the dollar sign. */
export function variable(text: string): string | undefined {
  if (/^\w*$/.test(text)) return text;
  const [, name = "", at = "", index = ""] = /^(\w*)\[\s*(@?)\s*\+?(\d{1,10})\s*\]/.exec(text) ?? [];
  if (index === "" || Number(index) > (at === "" ? 0xffff_ffff : 1000)) return undefined;
  return at !== "" && Number(index) === 0 ? name : `${name}[${at}${Number(index)}]`;
}
