/**
 * Bad emulators: real programs, started through the real host, each with a failure of its own kind.
 *
 * @module
 */

import assert from "node:assert/strict";
import { fakeQemu, writeProgram } from "../../fakes/fake_qemu.ts";
import { failureOf, inDirectory, probeProgram, processesWith } from "./probing.ts";

/** Long enough for a script to start on a busy machine, short enough to wait for. */
const SHORT_MS = 1_500;

interface Fault {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly step: string;
  readonly message: RegExp;
  readonly stderr?: RegExp;
  readonly code?: number;
  readonly signal?: string;
}

const FAULTS: readonly Fault[] = [
  {
    title: "hangs before its greeting",
    body: "echo thinking >&2; sleep 60",
    kind: "deadline",
    step: "greeting",
    message: /no QMP greeting within 1.5 s/,
    stderr: /thinking/,
  },
  {
    title: "greets and then says nothing",
    body: fakeQemu({ hangAt: "execute" }),
    kind: "deadline",
    step: "qmp_capabilities",
    message: /no answer to "qmp_capabilities" within 1.5 s/,
  },
  {
    title: "hangs in the middle",
    body: fakeQemu({ hangAt: "query-machines" }),
    kind: "deadline",
    step: "query-machines",
    message: /no answer to "query-machines"/,
  },
  {
    title: "prints garbage",
    body: "echo QEMU emulator version 7.2; sleep 60",
    kind: "protocol",
    step: "greeting",
    message: /Expected a QMP message, got "QEMU emulator/,
  },
  {
    title: "prints JSON that is no QMP",
    body: `echo '{"hello":1}'; sleep 60`,
    kind: "protocol",
    step: "greeting",
    message: /Expected a QMP message/,
  },
  {
    title: "ends at once",
    body: "echo cannot load firmware >&2; exit 3",
    kind: "exit",
    step: "greeting",
    message: /ended with code 3 before its greeting: cannot load firmware/,
    stderr: /cannot load firmware/,
    code: 3,
  },
  {
    title: "ends at once without an error",
    body: "exit 0",
    kind: "exit",
    step: "greeting",
    message: /ended with code 0 before its greeting/,
    code: 0,
  },
  {
    title: "is ended by a signal",
    body: "kill -SEGV $$",
    kind: "exit",
    step: "greeting",
    message: /was ended by SIGSEGV/,
    code: 139,
    signal: "SIGSEGV",
  },
  {
    title: "floods standard output",
    body: "while :; do printf '%01000d' 0; done",
    kind: "protocol",
    step: "greeting",
    message: /Expected a QMP message, got "000/,
  },
  {
    title: "floods standard error",
    body: "while :; do printf '%01000d\\n' 0 >&2; done",
    kind: "deadline",
    step: "greeting",
    message: /no QMP greeting/,
    stderr: /^0+/m,
  },
  {
    title: "ends in the middle of an answer",
    body: `${fakeQemu().split("\n")[0]}; read -r line; printf '{"return": {"a'; exit 4`,
    kind: "exit",
    step: "qmp_capabilities",
    message: /ended with code 4 before it answered "qmp_capabilities"/,
    code: 4,
  },
  {
    title: "is older than what is understood",
    body: fakeQemu({ answers: { "query-version": '{"qemu":{"major":2,"minor":1,"micro":0},"package":""}' } }),
    kind: "answer",
    step: "answers",
    message: /2\.1/,
  },
];

for (const { title, body, kind, step, message, stderr, code, signal } of FAULTS) {
  Deno.test(`an emulator that ${title} is a failure of its own, and nothing is left of it`, async () => {
    await inDirectory(async (directory) => {
      const path = await writeProgram(`${directory}/qemu-system-fault`, body);
      const failure = await failureOf(path, { deadlineMs: SHORT_MS });
      assert.equal(failure.kind, kind, failure.message);
      assert.equal(failure.step, step);
      assert.match(failure.message, message);
      if (stderr !== undefined) assert.match(failure.stderr, stderr);
      assert.equal(failure.code, code);
      assert.equal(failure.signal, signal);
      assert.ok(failure.stderr.length <= 64 * 1024);
      assert.deepEqual(await processesWith(path), []);
    });
  });
}

