/**
 * What happened to a domain, with the detail of it, in words and in libvirt's two numbers.
 *
 * @module
 */

import { type NumberTable, wordOf } from "../base/number_table.ts";
import {
  DOMAIN_CRASHED_DETAILS,
  DOMAIN_DEFINED_DETAILS,
  DOMAIN_LIFECYCLE_EVENTS,
  DOMAIN_PMSUSPENDED_DETAILS,
  DOMAIN_RESUMED_DETAILS,
  DOMAIN_SHUTDOWN_DETAILS,
  DOMAIN_STARTED_DETAILS,
  DOMAIN_STOPPED_DETAILS,
  DOMAIN_SUSPENDED_DETAILS,
  DOMAIN_UNDEFINED_DETAILS,
  type DomainLifecycleEventName,
} from "./event_lifecycle.ts";

/** The details that each change can have. */
export const DOMAIN_LIFECYCLE_DETAILS = {
  defined: DOMAIN_DEFINED_DETAILS,
  undefined: DOMAIN_UNDEFINED_DETAILS,
  started: DOMAIN_STARTED_DETAILS,
  suspended: DOMAIN_SUSPENDED_DETAILS,
  resumed: DOMAIN_RESUMED_DETAILS,
  stopped: DOMAIN_STOPPED_DETAILS,
  shutdown: DOMAIN_SHUTDOWN_DETAILS,
  pmsuspended: DOMAIN_PMSUSPENDED_DETAILS,
  crashed: DOMAIN_CRASHED_DETAILS,
} as const satisfies Readonly<Record<DomainLifecycleEventName, NumberTable>>;

/** The details that a change can have. */
export type DomainLifecycleDetail<Change extends DomainLifecycleEventName = DomainLifecycleEventName> =
  keyof (typeof DOMAIN_LIFECYCLE_DETAILS)[Change];

/** What happened to a domain. */
export type DomainLifecycle = {
  readonly [Change in DomainLifecycleEventName]: {
    readonly change: Change;
    readonly detail: DomainLifecycleDetail<Change>;
  };
}[DomainLifecycleEventName];

/** The two numbers of a change and its detail. */
export function domainLifecycleNumbers(value: DomainLifecycle): { readonly event: number; readonly detail: number } {
  const details: NumberTable = DOMAIN_LIFECYCLE_DETAILS[value.change];
  return { event: DOMAIN_LIFECYCLE_EVENTS[value.change], detail: details[value.detail] ?? 0 };
}

/** The change and detail of two numbers; `undefined` where libvirt 9.0 has none with these. */
export function domainLifecycleOf(event: number, detail: number): DomainLifecycle | undefined {
  const change = wordOf(DOMAIN_LIFECYCLE_EVENTS, event);
  if (change === undefined) return undefined;
  const word = wordOf(DOMAIN_LIFECYCLE_DETAILS[change], detail);
  return word === undefined ? undefined : { change, detail: word } as DomainLifecycle;
}
