/**
 * Events on their way to one caller: as an iterable, or to a function. Both read the log with a cursor of their own, so
 * a slow caller costs nothing and is told what it lost.
 *
 * @module
 */

import { VirtError } from "../model/error.ts";
import { EVENT_REGISTRATIONS } from "../model/event_calls.ts";
import { type EventKind, eventObject } from "../model/event.ts";
import { isAllowed } from "./access.ts";
import { CALLS } from "./call_facts.ts";
import { EventCursor, type EventFilter } from "./event_cursor.ts";
import type { EventItem, EventLog } from "./event_log.ts";
import type { Session } from "./session.ts";

/** Which events are wanted, and for how long. */
export interface EventOptions extends EventFilter {
  /** Ends the events. */
  readonly signal?: AbortSignal;
}

/** The events that the caller may see, until the signal, the connection or the hypervisor ends them. */
export function feedOf(session: Session, log: EventLog, options: EventOptions): AsyncIterableIterator<EventItem> {
  begin(session, log, options);
  const cursor = new EventCursor(log, options);
  const { signal } = options;
  let ended = false;
  let wake: (() => void) | undefined;
  const stirred = () => wake?.();
  const unlisten = log.listen(stirred);
  const end = () => {
    ended = true;
    unlisten();
    signal?.removeEventListener("abort", end);
    session.life.forget(end);
    stirred();
  };
  signal?.addEventListener("abort", end, { once: true });
  session.life.add(end, end);
  let authorised: Promise<void> | undefined;
  return {
    async next() {
      await (authorised ??= authorise(session, options.kinds));
      while (!ended && !signal?.aborted) {
        const item = cursor.next();
        if (item === undefined) {
          if (log.ended) break;
          await new Promise<void>((resolve) => wake = resolve);
        } else if (await maySee(session, item)) return { done: false, value: item };
      }
      end();
      return { done: true, value: undefined };
    },
    return() {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * Calls the listener with each event that the caller may see, as soon as it happens, and gives the function that ends
 * it. The listener returns at once and throws nothing.
 */
export function subscribeTo(
  session: Session,
  log: EventLog,
  { listener, ...filter }: EventFilter & { readonly listener: (item: EventItem) => void },
): () => void {
  begin(session, log, filter);
  const cursor = new EventCursor(log, filter);
  let busy = false;
  let ended = false;
  const deliver = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let item = cursor.next(); item !== undefined && !ended; item = cursor.next()) {
      // A policy that answers at once, or none at all, keeps the listener in step with the event.
      const seen = maySee(session, item);
      if (typeof seen === "boolean" ? seen : await seen) listener(item);
    }
    busy = false;
  };
  const unlisten = log.listen(deliver);
  const end = () => {
    ended = true;
    unlisten();
    session.life.forget(end);
  };
  session.life.add(end, end);
  deliver();
  return end;
}

function begin(session: Session, log: EventLog, { kinds }: EventFilter): void {
  const call = EVENT_REGISTRATIONS[kinds?.[0] ?? "domain"];
  session.use(call);
  if (!log.supported) {
    throw new VirtError("VIR_ERR_NO_SUPPORT", call, { domain: CALLS[call].errorDomain, step: call });
  }
  log.start();
}

/** Only kinds that were named are refused; of all others what may not be seen is left out. */
async function authorise(session: Session, kinds: readonly EventKind[] = []): Promise<void> {
  for (const kind of kinds) await session.authorise(EVENT_REGISTRATIONS[kind]);
}

function maySee(session: Session, item: EventItem): boolean | Promise<boolean> {
  if (item.kind === "gap") return true;
  const call = EVENT_REGISTRATIONS[item.event.kind];
  const { sees } = CALLS[call];
  const question = session.question(call);
  return question === undefined || sees === undefined || isAllowed(question, sees, eventObject(item.event));
}
