/**
 * The events of one hypervisor, numbered once and kept for a while.
 *
 * @module
 */

import type { DriverEvent, EventsPart } from "../drivers/contract.ts";
import type { ConnectionEvent } from "../model/event.ts";

/** An event with its number. */
export interface NumberedEvent {
  /** Tells it from a gap. */
  readonly kind: "event";
  /** One more than the event before it: to resume from. */
  readonly number: number;
  /** What happened. */
  readonly event: ConnectionEvent;
}

/** Events that cannot be given any more, or were never seen. */
export interface EventGap {
  /** Tells it from an event. */
  readonly kind: "gap";
  /** The first number that is missing. */
  readonly from: number;
  /** The last number that is missing. */
  readonly to: number;
  /** Why, where it is not that they are too old. */
  readonly reason?: string;
}

/** What is told: an event, or that some are missing. */
export type EventItem = NumberedEvent | EventGap;

/** How events are kept. */
export interface EventLogOptions {
  /** How many are kept. @default {10000} */
  readonly capacity?: number;
  /**
   * The number of the first. Whoever wants numbers to be resumed from after a restart gives one that is larger than
   * all before: the time in microseconds.
   *
   * @default {1}
   */
  readonly firstNumber?: number;
}

/** A bounded ring of numbered events. It asks the driver for events from the first time that somebody wants some. */
export class EventLog {
  readonly #source: EventsPart | undefined;
  readonly #ring: (EventItem | undefined)[];
  readonly #listeners = new Set<() => void>();
  readonly #firstNumber: number;
  #next: number;
  #unsubscribe: (() => void) | undefined;
  #ended = false;

  /** A log of what a driver tells; undefined where it tells nothing. */
  constructor(source: EventsPart | undefined, { capacity = 10_000, firstNumber = 1 }: EventLogOptions = {}) {
    this.#source = source;
    this.#ring = new Array(capacity);
    this.#firstNumber = firstNumber;
    this.#next = firstNumber;
  }

  /** Whether the driver tells events at all. */
  get supported(): boolean {
    return this.#source !== undefined;
  }

  /** Whether there will be no more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** The number of the oldest that is kept. */
  get first(): number {
    return Math.max(this.#firstNumber, this.#next - this.#ring.length);
  }

  /** The number of the newest; one less than {@linkcode EventLog.first} where there is none. */
  get last(): number {
    return this.#next - 1;
  }

  /** Begins to take events from the driver. */
  start(): void {
    if (this.#unsubscribe !== undefined || this.#ended) return;
    this.#unsubscribe = this.#source?.subscribe((event) => this.#append(event));
  }

  /** What has this number, while it is kept. */
  get(number: number): EventItem | undefined {
    return number < this.first || number > this.last ? undefined : this.#ring[number % this.#ring.length];
  }

  /** Calls the listener after each event, and at the end; gives the function that ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes no more events, and tells everybody. */
  end(): void {
    this.#ended = true;
    this.#unsubscribe?.();
    for (const listener of this.#listeners) listener();
  }

  #append(event: DriverEvent): void {
    const number = this.#next;
    this.#ring[number % this.#ring.length] = event.kind === "missed"
      ? { kind: "gap", from: number, to: number, reason: event.reason }
      : { kind: "event", number, event };
    this.#next = number + 1;
    for (const listener of this.#listeners) listener();
  }
}
