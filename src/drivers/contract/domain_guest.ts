/**
 * What is asked of the system inside a guest, through its agent or by looking at it from outside.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  DomainRef,
  GuestInfoTypes,
  InterfaceAddressesSource,
  SetTimeFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** The guest agent, typed. */
export interface DomainGuestPart {
  /** `os.id`, `user.count`, …; no type set: all. */
  getInfo?(domain: DomainRef, types: GuestInfoTypes, options: CallOptions): Promise<TypedRecord>;
  getHostname?(domain: DomainRef, source: GuestNameSource, options: CallOptions): Promise<string>;
  getInterfaceAddresses?(
    domain: DomainRef,
    source: InterfaceAddressesSource,
    options: CallOptions,
  ): Promise<readonly GuestInterface[]>;
  getFilesystems?(domain: DomainRef, options: CallOptions): Promise<readonly GuestFilesystem[]>;
  getTime?(domain: DomainRef, options: CallOptions): Promise<GuestTime>;
  setTime?(domain: DomainRef, time: GuestTime, flags: SetTimeFlags, options: CallOptions): Promise<void>;
  /** How many file systems were frozen; none named: all. */
  freezeFilesystems?(domain: DomainRef, mountPoints: readonly string[], options: CallOptions): Promise<number>;
  thawFilesystems?(domain: DomainRef, mountPoints: readonly string[], options: CallOptions): Promise<number>;
  trimFilesystems?(domain: DomainRef, request: TrimRequest, options: CallOptions): Promise<void>;
  setUserPassword?(domain: DomainRef, change: PasswordChange, options: CallOptions): Promise<void>;
  getAuthorizedKeys?(domain: DomainRef, user: string, options: CallOptions): Promise<readonly string[]>;
  setAuthorizedKeys?(domain: DomainRef, change: AuthorizedKeysChange, options: CallOptions): Promise<void>;
  /** `vcpus`, `online`, `offlinable`: sets as text. */
  getVcpus?(domain: DomainRef, options: CallOptions): Promise<TypedRecord>;
  setVcpus?(domain: DomainRef, vcpus: string, online: boolean, options: CallOptions): Promise<void>;
  /** Seconds; -2 for ever, -1 the default, 0 not at all. */
  setResponseTimeout?(domain: DomainRef, seconds: number, options: CallOptions): Promise<number>;
  /** A command of the agent as JSON text, and its answer. */
  sendCommand?(domain: DomainRef, command: AgentCommand, options: CallOptions): Promise<string>;
}

/** Who is asked for a guest's name; absent: whoever knows. */
export interface GuestNameSource {
  /** Ask the DHCP server. */
  readonly lease?: boolean;
  /** Ask the guest's agent. */
  readonly agent?: boolean;
}

/** A network interface inside a guest. */
export interface GuestInterface {
  /** Its name: of the host's side, or of the guest's where the agent was asked. */
  readonly name: string;
  /** Its hardware address. */
  readonly mac?: string;
  /** Its addresses. */
  readonly addresses: readonly GuestAddress[];
}

/** One address. */
export interface GuestAddress {
  /** The kind of address. */
  readonly type: "ipv4" | "ipv6";
  /** The address as text. */
  readonly address: string;
  /** Bits of the network. */
  readonly prefix: number;
}

/** A mounted file system inside a guest. */
export interface GuestFilesystem {
  /** Where it is mounted. */
  readonly mountPoint: string;
  /** Its device inside the guest: `sda1`. */
  readonly name: string;
  /** `ext4`, … */
  readonly type: string;
  /** Targets of the disks it lies on: `vda`. */
  readonly disks: readonly string[];
}

/** Seconds since 1970, and nanoseconds. */
export interface GuestTime {
  /** Seconds since 1970. */
  readonly seconds: Integer64;
  /** Nanoseconds of the second. */
  readonly nanoseconds: number;
}

/** Which blocks are given back. */
export interface TrimRequest {
  /** Only this file system; absent: all. */
  readonly mountPoint?: string;
  /** Bytes; smaller runs are left. */
  readonly minimum: Integer64;
}

/** A password of an account inside the guest. */
export interface PasswordChange {
  /** Whose password. */
  readonly user: string;
  /** Never logged. */
  readonly password: string;
  /** Whether it is encrypted already. */
  readonly encrypted?: boolean;
}

/** SSH keys of an account inside the guest. */
export interface AuthorizedKeysChange {
  /** Whose keys. */
  readonly user: string;
  /** Lines as in `authorized_keys`. */
  readonly keys: readonly string[];
  /** Whether these become all keys, are added, or are removed. */
  readonly mode: "set" | "append" | "remove";
}

/** A raw command. */
export interface AgentCommand {
  /** JSON. */
  readonly text: string;
  /** Seconds; -2 for ever, -1 the default, 0 no wait. */
  readonly timeout: number;
}
