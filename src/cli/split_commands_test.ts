import assert from "node:assert/strict";
import { UsageError } from "./failure.ts";
import { splitCommands } from "./split_commands.ts";

Deno.test("commands are split at semicolons and lines, words at blanks, and quotes hold both together", () => {
  assert.deepEqual(splitCommands("define x.xml; start x\nlist  --all;;\n"), [["define", "x.xml"], ["start", "x"], [
    "list",
    "--all",
  ]]);
  assert.deepEqual(splitCommands(`desc a 'b; c' "d \\"e\\" \\n" f\\ g ''`), [
    ["desc", "a", "b; c", 'd "e" \\n', "f g", ""],
  ]);
  assert.deepEqual(splitCommands("list # all; of\ndomid a#b"), [["list"], ["domid", "a#b"]]);
  assert.deepEqual(splitCommands(" \n ; "), []);
});

Deno.test("a quote that is not closed is refused", () => {
  assert.throws(() => splitCommands("desc a 'b"), UsageError);
});
