/**
 * The errors of snapshots, in libvirt's words.
 *
 * @module
 */

import type { ErrorCode } from "../../model/error_code.ts";
import { VirtError } from "../../model/error.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** What is missing or wrong. */
export function wrong(detail: string, code: ErrorCode = "VIR_ERR_XML_ERROR"): ErrorTerms {
  return { code, domain: "VIR_FROM_DOMAIN_SNAPSHOT", detail };
}

/** Throws about a snapshot that does not fit. */
export function refuse(detail: string, code: ErrorCode = "VIR_ERR_CONFIG_UNSUPPORTED"): never {
  throw new VirtError(code, detail, { domain: "VIR_FROM_DOMAIN_SNAPSHOT" });
}
