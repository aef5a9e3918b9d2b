/**
 * Network filters, and which of them is bound to which device.
 *
 * @module
 */

import type {
  NetworkFilterBindingCreateFlags,
  NetworkFilterBindingRef,
  NetworkFilterDefineFlags,
  NetworkFilterRef,
} from "../../model/mod.ts";
import type { CallOptions } from "./call_options.ts";

/** Filters. */
export interface NetworkFiltersPart {
  list(options: CallOptions): Promise<readonly NetworkFilterRef[]>;
  lookupByName(name: string, options: CallOptions): Promise<NetworkFilterRef>;
  lookupByUuid(uuid: string, options: CallOptions): Promise<NetworkFilterRef>;
  getXml(filter: NetworkFilterRef, options: CallOptions): Promise<string>;
  define?(xml: string, flags: NetworkFilterDefineFlags, options: CallOptions): Promise<NetworkFilterRef>;
  undefine?(filter: NetworkFilterRef, options: CallOptions): Promise<void>;
  readonly bindings?: NetworkFilterBindingsPart;
}

/** Bindings of filters to network devices of guests. */
export interface NetworkFilterBindingsPart {
  list(options: CallOptions): Promise<readonly NetworkFilterBindingRef[]>;
  lookupByPortDevice(device: string, options: CallOptions): Promise<NetworkFilterBindingRef>;
  getXml(binding: NetworkFilterBindingRef, options: CallOptions): Promise<string>;
  createXml?(
    xml: string,
    flags: NetworkFilterBindingCreateFlags,
    options: CallOptions,
  ): Promise<NetworkFilterBindingRef>;
  delete?(binding: NetworkFilterBindingRef, options: CallOptions): Promise<void>;
}
