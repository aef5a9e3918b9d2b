/**
 * Typed parameters, asked for as libvirt's protocol wants it: first how many there are, then for all of them.
 *
 * @module
 */

import {
  fromRecord,
  type ParameterTable,
  type RecordOf,
  toRecord,
  TYPED_PARAMETER_FLAGS,
  type TypedParameter,
  type TypedRecord,
} from "../../model/mod.ts";

/** Says that this client takes texts, too. */
export const STRINGS = TYPED_PARAMETER_FLAGS.stringOkay;

/** A reply to either question. */
interface Reply {
  readonly params: readonly TypedParameter[];
  readonly nparams: number;
}

/** Asks both questions. */
export async function askParameters(ask: (nparams: number) => Promise<Reply>): Promise<TypedRecord> {
  const { nparams, params } = await ask(0);
  // A server that has none says so, and one that knows no two questions has answered already.
  return toRecord(nparams === 0 ? params : (await ask(nparams)).params);
}

/** A caller's record as parameters. */
export function parametersOf(table: ParameterTable, record: TypedRecord): readonly TypedParameter[] {
  return fromRecord(table, record as RecordOf<ParameterTable>);
}