Deno.test("a program that cannot be started says so", async () => {
  await inDirectory(async (directory) => {
    const failure = await failureOf(`${directory}/nothing`);
    assert.equal(failure.kind, "start");
    assert.equal(failure.step, "start");
    assert.match(failure.message, /Cannot run ".*nothing"/);
  });
});

Deno.test("a type that kills the emulator is left out, remembered, and the rest is kept as partial", async () => {
  await inDirectory(async (directory) => {
    const types = ["tcg-accel", "VGA", "qxl", "nvdimm"];
    const path = await writeProgram(
      `${directory}/qemu-system-fatal`,
      fakeQemu({ types, dieAt: ['"VGA"', '"nvdimm"'] }),
    );
    const { probe, arch } = await probeProgram(path);
    assert.equal(arch, "s390x");
    assert.deepEqual(probe.deniedTypes, ["VGA", "nvdimm"]);
    assert.equal(probe.partial, true);
    assert.deepEqual(probe.problems.map(({ step }) => step).sort(), [
      "device-list-properties VGA",
      "device-list-properties nvdimm",
    ]);
    assert.deepEqual(await processesWith(path), []);
  });
});

Deno.test("a type that is known to be deadly is not asked about again", async () => {
  await inDirectory(async (directory) => {
    const starts = `${directory}/starts`;
    await Deno.writeTextFile(starts, "");
    await Deno.chmod(starts, 0o666);
    const body = `echo start >> ${starts}\n${fakeQemu({ types: ["tcg-accel", "VGA"], dieAt: ['"VGA"'] })}`;
    const path = await writeProgram(`${directory}/qemu-system-fatal`, body);
    const { probe } = await probeProgram(path, { deniedTypes: ["VGA"] });
    assert.deepEqual(probe.deniedTypes, ["VGA"]);
    assert.equal(await Deno.readTextFile(starts), "start\n");
  });
});

Deno.test("any other question that kills the emulator is left out too", async () => {
  await inDirectory(async (directory) => {
    const path = await writeProgram(`${directory}/qemu-system-fatal`, fakeQemu({ dieAt: ["query-gic-capabilities"] }));
    const { probe } = await probeProgram(path);
    assert.deepEqual(probe.deniedTypes, ["query-gic-capabilities"]);
    assert.deepEqual(probe.problems.map(({ step }) => step), ["query-gic-capabilities"]);
  });
});

Deno.test("an emulator that dies without being asked anything deadly is given up", async () => {
  await inDirectory(async (directory) => {
    const body = `${fakeQemu().split("\n")[0]}; sleep 0.1; echo had enough >&2; exit 7`;
    const failure = await failureOf(await writeProgram(`${directory}/qemu-system-moody`, body));
    assert.equal(failure.kind, "exit");
    assert.equal(failure.code, 7);
    assert.match(failure.stderr, /had enough/);
  });
});

Deno.test("a probe that nobody wants any more ends, and its emulator with it", async () => {
  await inDirectory(async (directory) => {
    const path = await writeProgram(`${directory}/qemu-system-slow`, "sleep 60");
    const giveUp = new AbortController();
    const ending = failureOf(path, { signal: giveUp.signal });
    while ((await processesWith(path)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    giveUp.abort();
    assert.equal((await ending).kind, "aborted");
    assert.deepEqual(await processesWith(path), []);
  });
});

Deno.test("what a probe leaves running in its group ends with it", async () => {
  await inDirectory(async (directory) => {
    const helper = await writeProgram(`${directory}/helper-of-emulator`, "sleep 60");
    const path = await writeProgram(`${directory}/qemu-system-parent`, `${helper} </dev/null &\n${fakeQemu()}`);
    assert.equal((await probeProgram(path)).arch, "s390x");
    assert.deepEqual(await processesWith(helper), []);
  });
});
