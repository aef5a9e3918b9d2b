/**
 * Elements of other hypervisors, which a driver does not look at.
 *
 * @module
 */

import { sanitizeMetadata } from "../../parts/metadata.ts";
import type { Domain } from "../document.ts";
import type { NormaliseContext } from "./step.ts";

/** Drops what is in the namespaces of other hypervisors. */
export function keepOwnNamespace(domain: Domain, { namespace }: NormaliseContext): Domain {
  const { qemu, lxc, xen, bhyve, vmware, ...rest } = domain;
  const all = { qemu, lxc, xen, bhyve, vmware };
  const own = namespace === undefined ? undefined : all[namespace];
  return (namespace === undefined || own === undefined ? rest : { ...rest, [namespace]: own }) as Domain;
}

/** Keeps of the metadata what can be told apart. */
export function completeMetadata(domain: Domain): Domain {
  return domain.metadata === undefined ? domain : { ...domain, metadata: sanitizeMetadata(domain.metadata) };
}
