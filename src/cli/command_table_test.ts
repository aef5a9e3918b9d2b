import assert from "node:assert/strict";
import { COMMANDS, findCommand, GLOBAL_OPTIONS } from "./command_table.ts";
import { EXIT, EXIT_CODES } from "./exit_codes.ts";
import { commandHelp, programHelp } from "./help.ts";

Deno.test("every command is found by its name, and the words after it are handed over", () => {
  for (const { name } of COMMANDS) {
    const { entry, rest } = findCommand([...name.split(" "), "--x", "y"]);
    assert.equal(entry.name, name);
    assert.deepEqual(rest, ["--x", "y"]);
  }
});

Deno.test("the help names every command, every option and every argument, in lines that fit a terminal", async () => {
  const program = programHelp();
  for (const entry of COMMANDS) {
    assert.match(program, new RegExp(` ${entry.name}[ ,\n]`));
    const command = await entry.load();
    const help = commandHelp(entry, command);
    for (const { name } of [...command.options, ...GLOBAL_OPTIONS]) assert.ok(help.includes(`--${name}`), name);
    for (const { name } of command.positionals) assert.ok(help.includes(name), name);
    for (const line of help.split("\n")) assert.ok(line.length <= 120, line);
  }
  for (const line of program.split("\n")) assert.ok(line.length <= 120, line);
});

/** virsh's meaning of these is the one that people expect after a command's name; before it they are ours. */
const HIDDEN = ["config", "set", "version"];

Deno.test("no option of a command hides an option of all commands, but for those of virsh", async () => {
  const taken = GLOBAL_OPTIONS.flatMap(({ name, short }) => [name, short]).filter((name) =>
    !HIDDEN.includes(name ?? "")
  );
  for (const entry of COMMANDS) {
    const command = await entry.load();
    const names = command.options.flatMap(({ name, short }) => short === undefined ? [name] : [name, short]);
    assert.deepEqual(names.filter((name) => taken.includes(name)), [], entry.name);
    assert.equal(new Set(names).size, names.length, entry.name);
  }
});

Deno.test("every exit code is documented once", () => {
  assert.deepEqual(EXIT_CODES.map(({ code }) => code).toSorted(), Object.values(EXIT).toSorted());
});
