/**
 * A network interface of the host.
 *
 * @module
 */

import type { InterfaceRef, InterfaceXmlFlags } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { InterfaceDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A network interface of the host; one that is gone answers `VIR_ERR_NO_INTERFACE`. */
export class Interface extends Handle<InterfaceRef> {
  /** Its name: `eth0`. */
  get name(): string {
    return this.reference.name;
  }

  /** Its hardware address, which may be empty. */
  get mac(): string {
    return this.reference.mac;
  }

  /** What it is now, or what is configured with `inactive`, as `<interface>` (`virInterfaceGetXMLDesc`). */
  getXml(flags: InterfaceXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virInterfaceGetXMLDesc", "interfaces", "getXml", [flags], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(flags: InterfaceXmlFlags = {}, options?: CallOptions): Promise<InterfaceDocument> {
    return this.parse(
      async () => (await import("../../conf/interface/document.ts")).interfaceDocument,
      this.getXml(flags, options),
    );
  }

  /** Whether it is up (`virInterfaceIsActive`). */
  isActive(options?: CallOptions): Promise<boolean> {
    return this.call("virInterfaceIsActive", "interfaces", "isActive", [], options);
  }

  /** Removes its configuration (`virInterfaceUndefine`). */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virInterfaceUndefine", "interfaces", "undefine", [], options);
  }

  /** Brings it up (`virInterfaceCreate`). */
  create(options?: CallOptions): Promise<void> {
    return this.call("virInterfaceCreate", "interfaces", "create", [], options);
  }

  /** Takes it down (`virInterfaceDestroy`). */
  destroy(options?: CallOptions): Promise<void> {
    return this.call("virInterfaceDestroy", "interfaces", "destroy", [], options);
  }
}
