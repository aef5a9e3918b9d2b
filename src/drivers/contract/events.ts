/**
 * What a hypervisor tells of itself without being asked.
 *
 * @module
 */

import type { ConnectionEvent } from "../../model/mod.ts";

/** Events as they happen. */
export interface EventsPart {
  /**
   * Calls `listener` with every event from now on, in the order in which they happen, and gives the function that ends
   * it. The listener returns at once and throws nothing.
   */
  subscribe(listener: (event: DriverEvent) => void): () => void;
}

/** An event, or the news that some may have been missed: `missed` stands where a remote hypervisor was out of reach. */
export type DriverEvent = ConnectionEvent | { readonly kind: "missed"; readonly reason: string };
