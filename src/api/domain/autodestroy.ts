/**
 * Guests that live no longer than the connection that started them.
 *
 * @module
 */

import type { DomainRef } from "../../model/object_refs.ts";
import type { Session } from "../session.ts";

/** Stops the guest when the session ends, unless it was stopped and started anew in between. */
export function destroyWith({ life, driver }: Session, started: DomainRef): void {
  life.add(started.uuid, async (signal) => {
    const running = await driver.domains?.lookupByUuid(started.uuid, { signal }).catch(() => undefined);
    if (running?.id !== started.id || started.id < 0) return;
    await driver.domains?.destroy?.(running, {}, { signal });
  });
}
