/**
 * What a call is refused with.
 *
 * @module
 */

import assert from "node:assert/strict";
import { VirtError } from "../../src/model/error.ts";
import type { ErrorCode } from "../../src/model/error_code.ts";

/** Fails unless the work is refused with this code, and gives the error. */
export async function rejectsWith(code: ErrorCode, work: () => Promise<unknown>): Promise<VirtError> {
  let found: VirtError | undefined;
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof VirtError, String(error));
    assert.equal(error.code, code, error.message);
    found = error;
    return true;
  });
  return found as VirtError;
}
