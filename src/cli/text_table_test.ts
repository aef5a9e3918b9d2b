import assert from "node:assert/strict";
import { formatTable, printable } from "./text_table.ts";

Deno.test("formatTable() makes each column as wide as its widest cell, and leaves no blanks at the end", () => {
  const table = formatTable(["A", "LONGER"], [["first", "x"], ["2"]]);
  assert.equal(table, "A      LONGER\nfirst  x\n2\n");
});

Deno.test("printable() takes away what a terminal would act on", () => {
  assert.equal(printable("a\x1b[31mred\x07\nnext\u202e"), "a [31mred next");
});
