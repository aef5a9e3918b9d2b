/**
 * A device of the host.
 *
 * @module
 */

import type { NodeDeviceRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { NodeDeviceDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A device of the host; one that is gone answers `VIR_ERR_NO_NODE_DEVICE`. */
export class NodeDevice extends Handle<NodeDeviceRef> {
  /** Its name: `pci_0000_00_02_0`. */
  get name(): string {
    return this.reference.name;
  }

  /** Its description as `<device>` (`virNodeDeviceGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virNodeDeviceGetXMLDesc", "nodeDevices", "getXml", [], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(options?: CallOptions): Promise<NodeDeviceDocument> {
    return this.parse(
      async () => (await import("../../conf/node_device/document.ts")).nodeDevice,
      this.getXml(options),
    );
  }

  /** The name of the device it hangs on; undefined for the root of the tree (`virNodeDeviceGetParent`). */
  getParent(options?: CallOptions): Promise<string | undefined> {
    return this.call("virNodeDeviceGetParent", "nodeDevices", "getParent", [], options);
  }

  /** What it is: `pci`, `net`, … (`virNodeDeviceListCaps`). */
  listCapabilities(options?: CallOptions): Promise<readonly string[]> {
    return this.call("virNodeDeviceListCaps", "nodeDevices", "listCapabilities", [], options);
  }

  /** Takes it from the host, so that a guest can have it (`virNodeDeviceDettach`, `virNodeDeviceDetachFlags`). */
  detach(driver?: string, options?: CallOptions): Promise<void> {
    const call = driver === undefined ? "virNodeDeviceDettach" : "virNodeDeviceDetachFlags";
    return this.call(call, "nodeDevices", "detach", [driver], options);
  }

  /** Gives it back to the host (`virNodeDeviceReAttach`). */
  reattach(options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceReAttach", "nodeDevices", "reattach", [], options);
  }

  /** Resets it (`virNodeDeviceReset`). */
  reset(options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceReset", "nodeDevices", "reset", [], options);
  }

  /** Ends a device that was made (`virNodeDeviceDestroy`). */
  destroy(options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceDestroy", "nodeDevices", "destroy", [], options);
  }

  /** Forgets its configuration (`virNodeDeviceUndefine`). */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceUndefine", "nodeDevices", "undefine", [], options);
  }

  /** Makes a device whose configuration is kept (`virNodeDeviceCreate`). */
  create(options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceCreate", "nodeDevices", "create", [], options);
  }

  /** Whether it is made when the host starts (`virNodeDeviceGetAutostart`). */
  getAutostart(options?: CallOptions): Promise<boolean> {
    return this.call("virNodeDeviceGetAutostart", "nodeDevices", "getAutostart", [], options);
  }

  /** Has it made when the host starts, or not (`virNodeDeviceSetAutostart`). */
  setAutostart(autostart: boolean, options?: CallOptions): Promise<void> {
    return this.call("virNodeDeviceSetAutostart", "nodeDevices", "setAutostart", [autostart], options);
  }

  /** Whether its configuration is kept (`virNodeDeviceIsPersistent`). */
  isPersistent(options?: CallOptions): Promise<boolean> {
    return this.call("virNodeDeviceIsPersistent", "nodeDevices", "isPersistent", [], options);
  }

  /** Whether it is there now (`virNodeDeviceIsActive`). */
  isActive(options?: CallOptions): Promise<boolean> {
    return this.call("virNodeDeviceIsActive", "nodeDevices", "isActive", [], options);
  }
}
