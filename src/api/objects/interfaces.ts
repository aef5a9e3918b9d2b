/**
 * The network interfaces of a connection's host, and transactions over their configuration.
 *
 * @module
 */

import type { InterfaceDefineFlags, InterfaceRef, ListInterfacesFlags } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import { Section } from "../handle.ts";
import { Interface } from "./interface.ts";

/** What an open transaction is kept under in the life of a session. */
const TRANSACTION = Symbol("interface transaction");

/** The network interfaces of the host: `connection.interfaces`. */
export class Interfaces extends Section {
  /** Every interface that passes the filter; an empty one passes all (`virConnectListAllInterfaces`). */
  async list(filter: ListInterfacesFlags = {}, options?: CallOptions): Promise<readonly Interface[]> {
    const found = await this.session.invoke("virConnectListAllInterfaces", "interfaces", "list", [filter], options);
    return found.map((reference) => this.from(reference));
  }

  /** The interface with this name (`virInterfaceLookupByName`). Throws `VIR_ERR_NO_INTERFACE`. */
  async lookupByName(name: string, options?: CallOptions): Promise<Interface> {
    const call = "virInterfaceLookupByName";
    return this.from(await this.session.invoke(call, "interfaces", "lookupByName", [name], options));
  }

  /**
   * The interface with this hardware address (`virInterfaceLookupByMACString`). Throws `VIR_ERR_NO_INTERFACE`, and
   * `VIR_ERR_MULTIPLE_INTERFACES` where several have it.
   */
  async lookupByMac(mac: string, options?: CallOptions): Promise<Interface> {
    const call = "virInterfaceLookupByMACString";
    return this.from(await this.session.invoke(call, "interfaces", "lookupByMac", [mac], options));
  }

  /** A handle for a reference, without asking the hypervisor whether there is such an interface. */
  from(reference: InterfaceRef): Interface {
    return new Interface(this.session, reference);
  }

  /** Writes the configuration of an interface without starting it (`virInterfaceDefineXML`). */
  async define(xml: string, flags: InterfaceDefineFlags = {}, options?: CallOptions): Promise<Interface> {
    return this.from(await this.session.invoke("virInterfaceDefineXML", "interfaces", "define", [xml, flags], options));
  }

  /**
   * Keeps the present configuration, so that it can be gone back to (`virInterfaceChangeBegin`). It is gone back to
   * when this connection closes without a commit.
   */
  async beginChange(options?: CallOptions): Promise<void> {
    const { session } = this;
    await session.invoke("virInterfaceChangeBegin", "interfaces", "beginChange", [], options);
    session.life.add(TRANSACTION, (signal) => session.driver.interfaces?.rollbackChange?.({ signal }));
  }

  /** Forgets the configuration that was kept (`virInterfaceChangeCommit`). */
  async commitChange(options?: CallOptions): Promise<void> {
    await this.session.invoke("virInterfaceChangeCommit", "interfaces", "commitChange", [], options);
    this.session.life.forget(TRANSACTION);
  }

  /** Goes back to the configuration that was kept (`virInterfaceChangeRollback`). */
  async rollbackChange(options?: CallOptions): Promise<void> {
    await this.session.invoke("virInterfaceChangeRollback", "interfaces", "rollbackChange", [], options);
    this.session.life.forget(TRANSACTION);
  }
}
