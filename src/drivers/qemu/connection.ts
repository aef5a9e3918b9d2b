/**
 * An open QEMU hypervisor: the parts, put together over one service of emulators.
 *
 * @module
 */

import { silentLog } from "../../base/log.ts";
import { VirtError } from "../../model/error.ts";
import type { ConnectionUri, DriverConnection, OpenOptions } from "../contract.ts";
import { createCachePart } from "./cache_part.ts";
import { QemuCapabilitiesPart } from "./capabilities_part.ts";
import { EmulatorService } from "./emulator_service.ts";
import { guestOwner } from "./guest_owner.ts";
import type { Prober } from "./prober.ts";
import type { QemuSettings } from "./settings.ts";
import { SwtpmService } from "./swtpm_versions.ts";

/** What a connection is made of besides what it is opened with. */
export interface ConnectionParts {
  readonly settings: QemuSettings;
  readonly prober: Prober & AsyncDisposable;
}

/** Opens the hypervisor; nothing is read before the first question. */
export function connect(target: ConnectionUri, options: OpenOptions, parts: ConnectionParts): DriverConnection {
  const { host, log = silentLog, readOnly = false } = options;
  const { settings, prober } = parts;
  const path = checkPath(target, host.env.uid);
  const emulators = new EmulatorService({ host, settings, prober, log });
  const swtpm = new SwtpmService(host, { directory: settings.cacheDirectory, log });
  return {
    driver: "qemu",
    uri: `qemu:///${path}`,
    type: "QEMU",
    capabilities: new QemuCapabilitiesPart({
      host,
      emulators,
      swtpm,
      root: settings.root,
      foundOnly: readOnly,
      owner: () => guestOwner(host, settings),
    }),
    emulators,
    cache: createCachePart(emulators.store),
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all([emulators[Symbol.asyncDispose](), swtpm[Symbol.asyncDispose]()]);
      await prober[Symbol.asyncDispose]();
    },
  };
}

/** `system` is the hypervisor of the machine, which is root's; `session` is the caller's own. */
function checkPath({ path, text }: ConnectionUri, uid: number): "system" | "session" {
  if (path === "/session") return "session";
  if (path === "/system" && uid === 0) return "system";
  if (path === "/system") {
    throw new VirtError("VIR_ERR_NO_CONNECT", `${text}: the machine's hypervisor is opened by root only`, {
      domain: "VIR_FROM_QEMU",
      hint: "Open qemu:///session, or run this program as root",
    });
  }
  const hint = `Open qemu:///${uid === 0 ? "system" : "session"}`;
  if (path === "" || path === "/") {
    throw new VirtError("VIR_ERR_INVALID_ARG", `"${text}" names no hypervisor`, {
      domain: "VIR_FROM_QEMU",
      hint,
    });
  }
  throw new VirtError("VIR_ERR_INVALID_ARG", `there is no QEMU hypervisor at the path "${path}"`, {
    domain: "VIR_FROM_QEMU",
    hint,
  });
}
