/**
 * A port: what is plugged into a virtual network.
 *
 * @module
 */

import type { NetworkPortRef, TypedRecord } from "../../model/mod.ts";
import type { CallOptions } from "../call_options.ts";
import type { NetworkPortDocument } from "../documents.ts";
import { Handle } from "../handle.ts";

/** A port of a network; one that is gone answers `VIR_ERR_NO_NETWORK_PORT`. */
export class NetworkPort extends Handle<NetworkPortRef> {
  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** Its description as `<networkport>` (`virNetworkPortGetXMLDesc`). */
  getXml(options?: CallOptions): Promise<string> {
    return this.call("virNetworkPortGetXMLDesc", "networkPorts", "getXml", [], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(options?: CallOptions): Promise<NetworkPortDocument> {
    return this.parse(
      async () => (await import("../../conf/network_port/document.ts")).networkPort,
      this.getXml(options),
    );
  }

  /** Unplugs it (`virNetworkPortDelete`). */
  delete(options?: CallOptions): Promise<void> {
    return this.call("virNetworkPortDelete", "networkPorts", "delete", [], options);
  }

  /** `inbound.average`, …: KiB a second (`virNetworkPortGetParameters`). */
  getParameters(options?: CallOptions): Promise<TypedRecord> {
    return this.call("virNetworkPortGetParameters", "networkPorts", "getParameters", [], options);
  }

  /** Sets what {@linkcode NetworkPort.getParameters} gives (`virNetworkPortSetParameters`). */
  setParameters(parameters: TypedRecord, options?: CallOptions): Promise<void> {
    return this.call("virNetworkPortSetParameters", "networkPorts", "setParameters", [parameters], options);
  }
}
