/**
 * Parameters that carry their own name and type, as libvirt's calls exchange them; people use records instead.
 *
 * @module
 */

import { type Integer64, isInt64, isUint64 } from "../base/integer64.ts";
import { VirtError } from "./error.ts";
import type { TypedParameterType } from "./typed_parameter_type.ts";

/** What a parameter can hold. */
export type TypedValue = Integer64 | boolean | string;

/** A parameter with its name and type. */
export interface TypedParameter {
  /** Its name: `cpu_shares`, `vcpu.0.time`. */
  readonly field: string;
  /** Its type. */
  readonly type: TypedParameterType;
  /** What it holds. */
  readonly value: TypedValue;
}

/** Parameters as people use them: the values by their names. */
export type TypedRecord = Readonly<Record<string, TypedValue>>;

/** The type of a parameter of a call; `strings` is a string that may come several times. */
export type ParameterKind = TypedParameterType | "strings";

/** The parameters of a call by name; a name with `<num>` stands for one with any number there. */
export type ParameterTable = Readonly<Record<string, ParameterKind>>;

/** What each type is in TypeScript. */
export interface TypedParameterValues {
  /** 32 bits, signed. */
  readonly int: number;
  /** 32 bits, unsigned. */
  readonly uint: number;
  /** 64 bits, signed. */
  readonly llong: Integer64;
  /** 64 bits, unsigned. */
  readonly ullong: Integer64;
  /** A floating point number. */
  readonly double: number;
  /** Yes or no. */
  readonly boolean: boolean;
  /** A text. */
  readonly string: string;
  /** Texts, each in a parameter of its own. */
  readonly strings: readonly string[];
}

/** A name as it is in a record: any number stands in place of each `<num>`. */
export type FieldOf<Name extends string> = Name extends `${infer Head}<num>${infer Tail}`
  ? `${Head}${number}${FieldOf<Tail>}`
  : Name;

/** The record that belongs to a table: every field may be there or not. */
export type RecordOf<T extends ParameterTable> = {
  readonly [Name in keyof T & string as FieldOf<Name>]?: TypedParameterValues[T[Name]];
};

/** The record of parameters; of two with the same name the last counts. */
export function toRecord(parameters: readonly TypedParameter[]): Record<string, TypedValue> {
  return Object.fromEntries(parameters.map(({ field, value }) => [field, value]));
}

/**
 * The record of a client's parameters, checked: each is known, has the table's type, and comes once unless it may come
 * several times.
 *
 * @throws VirtError with the text libvirt gives
 */
export function toCheckedRecord<T extends ParameterTable>(
  table: T,
  parameters: readonly TypedParameter[],
): RecordOf<T> {
  const record: Record<string, TypedValue | string[]> = Object.create(null);
  for (const { field, type, value } of parameters) {
    const kind = kindOf(table, field);
    const before = record[field];
    if (before !== undefined && kind !== "strings") {
      throw new VirtError("VIR_ERR_INVALID_ARG", `parameter '${field}' occurs multiple times`);
    }
    const expected = kind === "strings" ? "string" : kind;
    if (type !== expected) {
      const text = `invalid type '${type}' for parameter '${field}', expected '${expected}'`;
      throw new VirtError("VIR_ERR_INVALID_ARG", text);
    }
    if (kind !== "strings") record[field] = value;
    else record[field] = [...(Array.isArray(before) ? before : []), String(value)];
  }
  return record as RecordOf<T>;
}

/**
 * The parameters of a record, in its order; fields that are `undefined` are left out.
 *
 * @throws VirtError where a field is not in the table or its value does not fit the type
 */
export function fromRecord<T extends ParameterTable>(table: T, record: RecordOf<T>): TypedParameter[] {
  const parameters: TypedParameter[] = [];
  for (const [field, value] of Object.entries<TypedValue | readonly string[] | undefined>(record)) {
    if (value === undefined) continue;
    const kind = kindOf(table, field);
    const type = kind === "strings" ? "string" : kind;
    for (const item of kind === "strings" && Array.isArray(value) ? value : [value]) {
      if (!fits(type, item)) {
        throw new VirtError("VIR_ERR_INVALID_ARG", `Invalid value for field '${field}': expected ${EXPECTED[type]}`);
      }
      parameters.push({ field, type, value: item });
    }
  }
  return parameters;
}

/** What a table says of a field, patterns included; `undefined` where it does not have it. */
export function parameterKind(table: ParameterTable, field: string): ParameterKind | undefined {
  if (Object.hasOwn(table, field)) return table[field];
  const pattern = field.replace(/(?<=\.|pin)\d+(?=\.|$)/g, "<num>");
  return Object.hasOwn(table, pattern) ? table[pattern] : undefined;
}

function kindOf(table: ParameterTable, field: string): ParameterKind {
  const kind = parameterKind(table, field);
  if (kind !== undefined) return kind;
  throw new VirtError("VIR_ERR_ARGUMENT_UNSUPPORTED", `parameter '${field}' not supported`);
}

/** libvirt's words for what a value should have been. */
const EXPECTED = {
  int: "int",
  uint: "unsigned int",
  llong: "long long",
  ullong: "unsigned long long",
  double: "double",
  boolean: "boolean",
  string: "string",
} as const satisfies Readonly<Record<TypedParameterType, string>>;

function fits(type: TypedParameterType, value: unknown): value is TypedValue {
  switch (type) {
    case "int":
      return typeof value === "number" && (value | 0) === value;
    case "uint":
      return typeof value === "number" && (value >>> 0) === value;
    case "llong":
      return isInt64(value);
    case "ullong":
      return isUint64(value);
    case "double":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
  }
}
