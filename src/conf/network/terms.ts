/**
 * The errors of network documents, in libvirt's words.
 *
 * @module
 */

import type { ErrorTerms } from "../xml/document_error.ts";

/** A value that is wrong. */
export function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_NETWORK", detail };
}

/** A record of the DNS server that is wrong, and a few places more. */
export function broken(detail: string): ErrorTerms {
  return { code: "VIR_ERR_XML_DETAIL", domain: "VIR_FROM_NETWORK", detail };
}

/** Something that is right by itself and cannot be had here. */
export function unsupported(detail: string): ErrorTerms {
  return { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_NETWORK", detail };
}
