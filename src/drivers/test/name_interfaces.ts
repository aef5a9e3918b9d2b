/**
 * The names on the host that network cards get which have none.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import { interfacesOf } from "./devices_of.ts";

/** Gives every card without a name the first of `testnet0`, `testnet1`, … that no card has. */
export function nameInterfaces(definition: Domain): Domain {
  const given = interfacesOf(definition);
  const names = new Set(given.map(({ target }) => target?.dev));
  if (!names.has(undefined)) return definition;
  const interfaces = given.map((each) => ({
    ...each,
    target: { ...each.target, dev: each.target?.dev ?? freeName(names) },
  }));
  return { ...definition, devices: { ...definition.devices, interfaces } };
}

function freeName(taken: Set<string | undefined>): string {
  let number = 0;
  while (taken.has(`testnet${number}`)) number++;
  const name = `testnet${number}`;
  taken.add(name);
  return name;
}
