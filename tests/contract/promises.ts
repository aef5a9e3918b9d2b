/**
 * The contract: every promise, object by object.
 *
 * @module
 */

import { capabilityPromises } from "./capability_promises.ts";
import { connectionPromises } from "./connection_promises.ts";
import { domainPromises } from "./domain_promises.ts";
import { domainChangePromises } from "./domain_change_promises.ts";
import { domainHistoryPromises } from "./domain_history_promises.ts";
import { emulatorPromises } from "./emulator_promises.ts";
import { eventPromises } from "./event_promises.ts";
import { hostPromises } from "./host_promises.ts";
import { networkPromises } from "./network_promises.ts";
import type { Promised } from "./promised.ts";
import { storagePromises } from "./storage_promises.ts";

/** The contract. */
export const contract: readonly Promised[] = [
  ...connectionPromises,
  ...capabilityPromises,
  ...emulatorPromises,
  ...hostPromises,
  ...domainPromises,
  ...domainChangePromises,
  ...domainHistoryPromises,
  ...networkPromises,
  ...storagePromises,
  ...eventPromises,
];
