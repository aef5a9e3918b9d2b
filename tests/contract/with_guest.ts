/**
 * A guest for the time of a check.
 *
 * @module
 */

import type { Connection } from "../../src/api/connection.ts";
import type { Domain } from "../../src/api/domain/domain.ts";
import type { ContractContext } from "./promised.ts";

/** Defines a guest, starts it where that is wanted, and takes it away again, whatever became of the check. */
export async function withGuest(
  context: ContractContext,
  check: (guest: Domain, connection: Connection) => Promise<void>,
  { running = false }: { readonly running?: boolean } = {},
): Promise<void> {
  const connection = await context.open();
  const guest = await connection.domains.define(await context.guestXml("contract-guest"));
  try {
    if (running) await guest.create();
    await check(guest, connection);
  } finally {
    await guest.destroy().catch(() => undefined);
    await guest.undefine({ managedSave: true, snapshotsMetadata: true }).catch(() => undefined);
  }
}
