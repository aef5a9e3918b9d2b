/**
 * The state of one hypervisor in memory, which all of its parts share.
 *
 * @module
 */

import type { Clock, Files, Host } from "../../host/host.ts";
import type { ConnectionEvent } from "../../model/event.ts";
import { createEventHub, type EventHub } from "./event_hub.ts";
import type { NodeDocument } from "./node_document.ts";
import { createScript, type Script, type ScriptRule } from "./script.ts";
import { createSeededIds, type SeededIds } from "./seeded_ids.ts";

/** What every part is built over. */
export interface Hypervisor {
  /** `test:///default`. */
  readonly uri: string;
  /** The machine, and what was there at the beginning. */
  readonly node: NodeDocument;
  readonly clock: Clock;
  readonly ids: SeededIds;
  readonly script: Script;
  /** Where saved guests and dumps go. */
  readonly files: Files;
  readonly events: EventHub;
  /** Tells everybody, in the moment it happens. */
  emit(event: ConnectionEvent): void;
}

/** How a hypervisor is made other than its file says. */
export interface HypervisorOptions {
  /** @default {the clock of the script, else the host's} */
  readonly clock?: Clock;
  /** @default {the seed of the script, else 1} */
  readonly seed?: number;
  /** Rules besides those of the file. */
  readonly script?: readonly ScriptRule[];
}

/** A hypervisor before its parts are made. */
export function createHypervisor(
  start: { readonly uri: string; readonly node: NodeDocument },
  host: Pick<Host, "clock" | "files">,
  options: HypervisorOptions = {},
): Hypervisor {
  const { script } = start.node;
  const clock = options.clock ?? (script.clock === undefined ? host.clock : startingAt(script.clock, host.clock));
  const events = createEventHub();
  return {
    ...start,
    clock,
    ids: createSeededIds(options.seed ?? script.seed ?? 1),
    script: createScript([...script.rules, ...options.script ?? []], clock),
    files: host.files,
    events,
    emit: (event) => events.emit(event),
  };
}

/** The host's clock, set to another time when the hypervisor is made. */
function startingAt(now: number, clock: Clock): Clock {
  const offset = now - clock.monotonic();
  return {
    now: () => offset + clock.monotonic(),
    monotonic: () => clock.monotonic(),
    sleep: (milliseconds, options) => clock.sleep(milliseconds, options),
  };
}
