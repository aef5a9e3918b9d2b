/**
 * How many clients there may be: all together, and of those who have not proved yet who they are.
 *
 * @module
 */

/** The limits; libvirt's daemon has the defaults. */
export interface LobbyLimits {
  /** @default {5000} */
  readonly clients?: number;
  /** @default {20} */
  readonly anonymous?: number;
}

/** A client that was let in. */
export interface Guest {
  /** It has proved who it is. */
  known(): void;
  /** It is gone. */
  leave(): void;
}

/** Counts clients. */
export class Lobby {
  readonly #limits: Required<LobbyLimits>;
  #clients = 0;
  #anonymous = 0;

  constructor({ clients = 5_000, anonymous = 20 }: LobbyLimits = {}) {
    this.#limits = { clients, anonymous };
  }

  /** Clients that are there now. */
  get size(): number {
    return this.#clients;
  }

  /** Lets a client in; undefined where there is no room. */
  enter(): Guest | undefined {
    if (this.#clients >= this.#limits.clients || this.#anonymous >= this.#limits.anonymous) return undefined;
    this.#clients++;
    this.#anonymous++;
    let state: "anonymous" | "known" | "gone" = "anonymous";
    const known = (): void => {
      if (state !== "anonymous") return;
      state = "known";
      this.#anonymous--;
    };
    return {
      known,
      leave: (): void => {
        if (state === "gone") return;
        known();
        state = "gone";
        this.#clients--;
      },
    };
  }
}
