/**
 * QEMU keeps every promise on this very machine, with all its emulators. What the first test learns, the others find.
 *
 * @module
 */

import { runContract } from "../../contract/run_contract.ts";
import { driver } from "../../../src/drivers/qemu/mod.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { liveTest } from "../require.ts";

const cacheDirectory = await Deno.makeTempDir({ prefix: "innkeeper-contract-" });

globalThis.addEventListener("unload", () => Deno.removeSync(cacheDirectory, { recursive: true }));

runContract({
  driver,
  host: denoHost,
  settings: () => ({ cacheDirectory }),
  register: (name, body) => liveTest("qemu", `live ${name}`, body),
});
