/**
 * Asking polkit whether a process may use libvirt's door: the actions are libvirt's own, so that rules written for it
 * hold here, too.
 *
 * @module
 */

import type { Exec } from "../host/host.ts";
import { VirtError } from "../model/error.ts";
import type { AskPolicy } from "../rpc/auth/authentication.ts";

/** Milliseconds that a person has to answer polkit's question. */
const PATIENCE_MS = 60_000;

/** The exit codes of pkcheck(1). */
const ALLOWED = 0;
const NO_AGENT = 2;

/** Asks through pkcheck(1). */
export function askPolkit(exec: Exec): AskPolicy {
  return async ({ pid, uid }, { readOnly }) => {
    const action = readOnly ? "org.libvirt.unix.monitor" : "org.libvirt.unix.manage";
    const { code } = await exec.run({
      argv: ["pkcheck", "--action-id", action, "--process", `${pid},0,${uid}`, "--allow-user-interaction"],
    }, { deadlineMs: PATIENCE_MS }).catch((error) => {
      throw new VirtError("VIR_ERR_AUTH_UNAVAILABLE", "pkcheck cannot be run", {
        domain: "VIR_FROM_POLKIT",
        cause: error,
      });
    });
    if (code === ALLOWED) return;
    if (code === NO_AGENT) {
      const detail = `no polkit agent available to authenticate action '${action}'`;
      throw new VirtError("VIR_ERR_AUTH_UNAVAILABLE", detail, { domain: "VIR_FROM_POLKIT" });
    }
    throw new VirtError("VIR_ERR_AUTH_FAILED", "access denied by policy", { domain: "VIR_FROM_POLKIT" });
  };
}
