/**
 * What every call of the API can be given last.
 *
 * @module
 */

import type { ApiName } from "../model/api_permissions.ts";

/** How long a call may take, and who can stop it. */
export interface CallOptions {
  /** Gives up on the call; the reason says why. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the call fails with `VIR_ERR_OPERATION_TIMEOUT`, whatever the hypervisor does. */
  readonly deadlineMs?: number;
  /** The function of libvirt that a client called, where libvirt has several for the same: errors name it. */
  readonly as?: ApiName;
}
