/**
 * A conversation with a QEMU monitor, as much of it as a driver needs: so that a test is a function.
 *
 * @module
 */

/** A QMP session that is past its greeting. */
export interface QmpSession {
  /**
   * Executes a command and gives the value of its `return`. Calls made without waiting are pipelined.
   * Throws {@linkcode QmpError} when QEMU refuses the command, and other errors when the session is broken.
   */
  execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** QEMU's refusal of a command. */
export class QmpError extends Error {
  /** QEMU's error class: `GenericError`, `CommandNotFound`, … */
  readonly errorClass: string;
  /** The command that was refused. */
  readonly command: string;

  constructor(command: string, errorClass: string, description: string) {
    super(`QEMU refused "${command}": ${description}`);
    this.name = "QmpError";
    this.command = command;
    this.errorClass = errorClass;
  }
}
