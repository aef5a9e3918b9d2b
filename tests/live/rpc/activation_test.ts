import assert from "node:assert/strict";
import { liveTest } from "../require.ts";
import { agentCommand, virsh } from "./agent.ts";

liveTest("systemd", "an agent that systemd starts for a client serves the socket that systemd holds", async () => {
  const folder = await Deno.makeTempDir({ prefix: "innkeeper-activation-" });
  try {
    await Deno.writeTextFile(`${folder}/innkeeper.toml`, "");
    const socket = `${folder}/held`;
    const variables = {
      INNKEEPER_CONFIG: `${folder}/innkeeper.toml`,
      INNKEEPER_CACHE_DIRECTORY: `${folder}/cache`,
      // Of the environment only what is named gets through, and the runtime looks for its modules there.
      ...Object.fromEntries(["HOME", "DENO_DIR", "XDG_CACHE_HOME"].map((name) => [name, Deno.env.get(name) ?? ""])),
    };
    const settings = Object.entries(variables).filter(([, value]) => value !== "").flatMap((
      [name, value],
    ) => ["-E", `${name}=${value}`]);
    const child = new Deno.Command("/usr/bin/systemd-socket-activate", {
      args: ["-l", socket, "--fdname=libvirt-sock", ...settings, ...agentCommand(folder)],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    try {
      while (await Deno.stat(socket).catch(() => undefined) === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const { out, err } = await virsh(`test+unix:///default?socket=${socket}`, "list");
      assert.match(out, /^1 +test +running$/, err);
      // What systemd holds is all there is.
      assert.equal(await Deno.stat(`${folder}/libvirt-sock`).catch(() => undefined), undefined);
    } finally {
      child.kill("SIGTERM");
      await child.status;
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
