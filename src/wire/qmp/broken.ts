/**
 * How a conversation with a monitor ends when it does not end well.
 *
 * @module
 */

/**
 * `garbage`: bytes that are no QMP; `too-long`: a message beyond the bound; `closed`: the other side went away;
 * `aborted`: our side gave up; `protocol`: QMP, but not an answer to what was asked.
 */
export type QmpBreak = "garbage" | "too-long" | "closed" | "aborted" | "protocol";

/** The session is over; every command that had no answer yet fails with this. */
export class QmpBrokenError extends Error {
  /** How it broke. */
  readonly kind: QmpBreak;

  constructor(kind: QmpBreak, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "QmpBrokenError";
    this.kind = kind;
  }
}
