/**
 * The virtual networks of a connection.
 *
 * @module
 */

import type { ListNetworksFlags, NetworkCreateFlags, NetworkDefineFlags, NetworkRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import { Section } from "../handle.ts";
import { Network } from "./network.ts";

/** The virtual networks of a connection: `connection.networks`. */
export class Networks extends Section {
  /** Every network that passes the filter; an empty one passes all (`virConnectListAllNetworks`). */
  async list(filter: ListNetworksFlags = {}, options?: CallOptions): Promise<readonly Network[]> {
    const found = await this.session.invoke("virConnectListAllNetworks", "networks", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The network with this name (`virNetworkLookupByName`). Throws `VIR_ERR_NO_NETWORK`. */
  async lookupByName(name: string, options?: CallOptions): Promise<Network> {
    return this.from(await this.session.invoke("virNetworkLookupByName", "networks", "lookupByName", [name], options));
  }

  /** The network with this UUID (`virNetworkLookupByUUID`). Throws `VIR_ERR_NO_NETWORK`. */
  async lookupByUuid(uuid: string, options?: CallOptions): Promise<Network> {
    const key = checkUuid(uuid, { function: "virNetworkLookupByUUIDString", domain: "VIR_FROM_NETWORK" });
    return this.from(await this.session.invoke("virNetworkLookupByUUID", "networks", "lookupByUuid", [key], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such a network. */
  from(reference: NetworkRef): Network {
    return new Network(this.session, reference);
  }

  /** Keeps a network's configuration without starting it (`virNetworkDefineXML`, `virNetworkDefineXMLFlags`). */
  async define(xml: string, flags?: NetworkDefineFlags, options?: CallOptions): Promise<Network> {
    const call = flags === undefined ? "virNetworkDefineXML" : "virNetworkDefineXMLFlags";
    return this.from(await this.session.invoke(call, "networks", "define", [xml, flags ?? {}], options));
  }

  /** Starts a network that is gone when it stops (`virNetworkCreateXML`, `virNetworkCreateXMLFlags`). */
  async createXml(xml: string, flags?: NetworkCreateFlags, options?: CallOptions): Promise<Network> {
    const call = flags === undefined ? "virNetworkCreateXML" : "virNetworkCreateXMLFlags";
    return this.from(await this.session.invoke(call, "networks", "createXml", [xml, flags ?? {}], options));
  }
}
