/**
 * What a guest is called: a UUID and a generation id where they are missing, and no name that is a path.
 *
 * @module
 */

import type { Domain } from "../document.ts";
import { type NormaliseContext, refuse } from "./step.ts";

/** Gives a UUID, and a generation id where one was asked for without saying which. */
export function giveIds(domain: Domain, { newUuid }: NormaliseContext): Domain {
  const uuid = domain.uuid ?? newUuid();
  return { ...domain, uuid, ...(domain.genid === "" ? { genid: newUuid() } : {}) };
}

/** Refuses names that could not be the name of a file. */
export function refuseSlash(domain: Domain, { accepts }: NormaliseContext): Domain {
  if (!accepts.has("name-slash") && domain.name.includes("/")) refuse(`name ${domain.name} cannot contain '/'`);
  return domain;
}
