/**
 * Network interfaces of the host, with transactions over their configuration.
 *
 * @module
 */

import type { InterfaceDefineFlags, InterfaceRef, InterfaceXmlFlags, ListInterfacesFlags } from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Interfaces of the host. */
export interface InterfacesPart {
  list(filter: ListInterfacesFlags, options: CallOptions): Promise<readonly InterfaceRef[]>;
  lookupByName(name: string, options: CallOptions): Promise<InterfaceRef>;
  lookupByMac(mac: string, options: CallOptions): Promise<InterfaceRef>;
  getXml(target: InterfaceRef, flags: InterfaceXmlFlags, options: CallOptions): Promise<string>;
  isActive(target: InterfaceRef, options: CallOptions): Promise<boolean>;
  define?(xml: string, flags: InterfaceDefineFlags, options: CallOptions): Promise<InterfaceRef>;
  undefine?(target: InterfaceRef, options: CallOptions): Promise<void>;
  create?(target: InterfaceRef, options: CallOptions): Promise<void>;
  destroy?(target: InterfaceRef, options: CallOptions): Promise<void>;
  /** Keeps the present configuration, so that it can be gone back to. */
  beginChange?(options: CallOptions): Promise<void>;
  commitChange?(options: CallOptions): Promise<void>;
  rollbackChange?(options: CallOptions): Promise<void>;
}
