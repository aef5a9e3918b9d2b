import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { type LiveAgent, startLiveAgent, virsh } from "./agent.ts";

const DISPLAY = ":78";

liveTest(
  "virt-manager",
  "virt-manager shows the guests that are there, and hears of what happens to them",
  async () => {
    await using agent = await startLiveAgent();
    const xvfb = start(["Xvfb", DISPLAY, "-screen", "0", "800x600x24"], agent);
    await isThere(`/tmp/.X11-unix/X${DISPLAY.slice(1)}`);
    const manager = start(["virt-manager", "--no-fork", "--debug", "--connect", agent.uri], agent);
    const said = follow(manager);
    try {
      await said.until(/domain=test status=Running added/);
      await said.until(/Showing manager/);
      await virsh(agent.uri, "suspend", "test");
      await said.until(/domain=test state=VIR_DOMAIN_EVENT_SUSPENDED/);
      await virsh(agent.uri, "undefine", "test");
      await virsh(agent.uri, "destroy", "test");
      await said.until(/domain=test removed/);
      assert.doesNotMatch(said.text(), /Traceback/);
    } finally {
      for (const child of [manager, xvfb]) {
        child.kill("SIGTERM");
        await child.status;
      }
      await said.ended;
      await xvfb.stderr.cancel();
    }
  },
);

/** Starts a program in a home of its own. */
function start([program, ...args]: readonly [string, ...string[]], { folder }: LiveAgent): Deno.ChildProcess {
  return new Deno.Command(program, {
    args,
    env: { HOME: folder, XDG_RUNTIME_DIR: folder, DISPLAY, LC_ALL: "C.UTF-8" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    signal: AbortSignal.timeout(60_000),
  }).spawn();
}

async function isThere(path: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await Deno.stat(path).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`There is no ${path}`);
}

interface Followed {
  readonly ended: Promise<void>;
  text(): string;
  until(pattern: RegExp): Promise<void>;
}

/** Keeps what a program says. */
function follow(child: Deno.ChildProcess): Followed {
  let text = "";
  const read = async (): Promise<void> => {
    for await (const piece of child.stderr.pipeThrough(new TextDecoderStream())) text += piece;
  };
  return {
    ended: read(),
    text: () => text,
    async until(pattern): Promise<void> {
      const end = performance.now() + 30_000;
      while (!pattern.test(text)) {
        assert.ok(performance.now() < end, `It does not say ${pattern}: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
