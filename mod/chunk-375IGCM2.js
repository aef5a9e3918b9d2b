import {
  errorDomainOf
} from "./chunk-7X5P3HIZ.js";
import {
  VirtError
} from "./chunk-33PIS4WT.js";

// src/api/normalise_error.ts
var CODES = {
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
  NotADirectory: "VIR_ERR_SYSTEM_ERROR"
};
function normaliseError(thrown, { call, driver }) {
  if (thrown instanceof VirtError) return thrown;
  const name = thrown instanceof Error ? thrown.name : "";
  const code = Object.hasOwn(CODES, name) ? CODES[name] : "VIR_ERR_INTERNAL_ERROR";
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new VirtError(code, message, {
    domain: errorDomainOf(driver),
    step: call,
    cause: thrown
  });
}

export {
  normaliseError
};
