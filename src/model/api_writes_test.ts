import assert from "node:assert/strict";
import { apiErrorDomain } from "./api_error_domain.ts";
import { refusesReaders } from "./api_writes.ts";

Deno.test("who may only read may look, and change nothing", () => {
  for (
    const api of ["virDomainGetInfo", "virDomainGetXMLDesc", "virConnectListAllDomains", "virConnectClose"] as const
  ) {
    assert.equal(refusesReaders(api), false, api);
  }
  for (const api of ["virDomainCreate", "virDomainGetHostname", "virNodeGetSEVInfo", "virSecretGetValue"] as const) {
    assert.equal(refusesReaders(api), true, api);
  }
});

Deno.test("errors of a call come from where its object is", () => {
  assert.equal(apiErrorDomain("virConnectListAllNetworks"), "VIR_FROM_NETWORK");
  assert.equal(apiErrorDomain("virDomainSnapshotDelete"), "VIR_FROM_DOMAIN_SNAPSHOT");
  assert.equal(apiErrorDomain("virDomainSetInterfaceParameters"), "VIR_FROM_DOMAIN");
  assert.equal(apiErrorDomain("virNodeGetInfo"), "VIR_FROM_DOMAIN");
});
