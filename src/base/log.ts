/**
 * Where a part says what happened, for people and for journals. The interface is handed in; the program that is
 * the composition root decides where the lines go.
 *
 * @module
 */

/** Facts beside a message, flat: `{ reason: "microcode", path: "/usr/bin/qemu-system-x86_64" }`. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** How much a message matters. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Takes messages. */
export interface Log {
  /** For the one who hunts a defect. */
  debug(message: string, fields?: LogFields): void;
  /** Worth a line in normal operation. */
  info(message: string, fields?: LogFields): void;
  /** Something went wrong and was worked around. */
  warn(message: string, fields?: LogFields): void;
  /** Something went wrong and the caller feels it. */
  error(message: string, fields?: LogFields): void;
}

/** A log that keeps nothing. */
export const silentLog: Log = {
  debug(): void {},
  info(): void {},
  warn(): void {},
  error(): void {},
};
