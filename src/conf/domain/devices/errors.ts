/**
 * What libvirt answers where a device is wrong in its own manner; most of it comes from the domain configuration.
 *
 * @module
 */

import type { ErrorCode } from "../../../model/error_code.ts";
import type { ErrorTerms } from "../../xml/document_error.ts";

/** Malformed: `VIR_ERR_XML_ERROR` unless told. */
export function bad(detail: string, code: ErrorCode = "VIR_ERR_XML_ERROR"): ErrorTerms {
  return { code, domain: "VIR_FROM_DOMAIN", detail };
}

/** Well-formed, but not to be had: `VIR_ERR_CONFIG_UNSUPPORTED`. */
export function unsupported(detail: string): ErrorTerms {
  return bad(detail, "VIR_ERR_CONFIG_UNSUPPORTED");
}

/** Malformed, where libvirt calls it an internal error. */
export function internal(detail: string): ErrorTerms {
  return bad(detail, "VIR_ERR_INTERNAL_ERROR");
}

/** An attribute or element that has to be there. */
export function required(detail: string, code?: ErrorCode): ErrorTerms & { readonly required: true } {
  return { required: true, ...bad(detail, code) };
}
