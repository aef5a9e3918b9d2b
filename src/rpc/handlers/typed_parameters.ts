/**
 * Typed parameters as clients ask for them: first how many there are, then for so many of them.
 *
 * @module
 */

import {
  fromRecord,
  type ParameterTable,
  type RecordOf,
  TYPED_PARAMETER_FLAGS,
  type TypedParameter,
  type TypedRecord,
} from "../../model/mod.ts";

/** What a client asks for: how many, and with flags that may say that it takes texts. */
export interface ParameterRequest {
  readonly nparams: number;
  readonly flags: number;
}

/** How many there are, or so many of them as were asked for. */
export interface ParameterReply {
  readonly params: readonly TypedParameter[];
  readonly nparams: number;
}

const { stringOkay } = TYPED_PARAMETER_FLAGS;

/** The flags of a call without the one that says what its parameters may be. */
export function withoutStringFlag(flags: number): number {
  return (flags & ~stringOkay) >>> 0;
}

/** Answers one of the two questions. */
export function parameterReply(table: ParameterTable, record: TypedRecord, request: ParameterRequest): ParameterReply {
  const all = parametersOf(table, record);
  if (request.nparams === 0) return { params: [], nparams: all.length };
  const some = all.slice(0, Math.max(0, request.nparams));
  return { params: readable(some, request.flags), nparams: 0 };
}

/** Those that the client takes. */
export function readable(parameters: readonly TypedParameter[], flags: number): readonly TypedParameter[] {
  return (flags & stringOkay) !== 0 ? parameters : parameters.filter(({ type }) => type !== "string");
}

/** A driver's record as parameters of the table's types. */
export function parametersOf(table: ParameterTable, record: TypedRecord): readonly TypedParameter[] {
  return fromRecord(table, record as RecordOf<ParameterTable>);
}
