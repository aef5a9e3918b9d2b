/**
 * What a promise is, and what the checks of all of them share.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Connection } from "../../src/api/connection.ts";
import type { PartName } from "../../src/api/parts.ts";
import type { Driver } from "../../src/drivers/contract.ts";
import type { Host } from "../../src/host/host.ts";
import { VirtError } from "../../src/model/error.ts";
import type { ErrorCode } from "../../src/model/error_code.ts";

/** A promise. */
export interface Promised {
  /** A sentence about what is true for a user. */
  readonly name: string;
  /** The part that it is about: a driver without the part, or without a call of it, need not keep the promise. */
  readonly needs?: PartName;
  check(context: ContractContext): Promise<void>;
}

/** What a promise is checked on. */
export interface ContractContext {
  readonly driver: Driver;
  readonly host: Host;
  readonly uri: string;
  /** `<domain>` of a small guest that the hypervisor can run. */
  guestXml(name: string): Promise<string>;
  /** Opens the hypervisor; it is closed at the end of the test. */
  open(options?: { readonly readOnly?: boolean }): Promise<Connection>;
}

/** Expects an error of this code. */
export async function rejectsWith(code: ErrorCode, act: () => Promise<unknown>): Promise<void> {
  await assert.rejects(act, (error) => {
    assert.ok(error instanceof VirtError, `not a VirtError: ${error}`);
    assert.equal(error.code, code);
    return true;
  });
}
