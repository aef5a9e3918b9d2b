/**
 * The QEMU driver keeps every promise, with the emulators of this machine.
 *
 * @module
 */

import { driver } from "../../../src/drivers/qemu/mod.ts";
import { denoHost } from "../../../src/host/deno_host.ts";
import { runContract } from "../../contract/run_contract.ts";
import { isRequired, whyMissing } from "../require.ts";

const missing = await whyMissing("qemu");
if (missing === undefined || isRequired("qemu")) {
  const parent = await Deno.makeTempDir({ prefix: "innkeeper-contract-" });
  globalThis.addEventListener("unload", () => Deno.removeSync(parent, { recursive: true }));
  let opened = 0;
  runContract({ driver, host: denoHost, settings: () => ({ cacheDirectory: `${parent}/${++opened}` }) });
} else {
  console.log(`SKIP contract qemu: ${missing}`);
}
