import assert from "node:assert/strict";
import type { EmulatorState } from "../../src/drivers/contract.ts";
import { liveTest, nativeEmulator } from "../live/require.ts";
import { makeHome } from "./run_innkeeper.ts";

liveTest("qemu", "a person learns what the emulators of this host can do, and at once the second time", async () => {
  await using home = await makeHome();
  const env = { PATH: "/usr/bin" };
  const native = nativeEmulator();
  const first = await home.run(["probe", "--json", native], { env });
  assert.equal(first.code, 0, first.stderr);
  const [state] = JSON.parse(first.stdout) as EmulatorState[];
  assert.equal(state?.path, native);
  assert.equal(state?.reason, "new");
  assert.ok((state?.machineCount ?? 0) > 0);
  const again = await home.run(["probe", native], { env });
  assert.match(again.stdout, /\n1 emulator: 0 probed, 1 from the cache; /);
  const document = await home.run(["cache", "show", native], { env });
  assert.match(document.stdout, /<qemuCaps>/);
  const domain = await home.run(["domcapabilities", "--emulatorbin", native, "--virttype", "qemu"], { env });
  assert.equal(domain.code, 0, domain.stderr);
  assert.ok(domain.stdout.includes(`<path>${native}</path>`));
  const doctor = await home.run(["doctor", "--json"], { env });
  const { findings } = JSON.parse(doctor.stdout) as { findings: { subject: string; severity: string }[] };
  assert.deepEqual(findings.find(({ subject }) => subject === "QEMU/KVM")?.severity, "ok");
});
