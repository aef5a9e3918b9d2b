/**
 * The errors that many calls share, with the codes, domains and texts of libvirt's test hypervisor.
 *
 * @module
 */

import { VirtError } from "../../model/error.ts";
import type { ErrorCode } from "../../model/error_code.ts";
import type { ErrorDomain } from "../../model/error_domain.ts";
import type { DomainRef } from "../../model/object_refs.ts";

/** What an error says besides its text. */
export interface FailureOptions {
  /** @default {"VIR_FROM_TEST"} */
  readonly domain?: ErrorDomain;
  /** What to do next. */
  readonly hint?: string;
  /** errno, where the system refused. */
  readonly int1?: number;
}

/** An error of this hypervisor. */
export function failure(code: ErrorCode, detail?: string, options: FailureOptions = {}): VirtError {
  return new VirtError(code, detail, { domain: "VIR_FROM_TEST", ...options });
}

/** There is no such guest, any more or at all. */
export function noDomain({ uuid, name }: DomainRef): VirtError {
  return failure("VIR_ERR_NO_DOMAIN", `no domain with matching uuid '${uuid}' (${name})`, {
    hint: "It was removed, or never was here: list the domains",
  });
}

/** The guest is off, and what was asked needs one that runs. */
export function notRunning(): VirtError {
  return failure("VIR_ERR_OPERATION_INVALID", "domain is not running", {
    domain: "VIR_FROM_DOMAIN",
    hint: "Start the domain first",
  });
}
