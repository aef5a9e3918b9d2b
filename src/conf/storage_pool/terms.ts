/**
 * The errors of storage documents, in libvirt's words.
 *
 * @module
 */

import type { ErrorTerms } from "../xml/document_error.ts";

/** What is missing or wrong. */
export function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_STORAGE", detail };
}

/** What libvirt does not know. */
export function unsupported(detail: string): ErrorTerms {
  return { code: "VIR_ERR_CONFIG_UNSUPPORTED", domain: "VIR_FROM_STORAGE", detail };
}
