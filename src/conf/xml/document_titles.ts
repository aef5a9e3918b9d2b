/**
 * What libvirt calls a document in the first words about one that is no XML, and where it says such an error comes
 * from. Programs tell by it what they have sent. Source: the answers of libvirt 9.0.
 *
 * @module
 */

import type { ErrorDomain } from "../../model/error_domain.ts";

/** What libvirt calls a document. */
export interface DocumentTitle {
  /** `(domain_definition)`. */
  readonly title: string;
  /** Where an error about it comes from. */
  readonly domain: ErrorDomain;
}

/** Documents by the name of their root. */
export const DOCUMENT_TITLES: Readonly<Record<string, DocumentTitle>> = {
  cpu: { title: "(CPU_definition)", domain: "VIR_FROM_CPU" },
  device: { title: "(node_device_definition)", domain: "VIR_FROM_NODEDEV" },
  domain: { title: "(domain_definition)", domain: "VIR_FROM_DOMAIN" },
  domainbackup: { title: "(domain_backup)", domain: "VIR_FROM_DOMAIN" },
  domaincheckpoint: { title: "(domain_checkpoint)", domain: "VIR_FROM_DOMAIN_CHECKPOINT" },
  domainsnapshot: { title: "(domain_snapshot)", domain: "VIR_FROM_DOMAIN_SNAPSHOT" },
  filter: { title: "(nwfilter_definition)", domain: "VIR_FROM_NWFILTER" },
  filterbinding: { title: "(nwfilterbinding_definition)", domain: "VIR_FROM_NWFILTER" },
  interface: { title: "(interface_definition)", domain: "VIR_FROM_INTERFACE" },
  network: { title: "(network_definition)", domain: "VIR_FROM_NETWORK" },
  networkport: { title: "(networkport_definition)", domain: "VIR_FROM_NETWORK" },
  pool: { title: "(storage_pool_definition)", domain: "VIR_FROM_STORAGE" },
  secret: { title: "(definition_of_secret)", domain: "VIR_FROM_SECRET" },
  source: { title: "(storage_source_specification)", domain: "VIR_FROM_STORAGE" },
  volume: { title: "(storage_volume_definition)", domain: "VIR_FROM_STORAGE" },
};

/** Any device of a guest. */
export const DEVICE_TITLE: DocumentTitle = { title: "(device_definition)", domain: "VIR_FROM_DOMAIN" };
