/**
 * Virtual networks, the ports of guests on them, and the leases they gave.
 *
 * @module
 */

import type { Integer64 } from "../../base/integer64.ts";
import type {
  ListNetworksFlags,
  NetworkCreateFlags,
  NetworkDefineFlags,
  NetworkPortCreateFlags,
  NetworkPortRef,
  NetworkRef,
  NetworkUpdateCommand,
  NetworkUpdateFlags,
  NetworkUpdateSection,
  NetworkXmlFlags,
  TypedRecord,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Virtual networks. */
export interface NetworksPart {
  list(filter: ListNetworksFlags, options: CallOptions): Promise<readonly NetworkRef[]>;
  lookupByName(name: string, options: CallOptions): Promise<NetworkRef>;
  lookupByUuid(uuid: string, options: CallOptions): Promise<NetworkRef>;
  getXml(network: NetworkRef, flags: NetworkXmlFlags, options: CallOptions): Promise<string>;
  isActive(network: NetworkRef, options: CallOptions): Promise<boolean>;
  isPersistent(network: NetworkRef, options: CallOptions): Promise<boolean>;
  getBridgeName?(network: NetworkRef, options: CallOptions): Promise<string>;
  define?(xml: string, flags: NetworkDefineFlags, options: CallOptions): Promise<NetworkRef>;
  undefine?(network: NetworkRef, options: CallOptions): Promise<void>;
  /** Starts a network that is not defined. */
  createXml?(xml: string, flags: NetworkCreateFlags, options: CallOptions): Promise<NetworkRef>;
  create?(network: NetworkRef, options: CallOptions): Promise<void>;
  destroy?(network: NetworkRef, options: CallOptions): Promise<void>;
  update?(network: NetworkRef, change: NetworkUpdate, options: CallOptions): Promise<void>;
  getAutostart?(network: NetworkRef, options: CallOptions): Promise<boolean>;
  setAutostart?(network: NetworkRef, autostart: boolean, options: CallOptions): Promise<void>;
  /** Leases of one MAC address, or all. */
  getDhcpLeases?(network: NetworkRef, mac: string | undefined, options: CallOptions): Promise<readonly DhcpLease[]>;
  readonly ports?: NetworkPortsPart;
}

/** Ports: what is plugged into a network. */
export interface NetworkPortsPart {
  list(network: NetworkRef, options: CallOptions): Promise<readonly NetworkPortRef[]>;
  lookupByUuid(network: NetworkRef, uuid: string, options: CallOptions): Promise<NetworkPortRef>;
  getXml(port: NetworkPortRef, options: CallOptions): Promise<string>;
  createXml?(
    network: NetworkRef,
    xml: string,
    flags: NetworkPortCreateFlags,
    options: CallOptions,
  ): Promise<NetworkPortRef>;
  delete?(port: NetworkPortRef, options: CallOptions): Promise<void>;
  /** `inbound.average`, …: KiB a second. */
  getParameters?(port: NetworkPortRef, options: CallOptions): Promise<TypedRecord>;
  setParameters?(port: NetworkPortRef, parameters: TypedRecord, options: CallOptions): Promise<void>;
}

/** A change of a part of a network. */
export interface NetworkUpdate {
  /** What is done. */
  readonly command: NetworkUpdateCommand;
  /** Which part of the network. */
  readonly section: NetworkUpdateSection;
  /** Which of several parents; -1: whichever fits. */
  readonly parentIndex: number;
  /** The element, as `<host mac='…'/>`. */
  readonly xml: string;
  /** Whether the running network, its kept configuration, or both are changed. */
  readonly flags: NetworkUpdateFlags;
}

/** A lease of the network's DHCP server. */
export interface DhcpLease {
  /** The host's side of the network: `virbr0`. */
  readonly interface: string;
  /** Seconds since 1970. */
  readonly expiryTime: Integer64;
  /** The kind of address. */
  readonly type: "ipv4" | "ipv6";
  /** Hardware address of who has it. */
  readonly mac?: string;
  /** IPv6's number of the interface. */
  readonly iaid?: string;
  /** The address as text. */
  readonly address: string;
  /** Bits of the network. */
  readonly prefix: number;
  /** What who has it calls itself. */
  readonly hostname?: string;
  /** The DHCP client's number of itself. */
  readonly clientId?: string;
}
