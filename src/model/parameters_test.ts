import assert from "node:assert/strict";
import { DOMAIN_STATS } from "./parameters_domain_stats.ts";
import { GUEST_INFO_PARAMETERS } from "./parameters_guest.ts";
import { MIGRATE_PARAMETERS } from "./parameters_migrate.ts";
import { TUNABLE_PARAMETERS } from "./parameters_tunable.ts";
import { fromRecord, parameterKind, toCheckedRecord } from "./typed_parameter.ts";

Deno.test("bulk statistics are known by name, those of any processor and disk too", () => {
  assert.equal(parameterKind(DOMAIN_STATS.vcpu, "vcpu.255.time"), "ullong");
  assert.equal(parameterKind(DOMAIN_STATS.cpuTotal, "cpu.cache.monitor.0.bank.11.bytes"), "uint");
  assert.equal(parameterKind(DOMAIN_STATS.block, "block.x.path"), undefined);
});

Deno.test("numbers at a name's end are places too, and digits within a name are not", () => {
  assert.equal(parameterKind(TUNABLE_PARAMETERS, "cputune.vcpupin12"), "string");
  assert.equal(parameterKind(GUEST_INFO_PARAMETERS, "load.15m"), "double");
});

Deno.test("a record of a migration survives the way over the wire", () => {
  const record = { migrate_uri: "tcp://b", migrate_disks: ["vda", "vdc"], bandwidth: 2n ** 63n };
  assert.deepEqual({ ...toCheckedRecord(MIGRATE_PARAMETERS, fromRecord(MIGRATE_PARAMETERS, record)) }, record);
});

Deno.test("the compiler knows the fields with a number in them", () => {
  const parameters = fromRecord(DOMAIN_STATS.vcpu, { "vcpu.current": 1, "vcpu.0.halted": true });
  assert.deepEqual(parameters.map(({ type }) => type), ["uint", "boolean"]);
});
