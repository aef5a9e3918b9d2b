/**
 * A hypervisor whose probes end when a test says so.
 *
 * @module
 */

import type { Driver, EmulatorState, ProbeOptions } from "../../src/drivers/contract.ts";
import { domainDocument, hostDocument } from "../../src/drivers/test/capabilities.ts";
import { EMULATOR } from "../../src/drivers/test/emulators.ts";

/** The hypervisor, with the handles a test holds. */
export class SlowHypervisor {
  /** What was asked of `probe`, in order. */
  readonly asked: ProbeOptions[] = [];
  /** Thrown by `host` when set. */
  trouble: unknown;
  readonly #states = new Map<string, EmulatorState>();
  readonly #gates = new Map<string, PromiseWithResolvers<EmulatorState>>();
  closed = 0;

  constructor(...paths: string[]) {
    for (const path of paths) {
      this.#states.set(path, { path, state: "unprobed" });
      this.#gates.set(path, Promise.withResolvers());
    }
  }

  /** Ends the probe of one emulator. */
  finish(path: string, more: Partial<EmulatorState> = {}): void {
    this.#gates.get(path)?.resolve({ path, state: "ready", arch: "i686", version: "1.2.3", durationMs: 40, ...more });
  }

  /** What was known of an emulator is so no longer. */
  invalidate(path: string): void {
    this.#states.set(path, { path, state: "unprobed" });
    this.#gates.set(path, Promise.withResolvers());
  }

  /** The driver that opens it, as `slow:///here`. */
  get driver(): Driver {
    return {
      id: "qemu",
      title: "Slow",
      reach: "local",
      uriSchemes: ["slow"],
      localUri: () => "slow:///here",
      detect: () => Promise.resolve({ state: "healthy", version: "1.2.3" }),
      open: () =>
        Promise.resolve({
          driver: "qemu",
          uri: "slow:///here",
          type: "SLOW",
          capabilities: {
            host: () => this.trouble === undefined ? Promise.resolve(hostDocument()) : Promise.reject(this.trouble),
            domain: async ({ emulator, ...query }) => {
              if (emulator !== undefined) await this.#gates.get(emulator)?.promise;
              return { ...domainDocument(query), path: emulator ?? EMULATOR };
            },
          },
          emulators: {
            list: () => Promise.resolve([...this.#states.values()]),
            probe: (options = {}) => this.#probe(options),
          },
          [Symbol.asyncDispose]: () => Promise.resolve(void this.closed++),
        }),
    };
  }

  async *#probe(options: ProbeOptions): AsyncGenerator<EmulatorState> {
    this.asked.push(options);
    const given = Promise.withResolvers<never>();
    given.promise.catch(() => {});
    const giveUp = (): void => given.reject(options.signal?.reason);
    options.signal?.addEventListener("abort", giveUp, { once: true });
    try {
      for (const [path, gate] of this.#gates) {
        if (options.emulators !== undefined && !options.emulators.includes(path)) continue;
        if (this.#states.get(path)?.state !== "ready") this.#states.set(path, { path, state: "probing" });
        const state = await Promise.race([gate.promise, given.promise]);
        this.#states.set(path, state);
        yield state;
      }
    } finally {
      options.signal?.removeEventListener("abort", giveUp);
    }
  }
}
