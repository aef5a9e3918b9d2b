/**
 * For the tests of documents: a mistake, and what libvirt says about it.
 *
 * @module
 */

import assert from "node:assert/strict";
import { DocumentError } from "./document_error.ts";

/** Checks that the work is refused with libvirt's code and detail. */
export function assertRefused(work: () => unknown, code: string, detail: string): void {
  assert.throws(work, (error) => {
    assert.ok(error instanceof DocumentError);
    assert.deepEqual([error.code, error.detail], [code, detail]);
    return true;
  });
}
