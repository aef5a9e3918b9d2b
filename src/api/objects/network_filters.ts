/**
 * The network filters of a connection.
 *
 * @module
 */

import type { NetworkFilterDefineFlags, NetworkFilterRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import { Section } from "../handle.ts";
import { NetworkFilter } from "./network_filter.ts";
import { NetworkFilterBindings } from "./network_filter_bindings.ts";

/** The network filters of a connection: `connection.networkFilters`. */
export class NetworkFilters extends Section {
  /** Which filter is bound to which device. */
  get bindings(): NetworkFilterBindings {
    return new NetworkFilterBindings(this.session);
  }

  /** Every filter (`virConnectListAllNWFilters`). */
  async list(options?: CallOptions): Promise<readonly NetworkFilter[]> {
    const found = await this.session.invoke("virConnectListAllNWFilters", "networkFilters", "list", [], options);
    return found.map((reference) => this.from(reference));
  }

  /** The filter with this name (`virNWFilterLookupByName`). Throws `VIR_ERR_NO_NWFILTER`. */
  async lookupByName(name: string, options?: CallOptions): Promise<NetworkFilter> {
    const call = "virNWFilterLookupByName";
    return this.from(await this.session.invoke(call, "networkFilters", "lookupByName", [name], options));
  }

  /** The filter with this UUID (`virNWFilterLookupByUUID`). Throws `VIR_ERR_NO_NWFILTER`. */
  async lookupByUuid(uuid: string, options?: CallOptions): Promise<NetworkFilter> {
    const key = checkUuid(uuid, { function: "virNWFilterLookupByUUIDString", domain: "VIR_FROM_NWFILTER" });
    const call = "virNWFilterLookupByUUID";
    return this.from(await this.session.invoke(call, "networkFilters", "lookupByUuid", [key], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a filter. */
  from(reference: NetworkFilterRef): NetworkFilter {
    return new NetworkFilter(this.session, reference);
  }

  /** Keeps a filter, and applies it wherever it is in use (`virNWFilterDefineXML`, `virNWFilterDefineXMLFlags`). */
  async define(xml: string, flags?: NetworkFilterDefineFlags, options?: CallOptions): Promise<NetworkFilter> {
    const call = flags === undefined ? "virNWFilterDefineXML" : "virNWFilterDefineXMLFlags";
    return this.from(await this.session.invoke(call, "networkFilters", "define", [xml, flags ?? {}], options));
  }
}
