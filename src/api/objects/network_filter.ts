/**
 * A network filter.
 *
 * @module
 */

import type { NetworkFilterRef } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { NetworkFilterDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A network filter; one that is gone answers `VIR_ERR_NO_NWFILTER`. */
export class NetworkFilter extends Handle<NetworkFilterRef> {
  /** Its name. */
  get name(): string {
    return this.reference.name;
  }

  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** Its rules as `<filter>` (`virNWFilterGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virNWFilterGetXMLDesc", "networkFilters", "getXml", [], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(options?: CallOptions): Promise<NetworkFilterDocument> {
    return this.parse(
      async () => (await import("../../conf/network_filter/document.ts")).networkFilter,
      this.getXml(options),
    );
  }

  /** Forgets it (`virNWFilterUndefine`). Throws `VIR_ERR_OPERATION_INVALID` where it is in use. */
  undefine(options?: CallOptions): Promise<void> {
    return this.call("virNWFilterUndefine", "networkFilters", "undefine", [], options);
  }
}
