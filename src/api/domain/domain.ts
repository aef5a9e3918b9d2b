/**
 * A guest: its life, and the groups of everything else that can be asked of it.
 *
 * @module
 */

import type {
  DomainInfo,
  DomainMessageKinds,
  DomainPmSuspend,
  DomainStateInfo,
  KeyPresses,
  LifecycleActionChange,
  MetadataChange,
  MetadataQuery,
} from "../../drivers/contract.ts";
import type {
  DomainAffectFlags,
  DomainCreateFlags,
  DomainDestroyFlags,
  DomainRebootFlags,
  DomainRef,
  DomainShutdownFlags,
  DomainUndefineFlags,
  DomainXmlFlags,
} from "../../model/mod.ts";
import type { Integer64 } from "../../base/integer64.ts";
import type { CallOptions } from "../call_options.ts";
import type { DomainDocument } from "../documents.ts";
import { Handle } from "../handle.ts";
import { destroyWith } from "./autodestroy.ts";
import { DomainBlockJobs } from "./domain_block_jobs.ts";
import { DomainCheckpoints } from "./domain_checkpoints.ts";
import { DomainDevices } from "./domain_devices.ts";
import { DomainGuest } from "./domain_guest.ts";
import { DomainSaving } from "./domain_saving.ts";
import { DomainSnapshots } from "./domain_snapshots.ts";
import { DomainStats } from "./domain_stats.ts";
import { DomainStreams } from "./domain_streams.ts";
import { DomainTuning } from "./domain_tuning.ts";

/**
 * A guest. The handle stays good while the guest is stopped, changed or renamed; a guest that is gone answers
 * `VIR_ERR_NO_DOMAIN`. Calls that need it to run, or not to run, answer `VIR_ERR_OPERATION_INVALID` otherwise.
 *
 * @example Stop a guest, start it, and wait ten seconds at most for each
 * ```ts
 * import { open } from "@innkeeper/innkeeper";
 * import assert from "node:assert/strict";
 *
 * await using connection = await open("test:///default");
 * const guest = await connection.domains.lookupByName("test");
 * await guest.destroy({}, { deadlineMs: 10_000 });
 * await guest.create(undefined, { deadlineMs: 10_000 });
 * assert.equal((await guest.getState()).state, "running");
 * ```
 */
export class Domain extends Handle<DomainRef> {
  /** Its name, as it was last known. */
  get name(): string {
    return this.reference.name;
  }

  /** Its UUID, in lower case with hyphens. */
  get uuid(): string {
    return this.reference.uuid;
  }

  /** Its number while it runs, as it was last known; -1 otherwise. */
  get id(): number {
    return this.reference.id;
  }

  /** Its devices, memory and processors, changed while it exists. */
  get devices(): DomainDevices {
    return new DomainDevices(this.session, this.reference);
  }

  /** How much of the machine it may use. */
  get tuning(): DomainTuning {
    return new DomainTuning(this.session, this.reference);
  }

  /** Numbers about it while it runs. */
  get stats(): DomainStats {
    return new DomainStats(this.session, this.reference);
  }

  /** Saving and dumping it, and the job it has. */
  get saving(): DomainSaving {
    return new DomainSaving(this.session, this.reference);
  }

  /** Jobs on its disks. */
  get blockJobs(): DomainBlockJobs {
    return new DomainBlockJobs(this.session, this.reference);
  }

  /** The system inside it. */
  get guest(): DomainGuest {
    return new DomainGuest(this.session, this.reference);
  }

  /** Its consoles, channels and screens. */
  get streams(): DomainStreams {
    return new DomainStreams(this.session, this.reference);
  }

  /** Its snapshots. */
  get snapshots(): DomainSnapshots {
    return new DomainSnapshots(this.session, this.reference);
  }

  /** Its checkpoints and backups. */
  get checkpoints(): DomainCheckpoints {
    return new DomainCheckpoints(this.session, this.reference);
  }

