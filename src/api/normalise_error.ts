/**
 * Whatever is thrown below becomes one kind of error on its way out.
 *
 * @module
 */

import { DocumentError } from "../conf/xml/document_error.ts";
import { VirtError } from "../model/error.ts";
import type { ErrorCode } from "../model/error_code.ts";
import { errorDomainOf } from "../model/error_domain.ts";
import type { DriverId } from "../model/driver_id.ts";

/** What was being done when something was thrown. */
export interface ErrorContext {
  /** The call, in words a client knows: `virConnectGetCapabilities`. */
  readonly call: string;
  /** The driver that carried it out. */
  readonly driver: DriverId;
}

/** Names of the runtime's errors that say which code they are; all others are internal errors. */
const CODES = {
  AbortError: "VIR_ERR_OPERATION_ABORTED",
  TimeoutError: "VIR_ERR_OPERATION_TIMEOUT",
  NotFound: "VIR_ERR_SYSTEM_ERROR",
  PermissionDenied: "VIR_ERR_ACCESS_DENIED",
  NotCapable: "VIR_ERR_ACCESS_DENIED",
  ConnectionRefused: "VIR_ERR_SYSTEM_ERROR",
  ConnectionReset: "VIR_ERR_SYSTEM_ERROR",
  BrokenPipe: "VIR_ERR_SYSTEM_ERROR",
  FilesystemLoop: "VIR_ERR_SYSTEM_ERROR",
  IsADirectory: "VIR_ERR_SYSTEM_ERROR",
  NotADirectory: "VIR_ERR_SYSTEM_ERROR",
} as const satisfies Readonly<Record<string, ErrorCode>>;

/** Gives a {@linkcode VirtError} for anything thrown; one that is already such an error stays as it is. */
export function normaliseError(thrown: unknown, { call, driver }: ErrorContext): VirtError {
  if (thrown instanceof VirtError) return thrown;
  if (thrown instanceof DocumentError) return documentRefused(thrown, call);
  const name = thrown instanceof Error ? thrown.name : "";
  const code = Object.hasOwn(CODES, name) ? CODES[name as keyof typeof CODES] : "VIR_ERR_INTERNAL_ERROR";
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new VirtError(code, message, { domain: errorDomainOf(driver), step: call, cause: thrown });
}

function documentRefused(error: DocumentError, call: string): VirtError {
  const { code, detail, domain, path, line, column } = error;
  return new VirtError(code, detail, {
    domain,
    step: call,
    hint: `Look at ${path}, in line ${line}, column ${column} of the document`,
    cause: error,
  });
}
