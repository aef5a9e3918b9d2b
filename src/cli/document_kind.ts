/**
 * The name of a document on the command line.
 *
 * @module
 */

import { nearest } from "../base/nearest.ts";
import { DOCUMENT_KINDS, type DocumentKind, isDocumentKind } from "../conf/kinds.ts";
import { UsageError } from "./failure.ts";

/** The name, where it is one. Throws UsageError naming the nearest. */
export function checkKind(name: string): DocumentKind {
  if (isDocumentKind(name)) return name;
  const near = nearest(name, DOCUMENT_KINDS);
  const hint = near === undefined ? `there are ${DOCUMENT_KINDS.join(", ")}` : `did you mean "${near}"?`;
  throw new UsageError(`There is no document "${name}": ${hint}`);
}
