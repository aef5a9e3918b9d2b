/**
 * A virtual network.
 *
 * @module
 */

import type { DhcpLease, NetworkUpdate } from "../../drivers/contract.ts";
import type { NetworkPortCreateFlags, NetworkPortRef, NetworkRef, NetworkXmlFlags } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { checkUuid } from "../check_uuid.ts";
import type { NetworkDocument } from "../documents.ts";
import { Handle } from "../handle.ts";
import { NetworkPort } from "./network_port.ts";

/** A virtual network; one that is gone answers `VIR_ERR_NO_NETWORK`. */
export class Network extends Handle<NetworkRef> {
  /** Its name. */
  get name(): string {
    return this.reference.name;
  }

  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** Its configuration as `<network>` (`virNetworkGetXMLDesc`). */
  getXml(flags: NetworkXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virNetworkGetXMLDesc", "networks", "getXml", [flags], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(flags: NetworkXmlFlags = {}, options?: CallOptions): Promise<NetworkDocument> {
    return this.parse(
      async () => (await import("../../conf/network/document.ts")).network,
      this.getXml(flags, options),
    );
  }

  /** Whether it runs (`virNetworkIsActive`). */
  isActive(options?: CallOptions): Promise<boolean> {
    return this.call("virNetworkIsActive", "networks", "isActive", [], options);
  }

  /** Whether its configuration is kept when it stops (`virNetworkIsPersistent`). */
  isPersistent(options?: CallOptions): Promise<boolean> {
    return this.call("virNetworkIsPersistent", "networks", "isPersistent", [], options);
  }

  /** The host's bridge that it is made with (`virNetworkGetBridgeName`). Throws `VIR_ERR_INTERNAL_ERROR` where it has none. */
  getBridgeName(options?: CallOptions): Promise<string> {
    return this.call("virNetworkGetBridgeName", "networks", "getBridgeName", [], options);
  }

  /** Forgets its configuration; a running network is gone when it stops (`virNetworkUndefine`). */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virNetworkUndefine", "networks", "undefine", [], options);
  }

  /** Starts it (`virNetworkCreate`). */
  create(options?: CallOptions): Promise<void> {
    return this.call("virNetworkCreate", "networks", "create", [], options);
  }

  /** Stops it (`virNetworkDestroy`). */
  destroy(options?: CallOptions): Promise<void> {
    return this.call("virNetworkDestroy", "networks", "destroy", [], options);
  }

  /** Changes one part of it: a DHCP host, a DNS entry, … (`virNetworkUpdate`). */
  update(change: NetworkUpdate, options?: CallOptions): Promise<void> {
    return this.call("virNetworkUpdate", "networks", "update", [change], options);
  }

  /** Whether it starts with the host (`virNetworkGetAutostart`). */
  getAutostart(options?: CallOptions): Promise<boolean> {
    return this.call("virNetworkGetAutostart", "networks", "getAutostart", [], options);
  }

  /** Lets it start with the host, or not (`virNetworkSetAutostart`). */
  setAutostart(autostart: boolean, options?: CallOptions): Promise<void> {
    return this.call("virNetworkSetAutostart", "networks", "setAutostart", [autostart], options);
  }

  /** What its DHCP server has leased, to one MAC address or to all (`virNetworkGetDHCPLeases`). */
  getDhcpLeases(mac?: string, options?: CallOptions): Promise<readonly DhcpLease[]> {
    return this.call("virNetworkGetDHCPLeases", "networks", "getDhcpLeases", [mac], options);
  }

  /** What is plugged into it (`virNetworkListAllPorts`). */
  async listPorts(options?: CallOptions): Promise<readonly NetworkPort[]> {
    const found = await this.call("virNetworkListAllPorts", "networkPorts", "list", [], options);
    return found.map((reference) => this.portFrom(reference));
  }

  /** The port with this UUID (`virNetworkPortLookupByUUID`). Throws `VIR_ERR_NO_NETWORK_PORT`. */
  async lookupPort(uuid: string, options?: CallOptions): Promise<NetworkPort> {
    const key = checkUuid(uuid, { function: "virNetworkPortLookupByUUIDString", domain: "VIR_FROM_NETWORK" });
    return this.portFrom(await this.call("virNetworkPortLookupByUUID", "networkPorts", "lookupByUuid", [key], options));
  }

  /** Plugs something in, as `<networkport>` describes it (`virNetworkPortCreateXML`). */
  async createPort(xml: string, flags: NetworkPortCreateFlags = {}, options?: CallOptions): Promise<NetworkPort> {
    return this.portFrom(
      await this.call("virNetworkPortCreateXML", "networkPorts", "createXml", [xml, flags], options),
    );
  }

  /** A handle for a port's reference, without asking the hypervisor whether there is such a port. */
  portFrom(reference: NetworkPortRef): NetworkPort {
    return new NetworkPort(this.session, reference);
  }
}
