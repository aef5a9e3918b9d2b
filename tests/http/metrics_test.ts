import assert from "node:assert/strict";
import type { Driver } from "../../src/drivers/contract.ts";
import { openDoor } from "./door.ts";
import { SlowHypervisor } from "./slow_hypervisor.ts";

Deno.test("probes, states and requests are counted under the names that dashboards know", async () => {
  const hypervisor = new SlowHypervisor("/bin/a", "/bin/b");
  hypervisor.finish("/bin/a", { durationMs: 150 });
  hypervisor.finish("/bin/b", { state: "failed", durationMs: 10_000 });
  await using door = openDoor({ drivers: [hypervisor.driver] });
  door.host.files.put("/proc/self/status", "Name:\tinnkeeper\nVmRSS:\t   61440 kB\n");
  await door.agent.settled(1_000);
  await (await door.app.request("/v1/emulators")).body?.cancel();
  const text = await (await door.app.request("/metrics")).text();
  for (
    const line of [
      'innkeeper_build_info{version="0.0.0-test",os="linux",arch="x86_64"} 1',
      "innkeeper_ready 1",
      "process_resident_memory_bytes 62914560",
      'innkeeper_emulators{uri="slow:///here",state="failed"} 1',
      'capabilities_probes_total{uri="slow:///here",outcome="ready"} 1',
      'capabilities_probe_duration_seconds_bucket{uri="slow:///here",le="0.2"} 1',
      'capabilities_probe_duration_seconds_count{uri="slow:///here"} 2',
      'http_requests_total{route="/v1/emulators",method="GET",status="200"} 1',
    ]
  ) {
    assert.ok(text.includes(`\n${line}\n`) || text.startsWith(`${line}\n`), `${line} is missing in\n${text}`);
  }
});

Deno.test("what the cache discarded is counted by reason", async () => {
  const hypervisor = new SlowHypervisor();
  const counters = { hits: 3, staleHits: 0, misses: 1, badFiles: 2, failedWrites: 0, makes: 1, failedMakes: 0 };
  const never = () => Promise.reject(new Error("Not asked for"));
  const cache = {
    directory: "/var/cache",
    listEntries: never,
    show: never,
    why: never,
    purge: never,
    counters: () => ({ ...counters, invalidations: { microcode: 2, "kvm-parameter:nested": 1 } }),
  };
  const driver: Driver = {
    ...hypervisor.driver,
    open: async (target, options) => ({ ...await hypervisor.driver.open(target, options), cache }),
  };
  await using door = openDoor({ drivers: [driver] });
  const text = await (await door.app.request("/metrics")).text();
  assert.match(text, /^capabilities_invalidations_total\{uri="slow:\/\/\/here",reason="microcode"\} 2$/m);
  assert.match(text, /^capabilities_invalidations_total\{.*reason="kvm-parameter:nested"\} 1$/m);
  assert.match(text, /^capabilities_cache_hits_total\{uri="slow:\/\/\/here"\} 3$/m);
});

Deno.test("a caller cannot make new series by inventing paths", async () => {
  await using door = openDoor();
  for (const path of ["/a", "/b", "/c"]) await (await door.app.request(path)).body?.cancel();
  const text = await (await door.app.request("/metrics")).text();
  assert.match(text, /^http_requests_total\{route="other",method="other",status="404"\} 3$/m);
});
