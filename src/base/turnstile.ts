/**
 * Letting so many in at a time, the privileged first.
 *
 * @module
 */

/** A limit on how much of something goes on at once. */
export class Turnstile {
  #free: number;
  readonly #first: (() => void)[] = [];
  readonly #others: (() => void)[] = [];

  /** `places`: how many may be in at a time. */
  constructor(places: number) {
    this.#free = Math.max(1, places);
  }

  /** Waits for a place; privileged callers pass those who wait and are not. Leaving is by disposal. */
  async enter(options: { readonly privileged?: boolean } = {}): Promise<Disposable> {
    if (this.#free > 0) this.#free--;
    else {
      await new Promise<void>((resolve) => (options.privileged === true ? this.#first : this.#others).push(resolve));
    }
    let inside = true;
    return {
      [Symbol.dispose]: () => {
        if (!inside) return;
        inside = false;
        this.#leave();
      },
    };
  }

  /** The place is handed over, so that nobody who comes now takes it. */
  #leave(): void {
    const next = this.#first.shift() ?? this.#others.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
