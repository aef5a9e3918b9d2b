/**
 * One run of virsh in the comparison: later commands see what earlier ones did.
 *
 * @module
 */

/** One run of virsh. */
export interface Scenario {
  /** A sentence about what a person does. */
  readonly name: string;
  /** Commands, as they are typed; `$D` is the folder of the documents. */
  readonly commands: readonly string[];
  /** Opens the connection for reading only. @default {false} */
  readonly readOnly?: boolean;
}

/** Commands that need no sentence of their own. */
export function each(name: string, commands: readonly string[]): Scenario {
  return { name, commands };
}
