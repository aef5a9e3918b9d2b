/**
 * Domain documents as this hypervisor takes and gives them.
 *
 * @module
 */

import { type Domain, domain } from "../../conf/domain/document.ts";
import { type Acceptance, COMMON_STEPS, normalise } from "../../conf/domain/normalise/mod.ts";
import { formatShape, parseShape } from "../../conf/shape/mod.ts";
import type { DomainXmlFlags } from "../../model/domain_flags.ts";
import type { DomainRecord } from "./domain_record.ts";
import { ARCH } from "./emulators.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { nameInterfaces } from "./name_interfaces.ts";
import { parsing } from "./parsing.ts";

/** What libvirt's test hypervisor takes beyond what every hypervisor takes. */
const ACCEPTS: ReadonlySet<Acceptance> = new Set<Acceptance>([
  "memory-hotplug",
  "offline-vcpu-pin",
  "individual-vcpus",
  "user-alias",
  "firmware-autoselect",
  "net-model-string",
]);

/** How a document is read. */
export interface DefinitionOptions {
  /** Whether what the schema does not know is refused. @default {false} */
  readonly validate?: boolean;
}

/**
 * The definition that a text is, with all that libvirt adds to it.
 *
 * @throws VirtError where it is none
 */
export function parseDefinition(hypervisor: Hypervisor, xml: string, options: DefinitionOptions = {}): Domain {
  const unknown = options.validate ? "error" : "ignore";
  return completeDefinition(hypervisor, parsing("the domain", () => parseShape(domain, xml, { unknown, live: false })));
}

/** The text of a definition that nothing runs of. */
export function formatDomain(definition: Domain, { secure = false }: { readonly secure?: boolean } = {}): string {
  return formatShape(domain, definition, { live: false, secure });
}

/** The text of a guest's definition. */
export function formatDefinition(record: DomainRecord, flags: DomainXmlFlags): string {
  const { definition, stored, id } = record;
  const secure = flags.secure ?? false;
  if (flags.inactive || id === -1) return formatDomain(stored ?? definition, { secure });
  return formatShape(domain, { ...definition, id }, { live: true, secure });
}

/** A definition with all that libvirt adds to it. */
export function completeDefinition({ ids }: Hypervisor, definition: Domain): Domain {
  return nameInterfaces(normalise(definition, COMMON_STEPS, {
    newUuid: ids.uuid,
    newMac: ids.mac,
    defaultArch: ARCH,
    defaultVideo,
    accepts: ACCEPTS,
  }));
}

/** The graphics card that libvirt's test hypervisor gives where none is named. */
function defaultVideo({ os }: Domain): "xen" | "vga" | "cirrus" {
  if (os.type.type === "xen" || os.type.type === "linux") return "xen";
  return /^ppc64/.test(os.type.arch ?? "") ? "vga" : "cirrus";
}
