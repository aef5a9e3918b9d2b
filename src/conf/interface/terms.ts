/**
 * The errors of interface documents, in libvirt's words.
 *
 * @module
 */

import type { ErrorTerms } from "../xml/document_error.ts";

/** What is missing or wrong. */
export function wrong(detail: string): ErrorTerms {
  return { domain: "VIR_FROM_INTERFACE", detail };
}