  /**
   * Its configuration as `<domain>` (`virDomainGetXMLDesc`). A read-only connection may not ask for what is `secure`
   * or `migratable`: `VIR_ERR_OPERATION_DENIED`.
   */
  getXml(flags: DomainXmlFlags = {}, options?: CallOptions): Promise<string> {
    return this.call("virDomainGetXMLDesc", "domains", "getXml", [flags], options);
  }

  /** The same as a typed document; what this program does not know is left out. */
  getDocument(flags: DomainXmlFlags = {}, options?: CallOptions): Promise<DomainDocument> {
    return this.parse(async () => (await import("../../conf/domain/document.ts")).domain, this.getXml(flags, options));
  }

  /** Its state, memory (KiB), processors and processor time (ns) (`virDomainGetInfo`). */
  getInfo(options?: CallOptions): Promise<DomainInfo> {
    return this.call("virDomainGetInfo", "domains", "getInfo", [], options);
  }

  /** Its state and the reason for it (`virDomainGetState`). */
  getState(options?: CallOptions): Promise<DomainStateInfo> {
    return this.call("virDomainGetState", "domains", "getState", [], options);
  }

  /** Whether it runs, paused or not (`virDomainIsActive`). */
  isActive(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainIsActive", "domains", "isActive", [], options);
  }

  /** Whether its configuration is kept when it stops (`virDomainIsPersistent`). */
  isPersistent(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainIsPersistent", "domains", "isPersistent", [], options);
  }

  /** Whether its configuration was changed since it was written last (`virDomainIsUpdated`). */
  isUpdated(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainIsUpdated", "domains", "isUpdated", [], options);
  }

  /** `hvm`, `exe`, … (`virDomainGetOSType`). */
  getOsType(options?: CallOptions): Promise<string> {
    return this.call("virDomainGetOSType", "domains", "getOsType", [], options);
  }

  /** Forgets its configuration; a running guest is gone when it stops (`virDomainUndefine`, `virDomainUndefineFlags`). */
  undefine(flags?: DomainUndefineFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainUndefine" : "virDomainUndefineFlags";
    return this.call(call, "domains", "undefine", [flags ?? {}], options);
  }

  /**
   * Starts it (`virDomainCreate`, `virDomainCreateWithFlags`). With `autodestroy` it is stopped when this connection
   * closes. {@linkcode Domain.id} is its number afterwards.
   */
  async create(flags?: DomainCreateFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainCreate" : "virDomainCreateWithFlags";
    const started = await this.call(call, "domains", "create", [flags ?? {}], options);
    this.refer(started);
    if (flags?.autodestroy) destroyWith(this.session, started);
  }

  /** Asks it to shut down, and does not wait for it (`virDomainShutdown`, `virDomainShutdownFlags`). */
  shutdown(flags?: DomainShutdownFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainShutdown" : "virDomainShutdownFlags";
    return this.call(call, "domains", "shutdown", [flags ?? {}], options);
  }

  /** Asks it to start anew, and does not wait for it (`virDomainReboot`). */
  reboot(flags: DomainRebootFlags = {}, options?: CallOptions): Promise<void> {
    return this.call("virDomainReboot", "domains", "reboot", [flags], options);
  }

  /** Starts it anew at once, as a reset button does (`virDomainReset`). */
  reset(options?: CallOptions): Promise<void> {
    return this.call("virDomainReset", "domains", "reset", [], options);
  }

  /** Stops it at once, as if its power was cut (`virDomainDestroy`, `virDomainDestroyFlags`). */
  async destroy(flags?: DomainDestroyFlags, options?: CallOptions): Promise<void> {
    const call = flags === undefined ? "virDomainDestroy" : "virDomainDestroyFlags";
    await this.call(call, "domains", "destroy", [flags ?? {}], options);
    this.session.life.forget(this.uuid);
    this.refer({ ...this.reference, id: -1 });
  }

