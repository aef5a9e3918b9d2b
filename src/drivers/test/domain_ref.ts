/**
 * How a guest is named now.
 *
 * @module
 */

import type { DomainRef } from "../../model/object_refs.ts";
import type { DomainRecord } from "./domain_record.ts";

/** The reference that calls give and events carry. */
export function domainRef({ name, uuid, id }: DomainRecord): DomainRef {
  return { name, uuid, id };
}
