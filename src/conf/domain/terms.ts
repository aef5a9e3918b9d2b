/**
 * What libvirt says about mistakes in a domain's document.
 *
 * @module
 */

import type { ErrorCode } from "../../model/error_code.ts";
import type { ErrorTerms } from "../xml/document_error.ts";

/** libvirt's wording, and its code where that is not `VIR_ERR_XML_ERROR`. */
export function wrong(detail: string, code: ErrorCode = "VIR_ERR_XML_ERROR"): ErrorTerms {
  return { code, domain: "VIR_FROM_DOMAIN", detail };
}

/** The same for what could be right but is not supported. */
export function unsupported(detail: string): ErrorTerms {
  return wrong(detail, "VIR_ERR_CONFIG_UNSUPPORTED");
}

/** The same where libvirt calls a mistake of the writer an internal error. */
export function internal(detail: string): ErrorTerms {
  return wrong(detail, "VIR_ERR_INTERNAL_ERROR");
}

/** An attribute or element that has to be there, and what libvirt says where it is not. */
export function required(detail: string, code?: ErrorCode): ErrorTerms & { readonly required: true } {
  return { required: true, ...wrong(detail, code) };
}
