import assert from "node:assert/strict";
import { OBJECT_COMMANDS } from "../../src/cli/command_groups.ts";
import { OWN_COMMANDS } from "../../src/cli/command_table.ts";

const FOLDER = new URL("../../src/cli/commands/", import.meta.url);

Deno.test("each group's file has the commands that the table says, and no others", async () => {
  const names = OBJECT_COMMANDS.map(({ name }) => name);
  assert.equal(new Set([...names, ...OWN_COMMANDS.map(({ name }) => name)]).size, names.length + OWN_COMMANDS.length);
  const inFiles: string[] = [];
  for await (const { name } of Deno.readDir(FOLDER)) {
    const { commands = {} } = await import(new URL(name, FOLDER).href);
    inFiles.push(...Object.keys(commands));
  }
  assert.deepEqual(inFiles.toSorted(), names.toSorted());
});
