/**
 * The prober of this machine: finds emulators, starts them, asks them.
 *
 * @module
 */

import { Turnstile } from "../../base/turnstile.ts";
import type { Host } from "../../host/host.ts";
import { mayReadAndWrite, readKvmAccess } from "../../host/read_kvm.ts";
import type { QemuCapabilities } from "./capabilities.ts";
import { findEmulators, type FoundEmulators, isNativeName } from "./find_emulators.ts";
import { probeAccount } from "./probe_account.ts";
import type { ProbeOrder, Prober } from "./prober.ts";
import { SchemaShelf } from "./schema_shelf.ts";
import type { QemuSettings } from "./settings.ts";
import type { Account } from "./validity/read_host_facts.ts";

/** As many as the two runs of one emulator keep busy. */
const FEW_PROCESSORS = 2;
/** More than a native emulator takes to answer here. */
const HEAD_START_MS = 500;

/** What a prober has to know. */
export type QemuProberSettings = Pick<
  QemuSettings,
  "probeDeadlineMs" | "probeWorkers" | "extraEmulators" | "root" | "probeUser"
>;

/** Probes with real processes. Disposal waits for those whose answers are in, but which have not been buried yet. */
export class QemuProber implements Prober, AsyncDisposable {
  readonly #host: Host;
  readonly #settings: QemuProberSettings;
  readonly #turnstile: Turnstile;
  readonly #ending = new Set<Promise<void>>();
  #account: Promise<Account | undefined> | undefined;
  #schemas = new SchemaShelf();
  #running = 0;
  /** The first native probe of a round, until it has ended. */
  #first: Promise<unknown> | undefined;

  constructor(host: Host, settings: QemuProberSettings) {
    this.#host = host;
    this.#settings = settings;
    this.#turnstile = new Turnstile(settings.probeWorkers);
  }

  /** Looks for emulators, those of the configuration too. */
  find(): Promise<FoundEmulators> {
    return findEmulators(this.#host, { configured: this.#settings.extraEmulators });
  }

  /** Read once; throws when the configured user does not exist. */
  account(): Promise<Account | undefined> {
    const { probeUser, root } = this.#settings;
    this.#account ??= probeAccount(this.#host, { root, ...probeUser !== undefined && { configured: probeUser } });
    return this.#account;
  }

  /** Throws {@linkcode ProbeError}. Any number of probes may run at once. */
  async probe(order: ProbeOrder): Promise<QemuCapabilities> {
    // A round ends when nothing is probed any more; what is probed later may be of another build.
    if (this.#running === 0) this.#schemas = new SchemaShelf();
    this.#running++;
    try {
      // Loaded here, because a start with a warm cache probes nothing.
      const { probeEmulator } = await import("./probe_emulator.ts");
      const account = await this.account();
      // Asked for foreign ones too, so that they do not get ahead of the native ones.
      const mayUseKvm = await this.#mayUseKvm(account);
      const native = isNativeName(this.#host.env.arch, order.path);
      if (!native || this.#first !== undefined) await this.#letFirstPass(order.signal);
      const probing = probeEmulator(this.#host, order, {
        deadlineMs: this.#settings.probeDeadlineMs,
        ...account !== undefined && { account },
        expectAccelerator: native && mayUseKvm,
        turnstile: this.#turnstile,
        privileged: native,
        schemas: this.#schemas,
        afterwards: (work) => this.#bury(work),
      });
      if (native) this.#first ??= probing.catch(() => {}).finally(() => this.#first = Promise.resolve());
      return await probing;
    } finally {
      this.#running--;
      if (this.#running === 0) this.#first = undefined;
    }
  }

  /**
   * Where there are few processors, the answer that is most likely waited for would share them with emulators that
   * nobody has asked about. One that hangs is not waited for.
   */
  async #letFirstPass(signal: AbortSignal): Promise<void> {
    if (this.#first === undefined || this.#host.env.cpuCount > FEW_PROCESSORS) return;
    const over = new AbortController();
    const patience = this.#host.clock.sleep(HEAD_START_MS, { signal: AbortSignal.any([signal, over.signal]) });
    try {
      await Promise.race([this.#first, patience.catch(() => {})]);
    } finally {
      over.abort();
    }
  }

  /** Waits for the ends of all processes. */
  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#ending.size > 0) await Promise.all(this.#ending);
  }

  async #mayUseKvm(account: Account | undefined): Promise<boolean> {
    const { usable, mode, uid, gid } = await readKvmAccess(this.#host, { root: this.#settings.root });
    if (account === undefined || mode === undefined || uid === undefined || gid === undefined) return usable;
    return mayReadAndWrite({ mode, uid, gid }, { uid: account.uid, gids: [account.gid] });
  }

  /** Nobody is to wait for the end of a process, and nobody can mend it: an empty directory may be left behind. */
  #bury(work: Promise<void>): void {
    const ending = work.catch(() => {}).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
