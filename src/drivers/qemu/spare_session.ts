/**
 * A second session with the same binary, which has little to do: it takes over what takes long and does not depend on
 * the accelerator, so that two processors work on one answer. Where it is not there, or breaks, nothing is lost.
 *
 * @module
 */

import { QmpError, type QmpSession } from "../../wire/qmp/mod.ts";

/** What every run of a binary answers alike: the protocol is built into it. */
const SHARED: ReadonlySet<string> = new Set(["query-qmp-schema"]);

/** Lends a session. */
export class SpareSession {
  #session: QmpSession | undefined;
  readonly #released = Promise.withResolvers<void>();

  /** Lets `work` have the session, and keeps it for others until it is released. */
  async lend<T>(session: QmpSession, work: () => Promise<T>): Promise<T> {
    this.#session = session;
    try {
      const done = await work();
      await this.#released.promise;
      return done;
    } finally {
      this.#session = undefined;
    }
  }

  /** Says that nothing will be asked any more. */
  release(): void {
    this.#released.resolve();
  }

  /** The session, with the questions that may be asked elsewhere asked there. */
  relieve(session: QmpSession): QmpSession {
    return {
      execute: async (command, args): Promise<unknown> => {
        const spare = SHARED.has(command) ? this.#session : undefined;
        try {
          return await (spare ?? session).execute(command, args);
        } catch (error) {
          if (spare === undefined || error instanceof QmpError) throw error;
          return await session.execute(command, args);
        }
      },
    };
  }
}
