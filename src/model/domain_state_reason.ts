/**
 * A domain's state together with the reason for it, in words and in libvirt's two numbers.
 *
 * @module
 */

import { type NumberTable, wordOf } from "../base/number_table.ts";
import {
  DOMAIN_BLOCKED_REASONS,
  DOMAIN_CRASHED_REASONS,
  DOMAIN_NOSTATE_REASONS,
  DOMAIN_PAUSED_REASONS,
  DOMAIN_PMSUSPENDED_REASONS,
  DOMAIN_RUNNING_REASONS,
  DOMAIN_SHUTDOWN_REASONS,
  DOMAIN_SHUTOFF_REASONS,
  DOMAIN_STATES,
  type DomainState,
} from "./domain_state.ts";

/** The reasons that each state can have. */
export const DOMAIN_STATE_REASONS = {
  nostate: DOMAIN_NOSTATE_REASONS,
  running: DOMAIN_RUNNING_REASONS,
  blocked: DOMAIN_BLOCKED_REASONS,
  paused: DOMAIN_PAUSED_REASONS,
  shutdown: DOMAIN_SHUTDOWN_REASONS,
  shutoff: DOMAIN_SHUTOFF_REASONS,
  crashed: DOMAIN_CRASHED_REASONS,
  pmsuspended: DOMAIN_PMSUSPENDED_REASONS,
} as const satisfies Readonly<Record<DomainState, NumberTable>>;

/** The reasons that a state can have. */
export type DomainStateReason<State extends DomainState = DomainState> = State extends DomainState
  ? keyof (typeof DOMAIN_STATE_REASONS)[State]
  : never;

/** A state and the reason for it. */
export type DomainStateAndReason = {
  readonly [State in DomainState]: { readonly state: State; readonly reason: DomainStateReason<State> };
}[DomainState];

/** The two numbers of a state and its reason. */
export function domainStateNumbers(value: DomainStateAndReason): { readonly state: number; readonly reason: number } {
  const reasons: NumberTable = DOMAIN_STATE_REASONS[value.state];
  return { state: DOMAIN_STATES[value.state], reason: reasons[value.reason] ?? 0 };
}

/** The state and reason of two numbers: a state nobody knows is "nostate", such a reason "unknown". */
export function domainStateOf(state: number, reason: number): DomainStateAndReason {
  const name = wordOf(DOMAIN_STATES, state) ?? "nostate";
  return { state: name, reason: wordOf(DOMAIN_STATE_REASONS[name], reason) ?? "unknown" } as DomainStateAndReason;
}
