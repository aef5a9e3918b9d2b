/**
 * A reader's place in the log of events. It keeps a number and nothing else, however slow its reader is.
 *
 * @module
 */

import type { EventKind } from "../model/event.ts";
import type { DomainRef } from "../model/object_refs.ts";
import type { EventGap, EventItem, EventLog } from "./event_log.ts";

/** Which events are wanted. */
export interface EventFilter {
  /** Kinds of object; absent: all. */
  readonly kinds?: readonly EventKind[];
  /** Only this guest's, by its UUID. */
  readonly domain?: Pick<DomainRef, "uuid">;
  /** The number of the last event that was seen; those after it that are kept are told first. @default {from now on} */
  readonly since?: number;
}

/** A place in a log. */
export class EventCursor {
  readonly #log: EventLog;
  readonly #filter: EventFilter;
  #next: number;
  #restarted: EventGap | undefined;

  constructor(log: EventLog, filter: EventFilter) {
    this.#log = log;
    this.#filter = filter;
    this.#next = (filter.since ?? log.last) + 1;
    if (this.#next <= log.last + 1) return;
    const reason = "the numbers began anew";
    this.#restarted = { kind: "gap", from: this.#next, to: this.#next, reason };
    this.#next = log.first;
  }

  /** What is next: an event that passes the filter, or a gap; undefined where there is nothing yet. */
  next(): EventItem | undefined {
    if (this.#restarted !== undefined) {
      const gap = this.#restarted;
      this.#restarted = undefined;
      return gap;
    }
    const { first, last } = this.#log;
    if (this.#next < first) {
      const gap: EventGap = { kind: "gap", from: this.#next, to: first - 1 };
      this.#next = first;
      return gap;
    }
    while (this.#next <= last) {
      const item = this.#log.get(this.#next++);
      if (item !== undefined && this.#wants(item)) return item;
    }
    return undefined;
  }

  #wants(item: EventItem): boolean {
    if (item.kind === "gap") return true;
    const { event } = item;
    const { kinds, domain } = this.#filter;
    if (kinds !== undefined && !kinds.includes(event.kind)) return false;
    return domain === undefined || event.kind === "domain" && event.domain.uuid === domain.uuid;
  }
}
