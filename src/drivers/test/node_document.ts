/**
 * What a test hypervisor begins with: the machine it runs on, its objects as XML, and its script.
 *
 * @module
 */

import type { DomainState } from "../../model/domain_state.ts";
import type { NodeInfo } from "../contract.ts";
import type { ScriptRule } from "./script.ts";

/** A hypervisor before it is opened. */
export interface NodeDocument {
  readonly info: NodeInfo;
  /** NUMA cells; only the default machine has any. */
  readonly cells: readonly NodeCell[];
  readonly domains: readonly NodeDomain[];
  readonly networks: readonly string[];
  readonly interfaces: readonly string[];
  readonly pools: readonly NodePool[];
  readonly devices: readonly string[];
  readonly secrets: readonly string[];
  readonly networkFilters: readonly string[];
  /** Who may open it; empty: everybody. */
  readonly users: readonly NodeUser[];
  readonly script: NodeScript;
}

/** A NUMA cell. */
export interface NodeCell {
  /** KiB. */
  readonly memory: number;
  /** KiB, for the sum of free memory. */
  readonly free: number;
}

/** A guest with what it is doing at the beginning. */
export interface NodeDomain {
  readonly xml: string;
  readonly state: DomainState;
  readonly transient: boolean;
  readonly hasManagedSave: boolean;
  /** `<domainsnapshot>`s. */
  readonly snapshots: readonly string[];
}

/** A pool and its volumes. */
export interface NodePool {
  readonly xml: string;
  readonly volumes: readonly string[];
}

/** An account. */
export interface NodeUser {
  readonly name: string;
  readonly password?: string;
}

/** How a hypervisor behaves that shall not behave well. */
export interface NodeScript {
  readonly rules: readonly ScriptRule[];
  /** Where ids begin. */
  readonly seed?: number;
  /** Milliseconds since 1970 that its clock is set to when it is opened. */
  readonly clock?: number;
}
