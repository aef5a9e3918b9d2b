/**
 * The bindings of network filters to devices of guests.
 *
 * @module
 */

import type { NetworkFilterBindingCreateFlags, NetworkFilterBindingRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Section } from "../handle.ts";
import { NetworkFilterBinding } from "./network_filter_binding.ts";

/** Bindings of filters: `connection.networkFilters.bindings`. */
export class NetworkFilterBindings extends Section {
  /** Every binding (`virConnectListAllNWFilterBindings`). */
  async list(options?: CallOptions): Promise<readonly NetworkFilterBinding[]> {
    const call = "virConnectListAllNWFilterBindings";
    const found = await this.session.invoke(call, "networkFilterBindings", "list", [], options);
    return found.map((reference) => this.from(reference));
  }

  /** The binding of a host device: `vnet0` (`virNWFilterBindingLookupByPortDev`). Throws `VIR_ERR_NO_NWFILTER_BINDING`. */
  async lookupByPortDevice(device: string, options?: CallOptions): Promise<NetworkFilterBinding> {
    const call = "virNWFilterBindingLookupByPortDev";
    return this.from(await this.session.invoke(call, "networkFilterBindings", "lookupByPortDevice", [device], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a binding. */
  from(reference: NetworkFilterBindingRef): NetworkFilterBinding {
    return new NetworkFilterBinding(this.session, reference);
  }

  /** Binds a filter to a device, as `<filterbinding>` says (`virNWFilterBindingCreateXML`). */
  async createXml(
    xml: string,
    flags: NetworkFilterBindingCreateFlags = {},
    options?: CallOptions,
  ): Promise<NetworkFilterBinding> {
    const call = "virNWFilterBindingCreateXML";
    return this.from(await this.session.invoke(call, "networkFilterBindings", "createXml", [xml, flags], options));
  }
}
