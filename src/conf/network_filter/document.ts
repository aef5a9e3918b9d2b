/**
 * `<filter>`: rules about which traffic of a guest may pass.
 *
 * @module
 */

import { filterReference } from "../parts/filter_reference.ts";
import {
  attribute,
  child,
  element,
  type Fail,
  mapped,
  mixed,
  oneOf,
  type ShapeOf,
  string,
  textOf,
  uuid,
  type Value,
} from "../shape/mod.ts";
import type { ErrorTerms } from "../xml/document_error.ts";
import { traffic } from "./traffic.ts";

/** Anything that is no priority means the middle. */
const rulePriority: Value<number> = {
  parse: (text) => /^\s*[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= 1000 ? Number(text) : 500,
  format: String,
  schema: { type: "integer", minimum: -1000, maximum: 1000 },
  expected: "a whole number from -1000 to 1000",
};

const rule = {
  action: attribute("action", oneOf("drop", "accept", "reject", "return", "continue"), {
    required: true,
    ...wrong("VIR_ERR_CONFIG_UNSUPPORTED", "unknown rule action attribute value"),
    missing: wrong("VIR_ERR_INTERNAL_ERROR", "rule node requires action attribute"),
  }),
  direction: attribute("direction", oneOf("in", "out", "inout"), {
    required: true,
    ...wrong("VIR_ERR_CONFIG_UNSUPPORTED", "unknown rule direction attribute value"),
    missing: wrong("VIR_ERR_INTERNAL_ERROR", "rule node requires direction attribute"),
  }),
  priority: attribute("priority", rulePriority, { default: 500 }),
  stateMatch: mapped(attribute("statematch", string), {
    parse: (text = ""): false | undefined => text === "0" || text.toLowerCase() === "false" ? false : undefined,
    format: () => "false",
    schema: () => ({ type: "boolean" }),
  }),
  traffic,
};

const written = {
  name: attribute("name", string, {
    required: true,
    missing: wrong("VIR_ERR_INTERNAL_ERROR", "filter has no name"),
  }),
  chain: attribute("chain", string, { drop: [""] }),
  priority: mapped(attribute("priority", string, { drop: [""] }), {
    parse: (text, fail): number | undefined => text === undefined ? undefined : checkPriority(text, fail),
    format: String,
    schema: () => ({ type: "integer", minimum: -1000, maximum: 1000 }),
  }),
  uuid: child("uuid", textOf(uuid, wrong("VIR_ERR_XML_ERROR", "malformed uuid element"))),
  entries: mixed("element", {
    rule,
    filterref: filterReference(wrong("VIR_ERR_INTERNAL_ERROR", "rule node requires action attribute")),
  }),
};

type Written = ShapeOf<typeof written>;

/** A network filter as an object; also its JSON form. */
export type NetworkFilter = Omit<Written, "chain" | "priority"> & {
  readonly chain: string;
  /** Where the chain is among others; left out where it is 0. */
  readonly priority?: number;
};

/** A network filter's document. */
export const networkFilter = element(
  "filter",
  mapped(written, { parse: checked, format: (value): Written => value }),
  { empty: "block" },
);

/** The kinds of chain with the priority each has by itself; a longer name is of the kind it starts with. */
const CHAINS = { root: 0, mac: -800, vlan: -750, stp: 0, arp: -500, rarp: -400, ipv4: -700, ipv6: -600 } as const;

function checked({ name, chain, priority, ...value }: Written, fail: Fail): NetworkFilter {
  const own = chain === undefined ? 0 : priority ?? CHAINS[kindOf(chain, fail)];
  return { name, chain: chain ?? "root", ...(own === 0 ? {} : { priority: own }), ...value };
}

function checkPriority(text: string, fail: Fail): number {
  if (!/^\s*[+-]?\d{1,10}$/.test(text)) {
    fail("no number", wrong("VIR_ERR_INVALID_ARG", `Could not parse chain priority '${text}'`));
  }
  const priority = Number(text);
  if (Math.abs(priority) <= 1000) return priority;
  return fail("too far", wrong("VIR_ERR_INVALID_ARG", `Priority '${priority}' is outside valid range of [-1000,1000]`));
}

function kindOf(chain: string, fail: Fail): keyof typeof CHAINS {
  if (chain.length > 12) {
    fail("too long a name", wrong("VIR_ERR_INVALID_ARG", "Name of chain is longer than 12 characters"));
  }
  if (!/^[\w.:-]*$/.test(chain)) {
    fail("a bad character", wrong("VIR_ERR_INVALID_ARG", "Chain name contains invalid characters"));
  }
  const kinds = Object.keys(CHAINS) as (keyof typeof CHAINS)[];
  const kind = kinds.find((each) => each === "root" ? chain === each : chain.startsWith(each));
  if (kind !== undefined) return kind;
  const prefixes = kinds.filter((each) => each !== "root").join(", ");
  const please = `Please use a chain name called 'root' or any of the following prefixes: ${prefixes}`;
  return fail("no such chain", wrong("VIR_ERR_INVALID_ARG", `Invalid chain name '${chain}'. ${please}`));
}

function wrong(code: NonNullable<ErrorTerms["code"]>, detail: string): ErrorTerms {
  return { code, domain: "VIR_FROM_NWFILTER", detail };
}
