import {
  EXIT
} from "./chunk-FOT5CZLM.js";

// src/cli/failure.ts
var CliError = class extends Error {
  exitCode;
  constructor(message, exitCode = EXIT.failure, options) {
    super(message, options);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
};
var UsageError = class extends CliError {
  constructor(message) {
    super(message, EXIT.usage);
    this.name = "UsageError";
  }
};
var ConfigError = class extends CliError {
  constructor(message, options) {
    super(message, EXIT.configuration, options);
    this.name = "ConfigError";
  }
};
function describeError(error) {
  const parts = [];
  let hint;
  let current = error;
  for (let depth = 0; depth < 5 && current !== void 0; depth++) {
    const message = current instanceof Error ? current.message || current.name : String(current);
    if (!parts.some((part) => part.includes(message))) parts.push(message);
    if (isVirtError(current)) hint ??= current.hint;
    current = current instanceof Error ? current.cause : void 0;
  }
  return oneLine(parts.join(": ") + (hint === void 0 ? "" : `; ${hint}`));
}
function exitCodeOf(error) {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if (current instanceof CliError) return current.exitCode;
    if (isVirtError(current)) return VIRT_EXIT_CODES[current.code] ?? EXIT.failure;
    current = current.cause;
  }
  return EXIT.failure;
}
var VIRT_EXIT_CODES = {
  VIR_ERR_NO_SUPPORT: EXIT.unsupported,
  VIR_ERR_CONFIG_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_OPERATION_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_ARGUMENT_UNSUPPORTED: EXIT.unsupported,
  VIR_ERR_NO_CONNECT: EXIT.notFound,
  VIR_ERR_INVALID_ARG: EXIT.usage,
  VIR_ERR_OPERATION_ABORTED: EXIT.interrupted
};
function isVirtError(error) {
  return error instanceof Error && error.name === "VirtError" && "code" in error;
}
function oneLine(text) {
  return text.replace(/\s*\n\s*/g, "; ").replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").trim();
}

export {
  CliError,
  UsageError,
  ConfigError,
  describeError,
  exitCodeOf
};