  /** Pauses its processors; its memory stays (`virDomainSuspend`). */
  suspend(options?: CallOptions): Promise<void> {
    return this.call("virDomainSuspend", "domains", "suspend", [], options);
  }

  /** Lets it go on after a pause (`virDomainResume`). */
  resume(options?: CallOptions): Promise<void> {
    return this.call("virDomainResume", "domains", "resume", [], options);
  }

  /** Gives it another name; it must not run (`virDomainRename`). */
  async rename(name: string, options?: CallOptions): Promise<void> {
    await this.call("virDomainRename", "domains", "rename", [name], options);
    this.refer({ ...this.reference, name });
  }

  /** Whether it starts with the host (`virDomainGetAutostart`). */
  getAutostart(options?: CallOptions): Promise<boolean> {
    return this.call("virDomainGetAutostart", "domains", "getAutostart", [], options);
  }

  /** Lets it start with the host, or not (`virDomainSetAutostart`). */
  setAutostart(autostart: boolean, options?: CallOptions): Promise<void> {
    return this.call(
      "virDomainSetAutostart",
      "domains",
      "setAutostart",
      [autostart],
      options,
    );
  }

  /**
   * Its title, its description, or the element that it keeps of one namespace, as XML (`virDomainGetMetadata`). Throws
   * `VIR_ERR_NO_DOMAIN_METADATA` where it has none.
   */
  getMetadata(query: Partial<MetadataQuery> & Pick<MetadataQuery, "type">, options?: CallOptions): Promise<string> {
    return this.call("virDomainGetMetadata", "domains", "getMetadata", [{ flags: {}, ...query }], options);
  }

  /** Changes its title, its description, or an element; without a value it is removed (`virDomainSetMetadata`). */
  setMetadata(change: Partial<MetadataChange> & Pick<MetadataChange, "type">, options?: CallOptions): Promise<void> {
    return this.call("virDomainSetMetadata", "domains", "setMetadata", [{ flags: {}, ...change }], options);
  }

  /** What happens when it powers off, reboots or crashes, from now on (`virDomainSetLifecycleAction`). */
  setLifecycleAction(
    change: Omit<LifecycleActionChange, "flags">,
    flags: DomainAffectFlags = {},
    options?: CallOptions,
  ): Promise<void> {
    return this.call("virDomainSetLifecycleAction", "domains", "setLifecycleAction", [{ ...change, flags }], options);
  }

  /** What a person should know of it: deprecated or tainting configuration, as sentences (`virDomainGetMessages`). */
  getMessages(kinds: DomainMessageKinds = {}, options?: CallOptions): Promise<readonly string[]> {
    return this.call("virDomainGetMessages", "domains", "getMessages", [kinds], options);
  }

  /** Lets the system inside it sleep, for some seconds or until it is woken (`virDomainPMSuspendForDuration`). */
  pmSuspend(request: DomainPmSuspend, options?: CallOptions): Promise<void> {
    return this.call("virDomainPMSuspendForDuration", "domains", "pmSuspend", [request], options);
  }

  /** Wakes the system inside it (`virDomainPMWakeup`). */
  pmWakeup(options?: CallOptions): Promise<void> {
    return this.call("virDomainPMWakeup", "domains", "pmWakeup", [], options);
  }

  /** Sends a non-maskable interrupt (`virDomainInjectNMI`). */
  injectNmi(options?: CallOptions): Promise<void> {
    return this.call("virDomainInjectNMI", "domains", "injectNmi", [], options);
  }

  /** Presses up to 16 keys at the same time (`virDomainSendKey`). */
  sendKey(keys: KeyPresses, options?: CallOptions): Promise<void> {
    return this.call("virDomainSendKey", "domains", "sendKey", [keys], options);
  }

  /** Sends a signal, by libvirt's number, to a process inside a container (`virDomainSendProcessSignal`). */
  sendProcessSignal(pid: Integer64, signal: number, options?: CallOptions): Promise<void> {
    return this.call("virDomainSendProcessSignal", "domains", "sendProcessSignal", [pid, signal], options);
  }
}
