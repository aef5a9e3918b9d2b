import assert from "node:assert/strict";
import type { DriverConnection, EmulatorState } from "../../../src/drivers/contract.ts";
import { createQemuDriver } from "../../../src/drivers/qemu/mod.ts";
import { parseUri } from "../../../src/api/parse_uri.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { liveTest, nativeEmulator } from "../require.ts";

/** A place of its own with a program that becomes the native emulator, and which may be touched. */
interface Bench extends AsyncDisposable {
  readonly directory: string;
  readonly emulator: string;
  open(options?: { root?: string; extraEmulators?: readonly string[] }): Promise<DriverConnection>;
}

liveTest("qemu", "what was probed once is answered from the cache by the next process", async () => {
  await using bench = await makeBench();
  {
    await using cold = await bench.open();
    assert.deepEqual(await probe(cold, bench.emulator), ["ready", false, "new"]);
  }
  await using warm = await bench.open();
  assert.deepEqual(await probe(warm, bench.emulator), ["ready", true, "new"]);
  const document = await warm.capabilities?.domain({ emulator: bench.emulator });
  assert.equal(document?.path, bench.emulator);
  assert.equal(warm.cache?.counters().makes, 0);
});

liveTest("qemu", "a touched emulator is probed again, and says that it was touched", async () => {
  await using bench = await makeBench();
  await using connection = await bench.open();
  await probe(connection, bench.emulator);
  const now = new Date();
  await Deno.utime(bench.emulator, now, now);
  assert.deepEqual(await probe(connection, bench.emulator), ["ready", false, "binary-ctime"]);
  const entry = await connection.cache?.why(bench.emulator);
  assert.deepEqual([entry?.state, entry?.madeFor], ["valid", "binary-ctime"]);
});

liveTest("qemu", "a kvm module's parameter that changes is a reason, with its name", async () => {
  await using bench = await makeBench();
  const root = `${bench.directory}/root`;
  await writeFile(`${root}/dev/kvm`, "");
  await writeFile(`${root}/sys/module/kvm_amd/parameters/nested`, "0\n");
  await using connection = await bench.open({ root });
  await probe(connection, bench.emulator);
  assert.deepEqual(await probe(connection, bench.emulator), ["ready", true, "new"]);
  await writeFile(`${root}/sys/module/kvm_amd/parameters/nested`, "1\n");
  const [state, cached, reason] = await probe(connection, bench.emulator);
  const accelerated = (await connection.emulators?.list())?.find(({ path }) => path === bench.emulator)?.accelerators
    ?.includes("kvm");
  assert.deepEqual([state, cached, reason], ["ready", !accelerated, accelerated ? "kvm-parameter:nested" : "new"]);
});

liveTest("qemu", "a program that only looks like an emulator fails alone, with what it printed", async () => {
  await using bench = await makeBench();
  const broken = `${bench.directory}/qemu-system-broken`;
  await Deno.writeTextFile(broken, "#!/bin/sh\necho 'no such machine' >&2\nexit 3\n", { mode: 0o755 });
  await using connection = await bench.open({ extraEmulators: [broken] });
  const states = new Map<string, EmulatorState>();
  for await (const state of connection.emulators?.probe({ emulators: [broken, bench.emulator] }) ?? []) {
    states.set(state.path, state);
  }
  assert.equal(states.get(bench.emulator)?.state, "ready");
  assert.equal(states.get(broken)?.state, "failed");
  assert.match(states.get(broken)?.error?.stderr ?? "", /no such machine/);
  assert.equal((await connection.cache?.why(broken))?.state, "failed");
});

liveTest(
  "qemu",
  "two agents that start at once on a fresh machine both answer, and leave one whole cache",
  async () => {
    await using bench = await makeBench();
    {
      await using one = await bench.open();
      await using other = await bench.open();
      const answers = await Promise.all(
        [one, other].map((each) => each.capabilities?.domain({ emulator: bench.emulator })),
      );
      assert.deepEqual(answers[0], answers[1]);
    }
    await using third = await bench.open();
    assert.deepEqual((await probe(third, bench.emulator)).slice(0, 2), ["ready", true]);
    assert.equal(third.cache?.counters().badFiles, 0);
  },
);

async function makeBench(): Promise<Bench> {
  const directory = await Deno.makeTempDir({ prefix: "innkeeper-live-" });
  // Whoever emulators run as must get there.
  await Deno.chmod(directory, 0o755);
  const emulator = `${directory}/qemu-system-${Deno.build.arch}`;
  // QEMU looks for its modules relative to its own file, so a copy of it would not start.
  await Deno.writeTextFile(emulator, `#!/bin/sh\nexec ${nativeEmulator()} "$@"\n`, { mode: 0o755 });
  return {
    directory,
    emulator,
    open({ root, extraEmulators = [] } = {}): Promise<DriverConnection> {
      const driver = createQemuDriver({
        cacheDirectory: `${directory}/cache`,
        extraEmulators: [emulator, ...extraEmulators],
        ...(root === undefined ? {} : { root }),
      });
      const path = Deno.uid() === 0 ? "system" : "session";
      return driver.open(parseUri(`qemu:///${path}`), { host: denoHost() });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await Deno.remove(directory, { recursive: true });
    },
  };
}

/** State, whether it was cached, and why it was last probed. */
async function probe(
  connection: DriverConnection,
  emulator: string,
): Promise<readonly [string, boolean | undefined, string | undefined]> {
  for await (const { state, cached, reason } of connection.emulators?.probe({ emulators: [emulator] }) ?? []) {
    return [state, cached, reason];
  }
  throw new Error("The emulator was not probed");
}

async function writeFile(path: string, text: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, text);
}
