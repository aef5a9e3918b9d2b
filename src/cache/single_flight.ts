/**
 * One piece of work per key at a time: who asks while it is under way waits for the same answer.
 *
 * The work is told to stop when nobody waits for it any more, unless it was asked to go on in the background.
 *
 * @module
 */

/** Work that is under way. */
export class Flight<R> {
  readonly #controller = new AbortController();
  readonly #result: Promise<R>;
  #waiting = 0;
  #kept = false;
  #landed = false;

  constructor(start: (signal: AbortSignal) => Promise<R>) {
    this.#result = this.#run(start);
    this.#result.catch(() => {});
  }

  /** Whether the work was told to stop. */
  get stopped(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Waits for the result, for as long as `signal` allows. */
  async wait(signal?: AbortSignal): Promise<R> {
    signal?.throwIfAborted();
    const given = Promise.withResolvers<never>();
    function giveUp(): void {
      given.reject(signal?.reason);
    }
    signal?.addEventListener("abort", giveUp, { once: true });
    this.#waiting++;
    try {
      return await Promise.race([this.#result, given.promise]);
    } finally {
      signal?.removeEventListener("abort", giveUp);
      this.#waiting--;
      if (this.#waiting === 0 && !this.#kept && !this.#landed) this.stop(signal?.reason);
    }
  }

  /** Lets the work go on though nobody waits. */
  keep(): void {
    this.#kept = true;
  }

  /** Tells the work to stop. */
  stop(reason?: unknown): void {
    this.#controller.abort(reason);
  }

  /** Resolves when the work has ended, however it ended. */
  async ended(): Promise<void> {
    await this.#result.catch(() => {});
  }

  async #run(start: (signal: AbortSignal) => Promise<R>): Promise<R> {
    try {
      return await start(this.#controller.signal);
    } finally {
      this.#landed = true;
    }
  }
}

/** Keeps one flight per key. */
export class SingleFlight<R> {
  readonly #flights = new Map<string, Flight<R>>();
  readonly #all = new Set<Flight<R>>();

  /** How many are under way. */
  get size(): number {
    return this.#all.size;
  }

  /** Whether work for the key is under way. */
  has(key: string): boolean {
    return this.#flights.has(key);
  }

  /** The flight of the key, where there is one that goes on. */
  get(key: string): Flight<R> | undefined {
    const flight = this.#flights.get(key);
    return flight?.stopped === false ? flight : undefined;
  }

  /** The flight of the key, started if there is none. */
  join(key: string, start: (signal: AbortSignal) => Promise<R>): Flight<R> {
    const under = this.get(key);
    if (under !== undefined) return under;
    const flight = new Flight(start);
    this.#flights.set(key, flight);
    this.#all.add(flight);
    void this.#forget(key, flight);
    return flight;
  }

  /** Stops everything and waits until it has stopped. */
  async stopAll(reason: unknown): Promise<void> {
    const flights = [...this.#all];
    for (const flight of flights) flight.stop(reason);
    await Promise.all(flights.map((flight) => flight.ended()));
  }

  async #forget(key: string, flight: Flight<R>): Promise<void> {
    await flight.ended();
    this.#all.delete(flight);
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
