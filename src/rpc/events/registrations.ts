/**
 * What one client wants to be told: callbacks by their ids, and the older way, where an event has no more than one.
 *
 * @module
 */

import type { Connection } from "../../api/connection.ts";
import { VirtError } from "../../model/error.ts";
import type { ConnectionEvent, EventKind } from "../../model/mod.ts";
import {
  domainEventMessages,
  type EventProcedureName,
  eventProcedures,
  networkEventMessages,
  nodeDeviceEventMessages,
  PROGRAMS,
  secretEventMessages,
  storagePoolEventMessages,
  writeEvent,
} from "../../wire/libvirt/mod.ts";
import type { Codec } from "../../wire/xdr/mod.ts";
import type { Outbox } from "../outbox.ts";
import { domainEventBody } from "./domain_messages.ts";
import { objectEventBody } from "./object_messages.ts";

/** Where events come from. */
export type EventSource = Pick<Connection, "subscribe">;

/** What a client asks to be told. */
export interface Interest {
  readonly kind: EventKind;
  /** The event's name among those of its kind: `lifecycle`. */
  readonly event: string;
  /** Only of this object: its UUID, or its name where it has none. */
  readonly object?: string | undefined;
  /** True where the client knows no callback ids. */
  readonly legacy?: boolean;
}

interface Registration extends Interest {
  readonly id: number;
  /** Events come once the reply with the id is on its way. */
  active: boolean;
}

const MESSAGES = {
  domain: domainEventMessages,
  network: networkEventMessages,
  storagePool: storagePoolEventMessages,
  nodeDevice: nodeDeviceEventMessages,
  secret: secretEventMessages,
} as const satisfies Readonly<
  Record<
    EventKind,
    Readonly<Record<string, { readonly current: EventProcedureName; readonly legacy?: EventProcedureName }>>
  >
>;

type MessageNames = Readonly<
  Record<string, { readonly current: EventProcedureName; readonly legacy?: EventProcedureName } | undefined>
>;

/** Events that have a number beside their body where callback ids are known; it is always 0. */
const WITH_REASON: ReadonlySet<string> = new Set(["pmWakeup", "pmSuspend", "pmSuspendDisk"]);

/** The callbacks of one client. */
export class EventRegistrations {
  readonly #outbox: Outbox;
  #registrations: Registration[] = [];
  #nextId = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** Registers a callback, which is silent until it is let go. */
  add(interest: Interest, source: EventSource): number {
    this.#unsubscribe ??= source.subscribe((item) => {
      // The protocol has no word for a gap.
      if (item.kind === "event") this.#tell(item.event);
    });
    const id = this.#nextId++;
    this.#registrations.push({ ...interest, id, active: false });
    return id;
  }

  /** Lets a callback's events come. */
  letGo(id: number): void {
    const registration = this.#registrations.find((one) => one.id === id);
    if (registration !== undefined) registration.active = true;
  }

  /** Whether there is a callback of the older kind for the event. */
  hasLegacy(event: string): boolean {
    return this.#registrations.some((one) => one.legacy === true && one.event === event);
  }

  /** Forgets a callback; false where there is none. */
  remove(kind: EventKind, id: number): boolean {
    return this.#removeWhere((one) => one.kind === kind && one.id === id && one.legacy !== true);
  }

  /** Forgets the older kind of callback for the event; false where there is none. */
  removeLegacy(event: string): boolean {
    return this.#removeWhere((one) => one.legacy === true && one.event === event);
  }

  /** Forgets everything. */
  end(): void {
    this.#removeWhere(() => true);
  }

  #removeWhere(matches: (one: Registration) => boolean): boolean {
    const kept = this.#registrations.filter((one) => !matches(one));
    const removed = kept.length < this.#registrations.length;
    this.#registrations = kept;
    if (kept.length === 0) {
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    }
    return removed;
  }

  #tell(event: ConnectionEvent): void {
    let body: Readonly<Record<string, unknown>> | undefined;
    for (const one of this.#registrations) {
      if (!one.active || one.kind !== event.kind || one.event !== event.event) continue;
      if (one.object !== undefined && one.object !== objectOf(event)) continue;
      body ??= event.kind === "domain" ? domainEventBody(event) : objectEventBody(event);
      try {
        this.#send(one, body);
      } catch (error) {
        // What no message has room for is not told; who tells it has nothing to do with that.
        if (!(error instanceof VirtError)) throw error;
      }
    }
  }

  #send({ kind, event, legacy, id }: Registration, body: Readonly<Record<string, unknown>>): void {
    const names = (MESSAGES[kind] as MessageNames)[event];
    const name = legacy ? names?.legacy : names?.current;
    if (names === undefined || name === undefined) return;
    const { program, number, message } = eventProcedures[name];
    const wrapped = names.legacy === undefined
      ? { callbackID: id, ...body }
      : { callbackID: id, ...(WITH_REASON.has(event) ? { reason: 0 } : {}), msg: body };
    writeEvent(this.#outbox.encoder, { program: PROGRAMS[program], procedure: number }, {
      codec: message as Codec<unknown>,
      value: legacy ? body : wrapped,
    });
    this.#outbox.schedule();
  }
}

/** What an event's object is recognised by. */
function objectOf(event: ConnectionEvent): string {
  switch (event.kind) {
    case "domain":
      return event.domain.uuid;
    case "network":
      return event.network.uuid;
    case "storagePool":
      return event.pool.uuid;
    case "nodeDevice":
      return event.device.name;
    case "secret":
      return event.secret.uuid;
  }
}
