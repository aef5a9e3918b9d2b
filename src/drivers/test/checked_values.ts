/**
 * Parameters of a call, each one that the call knows.
 *
 * @module
 */

import { fromRecord, type ParameterTable, type TypedRecord, type TypedValue } from "../../model/typed_parameter.ts";

/**
 * The values by name, in the order in which they came.
 *
 * @throws VirtError where a name is unknown or its value does not fit
 */
export function checkedValues(table: ParameterTable, record: TypedRecord): ReadonlyMap<string, TypedValue> {
  return new Map(fromRecord(table, record).map(({ field, value }) => [field, value]));
}
