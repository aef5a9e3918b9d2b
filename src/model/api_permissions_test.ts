import assert from "node:assert/strict";
import { API_FILTERS, API_PERMISSIONS, neededPermissions } from "./api_permissions.ts";
import { isPermission } from "./permissions.ts";

Deno.test("a call needs what its flags ask for", () => {
  assert.deepEqual(neededPermissions("virDomainGetXMLDesc"), ["domain.read"]);
  assert.deepEqual(neededPermissions("virDomainGetXMLDesc", { flags: 1 }), ["domain.read", "domain.read-secure"]);
});

Deno.test("changing what runs needs no right to save; changing what is stored does", () => {
  assert.deepEqual(neededPermissions("virDomainSetVcpusFlags", { flags: 1 }), ["domain.write"]);
  for (const flags of [0, 2, 3]) {
    assert.deepEqual(neededPermissions("virDomainSetVcpusFlags", { flags }), ["domain.write", "domain.save"]);
  }
});

Deno.test("asking a guest for its addresses is a change, asking leases is not", () => {
  assert.deepEqual(neededPermissions("virDomainInterfaceAddresses", { source: 0 }), ["domain.read"]);
  assert.deepEqual(neededPermissions("virDomainInterfaceAddresses", { source: 1 }), ["domain.read", "domain.write"]);
});

Deno.test("closing is open to everybody", () => {
  assert.deepEqual(neededPermissions("virConnectClose"), []);
});

Deno.test("every permission of the tables is one", () => {
  const needs = Object.values(API_PERMISSIONS).flat().map((need) => typeof need === "string" ? need : need.permission);
  for (const permission of [...needs, ...Object.values(API_FILTERS)]) assert.ok(isPermission(permission), permission);
  assert.ok(!isPermission("domain.fly") && !isPermission("toString.call") && !isPermission("domain"));
});
