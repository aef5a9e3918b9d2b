/**
 * The methods of each part of the driver contract, read from its source: types leave nothing behind to ask.
 *
 * @module
 */

import { PART_NAMES, type PartName } from "../src/api/parts.ts";

/** The names of the methods of each part. */
export type ContractMethods = Readonly<Record<PartName, readonly string[]>>;

const FOLDER = new URL("../src/drivers/contract/", import.meta.url);

/** Reads the contract. Throws where a part has no interface there. */
export async function readContract(): Promise<ContractMethods> {
  const texts: string[] = [];
  for await (const entry of Deno.readDir(FOLDER)) {
    if (entry.name.endsWith(".ts")) texts.push(await Deno.readTextFile(new URL(entry.name, FOLDER)));
  }
  return methodsIn(texts.join("\n"));
}

/** The methods of each part in the text of the contract. */
export function methodsIn(text: string): ContractMethods {
  const interfaceOf = (part: PartName): string => {
    const member = { networkPorts: "ports", networkFilterBindings: "bindings" }[part as string] ?? part;
    const [, name] = new RegExp(`^  readonly ${member}\\?: (\\w+Part);`, "m").exec(text) ?? [];
    const [, body] = new RegExp(`^export interface ${name} \\{\n(.*?)^\\}`, "ms").exec(text) ?? [];
    if (body === undefined) throw new Error(`The contract has no interface for ${part}`);
    return body;
  };
  const methods = PART_NAMES.map((part) => {
    const found = interfaceOf(part).matchAll(/^ {2}(\w+)\??(?:\(|: Set\w*Parameters;)/gm);
    return [part, [...found].map(([, name]) => name)];
  });
  return Object.fromEntries(methods) as ContractMethods;
}
