/**
 * What the README says the drivers can do is what they can do.
 *
 * @module
 */

import assert from "node:assert/strict";
import { askDrivers, formatMatrix, replaceMatrix } from "../../scripts/support_matrix.ts";

Deno.test("the support matrix of the README is fresh", async () => {
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  const fresh = replaceMatrix(readme, formatMatrix(await askDrivers()));
  assert.equal(readme, fresh, "run: deno run --allow-read --allow-write scripts/support_matrix.ts --write");
});

Deno.test("a README without a place for the matrix is an error that says what to put in", () => {
  assert.throws(() => replaceMatrix("# Title", "| a |"), /put in "<!-- support matrix/);
});
