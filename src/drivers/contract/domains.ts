/**
 * Guests: found, defined, started, stopped.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  DomainAffectFlags,
  DomainCreateFlags,
  DomainDefineFlags,
  DomainDestroyFlags,
  DomainLifecycleAction,
  DomainLifecycleType,
  DomainMetadataType,
  DomainRebootFlags,
  DomainRef,
  DomainShutdownFlags,
  DomainState,
  DomainStateReason,
  DomainUndefineFlags,
  DomainXmlFlags,
  KeycodeSet,
  ListDomainsFlags,
  SuspendTarget,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Guests and their life. */
export interface DomainsPart {
  /** Those that pass the filter; an empty filter passes all. */
  list(filter: ListDomainsFlags, options: CallOptions): Promise<readonly DomainRef[]>;
  lookupById(id: number, options: CallOptions): Promise<DomainRef>;
  lookupByName(name: string, options: CallOptions): Promise<DomainRef>;
  lookupByUuid(uuid: string, options: CallOptions): Promise<DomainRef>;

  getXml(domain: DomainRef, flags: DomainXmlFlags, options: CallOptions): Promise<string>;
  getInfo(domain: DomainRef, options: CallOptions): Promise<DomainInfo>;
  getState(domain: DomainRef, options: CallOptions): Promise<DomainStateInfo>;
  isActive(domain: DomainRef, options: CallOptions): Promise<boolean>;
  isPersistent(domain: DomainRef, options: CallOptions): Promise<boolean>;
  /** Whether the configuration was changed since it was written last. */
  isUpdated(domain: DomainRef, options: CallOptions): Promise<boolean>;
  getOsType(domain: DomainRef, options: CallOptions): Promise<string>;

  define?(xml: string, flags: DomainDefineFlags, options: CallOptions): Promise<DomainRef>;
  undefine?(domain: DomainRef, flags: DomainUndefineFlags, options: CallOptions): Promise<void>;
  /** Starts a guest that is not defined. */
  createXml?(xml: string, flags: DomainCreateFlags, options: CallOptions): Promise<DomainRef>;
  /** Starts a guest, and gives its reference with the new id. */
  create?(domain: DomainRef, flags: DomainCreateFlags, options: CallOptions): Promise<DomainRef>;
  shutdown?(domain: DomainRef, flags: DomainShutdownFlags, options: CallOptions): Promise<void>;
  reboot?(domain: DomainRef, flags: DomainRebootFlags, options: CallOptions): Promise<void>;
  reset?(domain: DomainRef, options: CallOptions): Promise<void>;
  destroy?(domain: DomainRef, flags: DomainDestroyFlags, options: CallOptions): Promise<void>;
  suspend?(domain: DomainRef, options: CallOptions): Promise<void>;
  resume?(domain: DomainRef, options: CallOptions): Promise<void>;
  rename?(domain: DomainRef, name: string, options: CallOptions): Promise<void>;
  getAutostart?(domain: DomainRef, options: CallOptions): Promise<boolean>;
  setAutostart?(domain: DomainRef, autostart: boolean, options: CallOptions): Promise<void>;
  /** The text of a title or description, or the element of one namespace as XML. */
  getMetadata?(domain: DomainRef, query: MetadataQuery, options: CallOptions): Promise<string>;
  setMetadata?(domain: DomainRef, change: MetadataChange, options: CallOptions): Promise<void>;
  /** What happens on power-off, reboot or crash from now on. */
  setLifecycleAction?(domain: DomainRef, change: LifecycleActionChange, options: CallOptions): Promise<void>;
  /** What a person should know of the guest: deprecated or tainting configuration. */
  getMessages?(domain: DomainRef, kinds: DomainMessageKinds, options: CallOptions): Promise<readonly string[]>;

  pmSuspend?(domain: DomainRef, request: DomainPmSuspend, options: CallOptions): Promise<void>;
  pmWakeup?(domain: DomainRef, options: CallOptions): Promise<void>;
  injectNmi?(domain: DomainRef, options: CallOptions): Promise<void>;
  sendKey?(domain: DomainRef, keys: KeyPresses, options: CallOptions): Promise<void>;
  sendProcessSignal?(domain: DomainRef, pid: Integer64, signal: number, options: CallOptions): Promise<void>;

  /** A domain of another program's configuration as libvirt XML, or the other way round. */
  fromNative?(format: string, text: string, options: CallOptions): Promise<string>;
  toNative?(format: string, xml: string, options: CallOptions): Promise<string>;
}

/** `virDomainGetInfo`. */
export interface DomainInfo {
  /** What it does. */
  readonly state: DomainState;
  /** KiB. */
  readonly maxMemory: Integer64;
  /** KiB. */
  readonly memory: Integer64;
  /** Virtual processors. */
  readonly vcpus: number;
  /** Nanoseconds. */
  readonly cpuTime: Integer64;
  /** Milliseconds since 1970 at which this was seen, where the hypervisor could not be asked now. */
  readonly asOf?: number;
}

/** A state with the reason for it. */
export interface DomainStateInfo {
  /** What it does. */
  readonly state: DomainState;
  /** Why. */
  readonly reason: DomainStateReason;
  /** Milliseconds since 1970 at which this was seen, where the hypervisor could not be asked now. */
  readonly asOf?: number;
}

/** Which metadata are asked for. */
export interface MetadataQuery {
  /** Title, description, or an element. */
  readonly type: DomainMetadataType;
  /** Namespace of an `element`. */
  readonly uri?: string;
  /** Whose: the running guest's, or its kept configuration's. */
  readonly flags: DomainAffectFlags;
}

/** Which metadata become what. */
export interface MetadataChange extends MetadataQuery {
  /** Text, or the XML of an `element`; absent: remove it. */
  readonly value?: string;
  /** Prefix for the namespace of an `element`. */
  readonly key?: string;
}

/** `virDomainSetLifecycleAction`. */
export interface LifecycleActionChange {
  /** When. */
  readonly type: DomainLifecycleType;
  /** What happens then. */
  readonly action: DomainLifecycleAction;
  /** Whether the running guest, its kept configuration, or both are changed. */
  readonly flags: DomainAffectFlags;
}

/** Kinds of messages; none set: all. */
export interface DomainMessageKinds {
  /** What is deprecated. */
  readonly deprecation?: boolean;
  /** What makes problems hard to find. */
  readonly tainting?: boolean;
}

/** How a guest sleeps. */
export interface DomainPmSuspend {
  /** To memory, to disk, or both. */
  readonly target: SuspendTarget;
  /** Seconds; 0: until it is woken. */
  readonly duration: Integer64;
}

/** Keys that are pressed at the same time. */
export interface KeyPresses {
  /** `linux`, `xt`, `atset1`, …: libvirt's names of code sets. */
  readonly codeset: KeycodeSet;
  /** Milliseconds that they are held down. */
  readonly holdTime: number;
  /** Numbers of the keys in the code set. */
  readonly keycodes: readonly number[];
}
