/**
 * A network filter at work on a device.
 *
 * @module
 */

import type { NetworkFilterBindingRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
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

  /** Takes the filter from the device (`virNWFilterBindingDelete`). */
  delete(options?: CallOptions): Promise<void> {
    return this.call("virNWFilterBindingDelete", "networkFilterBindings", "delete", [], options);
  }
}
