/**
 * The facts that make what is known of an emulator stale, read in one pass for all that a question is about.
 *
 * `validity/checks.ts` is the table of the facts and of their order.
 *
 * @module
 */

import type { Fingerprint, FingerprintRequest } from "../../cache/contract.ts";
import type { Host } from "../../host/host.ts";
import { SCOPE_NAME } from "./validity/compare_facts.ts";
import { readBinaryFacts } from "./validity/read_binary_facts.ts";
import {
  type AcceleratorFacts,
  type CommonFacts,
  type HostFactOptions,
  readAcceleratorFacts,
  readCommonFacts,
} from "./validity/read_host_facts.ts";

/** Reads fingerprints, and remembers what it last read of the host. */
export class EmulatorFacts {
  readonly #host: Host;
  readonly #options: () => Promise<HostFactOptions>;
  #common: CommonFacts | undefined;
  #accelerator: AcceleratorFacts | undefined;

  /** `options` are asked for at the first reading, so that opening a connection reads nothing. */
  constructor(host: Host, options: () => Promise<HostFactOptions>) {
    this.#host = host;
    this.#options = options;
  }

  /** The facts of each binary that is there. */
  async read(requests: readonly FingerprintRequest[]): Promise<ReadonlyMap<string, Fingerprint>> {
    const options = await this.#options();
    const needsAccelerator = requests.some(({ stored }) => stored?.[SCOPE_NAME] !== "every");
    const [common, accelerator, binaries] = await Promise.all([
      readCommonFacts(this.#host, options),
      needsAccelerator ? readAcceleratorFacts(this.#host, options) : undefined,
      Promise.all(requests.map(({ key, stored }) => readBinaryFacts(this.#host.files, key, stored))),
    ]);
    this.#common = common;
    this.#accelerator = accelerator ?? this.#accelerator;
    const found = new Map<string, Fingerprint>();
    requests.forEach(({ key }, at) => {
      const binary = binaries[at];
      if (binary !== undefined) found.set(key, { ...binary, ...common.facts, ...accelerator?.facts });
    });
    return found;
  }

  /** What matters to every binary, as last read. */
  async common(): Promise<CommonFacts> {
    return this.#common ??= await readCommonFacts(this.#host, await this.#options());
  }

  /** What matters where an accelerator may be in use, as last read. */
  async accelerator(): Promise<AcceleratorFacts> {
    return this.#accelerator ??= await readAcceleratorFacts(this.#host, await this.#options());
  }
}
