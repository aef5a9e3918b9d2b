/**
 * Which of a guest's two definitions a call is about: the one that runs, or the one that is stored.
 *
 * @module
 */

import type { Domain } from "../../conf/domain/document.ts";
import type { DomainAffectFlags } from "../../model/domain_affect.ts";
import { invalidArgument } from "../../model/error.ts";
import type { DomainRecord } from "./domain_record.ts";
import { failure, notRunning } from "./errors.ts";

/** A definition that can be exchanged for another. */
export interface Picked {
  readonly definition: Domain;
  /** Whether it is that of the running guest. */
  readonly live: boolean;
  /** Puts another in its place. */
  change(next: Domain): void;
}

/**
 * The one definition that the flags mean: of a guest that runs the running one, where they say nothing.
 *
 * @throws VirtError where there is no such definition, or both are meant
 */
export function pickOne(record: DomainRecord, flags: DomainAffectFlags): Picked {
  if (flags.live && flags.config) {
    const text = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
    throw invalidArgument("flags", text, { function: "virDomainObjGetOneDefState", domain: "VIR_FROM_DOMAIN" });
  }
  const { live } = impact(record, flags);
  return live || record.id === -1 ? current(record, live) : stored(record);
}

/**
 * Every definition that the flags mean.
 *
 * @throws VirtError where there is no such definition
 */
export function pickAll(record: DomainRecord, flags: DomainAffectFlags): Picked[] {
  const { live, config } = impact(record, flags);
  if (record.id === -1) return [current(record, false)];
  return [...live ? [current(record, true)] : [], ...config ? [stored(record)] : []];
}

function impact(record: DomainRecord, flags: DomainAffectFlags): { readonly live: boolean; readonly config: boolean } {
  const running = record.id !== -1;
  const { live = false, config = false } = flags.live || flags.config ? flags : { live: running, config: !running };
  if (live && !running) throw notRunning();
  if (config && !record.persistent) {
    throw failure("VIR_ERR_OPERATION_INVALID", "transient domains do not have any persistent config", {
      domain: "VIR_FROM_DOMAIN",
      hint: "Change the running domain, or define it first",
    });
  }
  return { live, config };
}

function current(record: DomainRecord, live: boolean): Picked {
  return { definition: record.definition, live, change: (next) => void (record.definition = next) };
}

function stored(record: DomainRecord): Picked {
  return {
    definition: record.stored ?? record.definition,
    live: false,
    change: (next) => void (record.stored = next),
  };
}
