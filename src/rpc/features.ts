/**
 * What clients ask of the protocol before they use it (`virDrvFeature` of libvirt's sources).
 *
 * Only what this door does is said to be there; a client degrades by itself.
 *
 * @module
 */

/** The client can answer pings, and wants to be pinged. */
export const KEEPALIVE_FEATURE = 10;

const SUPPORTED: ReadonlySet<number> = new Set([
  9, // typed parameters may be texts
  KEEPALIVE_FEATURE,
  11, // XML that another host can take (VIR_DOMAIN_XML_MIGRATABLE)
  14, // events by the ids of their callbacks
  15, // the close callback
  16, // the order of the arguments of virNetworkUpdate
]);

/** Whether the door does this. */
export function isSupportedFeature(feature: number): boolean {
  return SUPPORTED.has(feature);
}
