/**
 * What is wrong with a document, said as libvirt says it.
 *
 * @module
 */

import { DocumentError } from "../../conf/xml/document_error.ts";
import { VirtError } from "../../model/error.ts";

/**
 * Does what parses a document; `what` names it for people: `the domain`, `/etc/node.xml`.
 *
 * @throws VirtError in the place of a {@linkcode DocumentError}
 */
export function parsing<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new VirtError(error.code, error.detail, {
      domain: error.domain,
      step: `parse ${what}`,
      hint: `Look at ${error.path} of ${what}: line ${error.line}, column ${error.column}`,
      cause: error,
    });
  }
}
