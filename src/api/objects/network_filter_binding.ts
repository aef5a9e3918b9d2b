/**
 * A network filter at work on a device.
 *
 * @module
 */

import type { NetworkFilterBindingRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { NetworkFilterBindingDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A filter that is bound to a device; one that is gone answers `VIR_ERR_NO_NWFILTER_BINDING`. */
export class NetworkFilterBinding extends Handle<NetworkFilterBindingRef> {
  /** The host device that it filters: `vnet0`. */
  get portDevice(): string {
    return this.reference.portDevice;
  }

  /** The filter's name. */
  get filterName(): string {
    return this.reference.filterName;
  }

  /** Its description as `<filterbinding>` (`virNWFilterBindingGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virNWFilterBindingGetXMLDesc", "networkFilterBindings", "getXml", [], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(options?: CallOptions): Promise<NetworkFilterBindingDocument> {
    return this.parse(
      async () => (await import("../../conf/network_filter_binding/document.ts")).networkFilterBinding,
      this.getXml(options),
    );
  }

  /** Takes the filter from the device (`virNWFilterBindingDelete`). */
  delete(options?: CallOptions): Promise<void> {
    return this.call("virNWFilterBindingDelete", "networkFilterBindings", "delete", [], options);
  }
}
