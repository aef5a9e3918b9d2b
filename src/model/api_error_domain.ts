/**
 * Where the errors of libvirt's public functions come from: each of its source files has a domain of its own, and the
 * name of a function tells its file (release 9.0).
 *
 * @module
 */

import type { ApiName } from "./api_permissions.ts";
import type { ErrorDomain } from "./error_domain.ts";

/** Words of a function's name, the most telling first. The connection and the host have the domain of guests. */
const DOMAINS: readonly (readonly [words: RegExp, domain: ErrorDomain])[] = [
  [/^virConnect(?:Open|Close)$|Qemu|Lxc/, "VIR_FROM_NONE"],
  [/Snapshot/, "VIR_FROM_DOMAIN_SNAPSHOT"],
  [/Checkpoint/, "VIR_FROM_DOMAIN_CHECKPOINT"],
  [/Domain/, "VIR_FROM_DOMAIN"],
  [/NWFilter/, "VIR_FROM_NWFILTER"],
  [/NodeDevice|^virNode(?:ListDevices|NumOfDevices)$/, "VIR_FROM_NODEDEV"],
  [/Interface/, "VIR_FROM_INTERFACE"],
  [/Network/, "VIR_FROM_NETWORK"],
  [/Storage/, "VIR_FROM_STORAGE"],
  [/Secret/, "VIR_FROM_SECRET"],
];

/** The domain of the errors that libvirt's public function itself throws. */
export function apiErrorDomain(api: ApiName): ErrorDomain {
  return DOMAINS.find(([words]) => words.test(api))?.[1] ?? "VIR_FROM_DOMAIN";
}
