/**
 * Every handler: what is not here is an unknown procedure.
 *
 * @module
 */

import type { Handlers } from "../handler.ts";
import { authHandlers } from "./auth.ts";
import { connectHandlers } from "./connect.ts";
import { domainHandlers } from "./domain.ts";
import { domainBlockHandlers } from "./domain_block.ts";
import { domainCheckpointsHandlers } from "./domain_checkpoints.ts";
import { domainDevicesHandlers } from "./domain_devices.ts";
import { domainGuestHandlers } from "./domain_guest.ts";
import { domainListHandlers } from "./domain_list.ts";
import { domainSaveHandlers } from "./domain_save.ts";
import { domainSnapshotsHandlers } from "./domain_snapshots.ts";
import { domainStatsHandlers } from "./domain_stats.ts";
import { domainStreamsHandlers } from "./domain_streams.ts";
import { domainTuningHandlers } from "./domain_tuning.ts";
import { domainWordsHandlers } from "./domain_words.ts";
import { eventRegistrationHandlers } from "./event_registration.ts";
import { interfaceHandlers } from "./interface.ts";
import { networkHandlers } from "./network.ts";
import { networkPortHandlers } from "./network_port.ts";
import { nodeHandlers } from "./node.ts";
import { nodeDeviceHandlers } from "./node_device.ts";
import { nwfilterHandlers } from "./nwfilter.ts";
import { secretHandlers } from "./secret.ts";
import { storagePoolHandlers } from "./storage_pool.ts";
import { storageVolHandlers } from "./storage_vol.ts";

/** Every handler, by the name of its procedure. */
export const handlers: Handlers = {
  ...authHandlers,
  ...connectHandlers,
  ...domainHandlers,
  ...domainBlockHandlers,
  ...domainCheckpointsHandlers,
  ...domainDevicesHandlers,
  ...domainGuestHandlers,
  ...domainListHandlers,
  ...domainSaveHandlers,
  ...domainSnapshotsHandlers,
  ...domainStatsHandlers,
  ...domainStreamsHandlers,
  ...domainTuningHandlers,
  ...domainWordsHandlers,
  ...eventRegistrationHandlers,
  ...interfaceHandlers,
  ...networkHandlers,
  ...networkPortHandlers,
  ...nodeHandlers,
  ...nodeDeviceHandlers,
  ...nwfilterHandlers,
  ...secretHandlers,
  ...storagePoolHandlers,
  ...storageVolHandlers,
};
