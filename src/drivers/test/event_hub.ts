/**
 * Where events are told: every listener hears every event, in the order in which they happened.
 *
 * @module
 */

import type { DriverEvent, EventsPart } from "../contract.ts";

/** The hypervisor's end of its events. */
export interface EventHub {
  /** What a connection offers of it. */
  readonly part: EventsPart;
  /** Tells everybody, before the call that caused it answers. */
  emit(event: DriverEvent): void;
}

/** A hub that nobody listens to yet. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: DriverEvent) => void>();
  return {
    part: {
      subscribe(listener): () => void {
        // A function of its own, so that one who subscribes twice hears twice, and can end one of them.
        const own = (event: DriverEvent): void => listener(event);
        listeners.add(own);
        return () => void listeners.delete(own);
      },
    },
    emit(event): void {
      for (const listener of [...listeners]) listener(event);
    },
  };
}
