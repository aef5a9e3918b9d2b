import assert from "node:assert/strict";
import { makeHome, programWords } from "./run_innkeeper.ts";

Deno.test("a reader that goes away is not a crash", async () => {
  await using home = await makeHome();
  const process = home.start(["help", "config"]);
  await process.stdout.cancel();
  const stderr = await new Response(process.stderr).text();
  const { code } = await process.status;
  assert.equal(stderr, "");
  // Everything may have been written before the reader went.
  assert.ok(code === 141 || code === 0, `${code}`);
});

Deno.test("a standard output that is full or closed is an error that says so", async () => {
  await using home = await makeHome();
  const [program, ...first] = programWords();
  const shell = new Deno.Command("/bin/sh", {
    args: ["-c", '"$@" >/dev/full', "sh", program, ...first, "help", "config"],
    env: { ...home.env },
    clearEnv: true,
    stderr: "piped",
  });
  const { code, stderr } = await shell.output();
  assert.equal(code, 1);
  assert.match(new TextDecoder().decode(stderr), /^innkeeper: .*[Nn]o space left/);
});
