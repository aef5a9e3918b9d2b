import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno_host.ts";

const { exec, env, files } = denoHost();

/** What a shell makes of a text: these tests are about processes that start others. */
function script(text: string, ...args: string[]): [string, ...string[]] {
  // deno-lint-ignore house/no-shell
  return ["/bin/sh", "-c", text, "sh", ...args];
}

Deno.test("a program's outputs, code and input are its own", async () => {
  const result = await exec.run({ argv: script("cat; echo error >&2; exit 3") }, { input: "given" });
  assert.deepEqual(result, { code: 3, stdout: "given", stderr: "error\n", timedOut: false });
});

Deno.test("arguments reach a program as they are, and the environment is what was asked for", async () => {
  const result = await exec.run({
    argv: script('printf "%s|" "$@"; echo "$A-$HOME"', "a b", "$(x)", ""),
    env: { A: "1" },
    clearEnv: true,
  });
  assert.equal(result.stdout, "a b|$(x)||1-\n");
});

Deno.test("a program that is not there cannot be run, and the error names it", async () => {
  await assert.rejects(exec.run({ argv: ["/no/such/program"] }), /Cannot run "\/no\/such\/program"/);
  await assert.rejects(exec.spawn({ argv: ["/"] }), /Cannot run "\/"/);
});

Deno.test("a program past its deadline dies with all of its children", async () => {
  const marker = `innkeeper-${crypto.randomUUID()}`;
  const result = await exec.run(
    { argv: script(`sh -c 'sleep 100 # ${marker}'& echo started; wait`) },
    { deadlineMs: 300 },
  );
  assert.deepEqual({ ...result, stderr: "" }, {
    code: 137,
    signal: "SIGKILL",
    stdout: "started\n",
    stderr: "",
    timedOut: true,
  });
  assert.equal((await exec.run({ argv: ["pgrep", "-f", `^sh -c sleep 100 # ${marker}`] })).stdout, "");
});

Deno.test("a child that left its group and keeps the pipes open cannot keep us waiting", async () => {
  const result = await exec.run({ argv: script("echo $$; setsid sleep 3 & exit 0") }, { deadlineMs: 300 });
  assert.equal(result.timedOut, true);
  assert.equal(result.code, 0);
});

Deno.test("a program that writes without end is cut off, not kept in memory", async () => {
  const result = await exec.run({ argv: script("yes | head -c 5000000; echo last >&2") }, { outputLimit: 1000 });
  assert.deepEqual([result.code, result.stdout.length, result.stderr], [0, 1000, "last\n"]);
});

Deno.test("a program that does not read its input does not fail us", async () => {
  const result = await exec.run({ argv: ["true"] }, { input: "x".repeat(1_000_000) });
  assert.equal(result.code, 0);
});

Deno.test("running can be given up, and the program ends", async () => {
  const controller = new AbortController();
  const running = exec.run({ argv: ["sleep", "100"] }, { signal: controller.signal });
  controller.abort(new Error("No longer wanted"));
  await assert.rejects(running, /No longer wanted/);
  await assert.rejects(exec.run({ argv: ["true"] }, { signal: controller.signal }), /No longer wanted/);
});

Deno.test("a started program talks over its pipes, in a process group of its own", async () => {
  await using process = await exec.spawn({ argv: script("echo ready >&2; exec cat") });
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode("hello"));
  const reader = process.stdout.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), "hello");
  assert.equal(process.stderr(), "ready\n");
  const stat = await files.readText(`/proc/${process.pid}/stat`) ?? "";
  assert.equal(stat.split(" ")[4], `${process.pid}`);
  reader.releaseLock();
  writer.releaseLock();
});

Deno.test("disposing of a started program ends it and what it started", async () => {
  const process = await exec.spawn({ argv: script("sleep 100 & sleep 100") });
  await process[Symbol.asyncDispose]();
  assert.deepEqual(await process.status, { code: 137, signal: "SIGKILL" });
  await process[Symbol.asyncDispose]();
});

Deno.test({
  name: "root runs a program as another user, without root's groups",
  ignore: env.uid !== 0,
  async fn(): Promise<void> {
    const result = await exec.run({ argv: script("id -u; id -g; id -G"), uid: 65534, gid: 65534 });
    assert.equal(result.stdout, "65534\n65534\n65534\n");
  },
});

Deno.test("a started program leaves no pipe open, though its pipes are still held", async () => {
  const before = await files.list("/proc/self/fd");
  for (let round = 0; round < 5; round++) {
    await using process = await exec.spawn({ argv: ["cat"] });
    const writer = process.stdin.getWriter();
    writer.closed.catch(() => {});
    const ending = process.stdout.getReader().read();
    await process[Symbol.asyncDispose]();
    assert.equal((await ending).done, true);
    await assert.rejects(writer.write(new Uint8Array(1)));
  }
  assert.equal((await files.list("/proc/self/fd"))?.length, before?.length);
});
