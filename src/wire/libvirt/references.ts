/**
 * The objects that are named otherwise on the wire than in the API, both ways.
 *
 * @module
 */

import { wordOf } from "../../base/number_table.ts";
import {
  type DomainCheckpointRef,
  type DomainRef,
  type NetworkFilterBindingRef,
  type NetworkPortRef,
  type NetworkRef,
  SECRET_USAGE_TYPES,
  type SecretRef,
} from "../../model/mod.ts";

/** A snapshot or checkpoint on the wire. */
export interface WireMoment {
  readonly name: string;
  readonly dom: DomainRef;
}

/** A snapshot or checkpoint of the API. */
export function momentFromWire({ name, dom }: WireMoment): DomainCheckpointRef {
  return { name, domain: dom };
}

/** A snapshot or checkpoint for the wire. */
export function momentToWire({ name, domain }: DomainCheckpointRef): WireMoment {
  return { name, dom: domain };
}

/** A secret on the wire. */
export interface WireSecret {
  readonly uuid: string;
  readonly usageType: number;
  readonly usageID: string;
}

/** A secret of the API. */
export function secretFromWire({ uuid, usageType, usageID }: WireSecret): SecretRef {
  return { uuid, usageType: wordOf(SECRET_USAGE_TYPES, usageType) ?? "none", usageId: usageID };
}

/** A secret for the wire. */
export function secretToWire({ uuid, usageType, usageId }: SecretRef): WireSecret {
  return { uuid, usageType: SECRET_USAGE_TYPES[usageType], usageID: usageId };
}

/** A port of the API. */
export function portFromWire({ net, uuid }: { readonly net: NetworkRef; readonly uuid: string }): NetworkPortRef {
  return { network: net, uuid };
}

/** A port for the wire. */
export function portToWire({ network, uuid }: NetworkPortRef): { readonly net: NetworkRef; readonly uuid: string } {
  return { net: network, uuid };
}

/** A filter binding on the wire. */
export interface WireBinding {
  readonly portdev: string;
  readonly filtername: string;
}

/** A filter binding of the API. */
export function bindingFromWire({ portdev, filtername }: WireBinding): NetworkFilterBindingRef {
  return { portDevice: portdev, filterName: filtername };
}

/** A filter binding for the wire. */
export function bindingToWire({ portDevice, filterName }: NetworkFilterBindingRef): WireBinding {
  return { portdev: portDevice, filtername: filterName };
}
