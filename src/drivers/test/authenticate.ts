/**
 * Who may open a hypervisor whose file names accounts.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ConnectionUri } from "../contract.ts";
import type { NodeUser } from "./node_document.ts";

/**
 * Lets those in that the file names by `test://user@/file`; a password cannot be given in a URI.
 *
 * @throws VirtError for everybody else
 */
export function authenticate(users: readonly NodeUser[], { user, text }: ConnectionUri): void {
  if (users.length === 0) return;
  const known = users.find(({ name }) => name === user);
  if (known !== undefined && known.password === undefined) return;
  const detail = "authentication failed, see test XML for the correct username/password";
  throw new VirtError("VIR_ERR_AUTH_FAILED", detail, {
    domain: "VIR_FROM_TEST",
    hint: `Open ${text} as a user that its file names without a password`,
  });
}
