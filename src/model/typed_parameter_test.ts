import assert from "node:assert/strict";
import { VirtError } from "./error.ts";
import { fromRecord, parameterKind, type RecordOf, toCheckedRecord, toRecord } from "./typed_parameter.ts";

const TABLE = {
  "cpu_shares": "ullong",
  "vcpu.<num>.state": "int",
  "cap": "uint",
  "name": "string",
  "disks": "strings",
} as const;

function refusal(work: () => unknown): [string, string] {
  try {
    work();
  } catch (error) {
    if (error instanceof VirtError) return [error.code, error.message];
    throw error;
  }
  throw new Error("It was not refused");
}

Deno.test("a record becomes parameters with the table's types, and back", () => {
  const record = { cpu_shares: 2n ** 60n, "vcpu.12.state": 1, name: "a" };
  const parameters = fromRecord(TABLE, record);
  assert.deepEqual(parameters.map(({ type }) => type), ["ullong", "int", "string"]);
  assert.deepEqual(toRecord(parameters), record);
});

Deno.test("a field that is undefined is left out", () => {
  const record: { cap?: number } = {};
  assert.deepEqual(fromRecord(TABLE, { ...record, name: "a" }).length, 1);
});

Deno.test("an unknown field is refused with libvirt's text", () => {
  const record = { color: 1 } as RecordOf<typeof TABLE>;
  assert.deepEqual(refusal(() => fromRecord(TABLE, record)), [
    "VIR_ERR_ARGUMENT_UNSUPPORTED",
    "argument unsupported: parameter 'color' not supported",
  ]);
});

Deno.test("a value that does not fit its type is refused with libvirt's text", () => {
  for (const cap of [-1, 2 ** 32, 1.5, Number.NaN]) {
    assert.deepEqual(refusal(() => fromRecord(TABLE, { cap })), [
      "VIR_ERR_INVALID_ARG",
      "invalid argument: Invalid value for field 'cap': expected unsigned int",
    ]);
  }
});

Deno.test("a client's parameters are refused when unknown, of another type, or given twice", () => {
  const cap = { field: "cap", type: "uint", value: 1 } as const;
  toCheckedRecord(TABLE, [cap]);
  assert.equal(
    refusal(() => toCheckedRecord(TABLE, [cap, cap]))[1],
    "invalid argument: parameter 'cap' occurs multiple times",
  );
  assert.equal(
    refusal(() => toCheckedRecord(TABLE, [{ ...cap, type: "int" }]))[1],
    "invalid argument: invalid type 'int' for parameter 'cap', expected 'uint'",
  );
  assert.equal(
    refusal(() => toCheckedRecord(TABLE, [{ ...cap, field: "x" }]))[1],
    "argument unsupported: parameter 'x' not supported",
  );
});

Deno.test("only whole numbers between dots stand for a pattern's place", () => {
  assert.equal(parameterKind(TABLE, "vcpu.3.state"), "int");
  assert.equal(parameterKind(TABLE, "vcpu.x.state"), undefined);
  assert.equal(parameterKind(TABLE, "constructor"), undefined);
});

Deno.test("a string that may come several times is a list in the record", () => {
  const parameters = fromRecord(TABLE, { disks: ["vda", "vdb"] });
  assert.deepEqual(parameters.map(({ value }) => value), ["vda", "vdb"]);
  assert.deepEqual({ ...toCheckedRecord(TABLE, parameters) }, { disks: ["vda", "vdb"] });
});
